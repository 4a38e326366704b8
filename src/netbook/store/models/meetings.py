"""When people are met: events, meetings, plans, and what other sources propose as meetings."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Computed, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from netbook.store.models.columns import (
    KEYED,
    NUMBERED,
    STRICT,
    Day,
    Key,
    Link,
    Name,
    Words,
    clock,
    key,
    link,
    no,
    own_uid,
)
from netbook.store.models.facts import Model, TableFacts

Kind = Literal[
    "coffee", "lunch", "dinner", "drinks", "walk", "activity", "visit", "meeting", "event",
    "call", "video", "email", "message", "letter",
]  # fmt: skip


class Event(Model, table=True):
    """One edition of an occasion, on a day or a span of days."""

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("key", "starts_on"), Index("event_starts_on", "starts_on"), NUMBERED)
    __facts__ = TableFacts(
        letter="e",
        called=("event", "events"),
        made=("key", "name", "fold"),
        also_same="key = :key AND starts_on <= :ends_on AND ends_on >= :starts_on",
        agreements=("ends_on >= starts_on",),
        together=(("starts_on", "ends_on"),),
        searched=(8, ("name", "key", "place", "host")),
    )
    id: int | None = key()
    uid: Link = Field(sa_type=Text, unique=True)
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text)
    starts_on: Day = Field(sa_type=Text)
    ends_on: Day = Field(sa_type=Text)
    goal: int = Field(ge=0, le=1_000)
    place: Name | None = Field(default=None, sa_type=Text)
    host: Name | None = Field(default=None, sa_type=Text)


class Meeting(Model, table=True):
    """One occasion of contact with any number of people."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index("meeting_date", "date"),
        Index("meeting_event", "event_id", sqlite_where=text("event_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="m", called=("meeting", "meetings"), searched=(7, ("kind", "place", "summary", "fleeting"))
    )
    id: int | None = key()
    uid: Link = Field(sa_type=Text, unique=True)
    date: Day = Field(sa_type=Text)
    kind: Kind = Field(sa_type=Text)
    human: int | None = Field(
        default=None,
        sa_column_args=[Computed("kind NOT IN ('email', 'message', 'letter')", persisted=True)],
    )
    minutes: int | None = Field(default=None, gt=0, le=60 * 24 * 31)
    place: Name | None = Field(default=None, sa_type=Text)
    event_id: int | None = link("event.id", "SET NULL", default=None)
    summary: Words | None = Field(default=None, sa_type=Text)
    # A conversation with somebody who never gave a name.
    fleeting: Words | None = Field(default=None, sa_type=Text)


class Attendance(Model, table=True):
    """Who was at a meeting. Date and human repeat the meeting's, kept in step by the database."""

    __tablename__ = "attendance"
    __table_args__ = (
        Index("attendance_person", "person_id", "human", "date", "meeting_id"),
        KEYED,
    )
    __facts__ = TableFacts(called=("meeting", "meetings"), following=("date", "human"))
    meeting_id: int = link("meeting.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)
    date: Day = Field(sa_type=Text)
    human: int = Field(ge=0, le=1)


class Plan(Model, table=True):
    """A meeting agreed for a day to come; no meeting until it is logged."""

    __tablename__ = "plan"
    __table_args__ = (
        Index("plan_open", "date", sqlite_where=text("status = 'open'")),
        Index("plan_event", "event_id", sqlite_where=text("event_id IS NOT NULL")),
        Index("plan_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="p",
        called=("plan", "plans"),
        agreements=("(status = 'open') = (closed_on IS NULL)",),
        together=(("status", "closed_on", "meeting_id"),),
        searched=(21, ("kind", "place", "text")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    date: Day = Field(sa_type=Text)
    at: str | None = clock()
    kind: Kind = Field(sa_type=Text)
    place: Name | None = Field(default=None, sa_type=Text)
    event_id: int | None = link("event.id", "SET NULL", default=None)
    text: Words | None = Field(default=None, sa_type=Text)
    planned_on: Day = Field(sa_type=Text)
    status: Literal["open", "met", "dropped"] = Field(sa_type=Text)
    closed_on: Day | None = Field(default=None, sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)
    # The entry of a calendar that it came from, and how often that was changed (RFC 5545, 3.8.7.4).
    source: Link | None = Field(default=None, sa_type=Text, unique=True)
    sequence: int | None = Field(default=None, ge=0)


class PlanPerson(Model, table=True):
    """Who a plan is with."""

    __tablename__ = "plan_person"
    __table_args__ = (Index("plan_person_person", "person_id"), KEYED)
    __facts__ = TableFacts(called=("plan", "plans"))
    plan_id: int = link("plan.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)


class Expected(Model, table=True):
    """Who will be at an event."""

    __tablename__ = "expected"
    __table_args__ = (Index("expected_person", "person_id"), KEYED)
    __facts__ = TableFacts(called=("event to come", "events to come"))
    event_id: int = link("event.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)


class IntroducerDone(Model, table=True):
    """A meeting with somebody whose introducer is not to be thanked for it any more."""

    __tablename__ = "introducer_done"
    __table_args__ = (KEYED,)
    meeting_id: int = link("meeting.id", primary_key=True)


class Proposal(Model, table=True):
    """Evidence of a meeting from another source, to be confirmed or not."""

    __tablename__ = "proposal"
    __table_args__ = (Index("proposal_open", "date", sqlite_where=text("answer = 'open'")), STRICT)
    __facts__ = TableFacts(
        agreements=("(answer = 'open') = (answered_on IS NULL)",),
        together=(("answer", "answered_on"),),
        searched=(25, ("place", "summary")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    # What tells it apart, so that it is proposed once.
    key: Link = Field(sa_type=Text, unique=True)
    source: Name = Field(sa_type=Text)
    series: Link | None = Field(default=None, sa_type=Text)
    date: Day = Field(sa_type=Text)
    at: str | None = clock()
    kind: Kind = Field(sa_type=Text)
    minutes: int | None = Field(default=None, gt=0, le=60 * 24 * 31)
    place: Name | None = Field(default=None, sa_type=Text)
    summary: Words | None = Field(default=None, sa_type=Text)
    # Whether it is to come: then it is proposed as a plan.
    coming: int = no()
    answer: Literal["open", "yes", "no"] = Field(sa_type=Text)
    answered_on: Day | None = Field(default=None, sa_type=Text)


class ProposalPerson(Model, table=True):
    """Who a proposed meeting was with."""

    __tablename__ = "proposal_person"
    __table_args__ = (Index("proposal_person_person", "person_id"), KEYED)
    __facts__ = TableFacts(called=("proposed meeting", "proposed meetings"))
    proposal_id: int = link("proposal.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)
