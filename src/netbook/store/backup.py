"""Copies of the journal: complete, checked, private, made while it is in use."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from netbook.errors.journal_files import BackupFailed
from netbook.store import file
from netbook.store.backup_files import (
    backups,
    drafts,
    folder,
    is_abandoned,
    kept_for,
    new_name,
    restore_hint,
)
from netbook.store.check import damage
from netbook.store.detect_encryption import database_errors, error_name
from netbook.store.disk import give_name, make_folder, make_private, remove
from netbook.store.file import connect, leave_wal, rollback_file, version
from netbook.store.waiting import SLICE, patiently, until_locked_too_long

LEFT_BEHIND = 3600  # seconds after which a copy that was never finished belongs to nobody


def keep_copy(path: Path, occasion: str | None = "change", but: Path | None = None) -> Path:
    """Copy the journal, as it was last committed, into `backups` beside it; the copy's path.

    A copy for an occasion (a word, for its name) is kept as long as its age says, one without until somebody
    removes it; `but` is not removed now. To be called before a transaction's first change: later ones may lock
    readers out. Raises BackupFailed for a damaged journal, whose older copies all stay.
    """
    make_folder(folder(path))
    while True:
        copy = new_name(path, occasion)
        with suppress(FileExistsError):  # of a command in the same microsecond
            copy_whole(path, copy, replace=False)
            break
    _remove_old(path, {copy, *([but.absolute()] if but else [])})
    return copy


def _remove_old(path: Path, stay: set[Path]) -> None:
    """Remove automatic copies that are due to go, and what a command that was killed left unfinished."""
    result = backups(path)
    for old, reason in zip(result, kept_for(result), strict=True):
        if reason is None and old.path.absolute() not in stay:
            remove(old.path)
    for draft in drafts(path):
        if is_abandoned(draft, LEFT_BEHIND):
            remove(draft)


def copy_whole(path: Path, target: Path, *, replace: bool = True) -> None:
    """Copy the journal to a private file that has its name once it is complete, checked and on the disk.

    Raises FileExistsError for a file that is there and not to be replaced.
    """
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
        give_name(draft, target, replace=replace)
    finally:
        remove_draft(draft)


def fill(draft: Path, source: sqlite3.Connection) -> None:
    """Write what a connection sees into a file."""
    # Read first: the copying itself would wait for a lock without end.
    if not source.in_transaction:
        source.execute("BEGIN")
    patiently(source, file.TAKE_LOCK, file.PATIENCE)
    target = _empty_like(source, draft)
    try:
        source.backup(target, progress=until_locked_too_long(draft, file.PATIENCE), sleep=SLICE)
        leave_wal(target)
    finally:
        target.close()


def _empty_like(source: sqlite3.Connection, draft: Path) -> sqlite3.Connection:
    """A connection to an empty file, encrypted where the other is."""
    if isinstance(source, sqlite3.Connection):
        return sqlite3.connect(draft, timeout=SLICE, isolation_level=None)
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


def remove_draft(draft: Path) -> None:
    """Take a journal away that did not get its name, and its rollback file."""
    remove(draft)
    remove(rollback_file(draft))
