"""One command, one transaction."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

from netbook.store import journal


def writing(path: Path) -> AbstractContextManager[sqlite3.Connection]:
    """The journal's one write transaction: kept whole when the block ends, undone when it fails."""
    return journal.writing(path)
