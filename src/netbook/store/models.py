"""The one definition of the schema: every table, column, limit and link of a journal.

`schema.sql` is made from these classes by `ddl`, and what comes from outside is validated by them
(`Model.model_validate`). No daily command loads this module: SQLModel costs more than the work itself.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, Optional

from sqlalchemy import Computed, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

# Not "date": that is the name of columns. Within these years a day and a cadence of a century make a day, too.
FIRST_DAY, LAST_DAY = datetime.date(1000, 1, 1), datetime.date(8999, 12, 31)
Day = Annotated[datetime.date, Field(ge=FIRST_DAY, le=LAST_DAY)]
STRICT = {"sqlite_strict": True}
# A number is never given twice, whatever became of the row that had it (https://sqlite.org/autoinc.html).
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}
KEYED = {"sqlite_strict": True, "sqlite_with_rowid": False}

# A name, a handle, a place: one line. Words: as long as somebody cares to write. A key may be longer than
# the name it comes from: one letter can fold into several.
Name = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=1_000_000)]
Key = Annotated[str, Field(min_length=1, max_length=4_000)]
Link = Annotated[str, Field(min_length=1, max_length=2_000)]

Kind = Literal[
    "coffee", "lunch", "dinner", "drinks", "walk", "activity", "visit", "meeting", "event",
    "call", "video", "email", "message", "letter",
]  # fmt: skip
# Patterns, and how SQLite says them; 2000 was a leap year.
_MONTH_AND_DAY = r"(02-(0[1-9]|[12]\d)|(0[469]|11)-(0[1-9]|[12]\d|30)|(0[13578]|1[02])-(0[1-9]|[12]\d|3[01]))"
BIRTHDAY = rf"^([1-8]\d{{3}}|-)-{_MONTH_AND_DAY}$"
CLOCK = r"^([01]\d|2[0-3]):[0-5]\d$"
IN_SQL = {
    BIRTHDAY: (
        "({0} GLOB '[1-8][0-9][0-9][0-9]-*' AND {0} IS date({0}, '+0 days')) OR "
        "({0} GLOB '--*' AND '2000' || substr({0}, 2) IS date('2000' || substr({0}, 2), '+0 days'))"
    ),
    CLOCK: "{0} GLOB '[01][0-9]:[0-5][0-9]' OR {0} GLOB '2[0-3]:[0-5][0-9]'",
}
Thanks = Literal["note", "card", "letter", "call", "in-person", "message"]
About = Literal[
    "family", "values", "goals", "obstacles", "aspirations", "concerns", "stories", "interests", "work"
]


def key() -> int | None:
    """The row's number."""
    return Field(default=None, primary_key=True)  # type: ignore[no-any-return]


def own_uid() -> str:
    """A lasting identifier, given by the database to a row that comes without."""
    given = {"server_default": text("(lower(hex(randomblob(16))))")}
    return Field(sa_type=Text, unique=True, sa_column_kwargs=given)  # type: ignore[no-any-return]


def clock() -> str | None:
    """A time of day, HH:MM."""
    return Field(default=None, sa_type=Text, schema_extra={"pattern": CLOCK})  # type: ignore[no-any-return]


def no() -> int:
    """Yes (1) or no (0), no unless it is said."""
    return Field(default=0, ge=0, le=1, sa_column_kwargs={"server_default": text("0")})  # type: ignore[no-any-return]


def link(target: str, ondelete: Literal["CASCADE", "SET NULL"] = "CASCADE", **more: object) -> int:
    """A reference to a row of another table, and what becomes of this one when that row goes."""
    return Field(foreign_key=target, ondelete=ondelete, **more)  # type: ignore[call-overload, no-any-return]


class Circle(SQLModel, table=True):
    """A group with a cadence."""

    __tablename__ = "circle"
    __table_args__ = (NUMBERED,)
    id: int | None = key()
    uid: Link = own_uid()
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text, unique=True)
    cadence: Name = Field(sa_type=Text)
    description: Words | None = Field(default=None, sa_type=Text)


