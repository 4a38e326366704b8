"""Requests: what you asked of somebody, and the answers."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.store.read import columns

REQUESTS = """
SELECT id, text, asked_on, answer, answered_on, reply FROM request WHERE person_id = ?
ORDER BY asked_on DESC, id DESC
"""
GIVEN = "SELECT count(*) FROM favor WHERE person_id = ? AND direction = 'gave' AND date <= ?"


class RequestFacts(NamedTuple):
    """Something asked: pending, yes or no, and since when; what they said to it."""

    id: int
    text: str
    asked_on: date
    answer: str
    answered_on: date | None
    reply: str | None


def requests(db: sqlite3.Connection, person_id: int) -> list[RequestFacts]:
    """Everything that was asked of somebody, the latest first."""
    return [
        RequestFacts(number, text, date.fromisoformat(asked), answer, columns.day(answered), reply)
        for number, text, asked, answer, answered, reply in db.execute(REQUESTS, (person_id,))
    ]


def given(db: sqlite3.Connection, person_id: int, by: date) -> int:
    """How many favours you had done somebody by a day."""
    (count,) = db.execute(GIVEN, (person_id, by.isoformat())).fetchone()
    return int(count)
