"""The row types of a brief about one person."""

from datetime import date
from typing import NamedTuple

from netbook.core.questions import Question


class FirstRow(NamedTuple):
    """The first human contact."""

    date: date
    kind: str
    event: str | None


class BriefStrain(NamedTuple):
    """A strain: what happened, how many days ago, and the points of connection found since, of those needed."""

    since: date
    days: int
    text: str
    points: int
    of: int
    topics: list[str]
    suggestion: str


class RepairedRow(NamedTuple):
    """A repaired strain: since when, what happened, and when and how it was repaired."""

    since: date
    text: str
    repaired_on: date
    repair: str | None


class BriefMeeting(NamedTuple):
    """A meeting in human contact, who else was there, and a conversation there with somebody unnamed."""

    date: date
    kind: str
    minutes: int | None
    place: str | None
    event: str | None
    summary: str | None
    others: list[str]
    fleeting: str | None


class WrittenRow(NamedTuple):
    """The latest e-mail, message or letter, where it is later than the latest meeting."""

    date: date
    kind: str
    summary: str | None


class BriefTopic(NamedTuple):
    """A topic you share; how many others share it too, and some of them by name."""

    topic: str
    found_on: date
    detail: str | None
    others: int
    also: list[str]


class TogetherRow(NamedTuple):
    """A `topic` or an `org` shared with others of the same brief."""

    what: str
    name: str
    people: list[str]


class EarlierRow(NamedTuple):
    """Something learned before."""

    text: str
    date: date


class LearnedRow(NamedTuple):
    """The latest note on a subject, unless something later answers it, and the notes before it."""

    about: str
    text: str
    date: date
    earlier: list[EarlierRow]


class StoryRow(NamedTuple):
    """A story to open with: something that is over, or was yours, in words to say to them."""

    text: str
    about: str
    date: date


class BriefFollowup(NamedTuple):
    """An open promise, yours (`mine`) or theirs; negative days overdue are days left."""

    number: int
    whose: str
    text: str
    promised_on: date
    due_on: date | None
    days_overdue: int | None


class OwedRow(NamedTuple):
    """A favour received that you have not given thanks for."""

    text: str
    date: date


class BriefRequest(NamedTuple):
    """Something asked of them: `pending`, `yes` or `no`."""

    text: str
    asked_on: date
    answer: str
    answered_on: date | None
    reply: str | None


class BirthdayRow(NamedTuple):
    """The coming birthday, the days until then, and the age where the year is known."""

    date: date
    days: int
    turns: int | None


class BriefIntroduction(NamedTuple):
    """An introduction you offered, made, or that was declined."""

    to: str
    date: date
    outcome: str
    because: str | None


class IntroduceRow(NamedTuple):
    """Somebody they may like to know, and why."""

    to: str
    handle: str
    because: str


class PerhapsRow(NamedTuple):
    """Something you may have in common, and why."""

    topic: str
    because: str


class TieRow(NamedTuple):
    """Somebody tied to them, the word for the tie, and its reference; no handle for a bare name."""

    word: str
    name: str
    handle: str | None
    ref: str


class Brief(NamedTuple):
    """Everything to know before meeting one person, most useful first within each part."""

    handle: str
    name: str
    circle: str | None
    title: str | None
    org: str | None
    department: str | None
    place: str | None
    status: str
    known_since: date | None
    how_met: str | None
    introduced_by: str | None
    first_contact: FirstRow | None
    strain: BriefStrain | None
    meetings: list[BriefMeeting]
    written: WrittenRow | None
    in_common: list[BriefTopic]
    together: list[TogetherRow]
    learned: list[LearnedRow]
    followups: list[BriefFollowup]
    gave: int
    got: int
    thanks_owed: list[OwedRow]
    requests: list[BriefRequest]
    birthday: BirthdayRow | None
    introductions: list[BriefIntroduction]
    questions: list[Question]
    introduce: list[IntroduceRow]
    from_afar: str | None  # what to say of somebody not met in person for a year, but called or seen by video
    repaired: RepairedRow | None
    perhaps: list[PerhapsRow]
    ties: list[TieRow]
    before: list[str]
    interests: list[str]
    stories: list[StoryRow]
