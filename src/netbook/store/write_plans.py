"""Write plans."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from netbook.core.drafts import PlanDraft
from netbook.store.write import add_row


def add_plan(db: sqlite3.Connection, draft: PlanDraft, people: Iterable[int], planned_on: date) -> int:
    """Add an open plan with everybody it is with; its number."""
    number = add_row(db, "plan", {**draft._asdict(), "planned_on": planned_on, "status": "open"})
    db.executemany(
        "INSERT INTO plan_person (plan_id, person_id) VALUES (?, ?)",
        [(number, person) for person in dict.fromkeys(people)],
    )
    return number


def move_plans(db: sqlite3.Connection, moved: Iterable[tuple[int, date, str | None, int]]) -> None:
    """Give plans that a calendar has moved their new day, time and number of changes."""
    db.executemany(
        "UPDATE plan SET date = ?, at = ?, sequence = ? WHERE id = ?",
        [(day.isoformat(), at, sequence, number) for number, day, at, sequence in moved],
    )


def close_met_plans(db: sqlite3.Connection, uids: Iterable[str], today: date) -> None:
    """Close the plans whose entry of a calendar has become the meeting of that uid."""
    db.executemany(
        """UPDATE plan SET status = 'met', closed_on = ?, meeting_id = (SELECT id FROM meeting WHERE uid = source)
        WHERE source = ? AND status = 'open'""",
        [(today.isoformat(), uid) for uid in uids],
    )
