"""Import mail and calls with people of the journal: one meeting for each person and day, or for each call.

Contacts with nobody from the journal are counted and reported once.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date

from netbook.core.import_matching import KnownPerson, PeopleIndex, email_key
from netbook.core.text import counted
from netbook.formats.records import ContactEntry, Problem, uid_from
from netbook.store.bulk import NewMeeting
from netbook.store.read.people_index import existing_meetings, logged_days
from netbook.store.read.proposals import kept_evidence


class Contacts:
    """The mail and calls of an import, a batch at a time."""

    def __init__(self, db: sqlite3.Connection, today: date, book: PeopleIndex, me: tuple[str, ...]) -> None:
        self._db = db
        self._today = today
        self._book = book
        self._me = {email_key(address) for address in me} | book.own_addresses
        self._known_uids: set[str] = set()  # of what was set aside before
        self._existing: set[str] = set()  # of the contacts so far, those the journal has
        self._logged: dict[str, dict[tuple[int, date], set[str]]] = {}
        self.waiting: list[list[NewMeeting]] = []  # of each contact, what may be new
        self.unknown = 0
        self._without_region = 0

    def note(self, entry: ContactEntry) -> bool:
        """Hold a contact; returns whether it was with anybody from the journal."""
        people = self._people(entry) if entry.date <= self._today else []
        if not people:
            self.unknown += 1
            self._without_region += entry.kind == "call" and any(map(self._book.lacks_region, entry.senders))
            return False
        rows = []
        for card in people:
            uid = uid_from(entry.kind, card.uid, entry.moment or entry.date.isoformat())
            if uid not in self._known_uids:
                self._known_uids.add(uid)
                rows.append(
                    NewMeeting(
                        uid=uid,
                        date=entry.date,
                        kind=entry.kind,
                        place=None,
                        summary=None,
                        people=(card.id,),
                        minutes=entry.minutes,
                    )
                )
        self.waiting.append(rows)
        return True

    def decided(self) -> Iterator[list[NewMeeting]]:
        """The new meetings of each held contact; nothing is held afterwards."""
        uids = [row.uid for rows in self.waiting for row in rows]
        self._existing |= existing_meetings(self._db, uids) | kept_evidence(self._db, uids)
        for rows in self.waiting:
            yield [row for row in rows if row.uid not in self._existing and not self._is_logged(row)]
        self.waiting.clear()

    def remarks(self, file: str | None) -> Iterator[Problem]:
        """A warning for each file with contacts with nobody from the journal, and what would help."""
        if self.unknown:
            why = "with nobody from the journal, sent to many, or without a day up to today; left out"
            yield Problem(1, counted(self.unknown, "record"), why, "warned", file)
        if self._without_region:
            why = (
                "may belong to people in the journal, but the country they are dialled from is not known:"
                " netbook me --region DE (your country's two letters), then import again"
            )
            yield Problem(1, counted(self._without_region, "number"), why, "warned", file)
        self.unknown = self._without_region = 0

    def _people(self, entry: ContactEntry) -> list[KnownPerson]:
        """The people of a contact: who wrote or called, or whom the owner wrote to; nobody for a shared address."""
        senders = self._known(entry.kind, entry.senders)
        if senders:
            return senders
        own = not self._me or any(email_key(sender) in self._me for sender in entry.senders)
        return self._known(entry.kind, entry.others) if own else []

    def _known(self, kind: str, ways: tuple[str, ...]) -> list[KnownPerson]:
        find = self._book.with_phone if kind == "call" else self._book.with_email
        result = (find(way) for way in dict.fromkeys(ways) if email_key(way) not in self._me)
        return list({cards[0].id: cards[0] for cards in result if len(cards) == 1}.values())

    def _is_logged(self, row: NewMeeting) -> bool:
        """Whether a meeting of that kind with them on that day is in the journal from another source."""
        if row.kind not in self._logged:
            self._logged[row.kind] = logged_days(self._db, row.kind)
        logged = self._logged[row.kind].get((row.people[0], row.date), set())
        return not logged <= self._existing
