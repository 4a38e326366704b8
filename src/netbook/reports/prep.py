"""The brief before a meeting: what to know about somebody, what is open, what to ask.

Each statement goes through an index: the person's, the meeting's or the topic's.
"""

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
from netbook.store.read.due import kinds_of_late
from netbook.store.read.who import find

ALSO = 3  # others named who share a topic

FIRST = """
SELECT a.date, m.kind, e.name
FROM attendance a JOIN meeting m ON m.id = a.meeting_id LEFT JOIN event e ON e.id = m.event_id
WHERE a.person_id = :person AND a.human = 1 AND a.date <= :today
ORDER BY a.date, a.meeting_id LIMIT 1
"""
MEETINGS = """
SELECT m.date, m.kind, m.minutes, m.place, e.name, m.summary,
  (SELECT group_concat(name, char(10)) FROM (
    SELECT o.name FROM attendance b JOIN person o ON o.id = b.person_id
    WHERE b.meeting_id = m.id AND b.person_id <> :person ORDER BY o.name_key, o.id)), m.fleeting
FROM attendance a JOIN meeting m ON m.id = a.meeting_id LEFT JOIN event e ON e.id = m.event_id
WHERE a.person_id = :person AND a.human = 1 AND a.date <= :today
ORDER BY a.date DESC, a.meeting_id DESC LIMIT 3
"""
WRITTEN = """
SELECT m.date, m.kind, m.summary FROM attendance a JOIN meeting m ON m.id = a.meeting_id
WHERE a.person_id = :person AND a.human = 0 AND a.date <= :today
ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1
"""
COMMON = f"""
SELECT t.name, k.found_on, k.detail,
  (SELECT count(*) - 1 FROM commonality o WHERE o.topic_id = k.topic_id),
  (SELECT group_concat(name, char(10)) FROM (
    SELECT p.name FROM commonality o JOIN person p ON p.id = o.person_id
    WHERE o.topic_id = k.topic_id AND o.person_id <> k.person_id ORDER BY o.id DESC LIMIT {ALSO}))
FROM commonality k JOIN topic t ON t.id = k.topic_id
WHERE k.person_id = :person AND k.found_on <= :today
ORDER BY k.found_on DESC, k.id DESC
"""
NOTES = "SELECT about, text, date FROM note WHERE person_id = :person AND date <= :today ORDER BY date, id"
FOLLOWUPS = """
SELECT id, whose, text, promised_on, due_on FROM followup
WHERE person_id = :person AND status = 'open' AND promised_on <= :today
ORDER BY whose, due_on IS NULL, due_on, id
"""
FAVORS = """
SELECT direction, text, date, thanked_on IS NOT NULL FROM favor
WHERE person_id = :person AND date <= :today ORDER BY date, id
"""
REQUESTS = """
SELECT text, asked_on, answer, answered_on, reply FROM request
WHERE person_id = :person AND asked_on <= :today
ORDER BY coalesce(answered_on, asked_on) DESC, id DESC
"""
STRAIN = """
SELECT text, since FROM strain WHERE person_id = :person AND repaired_on IS NULL AND since <= :today
"""
REPAIRED = """
SELECT since, text, repaired_on, repair FROM strain
WHERE person_id = :person AND repaired_on <= :today ORDER BY repaired_on DESC, id DESC LIMIT 1
"""
INTRODUCTIONS = """
SELECT o.name, i.date, i.outcome, i.because
FROM introduction i JOIN person o ON o.id = i.a_id + i.b_id - :person
WHERE (i.a_id = :person OR i.b_id = :person) AND i.date <= :today ORDER BY i.date DESC, i.id DESC
"""


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
        meetings, common, notes = self._meetings(), self._common(), self._rows(NOTES)
        favors, introductions, strain = self._rows(FAVORS), self._introductions(), self._strain(common)
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
        return next((FirstRow(_day(on), kind, event) for on, kind, event in self._rows(FIRST)), None)

    def _meetings(self) -> list[BriefMeeting]:
        return [
            row._replace(date=_day(str(row.date)), others=list(columns.lines(row.others)))
            for row in map(BriefMeeting._make, self._rows(MEETINGS))
        ]

    def _written(self, meetings: list[BriefMeeting]) -> WrittenRow | None:
        for on, kind, summary in self._rows(WRITTEN):
            if not meetings or _day(on) > meetings[0].date:
                return WrittenRow(_day(on), kind, summary)
        return None

    def _common(self) -> list[BriefTopic]:
        return [
            BriefTopic(topic, _day(on), detail, others, list(columns.lines(also)))
            for topic, on, detail, others, also in self._rows(COMMON)
        ]

    def _strain(self, common: list[BriefTopic]) -> BriefStrain | None:
        for text, on in self._rows(STRAIN):
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
        for since, text, repaired_on, repair in self._rows(REPAIRED):
            return RepairedRow(_day(since), text, _day(repaired_on), repair)
        return None

    def _followups(self) -> list[BriefFollowup]:
        return [
            BriefFollowup(
                number, whose, text, _day(promised), _day(due) if due else None,
                (self.today - _day(due)).days if due else None,
            )
            for number, whose, text, promised, due in self._rows(FOLLOWUPS)
        ]  # fmt: skip

    def _requests(self) -> list[BriefRequest]:
        return [
            BriefRequest(text, _day(asked), answer, _day(answered) if answered else None, reply)
            for text, asked, answer, answered, reply in self._rows(REQUESTS)
        ]

    def _introductions(self) -> list[BriefIntroduction]:
        return [
            BriefIntroduction(to, _day(on), outcome, because)
            for to, on, outcome, because in self._rows(INTRODUCTIONS)
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
