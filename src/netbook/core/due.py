"""Who is due, and who before whom.

Due is last contact plus cadence. Somebody with a cadence and no contact yet is due on the day they came
into the journal, and stands before everybody else, longest first. The others are compared by days overdue
divided by the days between last contact and due date.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.cadence import Cadence, due_on, lateness, latest_due, parse_cadence


class Standing(NamedTuple):
    """What decides whether somebody is due; days are ISO text as the journal has them.

    The day they came into the journal counts only for somebody without a last contact.
    """

    cadence: str
    last_contact: str | None
    added_on: str | None


class Due(NamedTuple):
    """Somebody who is due, and since when."""

    person_id: int
    cadence: str
    due_on: date
    days_overdue: int
    last_contact: date | None


class Alike(NamedTuple):
    """People of one standing, by number, and since when they are due."""

    people: Sequence[int]
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


def ranks(standings: Mapping[Standing, Sequence[int]], today: date, horizon: date) -> list[list[Alike]]:
    """Those who are due by the horizon, the first first; who is equally late stands in one rank.

    Many people share a cadence and the day of their last contact: what follows from it is worked out once.
    """
    paces: dict[str, Cadence | None] = {}
    latest: dict[str, str] = {}  # as text days compare the same, without a step of calendar arithmetic
    found: dict[tuple[int, float], list[Alike]] = {}
    for (cadence, last_contact, added_on), people in standings.items():
        if cadence not in paces:
            pace = paces[cadence] = parse_cadence(cadence)
            latest[cadence] = latest_due(pace, horizon).isoformat() if pace else ""
        pace = paces[cadence]
        if pace is None or (last_contact and last_contact > latest[cadence]):
            continue
        last = date.fromisoformat(last_contact) if last_contact else None
        due = due_on(last, pace) if last else date.fromisoformat(added_on or "")
        if due > horizon:
            continue
        late = (today - due).days
        rank = (0, -late) if last is None else (1, -lateness(last, due, today))
        found.setdefault(rank, []).append(Alike(people, cadence, due, late, last))
    return [found[rank] for rank in sorted(found)]


def everybody(ranks: Sequence[Sequence[Alike]]) -> list[int]:
    """The numbers of all who stand in these ranks."""
    return [number for rank in ranks for alike in rank for number in alike.people]


def size(ranks: Sequence[Sequence[Alike]]) -> int:
    """How many people stand in these ranks."""
    return sum([len(alike.people) for rank in ranks for alike in rank])


def foremost(ranks: Sequence[Sequence[Alike]], limit: int | None) -> Sequence[Sequence[Alike]]:
    """The ranks that the first so many people stand in."""
    found = 0
    for place, rank in enumerate(ranks):
        if limit is not None and found >= limit:
            return ranks[:place]
        found += size([rank])
    return ranks


def in_order(ranks: Sequence[Sequence[Alike]], names: Mapping[int, str]) -> Iterator[Due]:
    """Everybody in these ranks, in each by the key of their name and then by number."""
    for rank in ranks:
        people = [
            (names[number], number, place) for place, alike in enumerate(rank) for number in alike.people
        ]
        for _, number, place in sorted(people):
            yield Due(number, *rank[place][1:])
