"""Turn a fleeting encounter into a meeting once the person's name is known."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.dates import short_day
from netbook.core.matching import begins
from netbook.core.names import fold
from netbook.core.text import clip, quoted, visible, words
from netbook.core.vocabulary import is_human
from netbook.errors.meetings import AlreadyAttended, NoFleeting, SeveralFleeting
from netbook.store import write
from netbook.store.read.fleeting import Encounter, encounters, people_at_meeting
from netbook.store.read.who import find

LISTED = 5


class Recognised(NamedTuple):
    """The fleeting encounter that was with somebody: when, what kind, where, and its notes."""

    on: date
    kind: str
    human: bool
    place: str | None
    event: str | None
    text: str


def recognise(db: sqlite3.Connection, today: date, who: str, text: str) -> Recognised:
    """Turn the fleeting encounter that the words name into a meeting with somebody.

    Its words are added to the meeting's summary. If several encounters have the same words, the latest is used. Raises
    NoFleeting, SeveralFleeting, and AlreadyAttended for somebody who was at that meeting by name.
    """
    person = find(db, who)
    wording = words(text, "a fleeting encounter")
    met = _encounter_named(encounters(db, today), wording, today)
    others = people_at_meeting(db, met.meeting)
    if person.id in others:
        raise AlreadyAttended(visible(person.name), quoted(met.text))
    of_them = f"{person.name}: {met.text}" if others or met.summary else met.text
    summary = words("; ".join(filter(None, (met.summary, of_them))), "the summary")
    write.change(db, "meeting", met.meeting, {"fleeting": None, "summary": summary})
    write.join_meeting(db, met.meeting, person.id)
    return Recognised(met.on, met.kind, is_human(met.kind), met.place, met.event, met.text)


def _encounter_named(encounters: Sequence[Encounter], text: str, today: date) -> Encounter:
    """The encounter whose words, place or event begin with the text."""
    key = fold(text)
    fitting = [encounter for encounter in encounters if fold(encounter.text) == key] or [
        encounter
        for encounter in encounters
        if begins(key.split(), map(fold, filter(None, (encounter.text, encounter.place, encounter.event))))
    ]
    if not fitting:
        raise NoFleeting(quoted(text), _listed(encounters, today))
    if len({fold(encounter.text) for encounter in fitting}) > 1:
        raise SeveralFleeting(quoted(text), _listed(fitting, today))
    return fitting[0]


def _listed(encounters: Sequence[Encounter], today: date) -> str:
    shown = [
        f"{clip(visible(encounter.text), 60)} ({short_day(encounter.on, today)})"
        for encounter in encounters[:LISTED]
    ]
    if len(encounters) > LISTED:
        shown.append(f"… and {len(encounters) - LISTED:,} more")
    return "; ".join(shown)
