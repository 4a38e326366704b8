"""Wait for another program's lock in short slices: inside SQLite, Python cannot receive Ctrl-C."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from netbook.errors import JournalLocked
from netbook.store.detect_encryption import damage_found, database_errors, error_name
from netbook.store.disk import folder_not_synced

if TYPE_CHECKING:
    from pathlib import Path

SLICE = 0.1  # seconds


def patiently(db: sqlite3.Connection, statement: str, patience: float) -> sqlite3.Cursor:
    """Execute a statement that may have to wait for a lock, for so many seconds."""
    end = time.monotonic() + patience
    set_patience(db, min(SLICE, patience))
    while True:
        try:
            return db.execute(statement)
        except database_errors() as error:
            if not is_locked(error) or time.monotonic() >= end:
                raise
        except UnicodeDecodeError as error:  # SQLite's message quotes the schema, which is damaged there
            raise damage_found(error) from error


def until_locked_too_long(path: Path, patience: float) -> Callable[..., None]:
    """What sqlite3's `backup` calls after each try, for it waits without end: raises JournalLocked in time."""
    end = time.monotonic() + patience

    def tried(status: int, *_: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() >= end:
            raise JournalLocked(path)

    return tried


def commit(db: sqlite3.Connection, patience: float) -> None:
    """End a transaction; on a disk that cannot sync a folder it is made all the same, and that is said."""
    try:
        patiently(db, "COMMIT", patience)
    except database_errors() as error:
        if not is_only_unsynced(error):
            raise
        _, _, name = db.execute("PRAGMA database_list").fetchone()
        folder_not_synced(name)


def is_only_unsynced(error: BaseException) -> bool:
    """Whether a change is made, and only the folder's part in it may be lost in a power cut."""
    # SQLite removes the rollback file, which makes the change, and syncs the folder after that.
    return error_name(error) == "SQLITE_IOERR_DIR_FSYNC"


def set_patience(db: sqlite3.Connection, seconds: float) -> None:
    """How long SQLite itself waits, without a break, in what follows."""
    db.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")


def is_locked(error: BaseException) -> bool:
    """Whether another program's lock is the reason."""
    return error_name(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
