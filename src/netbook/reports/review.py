"""Looking back on a period: its figures beside those of the period before."""

import sqlite3
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.dates import parse_day
from netbook.core.goals import Result
from netbook.core.periods import Length, Period, Span, since, so_far
from netbook.core.text import quoted
from netbook.errors import FutureDate
from netbook.reports.review_people import ContactCounts, Met, look
from netbook.store.read import events as events_read
from netbook.store.read import review as read
from netbook.store.read.review import Promises, ReviewFavor


class ReviewRow(NamedTuple):
    """A figure, of a circle, an organisation or of `mine` and `theirs`; now, before, and what it is made of now.

    `in_person_share` is in percent and none without human contact. Nothing stands before `only_on_a_screen`,
    `drifting` and `circles_without_people`: they say how things stand, and name whom to see now.
    """

    figure: str
    of: str | None
    now: int | None
    before: int | None
    detail: tuple[str, ...]


class ReviewReport(NamedTuple):
    """The figures of a period; `anybody` is False where the journal has nobody at all."""

    today: date
    period: Period
    rows: list[ReviewRow]
    anybody: bool


class Figure(NamedTuple):
    """A figure of one span."""

    name: str
    of: str | None
    value: int | None
    detail: Sequence[str] = ()


def build(db: sqlite3.Connection, today: date, length: Length, first: str | None) -> ReviewReport:
    """The month, quarter or year so far, or everything since a day; raises FutureDate for a coming one."""
    period = so_far(length, today) if first is None else _since(first, today)
    people = look(db, period)
    now = _figures(db, period.now, today, people.now)
    before = _figures(db, period.before, today, people.before)
    rows = [
        ReviewRow(
            figure.name, figure.of, figure.value,
            None if figure.name == "circles_without_people" else then.value, tuple(figure.detail),
        )
        for figure, then in zip(now, before, strict=True)
    ]  # fmt: skip
    for figure, names in (
        ("only_on_a_screen", read.only_on_a_screen(db, period.now)),
        ("drifting", read.names(db, people.drifting)),
    ):
        rows.append(ReviewRow(figure, None, len(names), None, tuple(names)))
    rows += _organisations(people.orgs)
    return ReviewReport(today, period, rows, read.anybody(db))


def _since(text: str, today: date) -> Period:
    day = parse_day(text, today, "past")
    if day > today:
        raise FutureDate(quoted(text), day.isoformat())
    return since(day, today)


def _figures(db: sqlite3.Connection, span: Span, today: date, met: Met) -> list[Figure]:
    """The figures of one span."""
    return [
        *_connections(db, span, today),
        *_meetings(db, span, met),
        *_circles(db, span, met),
        *_give_and_take(db, span),
        *_promises(read.promises(db, span)),
        *_strains(db, span),
    ]


def _connections(db: sqlite3.Connection, span: Span, today: date) -> list[Figure]:
    """The events that began in the span and whom they brought, as `netbook goal` counts."""
    events = [event for event in events_read.begun(db, span.first, span.last) if event.goal]
    new = events_read.new_at(db, [event.id for event in events], today)
    brought = Counter(connection.event for connection in new)
    followed_up = [connection.name for connection in new if connection.followed_up]
    reached = [event.name for event in events if Result(brought[event.id], event.goal).reached]
    return [
        Figure("new_connections", None, len(new), [connection.name for connection in new]),
        Figure("followed_up", None, len(followed_up), followed_up),
        Figure("events", None, len(events), [event.name for event in events]),
        Figure("goals_reached", None, len(reached), reached),
    ]


def _meetings(db: sqlite3.Connection, span: Span, met: Met) -> list[Figure]:
    result = read.meetings(db, span)
    human = result.in_person + result.live
    share = round(100 * result.in_person / human) if human else None
    fleeting = read.fleeting(db, span) if result.fleeting else []
    return [
        Figure("in_person", None, result.in_person),
        Figure("live", None, result.live),
        Figure("written", None, result.written),
        Figure("in_person_share", None, share),
        Figure("minutes", None, result.minutes),
        Figure("minutes_in_person", None, result.minutes_in_person),
        Figure("people_met", None, met.people),
        Figure("fleeting", None, len(fleeting), fleeting),
    ]


def _circles(db: sqlite3.Connection, span: Span, met: Met) -> list[Figure]:
    """The contacts of each circle, those that had none, and those that nobody is in."""
    circles = read.circles(db, span)
    quiet = [circle.name for circle in circles if circle.has_people and circle.id not in met.circles]
    empty = [circle.name for circle in circles if not circle.has_people]
    return [
        *(Figure("circle_contacts", circle.name, met.circles.get(circle.id, 0)) for circle in circles),
        Figure("circles_without_contact", None, len(quiet), quiet),
        Figure("circles_without_people", None, len(empty), empty),
    ]


def _give_and_take(db: sqlite3.Connection, span: Span) -> list[Figure]:
    favors = read.favors(db, span)
    gave = [favor for favor in favors if favor.done and favor.direction == "gave"]
    got = [favor for favor in favors if favor.done and favor.direction == "got"]
    thanked = [favor for favor in favors if favor.thanked]
    introduced = [f"{one} and {other}" for one, other in read.introductions(db, span)]
    return [
        _favors("gave", gave),
        _favors("got", got),
        _favors("thanked", thanked),
        _favors("thanked_by_hand", [favor for favor in thanked if favor.by_hand]),
        _favors("thanks_owed", [favor for favor in favors if favor.owed]),
        Figure("introductions", None, len(introduced), introduced),
        Figure("found_in_common", None, read.found_in_common(db, span)),
    ]


def _favors(name: str, favors: Sequence[ReviewFavor]) -> Figure:
    return Figure(name, None, len(favors), [f"{favor.person}: {favor.text}" for favor in favors])


def _promises(result: dict[str, Promises]) -> list[Figure]:
    figures = []
    for whose in ("mine", "theirs"):
        counts = result.get(whose, Promises())
        figures += [
            Figure("promises_kept_in_time", whose, counts.in_time),
            Figure("promises_kept_late", whose, counts.late),
            Figure("promises_dropped", whose, counts.dropped),
            Figure("promises_open", whose, counts.open),
            Figure("promises_overdue", whose, counts.overdue),
        ]
    return figures


def _strains(db: sqlite3.Connection, span: Span) -> list[Figure]:
    result = read.strains(db, span)
    opened = [strain.person for strain in result if strain.opened]
    repaired = [strain.person for strain in result if strain.repaired]
    left = [strain.person for strain in result if strain.open]
    return [
        Figure("strains_opened", None, len(opened), _each_once(opened)),
        Figure("strains_repaired", None, len(repaired), _each_once(repaired)),
        Figure("strains_open", None, len(left), left),
    ]


def _each_once(names: list[str]) -> list[str]:
    """The names in their order; what is strained twice is somebody's all the same."""
    return list(dict.fromkeys(names))


def _organisations(result: dict[str, ContactCounts]) -> list[ReviewRow]:
    """Contacts and people of each organisation, the most contacts now first."""
    rows = []
    for name, counts in sorted(result.items(), key=lambda item: (-item[1].contacts, item[0])):
        rows.append(ReviewRow("org_contacts", name, counts.contacts, counts.contacts_before, ()))
        rows.append(ReviewRow("org_people", name, counts.people, counts.people_before, ()))
    return rows
