"""Who is in the journal: people, their circles, how to reach them, what they are to each other."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlmodel import Field

from netbook.store.models.columns import (
    BIRTHDAY,
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
    no,
    own_uid,
)
from netbook.store.models.facts import Model, TableFacts


class Circle(Model, table=True):
    """A group with a cadence."""

    __tablename__ = "circle"
    __table_args__ = (NUMBERED,)
    __facts__ = TableFacts(
        called=("circle", "circles"),
        made=("key", "name", "fold"),
        uid_of_key=True,
        searched=(18, ("name", "key", "description")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text, unique=True)
    cadence: Name = Field(sa_type=Text)
    description: Words | None = Field(default=None, sa_type=Text)


class Person(Model, table=True):
    """Somebody in the journal."""

    __tablename__ = "person"
    __table_args__ = (
        Index("person_name_key", "name_key"),
        Index("person_circle", "circle_id"),
        Index("person_cadence", "cadence", sqlite_where=text("cadence IS NOT NULL")),
        Index("person_org", "org", "department", sqlite_where=text("org IS NOT NULL")),
        Index("person_birthday", text("substr(birthday, -5)"), sqlite_where=text("birthday IS NOT NULL")),
        Index("person_introduced_by", "introduced_by_id", sqlite_where=text("introduced_by_id IS NOT NULL")),
        # Those of one pace in the order of their last contact, never met first: standing.PACE, standing.CONTACT.
        Index(
            "person_due",
            text("coalesce(cadence, circle_id)"),
            text("max(coalesce(last_met_on, ''), coalesce(last_contact_on, ''))"),
        ),
        Index("person_me", "me", unique=True, sqlite_where=text("me = 1")),
        NUMBERED,
    )
    __facts__ = TableFacts(
        called=("person", "people"),
        made=("name_key", "name", "fold"),
        given_out="handle",
        agreements=(
            "introduced_by_id <> id",
            "paused_on IS NOT NULL OR paused_until IS NULL",
            "parted_on IS NOT NULL OR parted_why IS NULL",
        ),
        together=(("paused_on", "paused_until"), ("parted_on", "parted_why")),
        searched=(
            1,
            ("name", "name_key", "handle", "org", "department", "title", "place", "how_met", "parted_why"),
        ),
        following=("last_met_on",),
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
    # The day of the last meeting in person or live, kept in step with attendance by the database.
    last_met_on: Day | None = Field(default=None, sa_type=Text)


class Identity(Model, table=True):
    """Another uid somebody is known by: of a record that was merged into theirs, or of another program's."""

    __tablename__ = "identity"
    __table_args__ = (
        Index("identity_person", "person_id"),
        KEYED,
    )
    uid: Link = Field(sa_type=Text, primary_key=True)
    person_id: int = link("person.id")


class Alias(Model, table=True):
    """Another name somebody goes by."""

    __tablename__ = "alias"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("alias_key", "key"), STRICT)
    __facts__ = TableFacts(
        called=("alias", "aliases"),
        several="aliases",
        made=("key", "name", "fold"),
        searched=(2, ("name", "key")),
    )
    id: int | None = key()
    person_id: int = link("person.id")
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text)


class NameWord(Model, table=True):
    """A word of somebody's name or alias: an index the database keeps, for names typed in part."""

    __tablename__ = "name_word"
    __table_args__ = (
        Index("name_word_person", "person_id"),
        KEYED,
    )
    __facts__ = TableFacts(derived=True)
    word: str = Field(sa_type=Text, primary_key=True)
    person_id: int = link("person.id", primary_key=True)


class Email(Model, table=True):
    """An e-mail address; two people may share a mailbox."""

    __tablename__ = "email"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("email_key", "key"), STRICT)
    __facts__ = TableFacts(
        called=("e-mail address", "e-mail addresses"),
        several="emails",
        made=("key", "address", "str.casefold"),
        searched=(3, ("address",)),
    )
    id: int | None = key()
    person_id: int = link("person.id")
    address: Link = Field(sa_type=Text)
    key: Link = Field(sa_type=Text)
    # What it is for: home, work, private.
    label: Name | None = Field(default=None, sa_type=Text)


class Phone(Model, table=True):
    """A telephone number, as written; two ways of writing one number have one key."""

    __tablename__ = "phone"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("phone_key", "key"), STRICT)
    __facts__ = TableFacts(
        called=("phone number", "phone numbers"),
        several="phones",
        made=("key", "number", "phone_key"),
        searched=(4, ("number",)),
    )
    id: int | None = key()
    person_id: int = link("person.id")
    number: Link = Field(sa_type=Text)
    key: Link = Field(sa_type=Text)
    label: Name | None = Field(default=None, sa_type=Text)


