"""The owner's own card: left out of lists and exports of people, but a person to topics, ties and vCards."""

import sqlite3
from datetime import date

from netbook.actions.people import Added, Changed, PersonWords, edit
from netbook.core.drafts import PersonDraft
from netbook.core.names import checked
from netbook.errors.people import NoCard
from netbook.store import write
from netbook.store.read.who import ME, me


def set_card(
    db: sqlite3.Connection, today: date, given: PersonWords, cleared: frozenset[str] = frozenset()
) -> Added | Changed:
    """Make or change the card; raises NoCard if there is none and no name was given."""
    if me(db) is None:
        if given.name is None:
            raise NoCard
        person = write.add_person(db, PersonDraft(name=checked(given.name)), today)
        handle = write.free_handle(db, ME)
        write.change(db, "person", person.id, {"me": 1, "handle": handle, "cadence": "none"})
    return edit(db, today, ME, given, cleared)
