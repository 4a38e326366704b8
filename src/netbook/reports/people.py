"""The people of the journal, each with what follows from their meetings."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from netbook.core.drifting import LATEST, is_drifting
from netbook.core.due import next_contact
from netbook.core.vocabulary import one_of
from netbook.store.read import people as read
from netbook.store.read.groups import alike, circle
from netbook.store.read.people import PeopleScope, PersonLine
from netbook.store.read.topics import find_topic

Value = TypeVar("Value")
SORTS = ("name", "last", "due", "meetings")


class PersonRow(NamedTuple):
    """One person. `due_on` is empty for whoever is paused, parted or without a cadence."""

    handle: str
    name: str
    circle: str | None
    cadence: str | None
    org: str | None
    department: str | None
    title: str | None
    place: str | None
    email: tuple[str, ...]
    phone: tuple[str, ...]
    url: tuple[str, ...]
    birthday: str | None
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    known_since: str | None
    how_met: str | None
    introduced_by: str | None
    status: str
    last_contact: date | None
    due_on: date | None
    meetings: int
    topics: tuple[str, ...]
    uid: str


class PeopleQuery(NamedTuple):
    """Who is to be listed, as the user said it, and in which order; of several values any will do."""

    circle: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    department: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    drifting: bool = False
    never_met: bool = False
    undecided: bool = False
    parted: bool = False
    sort: str = "name"


class PeopleReport(NamedTuple):
    """Those who match, in order; `anybody` is False where the journal has nobody at all."""

    today: date
    wanted: PeopleQuery
    rows: list[PersonRow]
    anybody: bool


def build(db: sqlite3.Connection, today: date, query: PeopleQuery, *, lists: bool = True) -> PeopleReport:
    """The people who match the query; without `lists` their e-mail, tags and the like stay empty.

    Raises NoSuchCircle, NoSuchTopic, or UnknownWord for the order.
    """
    order = one_of(query.sort, SORTS, "order")
    matching = list(read.people(db, today, scope_of(db, query), lists=lists))
    if query.never_met:
        matching = [person for person in matching if person.last_contact is None]
    if query.drifting:
        away = drifting(db, today)
        matching = [person for person in matching if person.id in away]
    rows = _in_order([_row(person) for person in matching], order)
    return PeopleReport(today, query, rows, bool(rows) or read.anybody(db))


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether the journal has nobody in it yet."""
    return not read.anybody(db)


def everybody(db: sqlite3.Connection, today: date) -> Iterator[PersonRow]:
    """Everybody, the parted too, by name."""
    return map(_row, read.people(db, today, PeopleScope()))


def drifting(db: sqlite3.Connection, today: date) -> set[int]:
    """The numbers of the people who have been silent for over twice their usual gap."""
    return {person for person, days in read.contact_days(db, today, LATEST) if is_drifting(days, today)}


def scope_of(db: sqlite3.Connection, query: PeopleQuery) -> PeopleScope:
    """The scope of a query in this journal; raises for an unknown circle, topic or event."""
    return PeopleScope(
        circles=_all(query.circle, lambda text: (circle(db, text).id,)),
        parted=query.parted,
        places=_all(query.place, lambda text: alike(db, "place", text)),
        orgs=_all(query.org, lambda text: alike(db, "org", text)),
        tags=_all(query.tag, lambda text: read.tags_called(db, text)),
        topics=_all(query.topic, lambda text: (find_topic(db, text).id,)),
        departments=_all(query.department, lambda text: alike(db, "department", text)),
        events=_all(query.event, lambda text: (_event_key(db, text),)),
        undecided=query.undecided,
    )


def _all(texts: Sequence[str], chosen: Callable[[str], tuple[Value, ...]]) -> tuple[Value, ...] | None:
    """The values that any of the texts matches; None without a text."""
    return tuple(value for text in texts for value in chosen(text)) if texts else None


def _event_key(db: sqlite3.Connection, text: str) -> str:
    from netbook.store.read.events import named

    return named(db, text)[0]


def _row(person: PersonLine) -> PersonRow:
    last = date.fromisoformat(person.last_contact) if person.last_contact else None
    due = None
    if person.status == "active":
        due = next_contact(person.cadence, last, date.fromisoformat(person.start))
    return PersonRow(*person[2:20], last, due, *person[21:])


def _in_order(rows: list[PersonRow], order: str) -> list[PersonRow]:
    """The rows, which come by name: the latest contact, the soonest due or the most meetings first."""
    match order:
        case "last":
            rows.sort(key=lambda row: row.last_contact or date.min, reverse=True)
        case "due":
            rows.sort(key=lambda row: row.due_on or date.max)
        case "meetings":
            rows.sort(key=lambda row: -row.meetings)
    return rows
