"""Everything about one person."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.due import next_contact
from netbook.reports.brief import TieRow
from netbook.store.read import columns
from netbook.store.read import person as read
from netbook.store.read.who import find


class MeetingRow(NamedTuple):
    """A meeting with them, who else was there, and a conversation there with somebody unnamed."""

    date: str
    kind: str
    human: bool
    minutes: int | None
    place: str | None
    event: str | None
    summary: str | None
    others: list[str]
    fleeting: str | None
    ref: str


class CommonRow(NamedTuple):
    """A topic you share."""

    found_on: str
    topic: str
    detail: str | None
    ref: str


class NoteRow(NamedTuple):
    """Something learned."""

    date: str
    about: str
    text: str
    ref: str


class FavorRow(NamedTuple):
    """A favour given or received, and the thanks."""

    date: str
    direction: str
    text: str
    thanked_on: str | None
    thanked_how: str | None
    thanks: str | None
    ref: str


class FollowupRow(NamedTuple):
    """Something promised."""

    promised_on: str
    number: int
    whose: str
    text: str
    due_on: str | None
    status: str
    closed_on: str | None
    ref: str


class RequestRow(NamedTuple):
    """Something asked, and the answer."""

    asked_on: str
    text: str
    answer: str
    answered_on: str | None
    reply: str | None
    ref: str


class StrainRow(NamedTuple):
    """A strain and its repair."""

    since: str
    text: str
    repaired_on: str | None
    repair: str | None
    ref: str


class IntroductionRow(NamedTuple):
    """Bringing them together with somebody."""

    date: str
    to: str
    outcome: str
    because: str | None
    ref: str


class JobRow(NamedTuple):
    """What they did before."""

    org: str | None
    department: str | None
    title: str | None
    since: str | None
    until: str | None


class InterestRow(NamedTuple):
    """A topic they care about."""

    noted_on: str
    topic: str
    ref: str


class PersonReport(NamedTuple):
    """The whole record, newest first."""

    handle: str
    name: str
    circle: str | None
    cadence: str | None
    org: str | None
    department: str | None
    title: str | None
    place: str | None
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    urls: tuple[str, ...]
    birthday: str | None
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    known_since: str | None
    how_met: str | None
    introduced_by: str | None
    introducer: str | None
    status: str
    paused_until: str | None
    parted_on: str | None
    parted_why: str | None
    added_on: str
    last_contact: str | None
    last_kind: str | None
    due_on: str | None
    uid: str
    meetings: list[MeetingRow]
    commonalities: list[CommonRow]
    notes: list[NoteRow]
    favors: list[FavorRow]
    followups: list[FollowupRow]
    requests: list[RequestRow]
    strains: list[StrainRow]
    introductions: list[IntroductionRow]
    interests: list[InterestRow]
    ties: list[TieRow]
    jobs: list[JobRow]
    addresses: tuple[str, ...]


def build(db: sqlite3.Connection, today: date, who: str) -> PersonReport:
    """The record of the one person a WHO means."""
    person = find(db, who).id
    own = read.facts(db, person)
    last = read.last_contact(db, person, own, today)
    due = next_contact(own.cadence, last and last.on, own.start)
    status = read.status(own, today)
    return PersonReport(
        handle=own.handle, name=own.name, circle=own.circle, cadence=own.cadence, org=own.org,
        department=own.department, title=own.title, place=own.place,
        emails=read.values(db, read.EMAILS, person), phones=read.values(db, read.PHONES, person),
        urls=read.values(db, read.URLS, person), birthday=own.birthday,
        aliases=read.values(db, read.ALIASES, person), tags=read.values(db, read.TAGS, person),
        known_since=own.known_since, how_met=own.how_met, introduced_by=own.introduced_by,
        introducer=own.introducer, status=status,
        paused_until=own.paused_until if status == "paused" else None, parted_on=own.parted_on,
        parted_why=own.parted_why, added_on=own.added_on, last_contact=last.on.isoformat() if last else None,
        last_kind=last.kind if last else None,
        due_on=due.isoformat() if due and status == "active" else None, uid=own.uid,
        meetings=[
            row._replace(human=bool(row.human), others=list(columns.lines(row.others)))
            for row in map(MeetingRow._make, read.rows(db, read.MEETINGS, person))
        ],
        commonalities=[CommonRow(*row) for row in read.rows(db, read.COMMON, person)],
        notes=[NoteRow(*row) for row in read.rows(db, read.NOTES, person)],
        favors=[FavorRow(*row) for row in read.rows(db, read.FAVORS, person)],
        followups=[FollowupRow(*row) for row in read.rows(db, read.FOLLOWUPS, person)],
        requests=[RequestRow(*row) for row in read.rows(db, read.REQUESTS, person)],
        strains=[StrainRow(*row) for row in read.rows(db, read.STRAINS, person)],
        introductions=[IntroductionRow(*row) for row in read.rows(db, read.INTRODUCTIONS, person)],
        interests=[InterestRow(*row) for row in read.rows(db, read.INTERESTS, person)],
        ties=[TieRow(*row) for row in read.rows(db, read.TIES, person)],
        jobs=[JobRow(*row) for row in read.rows(db, read.JOBS, person)],
        addresses=read.values(db, read.ADDRESSES, person),
    )  # fmt: skip
