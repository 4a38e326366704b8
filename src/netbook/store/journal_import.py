"""Check and write the rows of a journal's export."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from netbook.core.birthdays import parse_birthday
from netbook.core.cadence import parse_cadence, short
from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.core.names import handle_for
from netbook.core.tables import TABLES
from netbook.core.text import quoted
from netbook.errors import NetbookError
from netbook.store.bulk import checker
from netbook.store.detect_encryption import database_errors, error_name
from netbook.store.write import lasting_uid

Row = Mapping[str, Any]

# What the database says of an attendance by itself; the models ask for it all the same.
_REPEATED = {"attendance": {"date": date(2000, 1, 1), "human": 1}}
POINTED_AT = frozenset(other for table in TABLES.values() for other in table.links.values())
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
_MEETING = "FROM meeting WHERE id = :meeting_id"
_RULES: dict[str, Callable[[str], bool]] = {
    "cadence": lambda text: short(parse_cadence(text)) == text,
    "birthday": lambda text: parse_birthday(text) == text,
    "handle": lambda text: handle_for(text.replace("-", " ")) == text,
    "name": lambda text: "\n" not in text,
}


NOT_THERE = "it refers to a row that does not exist"

# SQLite's own memory of the numbers it gave (https://sqlite.org/autoinc.html).
RAISED = "UPDATE sqlite_sequence SET seq = max(seq, :highest) WHERE name = :of"
ALSO_GIVEN = """INSERT INTO sqlite_sequence (name, seq)
SELECT :of, :highest WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :of)"""
HIGHEST = """INSERT INTO numbering (of, highest) VALUES (:of, :highest)
ON CONFLICT (of) DO UPDATE SET highest = excluded.highest WHERE excluded.highest > highest"""


class RowRefused(Exception):
    """The database does not take a row; the message says why."""


def broken(name: str, row: Row) -> str | None:
    """Why a row is not valid in this table, by its model and the commands' rules; None for a valid one."""
    table = TABLES.get(name)
    if table is None:
        return f"no row is called {quoted(name)}"
    for column, value in row.items():
        if column not in table.columns:
            return f"it has an unknown column, {quoted(column)}"
        if isinstance(value, str) and (why := _unfit(column, value)):
            return f"{column}: {why}"
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            return f"{column}: it is too big"
    if name in POINTED_AT and not isinstance(row.get("id"), int):
        return "id: other lines know it by its number, and it has none"
    # An older netbook's export lacks columns that came later.
    placeholder = {"uid": "given by the database"} if "uid" in table.columns else {}
    return checker(name)({**placeholder, **row, **_REPEATED.get(name, {}), **made(name, row)})


def _unfit(column: str, value: str) -> str | None:
    if _NO_CHARACTER.search(value):
        return "it has an invalid character (NUL, or half of one)"
    if is_day(column) and not _is_iso_day(value):
        return f"{quoted(value)} is not a day such as 2026-11-27"
    rule = _RULES.get(column)
    try:
        return None if rule is None or rule(value) else f"{quoted(value)} is not written as netbook writes it"
    except NetbookError as error:
        return str(error)


def is_day(column: str) -> bool:
    """Whether a column of this name holds a day."""
    return column.endswith("_on") or column in ("date", "since", "until", "known_since", "paused_until")


def _is_iso_day(text: str) -> bool:
    try:
        return len(text) == 10 and FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


def made(name: str, row: Row) -> dict[str, str]:
    """The key of a row, made from what it is the key of."""
    key = TABLES[name].key
    if key is None or not isinstance(row.get(key.source), str):
        return {}
    return {key.column: key.made(row[key.source])}


def add(db: sqlite3.Connection, name: str, row: Row) -> int:
    """Add a row that was found to keep the rules; its number. Raises RowRefused."""
    full = {**row, **made(name, row)}
    if TABLES[name].uid_of_key and "uid" not in full:
        full["uid"] = lasting_uid(db, name, full["key"])
    done = _run(db, _adding(name, tuple(full)), full)
    if not done.rowcount:
        raise RowRefused(NOT_THERE)
    return int(done.lastrowid or 0)


