"""Confirm proposed meetings: turn each into a meeting or a plan, or dismiss it."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.actions.log import MeetingWords, log
from netbook.core.drafts import PlanDraft
from netbook.store.read.proposals import OpenProposal
from netbook.store.write_plans import add_plan
from netbook.store.write_proposals import answer


class Confirmation(NamedTuple):
    """The user's answer to a proposal: accepted, with details, or rejected."""

    proposal: OpenProposal
    yes: bool
    kind: str | None = None
    minutes: int | None = None
    place: str | None = None
    about: str | None = None
    common: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()


class ConfirmedEvidence(NamedTuple):
    """How many proposals became meetings and plans, and how many were dismissed."""

    meetings: int
    plans: int
    dismissed: int


def confirm(db: sqlite3.Connection, today: date, line: Iterable[Confirmation]) -> ConfirmedEvidence:
    """Write the answer to each proposal."""
    meetings = plans = dismissed = 0
    for one in line:
        if not one.yes:
            dismissed += 1
        elif one.proposal.on > today:
            _plan(db, today, one)
            plans += 1
        else:
            _meet(db, today, one)
            meetings += 1
        answer(db, [one.proposal.id], "yes" if one.yes else "no", today)
    return ConfirmedEvidence(meetings, plans, dismissed)


def _plan(db: sqlite3.Connection, today: date, line: Confirmation) -> None:
    one = line.proposal
    text = line.about or one.summary
    draft = PlanDraft(
        date=one.on,
        kind=line.kind or one.kind,
        at=one.at,
        place=line.place or one.place,
        event_id=None,
        text=text,
        source=one.key,
    )
    add_plan(db, draft, one.person_ids, today)


def _meet(db: sqlite3.Connection, today: date, line: Confirmation) -> None:
    """Log a meeting under the proposal's uid, so that a later import recognises it."""
    one = line.proposal
    words = MeetingWords(
        who=one.handles, kind=line.kind or one.kind, on=one.on.isoformat(), minutes=line.minutes or one.minutes,
        place=line.place or one.place, summary=line.about or one.summary, common=line.common, promise=line.promised,
    )  # fmt: skip
    logged = log(db, today, words)
    db.execute("UPDATE meeting SET uid = ? WHERE uid = ?", (one.key, logged.uid))
