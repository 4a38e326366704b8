"""Encrypt or decrypt a journal and its backups."""

from pathlib import Path
from typing import NamedTuple

from netbook.store import journal, sqlcipher
from netbook.store.detect_encryption import is_encrypted
from netbook.store.encrypt import convert, readable
from netbook.store.file import translated_errors

SHORT = 12  # characters below which a passphrase can be guessed by trying


class Converted(NamedTuple):
    """Whether the journal changed, how many backups did, and which damaged copies were left as they are."""

    encrypted: bool
    journal: bool
    backups: int
    left: tuple[Path, ...]
    short: bool = False


def encrypt(path: Path, *, keyring: bool, again: bool = False) -> Converted:
    """Encrypt the journal and its backups; an encrypted one keeps its passphrase unless it is to be changed.

    Raises as `sqlcipher.passphrase` does, and CipherMissing if the extra is not installed.
    """
    with translated_errors(path):
        with journal.reading(path):
            pass
        changes = again and is_encrypted(path)
        words = sqlcipher.passphrase(path, new=changes or not is_encrypted(path), again=changes)
        done = convert(path, words, again=changes)
        if keyring or (changes and sqlcipher.is_in_keyring(path)):
            sqlcipher.keep_in_keyring(path, words)
        return Converted(True, *done, tuple(readable(path)), len(words) < SHORT)


def decrypt(path: Path) -> Converted:
    """Decrypt the journal and its backups; the passphrase is removed from the keyring."""
    with translated_errors(path):
        done = convert(path, None)
        sqlcipher.forget_in_keyring(path)
    return Converted(False, *done, ())
