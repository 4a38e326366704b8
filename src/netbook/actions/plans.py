"""Plan meetings, move and change plans, and close them when the meeting is logged."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.editions import edition_on
from netbook.core.clock import parse_time
from netbook.core.dates import parse_day
from netbook.core.drafts import PlanDraft
from netbook.core.events import EventRow
from netbook.core.kinds import kind_of
from netbook.core.names import checked
from netbook.core.refs import parse, ref
from netbook.core.text import quoted, words_or_none
from netbook.errors.plans import NoSuchPlan, OnePlan, PlanInThePast, PlanIsOver, PlanNeedsDay
from netbook.store import write
from netbook.store.read.plans import StoredPlan, plan
from netbook.store.read.who import find
from netbook.store.write_plans import add_plan

HOW_OVER = {"met": "logged", "dropped": "dropped"}


class PlanWords(NamedTuple):
    """The options of `plan`, as typed."""

    who: tuple[str, ...] = ()
    on: str | None = None
    at: str | None = None
    kind: str | None = None
    place: str | None = None
    text: str | None = None
    event: str | None = None


class Planned(NamedTuple):
    """A plan after the change, and the day it was moved from, or None."""

    ref: str
    on: date
    at: str | None
    kind: str
    place: str | None
    event: str | None
    text: str | None
    people: tuple[str, ...]
    handles: tuple[str, ...]
    new: bool
    moved_from: date | None


def plan_meeting(db: sqlite3.Connection, today: date, words: PlanWords) -> Planned:
    """Plan a meeting, or change the plan whose reference is given alone."""
    refs = plan_refs(words.who)
    if refs and len(words.who) > 1:
        raise OnePlan(refs[0])
    if refs:
        return _change(db, today, open_plan(db, refs[0]), words)
    people = dict.fromkeys(find(db, text).id for text in words.who)
    if words.on is None:
        raise PlanNeedsDay
    day = coming_day(words.on, today)
    event = _event(db, words.event, day)
    draft = PlanDraft(
        date=day,
        kind=kind_of(words.kind) if words.kind is not None else "event" if event else "meeting",
        at=None if words.at is None else parse_time(words.at),
        place=None if words.place is None else checked(words.place, "a place"),
        event_id=event.id if event else None,
        text=words_or_none(words.text, "the text"),
    )
    number = add_plan(db, draft, people, today)
    return _planned(db, number, None, new=True)


def _change(db: sqlite3.Connection, today: date, before: StoredPlan, words: PlanWords) -> Planned:
    row: dict[str, write.Value] = {}
    if words.on is not None:
        row["date"] = coming_day(words.on, today)
    if words.at is not None:
        row["at"] = parse_time(words.at)
    if words.kind is not None:
        row["kind"] = kind_of(words.kind)
    if words.place is not None:
        row["place"] = checked(words.place, "a place")
    if words.text is not None:
        row["text"] = words_or_none(words.text, "the text")
    if words.event is not None:
        day = row.get("date", before.on)
        assert isinstance(day, date)
        event = _event(db, words.event, day)
        row["event_id"] = event.id if event else None
    write.change(db, "plan", before.id, row)
    after = _planned(db, before.id, before.on, new=False)
    return after if after.on != before.on else after._replace(moved_from=None)


def _event(db: sqlite3.Connection, text: str | None, day: date) -> EventRow | None:
    """The edition of an event on the plan's day, which is added if there is none."""
    return None if text is None else edition_on(db, text, day, another=None).event


def coming_day(text: str, today: date) -> date:
    """A day from today on; raises PlanInThePast."""
    day = parse_day(text, today, "future")
    if day < today:
        raise PlanInThePast(quoted(text), day.isoformat())
    return day


def open_plan(db: sqlite3.Connection, text: str) -> StoredPlan:
    """The open plan of a reference; raises NoSuchPlan or PlanIsOver."""
    result = parse(text)
    stored = plan(db, result.id) if result else None
    if stored is None:
        raise NoSuchPlan(text)
    if stored.status != "open":
        raise PlanIsOver(text, HOW_OVER[stored.status])
    return stored


def close_plan(db: sqlite3.Connection, number: int, how: str, on: date, meeting: int | None = None) -> None:
    """End a plan: `met`, with its meeting, or `dropped`."""
    write.change(db, "plan", number, {"status": how, "closed_on": on, "meeting_id": meeting})


def _planned(db: sqlite3.Connection, number: int, moved_from: date | None, *, new: bool) -> Planned:
    stored = plan(db, number)
    assert stored is not None
    return Planned(
        ref=ref("plan", number),
        on=stored.on,
        at=stored.at,
        kind=stored.kind,
        place=stored.place,
        event=stored.event,
        text=stored.text,
        people=stored.people,
        handles=stored.handles,
        new=new,
        moved_from=moved_from,
    )


def plan_refs(texts: Sequence[str]) -> list[str]:
    """Those of the texts that are references to plans."""
    return [text for text in texts if (result := parse(text)) and result.table == "plan"]
