"""Write what a few sentences say: meetings, plans, promises and birthdays.

Understanding and writing are separate steps, so that the reading can be shown first.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netbook.actions.log import MeetingWords, log
from netbook.actions.logged import Logged, LoggedPromise
from netbook.core.drafts import PersonDraft, PlanDraft
from netbook.core.jot.reading import read
from netbook.core.jot.refusals import NotPlain, doubt_in_words, refusal
from netbook.core.jot.results import BirthdayRead, MeetingRead, PlanRead, PromiseRead, Reading
from netbook.core.jot.words import sentences
from netbook.core.matching import Known
from netbook.core.names import checked, fold, with_organisation
from netbook.core.text import quoted, visible, words_or_none
from netbook.core.vocabulary import DEFAULT_KIND
from netbook.store import write
from netbook.store.read import events
from netbook.store.read.person import facts
from netbook.store.read.repeated import meeting_number, plan_repeated, promise_repeated, summaries
from netbook.store.read.who import namesakes, with_words
from netbook.store.write_plans import add_plan

Part = MeetingRead | PlanRead | PromiseRead | BirthdayRead


class JottedPlan(NamedTuple):
    """A plan that was written, and its number."""

    date: date
    at: str | None
    kind: str
    people: tuple[str, ...]
    handles: tuple[str, ...]
    place: str | None
    event: str | None
    text: str | None
    number: int


class JottedBirthday(NamedTuple):
    """A birthday that was written; `news` is false if the journal had it."""

    person: str
    handle: str
    birthday: str
    news: bool


class Jotted(NamedTuple):
    """Everything that was written, who was only mentioned, and what was left out."""

    meetings: tuple[Logged, ...]
    plans: tuple[JottedPlan, ...]
    promised: tuple[LoggedPromise, ...]
    birthdays: tuple[JottedBirthday, ...]
    mentioned: tuple[str, ...]
    left_out: tuple[str, ...]
    warnings: tuple[str, ...]


class Allowed(NamedTuple):
    """What may be written although it looks like a slip: the same words twice, an edition close to another one."""

    again: bool = False
    new_edition: bool = False


class Repeated(NotPlain):
    """The same words for the same day again."""


def understand(
    db: sqlite3.Connection,
    today: date,
    text: str,
    new: Sequence[str] = (),
    chosen: Mapping[str, str] | None = None,
) -> Reading:
    """What the text says; `new` are people to be added where it names them.

    `chosen` maps a name that fits several people to the handle of the right one.
    """
    tokens = [word for sentence in sentences(text) for word in sentence]
    keys = {part for word in tokens for part in word.key.split()} | {
        word.key.replace(" ", "") for word in tokens
    }
    keys |= {part for handle in (chosen or {}).values() for part in handle.split("-")}
    people = [*with_words(db, keys, [word.handle for word in tokens]), *_strangers(db, new)]
    return read(text, today, people, events.keys(db) if "@" in text else (), chosen or {})


def _strangers(db: sqlite3.Connection, new: Sequence[str]) -> list[Known]:
    """People to be added, with provisional numbers that nobody has."""
    strangers = []
    for number, text in enumerate(new, 1):
        name, org = with_organisation(text)
        name = checked(name)
        if existing := namesakes(db, name):
            raise NotPlain(
                f"{quoted(name)} is in the journal already, as {visible(existing[0].handle)}; leave --new out"
            )
        strangers.append(Known(-number, "", name, org, (fold(name),)))
    return strangers


def parts_of(reading: Reading) -> list[Part]:
    """The parts of a reading that would be written, in the order of the proposal."""
    return [*reading.meetings, *reading.plans, *reading.promises, *reading.birthdays]


def jot(
    db: sqlite3.Connection,
    today: date,
    text: str,
    new: Sequence[str] = (),
    *,
    partly: bool = False,
    allowed: Allowed,
) -> Jotted:
    """Write what the text says, all of it or, with `partly`, only what is certain.

    Raises NotPlain, Repeated, SeveralPeople or, for a day that cannot be read, a Usage.
    """
    reading = understand(db, today, text, new)
    parts = parts_of(reading)
    if not parts or (reading.doubts and not partly):
        raise refusal(reading, text, today)
    jotted = write_parts(db, today, parts, allowed)
    return jotted._replace(
        mentioned=tuple(person.name for person in reading.mentioned if person.id > 0),
        left_out=reading.left_out,
        warnings=(*jotted.warnings, *(f"left out: {doubt_in_words(doubt)}" for doubt in reading.doubts)),
    )


def write_parts(db: sqlite3.Connection, today: date, parts: Sequence[Part], allowed: Allowed) -> Jotted:
    """Write the parts of a reading; raises Repeated and NearAnEdition unless `allowed`."""
    return _JotWriter(db, today, allowed).write(parts)


class _JotWriter:
    def __init__(self, db: sqlite3.Connection, today: date, allowed: Allowed) -> None:
        self.db, self.today, self.allowed = db, today, allowed
        self.added: dict[int, Known] = {}
        self.said: dict[date, set[str]] = {}  # the summaries of each day: asked for once, a day may have many
        self.meetings: list[Logged] = []
        self.plans: list[JottedPlan] = []
        self.promised: list[LoggedPromise] = []
        self.birthdays: list[JottedBirthday] = []

    def write(self, parts: Sequence[Part]) -> Jotted:
        for part in parts:
            if isinstance(part, MeetingRead):
                self._meeting(part)
            elif isinstance(part, PlanRead):
                self._plan(part)
            elif isinstance(part, PromiseRead):
                self._promise(part)
            else:
                self._birthday(part)
        warnings = tuple(warning for logged in self.meetings for warning in logged.warnings)
        return Jotted(
            meetings=tuple(self.meetings),
            plans=tuple(self.plans),
            promised=tuple(self.promised),
            birthdays=tuple(self.birthdays),
            mentioned=(),
            left_out=(),
            warnings=warnings,
        )

    def _person(self, person: Known) -> Known:
        """Somebody from the journal, or somebody new, who is added on first use."""
        if person.id > 0:
            return person
        if person.id not in self.added:
            draft = PersonDraft(
                name=person.name, org=checked(person.org, "an organisation") if person.org else None
            )
            self.added[person.id] = write.add_person(self.db, draft, self.today)
        return self.added[person.id]

    def _not_again(self, shown: str, *, repeated: bool) -> None:
        if repeated and not self.allowed.again:
            raise Repeated(
                f"{quoted(shown)} is in the journal for that day; add --again to write it once more"
            )

    def _meeting(self, part: MeetingRead) -> None:
        if part.day not in self.said:
            self.said[part.day] = summaries(self.db, part.day)
        self._not_again(part.summary, repeated=part.summary in self.said[part.day])
        self.said[part.day].add(part.summary)
        people = [self._person(person) for person in part.people]
        logged = log(
            self.db,
            self.today,
            MeetingWords(
                who=tuple(person.handle for person in people),
                kind=part.kind,
                on=part.day.isoformat(),
                minutes=part.minutes,
                place=part.place,
                summary=part.summary,
                event=part.event,
                new_edition=self.allowed.new_edition,
                common=part.topics,
            ),
        )
        added = {person.handle for person in self.added.values()}
        self.meetings.append(
            logged._replace(
                people=tuple(
                    participant._replace(new=participant.new or participant.handle in added)
                    for participant in logged.people
                )
            )
        )

    def _plan(self, part: PlanRead) -> None:
        text = words_or_none(part.text, "the text")
        self._not_again(part.text, repeated=plan_repeated(self.db, part.day, part.text))
        edition = None
        if part.event is not None:
            edition = events.edition_on(self.db, fold(part.event), part.day)
            if edition is None:
                raise NotPlain(
                    f"no edition of {quoted(part.event)} is on {part.day.isoformat()}; to add it: "
                    f'netbook event "{visible(part.event)}" --on {part.day.isoformat()}'
                )
        kind = part.kind or ("event" if edition else DEFAULT_KIND)
        place = None if part.place is None else checked(part.place, "a place")
        people = [self._person(person) for person in part.people]
        draft = PlanDraft(part.day, kind, part.hour, place, edition.id if edition else None, text)
        number = add_plan(self.db, draft, [person.id for person in people], self.today)
        self.plans.append(
            JottedPlan(
                date=part.day,
                at=part.hour,
                kind=kind,
                people=tuple(person.name for person in people),
                handles=tuple(person.handle for person in people),
                place=place,
                event=edition.name if edition else None,
                text=text,
                number=number,
            )
        )

    def _promise(self, part: PromiseRead) -> None:
        person = self._person(part.person)
        repeated = promise_repeated(self.db, person.id, part.whose, part.text, part.due_on)
        self._not_again(part.text, repeated=repeated)
        meeting = self._meeting_with(person)
        number = write.add_followup(
            self.db,
            person.id,
            whose=part.whose,
            text=part.text,
            on=self.today,
            due_on=part.due_on,
            meeting_id=None if meeting is None else meeting_number(self.db, meeting.uid),
        )
        promised = LoggedPromise(person.name, person.handle, part.whose, part.text, part.due_on, number)
        if meeting is None:
            self.promised.append(promised)
        else:
            place = self.meetings.index(meeting)
            self.meetings[place] = meeting._replace(promised=(*meeting.promised, promised))

    def _meeting_with(self, person: Known) -> Logged | None:
        """The last of the meetings just written that somebody was at."""
        attended = [
            meeting for meeting in self.meetings if person.handle in (who.handle for who in meeting.people)
        ]
        return attended[-1] if attended else None

    def _birthday(self, part: BirthdayRead) -> None:
        person = self._person(part.person)
        before = facts(self.db, person.id).birthday
        same_day = before is not None and before[-5:] == part.birthday[-5:]
        if (
            before is not None
            and not (same_day and "--" in (before[:2], part.birthday[:2]))
            and before != part.birthday
        ):
            raise NotPlain(
                f"{visible(person.name)}'s birthday is {before} in the journal, and {part.birthday} here; "
                f"to change it: netbook edit {person.handle} --birthday {part.birthday}"
            )
        news = before is None or (before.startswith("--") and not part.birthday.startswith("--"))
        if news:
            write.change(self.db, "person", person.id, {"birthday": part.birthday})
        self.birthdays.append(JottedBirthday(person.name, person.handle, part.birthday, news))
