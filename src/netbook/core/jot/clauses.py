"""The parts of a clause that matter to a journal: who, with whom, when, where, how, and whether it took place."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from netbook.core.jot.days import DayRead
from netbook.core.jot.lexicon import Verb
from netbook.core.jot.names import Mention
from netbook.core.jot.words import Word

# Whose doing it is: mine (or ours), that of people named, somebody else's, or not said.
Subject = Literal["", "me", "they", "other"]
Mood = Literal["past", "future", "continuing", "imperative", "none"]
Side = Literal["", "other", "finite"]
# Why a clause that sounds like a meeting is not one.
Mark = Literal["negated", "cancelled", "unreal", "reported", "question", "subordinate"]


class PromisePhrase(NamedTuple):
    """A promise: whose it is, to or from whom if that is named, and its words from the first to the last."""

    whose: Literal["mine", "theirs"]
    start: int
    end: int
    to: tuple[Mention, ...]
    certain: bool


class BirthdayPhrase(NamedTuple):
    """A birthday: whose, None for "her birthday", and the words of the day."""

    whose: Mention | None
    text: str


class Clause:
    """A clause and its parts; parts that it lacks are empty."""

    __slots__ = (
        *(
            "words",
            "start",
            "end",
            "joined",
            "subject",
            "pronoun",
            "subjects",
            "with_me",
            "verb",
            "verb_words",
        ),
        *(
            "they_contact",
            "future",
            "perfect",
            "continuing",
            "imperative",
            "scheduled",
            "kind",
            "company",
            "unnamed",
        ),
        *(
            "unknown",
            "unplaced",
            "mentions",
            "days",
            "side_days",
            "day_leads",
            "hour",
            "minutes",
            "place",
            "doubts",
        ),
        *("marks", "promise", "birthday", "reports", "side", "stray"),
    )

    def __init__(self, words: Sequence[Word], start: int) -> None:
        self.words, self.start, self.end = words, start, start
        self.joined = False  # to the clause before it without a mark or a conjunction
        # Whose doing it is.
        self.subject: Subject = ""
        self.pronoun = ""
        self.subjects: list[Mention] = []
        self.with_me = False
        # What is done, and when.
        self.verb: Verb | None = None
        self.verb_words: tuple[str, ...] = ()
        self.they_contact = self.future = self.perfect = self.continuing = self.imperative = False
        self.scheduled = False
        self.kind: str | None = None
        # Who is company, who is named beside it, and what may be a name but is not a known one.
        self.company: list[Mention] = []
        self.unnamed = False
        self.unknown: list[str] = []
        self.unplaced: list[str] = []
        self.mentions: list[Mention] = []
        # When and where; `side_days` are named in what is said about it.
        self.days: list[DayRead] = []
        self.side_days: list[DayRead] = []
        self.day_leads = False
        self.hour: str | None = None
        self.minutes: int | None = None
        self.place: str | None = None
        self.doubts: list[str] = []
        self.marks: set[Mark] = set()
        self.promise: PromisePhrase | None = None
        self.birthday: BirthdayPhrase | None = None
        self.reports = False  # what follows is what somebody says
        self.side: Side = ""  # what is read says more about it: "about", "because"
        self.stray = False  # a word stands before the verb that may be whose doing it is

    @property
    def plain_words(self) -> list[str]:
        """Its words in lower case."""
        return [word.plain for word in self.words[self.start : self.end]]

    @property
    def mood(self) -> Mood:
        """Whether the verb puts it in the past or the future."""
        if self.future or self.scheduled:
            return "future"
        if self.they_contact or (self.verb is not None and self.verb.form == "past"):
            return "past"
        if self.imperative:
            return "imperative"
        if self.verb is not None and self.verb.form == "ing":
            return "continuing"
        return "none"
