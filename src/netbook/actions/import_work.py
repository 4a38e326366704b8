"""The records of one import, one after the other: checked, decided upon, counted and, in batches, written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from netbook.core.drafts import PersonDraft
from netbook.core.merging import FACTS, SEVERAL, Book, Card
from netbook.formats.records import Entry, MeetingEntry, NoteEntry, PersonEntry, Problem, excerpt, uid_from
from netbook.store import bulk
from netbook.store.backup import keep_copy
from netbook.store.bulk import MeetingRow, NoteRow
from netbook.store.read.book import book, meetings_there, notes_there

BATCH = 5_000
FATES = ("added", "changed", "same", "skipped", "failed")


class Work:
    """An import in progress. Given the path of its journal it writes, after keeping a copy; else it decides."""

    def __init__(self, db: sqlite3.Connection, today: date, circle_id: int | None, path: Path | None) -> None:
        self.counts = dict.fromkeys(FATES, 0)
        self.problems: list[Problem] = []
        self.people: list[str] = []
        self.meetings = 0
        self.notes = 0
        self.first_meeting: date | None = None
        self.last_meeting: date | None = None
        self.backup: Path | None = None
        self._db = db
        self._today = today
        self._circle_id = circle_id
        self._path = path
        self._book: Book = book(db)
        self._card_of: dict[str, Card] = {}
        self._touched: dict[int, Card] = {}
        self._remarks: dict[str, NoteRow] = {}
        self._waiting: list[MeetingEntry | NoteEntry] = []

    def take(self, entry: Entry | Problem) -> None:
        """Take in the next record."""
        if isinstance(entry, Problem):
            self._tell(entry)
        elif isinstance(entry, PersonEntry):
            self._person(entry)
        elif entry.date > self._today:
            why = f"it is dated {entry.date.isoformat()}, which is still to come"
            self._tell(Problem(entry.line, _what(entry), why, "skipped"))
        else:
            self._waiting.append(entry)
            if len(self._waiting) >= BATCH:
                self.finish()

    def finish(self) -> None:
        """Decide upon what is waiting, and write all that is decided and not yet written."""
        meetings = list(self._new_meetings())
        notes = [*self._remarks.values(), *self._new_notes()]
        people = list(self._touched.values())
        if self._path is not None and (people or meetings or notes):
            if self.backup is None:
                self.backup = keep_copy(self._path)
                bulk.prepare(self._db)
            bulk.write_cards(self._db, people, self._today, self._circle_id)
            bulk.add_meetings(self._db, meetings)
            bulk.add_notes(self._db, notes)
        self._touched.clear()
        self._remarks.clear()
        self._waiting.clear()

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)
        if problem.fate != "warned":
            self.counts[problem.fate] += 1

    def _fail(self, entry: Entry, why: str) -> None:
        self._tell(Problem(entry.line, _what(entry), f"it breaks a rule of the journal: {why}", "failed"))

    def _person(self, entry: PersonEntry) -> None:
        if entry.known_since and entry.known_since > self._today:
            why = f"known since {entry.known_since.isoformat()}, which is still to come; left open"
            self._tell(Problem(entry.line, entry.name, why, "warned"))
            entry = replace(entry, known_since=None)
        if broken := bulk.person_breaks(entry.uid, draft := _draft(entry)):
            self._fail(entry, broken)
            return
        taken = self._book.take(entry.uid, draft)
        fate = taken.fate
        if taken.card is not None:
            self._card_of[entry.uid] = taken.card
            more = self._new_remarks(entry, taken.card)
            fate = "changed" if more and fate == "same" else fate
            if fate != "same":
                self._touched[taken.card.id] = taken.card
            if fate == "added":
                self.people.append(entry.name)
        for remark in taken.remarks:
            self.problems.append(
                Problem(entry.line, entry.name, remark, "warned" if taken.card else "skipped")
            )
        self.counts[fate] += 1

    def _new_remarks(self, entry: PersonEntry, card: Card) -> bool:
        """Set aside what the record says besides and the journal has not; whether there was any."""
        if not entry.notes:
            return False
        rows = {
            uid: NoteRow(uid, card.id, note.about, note.text, note.on or self._today)
            for note in entry.notes
            if (uid := uid_from(entry.uid, note.about, note.text)) not in self._remarks
        }
        there = notes_there(self._db, rows)
        new = {uid: row for uid, row in rows.items() if uid not in there}
        self._remarks |= new
        return bool(new)

    def _cards(self, entry: MeetingEntry | NoteEntry) -> dict[int, str]:
        """Who is named, by number, each with the uid the file has for them; nobody who was left out."""
        named = ((self._card_of.get(uid), uid) for uid in entry.people)
        return {card.id: uid for card, uid in named if card is not None}

    def _new_meetings(self) -> Iterator[MeetingRow]:
        waiting = [entry for entry in self._waiting if isinstance(entry, MeetingEntry)]
        there = meetings_there(self._db, [entry.uid for entry in waiting])
        for entry in waiting:
            people = tuple(self._cards(entry))
            if entry.uid in there:
                self.counts["same"] += 1
            elif not people:
                self._tell(Problem(entry.line, _what(entry), "everybody it names was left out", "skipped"))
            else:
                row = MeetingRow(
                    entry.uid, entry.date, entry.kind, entry.place, entry.summary or None, people
                )
                if broken := bulk.meeting_breaks(row):
                    self._fail(entry, broken)
                    continue
                there.add(entry.uid)
                self.counts["added"] += 1
                self.meetings += 1
                self.first_meeting = min(self.first_meeting or entry.date, entry.date)
                self.last_meeting = max(self.last_meeting or entry.date, entry.date)
                yield row

    def _new_notes(self) -> Iterator[NoteRow]:
        waiting = [
            (entry, [
                NoteRow(uid_from(entry.uid, uid), number, entry.about, entry.text, entry.date)
                for number, uid in self._cards(entry).items()
            ])
            for entry in self._waiting
            if isinstance(entry, NoteEntry)
        ]  # fmt: skip
        there = notes_there(self._db, [row.uid for _, rows in waiting for row in rows])
        for entry, rows in waiting:
            new = [row for row in rows if row.uid not in there]
            broken = next(filter(None, map(bulk.note_breaks, new)), None)
            if not rows:
                self._tell(Problem(entry.line, _what(entry), "everybody it names was left out", "skipped"))
            elif broken:
                self._fail(entry, broken)
            else:
                there.update(row.uid for row in new)
                self.counts["added" if new else "same"] += 1
                self.notes += len(new)
                yield from new


def _draft(entry: PersonEntry) -> PersonDraft:
    return PersonDraft(name=entry.name, **{column: getattr(entry, column) for column in (*FACTS, *SEVERAL)})


def _what(entry: Entry) -> str:
    """The record as a problem names it: somebody's name, or the words of a meeting or note."""
    if isinstance(entry, PersonEntry):
        return entry.name
    return excerpt(entry.summary if isinstance(entry, MeetingEntry) else entry.text)
