"""Write changes to goodbye rounds, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from netbook.store.write import change, insert


def add_round(
    db: sqlite3.Connection,
    org: str | None,
    on: date,
    why: str | None,
    circle: str | None = None,
    tag: str | None = None,
) -> int:
    """Begin a round of nobody yet, of an organisation, a circle, a tag, or everybody; its number."""
    return insert(db, "farewell", {"org": org, "circle": circle, "tag": tag, "date": on, "why": why})


def join(db: sqlite3.Connection, round_id: int, people: Iterable[int]) -> None:
    """Put people on a round."""
    db.executemany(
        "INSERT INTO farewell_person (farewell_id, person_id) VALUES (?, ?)",
        [(round_id, person) for person in people],
    )


def tick(db: sqlite3.Connection, round_id: int, person_id: int, on: date | None) -> None:
    """Say when somebody on a round was seen, or (None) that they were not."""
    db.execute(
        "UPDATE farewell_person SET seen_on = ? WHERE farewell_id = ? AND person_id = ?",
        (on and on.isoformat(), round_id, person_id),
    )


def part(db: sqlite3.Connection, person_id: int, on: date, why: str | None) -> None:
    """Part from somebody as of a day."""
    change(db, "person", person_id, {"parted_on": on, "parted_why": why})


def unpart(db: sqlite3.Connection, person_id: int) -> None:
    """Be in touch with somebody again, as if never parted."""
    change(db, "person", person_id, {"parted_on": None, "parted_why": None})


def leave_rounds(db: sqlite3.Connection, person_id: int) -> None:
    """Take somebody off every round on which they were not seen."""
    db.execute("DELETE FROM farewell_person WHERE person_id = ? AND seen_on IS NULL", (person_id,))
