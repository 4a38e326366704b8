"""One command, one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

from netbook.store import journal


def has_committed() -> bool:
    """Whether this command has changed the journal, for what is told of an interruption."""
    return journal.has_committed()


def writing(path: Path, what: str) -> AbstractContextManager[sqlite3.Connection]:
    """The journal's one write transaction: kept whole when the block ends, undone when it fails.

    `what` is the command as it was typed, for the history.
    """
    return journal.writing(path, what)
