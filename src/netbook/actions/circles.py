"""Add, change and remove circles."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.starts import FirstContacts, set_starts
from netbook.core.cadence import parse_cadence, short
from netbook.core.names import checked, fold
from netbook.core.text import quoted, words
from netbook.errors.people import CircleTaken
from netbook.store import write
from netbook.store.read.groups import circle, circles, find_circle, no_such_circle
from netbook.store.read.starts import without_cadence
from netbook.store.read.who import find


class CircleChange(NamedTuple):
    """A circle after a change, whether it was added, changed or removed, and how many people are in it."""

    name: str
    cadence: str
    description: str | None
    done: str
    people: int
    added: tuple[str, ...] = ()
    first_contacts: FirstContacts | None = None


def put(
    db: sqlite3.Connection, today: date, name: str, every: str | None, describe: str | None,
    rename: str | None, who: Sequence[str] = (),
) -> CircleChange:  # fmt: skip
    """Change a circle, or add it if a cadence is given, and put people into it.

    Raises NoSuchCircle for an unknown name without a cadence.
    """
    persons = list({person.id: person for person in (find(db, text) for text in who)}.values())
    row: dict[str, write.Value] = {}
    if every is not None:
        row["cadence"] = short(parse_cadence(every))
    if describe is not None:
        row["description"] = words(describe, "a description")
    existing = find_circle(db, name)
    if rename is not None:
        row["name"], row["key"] = checked(rename, "a circle's name"), fold(rename)
        other = find_circle(db, rename)
        if other and other != existing:
            raise CircleTaken(quoted(other.name))
    members = _members(db, existing.id) if existing else []
    waiting = without_cadence(db, [*members, *(person.id for person in persons)], today)
    if existing:
        write.change(db, "circle", existing.id, row)
        number, done = existing.id, "changed"
    elif every is not None and rename is None:
        new = checked(name, "a circle's name")
        number, done = write.add_row(db, "circle", {"name": new, **row}), "added"
    else:
        raise no_such_circle(db, name)
    for person in persons:
        write.put_in_circle(db, person.id, number)
    spread = set_starts(db, today, waiting)
    after = next(circle for circle in circles(db) if circle.id == number)
    names = tuple(person.name for person in persons)
    return CircleChange(
        name=after.name,
        cadence=after.cadence,
        description=after.description,
        done=done,
        people=_people(db, number),
        added=names,
        first_contacts=spread,
    )


def remove(db: sqlite3.Connection, name: str) -> CircleChange:
    """Remove a circle; its people stay in the journal without one."""
    existing = circle(db, name)
    people = _people(db, existing.id)
    db.execute("DELETE FROM circle WHERE id = ?", (existing.id,))
    return CircleChange(existing.name, existing.cadence, existing.description, "removed", people)


def _members(db: sqlite3.Connection, number: int) -> list[int]:
    return [person for (person,) in db.execute("SELECT id FROM person WHERE circle_id = ?", (number,))]


def _people(db: sqlite3.Connection, number: int) -> int:
    (count,) = db.execute("SELECT count(*) FROM person WHERE circle_id = ?", (number,)).fetchone()
    return int(count)
