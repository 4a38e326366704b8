"""What a clause consists of, as far as a journal cares: who, whose company, when, where, how, and whether it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from netbook.core.jot.days import DayRead
from netbook.core.jot.lexicon import Verb
from netbook.core.jot.names import Mention
from netbook.core.jot.words import Word

# Whose doing it is: mine (or ours), that of people named, somebody else's, or not said.
Subject = Literal["", "me", "they", "other"]
# Why a clause that sounds like a meeting is none.
Mark = Literal["negated", "cancelled", "unreal", "reported", "question", "subordinate"]


@dataclass(slots=True)
class Promise:
    """A promise: whose it is, to or from whom where that is said, and its words from the first to the last."""

    whose: Literal["mine", "theirs"]
    start: int
    end: int
    to: list[Mention] = field(default_factory=list)
    certain: bool = True


@dataclass(slots=True)
class Birthday:
    """A birthday: whose, None for "her birthday", and the words of the day."""

    whose: Mention | None
    text: str


@dataclass(slots=True)
class Clause:
    """A clause, taken apart."""

    words: Sequence[Word]
    start: int
    end: int = 0
    joined: bool = False  # to the clause before it without a mark or a conjunction
    subject: Subject = ""
    pronoun: str = ""
    subjects: list[Mention] = field(default_factory=list)
    with_me: bool = False
    verb: Verb | None = None
    verb_words: tuple[str, ...] = ()
    they_contact: bool = False
    future: bool = False
    perfect: bool = False
    continuing: bool = False  # am, is, are
    imperative: bool = False
    scheduled: bool = False
    kind: str | None = None
    company: list[Mention] = field(default_factory=list)
    unnamed: bool = False
    unknown: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    days: list[DayRead] = field(default_factory=list)
    side_days: list[DayRead] = field(default_factory=list)
    day_leads: bool = False
    hour: str | None = None
    minutes: int | None = None
    place: str | None = None
    doubts: list[str] = field(default_factory=list)
    marks: set[Mark] = field(default_factory=set)
    promise: Promise | None = None
    birthday: Birthday | None = None
    reports: bool = False  # what follows is what somebody said
    side: Literal["", "other", "finite"] = ""  # what is read says more about it: "about", "because"
    stray: bool = False  # a word stands before the verb that may be whose doing it is

    @property
    def plain_words(self) -> list[str]:
        """Its words in lower case."""
        return [word.plain for word in self.words[self.start : self.end]]

    @property
    def mood(self) -> Literal["past", "future", "continuing", "imperative", "none"]:
        """What the verb says of when it was."""
        if self.future or self.scheduled:
            return "future"
        if self.they_contact or (self.verb is not None and self.verb.form == "past"):
            return "past"
        if self.imperative:
            return "imperative"
        if self.verb is not None and self.verb.form == "ing":
            return "continuing"
        return "none"