class Address(Model, table=True):
    """A postal address, as written, and its parts where they are known."""

    __tablename__ = "address"
    __table_args__ = (UniqueConstraint("person_id", "key"), STRICT)
    __facts__ = TableFacts(
        called=("address", "addresses"),
        several="addresses",
        made=("key", "text", "fold"),
        together=(("text", "street", "town", "region", "code", "country"),),
        searched=(19, ("text",)),
    )
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


class Url(Model, table=True):
    """A page or profile of somebody's; the key is what two ways of writing one link have in common."""

    __tablename__ = "url"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("url_key", "key"), STRICT)
    __facts__ = TableFacts(
        called=("link", "links"),
        several="urls",
        made=("key", "address", "profile_key"),
        searched=(5, ("address",)),
    )
    id: int | None = key()
    person_id: int = link("person.id")
    address: Link = Field(sa_type=Text)
    key: Link = Field(sa_type=Text)


class Tag(Model, table=True):
    """A word somebody is filed under."""

    __tablename__ = "tag"
    __table_args__ = (UniqueConstraint("person_id", "key"), Index("tag_key", "key"), STRICT)
    __facts__ = TableFacts(
        called=("tag", "tags"),
        several="tags",
        made=("key", "name", "str.casefold"),
        searched=(6, ("name", "key")),
    )
    id: int | None = key()
    person_id: int = link("person.id")
    name: Name = Field(sa_type=Text)
    key: Key = Field(sa_type=Text)


class Carried(Model, table=True):
    """A line of somebody's vCard that has no column here; an export gives it back."""

    __tablename__ = "carried"
    __table_args__ = (UniqueConstraint("person_id", "line"), STRICT)
    __facts__ = TableFacts(called=("line of an import", "lines of imports"))
    id: int | None = key()
    person_id: int = link("person.id")
    line: Words = Field(sa_type=Text)


class NotSame(Model, table=True):
    """Two people who look like one and are not; the pair is in the order of their numbers."""

    __tablename__ = "not_same"
    __table_args__ = (Index("not_same_b", "b_id"), KEYED)
    __facts__ = TableFacts(agreements=("a_id < b_id",))
    a_id: int = link("person.id", primary_key=True)
    b_id: int = link("person.id", primary_key=True)


class Job(Model, table=True):
    """What somebody did before: where, as what, and from when until when."""

    __tablename__ = "job"
    __table_args__ = (
        Index("job_person", "person_id"),
        Index("job_org", "org", sqlite_where=text("org IS NOT NULL")),
        STRICT,
    )
    __facts__ = TableFacts(
        called=("job", "jobs"),
        agreements=(
            "org IS NOT NULL OR department IS NOT NULL OR title IS NOT NULL",
            "since IS NULL OR until IS NULL OR until >= since",
        ),
        searched=(22, ("org", "department", "title")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    org: Name | None = Field(default=None, sa_type=Text)
    department: Name | None = Field(default=None, sa_type=Text)
    title: Name | None = Field(default=None, sa_type=Text)
    since: Day | None = Field(default=None, sa_type=Text)
    until: Day | None = Field(default=None, sa_type=Text)


class News(Model, table=True):
    """A value from another source that differs from the journal's; of addresses and numbers, a further one."""

    __tablename__ = "news"
    __table_args__ = (
        UniqueConstraint("person_id", "what", "value"),
        Index("news_found_on", "found_on"),
        STRICT,
    )
    __facts__ = TableFacts(called=("piece of news", "pieces of news"), searched=(24, ("value",)))
    id: int | None = key()
    uid: Link = own_uid()
    person_id: int = link("person.id")
    what: Literal["org", "department", "title", "place", "address", "email", "phone"] = Field(sa_type=Text)
    value: Link = Field(sa_type=Text)
    found_on: Day = Field(sa_type=Text)
    source: Name | None = Field(default=None, sa_type=Text)


class Tie(Model, table=True):
    """What two people are to each other: `word` is what a is to b, `back` what b is to a.

    The other end may be somebody who is not in the journal: then it has a name only.
    """

    __tablename__ = "tie"
    __table_args__ = (UniqueConstraint("a_id", "b_id", "word"), Index("tie_b", "b_id"), NUMBERED)
    __facts__ = TableFacts(
        letter="r",
        called=("tie", "ties"),
        agreements=("(b_id IS NULL) <> (name IS NULL)", "b_id IS NULL OR b_id <> a_id"),
        together=(("word", "back"),),
        searched=(20, ("word", "back", "name")),
    )
    id: int | None = key()
    uid: Link = own_uid()
    a_id: int = link("person.id")
    b_id: int | None = link("person.id", default=None)
    name: Name | None = Field(default=None, sa_type=Text)
    word: Name = Field(sa_type=Text)
    back: Name = Field(sa_type=Text)
