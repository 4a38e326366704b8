"""One command, one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from netbook.store import journal

if TYPE_CHECKING:
    from netbook.store.detect_encryption import AnyPath


def has_committed() -> bool:
    """Whether this command has changed the journal, for what is told of an interruption."""
    return journal.has_committed()


def writing(path: AnyPath, what: str) -> AbstractContextManager[sqlite3.Connection]:
    """The journal's one write transaction: kept whole when the block ends, undone when it fails.

    `what` is the command as it was typed, for the history.
    """
    return journal.writing(path, what)


def dry_run(path: AnyPath) -> AbstractContextManager[sqlite3.Connection]:
    """A write transaction that is taken back at its end."""
    return journal.dry_run(path)
