"""Remove people and records: what goes with them, and what stays."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from netbook.actions import records
from netbook.actions.records import RecordRemoved
from netbook.core import refs
from netbook.core.matching import Known
from netbook.core.records import Hanging
from netbook.core.tables import TABLES
from netbook.store import forget, write
from netbook.store.forget import Elsewhere as Elsewhere
from netbook.store.forget import Uid as Uid
from netbook.store.read.records import hanging
from netbook.store.read.who import find

# What makes no difference to anybody who is asked.
_NOT_TOLD = ("identity", "carried", "not_same", "not_common", "name_word")
ALONE = """SELECT count(*) FROM attendance a JOIN meeting m ON m.id = a.meeting_id
WHERE a.person_id = ? AND m.fleeting IS NULL
  AND (SELECT count(*) FROM attendance b WHERE b.meeting_id = m.id) = 1"""


class PersonRemoved(NamedTuple):
    """A person who was removed, the meetings that nobody else was at, and other records removed with them."""

    handle: str
    name: str
    meetings: int
    went: tuple[Hanging, ...]


class Removed(NamedTuple):
    """All that was removed by one command."""

    people: tuple[PersonRemoved, ...]
    records: tuple[RecordRemoved, ...]


def to_remove(db: sqlite3.Connection, texts: Sequence[str]) -> Removed:
    """What these names and references would remove, each once."""
    people, named = _people_and_records(db, texts)
    return Removed(
        tuple(_person(db, person) for person in people),
        tuple(records.removal(db, record) for record in named),
    )


def remove(db: sqlite3.Connection, texts: Sequence[str]) -> Removed:
    """Remove people and records; meetings with others stay with the others. All of them or none."""
    people, named = _people_and_records(db, texts)
    # Records first: one may hang on somebody who goes.
    removed_records = tuple(records.remove(db, record) for record in named)
    removed = []
    for person in people:
        outcome = _person(db, person)
        removed.append(outcome._replace(meetings=write.remove_person(db, person.id)))
    return Removed(tuple(removed), removed_records)


def _people_and_records(db: sqlite3.Connection, texts: Sequence[str]) -> tuple[list[Known], list[refs.Ref]]:
    people: dict[int, Known] = {}
    named: dict[refs.Ref, None] = {}
    for text in texts:
        if record := refs.parse(text):
            records.existing(db, record)
            named[record] = None
        else:
            person = find(db, text)
            people[person.id] = person
    return list(people.values()), list(named)


def _person(db: sqlite3.Connection, person: Known) -> PersonRemoved:
    (alone,) = db.execute(ALONE, (person.id,)).fetchone()
    told = [
        each for each in hanging(db, "person", person.id)
        if each.goes and each.table != "attendance" and not TABLES[each.table].several and each.table not in _NOT_TOLD
    ]  # fmt: skip
    return PersonRemoved(person.handle, person.name, alone, _together(told))


def _together(hanging_: Sequence[Hanging]) -> tuple[Hanging, ...]:
    """Merge the counts of tables that refer to a person from either end of a pair."""
    counts: dict[str, int] = {}
    for each in hanging_:
        counts[each.table] = counts.get(each.table, 0) + each.rows
    return tuple(Hanging(table, rows, goes=True) for table, rows in counts.items())


def finish(db: sqlite3.Connection, *, for_good: bool) -> list[Uid]:
    """The uids of what the step just made removed; for good, the history forgets it."""
    return forget.last_removal(db) if for_good else forget.of_last_removal(db)


def elsewhere(path: Path, removed: Sequence[Uid], *, for_good: bool) -> Elsewhere:
    """Where what was removed can still be read; what was forgotten is taken out of the file first."""
    if for_good:
        forget.compact(path)
    return forget.elsewhere(path, removed)
