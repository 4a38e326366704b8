"""The journal's rows as other machines know them: links are the other row's key."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from netbook.core.sync.published import Key, Row, Value, in_order, key_columns, key_of
from netbook.core.sync.sides import Around
from netbook.core.tables import TABLES

Found = tuple[str, Key, dict[str, Value]]
MANY = 100_000  # changes, from which on it is quicker to read everything
NAMED = ("person", "circle", "topic", "event")

CHANGES = 'SELECT of, "key", row FROM change WHERE id > ?'
COUNT = "SELECT count(*) FROM (SELECT 1 FROM change WHERE id > ? LIMIT ?)"
GIVEN = "SELECT name, seq FROM sqlite_sequence"


def every_row(db: sqlite3.Connection) -> Iterator[Found]:
    """Every row of the journal, table by table."""
    for name in TABLES:
        yield from rows_of_table(db, name)


@cache
def _select(name: str) -> str:
    """The statement that reads a table's rows with the keys of what they link to."""
    cells, joins = [], []
    for column in TABLES[name].columns:
        target = TABLES[name].links.get(column)
        if target is None:
            cells.append(f't."{column}"')
        else:
            cells.append(f'to_{column}."{key_columns(target)[0]}"')
            joins.append(f"LEFT JOIN {target} AS to_{column} ON to_{column}.id = t.{column}")
    return f"SELECT {', '.join(cells)} FROM {name} AS t {' '.join(joins)}"


def rows_of_table(
    db: sqlite3.Connection, name: str, where: str = "", values: Iterable[object] = ()
) -> Iterator[Found]:
    """The rows of a table, all of them or those that fit."""
    columns = TABLES[name].columns
    for cells in db.execute(f"{_select(name)} {where}", tuple(values)):
        row: dict[str, Value] = in_order(name, dict(zip(columns, cells, strict=True)))
        yield name, key_of(name, row), row


def number_of(db: sqlite3.Connection, name: str, key: str) -> int | None:
    """The number here of a row that others link to."""
    row = db.execute(f'SELECT id FROM {name} WHERE "{key_columns(name)[0]}" = ?', (key,)).fetchone()
    return int(row[0]) if row else None


def row_of(db: sqlite3.Connection, name: str, key: str) -> Iterator[Found]:
    """A row that others link to, where there is one."""
    return rows_of_table(db, name, f'WHERE t."{key_columns(name)[0]}" = ?', (key,))


def touched(db: sqlite3.Connection, since: int) -> tuple[set[tuple[str, Key]], list[Found]] | None:
    """What was changed after a change of the history: the keys that rows have or had, and the rows as they are.

    None where so much was changed that it is quicker to read everything.
    """
    (number,) = db.execute(COUNT, (since, MANY)).fetchone()
    if number == MANY:
        return None
    work = _Touched(db)
    for of, key, row in db.execute(CHANGES, (since,)):
        if of in TABLES:
            work.take(of, key, row)
    return work.result()


class _Touched:
    """The rows that changes speak of, by their numbers, and what was known of those that are gone."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._numbers: dict[str, set[str]] = {}
        self._old: list[tuple[str, str]] = []
        # The keys that a number of a table has had.
        self._keys: dict[tuple[str, int], set[str]] = {}

    def take(self, name: str, key: str, row: str | None) -> None:
        """Note down a change."""
        self._numbers.setdefault(name, set()).add(key)
        if row is None:
            return
        self._old.append((name, row))
        column = key_columns(name)[0]
        if len(key_columns(name)) == 1 and "id" in TABLES[name].columns:
            was = json.loads(row)
            if column in was:
                self._keys.setdefault((name, json.loads(key)[0]), set()).add(str(was[column]))

    def result(self) -> tuple[set[tuple[str, Key]], list[Found]]:
        """The keys that the rows have or had, and the rows as they are."""
        rows = [row for name, numbers in self._numbers.items() for row in self._live(name, numbers)]
        keys = {(name, key) for name, key, _ in rows}
        for name, row in self._old:
            keys |= {(name, key) for key in self._had(name, json.loads(row))}
        return keys, rows

    def _live(self, name: str, numbers: set[str]) -> Iterator[Found]:
        primary = TABLES[name].primary
        left = ", ".join(f't."{column}"' for column in primary)
        right = ", ".join(f"value ->> {place}" for place in range(len(primary)))
        where = f"WHERE ({left}) IN (SELECT {right} FROM json_each(?))"
        return rows_of_table(self._db, name, where, (f"[{','.join(numbers)}]",))

    def _had(self, name: str, row: dict[str, Value]) -> Iterator[Key]:
        """The keys that a row may have had; more than one where a number was given twice."""
        links = {column: target for column, target in TABLES[name].links.items() if column in row}
        choices = [self._of(target, row[column]) for column, target in links.items()]
        for values in product(*choices):
            linked = {**row, **dict(zip(links, values, strict=True))}
            if all(linked.get(column) is not None or column not in linked for column in key_columns(name)):
                yield key_of(name, linked)

    def _of(self, name: str, number: Value) -> set[str | None]:
        if not isinstance(number, int):
            return {None}
        keys: set[str | None] = {*self._keys.get((name, number), ())}
        column = key_columns(name)[0]
        row = self._db.execute(f'SELECT "{column}" FROM {name} WHERE id = ?', (number,)).fetchone()
        return keys | {str(row[0])} if row else keys or {None}


def around(db: sqlite3.Connection, theirs: Iterable[tuple[str, Row]], published: dict[str, int]) -> Around:
    """What the merge asks of the rows that are the same on all sides: they are in the journal."""
    highest = dict(published)
    for name, seq in db.execute(GIVEN):
        highest[name] = max(highest.get(name, 0), int(seq))
    for name, table in TABLES.items():
        if "id" in table.columns and not table.numbered:
            (number,) = db.execute(f"SELECT coalesce(max(id), 0) FROM {name}").fetchone()
            highest[name] = max(highest.get(name, 0), int(number))
    for name, row in theirs:
        if isinstance(number := row.get("id"), int):
            highest[name] = max(highest.get(name, 0), number)

    def family(name: str, key: str) -> Iterator[tuple[str, Key, Row]]:
        yield from row_of(db, name, key)
        number = number_of(db, name, key)
        for table, about in TABLES.items():
            for column, target in about.links.items():
                if target == name and number is not None:
                    yield from rows_of_table(db, table, f'WHERE t."{column}" = ?', (number,))

    def label(name: str, key: str) -> str | None:
        result = next(row_of(db, name, key), None)
        return None if result is None else str(result[2]["name"]) if name in NAMED else key

    def handles(beginning: str) -> list[str]:
        where = "handle = :one OR handle > :one || '-' AND handle < :one || '.'"
        return [
            handle for (handle,) in db.execute(f"SELECT handle FROM person WHERE {where}", {"one": beginning})
        ]

    return Around(family, label, handles, highest, published)
