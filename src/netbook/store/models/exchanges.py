"""What passes between you and somebody: what you share, learn, give, ask, promise and thank for."""

from __future__ import annotations

from typing import Literal, Optional

from sqlalchemy import Index, Text, UniqueConstraint, text
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
    key,
    link,
    own_uid,
)
from netbook.store.models.facts import Model, TableFacts

Thanks = Literal["note", "card", "letter", "call", "in-person", "message"]
About = Literal[
    "family", "values", "goals", "obstacles", "aspirations", "concerns", "stories", "interests", "work"
]


class Topic(Model, table=True):
    """What can be shared."""

    __tablename__ = "topic"
    __table_args__ = (NUMBERED,)
    __facts__ = TableFacts(
        called=("topic", "topics"),
        made=("key", "name", "topic_key"),
        uid_of_key=True,
        searched=(9, ("name", "key")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text, unique=True)


class Commonality(Model, table=True):
    """One person and one topic you share with them."""

    __tablename__ = "commonality"
    __table_args__ = (
        UniqueConstraint("person_id", "topic_id"),
        Index("commonality_topic", "topic_id"),
        Index("commonality_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="c",
        called=("commonality", "commonalities"),
        together=(("found_on", "meeting_id"),),
        searched=(10, ("detail",)),
    )
    id: int | None = key()
    person_id: int = link("person.id")
    topic_id: int = link("topic.id")
    found_on: Day = Field(sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)
    detail: Words | None = Field(default=None, sa_type=Text)


class Interest(Model, table=True):
    """A topic somebody cares about, whether or not you share it."""

    __tablename__ = "interest"
    __table_args__ = (
        UniqueConstraint("person_id", "topic_id"),
        Index("interest_topic", "topic_id"),
        Index("interest_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(letter="k", called=("interest", "interests"))
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    topic_id: int = link("topic.id")
    noted_on: Day = Field(sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)


class NotCommon(Model, table=True):
    """A topic that was guessed to be in common with somebody and is not; it is not guessed again."""

    __tablename__ = "not_common"
    __table_args__ = (KEYED,)
    person_id: int = link("person.id", primary_key=True)
    key: Key = Field(sa_type=Text, primary_key=True)


class Note(Model, table=True):
    """Something learned about a person."""

    __tablename__ = "note"
    __table_args__ = (
        Index("note_person", "person_id", "date"),
        Index("note_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(letter="n", called=("note", "notes"), searched=(11, ("about", "text")))
    id: int | None = key()
    uid: Link = Field(sa_type=Text, unique=True)
    person_id: int = link("person.id")
    about: About = Field(sa_type=Text)
    text: Words = Field(sa_type=Text)
    date: Day = Field(sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)


class Favor(Model, table=True):
    """Something done, by you or for you; a received one owes thanks until you give them."""

    __tablename__ = "favor"
    __table_args__ = (
        Index("favor_person", "person_id", "date"),
        Index("favor_owed", "date", sqlite_where=text("direction = 'got' AND thanked_on IS NULL")),
        Index("favor_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="f",
        called=("favour", "favours"),
        agreements=(
            "direction = 'got' OR thanked_on IS NULL",
            "thanked_on IS NOT NULL OR (thanked_how IS NULL AND thanks IS NULL)",
        ),
        together=(("thanked_on", "thanked_how", "thanks"),),
        searched=(12, ("text", "thanks")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    direction: Literal["gave", "got"] = Field(sa_type=Text)
    text: Words = Field(sa_type=Text)
    date: Day = Field(sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)
    thanked_on: Day | None = Field(default=None, sa_type=Text)
    thanked_how: Optional[Thanks] = Field(default=None, sa_type=Text)  # noqa: UP045
    thanks: Words | None = Field(default=None, sa_type=Text)


class ThanksGiven(Model, table=True):
    """Thanks where no favour was owed any."""

    __tablename__ = "thanks"
    __table_args__ = (
        Index("thanks_person", "person_id", "date"),
        Index("thanks_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(letter="h", called=("thanks", "thanks"), searched=(23, ("how", "text")))
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    date: Day = Field(sa_type=Text)
    how: Optional[Thanks] = Field(default=None, sa_type=Text)  # noqa: UP045
    text: Words | None = Field(default=None, sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)


class Request(Model, table=True):
    """Something asked of a person, and the answer."""

    __tablename__ = "request"
    __table_args__ = (
        Index("request_person", "person_id"),
        Index("request_pending", "person_id", sqlite_where=text("answer = 'pending'")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="q",
        called=("request", "requests"),
        agreements=("(answer = 'pending') = (answered_on IS NULL)",),
        together=(("answer", "answered_on", "reply"),),
        searched=(14, ("text", "reply")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    text: Words = Field(sa_type=Text)
    asked_on: Day = Field(sa_type=Text)
    answer: Literal["pending", "yes", "no", "dropped"] = Field(sa_type=Text)
    answered_on: Day | None = Field(default=None, sa_type=Text)
    reply: Words | None = Field(default=None, sa_type=Text)


class Followup(Model, table=True):
    """Something promised, by you or by them, maybe with a date."""

    __tablename__ = "followup"
    __table_args__ = (
        Index("followup_person", "person_id"),
        Index("followup_open", "due_on", sqlite_where=text("status = 'open'")),
        Index("followup_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="t",
        called=("follow-up", "follow-ups"),
        agreements=("(status = 'open') = (closed_on IS NULL)",),
        together=(("status", "closed_on"),),
        searched=(13, ("text",)),
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    whose: Literal["mine", "theirs"] = Field(sa_type=Text)
    text: Words = Field(sa_type=Text)
    promised_on: Day = Field(sa_type=Text)
    due_on: Day | None = Field(default=None, sa_type=Text)
    status: Literal["open", "done", "dropped"] = Field(sa_type=Text)
    closed_on: Day | None = Field(default=None, sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)


class Strain(Model, table=True):
    """A strained relationship: since when, what happened, how it was repaired. One open at a time."""

    __tablename__ = "strain"
    __table_args__ = (
        Index("strain_person", "person_id"),
        Index("strain_open", "person_id", unique=True, sqlite_where=text("repaired_on IS NULL")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="s",
        called=("strain", "strains"),
        agreements=("repaired_on IS NOT NULL OR repair IS NULL",),
        together=(("repaired_on", "repair"),),
        searched=(15, ("text", "repair")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    text: Words = Field(sa_type=Text)
    since: Day = Field(sa_type=Text)
    repaired_on: Day | None = Field(default=None, sa_type=Text)
    repair: Words | None = Field(default=None, sa_type=Text)


class Introduction(Model, table=True):
    """You bringing two people together; the pair is in the order of their numbers."""

    __tablename__ = "introduction"
    __table_args__ = (
        UniqueConstraint("a_id", "b_id"),
        Index("introduction_b", "b_id"),
        NUMBERED,
    )
    __facts__ = TableFacts(
        letter="i",
        called=("introduction", "introductions"),
        agreements=("a_id < b_id",),
        together=(("date", "outcome"),),
        searched=(16, ("because",)),
    )
    id: int | None = key()
    uid: Link = own_uid()
    a_id: int = link("person.id")
    b_id: int = link("person.id")
    date: Day = Field(sa_type=Text)
    outcome: Literal["offered", "made", "declined", "dropped"] = Field(sa_type=Text)
    because: Words | None = Field(default=None, sa_type=Text)


class Farewell(Model, table=True):
    """Parting from an organisation, a circle, those with a tag, or (none of these) everybody: whom to see."""

    __tablename__ = "farewell"
    __table_args__ = (STRICT,)
    __facts__ = TableFacts(
        agreements=("(org IS NOT NULL) + (circle IS NOT NULL) + (tag IS NOT NULL) <= 1",),
        searched=(17, ("org", "circle", "tag", "why")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    org: Name | None = Field(default=None, sa_type=Text)
    date: Day = Field(sa_type=Text)
    why: Words | None = Field(default=None, sa_type=Text)
    circle: Name | None = Field(default=None, sa_type=Text)
    tag: Name | None = Field(default=None, sa_type=Text)


class FarewellPerson(Model, table=True):
    """Somebody on a goodbye round, and when they were seen."""

    __tablename__ = "farewell_person"
    __table_args__ = (
        Index("farewell_person_person", "person_id"),
        KEYED,
    )
    __facts__ = TableFacts(called=("goodbye round", "goodbye rounds"))
    farewell_id: int = link("farewell.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)
    seen_on: Day | None = Field(default=None, sa_type=Text)
