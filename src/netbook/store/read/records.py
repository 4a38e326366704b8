"""Any record by its reference: its row, its people, the records that belong to it, and its text in a line."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from netbook.core.records import Hanging, RecordPerson, Related
from netbook.core.refs import Ref, ref
from netbook.core.tables import TABLES
from netbook.store.read.find import TEXTS

# Tables that say who a record is with: each has nothing but the record and a person.
WITH = {
    other: name
    for name, table in TABLES.items()
    for other in table.links.values()
    if other != "person" and set(table.columns) == set(table.links) == {f"{other}_id", "person_id"}
}
INTERESTS = """
SELECT r.id, p.name, p.handle, t.name FROM json_each(?) AS wanted JOIN interest r ON r.id = wanted.value
JOIN person p ON p.id = r.person_id JOIN topic t ON t.id = r.topic_id
"""
PEOPLE = """
SELECT p.id, p.handle, p.name FROM json_each(?) AS wanted JOIN person p ON p.id = wanted.value
ORDER BY p.name_key, p.id
"""


def row(db: sqlite3.Connection, record: Ref) -> dict[str, Any] | None:
    """The columns of a record, or None."""
    columns = TABLES[record.table].columns
    named = ", ".join(f'"{column}"' for column in columns)
    rows = db.execute(f"SELECT {named} FROM {record.table} WHERE id = ?", (record.id,)).fetchone()
    return dict(zip(columns, rows, strict=True)) if rows else None


def people(db: sqlite3.Connection, record: Ref, own: dict[str, Any]) -> list[RecordPerson]:
    """The people a record is about, or who were or will be there."""
    if record.table in WITH:
        statement = f"SELECT person_id FROM {WITH[record.table]} WHERE {record.table}_id = ?"
        numbers = [number for (number,) in db.execute(statement, (record.id,))]
    else:
        numbers = [own[column] for column, other in TABLES[record.table].links.items() if other == "person"]
    listed = json.dumps([number for number in numbers if number is not None])
    rows = [RecordPerson(*each) for each in db.execute(PEOPLE, (listed,))]
    if TABLES[record.table].pair == "directed":
        rows.sort(key=lambda person: person.id != own["a_id"])
    return rows


def links(db: sqlite3.Connection, record: Ref, own: dict[str, Any]) -> dict[str, Any]:
    """What a record points at besides people: topics and events by name, other records by reference."""
    result: dict[str, Any] = {}
    for column, other in TABLES[record.table].links.items():
        if other == "person":
            continue
        number = own[column]
        if number is None or other == "meeting":
            result[other] = None if number is None else ref(other, number)
        else:
            (result[other],) = db.execute(f"SELECT name FROM {other} WHERE id = ?", (number,)).fetchone()
    return result


def texts(db: sqlite3.Connection, table: str, numbers: Iterable[int]) -> dict[int, str | None]:
    """The text of each of these records, in a line."""
    searched = TABLES[table].searched
    statement = TEXTS[searched.number] if searched else INTERESTS
    return {number: text for number, _, _, text in db.execute(statement, (json.dumps([*numbers]),))}


def hanging(db: sqlite3.Connection, table: str, number: int) -> list[Hanging]:
    """How many rows of each table point at a row, and whether they go with it."""
    rows = []
    for name, column, goes in _pointing_at(table):
        (count,) = db.execute(f"SELECT count(*) FROM {name} WHERE {column} = ?", (number,)).fetchone()
        if count:
            rows.append(Hanging(name, count, goes))
    return rows


def related(db: sqlite3.Connection, record: Ref) -> list[Related]:
    """The records that belong to another one; `people` has those who were there."""
    rows = []
    for name, column, goes in _pointing_at(record.table):
        if name == WITH.get(record.table) or TABLES[name].letter is None:
            continue
        numbers = [
            number
            for (number,) in db.execute(f"SELECT id FROM {name} WHERE {column} = ? ORDER BY id", (record.id,))
        ]
        text = texts(db, name, numbers) if numbers else {}
        rows += [Related(name, ref(name, number), text.get(number), goes) for number in numbers]
    return rows


def _pointing_at(table: str) -> list[tuple[str, str, bool]]:
    """Every column that points at a table: its table, itself, and whether its row goes with what it points at."""
    return [
        (name, column, column not in described.optional)
        for name, described in TABLES.items()
        for column, other in described.links.items()
        if other == table
    ]
