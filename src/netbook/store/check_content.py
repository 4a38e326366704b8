"""What a file may hold although SQLite calls it whole: unreadable text, huge numbers, parts that are not netbook's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from netbook.core.cadence import parse_cadence
from netbook.core.tables import TABLES
from netbook.errors import Usage

HIGHEST = 2**53  # far above any number that netbook gives, far below where arithmetic with it fails
# Tables that netbook keeps for itself, and what is in them as text.
OWN = ("step", "change")
CADENCES = "SELECT 'circle', id, cadence FROM circle UNION ALL SELECT 'person', id, cadence FROM person"
SCHEMA = "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT GLOB 'sqlite_*'"
USED_UP = "SELECT name FROM sqlite_sequence WHERE abs(seq) >= ?"
CHANGED = 'SELECT DISTINCT "of" FROM change'
CHANGES = 'SELECT id, "of", "key", row FROM change'


def unreadable(db: sqlite3.Connection) -> Iterator[str]:
    """Values that netbook cannot have written and cannot read, such as `name of person 3`."""
    factory, db.text_factory = db.text_factory, bytes
    try:
        for table in (*TABLES, *OWN):
            rows = db.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in rows.description]
            for row in rows:
                yield from (
                    f"{name} of {table} {row[0]!r}"
                    for name, value in zip(names, row, strict=True)
                    if not _can_be_read(value)
                )
    finally:
        db.text_factory = factory
    for table, number, cadence in db.execute(CADENCES):
        try:
            if cadence is not None:
                parse_cadence(cadence)
        except Usage:
            yield f"cadence of {table} {number}"
    for number, at in db.execute("SELECT id, at FROM step"):
        try:
            datetime.fromisoformat(at)
        except ValueError:
            yield f"time of step {number}"
    for (table,) in db.execute(USED_UP, (HIGHEST,)):
        yield f"the last number of {table}"


def _can_be_read(value: object) -> bool:
    if isinstance(value, bytes):
        try:
            value.decode()
        except UnicodeDecodeError:
            return False
    return not isinstance(value, int) or abs(value) < HIGHEST


def foreign_changes(db: sqlite3.Connection) -> Iterator[str]:
    """What the history names that is no part of a journal: such a history is not netbook's."""
    for (table,) in db.execute(CHANGED):
        if table not in TABLES:
            yield f"the table {table!r}"
    for number, table, key, row in db.execute(CHANGES):
        if table in TABLES:
            try:
                key_of(table, key)
                row_of(table, row)
            except ValueError:
                yield f"the change {number}"


def key_of(table: str, text: str) -> list[Any]:
    """The primary key in a change of the history; ValueError for anything else."""
    key = json.loads(text)
    if not isinstance(key, list) or len(key) != len(TABLES[table].primary) or not _plain(key):
        raise ValueError(text)
    return key


def row_of(table: str, text: str | None) -> dict[str, Any]:
    """The columns of a row in a change of the history; ValueError for what is no column of the table."""
    row = {} if text is None else json.loads(text)
    if not isinstance(row, dict) or not row.keys() <= columns_of(table) or not _plain(row.values()):
        raise ValueError(text)
    return row


def columns_of(table: str) -> set[str]:
    """The columns of a table that a change of the history may name."""
    about = TABLES[table]
    return {*about.columns, *about.primary, *about.following, *([about.key.column] if about.key else [])}


def _plain(values: Any) -> bool:
    return all(value is None or isinstance(value, (int, str, float)) for value in values)


def foreign_parts(db: sqlite3.Connection, fresh: sqlite3.Connection) -> list[str]:
    """Tables, columns, indexes, views and triggers that are not netbook's, triggers first: they can change rows."""
    own = {(kind, name) for kind, name, _ in fresh.execute(SCHEMA)}
    rows = [row for row in db.execute(SCHEMA) if (row[0], row[1]) not in own]
    # Of a kind that SQLite does not know is only what is damaged.
    order = {"trigger": 0, "view": 1, "table": 2, "index": 3}
    rows.sort(key=lambda row: (order.get(row[0], len(order)), row[1]))
    parts = [f"the {kind} {name}{f' on {on}' if on != name else ''}" for kind, name, on in rows]
    for kind, table in sorted(own):
        if kind == "table":
            parts += [
                f"the column {name} of {table}" for name in _columns(db, table) - _columns(fresh, table)
            ]
    return parts


def _columns(db: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in db.execute(f'PRAGMA table_xinfo("{table}")')}
