"""Circles: added, changed, removed."""

import sqlite3
from typing import NamedTuple

from netbook.core.cadence import parse_cadence, short
from netbook.core.names import checked, fold
from netbook.core.text import quoted, words
from netbook.errors import NoSuchCircle
from netbook.errors.people import CircleTaken
from netbook.store import write
from netbook.store.read.groups import StoredCircle, circle, circles


class CircleChange(NamedTuple):
    """A circle as it is now, what happened to it (added, changed, removed), and how many are in it."""

    name: str
    cadence: str
    description: str | None
    done: str
    people: int


def put(
    db: sqlite3.Connection, name: str, every: str | None, describe: str | None, rename: str | None
) -> CircleChange:
    """Change a circle, or add it where a cadence is given; raises NoSuchCircle for another unknown name."""
    row: dict[str, write.Value] = {}
    if every is not None:
        row["cadence"] = short(parse_cadence(every))
    if describe is not None:
        row["description"] = words(describe, "a description")
    existing = _there(db, name)
    if rename is not None:
        row["name"], row["key"] = checked(rename, "a circle's name"), fold(rename)
        other = _there(db, rename)
        if other and other != existing:
            raise CircleTaken(quoted(other.name))
    if existing:
        write.change(db, "circle", existing.id, row)
        number, done = existing.id, "changed"
    elif every is not None and rename is None:
        new = checked(name, "a circle's name")
        number, done = write.add_row(db, "circle", {"name": new, **row}), "added"
    else:
        raise NoSuchCircle(quoted(name), [one.name for one in circles(db)])
    after = next(one for one in circles(db) if one.id == number)
    return CircleChange(after.name, after.cadence, after.description, done, _people(db, number))


def remove(db: sqlite3.Connection, name: str) -> CircleChange:
    """Remove a circle; its people stay in the journal without one."""
    existing = circle(db, name)
    people = _people(db, existing.id)
    db.execute("DELETE FROM circle WHERE id = ?", (existing.id,))
    return CircleChange(existing.name, existing.cadence, existing.description, "removed", people)


def _there(db: sqlite3.Connection, name: str) -> StoredCircle | None:
    return next((one for one in circles(db) if fold(one.name) == fold(name)), None)


def _people(db: sqlite3.Connection, number: int) -> int:
    (count,) = db.execute("SELECT count(*) FROM person WHERE circle_id = ?", (number,)).fetchone()
    return int(count)
