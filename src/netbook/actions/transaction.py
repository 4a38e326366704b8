"""One command, one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from netbook.store import disk, journal

if TYPE_CHECKING:
    from netbook.store.detect_encryption import AnyPath


def has_committed() -> bool:
    """Whether this command has changed the journal, for the message after an interruption."""
    return journal.has_committed()


def end_command() -> list[str]:
    """Warnings about disks that this command wrote to; the state kept for the command is reset."""
    journal.end_command()
    return disk.limits()


def writing(path: AnyPath, what: str) -> AbstractContextManager[sqlite3.Connection]:
    """A write transaction on the journal: committed when the block ends, rolled back if it fails.

    `what` is the command as it was typed, for the history.
    """
    return journal.writing(path, what)
