"""Who is due, and who before whom.

Due is last contact plus cadence. Somebody with a cadence and no contact yet is due on the day they came
into the journal, and stands before everybody else, longest first. The others are compared by days overdue
divided by the days between last contact and due date.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.core.cadence import Cadence, due_on, lateness, parse_cadence


class Standing(NamedTuple):
    """What decides whether somebody is due; days are ISO text as the journal has them."""

    person_id: int
    name_key: str
    cadence: str
    added_on: str
    last_contact: str | None


class Due(NamedTuple):
    """Somebody who is due, and since when."""

    person_id: int
    cadence: str
    due_on: date
    days_overdue: int
    last_contact: date | None


def next_contact(cadence: str | None, last: date | None, added_on: date) -> date | None:
    """The day the next contact is due; None for somebody without a cadence."""
    pace = parse_cadence(cadence) if cadence else None
    if pace is None:
        return None
    return added_on if last is None else due_on(last, pace)


def in_order(standings: Iterable[Standing], today: date, horizon: date) -> list[Due]:
    """Those who are due by the horizon, in the order of the report."""
    paces: dict[str, Cadence | None] = {}
    found = []
    for standing in standings:
        if standing.cadence not in paces:
            paces[standing.cadence] = parse_cadence(standing.cadence)
        pace = paces[standing.cadence]
        if pace is None:
            continue
        last = date.fromisoformat(standing.last_contact) if standing.last_contact else None
        due = due_on(last, pace) if last else date.fromisoformat(standing.added_on)
        if due > horizon:
            continue
        late = (today - due).days
        rank = (0, -late) if last is None else (1, -lateness(last, due, today))
        found.append((rank, standing.name_key, Due(standing.person_id, standing.cadence, due, late, last)))
    found.sort(key=lambda item: (*item[:2], item[2].person_id))
    return [due for _, _, due in found]