class Person(SQLModel, table=True):
    """Somebody in the journal."""

    __tablename__ = "person"
    __table_args__ = (
        Index("person_name_key", "name_key"),
        Index("person_circle", "circle_id"),
        Index("person_cadence", "cadence", sqlite_where=text("cadence IS NOT NULL")),
        Index("person_org", "org", "department", sqlite_where=text("org IS NOT NULL")),
        Index("person_birthday", text("substr(birthday, -5)"), sqlite_where=text("birthday IS NOT NULL")),
        Index("person_introduced_by", "introduced_by_id", sqlite_where=text("introduced_by_id IS NOT NULL")),
        Index("person_me", "me", unique=True, sqlite_where=text("me = 1")),
        NUMBERED,
    )
    id: int | None = key()
    uid: Link = Field(sa_type=Text, unique=True)
    handle: Name = Field(sa_type=Text, unique=True)
    name: Name = Field(sa_type=Text)
    name_key: Key = Field(sa_type=Text)
    circle_id: int | None = link("circle.id", "SET NULL", default=None)
    # None: as the circle has it; "none": never due.
    cadence: Name | None = Field(default=None, sa_type=Text)
    org: Name | None = Field(default=None, sa_type=Text)
    department: Name | None = Field(default=None, sa_type=Text)
    title: Name | None = Field(default=None, sa_type=Text)
    place: Name | None = Field(default=None, sa_type=Text)
    # The year may be unknown: --12-25 (RFC 6350, section 4.3.1).
    birthday: str | None = Field(default=None, sa_type=Text, schema_extra={"pattern": BIRTHDAY})
    known_since: Day | None = Field(default=None, sa_type=Text)
    how_met: Words | None = Field(default=None, sa_type=Text)
    introduced_by_id: int | None = link("person.id", "SET NULL", default=None)
    added_on: Day = Field(sa_type=Text)
    paused_on: Day | None = Field(default=None, sa_type=Text)
    paused_until: Day | None = Field(default=None, sa_type=Text)
    parted_on: Day | None = Field(default=None, sa_type=Text)
    parted_why: Words | None = Field(default=None, sa_type=Text)
    # The day from which the cadence of somebody never met runs; None: the day they came into the journal.
    start_on: Day | None = Field(default=None, sa_type=Text)
    # The last contact before the journal knew of any, as its owner says.
    last_contact_on: Day | None = Field(default=None, sa_type=Text)
    # The owner's own card; at most one.
    me: int = no()


class Identity(SQLModel, table=True):
    """Another uid somebody is known by: of a record that was merged into theirs, or of another program's."""

    __tablename__ = "identity"
    __table_args__ = (
        Index("identity_person", "person_id"),
        KEYED,
    )
    uid: Link = Field(sa_type=Text, primary_key=True)
    person_id: int = link("person.id")


class Alias(SQLModel, table=True):
    """Another name somebody goes by."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("alias_key", "key"), STRICT)
    id: int | None = key()
    person_id: int = link("person.id")
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text)


class NameWord(SQLModel, table=True):
    """A word of somebody's name or alias: an index the database keeps, for names typed in part."""

    __tablename__ = "name_word"
    __table_args__ = (
        Index("name_word_person", "person_id"),
        KEYED,
    )
    word: str = Field(sa_type=Text, primary_key=True)
    person_id: int = link("person.id", primary_key=True)


class Email(SQLModel, table=True):
    """An e-mail address; two people may share a mailbox."""

    __tablename__ = "email"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("email_key", "key"), STRICT)
    id: int | None = key()
    person_id: int = link("person.id")
    address: Link = Field(sa_type=Text)
    key: Link = Field(sa_type=Text)
    # What it is for: home, work, private.
    label: Name | None = Field(default=None, sa_type=Text)


class Phone(SQLModel, table=True):
    """A telephone number, as written; two ways of writing one number have one key."""

    __tablename__ = "phone"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("phone_key", "key"), STRICT)
    id: int | None = key()
    person_id: int = link("person.id")
    number: Link = Field(sa_type=Text)
    key: Link = Field(sa_type=Text)
    label: Name | None = Field(default=None, sa_type=Text)


