"""Goodbye rounds: whom to see before leaving an organisation, in order of importance, and what is owed."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.owed import Owed
from netbook.store.read import goodbye as read
from netbook.store.read.goodbye import Member, Round


class GoodbyeRow(NamedTuple):
    """Somebody on a round: still to be seen or not, how many thanks and promises are open, and what in words."""

    org: str
    person: str
    handle: str
    department: str | None
    open: bool
    seen_on: date | None
    parted_on: date | None
    thanks: int
    mine: int
    theirs: int
    strained: bool
    contacts: int
    last_contact: date | None
    owed: tuple[str, ...]
    private_address: bool


class GoodbyeRound(NamedTuple):
    """A round: those still to be seen first, and for each row what is owed."""

    org: str
    on: date
    why: str | None
    rows: list[GoodbyeRow]
    owed: list[Owed]

    @property
    def open(self) -> int:
        """How many are still to be seen."""
        return sum(row.open for row in self.rows)


class GoodbyeReport(NamedTuple):
    """One round, or all that are open."""

    today: date
    rounds: list[GoodbyeRound]

    @property
    def rows(self) -> list[GoodbyeRow]:
        """The rows of all rounds."""
        return [row for goodbye_round in self.rounds for row in goodbye_round.rows]


def build(db: sqlite3.Connection, today: date, round_id: int | None = None) -> GoodbyeReport:
    """The round of that number, or every round on which somebody is still to be seen, the latest first."""
    rounds = [
        goodbye_round
        for goodbye_round in read.rounds(db, today)
        if (goodbye_round.open if round_id is None else goodbye_round.id == round_id)
    ]
    return GoodbyeReport(today, [_goodbye_round(db, today, goodbye_round) for goodbye_round in rounds])


def _goodbye_round(db: sqlite3.Connection, today: date, goodbye_round: Round) -> GoodbyeRound:
    members = read.members(db, goodbye_round.id, today)
    owed = read.owed(db, [member.id for member in members], today)
    members.sort(key=lambda member: _rank(member, owed[member.id]))
    return GoodbyeRound(
        goodbye_round.org,
        goodbye_round.on,
        goodbye_round.why,
        [_row(goodbye_round.org, member, owed[member.id]) for member in members],
        [owed[member.id] for member in members],
    )


def _rank(member: Member, owed: Owed) -> tuple[bool, bool, bool, int, int]:
    """The order of a round: those to be seen first; of them those you owe, then those who owe you; then the closest."""
    owing = bool(owed.thanks or owed.mine or owed.strain)
    last = member.last_contact.toordinal() if member.last_contact else 0
    return not member.open, not owing, not owed.theirs, -member.contacts, -last


def _row(org: str, member: Member, owed: Owed) -> GoodbyeRow:
    return GoodbyeRow(
        org=org,
        person=member.person,
        handle=member.handle,
        department=member.department,
        open=member.open,
        seen_on=member.seen_on,
        parted_on=member.parted_on,
        thanks=len(owed.thanks),
        mine=len(owed.mine),
        theirs=len(owed.theirs),
        strained=owed.strain is not None,
        contacts=member.contacts,
        last_contact=member.last_contact,
        owed=_in_words(owed),
        private_address=member.private_address,
    )


def _in_words(owed: Owed) -> tuple[str, ...]:
    text = [f"thanks for: {one.text}" for one in owed.thanks]
    for lead, promises in (("you promised", owed.mine), ("they promised", owed.theirs)):
        text += [f"{lead}: {one.text}{f', by {one.due_on}' if one.due_on else ''}" for one in promises]
    if owed.strain:
        text.append(f"strained since {owed.strain.since}: {owed.strain.text}")
    return tuple(text)
