"""Record requests and their answers."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.days import past_day
from netbook.core.dates import split_by_date
from netbook.core.matching import Known, begins
from netbook.core.names import fold
from netbook.core.text import quoted, visible, words, words_or_none
from netbook.core.vocabulary import one_of
from netbook.errors.promises import (
    AnsweredTooEarly,
    NotAskedOf,
    NothingAsked,
    PromiseAfterNo,
    SeveralRequests,
)
from netbook.store import write
from netbook.store.read.requests import RequestFacts, given, requests
from netbook.store.read.who import find

ANSWERS = ("yes", "no")
VAGUE = 5  # words under which nobody can tell what is wanted


class Asked(NamedTuple):
    """A request and its warnings: nothing given yet, too few words, one still open, a no to the last."""

    person: str
    handle: str
    text: str
    on: date
    nothing_given: bool
    vague: bool
    still_open: RequestFacts | None
    last_no: RequestFacts | None


class FollowUp(NamedTuple):
    """A promise made with a yes, by you (`mine`) or by them, and its number."""

    whose: str
    text: str
    due_on: date | None
    number: int


class Answered(NamedTuple):
    """The answer to a request, and the promises made with it."""

    person: str
    handle: str
    text: str
    asked_on: date
    answer: str
    on: date
    reply: str | None
    followups: tuple[FollowUp, ...]


def ask(db: sqlite3.Connection, today: date, who: str, text: str, on: str | None) -> Asked:
    """Record a request; warnings do not prevent it."""
    person, day = find(db, who), past_day(on, today)
    wording = words(text, "a request")
    before = requests(db, person.id)
    pending = next((request for request in before if request.answer == "pending"), None)
    row: dict[str, write.Value] = {
        "person_id": person.id,
        "text": wording,
        "asked_on": day,
        "answer": "pending",
    }
    write.insert(db, "request", row)
    last_no = before[0] if before and before[0].answer == "no" else None
    nothing_given = not given(db, person.id, day)
    vague = len(wording.split()) < VAGUE
    return Asked(
        person=person.name,
        handle=person.handle,
        text=wording,
        on=day,
        nothing_given=nothing_given,
        vague=vague,
        still_open=pending,
        last_no=last_no,
    )


def answer(
    db: sqlite3.Connection, today: date, who: str, verdict: str, *, text: str | None, on: str | None,
    mine: Sequence[str] = (), theirs: Sequence[str] = (), to: str | None = None,
) -> Answered:  # fmt: skip
    """Answer the open request, or the one whose words `to` begins; record promises made with a yes.

    Raises NothingAsked, SeveralRequests and NotAskedOf, and PromiseAfterNo for promises with a no.
    """
    person, day = find(db, who), past_day(on, today)
    result = one_of(verdict, ANSWERS, "answer")
    reply = words_or_none(text, "the answer")
    asked = _request_named(db, person, to)
    if day < asked.asked_on:
        raise AnsweredTooEarly(visible(person.name), asked.asked_on.isoformat())
    if result == "no" and (mine or theirs):
        raise PromiseAfterNo(person.handle)
    write.change(db, "request", asked.id, {"answer": result, "answered_on": day, "reply": reply})
    promised = [("mine", promise) for promise in mine] + [("theirs", promise) for promise in theirs]
    followups = tuple(_follow_up(db, person, today, day, whose, value) for whose, value in promised)
    return Answered(
        person=person.name,
        handle=person.handle,
        text=asked.text,
        asked_on=asked.asked_on,
        answer=result,
        on=day,
        reply=reply,
        followups=followups,
    )


def _request_named(db: sqlite3.Connection, person: Known, to: str | None) -> RequestFacts:
    """The open request, or the one of several that the text names."""
    asked, name = requests(db, person.id), visible(person.name)
    waiting = [request for request in asked if request.answer == "pending"]
    if not waiting:
        last = f"the last was answered {asked[0].answer} on {asked[0].answered_on}" if asked else ""
        raise NothingAsked(name, person.handle, last)
    fitting = [
        open_request
        for open_request in waiting
        if to is None or begins(fold(to).split(), [fold(open_request.text)])
    ]
    if len(fitting) == 1:
        return fitting[0]
    listed = "; ".join(quoted(open_request.text) for open_request in fitting or waiting)
    if to is not None and not fitting:
        raise NotAskedOf(quoted(to), name, listed)
    raise SeveralRequests(name, person.handle, listed)


def _follow_up(
    db: sqlite3.Connection, person: Known, today: date, day: date, whose: str, text: str
) -> FollowUp:
    wording, due = split_by_date(text, today)
    promise = words(wording, "a promise")
    return FollowUp(whose, promise, due, write.add_followup(db, person.id, whose, promise, day, due))
