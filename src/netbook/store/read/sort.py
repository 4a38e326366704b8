"""Read what a decision about somebody changes."""

import sqlite3
from typing import NamedTuple

STATE = "SELECT circle_id, cadence, start_on FROM person WHERE id = ?"


class PersonState(NamedTuple):
    """What a decision changes."""

    circle_id: int | None
    cadence: str | None
    start_on: str | None


def state(db: sqlite3.Connection, person_id: int) -> PersonState | None:
    """What a decision would change; None where they are gone."""
    row = db.execute(STATE, (person_id,)).fetchone()
    return PersonState._make(row) if row else None
