"""The changes made to the journal, latest first."""

import sqlite3
from typing import NamedTuple

from netbook.store.read.history import StepRow, number_of_steps, steps

__all__ = ["History", "StepRow", "build"]


class History(NamedTuple):
    """The latest steps, and how many more there are before them."""

    rows: list[StepRow]
    more: int


def build(db: sqlite3.Connection, limit: int | None) -> History:
    """The history, cut to `limit` steps."""
    rows = list(steps(db, limit))
    return History(rows, number_of_steps(db) - len(rows))
