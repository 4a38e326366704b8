"""The journal's tables as plain data: generated from the models by `python -m netbook.store.ddl`."""

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from netbook.core.links import profile_key
from netbook.core.names import fold, topic_key
from netbook.core.phones import phone_key


class Key(NamedTuple):
    """A column that is made from another one."""

    column: str
    source: str
    made: Callable[[str], str]


class Searched(NamedTuple):
    """The columns whose words are found, and the number that tells the table apart in the index of words."""

    number: int
    columns: tuple[str, ...]


class Table(NamedTuple):
    """A table's columns, the links among them, and what distinguishes its rows.

    columns      the columns somebody wrote; what the database computes is not among them
    primary      the columns of the primary key
    same         conditions under which another journal's row is this one, the surest first
    links        for each column that points at another table, that table
    optional     the links that become empty when the row they point at is removed
    key          the column by which rows are compared, and what it is made from
    letter       the letter with which a reference to a row begins
    numbered     whether a number is never given twice
    uid_of_key   whether the uid is made from the key that a row begins with
    apart_by     what tells two rows of one person apart (None: the table does not hang on one person;
                 empty: somebody may have any number of rows)
    pair         whether two people stand in a row, and whether their order says anything
    several      what a person has several of is called
    called       what a row is called where rows are counted, one and several of them
    together     columns that are taken over together or not at all
    searched     what is found by its words
    following    columns that the database keeps in step with another table
    """

    columns: tuple[str, ...]
    primary: tuple[str, ...]
    same: tuple[str, ...]
    links: Mapping[str, str] = {}
    optional: tuple[str, ...] = ()
    key: Key | None = None
    letter: str | None = None
    numbered: bool = False
    uid_of_key: bool = False
    apart_by: tuple[str, ...] | None = None
    pair: Literal["ordered", "directed"] | None = None
    several: str | None = None
    called: tuple[str, str] | None = None
    together: tuple[tuple[str, ...], ...] = ()
    searched: Searched | None = None
    following: tuple[str, ...] = ()