class Address(SQLModel, table=True):
    """A postal address, as written, and its parts where they are known."""

    __tablename__ = "address"
    __table_args__ = (UniqueConstraint("person_id", "key"), STRICT)
    id: int | None = key()
    person_id: int = link("person.id")
    text: Words = Field(sa_type=Text)
    key: Words = Field(sa_type=Text)
    label: Name | None = Field(default=None, sa_type=Text)
    street: Words | None = Field(default=None, sa_type=Text)
    town: Name | None = Field(default=None, sa_type=Text)
    region: Name | None = Field(default=None, sa_type=Text)
    code: Name | None = Field(default=None, sa_type=Text)
    country: Name | None = Field(default=None, sa_type=Text)


class Url(SQLModel, table=True):
    """A page or profile of somebody's; the key is what two ways of writing one link have in common."""

    __tablename__ = "url"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("url_key", "key"), STRICT)
    id: int | None = key()
    person_id: int = link("person.id")
    address: Link = Field(sa_type=Text)
    key: Link = Field(sa_type=Text)


class Tag(SQLModel, table=True):
    """A word somebody is filed under."""

    __tablename__ = "tag"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("tag_key", "key"), STRICT)
    id: int | None = key()
    person_id: int = link("person.id")
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text)


class Carried(SQLModel, table=True):
    """A line of somebody's vCard that has no column here; an export gives it back."""

    __tablename__ = "carried"
    __table_args__ = (UniqueConstraint("person_id", "line"), STRICT)
    id: int | None = key()
    person_id: int = link("person.id")
    line: Words = Field(sa_type=Text)


class NotSame(SQLModel, table=True):
    """Two people who look like one and are not; the pair is in the order of their numbers."""

    __tablename__ = "not_same"
    __table_args__ = (Index("not_same_b", "b_id"), KEYED)
    a_id: int = link("person.id", primary_key=True)
    b_id: int = link("person.id", primary_key=True)


class Event(SQLModel, table=True):
    """One edition of an occasion, on a day or a span of days."""

    __tablename__ = "event"
    __table_args__ = (UniqueConstraint("key", "starts_on"), Index("event_starts_on", "starts_on"), NUMBERED)
    id: int | None = key()
    uid: Link = Field(sa_type=Text, unique=True)
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text)
    starts_on: Day = Field(sa_type=Text)
    ends_on: Day = Field(sa_type=Text)
    goal: int = Field(ge=0, le=1_000)
    place: Name | None = Field(default=None, sa_type=Text)
    host: Name | None = Field(default=None, sa_type=Text)


class Meeting(SQLModel, table=True):
    """One occasion of contact with any number of people."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index("meeting_date", "date"),
        Index("meeting_event", "event_id", sqlite_where=text("event_id IS NOT NULL")),
        NUMBERED,
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


class Attendance(SQLModel, table=True):
    """Who was at a meeting. Date and human repeat the meeting's, kept in step by the database."""

    __tablename__ = "attendance"
    __table_args__ = (
        Index("attendance_person", "person_id", "human", "date", "meeting_id"),
        KEYED,
    )
    meeting_id: int = link("meeting.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)
    date: Day = Field(sa_type=Text)
    human: int = Field(ge=0, le=1)


class Topic(SQLModel, table=True):
    """What can be shared."""

    __tablename__ = "topic"
    __table_args__ = (NUMBERED,)
    id: int | None = key()
    uid: Link = own_uid()
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text, unique=True)


