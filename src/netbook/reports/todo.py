"""What is promised and still open."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.store.read.followups import open_followups


class TodoRow(NamedTuple):
    """An open follow-up and the number that closes it; negative days overdue are days left."""

    number: int
    person: str
    handle: str
    whose: str
    text: str
    promised_on: date
    due_on: date | None
    days_overdue: int | None


class TodoReport(NamedTuple):
    """Every open follow-up, by due date, those without one last."""

    rows: list[TodoRow]

    @property
    def late(self) -> int:
        """How many are past their day."""
        return sum(row.days_overdue is not None and row.days_overdue > 0 for row in self.rows)


def build(db: sqlite3.Connection, today: date, whose: str | None = None) -> TodoReport:
    """The report: yours (`mine`), theirs (`theirs`) or all (None)."""
    return TodoReport(
        [
            TodoRow(*row[:7], (today - row.due_on).days if row.due_on else None)
            for row in open_followups(db, whose)
        ]
    )
