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
    result = find_circle(db, name)
    if result is None:
        raise no_such_circle(db, name)
    return result


def find_circle(db: sqlite3.Connection, name: str) -> StoredCircle | None:
    """The circle of that name, if there is one."""
    return next((circle for circle in circles(db) if fold(circle.name) == fold(name)), None)


def no_such_circle(db: sqlite3.Connection, name: str) -> NoSuchCircle:
    """What to say of a name that no circle has."""
    from netbook.core.nearest import choices

    return NoSuchCircle(quoted(name), choices(name, [circle.name for circle in circles(db)]))


def alike(db: sqlite3.Connection, column: str, text: str) -> tuple[str, ...]:
    """Every value of a person's column (place, org, department) that has these words in it."""
    rows = db.execute(f"SELECT DISTINCT {column} FROM person WHERE me = 0 AND {column} IS NOT NULL")
    return tuple(value for (value,) in rows if has_words(text, value))


def has_words(words: str, text: str) -> bool:
    """Whether the text has these words in it, next to each other; case and accents do not matter."""
    return f" {fold(words)} " in f" {fold(text)} "
