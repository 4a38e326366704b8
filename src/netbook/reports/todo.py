"""Open promises."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.refs import ref
from netbook.store.read.followups import FollowupFacts, open_followups


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
    ref: str


class TodoReport(NamedTuple):
    """Every open follow-up, by due date, those without one last."""

    rows: list[TodoRow]

    @property
    def late(self) -> int:
        """How many are past their day."""
        return sum(row.days_overdue is not None and row.days_overdue > 0 for row in self.rows)


def build(db: sqlite3.Connection, today: date, whose: str | None = None) -> TodoReport:
    """The report: yours (`mine`), theirs (`theirs`) or all (None)."""
    return TodoReport([_row(followup, today) for followup in open_followups(db, whose)])


def _row(followup: FollowupFacts, today: date) -> TodoRow:
    over = (today - followup.due_on).days if followup.due_on else None
    return TodoRow(
        number=followup.number,
        person=followup.person,
        handle=followup.handle,
        whose=followup.whose,
        text=followup.text,
        promised_on=followup.promised_on,
        due_on=followup.due_on,
        days_overdue=over,
        ref=ref("followup", followup.number),
    )
