"""Introductions worth making: who should meet whom, and why."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from netbook.core.introductions import THOUSANDTHS, Pair, because, best_pairs, best_with
from netbook.store.read import intros as read
from netbook.store.read import person as record
from netbook.store.read.who import find

AT_ONCE = 200  # pairs whose meetings are looked up together


class Intro(NamedTuple):
    """Two people who could be introduced; the score is 1 for one topic that nobody else shares."""

    a: str
    b: str
    score: float
    because: str
    a_handle: str
    b_handle: str


class IntrosReport(NamedTuple):
    """Suggestions for everybody or one person, the best first; whether a limit left some out."""

    person: str | None
    parted: bool
    rows: list[Intro]
    more: bool


def build(db: sqlite3.Connection, today: date, who: str | None, limit: int | None = None) -> IntrosReport:
    """The report, for everybody or the one person a WHO means."""
    person = find(db, who) if who is not None else None
    parted = person is not None and record.status(record.facts(db, person.id), today) == "parted"
    # One more than is shown tells whether there is more.
    result = suggestions(db, today, person.id if person else None, limit + 1 if limit is not None else None)
    rows = result[:limit]
    return IntrosReport(person.name if person else None, parted, rows, len(rows) < len(result))


def suggestions(
    db: sqlite3.Connection, today: date, person_id: int | None = None, limit: int | None = None
) -> list[Intro]:
    """Pairs who share a topic and do not know each other as far as the journal knows, the best first.

    They were never in one meeting, you did not introduce them or offer to, neither introduced you to the
    other, and none of them is paused or parted. With a person, that one is always `a` and may be paused.
    """
    if person_id is None:
        pairs = _never_met(db, today, best_pairs(read.topics(db), read.topic_links(db, today)))
    else:
        shared = read.topic_links_with(db, today, person_id)
        pairs = best_with(person_id, read.topics_of(db, person_id), shared)
    introduced = read.introduced(db)
    best = list(islice((pair for pair in pairs if frozenset(pair[:2]) not in introduced), limit))
    names = read.names(db, (number for pair in best for number in pair[:2]))
    return [_intro(pair, names) for pair in best]


def _never_met(db: sqlite3.Connection, today: date, pairs: Iterator[Pair]) -> Iterator[Pair]:
    """Those of the pairs who were never in one meeting, looked up as they are asked for."""
    theirs: dict[int, set[int]] = {}
    while some := list(islice(pairs, AT_ONCE)):
        theirs |= read.meetings(db, today, {number for pair in some for number in pair[:2]} - theirs.keys())
        for pair in some:
            if theirs[pair.a].isdisjoint(theirs[pair.b]):
                yield pair


def _intro(pair: Pair, names: dict[int, tuple[str, str]]) -> Intro:
    (a, a_handle), (b, b_handle) = names[pair.a], names[pair.b]
    score = round(pair.score / THOUSANDTHS, 2)
    return Intro(a, b, score, because(pair.topics), a_handle, b_handle)
