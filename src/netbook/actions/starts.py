"""When people never met are to be contacted first: at once, or spread where many get a cadence in one step."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.cadence import due_on, stored_cadence
from netbook.core.spread import UNSPREAD, spread_starts
from netbook.store.read import starts


class FirstContacts(NamedTuple):
    """How many first contacts were spread, and the first and last of their days."""

    people: int
    first: date
    last: date


def set_starts(db: sqlite3.Connection, today: date, people: Sequence[int]) -> FirstContacts | None:
    """Start the cadence of those never met among these people today, or spread their starts.

    They have just been given their cadence, and come with the last connected first. Many are spread, the shortest
    cadence first; returns None if they are not spread.
    """
    result = starts.with_cadence(db, people, today)
    if len(result) <= UNSPREAD:
        days = {person.person_id: today for person in result if person.start < today}
        _write(db, days)
        return None
    taken = starts.taken(db, today)
    for person in result:
        if taken.get(person.start):
            taken[person.start] -= 1
    groups: dict[str, list[int]] = {}
    for person in result:
        groups.setdefault(person.cadence, []).append(person.person_id)
    days = {}
    for cadence, numbers in sorted(groups.items(), key=lambda group: _length(group[0], today)):
        pace = stored_cadence(cadence)
        assert pace is not None
        if spread := spread_starts(numbers, pace, today, taken):
            days |= spread.starts
            for day in spread.starts.values():
                taken[day] = taken.get(day, 0) + 1
    _write(db, days)
    return FirstContacts(len(days), min(days.values()), max(days.values()))


def _length(cadence: str, today: date) -> date:
    pace = stored_cadence(cadence)
    assert pace is not None
    return due_on(today, pace)


def _write(db: sqlite3.Connection, days: dict[int, date]) -> None:
    db.executemany(
        "UPDATE person SET start_on = ? WHERE id = ?",
        [(day.isoformat(), number) for number, day in days.items()],
    )
