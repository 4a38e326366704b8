"""Read people never met, and when their first contact is due."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.store.standing import ACTIVE, LAST_CONTACT, START

_CADENCE = "coalesce(p.cadence, c.cadence)"

# Of these people, those never met whose cadence does not run, the last connected first.
WITHOUT = f"""
SELECT p.id FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value
LEFT JOIN circle c ON c.id = p.circle_id
WHERE coalesce({_CADENCE}, 'none') = 'none' AND {LAST_CONTACT} IS NULL
ORDER BY p.known_since IS NULL, p.known_since DESC, p.added_on DESC, p.id
"""

# Of these people, in their order, those never met whose cadence runs: it, and their start.
WITH = f"""
SELECT p.id, {_CADENCE}, {START} FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value
LEFT JOIN circle c ON c.id = p.circle_id
WHERE coalesce({_CADENCE}, 'none') <> 'none' AND {LAST_CONTACT} IS NULL
ORDER BY wanted.key
"""

BY_CONNECTION = """
SELECT p.id FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value
ORDER BY p.known_since IS NULL, p.known_since DESC, p.id
"""

# How many first contacts are on each day from today on.
TAKEN = f"""
SELECT {START} AS start, count(*) FROM person p LEFT JOIN circle c ON c.id = p.circle_id
WHERE coalesce({_CADENCE}, 'none') <> 'none' AND {START} >= :today AND {ACTIVE} AND {LAST_CONTACT} IS NULL
GROUP BY start
"""


class NeverMet(NamedTuple):
    """Somebody never met whose cadence runs, and from when."""

    person_id: int
    cadence: str
    start: date


def without_cadence(db: sqlite3.Connection, people: Iterable[int], today: date) -> list[int]:
    """Of these people, those never met whose cadence does not run, the last connected first."""
    values = {"people": str(list(people)), "today": today.isoformat()}
    return [number for (number,) in db.execute(WITHOUT, values)]


def with_cadence(db: sqlite3.Connection, people: Iterable[int], today: date) -> list[NeverMet]:
    """Of these people, in their order, those never met whose cadence runs."""
    values = {"people": str(list(people)), "today": today.isoformat()}
    return [
        NeverMet(number, cadence, date.fromisoformat(start))
        for number, cadence, start in db.execute(WITH, values)
    ]


def last_connected_first(db: sqlite3.Connection, people: Iterable[int]) -> list[int]:
    """These people, whom you have known for the shortest time first."""
    return [number for (number,) in db.execute(BY_CONNECTION, {"people": str(list(people))})]


def taken(db: sqlite3.Connection, today: date) -> dict[date, int]:
    """How many first contacts are on each day from today on."""
    rows = db.execute(TAKEN, {"today": today.isoformat()})
    return {date.fromisoformat(start): count for start, count in rows}
