"""Forms for the editor: a person or a meeting as text, and back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from netbook.actions.log import MeetingWords, log
from netbook.actions.people import Changed, FactChange, PersonWords, edit
from netbook.core.minutes import parse_minutes
from netbook.core.text import quoted, visible
from netbook.core.vocabulary import ABOUTS, IN_PERSON, LIVE, WRITTEN
from netbook.errors import JournalError, NetbookError
from netbook.errors.forms import AtLine, FieldMissing, NotYesOrNo
from netbook.formats.form import Entry, Field, dump, parse
from netbook.store import journal
from netbook.store.detect_encryption import AnyPath
from netbook.store.read import person as record
from netbook.store.read.groups import circles
from netbook.store.read.who import find

PERSON = (
    Field("name"), Field("handle"),
    Field("circle"), Field("every"),
    Field("org"), Field("department"), Field("title"), Field("place"),
    Field("email", many=True), Field("phone", many=True), Field("url", many=True),
    Field("birthday"),
    Field("alias", many=True), Field("tag", many=True),
    Field("how", long=True), Field("introduced-by"), Field("known-since"),
)  # fmt: skip
NEEDED = ("name", "handle")

MEETING = (
    Field("who", many=True), Field("new", many=True), Field("namesake"), Field("circle"), Field("every"),
    Field("kind"), Field("on"), Field("minutes"), Field("place"), Field("event"),
    Field("common", many=True), Field("learned", many=True, long=True),
    Field("gave", many=True, long=True), Field("got", many=True, long=True),
    Field("promise", many=True, long=True), Field("they-promise", many=True, long=True),
    Field("fleeting", long=True), Field("summary", rest=True),
)  # fmt: skip
MEETING_HEAD = (
    "Log a meeting. Fill in what you know, save, and close the editor.",
    "If you save it empty, nothing is logged. Lines that begin with # are ignored.",
    "These lines may be repeated: who, new, common, learned, gave, got, promise, they-promise.",
    "Indent the further lines of a long text.",
)
MEETING_HINTS = {
    "who": "A handle, a name or part of one; one person a line.",
    "new": 'Somebody new: "Raj Patel (Acme)". namesake: yes lets in a name that is already there.',
    "circle": "The circle, and how often (every: 1m), for those who are new.",
    "kind": f"In person: {', '.join(IN_PERSON)}.\nLive: {', '.join(LIVE)}. Written: {', '.join(WRITTEN)}.",
    "on": 'Empty is today; otherwise "yesterday", "fri", "20 nov", 2026-11-20.',
    "common": "A topic shared with everybody there, or with one of them: WHO: TOPIC.",
    "learned": f"[WHO:][ABOUT:]TEXT. About {', '.join(ABOUTS)}.",
    "gave": "Favours, done by you and for you: [WHO:]TEXT.",
    "promise": "Yours and theirs: [WHO:]TEXT [by DATE].",
    "fleeting": "A conversation with somebody who gave no name.",
    "summary": "What it was about: everything below the next line, to the end, as it stands.",
}


@dataclass(frozen=True, slots=True)
class PersonForm:
    """Somebody's handle, and the form of everything about them."""

    handle: str
    text: str


def person_form(db: sqlite3.Connection, who: str) -> PersonForm:
    """The form with everything the journal knows about somebody."""
    person = find(db, who)
    own = record.facts(db, person.id)
    texts: dict[str, Sequence[str]] = {
        "email": record.values(db, record.EMAILS, person.id),
        "phone": record.values(db, record.PHONES, person.id),
        "url": record.values(db, record.URLS, person.id),
        "alias": record.values(db, record.ALIASES, person.id),
        "tag": record.values(db, record.TAGS, person.id),
    }
    single = {
        "name": own.name, "handle": own.handle, "circle": own.circle, "every": own.own_cadence,
        "org": own.org, "department": own.department, "title": own.title, "place": own.place,
        "birthday": own.birthday, "how": own.how_met, "introduced-by": own.introduced_by,
        "known-since": own.known_since,
    }  # fmt: skip
    texts |= {key: [text] for key, text in single.items() if text}
    head = (
        f"What the journal says about {visible(own.name)}. Change it, save, and close the editor.",
        "A field left empty is cleared; saved as it is, nothing changes.",
        "Lines that begin with # are ignored. These may be repeated: email, phone, url, alias, tag.",
    )
    hints = {
        "circle": f"One of {', '.join(visible(circle.name) for circle in circles(db))}.",
        "every": "How often to be in contact: 2w, 1m, quarterly, none; empty takes the circle's.",
        "org": "Work, and where they are.",
        "email": "One a line.",
        "birthday": "1976-11-25, or --11-25 without the year.",
        "alias": "Other names they go by, and words to file them under.",
        "how": "How you met (indent the further lines of a long text), through whom, and since when.",
    }
    return PersonForm(own.handle, dump(head, PERSON, texts, hints))


