"""Read what can be dropped: requests, introductions, introducers still to be thanked."""

import sqlite3
from datetime import date
from typing import NamedTuple

REQUEST = """
SELECT p.name, q.text, q.answer FROM request q JOIN person p ON p.id = q.person_id WHERE q.id = :number
"""
INTRODUCTION = """
SELECT a.name, b.name, i.outcome, i.because
FROM introduction i JOIN person a ON a.id = i.a_id JOIN person b ON b.id = i.b_id WHERE i.id = :number
"""
INTRODUCERS = """
SELECT DISTINCT i.name FROM attendance a JOIN person p ON p.id = a.person_id
JOIN person i ON i.id = p.introduced_by_id
WHERE a.meeting_id = :number AND a.human = 1 AND a.date <= :today ORDER BY i.name_key
"""


class StoredRequest(NamedTuple):
    """Something asked of somebody, and the answer so far."""

    person: str
    text: str
    answer: str


class StoredIntroduction(NamedTuple):
    """Two people whom you bring together, and how far that is."""

    a: str
    b: str
    outcome: str
    because: str | None


def request(db: sqlite3.Connection, number: int) -> StoredRequest | None:
    """The request with that number, or None."""
    row = db.execute(REQUEST, {"number": number}).fetchone()
    return StoredRequest(*row) if row else None


def introduction(db: sqlite3.Connection, number: int) -> StoredIntroduction | None:
    """The introduction with that number, or None."""
    row = db.execute(INTRODUCTION, {"number": number}).fetchone()
    return StoredIntroduction(*row) if row else None


def introducers(db: sqlite3.Connection, meeting: int, today: date) -> list[str]:
    """The names of those who introduced somebody who was at that meeting."""
    values = {"number": meeting, "today": today.isoformat()}
    return [name for (name,) in db.execute(INTRODUCERS, values)]
