"""What the personal relationship manager Monica exports: the JSON of version 4, and the SQL of all before it.

Contacts are people, activities and calls meetings, conversations written ones; reminders and open tasks are
follow-ups; all else that is said of somebody is a note. A record is an object in one of the export's counted
lists or in its diary; addresses and contact fields are part of their contact. Records have uuids that stay.

Who is related to whom are ties. A partial contact is known only as somebody's relation, and is a name in a tie of
theirs, unless something hangs on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from netbook.core.names import BadName
from netbook.core.text import counted, quoted
from netbook.core.ties import UNSAID_TIE, tie_word
from netbook.formats.monica_json import NAME as NAME
from netbook.formats.monica_json import MonicaExport, Record, line, link, read_json
from netbook.formats.monica_people import FIELDS, Contact, birthday, name_of
from netbook.formats.monica_records import Parts, attempted, what
from netbook.formats.monica_sql import account_of, is_sql
from netbook.formats.records import Parsed, Problem, Relation, excerpt
from netbook.formats.textfile import TextFile

# Lists of Monica itself, not of the people in it.
_SETTINGS = ("user", "address_book", "addressbook", "address_book_subscription", "addressbook_subscription")


def detect(head: str) -> bool:
    """Whether the text begins an object with an account and what Monica says besides, or Monica's SQL."""
    return is_sql(head) or (
        head.lstrip("\ufeff \t\r\n").startswith("{")
        and '"account"' in head
        and any(f'"{key}"' in head for key in ("app_version", "exported_by", "export_date"))
    )


def parse(source: TextFile) -> Parsed:
    """People first, then what hangs on them; NotThisFormat for what is no export of Monica."""
    text = "".join(source.lines()).removeprefix("\ufeff")
    export = MonicaExport(*account_of(text)) if is_sql(source.head()) else read_json(text)
    return _Reading(export).read()


