"""Encrypt or decrypt a journal and its backups, each file atomically."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from netbook.errors import IndexDamaged, JournalDamaged, JournalLocked, NoJournalFile
from netbook.errors.journal_files import BackupFailed, WrongPassphrase
from netbook.store import journal, sqlcipher
from netbook.store.backup import remove_draft
from netbook.store.backup_files import copies, restore_hint
from netbook.store.check import damage
from netbook.store.copy_tables import copy_tables, differences
from netbook.store.detect_encryption import database_errors, is_encrypted, look
from netbook.store.disk import give_name, make_private
from netbook.store.file import connect, is_there, translated_errors
from netbook.store.journals_beside import journals_beside, remove_abandoned

DAMAGED = "damaged"  # why a file stays as it was
READABLE = "readable"
_DAMAGE: tuple[type[Exception], ...] = (JournalDamaged, IndexDamaged, BackupFailed, NoJournalFile)


class Left(NamedTuple):
    """A file that stays as it was, and why."""

    file: Path
    why: str


def convert(path: Path, words: str | None, *, again: bool = False) -> tuple[bool, int, list[Left]]:
    """Encrypt the journal and its backups with a passphrase, or decrypt them without one.

    Returns whether the journal was converted, how many backups were, and which files could not be. A file that is
    already as requested is left alone, unless the passphrase differs. Then the journal comes last, so that an
    interrupted run is repeated with the passphrase that the journal still has.
    """
    with journal.reading(path):
        pass  # made, brought up to date, and the old passphrase known
    one = again or is_encrypted(path) != (words is not None)
    backups = [copy for copy in copies(path) if again or is_encrypted(copy) != (words is not None)]
    if words is not None:
        sqlcipher.expect(words)
    left = _convert_backups(backups, words) if again else []
    if one:
        _convert_file(path, words)
    if not again:
        left = _convert_backups(backups, words)
    remove_abandoned(path)
    return one, len(backups) - len(left), left


def readable(path: Path) -> list[Left]:
    """Journals beside this one, and beside its backups, that anybody can read: copies made by hand, damaged ones."""
    return [Left(file, READABLE) for file in journals_beside(path) if not is_encrypted(file)]


def _convert_backups(copies: Iterable[Path], words: str | None) -> list[Left]:
    """Convert every backup that can be read; those that cannot."""
    left = []
    for copy in copies:
        try:
            with translated_errors(copy):
                _convert_file(copy, words)
        except WrongPassphrase:
            left.append(Left(copy, "under another passphrase"))
        except database_errors() + _DAMAGE:
            left.append(Left(copy, DAMAGED))
    return left


def _convert_file(path: Path, words: str | None) -> None:
    """Put a copy in the file's place while nobody else can write; who has the old one open finds it replaced."""
    is_there(path)
    with closing(connect(path)) as db:
        journal.begin(db)
        if db.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            raise JournalLocked(path)  # somebody has it open
        _convert(path, db, words)
    look(path)


def _convert(path: Path, source: sqlite3.Connection, words: str | None) -> None:
    real = Path(os.path.realpath(path))
    draft = real.with_name(f".{real.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    make_private(draft)
    try:
        target = (
            sqlite3.connect(draft, isolation_level=None) if words is None else sqlcipher.begin(draft, words)
        )
        try:
            copy_tables(source, target)
            if damage(target) or [*differences(source, target)]:
                raise BackupFailed(path, restore_hint(path))
        finally:
            target.close()
        give_name(draft, real, replace=True)
        journal.note_change(path)
    finally:
        remove_draft(draft)