class Commonality(SQLModel, table=True):
    """One person and one topic you share with them."""

    __tablename__ = "commonality"
    __table_args__ = (
        UniqueConstraint("person_id", "topic_id"),
        Index("commonality_topic", "topic_id"),
        Index("commonality_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    id: int | None = key()
    person_id: int = link("person.id")
    topic_id: int = link("topic.id")
    found_on: Day = Field(sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)
    detail: Words | None = Field(default=None, sa_type=Text)


class Note(SQLModel, table=True):
    """Something learned about a person."""

    __tablename__ = "note"
    __table_args__ = (
        Index("note_person", "person_id", "date"),
        Index("note_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    id: int | None = key()
    uid: Link = Field(sa_type=Text, unique=True)
    person_id: int = link("person.id")
    about: About = Field(sa_type=Text)
    text: Words = Field(sa_type=Text)
    date: Day = Field(sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)


class Favor(SQLModel, table=True):
    """Something done, by you or for you; one received is owed thanks until thanked."""

    __tablename__ = "favor"
    __table_args__ = (
        Index("favor_person", "person_id", "date"),
        Index("favor_owed", "date", sqlite_where=text("direction = 'got' AND thanked_on IS NULL")),
        Index("favor_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
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


class Request(SQLModel, table=True):
    """Something asked of a person, and the answer."""

    __tablename__ = "request"
    __table_args__ = (
        Index("request_person", "person_id"),
        Index("request_pending", "person_id", sqlite_where=text("answer = 'pending'")),
        NUMBERED,
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    text: Words = Field(sa_type=Text)
    asked_on: Day = Field(sa_type=Text)
    answer: Literal["pending", "yes", "no", "dropped"] = Field(sa_type=Text)
    answered_on: Day | None = Field(default=None, sa_type=Text)
    reply: Words | None = Field(default=None, sa_type=Text)


class Followup(SQLModel, table=True):
    """Something promised, by you or by them, maybe with a date."""

    __tablename__ = "followup"
    __table_args__ = (
        Index("followup_person", "person_id"),
        Index("followup_open", "due_on", sqlite_where=text("status = 'open'")),
        Index("followup_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
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


class Strain(SQLModel, table=True):
    """A hurt relationship: since when, what happened, how it was repaired. One open at a time."""

    __tablename__ = "strain"
    __table_args__ = (
        Index("strain_person", "person_id"),
        Index("strain_open", "person_id", unique=True, sqlite_where=text("repaired_on IS NULL")),
        NUMBERED,
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    text: Words = Field(sa_type=Text)
    since: Day = Field(sa_type=Text)
    repaired_on: Day | None = Field(default=None, sa_type=Text)
    repair: Words | None = Field(default=None, sa_type=Text)


class Introduction(SQLModel, table=True):
    """You bringing two people together; the pair is in the order of their numbers."""

    __tablename__ = "introduction"
    __table_args__ = (
        UniqueConstraint("a_id", "b_id"),
        Index("introduction_b", "b_id"),
        NUMBERED,
    )
    id: int | None = key()
    uid: Link = own_uid()
    a_id: int = link("person.id")
    b_id: int = link("person.id")
    date: Day = Field(sa_type=Text)
    outcome: Literal["offered", "made", "declined", "dropped"] = Field(sa_type=Text)
    because: Words | None = Field(default=None, sa_type=Text)


class Farewell(SQLModel, table=True):
    """Parting from an organisation, a circle, those with a tag, or (none of these) everybody: whom to see."""

    __tablename__ = "farewell"
    __table_args__ = (STRICT,)
    id: int | None = key()
    uid: Link = own_uid()
    org: Name | None = Field(default=None, sa_type=Text)
    date: Day = Field(sa_type=Text)
    why: Words | None = Field(default=None, sa_type=Text)
    circle: Name | None = Field(default=None, sa_type=Text)
    tag: Name | None = Field(default=None, sa_type=Text)


class FarewellPerson(SQLModel, table=True):
    """Somebody on a farewell round, and when they were seen."""

    __tablename__ = "farewell_person"
    __table_args__ = (
        Index("farewell_person_person", "person_id"),
        KEYED,
    )
    farewell_id: int = link("farewell.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)
    seen_on: Day | None = Field(default=None, sa_type=Text)


class Job(SQLModel, table=True):
    """What somebody did before: where, as what, and from when until when."""

    __tablename__ = "job"
    __table_args__ = (
        Index("job_person", "person_id"),
        Index("job_org", "org", sqlite_where=text("org IS NOT NULL")),
        STRICT,
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    org: Name | None = Field(default=None, sa_type=Text)
    department: Name | None = Field(default=None, sa_type=Text)
    title: Name | None = Field(default=None, sa_type=Text)
    since: Day | None = Field(default=None, sa_type=Text)
    until: Day | None = Field(default=None, sa_type=Text)


class News(SQLModel, table=True):
    """What another source says of somebody otherwise than the journal, and is not taken yet."""

    __tablename__ = "news"
    __table_args__ = (
        UniqueConstraint("person_id", "what", "value"),
        Index("news_found_on", "found_on"),
        STRICT,
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    what: Literal["org", "department", "title", "place", "address", "email", "phone"] = Field(sa_type=Text)
    value: Link = Field(sa_type=Text)
    found_on: Day = Field(sa_type=Text)
    source: Name | None = Field(default=None, sa_type=Text)


class Interest(SQLModel, table=True):
    """A topic somebody cares about, whether or not you share it."""

    __tablename__ = "interest"
    __table_args__ = (
        UniqueConstraint("person_id", "topic_id"),
        Index("interest_topic", "topic_id"),
        Index("interest_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    topic_id: int = link("topic.id")
    noted_on: Day = Field(sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)


class NotCommon(SQLModel, table=True):
    """A topic that was guessed to be in common with somebody and is not; it is not guessed again."""

    __tablename__ = "not_common"
    __table_args__ = (KEYED,)
    person_id: int = link("person.id", primary_key=True)
    key: Key = Field(sa_type=Text, primary_key=True)


class Tie(SQLModel, table=True):
    """What two people are to each other: `word` is what a is to b, `back` what b is to a.

    The other end may be somebody who is not in the journal: then it has a name only.
    """

    __tablename__ = "tie"
    __table_args__ = (UniqueConstraint("a_id", "b_id", "word"), Index("tie_b", "b_id"), NUMBERED)
    id: int | None = key()
    uid: Link = own_uid()
    a_id: int = link("person.id")
    b_id: int | None = link("person.id", default=None)
    name: Name | None = Field(default=None, sa_type=Text)
    word: Name = Field(sa_type=Text)
    back: Name = Field(sa_type=Text)


class Plan(SQLModel, table=True):
    """A meeting agreed for a day to come; no meeting until it is logged."""

    __tablename__ = "plan"
    __table_args__ = (
        Index("plan_open", "date", sqlite_where=text("status = 'open'")),
        Index("plan_event", "event_id", sqlite_where=text("event_id IS NOT NULL")),
        Index("plan_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
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


class PlanPerson(SQLModel, table=True):
    """Who a plan is with."""

    __tablename__ = "plan_person"
    __table_args__ = (Index("plan_person_person", "person_id"), KEYED)
    plan_id: int = link("plan.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)


class Expected(SQLModel, table=True):
    """Who will be at an event."""

    __tablename__ = "expected"
    __table_args__ = (Index("expected_person", "person_id"), KEYED)
    event_id: int = link("event.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)


class ThanksGiven(SQLModel, table=True):
    """Thanks where no favour was owed any."""

    __tablename__ = "thanks"
    __table_args__ = (
        Index("thanks_person", "person_id", "date"),
        Index("thanks_meeting", "meeting_id", sqlite_where=text("meeting_id IS NOT NULL")),
        NUMBERED,
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    date: Day = Field(sa_type=Text)
    how: Optional[Thanks] = Field(default=None, sa_type=Text)  # noqa: UP045
    text: Words | None = Field(default=None, sa_type=Text)
    meeting_id: int | None = link("meeting.id", "SET NULL", default=None)


class IntroducerDone(SQLModel, table=True):
    """A meeting with somebody whose introducer is not to be thanked for it any more."""

    __tablename__ = "introducer_done"
    __table_args__ = (KEYED,)
    meeting_id: int = link("meeting.id", primary_key=True)


class Proposal(SQLModel, table=True):
    """Evidence of a meeting from another source, to be confirmed or not."""

    __tablename__ = "proposal"
    __table_args__ = (Index("proposal_open", "date", sqlite_where=text("answer = 'open'")), STRICT)
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


class ProposalPerson(SQLModel, table=True):
    """Who a proposed meeting was with."""

    __tablename__ = "proposal_person"
    __table_args__ = (Index("proposal_person_person", "person_id"), KEYED)
    proposal_id: int = link("proposal.id", primary_key=True)
    person_id: int = link("person.id", primary_key=True)


class Setting(SQLModel, table=True):
    """What the journal's owner has set for it, such as the region of telephone numbers."""

    __tablename__ = "setting"
    __table_args__ = (KEYED,)
    name: Name = Field(sa_type=Text, primary_key=True)
    value: Words = Field(sa_type=Text)


class Numbering(SQLModel, table=True):
    """The highest number that the rows of a table have had: no reference is used twice, in no copy."""

    __tablename__ = "numbering"
    __table_args__ = (KEYED,)
    of: Name = Field(sa_type=Text, primary_key=True)
    highest: int = Field(ge=1)


class Synced(SQLModel, table=True):
    """The state in which this file was last synced with others: this machine's own affair."""

    __tablename__ = "synced"
    __table_args__ = (STRICT,)
    id: int | None = Field(default=None, primary_key=True, ge=1, le=1)
    remote: Link = Field(sa_type=Text)
    # The commit that both sides have, and the first change that is not in it.
    at: Name | None = Field(default=None, sa_type=Text)
    seal: Words | None = Field(default=None, sa_type=Text)
    synced_on: Name | None = Field(default=None, sa_type=Text)
    change: int | None = Field(default=None)


class Change(SQLModel, table=True):
    """How to take back what was done to one row: written by the database itself, read by undo and redo."""

    __tablename__ = "change"
    __table_args__ = (STRICT,)
    id: int | None = key()
    of: Name = Field(sa_type=Text)
    op: Literal["added", "changed", "removed"] = Field(sa_type=Text)
    # The row's primary key as it is now, and the row as it was; both JSON.
    key: Words = Field(sa_type=Text)
    row: str | None = Field(default=None, sa_type=Text)


class Step(SQLModel, table=True):
    """One command that changed the journal: the changes from `first` to `last`."""

    __tablename__ = "step"
    __table_args__ = (Index("step_last", "last"), Index("step_undone", "undone"), STRICT)
    id: int | None = key()
    at: Name = Field(sa_type=Text)
    what: Words = Field(sa_type=Text)
    first: int = Field()
    last: int = Field()
    # Bytes of all steps up to and with this one.
    total: int = Field(ge=0)
    undone: int = Field(ge=0, le=1)
    # Whether it is what came from other machines.
    sync: int = no()


# What two columns must agree on; rules for a single column are made from its field.
AGREEMENTS: dict[str, tuple[str, ...]] = {
    "event": ("ends_on >= starts_on",),
    "person": (
        "introduced_by_id <> id",
        "paused_on IS NOT NULL OR paused_until IS NULL",
        "parted_on IS NOT NULL OR parted_why IS NULL",
    ),
    "favor": (
        "direction = 'got' OR thanked_on IS NULL",
        "thanked_on IS NOT NULL OR (thanked_how IS NULL AND thanks IS NULL)",
    ),
    "followup": ("(status = 'open') = (closed_on IS NULL)",),
    "request": ("(answer = 'pending') = (answered_on IS NULL)",),
    "strain": ("repaired_on IS NOT NULL OR repair IS NULL",),
    "introduction": ("a_id < b_id",),
    "not_same": ("a_id < b_id",),
    "farewell": ("(org IS NOT NULL) + (circle IS NOT NULL) + (tag IS NOT NULL) <= 1",),
    "job": (
        "org IS NOT NULL OR department IS NOT NULL OR title IS NOT NULL",
        "since IS NULL OR until IS NULL OR until >= since",
    ),
    "tie": ("(b_id IS NULL) <> (name IS NULL)", "b_id IS NULL OR b_id <> a_id"),
    "plan": ("(status = 'open') = (closed_on IS NULL)",),
    "proposal": ("(answer = 'open') = (answered_on IS NULL)",),
}
# Columns that stand and fall together: where one is taken from another row, the others are too.
TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "person": (("paused_on", "paused_until"), ("parted_on", "parted_why")),
    "commonality": (("found_on", "meeting_id"),),
    "favor": (("thanked_on", "thanked_how", "thanks"),),
    "followup": (("status", "closed_on"),),
    "request": (("answer", "answered_on", "reply"),),
    "strain": (("repaired_on", "repair"),),
    "introduction": (("date", "outcome"),),
    "event": (("starts_on", "ends_on"),),
    "plan": (("status", "closed_on", "meeting_id"),),
    "proposal": (("answer", "answered_on"),),
    "tie": (("word", "back"),),
    "address": (("text", "street", "town", "region", "code", "country"),),
}

# Keys by which rows are compared: the column, what it is made from, and how.
MADE = {
    "circle": ("key", "name", "fold"),
    "person": ("name_key", "name", "fold"),
    "alias": ("key", "name", "fold"),
    "email": ("key", "address", "str.casefold"),
    "phone": ("key", "number", "phone_key"),
    "address": ("key", "text", "fold"),
    "url": ("key", "address", "profile_key"),
    "tag": ("key", "name", "str.casefold"),
    "event": ("key", "name", "fold"),
    "topic": ("key", "name", "topic_key"),
}
# Tables whose uid is made from the key that a row begins with, so that two machines make the same.
UID_OF_KEY = ("circle", "topic")
# What tells two rows to be the same besides their uid or what only one of them may have.
# Editions of one event never share a day.
ALSO_SAME = {"event": "key = :key AND starts_on <= :ends_on AND ends_on >= :starts_on"}
# What only one row has and yet does not tell who it is: a handle is given out again.
GIVEN_OUT = {"person": "handle"}
# What somebody may have several of, as the rest calls it.
SEVERAL = {
    "alias": "aliases", "email": "emails", "phone": "phones", "address": "addresses", "url": "urls", "tag": "tags",
}  # fmt: skip
# The letter with which the reference to a row begins, before its number.
LETTERS = {
    "meeting": "m", "note": "n", "commonality": "c", "interest": "k", "favor": "f", "followup": "t", "request": "q",
    "strain": "s", "introduction": "i", "event": "e", "plan": "p", "tie": "r", "thanks": "h",
}  # fmt: skip

# What a row is called, one and several of them, where rows are counted for a reader.
CALLED = {
    "person": ("person", "people"), "circle": ("circle", "circles"), "alias": ("alias", "aliases"),
    "email": ("e-mail address", "e-mail addresses"), "phone": ("phone number", "phone numbers"),
    "address": ("address", "addresses"), "url": ("link", "links"), "tag": ("tag", "tags"),
    "carried": ("line of an import", "lines of imports"), "event": ("event", "events"),
    "meeting": ("meeting", "meetings"), "attendance": ("meeting", "meetings"), "topic": ("topic", "topics"),
    "commonality": ("commonality", "commonalities"), "note": ("note", "notes"), "favor": ("favour", "favours"),
    "request": ("request", "requests"), "followup": ("follow-up", "follow-ups"), "strain": ("strain", "strains"),
    "introduction": ("introduction", "introductions"), "farewell_person": ("farewell", "farewells"),
    "job": ("job", "jobs"), "news": ("piece of news", "pieces of news"), "interest": ("interest", "interests"),
    "tie": ("tie", "ties"), "plan": ("plan", "plans"), "plan_person": ("plan", "plans"),
    "expected": ("event to come", "events to come"), "thanks": ("thanks", "thanks"),
    "proposal_person": ("proposed meeting", "proposed meetings"),
}  # fmt: skip

# What the database makes of other tables, and this file's own affairs; the rest is what somebody wrote, and can be
# undone and exported.
DERIVED = ("name_word", "change", "step", "synced")
# Columns that the database keeps in step with another table.
FOLLOWING = {"attendance": ("date", "human")}

# What is found by its words: the columns, and the number that tells the tables apart in the index of words.
SEARCHED: dict[str, tuple[int, tuple[str, ...]]] = {
    "person": (
        1,
        ("name", "name_key", "handle", "org", "department", "title", "place", "how_met", "parted_why"),
    ),
    "alias": (2, ("name", "key")),
    "email": (3, ("address",)),
    "phone": (4, ("number",)),
    "url": (5, ("address",)),
    "tag": (6, ("name", "key")),
    "meeting": (7, ("kind", "place", "summary", "fleeting")),
    "event": (8, ("name", "key", "place", "host")),
    "topic": (9, ("name", "key")),
    "commonality": (10, ("detail",)),
    "note": (11, ("about", "text")),
    "favor": (12, ("text", "thanks")),
    "followup": (13, ("text",)),
    "request": (14, ("text", "reply")),
    "strain": (15, ("text", "repair")),
    "introduction": (16, ("because",)),
    "farewell": (17, ("org", "circle", "tag", "why")),
    "circle": (18, ("name", "key", "description")),
    "address": (19, ("text",)),
    "tie": (20, ("word", "back", "name")),
    "plan": (21, ("kind", "place", "text")),
    "job": (22, ("org", "department", "title")),
    "thanks": (23, ("how", "text")),
    "news": (24, ("value",)),
    "proposal": (25, ("place", "summary")),
}
SEARCHED_AT_MOST = 32
