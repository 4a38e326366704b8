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


def confirm(db: sqlite3.Connection, today: date, confirmations: Iterable[Confirmation]) -> ConfirmedEvidence:
    """Write the answer to each proposal."""
    meetings = plans = dismissed = 0
    for confirmation in confirmations:
        if not confirmation.yes:
            dismissed += 1
        elif confirmation.proposal.on > today:
            _plan(db, today, confirmation)
            plans += 1
        else:
            _meet(db, today, confirmation)
            meetings += 1
        answer(db, [confirmation.proposal.id], "yes" if confirmation.yes else "no", today)
    return ConfirmedEvidence(meetings, plans, dismissed)


def _plan(db: sqlite3.Connection, today: date, confirmation: Confirmation) -> None:
    proposal = confirmation.proposal
    text = confirmation.about or proposal.summary
    draft = PlanDraft(
        date=proposal.on,
        kind=confirmation.kind or proposal.kind,
        at=proposal.at,
        place=confirmation.place or proposal.place,
        event_id=None,
        text=text,
        source=proposal.key,
    )
    add_plan(db, draft, proposal.person_ids, today)


def _meet(db: sqlite3.Connection, today: date, confirmation: Confirmation) -> None:
    """Log a meeting under the proposal's uid, so that a later import recognises it."""
    proposal = confirmation.proposal
    words = MeetingWords(
        who=proposal.handles,
        on=proposal.on.isoformat(),
        kind=confirmation.kind or proposal.kind,
        minutes=confirmation.minutes or proposal.minutes,
        place=confirmation.place or proposal.place,
        summary=confirmation.about or proposal.summary,
        common=confirmation.common,
        promise=confirmation.promised,
    )
    logged = log(db, today, words)
    db.execute("UPDATE meeting SET uid = ? WHERE uid = ?", (proposal.key, logged.uid))