class _Reading:
    """The contacts of an export, by uuid, and everything else in the order it stands."""

    def __init__(self, export: MonicaExport) -> None:
        self._export = export
        self._parts = Parts(export)
        lists = export.lists()
        self._contacts = [
            record for kind, values in lists if kind == "contact" for record in export.records(kind, values)
        ]
        self._others = [(kind, values) for kind, values in lists if kind != "contact"]
        self._names = {contact.uuid: _name(contact) for contact in self._contacts}
        self._by_uuid = {contact.uuid: contact for contact in self._contacts}
        self._activities: dict[str, Record] = {}
        self._at: dict[str, list[str]] = {}
        self._relations = [
            record
            for kind, values in lists
            if kind == "relationship"
            for record in export.records(kind, values)
        ]
        self._relations_of: dict[str, list[tuple[Relation, str | None]]] = {}
        self._only_relations = set(self._known_by_relation_only())

    def read(self) -> Parsed:
        yield from self._related()
        for contact in self._contacts:
            yield from self._person(contact)
        for contact in self._contacts:
            for kind, values in contact.lists:
                yield from self._hanging_on(contact, kind, values)
        for kind, values in self._others:
            if kind != "relationship":
                yield from self._of_the_account(kind, values)
        for uuid, activity in self._activities.items():
            people = tuple(dict.fromkeys(self._at.pop(uuid, ())))
            yield from attempted(activity, "", partial(self._parts.activity, activity, people))
        yield from self._missing_activities()
        yield from self._diary()

    def _known_by_relation_only(self) -> Iterator[str]:
        """Partial contacts that a full one is related to and on whom nothing hangs but reminders."""
        introducers = {link(contact.data, "first_met_through") for contact in self._contacts}
        full = {contact.uuid for contact in self._contacts if contact.data.get("is_partial") is not True}
        related = {
            str(relation.data.get("of_contact"))
            for relation in self._relations
            if str(relation.data.get("contact_is")) in full
        }
        for uuid in self._by_uuid.keys() - full - introducers:
            hanging = {kind for kind, values in self._by_uuid[uuid].lists if values}
            if uuid in related and hanging <= {"reminder"} and self._names[uuid]:
                yield uuid

    def _person(self, contact: Record) -> Parsed:
        name = self._names[contact.uuid]
        if contact.uuid in self._only_relations:
            why = "known only as somebody's relation; a tie of theirs"
            yield Problem(contact.line, name, why, "skipped")
            return
        whole = Contact(contact, self._export, self._export.types("contact_field_types"))
        try:
            yield whole.entry(self._relations_of.get(contact.uuid, ()))
        except BadName as error:
            shown = name or excerpt(_described(contact))
            yield Problem(contact.line, shown, str(error) if name else "it has no name", "failed")
            return
        yield from whole.remarks(name, self._names)

    def _hanging_on(self, contact: Record, kind: str, values: list[Any]) -> Parsed:
        name = self._names[contact.uuid]
        if kind in FIELDS:
            return
        if kind == "activity":
            self._note_activities(contact, values)
            return
        for record in self._export.records(kind, values, contact.uuid, contact.line):
            if contact.uuid in self._only_relations:
                why = f"{quoted(name)} is known only as somebody's relation"
                yield Problem(record.line, what(record, name), why, "skipped")
            else:
                yield from self._parts.read(record, contact, name)

    def _note_activities(self, contact: Record, values: list[Any]) -> None:
        """That a contact was at activities: told by uuid, or in full under each of those who were there."""
        for value in values:
            if isinstance(value, str):
                self._at.setdefault(value, []).append(contact.uuid)
        for record in self._export.records("activity", values, "", contact.line):
            self._activities.setdefault(record.uuid, record)
            self._at.setdefault(record.uuid, []).append(contact.uuid)

    def _missing_activities(self) -> Parsed:
        """Whose activities the file names and does not have: no records, but somebody will look for them."""
        missing = Counter(person for people in self._at.values() for person in people)
        for uuid, number in missing.items():
            why = f"{counted(number, 'activity', 'activities')} of theirs named, but not in the file"
            yield Problem(self._by_uuid[uuid].line, self._names[uuid], why, "warned")

    def _related(self) -> Parsed:
        """Note whose relations are whose; the problems of those that cannot be kept."""
        for relation in self._relations:
            one, other = (str(relation.data.get(key)) for key in ("contact_is", "of_contact"))
            name = self._names.get(other, "")
            try:
                kind = tie_word((line(relation.data, "type") or UNSAID_TIE).replace("_", " "))
            except BadName as error:
                yield Problem(relation.line, what(relation, name), str(error), "failed")
                continue
            if not name or not self._names.get(one):
                why = "one of the two is not in the file, or has no name"
                yield Problem(relation.line, what(relation, name), why, "skipped")
            elif other in self._only_relations:
                born = birthday(self._by_uuid[other].data)
                self._relations_of.setdefault(one, []).append((Relation(kind, name), born))
            else:
                self._relations_of.setdefault(one, []).append((Relation(kind, name, other), None))

    def _of_the_account(self, kind: str, values: list[Any]) -> Parsed:
        for record in self._export.records(kind, values):
            if kind == "activity":
                self._activities[record.uuid] = record
            elif kind in _SETTINGS:
                yield Problem(
                    record.line, what(record, ""), "a setting of Monica, not about a person", "skipped"
                )
            elif kind in ("photo", "document"):
                yield Problem(record.line, what(record, ""), "a file; a journal keeps only text", "skipped")
            else:
                why = f"netbook has no place for Monica's {excerpt(kind.replace('_', ' '))}"
                yield Problem(record.line, what(record, ""), why, "skipped")

    def _diary(self) -> Parsed:
        properties = self._export.account.get("properties")
        entries = properties.get("journal_entries") if isinstance(properties, dict) else None
        if isinstance(entries, list):
            for record in self._export.records("journal_entry", entries):
                yield Problem(record.line, what(record, ""), "a diary entry, not about a contact", "skipped")


def _name(contact: Record) -> str:
    try:
        return name_of(contact.data)
    except BadName:
        return ""


def _described(contact: Record) -> str:
    """A contact without a name, for a problem to name it by."""
    try:
        return line(contact.data, "description") or "a contact"
    except BadName:
        return "a contact"
