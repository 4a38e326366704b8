"""Who is due, and who before whom.

Due is last contact plus cadence. Somebody with a cadence and no contact yet is due on the day they came
into the journal, and stands before everybody else, longest first. The others are compared by days overdue
divided by the days between last contact and due date.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from netbook.core.cadence import due_on, lateness, latest_due, parse_cadence

# People, by number, by a cadence and a day; days are ISO text as the journal has them.
Paced = dict[str, dict[str, list[int]]]


class Standings(NamedTuple):
    """What decides who is due: the day of the last contact or, for those never met, the one on which they came."""

    met: Paced
    never: Paced


class DueGroup(NamedTuple):
    """People of one cadence and one day, by number, and since when they are due."""

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


def latest_days(cadences: Iterable[str], horizon: date) -> dict[str, str]:
    """Of each cadence but `none`, the latest day of last contact that makes the next one due by the horizon.

    As text days compare the same, without a step of calendar arithmetic.
    """
    paces = {cadence: parse_cadence(cadence) for cadence in cadences}
    return {cadence: latest_due(pace, horizon).isoformat() for cadence, pace in paces.items() if pace}


def standings(people: Iterable[tuple[int, str, str | None, str]]) -> Standings:
    """People by number, cadence, day of the last contact and day they came, put together by what is the same."""
    all_ = Standings({}, {})
    for number, cadence, last, added_on in people:
        paced, day = (all_.met, last) if last else (all_.never, added_on)
        paced.setdefault(cadence, {}).setdefault(day, []).append(number)
    return all_


def ranks(due: Standings, today: date) -> Iterator[list[DueGroup]]:
    """Those who are due, the first first; who is equally late stands in one rank.

    Many people share a cadence and the day of their last contact: what follows from it is worked out once, and
    not before it is asked for.
    """
    added_on: dict[str, list[DueGroup]] = {}
    for cadence, by_day in due.never.items():
        for day, people in by_day.items():
            since = date.fromisoformat(day)
            added_on.setdefault(day, []).append(DueGroup(people, cadence, since, (today - since).days, None))
    yield from map(added_on.__getitem__, sorted(added_on))
    groups: dict[float, list[DueGroup]] = {}
    for cadence, by_day in due.met.items():
        pace = parse_cadence(cadence)
        assert pace is not None
        for day, people in by_day.items():
            last = date.fromisoformat(day)
            since = due_on(last, pace)
            alike = DueGroup(people, cadence, since, (today - since).days, last)
            groups.setdefault(lateness(last, since, today), []).append(alike)
    yield from map(groups.__getitem__, sorted(groups, reverse=True))


def first_groups(ranks: Iterable[list[DueGroup]], limit: int) -> list[list[DueGroup]]:
    """The ranks that the first so many people stand in."""
    groups: list[list[DueGroup]] = []
    number = 0
    for rank in ranks if limit else ():
        groups.append(rank)
        number += len(person_ids([rank]))
        if number >= limit:
            break
    return groups


def person_ids(ranks: Iterable[Sequence[DueGroup]]) -> list[int]:
    """The numbers of all who stand in these ranks."""
    return [number for rank in ranks for alike in rank for number in alike.people]


def in_order(ranks: Iterable[Sequence[DueGroup]], names: Mapping[int, str]) -> Iterator[tuple[int, DueGroup]]:
    """Everybody in these ranks and what they share, in each rank by the key of their name and then by number."""
    for rank in ranks:
        people = [(names[number], number, alike) for alike in rank for number in alike.people]
        if len(people) > 1:
            people.sort(key=itemgetter(0, 1))
        for _, number, alike in people:
            yield number, alike
