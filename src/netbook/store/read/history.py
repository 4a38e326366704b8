"""The steps of the history, latest first."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from netbook.core.tables import LETTERS


class StepRow(NamedTuple):
    """A command that changed the journal: its number, when, what was typed, how many rows it changed."""

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


def steps(db: sqlite3.Connection, limit: int | None) -> Iterator[StepRow]:
    """The latest steps, all of them without a limit."""
    for number, at, what, changes, undone in db.execute(
        STEPS, {"limit": -1 if limit is None else limit, "numbered": len(LETTERS)}
    ):
        yield StepRow(number, at, what, changes, bool(undone))


def number_of_steps(db: sqlite3.Connection) -> int:
    """How many steps the history has."""
    (number,) = db.execute(COUNT).fetchone()
    return int(number)
