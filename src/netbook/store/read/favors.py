"""Read favours: the balance with a person, and favours still to be thanked for."""

import sqlite3
from datetime import date
from typing import NamedTuple

BALANCE = """
SELECT count(*) FILTER (WHERE direction = 'gave'), count(*) FILTER (WHERE direction = 'got')
FROM favor WHERE person_id = ?
"""
OWED = """
SELECT id, text, date FROM favor
WHERE person_id = ? AND direction = 'got' AND thanked_on IS NULL ORDER BY date, id
"""


ADDRESS = """
SELECT text FROM address WHERE person_id = ?
ORDER BY label IS NULL OR lower(label) NOT IN ('home', 'private'), id LIMIT 1
"""


class FavorBalance(NamedTuple):
    """How many favours were given to somebody and received from them."""

    gave: int
    got: int


class OwedFavor(NamedTuple):
    """A favour received that was not thanked for yet."""

    id: int
    text: str
    on: date


def balance(db: sqlite3.Connection, person_id: int) -> FavorBalance:
    """What was given to somebody and received from them, counted."""
    return FavorBalance(*db.execute(BALANCE, (person_id,)).fetchone())


def postal_address(db: sqlite3.Connection, person_id: int) -> str | None:
    """Where a letter to somebody goes, to their home where that is known; None where nothing is."""
    row = db.execute(ADDRESS, (person_id,)).fetchone()
    return row[0] if row else None


def owed(db: sqlite3.Connection, person_id: int) -> list[OwedFavor]:
    """What somebody has not been thanked for yet, the oldest first."""
    return [
        OwedFavor(number, text, date.fromisoformat(on)) for number, text, on in db.execute(OWED, (person_id,))
    ]
