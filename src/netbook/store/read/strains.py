"""Read strains: the open one, and the points of connection since."""

import sqlite3
from datetime import date
from typing import NamedTuple

OPEN = "SELECT id, text, since FROM strain WHERE person_id = ? AND repaired_on IS NULL"
FOUND_SINCE = "SELECT count(*) FROM commonality WHERE person_id = ? AND found_on >= ?"


class StrainFacts(NamedTuple):
    """A strain that is not repaired yet, and how many points of connection were found since."""

    id: int
    text: str
    since: date
    points: int


def open_strain(db: sqlite3.Connection, person_id: int) -> StrainFacts | None:
    """The strain between you and somebody, or None."""
    row = db.execute(OPEN, (person_id,)).fetchone()
    if row is None:
        return None
    number, text, since = row
    (points,) = db.execute(FOUND_SINCE, (person_id, since)).fetchone()
    return StrainFacts(number, text, date.fromisoformat(since), points)
