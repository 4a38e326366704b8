"""Read circles, places, organisations and tags."""

import sqlite3
from typing import NamedTuple

from netbook.core.names import fold
from netbook.core.text import quoted
from netbook.errors import NoSuchCircle


class StoredCircle(NamedTuple):
    """A circle as it is in the journal."""

    id: int
    name: str
    cadence: str
    description: str | None


CIRCLES = "SELECT id, name, cadence, description FROM circle ORDER BY id"


def circles(db: sqlite3.Connection) -> list[StoredCircle]:
    """Every circle, in the order in which they were made."""
    return [StoredCircle(*row) for row in db.execute(CIRCLES)]


def circle(db: sqlite3.Connection, name: str) -> StoredCircle:
    """The circle of that name; raises NoSuchCircle, naming those there are."""
    everyone = circles(db)
    for row in everyone:
        if fold(row.name) == fold(name):
            return row
    raise NoSuchCircle(quoted(name), [row.name for row in everyone])


def alike(db: sqlite3.Connection, column: str, text: str) -> tuple[str, ...]:
    """Every value of a person's column (place, org, department) that has these words in it."""
    rows = db.execute(f"SELECT DISTINCT {column} FROM person WHERE me = 0 AND {column} IS NOT NULL")
    return tuple(value for (value,) in rows if has_words(text, value))


def has_words(wanted: str, text: str) -> bool:
    """Whether the text has these words in it, next to each other; case and accents do not matter."""
    return f" {fold(wanted)} " in f" {fold(text)} "