def add_all(db: sqlite3.Connection, name: str, rows: Iterable[Row]) -> None:
    """Add rows of one table that have all its columns and were found to keep the rules. Raises RowRefused."""
    if name == "numbering":
        for row in rows:
            keep_numbering(db, row)
        return
    full = [{**row, **made(name, row)} for row in rows]
    done = _carried_out(lambda: db.executemany(_adding(name, tuple(full[0])), full))
    if done.rowcount != len(full):
        raise RowRefused(NOT_THERE)


def fill(db: sqlite3.Connection, name: str, existing: Row, filled: Row) -> None:
    """Set columns of a row that is there. Raises RowRefused."""
    sets = ", ".join(f'"{column}" = :{column}' for column in filled)
    keys = TABLES[name].primary
    where = " AND ".join(f"{key} = :there_{key}" for key in keys)
    _run(
        db,
        f"UPDATE {name} SET {sets} WHERE {where}",
        {**filled, **{f"there_{key}": existing[key] for key in keys}},
    )


def keep_numbering(db: sqlite3.Connection, row: Row) -> None:
    """Give no number of a table that was given in the journal this row comes from."""
    db.execute(RAISED, row)
    db.execute(ALSO_GIVEN, row)
    db.execute(HIGHEST, row)


def remove_circles(db: sqlite3.Connection) -> None:
    """Remove a new journal's circles."""
    db.execute("DELETE FROM circle")


@cache
def _adding(name: str, columns: tuple[str, ...]) -> str:
    named = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join(f":{column}" for column in columns)
    if name == "attendance":
        return f"INSERT INTO attendance ({named}, date, human) SELECT {marks}, date, human {_MEETING}"
    return f"INSERT INTO {name} ({named}) VALUES ({marks})"


def _run(db: sqlite3.Connection, statement: str, row: Row) -> sqlite3.Cursor:
    return _carried_out(lambda: db.execute(statement, row))


def _carried_out(statement: Callable[[], sqlite3.Cursor]) -> sqlite3.Cursor:
    try:
        return statement()
    except database_errors() as error:
        if not error_name(error).startswith("SQLITE_CONSTRAINT"):
            raise
        raise RowRefused(_in_words(str(error))) from None


def _in_words(message: str) -> str:
    """What SQLite says of a row that it refuses, as somebody who reads the file understands it."""
    what, _, columns = message.partition(" constraint failed")
    columns = columns.removeprefix(": ")
    match what:
        case "UNIQUE":
            named = ", ".join(part.rpartition(".")[2] for part in columns.split(", "))
            return f"a row with the same {named} already exists"
        case "FOREIGN KEY":
            return NOT_THERE
    return f"it breaks a rule of the journal: {columns or message}"


class Numbers:
    """The number that each row of a file has in the journal, kept by SQLite: there may be very many."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.execute(
            "CREATE TEMP TABLE number_of"
            " (name TEXT, theirs INTEGER, ours INTEGER, PRIMARY KEY (name, theirs)) WITHOUT ROWID"
        )

    def put(self, name: str, theirs: object, ours: int | None) -> None:
        """Note down a row's number in the journal, None for a row that was left out."""
        if isinstance(theirs, int):
            self._db.execute("INSERT OR IGNORE INTO number_of VALUES (?, ?, ?)", (name, theirs, ours))

    def of(self, name: str, theirs: int) -> int | None:
        """The row's number in the journal, None for one that was left out; KeyError for one not in the file."""
        row = self._db.execute(
            "SELECT ours FROM number_of WHERE name = ? AND theirs = ?", (name, theirs)
        ).fetchone()
        if row is None:
            raise KeyError(theirs)
        return None if row[0] is None else int(row[0])
