"""Encrypting a journal with its backups, and decrypting them."""

from pathlib import Path
from typing import NamedTuple

from netbook.store import cipher, journal
from netbook.store.copies import folder
from netbook.store.file import explained
from netbook.store.seal import convert
from netbook.store.sealed import is_sealed


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
    with explained(path):
        with journal.reading(path):
            pass
        words = cipher.passphrase(path, new=not is_sealed(path))
        done = convert(path, words)
        if keyring:
            cipher.keep_in_keyring(path, words)
    return Converted(True, *done, _left(path))


def decrypt(path: Path) -> Converted:
    """Make the journal and its backups plain again."""
    with explained(path):
        done = convert(path, None)
    return Converted(False, *done, ())


def _left(path: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder(path).glob("*.damaged.db*")))
