"""Change or remove any record. Tables and columns come from our code, never from a user."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

from netbook.core.record_fields import FIELDS
from netbook.core.tables import TABLES
from netbook.store.read.records import WITH
from netbook.store.write import Value, plain


def change(db: sqlite3.Connection, table: str, number: int, row: Mapping[str, Value]) -> None:
    """Set columns of a record, and the key it is compared by where that follows from one of them."""
    full, key = dict(row), TABLES[table].key
    if key is not None and key.source in row:
        full[key.column] = key.made(str(row[key.source]))
    if full:
        columns = ", ".join(f'"{column}" = ?' for column in full)
        db.execute(f"UPDATE {table} SET {columns} WHERE id = ?", [*map(plain, full.values()), number])


def remove(db: sqlite3.Connection, table: str, number: int) -> None:
    """Remove a record; what cannot be without it goes, what came with it stays."""
    db.execute(f"DELETE FROM {table} WHERE id = ?", (number,))


def join(db: sqlite3.Connection, table: str, number: int, person_id: int) -> None:
    """Say that somebody is in a record: was at a meeting, is planned with, is expected."""
    if table == "meeting":
        db.execute(
            "INSERT INTO attendance (meeting_id, person_id, date, human) SELECT id, ?, date, human FROM meeting"
            " WHERE id = ?",
            (person_id, number),
        )
    else:
        db.execute(f"INSERT INTO {WITH[table]} ({table}_id, person_id) VALUES (?, ?)", (number, person_id))


def leave(db: sqlite3.Connection, table: str, number: int, person_id: int) -> None:
    """Say that somebody is not in a record."""
    db.execute(f"DELETE FROM {WITH[table]} WHERE {table}_id = ? AND person_id = ?", (number, person_id))


def move_along(db: sqlite3.Connection, meeting_id: int, before: str, day: date) -> None:
    """Move what came with a meeting on its day: what was found, learned, given and promised there."""
    for table, fields in FIELDS.items():
        column = next((field.column for field in fields if field.option == "on"), None)
        if column and TABLES[table].links.get("meeting_id") == "meeting" and table != "plan":
            db.execute(
                f"UPDATE {table} SET {column} = ? WHERE meeting_id = ? AND {column} = ?",
                (day.isoformat(), meeting_id, before),
            )


def meetings_of(db: sqlite3.Connection, event_id: int) -> list[tuple[int, str]]:
    """The meetings logged at an event, each with its day."""
    return db.execute("SELECT id, date FROM meeting WHERE event_id = ? ORDER BY id", (event_id,)).fetchall()


def with_values(
    db: sqlite3.Connection, table: str, columns: Sequence[str], values: Sequence[Value]
) -> int | None:
    """The number of the row that has these values."""
    where = " AND ".join(f"{column} = ?" for column in columns)
    row = db.execute(f"SELECT id FROM {table} WHERE {where}", [*map(plain, values)]).fetchone()
    return int(row[0]) if row else None
