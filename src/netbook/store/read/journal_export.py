"""Read every row that an export of the journal contains."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from netbook.core.tables import TABLES
from netbook.store import journal

CIRCLES = "SELECT name, cadence, description FROM circle ORDER BY id"
PERSON_OF = """
SELECT uid FROM person WHERE uid = :uid
UNION ALL SELECT p.uid FROM identity i JOIN person p ON p.id = i.person_id WHERE i.uid = :uid
"""


# What a new journal has, or a journal keeps when everything is removed from it.
_BEGUN = ("circle", "numbering")


def rows(db: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, ...], tuple[object, ...]]]:
    """The table of each row, its columns and their values; parents come before their children."""
    for name, table in TABLES.items():
        columns = ", ".join(f'"{column}"' for column in table.columns)
        for row in db.execute(f"SELECT {columns} FROM {name} ORDER BY {', '.join(table.primary)}"):
            yield name, table.columns, row


def number_of_rows(db: sqlite3.Connection) -> int:
    """How many rows there are to take along."""
    counts = " + ".join(f"(SELECT count(*) FROM {name})" for name in TABLES)
    (number,) = db.execute(f"SELECT {counts}").fetchone()
    return int(number)


def is_new(db: sqlite3.Connection) -> bool:
    """Whether nothing is in the journal but the circles that a new one has."""
    filled = " OR ".join(f"EXISTS (SELECT 1 FROM {name})" for name in TABLES if name not in _BEGUN)
    (rows,) = db.execute(f"SELECT {filled}").fetchone()
    return not rows and db.execute(CIRCLES).fetchall() == list(journal.CIRCLES)


def like(db: sqlite3.Connection, name: str, row: Mapping[str, Any]) -> dict[str, Any] | None:
    """The journal's row that is the same as this one of another journal, by the surest sign that finds one."""
    table = TABLES[name]
    columns = ", ".join(f'"{column}"' for column in table.columns)
    values = {**dict.fromkeys(table.columns), **row}
    for condition in table.same:
        rows = db.execute(f"SELECT {columns} FROM {name} WHERE {condition}", values).fetchone()
        if rows:
            return dict(zip(table.columns, rows, strict=True))
    return None


def person_of(db: sqlite3.Connection, uids: Iterable[str]) -> str | None:
    """The own uid of somebody who is known by one of these."""
    for uid in uids:
        rows = db.execute(PERSON_OF, {"uid": uid}).fetchone()
        if rows:
            return str(rows[0])
    return None
