"""Plans: meetings agreed for a day to come."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netbook.store.read import columns

_PLAN = """
SELECT plan.id, plan.date, plan.at, plan.kind, plan.place, plan.event_id, e.name, plan.text, plan.status,
  (SELECT group_concat(id, char(10)) FROM (SELECT p.id FROM plan_person w JOIN person p ON p.id = w.person_id
    WHERE w.plan_id = plan.id ORDER BY p.name_key, p.id)),
  (SELECT group_concat(name, char(10)) FROM (SELECT p.name FROM plan_person w JOIN person p ON p.id = w.person_id
    WHERE w.plan_id = plan.id ORDER BY p.name_key, p.id)),
  (SELECT group_concat(handle, char(10)) FROM (SELECT p.handle FROM plan_person w JOIN person p ON p.id = w.person_id
    WHERE w.plan_id = plan.id ORDER BY p.name_key, p.id))
FROM plan LEFT JOIN event e ON e.id = plan.event_id
"""
NUMBER = f"{_PLAN} WHERE plan.id = :plan"
OPEN = f"{_PLAN} WHERE plan.status = 'open' ORDER BY plan.date, plan.at IS NULL, plan.at, plan.id"
ON_DAY = f"{_PLAN} WHERE plan.status = 'open' AND plan.date = :day ORDER BY plan.id"


class StoredPlan(NamedTuple):
    """A plan and its people, in the order of their names; `open`, `met` or `dropped`."""

    id: int
    on: date
    at: str | None
    kind: str
    place: str | None
    event_id: int | None
    event: str | None
    text: str | None
    status: str
    person_ids: tuple[int, ...]
    people: tuple[str, ...]
    handles: tuple[str, ...]


def plan(db: sqlite3.Connection, number: int) -> StoredPlan | None:
    """The plan of that number, or None."""
    return next(_plans(db.execute(NUMBER, {"plan": number})), None)


def open_plans(db: sqlite3.Connection) -> list[StoredPlan]:
    """Every plan that is open, the earliest first."""
    return list(_plans(db.execute(OPEN)))


def open_on(db: sqlite3.Connection, day: date) -> list[StoredPlan]:
    """The open plans of a day."""
    return list(_plans(db.execute(ON_DAY, {"day": day.isoformat()})))


def meeting_of(db: sqlite3.Connection, uid: str) -> int:
    """The number of the meeting of that uid."""
    (number,) = db.execute("SELECT id FROM meeting WHERE uid = ?", (uid,)).fetchone()
    return int(number)


def _plans(rows: sqlite3.Cursor) -> Iterator[StoredPlan]:
    for plan in map(StoredPlan._make, rows):
        yield plan._replace(
            on=date.fromisoformat(str(plan.on)),
            person_ids=tuple(map(int, columns.lines(plan.person_ids))),
            people=columns.lines(plan.people),
            handles=columns.lines(plan.handles),
        )
