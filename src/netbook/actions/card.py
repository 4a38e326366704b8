"""The owner's own card: left out of lists and exports of people, but a person to topics, ties and vCards."""

import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.actions.people import Added, Changed, PersonWords, edit
from netbook.core.drafts import PersonDraft
from netbook.core.names import checked
from netbook.core.phones import NOWHERE, region_named
from netbook.core.text import quoted
from netbook.errors.people import NoCard, UnknownRegion
from netbook.store import write
from netbook.store.read.region import REGION
from netbook.store.read.who import ME, me


class RegionOfNumbers(NamedTuple):
    """The region of telephone numbers written without a country; None for no region."""

    region: str | None


def set_card(
    db: sqlite3.Connection, today: date, words: PersonWords, cleared: frozenset[str] = frozenset()
) -> Added | Changed:
    """Make or change the card; raises NoCard if there is none and no name was given."""
    if me(db) is None:
        if words.name is None:
            raise NoCard
        person = write.add_person(db, PersonDraft(name=checked(words.name)), today)
        handle = write.free_handle(db, ME)
        write.change(db, "person", person.id, {"me": 1, "handle": handle, "cadence": "none"})
    return edit(db, today, ME, words, cleared)


def set_region(db: sqlite3.Connection, text: str) -> RegionOfNumbers:
    """Set the region of telephone numbers written without a country; "none" clears it.

    Takes a country's two letters or dialling code. Raises UnknownRegion.
    """
    none = text.strip().casefold() in ("none", NOWHERE.casefold())
    region = None if none else region_named(text)
    if region is None and not none:
        raise UnknownRegion(quoted(text))
    write.set_setting(db, REGION, region or NOWHERE)
    return RegionOfNumbers(region)