# fmt: off
TABLES: dict[str, Table] = {
    "circle": Table(
        columns=("id", "uid", "name", "cadence", "description"),
        primary=("id",),
        same=("uid = :uid", "key = :key"),
        key=Key("key", "name", fold),
        numbered=True,
        uid_of_key=True,
        called=("circle", "circles"),
        searched=Searched(18, ("name", "key", "description")),
    ),
    "person": Table(
        columns=(
            "id", "uid", "handle", "name", "circle_id", "cadence", "org", "department", "title", "place",
            "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until",
            "parted_on", "parted_why", "start_on", "last_contact_on", "me",
        ),
        primary=("id",),
        same=("uid = :uid",),
        links={"circle_id": "circle", "introduced_by_id": "person"},
        optional=("circle_id", "introduced_by_id"),
        key=Key("name_key", "name", fold),
        numbered=True,
        called=("person", "people"),
        together=(("paused_on", "paused_until"), ("parted_on", "parted_why"),),
        searched=Searched(1, (
            "name", "name_key", "handle", "org", "department", "title", "place", "how_met", "parted_why",
        )),
    ),
    "identity": Table(
        columns=("uid", "person_id"),
        primary=("uid",),
        same=("uid = :uid",),
        links={"person_id": "person"},
        apart_by=("uid",),
    ),
    "alias": Table(
        columns=("id", "person_id", "name"),
        primary=("id",),
        same=("person_id = :person_id AND key = :key",),
        links={"person_id": "person"},
        key=Key("key", "name", fold),
        apart_by=("key",),
        several="aliases",
        called=("alias", "aliases"),
        searched=Searched(2, ("name", "key")),
    ),
    "email": Table(
        columns=("id", "person_id", "address", "label"),
        primary=("id",),
        same=("person_id = :person_id AND key = :key",),
        links={"person_id": "person"},
        key=Key("key", "address", str.casefold),
        apart_by=("key",),
        several="emails",
        called=("e-mail address", "e-mail addresses"),
        searched=Searched(3, ("address",)),
    ),
    "phone": Table(
        columns=("id", "person_id", "number", "label"),
        primary=("id",),
        same=("person_id = :person_id AND key = :key",),
        links={"person_id": "person"},
        key=Key("key", "number", phone_key),
        apart_by=("key",),
        several="phones",
        called=("phone number", "phone numbers"),
        searched=Searched(4, ("number",)),
    ),
    "address": Table(
        columns=("id", "person_id", "text", "label", "street", "town", "region", "code", "country"),
        primary=("id",),
        same=("person_id = :person_id AND key = :key",),
        links={"person_id": "person"},
        key=Key("key", "text", fold),
        apart_by=("key",),
        several="addresses",
        called=("address", "addresses"),
        together=(("text", "street", "town", "region", "code", "country"),),
        searched=Searched(19, ("text",)),
    ),
    "url": Table(
        columns=("id", "person_id", "address"),
        primary=("id",),
        same=("person_id = :person_id AND key = :key",),
        links={"person_id": "person"},
        key=Key("key", "address", profile_key),
        apart_by=("key",),
        several="urls",
        called=("link", "links"),
        searched=Searched(5, ("address",)),
    ),
    "tag": Table(
        columns=("id", "person_id", "name"),
        primary=("id",),
        same=("person_id = :person_id AND key = :key",),
        links={"person_id": "person"},
        key=Key("key", "name", str.casefold),
        apart_by=("key",),
        several="tags",
        called=("tag", "tags"),
        searched=Searched(6, ("name", "key")),
    ),
    "carried": Table(
        columns=("id", "person_id", "line"),
        primary=("id",),
        same=("person_id = :person_id AND line = :line",),
        links={"person_id": "person"},
        apart_by=("line",),
        called=("line of an import", "lines of imports"),
    ),
    "not_same": Table(
        columns=("a_id", "b_id"),
        primary=("a_id", "b_id"),
        same=("a_id = :a_id AND b_id = :b_id",),
        links={"a_id": "person", "b_id": "person"},
        pair="ordered",
    ),
    "event": Table(
        columns=("id", "uid", "name", "starts_on", "ends_on", "goal", "place", "host"),
        primary=("id",),
        same=(
            "uid = :uid", "key = :key AND starts_on = :starts_on",
            "key = :key AND starts_on <= :ends_on AND ends_on >= :starts_on",
        ),
        key=Key("key", "name", fold),
        letter="e",
        numbered=True,
        called=("event", "events"),
        together=(("starts_on", "ends_on"),),
        searched=Searched(8, ("name", "key", "place", "host")),
    ),
    "meeting": Table(
        columns=("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting"),
        primary=("id",),
        same=("uid = :uid",),
        links={"event_id": "event"},
        optional=("event_id",),
        letter="m",
        numbered=True,
        called=("meeting", "meetings"),
        searched=Searched(7, ("kind", "place", "summary", "fleeting")),
    ),
    "attendance": Table(
        columns=("meeting_id", "person_id"),
        primary=("meeting_id", "person_id"),
        same=("meeting_id = :meeting_id AND person_id = :person_id",),
        links={"meeting_id": "meeting", "person_id": "person"},
        apart_by=("meeting_id",),
        called=("meeting", "meetings"),
        following=("date", "human"),
    ),
    "topic": Table(
        columns=("id", "uid", "name"),
        primary=("id",),
        same=("uid = :uid", "key = :key"),
        key=Key("key", "name", topic_key),
        numbered=True,
        uid_of_key=True,
        called=("topic", "topics"),
        searched=Searched(9, ("name", "key")),
    ),
    "commonality": Table(
        columns=("id", "person_id", "topic_id", "found_on", "meeting_id", "detail"),
        primary=("id",),
        same=("person_id = :person_id AND topic_id = :topic_id",),
        links={"person_id": "person", "topic_id": "topic", "meeting_id": "meeting"},
        optional=("meeting_id",),
        letter="c",
        numbered=True,
        apart_by=("topic_id",),
        called=("commonality", "commonalities"),
        together=(("found_on", "meeting_id"),),
        searched=Searched(10, ("detail",)),
    ),
    "note": Table(
        columns=("id", "uid", "person_id", "about", "text", "date", "meeting_id"),
        primary=("id",),
        same=("uid = :uid",),
        links={"person_id": "person", "meeting_id": "meeting"},
        optional=("meeting_id",),
        letter="n",
        numbered=True,
        apart_by=(),
        called=("note", "notes"),
        searched=Searched(11, ("about", "text")),
    ),
    "favor": Table(
        columns=(
            "id", "uid", "person_id", "direction", "text", "date", "meeting_id", "thanked_on", "thanked_how",
            "thanks",
        ),
        primary=("id",),
        same=("uid = :uid",),
        links={"person_id": "person", "meeting_id": "meeting"},
        optional=("meeting_id",),
        letter="f",
        numbered=True,
        apart_by=(),
        called=("favour", "favours"),
        together=(("thanked_on", "thanked_how", "thanks"),),
        searched=Searched(12, ("text", "thanks")),
    ),
    "request": Table(
        columns=("id", "uid", "person_id", "text", "asked_on", "answer", "answered_on", "reply"),
        primary=("id",),
        same=("uid = :uid",),
        links={"person_id": "person"},
        letter="q",
        numbered=True,
        apart_by=(),
        called=("request", "requests"),
        together=(("answer", "answered_on", "reply"),),
        searched=Searched(14, ("text", "reply")),
    ),
    "followup": Table(
        columns=(
            "id", "uid", "person_id", "whose", "text", "promised_on", "due_on", "status", "closed_on",
            "meeting_id",
        ),
        primary=("id",),
        same=("uid = :uid",),
        links={"person_id": "person", "meeting_id": "meeting"},
        optional=("meeting_id",),
        letter="t",
        numbered=True,
        apart_by=(),
        called=("follow-up", "follow-ups"),
        together=(("status", "closed_on"),),
        searched=Searched(13, ("text",)),
    ),
    "strain": Table(
        columns=("id", "uid", "person_id", "text", "since", "repaired_on", "repair"),
        primary=("id",),
        same=("uid = :uid",),
        links={"person_id": "person"},
        letter="s",
        numbered=True,
        apart_by=(),
        called=("strain", "strains"),
        together=(("repaired_on", "repair"),),
        searched=Searched(15, ("text", "repair")),
    ),
    "introduction": Table(
        columns=("id", "uid", "a_id", "b_id", "date", "outcome", "because"),
        primary=("id",),
        same=("uid = :uid", "a_id = :a_id AND b_id = :b_id"),
        links={"a_id": "person", "b_id": "person"},
        letter="i",
        numbered=True,
        pair="ordered",
        called=("introduction", "introductions"),
        together=(("date", "outcome"),),
        searched=Searched(16, ("because",)),
    ),
    "farewell": Table(
        columns=("id", "uid", "org", "date", "why", "circle", "tag"),
        primary=("id",),
        same=("uid = :uid",),
        searched=Searched(17, ("org", "circle", "tag", "why")),
    ),
    "farewell_person": Table(
        columns=("farewell_id", "person_id", "seen_on"),
        primary=("farewell_id", "person_id"),
        same=("farewell_id = :farewell_id AND person_id = :person_id",),
        links={"farewell_id": "farewell", "person_id": "person"},
        apart_by=("farewell_id",),
        called=("farewell", "farewells"),
    ),
    "job": Table(
        columns=("id", "uid", "person_id", "org", "department", "title", "since", "until"),
        primary=("id",),
        same=("uid = :uid",),
        links={"person_id": "person"},
        apart_by=(),
        called=("job", "jobs"),
        searched=Searched(22, ("org", "department", "title")),
    ),
    "news": Table(
        columns=("id", "uid", "person_id", "what", "value", "found_on", "source"),
        primary=("id",),
        same=("uid = :uid", "person_id = :person_id AND what = :what AND value = :value"),
        links={"person_id": "person"},
        apart_by=("what", "value"),
        called=("piece of news", "pieces of news"),
        searched=Searched(24, ("value",)),
    ),
    "interest": Table(
        columns=("id", "uid", "person_id", "topic_id", "noted_on", "meeting_id"),
        primary=("id",),
        same=("uid = :uid", "person_id = :person_id AND topic_id = :topic_id"),
        links={"person_id": "person", "topic_id": "topic", "meeting_id": "meeting"},
        optional=("meeting_id",),
        letter="k",
        numbered=True,
        apart_by=("topic_id",),
        called=("interest", "interests"),
    ),
    "not_common": Table(
        columns=("person_id", "key"),
        primary=("person_id", "key"),
        same=("person_id = :person_id AND key = :key",),
        links={"person_id": "person"},
        apart_by=("key",),
    ),
    "tie": Table(
        columns=("id", "uid", "a_id", "b_id", "name", "word", "back"),
        primary=("id",),
        same=("uid = :uid", "a_id = :a_id AND b_id = :b_id AND word = :word"),
        links={"a_id": "person", "b_id": "person"},
        letter="r",
        numbered=True,
        pair="directed",
        called=("tie", "ties"),
        together=(("word", "back"),),
        searched=Searched(20, ("word", "back", "name")),
    ),
    "plan": Table(
        columns=(
            "id", "uid", "date", "at", "kind", "place", "event_id", "text", "planned_on", "status",
            "closed_on", "meeting_id", "source", "sequence",
        ),
        primary=("id",),
        same=("uid = :uid", "source = :source"),
        links={"event_id": "event", "meeting_id": "meeting"},
        optional=("event_id", "meeting_id"),
        letter="p",
        numbered=True,
        called=("plan", "plans"),
        together=(("status", "closed_on", "meeting_id"),),
        searched=Searched(21, ("kind", "place", "text")),
    ),
    "plan_person": Table(
        columns=("plan_id", "person_id"),
        primary=("plan_id", "person_id"),
        same=("plan_id = :plan_id AND person_id = :person_id",),
        links={"plan_id": "plan", "person_id": "person"},
        apart_by=("plan_id",),
        called=("plan", "plans"),
    ),
    "expected": Table(
        columns=("event_id", "person_id"),
        primary=("event_id", "person_id"),
        same=("event_id = :event_id AND person_id = :person_id",),
        links={"event_id": "event", "person_id": "person"},
        apart_by=("event_id",),
        called=("event to come", "events to come"),
    ),
    "thanks": Table(
        columns=("id", "uid", "person_id", "date", "how", "text", "meeting_id"),
        primary=("id",),
        same=("uid = :uid",),
        links={"person_id": "person", "meeting_id": "meeting"},
        optional=("meeting_id",),
        letter="h",
        numbered=True,
        apart_by=(),
        called=("thanks", "thanks"),
        searched=Searched(23, ("how", "text")),
    ),
    "introducer_done": Table(
        columns=("meeting_id",),
        primary=("meeting_id",),
        same=("meeting_id = :meeting_id",),
        links={"meeting_id": "meeting"},
    ),
    "proposal": Table(
        columns=(
            "id", "uid", "key", "source", "series", "date", "at", "kind", "minutes", "place", "summary",
            "coming", "answer", "answered_on",
        ),
        primary=("id",),
        same=("uid = :uid", "key = :key"),
        together=(("answer", "answered_on"),),
        searched=Searched(25, ("place", "summary")),
    ),
    "proposal_person": Table(
        columns=("proposal_id", "person_id"),
        primary=("proposal_id", "person_id"),
        same=("proposal_id = :proposal_id AND person_id = :person_id",),
        links={"proposal_id": "proposal", "person_id": "person"},
        apart_by=("proposal_id",),
        called=("proposed meeting", "proposed meetings"),
    ),
    "setting": Table(
        columns=("name", "value"),
        primary=("name",),
        same=("name = :name",),
    ),
    "numbering": Table(
        columns=("of", "highest"),
        primary=("of",),
        same=("of = :of",),
    ),
}
# fmt: on

# What the database makes of other tables, and the file's own affairs.
DERIVED = ("name_word", "change", "step", "synced")
# The table whose references begin with a letter.
LETTERS = {table.letter: name for name, table in TABLES.items() if table.letter}
