"""A meeting from one sentence."""

from __future__ import annotations

import sqlite3
from datetime import date

from netbook.actions.log import Logged, MeetingWords, log
from netbook.core.dates import leading_day
from netbook.core.jot import people_in, take_apart
from netbook.core.text import quoted
from netbook.errors import FutureDate
from netbook.errors.meetings import NobodyInSentence
from netbook.store.read.events import keys
from netbook.store.read.who import with_words


def jot(db: sqlite3.Connection, today: date, text: str) -> Logged:
    """Log what the sentence says; raises NobodyInSentence, SeveralPeople or FutureDate rather than guess."""
    day, rest = leading_day(text, today)
    if day is not None and day > today:
        raise FutureDate(quoted(text.partition(":")[0]), day.isoformat())
    sentence = take_apart(rest, keys(db) if "@" in rest else ())
    parts = [part for word in sentence.words for part in word.key.split()]
    candidates = with_words(db, parts, [word.handle for word in sentence.words])
    people = people_in(sentence.words, candidates)
    if not people:
        raise NobodyInSentence(quoted(text))
    return log(
        db, today,
        MeetingWords(
            who=tuple(person.handle for person in people), kind=sentence.kind,
            on=day.isoformat() if day else None, place=sentence.place, summary=sentence.summary,
            event=sentence.event, common=sentence.topics,
        ),
    )  # fmt: skip
