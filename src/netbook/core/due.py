"""Who is due, and in what order.

Due is last contact plus cadence. Somebody with a cadence and no contact yet is due on their start. Everybody is
compared by days overdue divided by the days of the cadence: those from last contact to due date, for somebody
never met those that the cadence takes from their start.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from heapq import heappush, heappushpop
from operator import itemgetter
from typing import NamedTuple

from netbook.core.cadence import due_on, latest_due, least_days, stored_cadence

ROUNDING = 1e-9  # SQL and Python may differ by so much in a division


_stored = cache(stored_cadence)


class Candidate(NamedTuple):
    """Somebody who is due; days are ISO text as the journal has them.

    `at_most` is an upper limit of how late they are, where it is known.
    """

    person_id: int
    name_key: str
    cadence: str
    last_contact: str | None
    start: str
    at_most: float = 0.0


class Lateness(NamedTuple):
    """Since when somebody is due, and how late that is as a part of the cadence."""

    due_on: date
    days_overdue: int
    last_contact: date | None
    ratio: float


class DuePerson(NamedTuple):
    """Somebody who is due, in the order of the report."""

    person_id: int
    cadence: str
    due_on: date
    days_overdue: int
    last_contact: date | None


class Cutoff(NamedTuple):
    """Of a cadence: the latest day of last contact that makes somebody due, and the fewest days it can take."""

    latest: str
    least_days: int


def next_contact(cadence: str | None, last: date | None, start: date) -> date | None:
    """The day the next contact is due, or None without a cadence."""
    pace = stored_cadence(cadence) if cadence else None
    if pace is None:
        return None
    return start if last is None else due_on(last, pace)


def cutoffs(cadences: Iterable[str], horizon: date) -> dict[str, Cutoff]:
    """The cutoff of each cadence but `none` for what is due by the horizon.

    As text days compare the same, without a step of calendar arithmetic.
    """
    paces = {cadence: stored_cadence(cadence) for cadence in cadences}
    return {
        cadence: Cutoff(latest_due(pace, horizon).isoformat(), least_days(pace))
        for cadence, pace in paces.items()
        if pace
    }


def lateness(cadence: str, last_contact: str | None, start: str, today: date) -> Lateness:
    """How late somebody with this cadence is, after their last contact or, never met, after their start."""
    pace = _stored(cadence)
    assert pace is not None, cadence
    since = date.fromisoformat(last_contact or start)
    following = due_on(since, pace)
    due = following if last_contact else since
    overdue = (today - due).days
    return Lateness(due, overdue, since if last_contact else None, overdue / max(1, (following - since).days))


def in_order(
    candidates: Iterable[Candidate], today: date, first: Mapping[int, object] | None = None
) -> list[DuePerson]:
    """All of them, the most overdue first; equal ones by name, then by number.

    Those in `first` stand before all others.
    """
    before: Mapping[int, object] = first or {}
    keyed = []
    for candidate in candidates:
        since = lateness(candidate.cadence, candidate.last_contact, candidate.start, today)
        keyed.append(
            (
                candidate.person_id not in before,
                -since.ratio,
                candidate.name_key,
                candidate.person_id,
                candidate,
                since,
            )
        )
    keyed.sort(key=itemgetter(0, 1, 2, 3))
    return [DuePerson(candidate.person_id, candidate.cadence, *since[:3]) for *_, candidate, since in keyed]


def leading(candidates: Iterable[Candidate], today: date, limit: int) -> list[DuePerson]:
    """The first so many of them; candidates come in the order of `at_most`, and no more are read than needed."""
    ratios: list[float] = []  # the largest so far, the smallest of them first
    read: list[Candidate] = []
    for candidate in candidates:
        if len(ratios) == limit and candidate.at_most + ROUNDING < ratios[0]:
            break
        read.append(candidate)
        ratio = lateness(candidate.cadence, candidate.last_contact, candidate.start, today).ratio
        (heappush if len(ratios) < limit else heappushpop)(ratios, ratio)
    return in_order(read, today)[:limit]
