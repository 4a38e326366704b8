"""Import calendar entries: find who was there, and take what the user confirms.

An entry counts if somebody from the journal is among its attendees, by e-mail address. It is a proposal until it is
confirmed. Entries imported before are recognised by uid, recurring ones also by day. A meeting that was logged by hand
on that day with the same people and a kind that agrees counts as the same.
"""

import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal

from netbook.actions.calendar_owner import CalendarOwner
from netbook.actions.calendar_proposals import UNSAID, CalendarProposal
from netbook.core.drafts import PersonDraft, PlanDraft
from netbook.core.import_matching import KnownPerson, PeopleIndex, email_key, names_agree
from netbook.core.names import fold
from netbook.core.text import joined
from netbook.core.titles import NamedPerson, TitleReader
from netbook.formats.records import Attendee, OccasionEntry, Problem, excerpt, uid_from
from netbook.formats.recurrence import MOST, Occasion, Occurrences, next_after
from netbook.store import bulk
from netbook.store.bulk import NewMeeting
from netbook.store.read.people_index import (
    CalendarPlan,
    calendar_plans,
    existing_meetings,
    meetings_of,
    own_names,
    planned,
)

# Occasions of all entries together: a calendar of a lifetime has no more, a made-up one has.
MOST_OF_A_FILE = 50_000

