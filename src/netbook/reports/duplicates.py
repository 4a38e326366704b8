"""Pairs that may be one person."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netbook.core.duplicate_candidates import bearers, candidates
from netbook.core.duplicates import DuplicatePair, Somebody, Sure, judge, settled
from netbook.store.read import duplicates as read
from netbook.store.read import intros
from netbook.store.read.who import find

STEP = 5_000

# Called now and then with how many pairs were looked at, and how many there are in all.
Progress = Callable[[int, int], None]


class Duplicate(NamedTuple):
    """Two people who may be one; the score is 100 where that is certain, 45 where it is barely worth a look."""

    a: str
    a_handle: str
    b: str
    b_handle: str
    sure: Sure
    score: int
    because: str


@dataclass(frozen=True, slots=True)
class DuplicatesReport:
    """Pairs of everybody or of one person, the surest first; how many there are without the limit."""

    person: str | None
    handle: str | None
    rows: list[Duplicate]
    count: int


def build(
    db: sqlite3.Connection, today: date, who: str | None, limit: int | None, progress: Progress
) -> DuplicatesReport:
    """The report, for everybody or the one person a WHO means, who then always comes first in a pair."""
    person = find(db, who) if who is not None else None
    only = person.id if person else None
    result = _pairs(db, today, only, progress)
    shown = result[:limit]
    names = intros.names(db, (number for pair in shown for number in (pair.a, pair.b)))
    rows = [_row(pair, names, only) for pair in shown]
    return DuplicatesReport(
        person.name if person else None, person.handle if person else None, rows, len(result)
    )


def _pairs(db: sqlite3.Connection, today: date, only: int | None, progress: Progress) -> list[DuplicatePair]:
    everybody = read.everybody(db)
    people, words = {person.id: person for person in everybody}, bearers(everybody)
    pairs = candidates(everybody, only) - read.not_same(db)
    alike = list(_worth_a_look(pairs, people, words, progress))
    met = intros.meetings(db, today, {number for pair in alike for number in pair})
    introduced = intros.introduced(db)
    rows = []
    for a, b in alike:
        verdict = judge(
            people[a], people[b], words,
            together=not met[a].isdisjoint(met[b]), introduced=frozenset((a, b)) in introduced,
        )  # fmt: skip
        if verdict is not None:
            rows.append(DuplicatePair(a, b, verdict))
    return settled(rows, lambda a, b: judge(people[a], people[b], words) is not None)


def _worth_a_look(
    pairs: Iterable[tuple[int, int]],
    people: Mapping[int, Somebody],
    words: Mapping[str, int],
    progress: Progress,
) -> Iterator[tuple[int, int]]:
    """The pairs that may be one person, judged by both records."""
    every = sorted(pairs)
    for number, (a, b) in enumerate(every):
        if number % STEP == 0:
            progress(number, len(every))
        if judge(people[a], people[b], words) is not None:
            yield a, b


def _row(pair: DuplicatePair, names: Mapping[int, tuple[str, str]], only: int | None) -> Duplicate:
    a, b = (pair.b, pair.a) if pair.b == only else (pair.a, pair.b)
    sure, score, because = pair.verdict
    return Duplicate(*names[a], *names[b], sure, score, because)
