"""Read the values that identify people, to find duplicates."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from netbook.core.duplicates import Somebody, company
from netbook.core.name_similarity import parsed
from netbook.core.names import fold
from netbook.core.phones import compared
from netbook.store.read.region import dialling

Value = TypeVar("Value")

PEOPLE = """
SELECT id, name_key, org, department, title, place, birthday, circle_id FROM person WHERE me = 0 ORDER BY id
"""
ALIASES = "SELECT person_id, key FROM alias ORDER BY id"
EMAILS = "SELECT person_id, key FROM email"
LINKS = "SELECT person_id, key FROM url"
PHONES = "SELECT person_id, key FROM phone"
NOT_SAME = "SELECT a_id, b_id FROM not_same"
IS_NOT_SAME = "SELECT 1 FROM not_same WHERE a_id = min(:a, :b) AND b_id = max(:a, :b)"


class _PersonRow(NamedTuple):
    """The person's own row, as PEOPLE selects it."""

    id: int
    name_key: str
    org: str | None
    department: str | None
    title: str | None
    place: str | None
    birthday: str | None
    circle_id: int | None


def everybody(db: sqlite3.Connection) -> list[Somebody]:
    """Everybody, in the order in which they came into the journal."""
    aliases = _several(db.execute(ALIASES), parsed)
    emails = _several(db.execute(EMAILS), str)
    links = _several(db.execute(LINKS), str)
    numbers = db.execute(PHONES).fetchall()
    phones = _several(numbers, compared((number for _, number in numbers), dialling(db)).get)
    return [
        Somebody(
            id=row.id,
            names=(parsed(row.name_key), *aliases.get(row.id, ())),
            emails=frozenset(emails.get(row.id, ())),
            links=frozenset(links.get(row.id, ())),
            phones=frozenset(phones.get(row.id, ())),
            org=_key(row.org, company),
            department=_key(row.department),
            title=_key(row.title),
            place=_key(row.place),
            birthday=row.birthday,
            circle_id=row.circle_id,
        )
        for row in map(_PersonRow._make, db.execute(PEOPLE))
    ]


def _several(
    rows: Iterable[tuple[int, str]], as_value: Callable[[str], Value | None]
) -> dict[int, list[Value]]:
    """The values of each person, without those that say nothing."""
    result: dict[int, list[Value]] = defaultdict(list)
    for person, text in rows:
        value = as_value(text)
        if value is not None:
            result[person].append(value)
    return result


def _key(text: str | None, further: Callable[[str], str] = str) -> str | None:
    return None if text is None else further(fold(text))


def not_same(db: sqlite3.Connection) -> set[tuple[int, int]]:
    """Pairs that were marked as two people, the lower number first."""
    return set(db.execute(NOT_SAME))


def is_not_same(db: sqlite3.Connection, one: int, other: int) -> bool:
    """Whether these were marked as two people."""
    return db.execute(IS_NOT_SAME, {"a": one, "b": other}).fetchone() is not None
