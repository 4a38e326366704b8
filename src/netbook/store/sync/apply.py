"""Writing what a merge decided: rows that come, change, go or get another number, and the history with them.

A row that changes is removed and added: what only one row may have can pass from one to another, and the database
keeps its indexes itself. The connection does not check links while this is under way; `broken_links` does at the end.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from netbook.core.sync.numbers import Moved
from netbook.core.sync.published import ORDER, Key, Row, Value, key_columns
from netbook.core.tables import TABLES
from netbook.store import bulk, journal_import
from netbook.store.history import by_key, last_change
from netbook.store.sync.rows import number_of

# By table: the number that a row had, and the one it has now.
Numbers = Mapping[str, Mapping[int, int]]
# Whole rows by table and primary key.
Rows = dict[tuple[str, tuple[object, ...]], dict[str, Any]]
# Rows that repeat what another one says, which has to be there first.
_LAST = ("attendance",)

NO_WORDS = "DELETE FROM name_word WHERE person_id NOT IN (SELECT id FROM person) AND person_id = ?"
SAME_DAY = """UPDATE attendance SET (date, human) = (SELECT date, human FROM meeting WHERE id = meeting_id)
WHERE meeting_id = ?"""


class AppliedChange(NamedTuple):
    """A row that is another one now: its table and key, what it was here, and what it is."""

    name: str
    key: Key
    before: Row | None
    now: Row | None


class LeadsNowhere(Exception):
    """A link to a row that does not exist; the message names the table."""


def apply(db: sqlite3.Connection, changes: list[AppliedChange], moved: Iterable[Moved]) -> None:
    """Write all changes. Raises RowRefused or LeadsNowhere where they break a rule of the journal."""
    bulk.prepare(db)
    numbers: dict[str, dict[int, int]] = {}
    for name, _, before, now in moved:
        numbers.setdefault(name, {})[before] = now
    removed = [(name, _primary_key(db, name, row)) for name, _, row, _ in changes if row is not None]
    for name, key in removed:
        db.execute(f"DELETE FROM {name} WHERE {by_key(name)}", key)
    _free_history(db, changes, numbers)
    lifted = _lifted(db, numbers)
    with silently(db):
        _put_down(db, lifted, numbers, [name for name in TABLES if name not in _LAST])
    _rewrite_history(db, numbers)
    _add(db, changes)
    with silently(db):
        _put_down(db, lifted, numbers, _LAST)
    _follow(db, changes, removed)
    _check_links(db, removed)


def _primary_key(db: sqlite3.Connection, name: str, row: Row) -> list[object]:
    """The primary key of a row here."""
    with_numbers = linked(name, row, lambda target, key: number_of(db, target, key))
    return [with_numbers[column] for column in TABLES[name].primary]


def linked(name: str, row: Row, number: Callable[[str, str], Value]) -> dict[str, Any]:
    """The row with numbers for its links, which are looked up by table and key. Raises LeadsNowhere."""
    result: dict[str, Any] = dict(row)
    for column, target in TABLES[name].links.items():
        value = row[column]
        if value is None:
            continue
        result[column] = number(target, str(value))
        if result[column] is None:
            raise LeadsNowhere(name)
    return _ordered(name, result)


def _ordered(name: str, row: dict[str, Any]) -> dict[str, Any]:
    if TABLES[name].pair == "ordered" and row["a_id"] > row["b_id"]:
        row["a_id"], row["b_id"] = row["b_id"], row["a_id"]
    return row


def _add(db: sqlite3.Connection, changes: list[AppliedChange]) -> None:
    """Add what comes, table by table."""
    coming = [change for change in changes if change.now is not None]
    numbers = {(name, key[0]): row["id"] for name, key, _, row in coming if row is not None and "id" in row}

    def number(target: str, key: str) -> Value:
        return numbers.get((target, key)) or number_of(db, target, key)

    coming.sort(key=lambda change: ORDER[change.name])
    for name, group in groupby(coming, key=lambda change: change.name):
        journal_import.add_all(
            db, name, [linked(name, row, number) for _, _, _, row in group if row is not None]
        )


def _follow(
    db: sqlite3.Connection, changes: list[AppliedChange], removed: list[tuple[str, list[object]]]
) -> None:
    """What the database does by itself only where links are checked, or a row is changed in place."""
    db.executemany(NO_WORDS, (key for name, key in removed if name == "person"))
    db.executemany(
        SAME_DAY, ([row["id"]] for name, _, _, row in changes if name == "meeting" and row is not None)
    )


def _check_links(db: sqlite3.Connection, removed: Iterable[tuple[str, list[object]]]) -> None:
    """Raises LeadsNowhere for a row that links to one that went; those that came have found theirs."""
    for name, key in removed:
        for table, column in _linking(name):
            if db.execute(
                f'SELECT 1 FROM {table} WHERE "{column}" = ? AND NOT EXISTS (SELECT 1 FROM {name} WHERE id = ?)',
                (key[0], key[0]),
            ).fetchone():
                raise LeadsNowhere(table)


@cache
def _linking(name: str) -> tuple[tuple[str, str], ...]:
    """The tables and columns that link to a table."""
    return tuple(
        (table, c) for table, about in TABLES.items() for c, target in about.links.items() if target == name
    )


def _lifted(db: sqlite3.Connection, numbers: Numbers) -> Rows:
    """Take out the rows that get another number, and those that link to them."""
    rows = dict(_affected(db, numbers))
    with silently(db):
        for name, key in rows:
            db.execute(f"DELETE FROM {name} WHERE {by_key(name)}", key)
        for old in numbers.get("person", {}):
            db.execute(NO_WORDS, (old,))
    return rows


def _put_down(db: sqlite3.Connection, rows: Rows, numbers: Numbers, names: Iterable[str]) -> None:
    """Put rows of these tables back with the numbers of now."""
    for name in names:
        for (table, _), row in rows.items():
            if table == name:
                _insert_raw(db, name, _renumbered(name, row, numbers))


@contextmanager
def silently(db: sqlite3.Connection) -> Iterator[None]:
    """What is written is no change of the journal."""
    before = last_change(db)
    yield
    db.execute("DELETE FROM change WHERE id > ?", (before,))


def _affected(
    db: sqlite3.Connection, numbers: Numbers
) -> Iterator[tuple[tuple[str, tuple[object, ...]], dict[str, Any]]]:
    """The rows that get another number, and those that link to them: each by table and primary key."""
    for name, pairs in numbers.items():
        for table, column in ((name, "id"), *_linking(name)):
            for old in pairs:
                rows = db.execute(f'SELECT * FROM {table} WHERE "{column}" = ?', (old,))
                columns = [description[0] for description in rows.description]
                for cells in rows.fetchall():
                    row = dict(zip(columns, cells, strict=True))
                    yield (table, tuple(row[part] for part in TABLES[table].primary)), row


def _renumbered(name: str, row: dict[str, Any], numbers: Numbers) -> dict[str, Any]:
    """The row with the numbers of now, its own and those of its links."""
    new = dict(row)
    if "id" in row and row["id"] in numbers.get(name, {}):
        new["id"] = numbers[name][row["id"]]
    for column, target in TABLES[name].links.items():
        if column in row and row[column] in numbers.get(target, {}):
            new[column] = numbers[target][row[column]]
    return _ordered(name, new) if "a_id" in new else new


def _insert_raw(db: sqlite3.Connection, name: str, row: dict[str, Any]) -> None:
    columns = [column for column in row if (name, column) != ("meeting", "human")]
    named = ", ".join(f'"{column}"' for column in columns)
    db.execute(
        f"INSERT INTO {name} ({named}) VALUES ({', '.join('?' * len(columns))})", [row[c] for c in columns]
    )


def _rewrite_history(db: sqlite3.Connection, numbers: Numbers) -> None:
    """Have the history speak of rows by the numbers of now."""
    if not numbers:
        return
    tables = {table for name in numbers for table, _ in ((name, ""), *_linking(name))}
    marks = ", ".join("?" * len(tables))
    rows = db.execute(f'SELECT id, of, "key", row FROM change WHERE of IN ({marks})', sorted(tables))
    updates = []
    for number, name, key, row in rows:
        primary = dict(zip(TABLES[name].primary, json.loads(key), strict=True))
        new_key = [*_renumbered(name, primary, numbers).values()]
        was = None if row is None else json.loads(row)
        new_row = None if was is None else _renumbered(name, was, numbers)
        if new_key != [*primary.values()] or new_row != was:
            text = None if new_row is None else json.dumps(new_row, ensure_ascii=False, separators=(",", ":"))
            updates.append((json.dumps(new_key, ensure_ascii=False, separators=(",", ":")), text, number))
    db.executemany('UPDATE change SET "key" = ?, row = ? WHERE id = ?', updates)


def _free_history(
    db: sqlite3.Connection, changes: list[AppliedChange], numbers: dict[str, dict[int, int]]
) -> None:
    """Have the history give up numbers of rows that are gone where a row that comes has them."""
    coming: dict[str, dict[int, Key]] = {}
    for name, key, before, now in changes:
        if now is not None and before is None and isinstance(now.get("id"), int):
            coming.setdefault(name, {})[int(now["id"] or 0)] = key
    for name, rows in coming.items():
        highest = max(_highest(db, name), *rows, *numbers.get(name, {}).values())
        for number in sorted(_of_others(db, name, rows) - numbers.get(name, {}).keys()):
            highest += 1
            numbers.setdefault(name, {})[number] = highest


def _of_others(db: sqlite3.Connection, name: str, coming: Mapping[int, Key]) -> set[int]:
    """The numbers that the history knows as those of other rows than the ones that come."""
    column = key_columns(name)[0]
    result = set()
    for key, row in db.execute('SELECT "key", max(row) FROM change WHERE of = ? GROUP BY "key"', (name,)):
        number = json.loads(key)[0]
        if number not in coming:
            continue
        is_same = (
            row is not None
            and len(key_columns(name)) == 1
            and json.loads(row).get(column) == coming[number][0]
        )
        if not is_same:
            result.add(number)
    return result


def _highest(db: sqlite3.Connection, name: str) -> int:
    (highest,) = db.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = ?", (name,)).fetchone()
    (present,) = db.execute(f"SELECT max(id) FROM {name}").fetchone()
    return max(int(highest or 0), int(present or 0))
