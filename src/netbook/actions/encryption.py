"""Encrypt or decrypt a journal and its backups."""

from pathlib import Path
from typing import NamedTuple

from netbook.store import journal, sqlcipher
from netbook.store.backup_files import folder
from netbook.store.detect_encryption import is_encrypted
from netbook.store.encrypt import convert
from netbook.store.file import translated_errors


class Converted(NamedTuple):
    """Whether the journal changed, how many of its backups did, and which damaged copies stay as they are."""

    encrypted: bool
    journal: bool
    backups: int
    left: tuple[Path, ...]


def encrypt(path: Path, *, keyring: bool) -> Converted:
    """Encrypt the journal and its backups; a journal that is encrypted keeps its passphrase.

    Raises as `cipher.passphrase` does, and CipherMissing without the extra.
    """
    with translated_errors(path):
        with journal.reading(path):
            pass
        words = sqlcipher.passphrase(path, new=not is_encrypted(path))
        done = convert(path, words)
        if keyring:
            sqlcipher.keep_in_keyring(path, words)
    return Converted(True, *done, _left(path))


def decrypt(path: Path) -> Converted:
    """Make the journal and its backups plain again."""
    with translated_errors(path):
        done = convert(path, None)
    return Converted(False, *done, ())


def _left(path: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder(path).glob("*.damaged.db*")))
