"""Resolve who introduced whom once everybody in a file is known; the introducer may come later in it."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from netbook.core.import_matching import Fate, KnownPerson
from netbook.formats.records import PersonEntry, Problem
from netbook.store.read.people_index import introducers


class _Introducer(NamedTuple):
    entry: PersonEntry
    card: KnownPerson
    fate: Fate


class IntroducersResult(NamedTuple):
    """The new links by number, how many records have no other news, and the contradictions."""

    links: dict[int, int]
    changed: int
    problems: list[Problem]


class Introducers:
    """Who introduced whom, as the records of a file state it."""

    def __init__(self) -> None:
        self._introducers: list[_Introducer] = []

    def note(self, entry: PersonEntry, card: KnownPerson, fate: Fate) -> None:
        """Hold the introducer that a record names; `fate` is what happened to the rest of the record."""
        if entry.introduced_by is not None:
            self._introducers.append(_Introducer(entry, card, fate))

    def settle(self, db: sqlite3.Connection, card_of: Mapping[str, KnownPerson]) -> IntroducersResult:
        """The introducers that the journal does not have yet."""
        settled = IntroducersResult({}, 0, [])
        existing = introducers(db, [link.card.id for link in self._introducers])
        changed = 0
        for entry, card, fate in self._introducers:
            by = card_of.get(str(entry.introduced_by))
            if by is None or by.id == card.id or existing.get(card.id) == by.id:
                continue
            if card.id in existing:
                why = f"the journal has somebody else than {by.shown()} as introducing them; the journal's is kept"
                settled.problems.append(Problem(entry.line, entry.name, why, "warned"))
                continue
            existing[card.id] = settled.links[card.id] = by.id
            changed += fate == "same"
        self._introducers.clear()
        return settled._replace(changed=changed)
