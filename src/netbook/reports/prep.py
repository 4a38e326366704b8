"""The brief before a meeting: what to know about somebody, what is open, what to ask."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from netbook.core.birthdays import next_birthday, turning
from netbook.core.ladder import IN_PERSON, only_from_afar
from netbook.core.names import fold
from netbook.core.questions import INTRODUCTION, MEETING, Statement, questions
from netbook.core.recall import recall, story
from netbook.core.vocabulary import POINTS
from netbook.reports.brief import (
    BirthdayRow,
    Brief,
    BriefFollowup,
    BriefIntroduction,
    BriefMeeting,
    BriefRequest,
    BriefStrain,
    BriefTopic,
    EarlierRow,
    FirstRow,
    IntroduceRow,
    LearnedRow,
    OwedRow,
    PerhapsRow,
    RepairedRow,
    StoryRow,
    TieRow,
    TogetherRow,
    WrittenRow,
)
from netbook.reports.guesses import guesses_about
from netbook.reports.intros import suggestions
from netbook.store.read import columns
from netbook.store.read import person as who
from netbook.store.read import prep as read
from netbook.store.read.due import kinds_of_late
from netbook.store.read.who import find

NEAR = 30  # days that a birthday is announced in advance
INTROS = 5  # people to introduce somebody to
GUESSES = 3  # things you may have in common
STORIES = 2  # to open with
CLOSE = 2  # times met, before somebody is asked about more than the lighter things


class PrepReport(NamedTuple):
    """The day, and a brief for each person in the order in which they were named."""

    today: date
    briefs: list[Brief]

    @property
    def between(self) -> list[TogetherRow]:
        """What those of the brief share with each other, each thing once, what most of them share first."""
        result: dict[tuple[str, str], TogetherRow] = {}
        for brief in self.briefs:
            for row in brief.together:
                result.setdefault(_thing(row.what, row.name), row._replace(people=[brief.name, *row.people]))
        return sorted(result.values(), key=lambda row: -len(row.people))


def build(db: sqlite3.Connection, today: date, people: Sequence[str]) -> PrepReport:
    """The briefs on the people meant; somebody named twice is one person."""
    numbers = dict.fromkeys(find(db, text).id for text in people)
    return PrepReport(today, _together([_PrepBuilder(db, today, number).brief() for number in numbers]))


class _PrepBuilder(NamedTuple):
    db: sqlite3.Connection
    today: date
    person: int

    def brief(self) -> Brief:
        own = who.facts(self.db, self.person)
        meetings, common, notes = self._meetings(), self._common(), self._rows(read.NOTES)
        favors, introductions, strain = self._rows(read.FAVORS), self._introductions(), self._strain(common)
        interests = self._rows(who.INTERESTS)
        statements = [
            *_statements(meetings, introductions),
            *(Statement(about, text, _day(on)) for about, text, on in notes),
            *(Statement("interests", topic, _day(on)) for on, topic, _ in interests),
        ]
        return Brief(
            handle=own.handle, name=own.name, circle=own.circle, title=own.title, org=own.org,
            department=own.department, place=own.place, status=who.status(own, self.today),
            known_since=_day(own.known_since) if own.known_since else None, how_met=own.how_met,
            introduced_by=own.introducer, first_contact=self._first(), strain=strain, meetings=meetings,
            written=self._written(meetings), in_common=common, together=[], learned=_learned(notes),
            followups=self._followups(), gave=sum(row[0] == "gave" for row in favors),
            got=sum(row[0] == "got" for row in favors),
            thanks_owed=[
                OwedRow(text, _day(on)) for direction, text, on, thanked in favors
                if direction == "got" and not thanked
            ],
            requests=self._requests(), birthday=_birthday(own.birthday, self.today),
            introductions=introductions,
            questions=questions(
                own.handle, self.today, statements, close=len(meetings) >= CLOSE, strained=strain is not None
            ),
            introduce=self._introduce(), from_afar=self._from_afar(),
            repaired=self._repaired(), perhaps=self._perhaps(),
            ties=[TieRow(*row) for row in self._rows(who.TIES)],
            interests=[topic for _, topic, _ in interests],
            stories=_stories(notes),
            before=[
                ", ".join(filter(None, (title, department, org)))
                for org, department, title, *_ in self._rows(who.JOBS)
            ],
        )  # fmt: skip

    def _rows(self, statement: str) -> list[tuple[Any, ...]]:
        return who.rows(self.db, statement, self.person, today=self.today.isoformat())

    def _first(self) -> FirstRow | None:
        return next((FirstRow(_day(on), kind, event) for on, kind, event in self._rows(read.FIRST)), None)

    def _meetings(self) -> list[BriefMeeting]:
        return [
            row._replace(date=_day(str(row.date)), others=list(columns.lines(row.others)))
            for row in map(BriefMeeting._make, self._rows(read.MEETINGS))
        ]

    def _written(self, meetings: list[BriefMeeting]) -> WrittenRow | None:
        for on, kind, summary in self._rows(read.WRITTEN):
            if not meetings or _day(on) > meetings[0].date:
                return WrittenRow(_day(on), kind, summary)
        return None

    def _common(self) -> list[BriefTopic]:
        return [
            BriefTopic(topic, _day(on), detail, others, list(columns.lines(also)))
            for topic, on, detail, others, also in self._rows(read.COMMON)
        ]

    def _strain(self, common: list[BriefTopic]) -> BriefStrain | None:
        for text, on in self._rows(read.STRAIN):
            since = _day(on)
            topics = [row.topic for row in common if row.found_on >= since]
            days = (self.today - since).days
            return BriefStrain(
                since=since,
                days=days,
                text=text,
                points=min(len(topics), POINTS),
                of=POINTS,
                topics=topics,
                suggestion=IN_PERSON.way,
            )
        return None

    def _repaired(self) -> RepairedRow | None:
        """The strain that was repaired last."""
        for since, text, repaired_on, repair in self._rows(read.REPAIRED):
            return RepairedRow(_day(since), text, _day(repaired_on), repair)
        return None

    def _followups(self) -> list[BriefFollowup]:
        return [
            BriefFollowup(
                number, whose, text, _day(promised), _day(due) if due else None,
                (self.today - _day(due)).days if due else None,
            )
            for number, whose, text, promised, due in self._rows(read.FOLLOWUPS)
        ]  # fmt: skip

    def _requests(self) -> list[BriefRequest]:
        return [
            BriefRequest(text, _day(asked), answer, _day(answered) if answered else None, reply)
            for text, asked, answer, answered, reply in self._rows(read.REQUESTS)
        ]

    def _introductions(self) -> list[BriefIntroduction]:
        return [
            BriefIntroduction(to, _day(on), outcome, because)
            for to, on, outcome, because in self._rows(read.INTRODUCTIONS)
        ]

    def _perhaps(self) -> list[PerhapsRow]:
        guesses = guesses_about(self.db, self.today, self.person)
        return [PerhapsRow(guess.topic, guess.because) for guess in guesses[:GUESSES]]

    def _from_afar(self) -> str | None:
        of_late = kinds_of_late(self.db, [self.person], self.today)
        return only_from_afar(of_late.get(self.person, ()))

    def _introduce(self) -> list[IntroduceRow]:
        result = suggestions(self.db, self.today, self.person, INTROS)
        return [IntroduceRow(intro.b, intro.b_handle, intro.because) for intro in result]


def _statements(meetings: list[BriefMeeting], introductions: list[BriefIntroduction]) -> Iterable[Statement]:
    """What was said last time they met, and whom they may have met since."""
    last = next((row for row in meetings if row.summary), None)
    if last and last.summary:
        yield Statement(MEETING, last.summary, last.date, alone=not last.others)
    made = next((row for row in introductions if row.outcome == "made"), None)
    if made and (not meetings or made.date >= meetings[0].date):
        yield Statement(INTRODUCTION, made.to, made.date)


def _learned(notes: list[tuple[Any, ...]]) -> list[LearnedRow]:
    """The latest note on each subject, the oldest of these first: it has waited longest to be asked about."""
    subjects: dict[str, list[EarlierRow]] = {}
    for about, text, on in notes:
        subjects.setdefault(about, []).insert(0, EarlierRow(text, _day(on)))
    rows = [LearnedRow(about, *latest, earlier) for about, (latest, *earlier) in subjects.items()]
    return sorted(rows, key=lambda row: row.date)


def _stories(notes: list[tuple[Any, ...]]) -> list[StoryRow]:
    """The latest notes that are stories to open with, the latest first."""
    latest = sorted(notes, key=lambda note: str(note[2]), reverse=True)
    stories = (StoryRow(story(text), about, _day(on)) for about, text, on in latest if _is_story(about, text))
    return list(islice(stories, STORIES))


def _is_story(about: str, text: str) -> bool:
    return recall(about, text).use == "story"


def _birthday(birthday: str | None, today: date) -> BirthdayRow | None:
    if birthday is None:
        return None
    day = next_birthday(birthday, today)
    days = (day - today).days
    return BirthdayRow(day, days, turning(birthday, day)) if days <= NEAR else None


def _together(briefs: list[Brief]) -> list[Brief]:
    """The briefs with what their people share with each other, whom the topics then name first."""
    holders: dict[tuple[str, str], list[Brief]] = {}
    for brief in briefs:
        for what, name in _belongings(brief):
            holders.setdefault(_thing(what, name), []).append(brief)

    def others(brief: Brief, what: str, name: str) -> list[str]:
        return [other.name for other in holders[_thing(what, name)] if other is not brief]

    return [
        brief._replace(
            together=[
                TogetherRow(what, name, people)
                for what, name in _belongings(brief) if (people := others(brief, what, name))
            ],
            in_common=[
                row._replace(also=list(dict.fromkeys([*others(brief, "topic", row.topic), *row.also])))
                for row in brief.in_common
            ],
        )
        for brief in briefs
    ]  # fmt: skip


def _belongings(brief: Brief) -> list[tuple[str, str]]:
    topics = [("topic", row.topic) for row in brief.in_common]
    return [*topics, ("org", brief.org)] if brief.org else topics


def _thing(what: str, name: str) -> tuple[str, str]:
    """A topic has one name; an organisation is written in several ways."""
    return what, name if what == "topic" else fold(name)


def _day(text: str) -> date:
    return date.fromisoformat(text)