def change_person(db: sqlite3.Connection, today: date, form: PersonForm, text: str) -> Changed | None:
    """Write what differs between the form and the edited text; None if nothing does.

    A form from which every field was deleted changes nothing. An invalid line is raised as AtLine.
    """
    before, after = _by_key(parse(form.text, PERSON)), _by_key(parse(text, PERSON))
    if not after:
        return None
    person = find(db, form.handle)
    handle, name, changes = person.handle, person.name, dict[str, str | None]()
    also: dict[tuple[str, str], None] = {}
    for field in PERSON:
        existing = after.get(field.key, [])
        if [entry.text for entry in existing] == [entry.text for entry in before.get(field.key, [])]:
            continue
        if not existing and field.key in NEEDED:
            raise FieldMissing(field.key)
        for line, value, cleared in _steps(field, existing):
            with _naming(line):
                done = edit(db, today, handle, value, cleared)
            handle, name = done.handle, done.name
            changes.update(done.changes)
            also |= dict.fromkeys(done.also)
    facts = tuple(FactChange(*change) for change in changes.items())
    return Changed(handle, name, facts, tuple(also)) if changes else None


def _steps(field: Field, existing: Sequence[Entry]) -> Iterator[tuple[int, PersonWords, frozenset[str]]]:
    """The single changes that give a field its new texts, each with its line; the old values are cleared first."""
    attribute = _attribute(field)
    if field.many or not existing:
        yield 0, PersonWords(), frozenset({attribute})
    for entry in existing:
        line: Any = (entry.text,) if field.many else entry.text
        yield entry.line, PersonWords()._replace(**{attribute: line}), frozenset()


def meeting_form(words: MeetingWords) -> str:
    """The form of a meeting, with what was typed on the command line filled in."""
    texts: dict[str, Sequence[str]] = {}
    for field in MEETING:
        value = getattr(words, _attribute(field))
        if field.many:
            texts[field.key] = value
        elif value:
            texts[field.key] = ["yes" if value is True else str(value)]
    return dump(MEETING_HEAD, MEETING, texts, MEETING_HINTS)


def meeting_said(text: str) -> MeetingWords | None:
    """The meeting in a filled-in form; None if the form is empty."""
    result: dict[str, Any] = {}
    existing = _by_key(parse(text, MEETING))
    for field in MEETING:
        for entry in existing.get(field.key, []):
            with _naming(entry.line):
                value = _READ.get(field.key, str)(entry.text)
            attribute = _attribute(field)
            result[attribute] = (*result.get(attribute, ()), value) if field.many else value
    words = MeetingWords(**result)
    return None if words._replace(namesake=False) == MeetingWords() else words


def _yes(text: str) -> bool:
    wording = text.casefold()
    if wording not in ("yes", "y", "no", "n"):
        raise NotYesOrNo("namesake", quoted(text))
    return wording.startswith("y")


_READ = {"minutes": parse_minutes, "namesake": _yes}
_SEVERAL = {"email": "emails", "phone": "phones", "url": "urls", "alias": "aliases", "tag": "tags"}


def _attribute(field: Field) -> str:
    """The attribute of a field in the words of its command."""
    return _SEVERAL.get(field.key, field.key.replace("-", "_"))


def _by_key(entries: Sequence[Entry]) -> Mapping[str, list[Entry]]:
    """The entries that have a text, by their field."""
    result: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.text:
            result[entry.key].append(entry)
    return result


@contextmanager
def _naming(line: int) -> Iterator[None]:
    """Raise what is wrong with a line as AtLine; a fault of the journal is raised unchanged."""
    try:
        yield
    except JournalError:
        raise
    except NetbookError as error:
        raise AtLine(line, error) from error


def rehearse(path: AnyPath, today: date, words: MeetingWords) -> MeetingWords:
    """Try `log` with these words and undo it; raises what `log` would, else returns the words."""
    with journal.dry_run(path) as db:
        log(db, today, words)
    return words
