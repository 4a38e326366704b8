"""What an import keeps besides a person's row: the source's uid, and vCard lines for a later export."""

from __future__ import annotations

import sqlite3

from netbook.core.import_matching import KnownPerson, PeopleIndex
from netbook.formats.records import PersonEntry
from netbook.formats.vcard_relations import without_ties
from netbook.store import bulk
from netbook.store.read.people_index import existing_lines


class CarriedLines:
    """Uids and vCard lines of imported people, held until the people themselves are written."""

    def __init__(self) -> None:
        self._uids: dict[str, int] = {}
        self._lines: dict[tuple[int, str], None] = {}
        self.size = 0  # characters, in all lines

    def note(self, db: sqlite3.Connection, book: PeopleIndex, entry: PersonEntry, card: KnownPerson) -> bool:
        """Hold what is new about somebody; returns whether anything was."""
        news = entry.lasting and book.recognise(card, entry.uid)
        if news:
            self._uids[entry.uid] = card.id
        # A tie to somebody who is here is in the journal itself.
        here = {
            f":urn:uuid:{each.uid}" for each in entry.relations if each.uid and book.known_as(each.uid, "")
        }
        remaining = (without_ties(line) if line.endswith(tuple(here)) else line for line in entry.carried)
        lines = [(card.id, line) for line in remaining if line and (card.id, line) not in self._lines]
        existing = (
            set() if card.new or not lines else existing_lines(db, card.id, [line for _, line in lines])
        )
        new = [each for each in lines if each[1] not in existing]
        self._lines.update(dict.fromkeys(new))
        self.size += sum(len(line) for _, line in new)
        return news or bool(new)

    def write(self, db: sqlite3.Connection) -> None:
        """Write everything that is held; the people must be in the journal by now."""
        bulk.add_identities(db, self._uids)
        bulk.add_carried(db, self._lines)
        self.clear()

    def clear(self) -> None:
        """Discard everything that is held."""
        self._uids.clear()
        self._lines.clear()
        self.size = 0
