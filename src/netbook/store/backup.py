"""Copies of the journal: whole, checked, private, made while it is in use; the last ten are kept beside it."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from netbook.errors.journal_files import BackupFailed
from netbook.store.backup_files import KEPT, copies, drafts, new_name, restore_hint
from netbook.store.check import damage
from netbook.store.detect_encryption import database_errors, error_name
from netbook.store.file import connect, make_folder, make_private, rollback_file, version, write_through

LEFT_BEHIND = 3600  # seconds after which a copy that was never finished is nobody's


def keep_copy(path: Path, but: Path | None = None) -> Path:
    """Copy the journal, as it was last committed, into `backups` beside it; the copy's path.

    Of older copies ten are kept, and `but` too. To be called before a transaction's first change: later ones may lock
    readers out. Raises BackupFailed for a damaged journal, whose older copies all stay.
    """
    copy = new_name(path)
    make_folder(copy.parent)
    copy_whole(path, copy)
    _forget_old(path, but)
    return copy


def _forget_old(path: Path, but: Path | None) -> None:
    """Remove all but the last ten copies, and what a command that was killed left unfinished."""
    for old in copies(path)[KEPT:]:
        if but is None or old != but.absolute():
            old.unlink(missing_ok=True)
    for draft in drafts(path):
        with suppress(FileNotFoundError):  # another command has just finished it
            if time.time() - draft.stat().st_mtime > LEFT_BEHIND:
                draft.unlink()


def copy_whole(path: Path, target: Path) -> None:
    """Copy the journal to a private file that has its name once it is complete, checked and on the disk."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    make_private(draft)
    try:
        # By a connection of its own: SQLite copies from none that is about to write.
        source = connect(path)
        try:
            version(source, path)
            fill(draft, source)
        finally:
            source.close()
        if not is_whole(draft):
            raise BackupFailed(path, restore_hint(path))
        draft.replace(target)
        write_through(target)
    finally:
        remove(draft)


def fill(draft: Path, source: sqlite3.Connection) -> None:
    """Write what a connection sees into a file."""
    # Read first: the copying itself would wait for a lock without end.
    source.execute("BEGIN")
    source.execute("PRAGMA schema_version").fetchone()
    target = _empty_like(source, draft)
    try:
        source.backup(target)
    finally:
        target.close()


def _empty_like(source: sqlite3.Connection, draft: Path) -> sqlite3.Connection:
    """A connection to an empty file, encrypted where the other is."""
    if isinstance(source, sqlite3.Connection):
        return sqlite3.connect(draft, isolation_level=None)
    from netbook.store import sqlcipher

    return sqlcipher.begin(draft)


def is_whole(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with a file that nobody else uses."""
    db = connect(path)
    try:
        return not damage(db)
    except database_errors() as error:
        if error_name(error).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return False
        raise
    finally:
        db.close()


def remove(draft: Path) -> None:
    """Take a file away that did not get its name, and its rollback file."""
    draft.unlink(missing_ok=True)
    rollback_file(draft).unlink(missing_ok=True)