Fate = Literal["added", "changed", "same", "skipped", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What the user confirmed: everything, or the occasions with these uids; None if nobody was asked."""

    everything: bool = False
    uids: frozenset[str] | None = None
    add_people: bool = False
    me: tuple[str, ...] = ()
    later: bool = False  # what is not confirmed is kept, to be asked for another time

    @property
    def anything(self) -> bool:
        """Whether anything was confirmed."""
        return self.everything or bool(self.uids) or self.later


@dataclass(slots=True)
class CalendarResult:
    """The result of an import of calendars; each entry is counted once."""

    fates: Counter[tuple[str | None, Fate]] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    people: list[KnownPerson] = field(default_factory=list)
    meetings: list[NewMeeting] = field(default_factory=list)
    proposals: list[CalendarProposal] = field(default_factory=list)
    plans: list[tuple[PlanDraft, tuple[int, ...]]] = field(default_factory=list)
    moved: list[tuple[int, date, str | None, int]] = field(default_factory=list)


class CalendarEntries:
    """The entries of a calendar, held until all of them are known."""

    def __init__(self, db: sqlite3.Connection, today: date, book: PeopleIndex, confirmed: Confirmed) -> None:
        self._db = db
        self._today = today
        self._book = book
        self._confirmed = confirmed
        self._entries: list[OccasionEntry] = []
        self._owner = CalendarOwner(self._entries, book, confirmed.me)
        self._settled = CalendarResult()
        self._shared: set[str] = set()
        self._planned_now: set[str] = set()
        self._cut: dict[str | None, list[tuple[OccasionEntry, int]]] = {}  # by file, and how many are taken
        self._decided_upon: set[str] = set()  # the same entry may be in two calendars

    def note(self, entry: OccasionEntry) -> None:
        """Hold an entry."""
        self._entries.append(entry)

    def settle(self) -> CalendarResult:
        """Decide about all entries, and again after adding people, since new people can make further entries count."""
        pending, added = self._entries, -1
        while len(self._settled.people) > added:
            added = len(self._settled.people)
            pending = [entry for entry in pending if not self._decided(entry)]
        for entry in pending:
            self._end(entry, "skipped", self._nobody(entry))
        self._tell_of_cut()
        if self._entries and self._confirmed.add_people:
            for remark in self._owner.remarks(self._settled.people):
                self._warn(self._entries[0], remark)
        self._settled.proposals.sort(
            key=lambda proposal: (not proposal.coming, proposal.day, -proposal.line), reverse=True
        )
        return self._settled

    @cached_property
    def _uids(self) -> frozenset[str]:
        """The uids of every occasion of the calendar."""
        return frozenset(
            _uid(entry, occasion)
            for entry in self._entries
            for occasion in self._occurrences[id(entry)].occasions
        )

    @cached_property
    def _occurrences(self) -> dict[int, Occurrences]:
        """The past occasions of each entry; a limit for the file is shared evenly among its entries."""
        past: dict[int, Occurrences] = {}
        every, share = 0, max(MOST_OF_A_FILE // max(len(self._entries), 1), 1)
        for entry in self._entries:
            most = MOST if every <= MOST_OF_A_FILE else share
            past[id(entry)] = entry.series.upto(self._today, most)
            every += len(past[id(entry)].occasions)
        if every <= MOST_OF_A_FILE:
            return past
        return {
            key: Occurrences(each.occasions[-share:], each.cut or len(each.occasions) > share)
            for key, each in past.items()
        }

    def _decided(self, entry: OccasionEntry) -> bool:
        """Decide about an entry if somebody from the journal was at it; returns whether."""
        known, others = self._people(entry)
        if not known:
            return False
        past = self._occurrences[id(entry)]
        coming = next_after(entry.series, self._today)
        if not past.occasions and coming is None:
            start = entry.series.start
            why = "all its days were cancelled or moved"
            if start > self._today:
                why = f"it is dated {start.isoformat()}, which is still to come"
            self._end(entry, "skipped", why)
        elif declined_as := self._owner.declined(entry):
            self._end(entry, "skipped", f"you declined it, as {declined_as}")
        else:
            if past.cut:
                self._cut.setdefault(entry.file, []).append((entry, len(past.occasions)))
            if past.occasions:
                self._occasions(entry, past.occasions, known, others)
            if coming is not None:
                self._coming(entry, coming, known, counted=not past.occasions)
        return True

    def _tell_of_cut(self) -> None:
        """Say which entries repeat for too long, once for each file."""
        for entries in self._cut.values():
            first, taken = entries[0]
            what = _what(first)
            if more := len(entries) - 1:
                what = f"{what} and {more:,} more"
                most = max(number for _, number in entries)
                why = f"they repeat for long; only the latest occasions of each are taken, {most:,} at most"
            else:
                why = f"it repeats for long; only the latest {taken:,} of its occasions are taken"
            self._settled.problems.append(Problem(first.line, what, why, "warned", first.file))

    def _occasions(
        self, entry: OccasionEntry, result: list[Occasion], known: list[KnownPerson], others: list[Attendee]
    ) -> None:
        """Log, propose or skip each occasion of an entry."""
        existing = (
            existing_meetings(self._db, (_uid(entry, occasion) for occasion in result)) | self._decided_upon
        )
        self._decided_upon |= {_uid(entry, occasion) for occasion in result}
        new = [occasion for occasion in result if _uid(entry, occasion) not in existing]
        logged = self._logged(known, new, entry.kind)
        fates: Counter[Fate] = Counter({"same": len(result) - len(new)})
        whys: dict[str, None] = {}
        for occasion in new:
            if occasion.day in logged:
                day, kind = occasion.day.isoformat(), logged[occasion.day]
                fates["skipped"] += 1
                names = joined([card.name for card in known])
                whys[f"already logged: on {day} there is a {kind} with {names}"] = None
            elif self._confirmed.everything or _uid(entry, occasion) in (self._confirmed.uids or ()):
                broken = self._take(entry, occasion, known, others)
                fates["failed" if broken else "added"] += 1
                whys |= {broken: None} if broken else {}
            else:
                fates["skipped"] += 1
                if self._confirmed.uids is None:
                    self._propose(entry, occasion, known, others)
                else:
                    whys["you have not confirmed that it took place"] = None
        order: tuple[Fate, ...] = ("added", "failed", "skipped", "same")
        fate = next(fate for fate in order if fates[fate])
        self._settled.fates[entry.file, fate] += 1
        for why in whys if fate != "same" else ():
            self._problem(
                entry, why, "failed" if fate == "failed" else "skipped" if fate == "skipped" else "warned"
            )

    def _coming(
        self, entry: OccasionEntry, occasion: Occasion, known: list[KnownPerson], *, counted: bool
    ) -> None:
        """Plan a coming occasion, propose it, or move its existing plan."""
        uid = _uid(entry, occasion)
        plan = self._plans.get(uid)
        people = tuple(card.id for card in known)
        fate: Fate = "same"
        if plan is not None:
            moved = plan.status == "open" and (plan.day, plan.at) != (occasion.day, entry.at)
            if moved and entry.sequence >= plan.sequence:
                self._settled.moved.append((plan.id, occasion.day, entry.at, entry.sequence))
                fate = "changed"
        elif uid in self._planned_now or (occasion.day, frozenset(people)) in self._planned:
            pass
        elif self._confirmed.everything or uid in (self._confirmed.uids or ()):
            self._planned_now.add(uid)
            draft = PlanDraft(
                date=occasion.day,
                kind=entry.kind,
                at=entry.at,
                place=entry.place,
                event_id=None,
                text=entry.summary or None,
                source=uid,
                sequence=entry.sequence,
            )
            self._settled.plans.append((draft, people))
            fate = "added"
        else:
            fate = "skipped"
            if self._confirmed.uids is None:
                self._propose(entry, occasion, known, [], coming=True)
            elif counted:
                why = (
                    f"it is dated {occasion.day.isoformat()}, which is still to come, and you did not plan it"
                )
                self._problem(entry, why, "skipped")
        if counted:
            self._settled.fates[entry.file, fate] += 1

    @cached_property
    def _plans(self) -> dict[str, CalendarPlan]:
        return calendar_plans(self._db)

    @cached_property
    def _planned(self) -> set[tuple[date, frozenset[int]]]:
        return planned(self._db)

    @cached_property
    def _titles(self) -> TitleReader:
        people = (NamedPerson(card.id, tuple(card.names())) for card in self._book.everybody())
        return TitleReader(people, own_names(self._db))

    def _take(
        self, entry: OccasionEntry, occasion: Occasion, known: list[KnownPerson], others: list[Attendee]
    ) -> str | None:
        """Log an occasion as a meeting, adding other attendees on request; returns the reason if it was refused."""
        people = [card.id for card in known]
        row = NewMeeting(
            uid=_uid(entry, occasion),
            date=occasion.day,
            kind=entry.kind,
            place=entry.place,
            summary=entry.summary or None,
            people=tuple(people),
            minutes=entry.minutes,
        )
        if broken := bulk.meeting_breaks(row):
            return f"it breaks a rule of the journal: {broken}"
        if self._confirmed.add_people:
            people += [card.id for other in others if (card := self._added(entry, other))]
        self._settled.meetings.append(row._replace(people=tuple(dict.fromkeys(people))))
        return None

    def _added(self, entry: OccasionEntry, attendee: Attendee) -> KnownPerson | None:
        """The person made from an attendee, perhaps for an earlier occasion; None if the name is not valid."""
        key = email_key(attendee.email)
        for card in self._book.with_email(key):
            return card
        draft = PersonDraft(name=attendee.name or attendee.email, emails=(attendee.email,))
        uid = uid_from("calendar", "person", key)
        if bulk.person_breaks(uid, draft):
            self._warn(entry, f"{attendee.email} cannot be added")
            return None
        taken = self._book.take(uid, draft)
        for remark in taken.remarks:
            self._settled.problems.append(Problem(entry.line, draft.name, remark, "warned", entry.file))
        if taken.card is not None and taken.fate == "added":
            self._settled.people.append(taken.card)
        return taken.card

    def _propose(
        self,
        entry: OccasionEntry,
        occasion: Occasion,
        known: list[KnownPerson],
        others: list[Attendee],
        *,
        coming: bool = False,
    ) -> None:
        self._settled.proposals.append(
            CalendarProposal(
                line=entry.line,
                uid=_uid(entry, occasion),
                day=occasion.day,
                kind=entry.kind,
                minutes=entry.minutes,
                summary=entry.summary,
                place=entry.place,
                people=tuple(card.name for card in known),
                others=tuple(other.name or other.email for other in others),
                file=entry.file,
                person_ids=tuple(card.id for card in known),
                at=entry.at,
                series=entry.uid if entry.series.repeats else None,
                coming=coming,
            )
        )

    def _people(self, entry: OccasionEntry) -> tuple[list[KnownPerson], list[Attendee]]:
        """The attendees who are in the journal, and those who are not; without the owner."""
        known: dict[int, KnownPerson] = {}
        if not entry.attendees:
            ids = set(self._titles.people_in(entry.summary))
            return [card for card in self._book.everybody() if card.id in ids], []
        others = []
        for attendee in entry.attendees:
            if email_key(attendee.email) in self._owner.addresses:
                continue
            cards = self._book.with_email(attendee.email)
            if len(cards) > 1:
                cards = [card for card in cards if _is_named(card, attendee)]
                if len(cards) != 1:
                    self._tell_of_shared(entry, attendee)
                    continue
            if cards:
                known[cards[0].id] = cards[0]
            else:
                others.append(attendee)
        return list(known.values()), others

    def _tell_of_shared(self, entry: OccasionEntry, attendee: Attendee) -> None:
        if email_key(attendee.email) not in self._shared:
            self._shared.add(email_key(attendee.email))
            whom = joined([card.shown() for card in self._book.with_email(attendee.email)])
            self._warn(
                entry, f"{attendee.email} is an address of {whom}; it is not recorded which of them attended"
            )

    def _logged(self, known: list[KnownPerson], occasions: list[Occasion], kind: str) -> dict[date, str]:
        """The days on which a meeting with these people, of a kind that agrees, was logged; with its kind."""
        people = frozenset(card.id for card in known)
        days = [occasion.day for occasion in occasions]
        return {
            meeting.day: meeting.kind
            for meeting in meetings_of(self._db, known[0].id, days)
            if meeting.people == people
            and (kind == meeting.kind or UNSAID in (kind, meeting.kind))
            and meeting.uid not in self._uids
        }

    def _nobody(self, entry: OccasionEntry) -> str:
        if entry.series.start > self._today:
            return f"it is dated {entry.series.start.isoformat()}, which is still to come"
        if not entry.attendees:
            return "it names nobody"
        return "nobody from the journal is among its attendees"

    def _end(self, entry: OccasionEntry, fate: Literal["skipped", "failed"], why: str) -> None:
        self._settled.fates[entry.file, fate] += 1
        self._problem(entry, why, fate)

    def _warn(self, entry: OccasionEntry, why: str) -> None:
        self._problem(entry, why, "warned")

    def _problem(self, entry: OccasionEntry, why: str, fate: Literal["skipped", "failed", "warned"]) -> None:
        self._settled.problems.append(Problem(entry.line, _what(entry), why, fate, entry.file))


def _uid(entry: OccasionEntry, occasion: Occasion) -> str:
    return uid_from(entry.uid, occasion.slot.isoformat()) if entry.series.repeats else entry.uid


def _is_named(card: KnownPerson, attendee: Attendee) -> bool:
    return attendee.name is not None and any(names_agree(name, fold(attendee.name)) for name in card.names())


def _what(entry: OccasionEntry) -> str:
    return excerpt(entry.summary) if entry.summary else "an entry without a summary"
