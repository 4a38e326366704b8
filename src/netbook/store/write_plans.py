"""Plans, written."""

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
