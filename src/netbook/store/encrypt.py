"""Encrypt or decrypt a journal and its backups, each file atomically."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from netbook.errors import JournalLocked
from netbook.errors.journal_files import BackupFailed
from netbook.store import journal, sqlcipher
from netbook.store.backup import remove_draft
from netbook.store.backup_files import copies, restore_hint
from netbook.store.check import damage
from netbook.store.copy_tables import copy_tables, differences
from netbook.store.detect_encryption import is_encrypted, look
from netbook.store.disk import give_name, make_private
from netbook.store.file import connect, is_there
from netbook.store.journals_beside import journals_beside, remove_abandoned


def convert(path: Path, words: str | None, *, again: bool = False) -> tuple[bool, int]:
    """Encrypt the journal and its backups with a passphrase, or without one decrypt them.

    Whether the journal was converted, and how many backups; what is as it should be already is left alone,
    unless the passphrase is another one. The journal comes last then: what stops halfway is begun again with
    the passphrase that the journal still has.
    """
    with journal.reading(path):
        pass  # made, brought up to date, and the old passphrase known
    one = again or is_encrypted(path) != (words is not None)
    backups = [copy for copy in copies(path) if again or is_encrypted(copy) != (words is not None)]
    for copy in backups if again else []:
        _convert_backup(copy, words)
    if one:
        with journal.transaction(path) as db:
            if db.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
                raise JournalLocked(path)  # somebody has it open
            _convert(path, db, words)
        look(path)
    for copy in [] if again else backups:
        _convert_backup(copy, words)
    remove_abandoned(path)
    return one, len(backups)


def readable(path: Path) -> list[Path]:
    """Journals beside this one, and beside its backups, that anybody can read: copies made by hand, damaged ones."""
    return [file for file in journals_beside(path) if not is_encrypted(file)]


def _convert_backup(copy: Path, words: str | None) -> None:
    is_there(copy)
    db = connect(copy)
    try:
        db.execute("BEGIN IMMEDIATE")
        _convert(copy, db, words)
    finally:
        db.close()
    look(copy)


def _convert(path: Path, source: sqlite3.Connection, words: str | None) -> None:
    """Put a copy in the file's place while nobody else can write; who has the old one open finds it replaced."""
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
    finally:
        remove_draft(draft)
