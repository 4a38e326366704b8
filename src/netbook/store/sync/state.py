"""What a journal remembers of its syncs, and where its copy of the shared states is kept."""

import fcntl
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from netbook.errors.sync import SyncRunning

READ = 'SELECT remote, at, seal, synced_on, "change" FROM synced'
WRITE = 'INSERT OR REPLACE INTO synced (id, remote, at, seal, synced_on, "change") VALUES (1, ?, ?, ?, ?, ?)'
PATIENCE = 20.0  # seconds to wait for another sync of the same journal


class SyncState(NamedTuple):
    """With which remote, at which commit, under which key, when, and the last change that is in the commit."""

    remote: str
    at: str | None = None
    seal: str | None = None
    synced_on: str | None = None
    change: int | None = None


def read(db: sqlite3.Connection) -> SyncState | None:
    """What the last sync left; None before the first."""
    row = db.execute(READ).fetchone()
    return SyncState(*row) if row else None


def write(db: sqlite3.Connection, state: SyncState) -> None:
    """Remember a sync."""
    db.execute(WRITE, state)


def forget(db: sqlite3.Connection) -> None:
    """Be synced with nothing."""
    db.execute("DELETE FROM synced")


def now() -> str:
    """This moment, as the journal keeps it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def folder(path: Path) -> Path:
    """Where the shared states are kept; it may be thrown away."""
    return path.with_name(f"{path.name}.sync")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Wait until no other sync of this journal runs, and have others wait. Raises SyncRunning."""
    place = folder(path)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(place / "running", os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise SyncRunning from None
            time.sleep(0.1)
        else:
            return
