"""Encrypt or decrypt a journal and its backups."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from netbook.errors import JournalError
from netbook.errors.journal_files import NotConvertedWhole
from netbook.store import journal, sqlcipher
from netbook.store.detect_encryption import is_encrypted
from netbook.store.encrypt import Left, convert, readable
from netbook.store.file import translated_errors

SHORT = 12  # characters below which a passphrase can be guessed by trying


class Converted(NamedTuple):
    """Whether the journal changed, how many of its backups did, and which files were left as they are."""

    encrypted: bool
    journal: bool
    backups: int
    left: tuple[Left, ...]
    short: bool = False


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Errors within, in our words. Raises NotConvertedWhole once the first file is converted."""
    try:
        with translated_errors(path):
            yield
    except JournalError as error:
        if not journal.has_committed():
            raise
        raise NotConvertedWhole(error.after_a_change()) from error


def encrypt(path: Path, *, keyring: bool, again: bool = False) -> Converted:
    """Encrypt the journal and its backups; an encrypted one keeps its passphrase unless it is to be changed.

    Raises as `sqlcipher.passphrase` does, and CipherMissing if the extra is not installed.
    """
    with _in_words(path):
        with journal.reading(path):
            pass
        changes = again and is_encrypted(path)
        words = sqlcipher.passphrase(path, new=changes or not is_encrypted(path), again=changes)
        changed, number, left = convert(path, words, again=changes)
        if keyring or (changes and sqlcipher.is_in_keyring(path)):
            sqlcipher.keep_in_keyring(path, words)
        plain = readable(path)
        left = [each for each in left if each.file not in {file for file, _ in plain}]
        return Converted(True, changed, number, (*plain, *left), len(words) < SHORT)


def decrypt(path: Path) -> Converted:
    """Decrypt the journal and its backups; the passphrase is removed from the keyring."""
    with _in_words(path):
        changed, number, left = convert(path, None)
        sqlcipher.forget_in_keyring(path)
    return Converted(False, changed, number, tuple(left))
