"""Log a meeting: who, what kind, and what was shared, learned, done and promised."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.days import past_day
from netbook.actions.editions import edition_on
from netbook.actions.logged import Done, EventProgress, Learned, Logged, LoggedPromise, Participant, Shared
from netbook.actions.people import refuse_namesakes
from netbook.actions.plans import close_plan, open_plan, plan_refs
from netbook.core.cadence import parse_cadence, short
from netbook.core.dates import parse_day, split_by_date
from netbook.core.drafts import MeetingDraft, PersonDraft
from netbook.core.due import next_contact
from netbook.core.events import EventRow
from netbook.core.kinds import kind_of
from netbook.core.matching import Known
from netbook.core.names import checked, fold, with_organisation
from netbook.core.prefixes import doubt_about, names_absent, split_about, split_who
from netbook.core.refs import ref
from netbook.core.text import joined, quoted, visible, words, words_or_none
from netbook.core.vocabulary import DEFAULT_KIND, is_human
from netbook.errors import FutureDate
from netbook.errors.meetings import (
    MeetingToCome,
    NewTwice,
    NobodyNamed,
    NobodyNew,
    NobodyToKeepItWith,
    SayWhom,
)
from netbook.errors.plans import PlanToCome, SeveralPlans
from netbook.store import write
from netbook.store.read import events, topics
from netbook.store.read import person as record
from netbook.store.read.groups import circle
from netbook.store.read.plans import StoredPlan, meeting_of, open_on
from netbook.store.read.who import candidates, find

HOW_ELSE = "to log with them, give the handle without --new; for a namesake, add --namesake"


class MeetingWords(NamedTuple):
    """The options of `log`, as typed."""

    who: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    namesake: bool = False
    circle: str | None = None
    every: str | None = None
    kind: str | None = None
    on: str | None = None
    minutes: int | None = None
    place: str | None = None
    summary: str | None = None
    event: str | None = None
    common: tuple[str, ...] = ()
    learned: tuple[str, ...] = ()
    gave: tuple[str, ...] = ()
    got: tuple[str, ...] = ()
    promise: tuple[str, ...] = ()
    they_promise: tuple[str, ...] = ()
    fleeting: str | None = None
    new_edition: bool = False


def log(db: sqlite3.Connection, today: date, words: MeetingWords) -> Logged:
    """Write a meeting and everything recorded with it, and return all that was understood.

    One of the names may be a plan: the meeting takes its people, day, kind, place and event from it.
    """
    words, plan = _from_plan(db, today, words)
    logged = _Writer(db, today, words).log()
    meeting = meeting_of(db, logged.uid)
    if plan:
        close_plan(db, plan.id, "met", today, meeting)
        return logged._replace(plan=ref("plan", plan.id))
    return _keeping_plans(db, today, logged, meeting)


def _from_plan(
    db: sqlite3.Connection, today: date, words: MeetingWords
) -> tuple[MeetingWords, StoredPlan | None]:
    """The words completed from a plan among the names, and that plan, or None."""
    refs = plan_refs(words.who)
    if not refs:
        return words, None
    if len(refs) > 1:
        raise SeveralPlans(joined(refs))
    plan = open_plan(db, refs[0])
    if plan.on > today and words.on is None:
        raise PlanToCome(refs[0], plan.on.isoformat())
    others = tuple(text for text in words.who if text not in refs)
    filled = words._replace(
        who=(*plan.handles, *others), on=words.on or plan.on.isoformat(), kind=words.kind or plan.kind,
        place=words.place or plan.place, event=words.event or plan.event,
    )  # fmt: skip
    return filled, plan


def _keeping_plans(db: sqlite3.Connection, today: date, logged: Logged, meeting: int) -> Logged:
    """The words with the plan that this meeting fulfils: the same day and kind, and all its people were there.

    Another plan of that day with somebody who was there stays open, with a warning.
    """
    present = {person.handle for person in logged.people}
    for plan in open_on(db, logged.date):
        name = ref("plan", plan.id)
        if plan.kind == logged.kind and set(plan.handles) <= present and logged.plan is None:
            close_plan(db, plan.id, "met", today, meeting)
            logged = logged._replace(plan=name)
        elif present & set(plan.handles):
            people = visible(joined(list(plan.people)))
            hint = f"netbook log {name} if it was this, or drop {name}"
            warning = f"{name} ({plan.kind} with {people}) is still planned for that day: {hint}"
            logged = logged._replace(warnings=(*logged.warnings, warning))
    return logged


class _Writer:
    """Writes one meeting: its people first, since everything else refers to them."""

    def __init__(self, db: sqlite3.Connection, today: date, given: MeetingWords) -> None:
        self.db, self.today, self.given = db, today, given
        self.day = _past(given.on, today)
        self.warnings: list[str] = []
        self.new: set[int] = set()
        self.people = self._people()

    def log(self) -> Logged:
        line = self.given
        event, made = self._edition()
        kind = ("event" if event else DEFAULT_KIND) if line.kind is None else kind_of(line.kind)
        draft = MeetingDraft(
            date=self.day,
            kind=kind,
            minutes=line.minutes,
            place=None if line.place is None else checked(line.place, "a place"),
            event_id=event.id if event else None,
            summary=words_or_none(line.summary, "the summary"),
            fleeting=words_or_none(line.fleeting, "a fleeting encounter"),
        )
        if not self.people:
            self._refuse_nobody(draft)
        uid = write.new_uid()
        self.meeting = write.add_meeting(self.db, draft, [person.id for person in self.people], uid)
        common, learned = self._common(), self._learned()
        favors = (*self._favors("gave", line.gave), *self._favors("got", line.got))
        promised = (*self._promised("mine", line.promise), *self._promised("theirs", line.they_promise))
        return Logged(
            uid=uid, date=self.day, kind=kind, human=is_human(kind), minutes=draft.minutes, place=draft.place,
            summary=draft.summary, fleeting=draft.fleeting, people=tuple(map(self._participant, self.people)),
            common=common, learned=learned, favors=favors, promised=promised,
            event=self._progress(event, made) if event else None, warnings=tuple(self.warnings),
        )  # fmt: skip

    def _people(self) -> list[Known]:
        existing = {person.id: person for person in (find(self.db, text) for text in self.given.who)}
        seen: set[str] = set()
        for text in self.given.new:
            name, org = with_organisation(text)
            name = checked(name)
            if fold(name) in seen and not self.given.namesake:
                raise NewTwice(quoted(name))
            seen.add(fold(name))
            refuse_namesakes(self.db, name, self.given.namesake, HOW_ELSE)
            person = write.add_person(self.db, self._draft(name, org), self.today)
            self.new.add(person.id)
            existing[person.id] = person
        if not self.new and (self.given.circle, self.given.every) != (None, None):
            raise NobodyNew("--every" if self.given.circle is None else "--circle")
        return list(existing.values())

    def _draft(self, name: str, org: str | None) -> PersonDraft:
        """Somebody new, with the circle and cadence given for new people."""
        line = self.given
        return PersonDraft(
            name=name,
            org=checked(org, "an organisation") if org else None,
            circle_id=None if line.circle is None else circle(self.db, line.circle).id,
            cadence=None if line.every is None else short(parse_cadence(line.every)),
        )

    def _edition(self) -> tuple[EventRow | None, bool]:
        if self.given.event is None:
            return None, False
        edition = edition_on(self.db, self.given.event, self.day, another=self.given.new_edition)
        if edition.like is not None:
            self.warnings.append(_slip(edition.event.name, edition.like, self.day))
        return edition.event, edition.is_new

    def _progress(self, event: EventRow, made: bool) -> EventProgress:
        names = [connection.name for connection in events.new_at(self.db, [event.id], self.today)]
        editions = len(events.editions(self.db, event.key))
        return EventProgress(event.name, made, editions, event.goal, len(names), tuple(names))

    def _refuse_nobody(self, draft: MeetingDraft) -> None:
        """Raise if nobody is named, unless it is a fleeting encounter and nothing else is recorded with it."""
        if draft.fleeting is None:
            raise NobodyNamed
        line = self.given
        of_somebody = {
            "--common": line.common, "--learned": line.learned, "--gave": line.gave, "--got": line.got,
            "--promise": line.promise, "--they-promise": line.they_promise,
        }  # fmt: skip
        for option, texts in of_somebody.items():
            if texts:
                raise NobodyToKeepItWith(option, quoted(texts[0]))

    def _one(self, option: str, text: str) -> tuple[Known, str]:
        """The participant whom a text is about: the only one, or the one it names."""
        person, rest = split_who(text, self.people)
        if person is None:
            if len(self.people) != 1:
                raise SayWhom(option, quoted(text), joined([person.handle for person in self.people]))
            person = self.people[0]
            self._tell_absent(text)
        return person, rest

    def _tell_absent(self, text: str) -> None:
        """Warn if a text seems to be about somebody from the journal who was not at the meeting."""
        head = text.partition(":")[0].strip()
        if head and (absent := names_absent(text, candidates(self.db, head))):
            person = absent[0]
            self.warnings.append(
                f"{quoted(text)} is kept as it is: {visible(person.name)} was not at the meeting; "
                f"if they were: netbook undo, and log with {visible(person.handle)} too"
            )

    def _common(self) -> tuple[Shared, ...]:
        result: dict[tuple[int, tuple[str, ...]], Shared] = {}
        for text in self.given.common:
            person, rest = split_who(text, self.people)
            if person is None:
                self._tell_absent(text)
            name = checked(rest, "a topic")
            if near := topics.topics_like(self.db, name):
                self.warnings.append(_close(name, near[0]))
            number = write.topic_number(self.db, name)
            chosen = [person] if person else self.people
            news = [
                write.add_commonality(self.db, participant.id, number, self.day, self.meeting)
                for participant in chosen
            ]
            handles = tuple(participant.handle for participant in chosen)
            shown = topics.find_topic(self.db, name).name
            shared = Shared(shown, tuple(participant.name for participant in chosen), handles, any(news))
            result.setdefault((number, handles), shared)
        return tuple(result.values())

    def _learned(self) -> tuple[Learned, ...]:
        rows = []
        for text in self.given.learned:
            person, rest = self._one("--learned", text)
            if doubt := doubt_about(rest):
                self.warnings.append(doubt)
            about, rest = split_about(rest)
            note = words(rest, "a note")
            write.add_note(self.db, person.id, about, note, self.day, self.meeting)
            rows.append(Learned(person.name, person.handle, about, note))
        return tuple(rows)

    def _favors(self, direction: str, texts: Sequence[str]) -> list[Done]:
        rows = []
        for text in texts:
            person, rest = self._one(f"--{direction}", text)
            favor = words(rest, "a favour")
            write.add_favor(self.db, person.id, direction, favor, self.day, self.meeting)
            rows.append(Done(person.name, person.handle, direction, favor))
        return rows

    def _promised(self, whose: str, texts: Sequence[str]) -> list[LoggedPromise]:
        rows = []
        for text in texts:
            person, rest = self._one("--promise" if whose == "mine" else "--they-promise", text)
            rest, due = split_by_date(rest, self.today)
            promise = words(rest, "a promise")
            number = write.add_followup(
                self.db,
                person.id,
                whose=whose,
                text=promise,
                on=self.day,
                due_on=due,
                meeting_id=self.meeting,
            )
            rows.append(LoggedPromise(person.name, person.handle, whose, promise, due, number))
        return rows

    def _participant(self, person: Known) -> Participant:
        own = record.facts(self.db, person.id)
        status = record.status(own, self.today)
        if status == "parted":
            self.warnings.append(f"you have parted from {visible(person.name)}; the meeting is logged anyway")
        last = record.last_contact(self.db, person.id, own, self.today)
        due = next_contact(own.cadence, last and last.on, own.start)
        return Participant(
            name=person.name,
            handle=person.handle,
            org=person.org,
            new=person.id in self.new,
            status=status,
            cadence=own.cadence,
            next_due=due if status == "active" else None,
        )


def _past(on: str | None, today: date) -> date:
    """The day of a meeting; raises MeetingToCome for a future day."""
    try:
        return past_day(on, today)
    except FutureDate:
        raise MeetingToCome(quoted(on or ""), parse_day(on or "", today, "past").isoformat()) from None


def _slip(name: str, like: str, day: date) -> str:
    name, like = visible(name), visible(like)
    return (
        f'"{name}" is a new event; did you mean "{like}"? To make them one: '
        f'netbook event "{name}" --on {day.isoformat()} --rename "{like}" --merge'
    )


def _close(name: str, near: str) -> str:
    name, near = visible(name), visible(near)
    return (
        f'"{name}" is a new topic, close to "{near}"; '
        f'to make them one: netbook topics "{name}" --merge "{near}"'
    )
