"""Read the values that identify people, to find duplicates."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

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


def everybody(db: sqlite3.Connection) -> list[Somebody]:
    """Everybody, in the order in which they came into the journal."""
    aliases = _several(db.execute(ALIASES), parsed)
    emails = _several(db.execute(EMAILS), str)
    links = _several(db.execute(LINKS), str)
    numbers = db.execute(PHONES).fetchall()
    phones = _several(numbers, compared((number for _, number in numbers), dialling(db)).get)
    return [
        Somebody(
            id=number,
            names=(parsed(key), *aliases.get(number, ())),
            emails=frozenset(emails.get(number, ())),
            links=frozenset(links.get(number, ())),
            phones=frozenset(phones.get(number, ())),
            org=_key(org, company),
            department=_key(department),
            title=_key(title),
            place=_key(place),
            birthday=birthday,
            circle_id=circle,
        )
        for number, key, org, department, title, place, birthday, circle in db.execute(PEOPLE)
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
    """Pairs that were said to be two people, the lower number first."""
    return set(db.execute(NOT_SAME))


def is_not_same(db: sqlite3.Connection, one: int, other: int) -> bool:
    """Whether these were said to be two people."""
    return db.execute(IS_NOT_SAME, {"a": one, "b": other}).fetchone() is not None
