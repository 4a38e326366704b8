"""Record strained relationships and their repair."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.actions.days import past_day
from netbook.core.text import quoted, visible, words, words_or_none
from netbook.errors.promises import AlreadyStrained, NotStrained, RepairTooEarly
from netbook.store import write
from netbook.store.read.strains import open_strain
from netbook.store.read.who import find


class RecordedStrain(NamedTuple):
    """A strain: since when, why, and the points of connection found since."""

    person: str
    handle: str
    text: str
    since: date
    points: int


class Repaired(NamedTuple):
    """A repaired strain: when and how it was repaired."""

    strain: RecordedStrain
    on: date
    how: str | None


def strain(db: sqlite3.Connection, today: date, who: str, text: str, on: str | None) -> RecordedStrain:
    """Record that a relationship is strained; raises AlreadyStrained if it already is."""
    person, day = find(db, who), past_day(on, today)
    wording = words(text, "what happened")
    before = open_strain(db, person.id)
    if before:
        wording, since = quoted(before.text), before.since.isoformat()
        raise AlreadyStrained(visible(person.name), person.handle, since, wording)
    write.insert(db, "strain", {"person_id": person.id, "text": wording, "since": day})
    opened = open_strain(db, person.id)
    assert opened is not None
    return RecordedStrain(person.name, person.handle, wording, day, opened.points)


def repair(db: sqlite3.Connection, today: date, who: str, text: str | None, on: str | None) -> Repaired:
    """End the open strain; raises NotStrained."""
    person, day = find(db, who), past_day(on, today)
    how = words_or_none(text, "the repair")
    before = open_strain(db, person.id)
    if before is None:
        raise NotStrained(visible(person.name), person.handle)
    if day < before.since:
        raise RepairTooEarly(visible(person.name), before.since.isoformat())
    write.change(db, "strain", before.id, {"repaired_on": day, "repair": how})
    ended = RecordedStrain(person.name, person.handle, before.text, before.since, before.points)
    return Repaired(ended, day, how)
