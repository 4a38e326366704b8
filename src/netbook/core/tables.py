"""The journal's tables as plain data: made from the models by `python -m netbook.store.ddl`."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from netbook.core.links import profile_key
from netbook.core.names import fold, topic_key


class Key(NamedTuple):
    """A column that is made from another one."""

    column: str
    source: str
    made: Callable[[str], str]


class Table(NamedTuple):
    """A table's columns, the links among them, and how two rows are told to be the same.

    `same` are conditions, the surest first. `primary` are the columns of the primary key. `apart_by` tells two
    rows of one person apart (None: any number of them); `several` is what the rest calls a list of somebody's.
    """

    columns: tuple[str, ...]
    same: tuple[str, ...]
    links: Mapping[str, str]
    primary: tuple[str, ...]
    key: Key | None = None
    apart_by: str | None = None
    several: str | None = None


# fmt: off
TABLES: dict[str, Table] = {
    "circle": Table(("id", "name", "cadence", "description"), ("key = :key",), {}, ("id",), Key("key", "name", fold), None, None),
    "person": Table(("id", "uid", "handle", "name", "circle_id", "cadence", "org", "department", "title", "place", "birthday", "known_since", "how_met", "introduced_by_id", "added_on", "paused_on", "paused_until", "parted_on", "parted_why"), ("uid = :uid",), {"circle_id": "circle", "introduced_by_id": "person"}, ("id",), Key("name_key", "name", fold), None, None),
    "identity": Table(("uid", "person_id"), ("uid = :uid",), {"person_id": "person"}, ("uid",), None, "uid", None),
    "alias": Table(("id", "person_id", "name"), ("person_id = :person_id AND key = :key",), {"person_id": "person"}, ("id",), Key("key", "name", fold), "key", "aliases"),
    "email": Table(("id", "person_id", "address"), ("person_id = :person_id AND key = :key",), {"person_id": "person"}, ("id",), Key("key", "address", str.casefold), "key", "emails"),
    "phone": Table(("id", "person_id", "number"), ("person_id = :person_id AND number = :number",), {"person_id": "person"}, ("id",), None, "number", "phones"),
    "url": Table(("id", "person_id", "address"), ("person_id = :person_id AND key = :key",), {"person_id": "person"}, ("id",), Key("key", "address", profile_key), "key", "urls"),
    "tag": Table(("id", "person_id", "name"), ("person_id = :person_id AND key = :key",), {"person_id": "person"}, ("id",), Key("key", "name", str.casefold), "key", "tags"),
    "carried": Table(("id", "person_id", "line"), ("person_id = :person_id AND line = :line",), {"person_id": "person"}, ("id",), None, "line", None),
    "not_same": Table(("a_id", "b_id"), ("a_id = :a_id AND b_id = :b_id",), {"a_id": "person", "b_id": "person"}, ("a_id", "b_id"), None, None, None),
    "event": Table(("id", "uid", "name", "starts_on", "ends_on", "goal", "place", "host"), ("uid = :uid", "key = :key AND starts_on = :starts_on", "key = :key AND starts_on <= :ends_on AND ends_on >= :starts_on"), {}, ("id",), Key("key", "name", fold), None, None),
    "meeting": Table(("id", "uid", "date", "kind", "minutes", "place", "event_id", "summary", "fleeting"), ("uid = :uid",), {"event_id": "event"}, ("id",), None, None, None),
    "attendance": Table(("meeting_id", "person_id"), ("meeting_id = :meeting_id AND person_id = :person_id",), {"meeting_id": "meeting", "person_id": "person"}, ("meeting_id", "person_id"), None, "meeting_id", None),
    "topic": Table(("id", "name"), ("key = :key",), {}, ("id",), Key("key", "name", topic_key), None, None),
    "commonality": Table(("id", "person_id", "topic_id", "found_on", "meeting_id", "detail"), ("person_id = :person_id AND topic_id = :topic_id",), {"person_id": "person", "topic_id": "topic", "meeting_id": "meeting"}, ("id",), None, "topic_id", None),
    "note": Table(("id", "uid", "person_id", "about", "text", "date", "meeting_id"), ("uid = :uid",), {"person_id": "person", "meeting_id": "meeting"}, ("id",), None, None, None),
    "favor": Table(("id", "uid", "person_id", "direction", "text", "date", "meeting_id", "thanked_on", "thanked_how", "thanks"), ("uid = :uid",), {"person_id": "person", "meeting_id": "meeting"}, ("id",), None, None, None),
    "request": Table(("id", "uid", "person_id", "text", "asked_on", "answer", "answered_on", "reply"), ("uid = :uid",), {"person_id": "person"}, ("id",), None, None, None),
    "followup": Table(("id", "uid", "person_id", "whose", "text", "promised_on", "due_on", "status", "closed_on", "meeting_id"), ("uid = :uid",), {"person_id": "person", "meeting_id": "meeting"}, ("id",), None, None, None),
    "strain": Table(("id", "uid", "person_id", "text", "since", "repaired_on", "repair"), ("uid = :uid",), {"person_id": "person"}, ("id",), None, None, None),
    "introduction": Table(("id", "a_id", "b_id", "date", "outcome", "because"), ("a_id = :a_id AND b_id = :b_id",), {"a_id": "person", "b_id": "person"}, ("id",), None, None, None),
    "farewell": Table(("id", "uid", "org", "date", "why"), ("uid = :uid",), {}, ("id",), None, None, None),
    "farewell_person": Table(("farewell_id", "person_id", "seen_on"), ("farewell_id = :farewell_id AND person_id = :person_id",), {"farewell_id": "farewell", "person_id": "person"}, ("farewell_id", "person_id"), None, "farewell_id", None),
}
