"""Drop open promises, plans, requests, introductions and thanks to introducers."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.followups import close
from netbook.actions.plans import close_plan, open_plan
from netbook.core.refs import Ref, parse
from netbook.core.text import quoted
from netbook.errors.plans import NotAReference, NothingToDrop
from netbook.store import write
from netbook.store.read import drops as read
from netbook.store.read.followups import FollowupFacts

LONGEST_NUMBER = 40  # digits


class DroppedItem(NamedTuple):
    """Something that was dropped: its reference, what it was, and with whom."""

    ref: str
    what: str
    people: tuple[str, ...]
    text: str | None


class Dropped(NamedTuple):
    """What was dropped, and on which day."""

    on: date
    items: tuple[DroppedItem, ...]


def drop(db: sqlite3.Connection, today: date, texts: Sequence[str]) -> Dropped:
    """Drop all of these, or none if one is unknown or closed; a bare number is a promise's."""
    refs = [_reference(text) for text in dict.fromkeys(texts)]
    numbers = [row.id for row in refs if row.table == "followup"]
    promises = {followup.number: followup for followup in close(db, today, numbers, "dropped").followups}
    return Dropped(today, tuple(_drop(db, today, row, promises) for row in refs))


def _reference(text: str) -> Ref:
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER:
        return Ref("followup", int(text))
    if (result := parse(text)) is None:
        raise NotAReference(quoted(text))
    return result


def _drop(
    db: sqlite3.Connection, today: date, result: Ref, promises: Mapping[int, FollowupFacts]
) -> DroppedItem:
    text = str(result)
    match result:
        case Ref("followup", number):
            promise = promises[number]
            what = "promised to" if promise.whose == "mine" else "promised by"
            return DroppedItem(text, what, (promise.person,), promise.text)
        case Ref("plan", number):
            plan = open_plan(db, text)
            close_plan(db, number, "dropped", today)
            return DroppedItem(text, f"{plan.kind} on {plan.on.isoformat()} with", plan.people, plan.text)
        case Ref("request", number):
            request = read.request(db, number)
            if request is None:
                raise NothingToDrop(text, "is not a request")
            if request.answer != "pending":
                raise NothingToDrop(text, f"was answered {request.answer} already")
            write.change(db, "request", number, {"answer": "dropped", "answered_on": today})
            return DroppedItem(text, "request to", (request.person,), request.text)
        case Ref("introduction", number):
            pair = read.introduction(db, number)
            if pair is None:
                raise NothingToDrop(text, "is not an introduction")
            if pair.outcome != "offered":
                raise NothingToDrop(text, f"is {pair.outcome} already")
            write.change(db, "introduction", number, {"outcome": "dropped", "date": today})
            return DroppedItem(text, "introduction of", (pair.a, pair.b), pair.because)
        case Ref("meeting", number):
            introducers = read.introducers(db, number, today)
            if not introducers:
                raise NothingToDrop(text, "is not the first meeting with somebody who was introduced to you")
            db.execute("INSERT OR IGNORE INTO introducer_done (meeting_id) VALUES (?)", (number,))
            return DroppedItem(text, "thanks for an introduction to", tuple(introducers), None)
        case _:
            raise NothingToDrop(
                text, "is not a reference to something that waits" if result else "is not a reference"
            )
