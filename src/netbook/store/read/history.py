"""The steps of the history, latest first."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple


class StepRow(NamedTuple):
    """A command that changed the journal: its number, when, what was typed, how many rows it changed."""

    number: int
    at: str
    what: str
    changes: int
    undone: bool


STEPS = "SELECT id, at, what, last - first + 1, undone FROM step ORDER BY id DESC LIMIT ?"
COUNT = "SELECT count(*) FROM step"


def steps(db: sqlite3.Connection, limit: int | None) -> Iterator[StepRow]:
    """The latest steps, all of them without a limit."""
    for number, at, what, changes, undone in db.execute(STEPS, (-1 if limit is None else limit,)):
        yield StepRow(number, at, what, changes, bool(undone))


def number_of_steps(db: sqlite3.Connection) -> int:
    """How many steps the history has."""
    (number,) = db.execute(COUNT).fetchone()
    return int(number)
