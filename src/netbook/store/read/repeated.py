"""Read what was written before in the same words for the same day."""

from __future__ import annotations

import sqlite3
from datetime import date


def summaries(db: sqlite3.Connection, day: date) -> set[str]:
    """The summaries of the meetings of a day."""
    rows = db.execute(
        "SELECT summary FROM meeting WHERE date = ? AND summary IS NOT NULL", (day.isoformat(),)
    )
    return {summary for (summary,) in rows}


def meeting_number(db: sqlite3.Connection, uid: str) -> int:
    """The number of a meeting that is in the journal."""
    (number,) = db.execute("SELECT id FROM meeting WHERE uid = ?", (uid,)).fetchone()
    return int(number)


def plan_repeated(db: sqlite3.Connection, day: date, text: str) -> bool:
    """Whether an open plan for that day has these words."""
    return bool(
        db.execute(
            "SELECT 1 FROM plan WHERE status = 'open' AND date = ? AND text = ?", (day.isoformat(), text)
        ).fetchone()
    )


def promise_repeated(
    db: sqlite3.Connection, person_id: int, whose: str, text: str, due_on: date | None
) -> bool:
    """Whether an open promise of that person has these words and this day."""
    return bool(
        db.execute(
            "SELECT 1 FROM followup WHERE status = 'open' AND person_id = ? AND whose = ? AND text = ? AND due_on IS ?",
            (person_id, whose, text, due_on and due_on.isoformat()),
        ).fetchone()
    )
