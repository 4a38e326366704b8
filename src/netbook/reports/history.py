"""The changes made to the journal, latest first."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from netbook.core.tables import LETTERS


class StepRow(NamedTuple):
    """A command that changed the journal: its number, when, the line as typed, and how many rows it changed."""

    number: int
    at: str
    what: str
    changes: int
    undone: bool


# What a step says of the numbering is at its end, or after an undo at its beginning, and is no change of anybody's.
STEPS = """
SELECT s.id, s.at, s.what, s.last - s.first + 1 - (
  SELECT count(*) FROM change c WHERE c.of = 'numbering'
    AND (c.id BETWEEN s.first AND min(s.last, s.first + :numbered)
      OR c.id BETWEEN max(s.first, s.last - :numbered) AND s.last)),
  s.undone
FROM step s ORDER BY s.id DESC LIMIT :limit
"""
COUNT = "SELECT count(*) FROM step"


def _steps(db: sqlite3.Connection, limit: int | None) -> Iterator[StepRow]:
    """The latest steps, all of them without a limit."""
    for number, at, what, changes, undone in db.execute(
        STEPS, {"limit": -1 if limit is None else limit, "numbered": len(LETTERS)}
    ):
        yield StepRow(number, at, what, changes, bool(undone))


def _number_of_steps(db: sqlite3.Connection) -> int:
    """How many steps the history has."""
    (number,) = db.execute(COUNT).fetchone()
    return int(number)


class History(NamedTuple):
    """The latest steps, and how many more there are before them."""

    rows: list[StepRow]
    more: int


def build(db: sqlite3.Connection, limit: int | None) -> History:
    """The history, cut to `limit` steps."""
    rows = list(_steps(db, limit))
    return History(rows, _number_of_steps(db) - len(rows))
