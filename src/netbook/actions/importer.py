"""Import records one by one: check, match, count and, in batches, write."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from netbook.actions.calendar_proposals import CalendarProposal, new_proposals
from netbook.actions.import_belongings import Belongings, update
from netbook.actions.import_calendar import CalendarEntries, Confirmed
from netbook.actions.import_carried import CarriedLines
from netbook.actions.import_contacts import Contacts
from netbook.actions.import_introducers import Introducers
from netbook.actions.starts import FirstContacts, set_starts
from netbook.core.drafts import PersonDraft
from netbook.core.events import EventRow
from netbook.core.import_matching import FACTS, SEVERAL, Fate, KnownPerson, MatchedPerson, PeopleIndex
from netbook.formats.records import (
    ContactEntry,
    Entry,
    FollowupEntry,
    MeetingEntry,
    NoteEntry,
    OccasionEntry,
    PersonEntry,
    Problem,
    excerpt,
    uid_from,
)
from netbook.store import bulk
from netbook.store.backup import keep_copy
from netbook.store.bulk import NewFollowup, NewMeeting, NewNote
from netbook.store.read.people_index import (
    existing_followups,
    existing_meetings,
    existing_notes,
    note_texts,
    people_index,
)
from netbook.store.read.starts import last_connected_first
from netbook.store.write_plans import add_plan, close_met_plans, move_plans
from netbook.store.write_proposals import NewProposal, keep_proposals

BATCH = 5_000
MOST_CARRIED = 10_000_000  # characters: cards with pictures are large
FATES = ("added", "changed", "same", "skipped", "failed")


class ExpectedPeople(NamedTuple):
    """How many people of the records are newly expected at an event."""

    event: str
    on: date
    people: int


class ImportChange(NamedTuple):
    """Somebody about whom a record has news, and which columns it is about."""

    person: str
    handle: str
    new: tuple[str, ...]


class Importer:
    """An import in progress. With the path of the journal it makes a backup and writes; without, it is a dry run."""

    def __init__(
        self,
        db: sqlite3.Connection,
        today: date,
        circle_id: int | None,
        path: Path | None,
        confirmed: Confirmed,
        *,
        update_: bool = False,
        asks: bool = False,
    ) -> None:
        self.counts_of: dict[str | None, Counter[str]] = {}
        self.file: str | None = None  # of several, the one that is read
        self.problems: list[Problem] = []
        self.people: list[str] = []
        self.changes: list[ImportChange] = []
        self.meetings = 0
        self.notes = 0
        self.followups = 0
        self.plans = 0
        self.expected: ExpectedPeople | None = None
        self.proposed: int | None = None  # of the proposals, how many are new
        self._later = confirmed.later
        self._contacts_for_later: list[NewMeeting] = []
        self.proposals: list[CalendarProposal] = []
        self.first_meeting: date | None = None
        self.last_meeting: date | None = None
        self.backup: Path | None = None
        self._db = db
        self._today = today
        self._circle_id = circle_id
        self._path = path
        self._book: PeopleIndex = people_index(db, asks=asks)
        self._card_of: dict[str, KnownPerson] = {}
        self._touched: dict[int, KnownPerson] = {}
        self._remarks: dict[str, NewNote] = {}
        self._waiting: list[MeetingEntry | NoteEntry | FollowupEntry] = []
        self._introducers = Introducers()
        self._belongings = Belongings(db, today, self._book)
        self._update = update_
        self.source = ""  # what the records are from
        self._carried = CarriedLines()
        self._contacts = Contacts(db, today, self._book, confirmed.me)
        self._occasions = CalendarEntries(db, today, self._book, confirmed)
        self._new: list[int] = []
        self.first_contacts: FirstContacts | None = None

    def take(self, entry: Entry | Problem) -> None:
        """Take in the next record."""
        if isinstance(entry, Problem):
            self._tell(entry)
        elif isinstance(entry, PersonEntry):
            self._person(entry)
        elif isinstance(entry, OccasionEntry):
            self._occasions.note(replace(entry, file=self.file))
        elif isinstance(entry, ContactEntry):
            self._contact(entry)
        elif (day := _day(entry)) > self._today:
            why = f"it is dated {day.isoformat()}, which is still to come"
            self._tell(Problem(entry.line, _what(entry), why, "skipped"))
        else:
            self._waiting.append(entry)
            if len(self._waiting) >= BATCH:
                self._flush()

    def _contact(self, entry: ContactEntry) -> None:
        if not self._contacts.note(entry):
            self._count("skipped")
        elif len(self._contacts.waiting) >= BATCH:
            self._flush()

    def end_file(self) -> None:
        """Decide about held records, then about those that needed the last record of the file."""
        self._belongings.end_file()
        self._flush()
        self.problems += self._contacts.remarks(self.file)
        settled = self._introducers.settle(self._db, self._card_of)
        self.problems += (replace(problem, file=self.file) for problem in settled.problems)
        self._count("same", -settled.changed)
        self._count("changed", settled.changed)
        if settled.links and self._writes():
            bulk.add_introducers(self._db, settled.links)

    def finish(self) -> None:
        """Decide about what needed the last file: calendar entries, whose owner is found from all of them together."""
        self.end_file()
        self._settle_occasions()
        if self._circle_id is not None and self._new:
            people = last_connected_first(self._db, self._new)
            self.first_contacts = set_starts(self._db, self._today, people)

    def expect_everybody(self, event: EventRow) -> None:
        """Record that everybody in the import is expected at an event."""
        if self._writes():
            self.expected = ExpectedPeople(event.name, event.starts_on, self._belongings.expect(event.id))

    def _settle_occasions(self) -> None:
        """Write what was confirmed of a calendar, and count its entries."""
        settled = self._occasions.settle()
        self.problems += settled.problems
        self.proposals += settled.proposals
        self.people += [card.name for card in settled.people]
        for (file, fate), number in settled.fates.items():
            self.counts_of.setdefault(file, Counter())[fate] += number
        for row in settled.meetings:
            self._count_meeting(row.date)
        self.plans += len(settled.plans)
        if (settled.meetings or settled.plans or settled.moved) and self._writes():
            self._write_cards(settled.people)
            bulk.add_meetings(self._db, settled.meetings)
            for draft, people in settled.plans:
                add_plan(self._db, draft, people, self._today)
            move_plans(self._db, settled.moved)
            close_met_plans(self._db, [row.uid for row in settled.meetings], self._today)
        if self._later and self.proposals and self._writes():
            # What nobody confirmed is asked for later: `netbook confirm`.
            self.proposed = (self.proposed or 0) + keep_proposals(self._db, new_proposals(self.proposals))

    def _keep_contacts(self) -> None:
        """Store contacts with people to be asked about later; the people are in the journal by now."""
        rows = [
            NewProposal(
                key=row.uid, source=row.kind, series=None, date=row.date, at=None, kind=row.kind,
                minutes=row.minutes, place=row.place, summary=row.summary, coming=False, people=row.people,
            )
            for row in self._contacts_for_later
        ]  # fmt: skip
        new = keep_proposals(self._db, rows) if self._writes() else len(rows)
        self.proposed = (self.proposed or 0) + new
        self._contacts_for_later.clear()

    def _flush(self) -> None:
        """Decide about held records, and write everything that is decided."""
        meetings = [*self._new_meetings(), *self._new_contacts()]
        notes = [*self._remarks.values(), *self._new_notes()]
        followups = list(self._new_followups())
        people = list(self._touched.values())
        if (people or meetings or notes or followups) and self._writes():
            self._write_cards(people)
            self._carried.write(self._db)
            bulk.add_meetings(self._db, meetings)
            bulk.add_notes(self._db, notes)
            bulk.add_followups(self._db, followups)
        if self._contacts_for_later:
            self._keep_contacts()
        if self._belongings.waiting and self._writes():
            self._belongings.write(self.source)
        self._touched.clear()
        self._carried.clear()
        self._remarks.clear()
        self._waiting.clear()

    def _flush_people(self) -> None:
        """Write the people, and what is carried of them: the pictures of all of them would fill the memory."""
        if self._writes():
            self._write_cards(list(self._touched.values()))
            self._carried.write(self._db)
        self._touched.clear()
        self._carried.clear()

    def _write_cards(self, people: Sequence[KnownPerson]) -> None:
        self._new += [card.id for card in people if card.new]
        bulk.write_cards(self._db, people, self._today, self._circle_id)

    def _writes(self) -> bool:
        """Whether this is no dry run; makes a backup before the first change."""
        if self._path is not None and self.backup is None:
            self.backup = keep_copy(self._path, "import")
            bulk.prepare(self._db)
        return self._path is not None

    @property
    def counts(self) -> dict[str, int]:
        """How many records of all files were added, changed, the same, skipped and failed."""
        return {fate: sum(of[fate] for of in self.counts_of.values()) for fate in FATES}

    def _count(self, fate: str, number: int = 1) -> None:
        self.counts_of.setdefault(self.file, Counter())[fate] += number

    def _tell(self, problem: Problem) -> None:
        self.problems.append(replace(problem, file=problem.file or self.file))
        if problem.fate != "warned":
            self._count(problem.fate)

    def _fail(self, entry: PersonEntry | MeetingEntry | NoteEntry | FollowupEntry, why: str) -> None:
        self._tell(Problem(entry.line, _what(entry), f"it breaks a rule of the journal: {why}", "failed"))

    def _person(self, entry: PersonEntry) -> None:
        if entry.known_since and entry.known_since > self._today:
            why = f"known since {entry.known_since.isoformat()}, which is still to come; left empty"
            self._tell(Problem(entry.line, entry.name, why, "warned"))
            entry = replace(entry, known_since=None)
        if entry.by_address and any(self._book.with_email(email) for email in entry.emails):
            self._count("same")
            return
        if broken := bulk.person_breaks(entry.uid, draft := _draft(entry)):
            self._fail(entry, broken)
            return
        taken = self._book.take(entry.uid, draft)
        fate = taken.fate
        if taken.card is not None:
            self._card_of[entry.uid] = taken.card
            carried = self._carried.note(self._db, self._book, entry, taken.card)
            remarks = self._new_remarks(entry, taken.card)
            fate = "changed" if (remarks or carried) and fate == "same" else fate
            if fate == "changed":
                news = [*taken.news, *["notes"] * remarks, *["vCard lines"] * carried]
                self.changes.append(ImportChange(taken.card.name, taken.card.handle, tuple(news)))
            card = taken.card
            fate, taken = self._told(entry, card, taken, fate)
            self._introducers.note(entry, card, fate)
            if fate != "same":
                self._touched[card.id] = card
            if fate == "added":
                self.people.append(entry.name)
            if self._carried.size > MOST_CARRIED:
                self._flush_people()
        for remark in taken.remarks:
            told: Literal["warned", "skipped"] = "warned" if taken.card else "skipped"
            self.problems.append(Problem(entry.line, entry.name, remark, told, self.file))
        self._count(fate)

    def _told(
        self, entry: PersonEntry, card: KnownPerson, taken: MatchedPerson, fate: Fate
    ) -> tuple[Fate, MatchedPerson]:
        """Take somebody's interests, ties and news; returns what happened to the record because of them."""
        new: list[str] = []
        if self._update and taken.differs and self._writes():
            new += update(self._db, self._today, card, taken.differs)
            left = tuple(each for each in taken.differs if each[0] not in new)
            told = tuple(each for each in taken.remarks if not new)
            taken = taken._replace(differs=left, remarks=told)
        new += ["interests or ties"] * self._belongings.note(entry, card, taken)
        if new and fate == "same":
            fate = "changed"
            self.changes.append(ImportChange(card.name, card.handle, tuple(new)))
        return fate, taken

    def _new_remarks(self, entry: PersonEntry, card: KnownPerson) -> bool:
        """Hold the record's remarks that the journal does not have; returns whether there were any."""
        if not entry.notes:
            return False
        rows = {
            uid: NewNote(uid, card.id, note.about, note.text, note.on or self._today)
            for note in entry.notes
            if (uid := uid_from(entry.uid, note.about, note.text)) not in self._remarks
        }
        existing = existing_notes(self._db, rows)
        # The same words may have come under another uid, or have been typed.
        known_texts = set() if card.new else note_texts(self._db, card.id)
        new = {uid: row for uid, row in rows.items() if uid not in existing and row.text not in known_texts}
        self._remarks |= new
        return bool(new)

    def _cards(self, entry: MeetingEntry | NoteEntry) -> dict[int, str]:
        """The people that uids name, by number, each with that uid; without those who were left out."""
        named = ((self._card_of.get(uid), uid) for uid in entry.people)
        return {card.id: uid for card, uid in named if card is not None}

    def _new_meetings(self) -> Iterator[NewMeeting]:
        waiting = [entry for entry in self._waiting if isinstance(entry, MeetingEntry)]
        existing = existing_meetings(self._db, [entry.uid for entry in waiting])
        for entry in waiting:
            people = tuple(self._cards(entry))
            if entry.uid in existing:
                self._count("same")
            elif not people:
                self._tell(Problem(entry.line, _what(entry), "everybody it names was left out", "skipped"))
            else:
                row = NewMeeting(
                    uid=entry.uid,
                    date=entry.date,
                    kind=entry.kind,
                    place=entry.place,
                    summary=entry.summary or None,
                    people=people,
                    minutes=entry.minutes,
                )
                if broken := bulk.meeting_breaks(row):
                    self._fail(entry, broken)
                    continue
                existing.add(entry.uid)
                self._count("added")
                self._count_meeting(entry.date)
                yield row

    def _new_contacts(self) -> Iterator[NewMeeting]:
        for rows in self._contacts.decided():
            self._count("added" if rows else "same")
            if self._later:
                self._contacts_for_later += rows
                continue
            for row in rows:
                self._count_meeting(row.date)
            yield from rows

    def _count_meeting(self, day: date) -> None:
        self.meetings += 1
        self.first_meeting = min(self.first_meeting or day, day)
        self.last_meeting = max(self.last_meeting or day, day)

    def _new_notes(self) -> Iterator[NewNote]:
        waiting = [
            (
                entry,
                [
                    NewNote(uid_from(entry.uid, uid), number, entry.about, entry.text, entry.date)
                    for number, uid in self._cards(entry).items()
                ],
            )
            for entry in self._waiting
            if isinstance(entry, NoteEntry)
        ]
        existing = existing_notes(self._db, [row.uid for _, rows in waiting for row in rows])
        for entry, rows in waiting:
            new = [row for row in rows if row.uid not in existing]
            broken = next(filter(None, map(bulk.note_breaks, new)), None)
            if not rows:
                self._tell(Problem(entry.line, _what(entry), "everybody it names was left out", "skipped"))
            elif broken:
                self._fail(entry, broken)
            else:
                existing.update(row.uid for row in new)
                self._count("added" if new else "same")
                self.notes += len(new)
                yield from new

    def _new_followups(self) -> Iterator[NewFollowup]:
        waiting = [entry for entry in self._waiting if isinstance(entry, FollowupEntry)]
        existing = existing_followups(self._db, [entry.uid for entry in waiting])
        for entry in waiting:
            card = self._card_of.get(entry.person)
            if entry.uid in existing:
                self._count("same")
            elif card is None:
                self._tell(
                    Problem(entry.line, _what(entry), "the person it is about was left out", "skipped")
                )
            else:
                row = NewFollowup(
                    entry.uid, card.id, entry.whose, entry.text, entry.promised_on, entry.due_on
                )
                if broken := bulk.followup_breaks(row):
                    self._fail(entry, broken)
                    continue
                existing.add(entry.uid)
                self._count("added")
                self.followups += 1
                yield row


def _draft(entry: PersonEntry) -> PersonDraft:
    return PersonDraft(name=entry.name, **{column: getattr(entry, column) for column in (*FACTS, *SEVERAL)})


def _day(entry: MeetingEntry | NoteEntry | FollowupEntry) -> date:
    return entry.promised_on if isinstance(entry, FollowupEntry) else entry.date


def _what(entry: PersonEntry | MeetingEntry | OccasionEntry | NoteEntry | FollowupEntry) -> str:
    """The name of a record in a problem: a person's name, or the text of a meeting or note."""
    if isinstance(entry, PersonEntry):
        return entry.name
    return excerpt(entry.summary if isinstance(entry, MeetingEntry | OccasionEntry) else entry.text)
