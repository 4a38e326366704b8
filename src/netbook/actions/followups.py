"""Record, complete and drop promises."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from netbook.core import refs
from netbook.core.dates import parse_day, split_by_date
from netbook.core.text import quoted, words
from netbook.errors.promises import AlreadyClosed, NoSuchFollowups, NotANumber
from netbook.store import write
from netbook.store.read.followups import FollowupFacts, numbered
from netbook.store.read.who import find

LONGEST_NUMBER = 40  # digits
Ending = Literal["done", "dropped"]


class Promised(NamedTuple):
    """A new follow-up: its number, with whom, whose it is, what, and by when."""

    number: int
    person: str
    handle: str
    whose: str
    text: str
    due_on: date | None


class Closed(NamedTuple):
    """Follow-ups that ended on a day, done or dropped."""

    how: Ending
    on: date
    followups: tuple[FollowupFacts, ...]


def promise(
    db: sqlite3.Connection, today: date, who: str, text: str, by: str | None, *, theirs: bool
) -> Promised:
    """Record a promise; its day is the one after the last "by", or the one given separately."""
    person = find(db, who)
    wording, due = split_by_date(text, today) if by is None else (text, parse_day(by, today, "future"))
    promised = words(wording, "a promise")
    whose = "theirs" if theirs else "mine"
    number = write.add_followup(db, person.id, whose, promised, today, due)
    return Promised(number, person.name, person.handle, whose, promised, due)


def promise_number(text: str) -> int:
    """The number of a promise, typed alone or as a reference; raises NotANumber."""
    if (named := refs.parse(text)) and named.table == "followup":
        return named.id
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER):
        raise NotANumber(quoted(text))
    return int(text)


def close(db: sqlite3.Connection, today: date, numbers: Sequence[int], how: Ending) -> Closed:
    """Close all of these follow-ups, or none if one is unknown or closed."""
    unique = list(dict.fromkeys(numbers))
    result = numbered(db, unique)
    unknown = [number for number in unique if number not in result]
    if unknown:
        raise NoSuchFollowups(unknown)
    ended = [result[number] for number in unique]
    for followup in ended:
        if followup.closed_on is not None:
            raise AlreadyClosed(followup.number, followup.status, followup.closed_on.isoformat())
        write.change(db, "followup", followup.number, {"status": how, "closed_on": today})
    return Closed(how, today, tuple(ended))
