"""Find or add the edition of an event on a day."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.events import EventRow, nearest
from netbook.core.names import checked, fold
from netbook.core.text import quoted, visible
from netbook.errors.meetings import NearAnEdition
from netbook.store import write
from netbook.store.read import events


class Edition(NamedTuple):
    """An edition, whether it was just added, and for a new event the name of a similar one."""

    event: EventRow
    is_new: bool = False
    like: str | None = None


def edition_on(db: sqlite3.Connection, text: str, day: date, *, another: bool | None) -> Edition:
    """The edition of that event on the day, added if there is none.

    Raises NearAnEdition if another edition is close to that day, unless `another` says that they differ. `another` is
    None for a command without an option for it: then the message shows how to add the edition first.
    """
    name = checked(text, "an event's name")
    key = fold(name)
    if edition := events.edition_on(db, key, day):
        return Edition(edition)
    editions = events.editions(db, key)
    if not another and (near := nearest(editions, day)):
        add = (
            "--new-edition"
            if another is not None
            else f'netbook event "{visible(name)}" --on {day.isoformat()}'
        )
        raise NearAnEdition(quoted(near.name), near.starts_on.isoformat(), day.isoformat(), add)
    like = None if editions else next(iter(events.events_like(db, name)), None)
    return Edition(events.event(db, write.add_event(db, name, day)), is_new=True, like=like)
