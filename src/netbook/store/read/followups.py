"""Read promises: open ones, or by number."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.store.read import columns

_FOLLOWUP = """
SELECT f.id, p.name, p.handle, f.whose, f.text, f.promised_on, f.due_on, f.status, f.closed_on
FROM followup f JOIN person p ON p.id = f.person_id
"""
OPEN = f"""
{_FOLLOWUP} WHERE f.status = 'open' AND (:whose IS NULL OR f.whose = :whose)
ORDER BY f.due_on IS NULL, f.due_on, f.id
"""
NUMBERED = f"{_FOLLOWUP} WHERE f.id IN (SELECT value FROM json_each(?))"


class FollowupFacts(NamedTuple):
    """Something promised to or by somebody, yours (`mine`) or theirs; open, done or dropped."""

    number: int
    person: str
    handle: str
    whose: str
    text: str
    promised_on: date
    due_on: date | None
    status: str
    closed_on: date | None


def open_followups(db: sqlite3.Connection, whose: str | None) -> list[FollowupFacts]:
    """Yours, theirs or all (None) that are open, by due date, those without one last."""
    return _followups(db.execute(OPEN, {"whose": whose}))


def numbered(db: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, FollowupFacts]:
    """The follow-ups with these numbers, by number."""
    return {row.number: row for row in _followups(db.execute(NUMBERED, (str(list(numbers)),)))}


def _followups(rows: sqlite3.Cursor) -> list[FollowupFacts]:
    return [
        row._replace(
            promised_on=date.fromisoformat(str(row.promised_on)),
            due_on=columns.day(row.due_on),
            closed_on=columns.day(row.closed_on),
        )
        for row in map(FollowupFacts._make, rows)
    ]
