"""The fields of each kind of record that can be changed: the option, the column, and the values it takes."""

from typing import Literal, NamedTuple

# What a field takes: a text of any length or of one line, a day that has been, may come, or either, …
Takes = Literal[
    "text", "line", "past day", "coming day", "day", "time", "minutes", "goal", "kind", "about", "means",
    "outcome", "whose", "topic", "event", "person", "people",
]  # fmt: skip


class RecordField(NamedTuple):
    """A field of a record: `option` names it in commands and forms, `needed` cannot be cleared."""

    option: str
    column: str
    takes: Takes
    needed: bool = False


_WHO = RecordField("who", "person_id", "person", needed=True)
_TEXT = RecordField("text", "text", "text", needed=True)


def _on(column: str = "date", takes: Takes = "past day") -> RecordField:
    return RecordField("on", column, takes, needed=True)


FIELDS: dict[str, tuple[RecordField, ...]] = {
    "meeting": (
        RecordField("with", "", "people"),
        RecordField("kind", "kind", "kind", needed=True),
        _on(),
        RecordField("minutes", "minutes", "minutes"),
        RecordField("place", "place", "line"),
        RecordField("event", "event_id", "event"),
        RecordField("fleeting", "fleeting", "text"),
        RecordField("summary", "summary", "text"),
    ),
    "note": (_WHO, RecordField("about", "about", "about", needed=True), _on(), _TEXT),
    "commonality": (
        _WHO,
        RecordField("topic", "topic_id", "topic", needed=True),
        _on("found_on"),
        RecordField("detail", "detail", "text"),
    ),
    "interest": (_WHO, RecordField("topic", "topic_id", "topic", needed=True), _on("noted_on")),
    "favor": (
        _WHO,
        _on(),
        _TEXT,
        RecordField("thanked-on", "thanked_on", "past day"),
        RecordField("how", "thanked_how", "means"),
        RecordField("thanks", "thanks", "text"),
    ),
    "followup": (
        _WHO,
        RecordField("whose", "whose", "whose", needed=True),
        RecordField("by", "due_on", "coming day"),
        _on("promised_on"),
        _TEXT,
    ),
    "request": (_WHO, _on("asked_on"), _TEXT, RecordField("reply", "reply", "text")),
    "strain": (_WHO, _on("since"), _TEXT, RecordField("repair", "repair", "text")),
    "introduction": (
        RecordField("outcome", "outcome", "outcome", needed=True),
        _on(),
        RecordField("because", "because", "text"),
    ),
    "event": (
        RecordField("name", "name", "line", needed=True),
        RecordField("on", "starts_on", "day", needed=True),
        RecordField("until", "ends_on", "day", needed=True),
        RecordField("goal", "goal", "goal", needed=True),
        RecordField("place", "place", "line"),
        RecordField("host", "host", "line"),
        RecordField("with", "", "people"),
    ),
    "plan": (
        RecordField("with", "", "people"),
        RecordField("kind", "kind", "kind", needed=True),
        _on(takes="coming day"),
        RecordField("at", "at", "time"),
        RecordField("place", "place", "line"),
        RecordField("event", "event_id", "event"),
        RecordField("text", "text", "text"),
    ),
    "tie": (
        RecordField("word", "word", "line", needed=True),
        RecordField("back", "back", "line", needed=True),
    ),
    "thanks": (
        _WHO,
        _on(),
        RecordField("how", "how", "means"),
        RecordField("text", "text", "text"),
    ),
}
# Another name for a field: the option that its command has for it.
ALIASES = {("meeting", "text"): "summary"} | {
    (table, "summary"): "text"
    for table, fields in FIELDS.items()
    if any(field.option == "text" for field in fields)
}
# What is open again: the columns that end it, and what the first of them was.
REOPENED: dict[str, dict[str, str | None]] = {
    "followup": {"status": "open", "closed_on": None},
    "plan": {"status": "open", "closed_on": None, "meeting_id": None},
    "request": {"answer": "pending", "answered_on": None, "reply": None},
    "strain": {"repaired_on": None, "repair": None},
}
