"""The tables that a journal's export consists of: which columns leave, and what makes two rows one.

What the database makes of other rows stays behind (the words of names, the history, the index of words), and so
do the keys by which names are compared: they are made anew. A test holds this and the models together.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from netbook.core.links import profile_key
from netbook.core.names import fold, topic_key


class Key(NamedTuple):
    """A column that is made from another one."""

    column: str
    source: str
    made: Callable[[str], str]


class Table(NamedTuple):
    """A table's columns, the links among them, and how rows of two journals are told to be the same.

    `same` are conditions, the surest first. `pair` are two columns that stand in the order of their numbers.
    """

    columns: tuple[str, ...]
    same: tuple[str, ...]
    links: Mapping[str, str] = MappingProxyType({})
    key: Key | None = None
    pair: tuple[str, str] | None = None


PERSON = {"person_id": "person"}
MET = {"person_id": "person", "meeting_id": "meeting"}
PAIR = {"a_id": "person", "b_id": "person"}
OF_PERSON_AND_KEY = ("person_id = :person_id AND key = :key",)
BY_UID = ("uid = :uid",)

# Parents before their children; who introduced somebody is the one link that may point ahead.
TABLES: dict[str, Table] = {
    "circle": Table(
        ("id", "name", "cadence", "description"), ("key = :key",), key=Key("key", "name", fold)
    ),
    "person": Table(
        ("id", "uid", "handle", "name", "circle_id", "cadence", "org", "department", "title", "place",
         "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until",
         "parted_on", "parted_why"),
        BY_UID,
        {"circle_id": "circle", "introduced_by_id": "person"},
        Key("name_key", "name", fold),
    ),
    "identity": Table(("uid", "person_id"), BY_UID, PERSON),
    "alias": Table(("id", "person_id", "name"), OF_PERSON_AND_KEY, PERSON, Key("key", "name", fold)),
    "email": Table(
        ("id", "person_id", "address"), OF_PERSON_AND_KEY, PERSON, Key("key", "address", str.casefold)
    ),
    "phone": Table(
        ("id", "person_id", "number"), ("person_id = :person_id AND number = :number",), PERSON
    ),
    "url": Table(("id", "person_id", "address"), OF_PERSON_AND_KEY, PERSON, Key("key", "address", profile_key)),
    "tag": Table(("id", "person_id", "name"), OF_PERSON_AND_KEY, PERSON, Key("key", "name", str.casefold)),
    "carried": Table(("id", "person_id", "line"), ("person_id = :person_id AND line = :line",), PERSON),
    "not_same": Table(("a_id", "b_id"), ("a_id = :a_id AND b_id = :b_id",), PAIR, pair=("a_id", "b_id")),
    "event": Table(
        ("id", "uid", "name", "starts_on", "ends_on", "goal", "place", "host"),
        # Editions of one event never share a day.
        (*BY_UID, "key = :key AND starts_on = :starts_on",
         "key = :key AND starts_on <= :ends_on AND ends_on >= :starts_on"),
        key=Key("key", "name", fold),
    ),
    "meeting": Table(
        ("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting"),
        BY_UID,
        {"event_id": "event"},
    ),
    "attendance": Table(
        ("meeting_id", "person_id"), ("meeting_id = :meeting_id AND person_id = :person_id",), MET
    ),
    "topic": Table(("id", "name"), ("key = :key",), key=Key("key", "name", topic_key)),
    "commonality": Table(
        ("id", "person_id", "topic_id", "found_on", "meeting_id", "detail"),
        ("person_id = :person_id AND topic_id = :topic_id",),
        {**MET, "topic_id": "topic"},
    ),
    "note": Table(("id", "uid", "person_id", "about", "text", "date", "meeting_id"), BY_UID, MET),
    "favor": Table(
        ("id", "uid", "person_id", "direction", "text", "date", "meeting_id", "thanked_on", "thanked_how",
         "thanks"),
        BY_UID,
        MET,
    ),
    "request": Table(
        ("id", "uid", "person_id", "text", "asked_on", "answer", "answered_on", "reply"), BY_UID, PERSON
    ),
    "followup": Table(
        ("id", "uid", "person_id", "whose", "text", "promised_on", "due_on", "status", "closed_on",
         "meeting_id"),
        BY_UID,
        MET,
    ),
    "strain": Table(
        ("id", "uid", "person_id", "text", "since", "repaired_on", "repair"), BY_UID, PERSON
    ),
    "introduction": Table(
        ("id", "a_id", "b_id", "date", "outcome", "because"), ("a_id = :a_id AND b_id = :b_id",), PAIR,
        pair=("a_id", "b_id"),
    ),
    "farewell": Table(("id", "uid", "org", "date", "why"), BY_UID),
    "farewell_person": Table(
        ("farewell_id", "person_id", "seen_on"),
        ("farewell_id = :farewell_id AND person_id = :person_id",),
        {"farewell_id": "farewell", **PERSON},
    ),
}  # fmt: skip

# What somebody's lines say of them alone, right after the lines of people.
PARTS = {"alias": "aliases", "email": "emails", "phone": "phones", "url": "urls", "tag": "tags"}


def order(table: Table) -> str:
    """The columns by which a table's rows stand in an export."""
    if table.columns[0] in ("id", "uid"):
        return table.columns[0]
    return ", ".join(table.columns[:2])
