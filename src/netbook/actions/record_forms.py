"""A record as a form for the editor, and the changes made there."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from netbook.actions.records import RecordWords, called, existing
from netbook.core.record_fields import FIELDS, RecordField
from netbook.core.refs import Ref
from netbook.formats.form import Field, dump, parse
from netbook.store.read import records

_HINTS = {
    "kind": "coffee, lunch, dinner, drinks, walk, activity, visit, meeting, event, call, video, email, message, letter",
    "about": "family, values, goals, obstacles, aspirations, concerns, stories, interests, work",
    "people": "One person a line.",
    "means": "note, card, letter, call, in-person or message",
    "outcome": "offered, made or declined",
    "whose": "mine or theirs",
}


def record_form(db: sqlite3.Connection, record: Ref) -> str:
    """The form of what can be changed of a record; raises NoSuchRecord."""
    own = existing(db, record)
    people, linked = records.people(db, record, own), records.links(db, record, own)
    texts: dict[str, Sequence[str]] = {}
    for field in FIELDS[record.table]:
        match field.takes:
            case "people":
                texts[field.option] = [person.handle for person in people]
            case "person":
                texts[field.option] = [people[0].handle]
            case "topic" | "event":
                texts[field.option] = [linked[field.takes] or ""]
            case _:
                value = own[field.column]
                texts[field.option] = [] if value is None else [str(value)]
    head = (
        f"{called(record.table).capitalize()} {record}. Change it, save, and close the editor.",
        "A field left empty is cleared; saved as it is, nothing changes. Lines that begin with # are ignored.",
    )
    fields = FIELDS[record.table]
    hints = {field.option: _HINTS[field.takes] for field in fields if field.takes in _HINTS}
    return dump(head, _form(fields), texts, hints)


def changed(record: Ref, before: str, after: str) -> RecordWords | None:
    """What is different in a form that was filled in; None where nothing is, or everything is gone."""
    fields = FIELDS[record.table]
    old, new = (
        {field.option: _texts(form, fields, field.option) for field in fields} for form in (before, after)
    )
    if old == new or not any(new.values()):
        return None
    people = next((field.option for field in fields if field.takes == "people"), "")
    differ = {option: texts for option, texts in new.items() if texts != old[option] and option != people}
    existing, here = old.get(people, []), new.get(people, [])
    return RecordWords(
        {option: texts[0] for option, texts in differ.items() if texts},
        [option for option, texts in differ.items() if not texts],
        [who for who in here if who not in existing],
        [who for who in existing if who not in here],
        meetings="move",
    )


def _form(fields: Sequence[RecordField]) -> list[Field]:
    return [Field(field.option, many=field.takes == "people", long=field.takes == "text") for field in fields]


def _texts(form: str, fields: Sequence[RecordField], option: str) -> list[str]:
    return [entry.text for entry in parse(form, _form(fields)) if entry.key == option and entry.text]
