"""A sentence with what can be recognised at each of its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netbook.core.jot import lexicon as lex
from netbook.core.jot.days import DayRead, day_at
from netbook.core.jot.lexicon import Verb
from netbook.core.jot.names import Mention, Names, is_name_and_word, is_plain_word, may_be_unknown
from netbook.core.jot.times import duration_at, hour_at
from netbook.core.jot.words import Word
from netbook.core.kinds import PHRASES, kind_at

_AUXILIARIES = lex.words("""
    was is were are will would can could should shall might must had has have did do does wasn't isn't weren't
    aren't won't wouldn't can't couldn't shouldn't didn't don't doesn't hasn't haven't hadn't didnt dont doesnt
    couldnt wont wasnt isnt arent cant may promised owe owes owed promise cancelled canceled called missed
    postponed never not told said says asked wants wanted hope hoping want tried maybe perhaps
    """)
_DETERMINERS = lex.words("""
    a an the some my our his her their your another one two quick short long brief good great nice lovely fun
    little second first final last-minute late early long-overdue overdue big very proper
    """)
_NO_PERSON = lex.words("st saint mt the")
_END_OF_PHRASE = ",;:!?)"


class Scan:
    """A sentence, the names that may be in it, and today; each question is about the words from a place on."""

    def __init__(self, sentence: Sequence[Word], names: Names, today: date, text: str) -> None:
        self.words, self.today, self.text = sentence, today, text
        self._names = names
        self._keys = ["email" if word.plain == "email" else word.key for word in sentence]
        self._mentions: dict[int, Mention | None] = {}
        self._days: dict[int, DayRead | None] = {}

    def plain(self, at: int) -> str:
        """A word in lower case; nothing beyond the sentence."""
        return self.words[at].plain if 0 <= at < len(self.words) else ""

    def after(self, at: int) -> str:
        """The marks after a word; a full stop where the sentence ends."""
        return self.words[at].after if 0 <= at < len(self.words) else "."

    def ends_phrase(self, at: int) -> bool:
        """Whether a mark after the word ends a phrase, or the sentence ends."""
        return at + 1 >= len(self.words) or any(mark in _END_OF_PHRASE for mark in self.after(at))

    def mention(self, at: int) -> Mention | None:
        """The name that begins here, however it is written."""
        if at >= len(self.words):
            return None
        if at not in self._mentions:
            self._mentions[at] = self._names.at(self.words, at)
        return self._mentions[at]

    def written_as_name(self, at: int) -> Mention | None:
        """The name that begins here, written as a name is or in lower case no word of the language."""
        mention = self.mention(at)
        if mention is None:
            return None
        word = self.words[at]
        return mention if word.capital or not is_plain_word(word) else None

    def day(self, at: int) -> DayRead | None:
        """The day that begins here."""
        if at >= len(self.words):
            return None
        if at not in self._days:
            self._days[at] = day_at(self.words, at, self.today)
        return self._days[at]

    def hour(self, at: int) -> tuple[int, str | None] | None:
        """The hour that begins here, and of how many words it is."""
        return hour_at(self.words, at) if at < len(self.words) else None

    def duration(self, at: int) -> tuple[int, int] | None:
        """The words and minutes of the duration that begins here."""
        return duration_at(self.words, at) if at < len(self.words) else None

    def kind(self, at: int) -> tuple[str, int] | None:
        """The kind that the noun here names, and of how many words it is."""
        if at >= len(self.words) or self.words[at].possessive:
            return None
        hyphened = PHRASES.get(tuple(self._keys[at].split()))
        if hyphened:  # "catch-up", "1:1"
            return hyphened, 1
        kind = kind_at(self._keys, at)
        if kind and any(self.ends_phrase(place) for place in range(at, at + kind[1] - 1)):
            return kind_at(self._keys[: at + 1], at)
        return kind

    def verb(self, at: int) -> tuple[tuple[Verb, ...], tuple[str, ...]] | None:
        """The verbs of contact that the words here may be, and those words."""
        for length in range(lex.LONGEST_VERB, 0, -1):
            run = tuple(word.plain for word in self.words[at : at + length])
            if len(run) == length and run in lex.VERBS:
                if any(self.ends_phrase(place) for place in range(at, at + length - 1)):
                    continue
                return lex.VERBS[run], run
        return None

    def they_verb(self, at: int) -> tuple[str | None, int] | None:
        """What somebody named does here that is contact with me, and of how many words it is."""
        if self.plain(at) == "came" and self.plain(at + 1) == "for":
            place = at + 2 + (self.plain(at + 2) in ("a", "an", "some", "the"))
            return (None, 1) if self.kind(place) else None
        if self.plain(at) == "took" and self.plain(at + 1) in lex.ME:
            place = at + 2 + (self.plain(at + 2) == "out")
            treated = self.plain(place) in ("to", "for") and (self.kind(place + 1) or self.kind(place + 2))
            return (None, place - at) if treated else None
        for length in (3, 2, 1):
            run = tuple(word.plain for word in self.words[at : at + length])
            if len(run) == length and run in lex.THEY:
                return lex.THEY[run], length
        return None

    def unknown(self, at: int) -> int:
        """Of how many words the name of nobody known is that may begin here; 0 for none."""
        if at >= len(self.words) or self.mention(at) or self.day(at) or not may_be_unknown(self.words, at):
            return 0
        length = 1
        while (
            not self.ends_phrase(at + length - 1)
            and self.words[at].capital
            and self.words[at + length].capital
            and not self.mention(at + length)
            and may_be_unknown(self.words, at + length)
        ):
            length += 1
        return length

    def kind_with_company(self, at: int) -> bool:
        """Whether a kind begins here, maybe after an article, with company of its own: "a coffee with Bo"."""
        place = at
        while self.plain(place) in _DETERMINERS and place < at + 3:
            place += 1
        kind = self.kind(place)
        if kind is None:
            return False
        end = place + kind[1]
        return self.plain(end) in lex.WITH or (
            self.written_as_name(end) is not None and (place == at or self.after(end - 1) in ("", ":"))
        )

    def starts_clause(self, at: int) -> bool:
        """Whether a clause with a verb or a meeting of its own begins here."""
        while self.plain(at) in lex.THEN and at < len(self.words):
            at += 1
        if at >= len(self.words):
            return False
        word, following = self.plain(at), self.plain(at + 1)
        if word in lex.SUBJECTS | lex.OTHERS:
            pronoun = word in ("i", "we", "he", "she", "they") or "'" in word
            return pronoun or following in lex.VERBISH or following in _AUXILIARIES
        if word in _AUXILIARIES and not (
            is_name_and_word(self.words[at]) and (word == "may" or self.ends_phrase(at))
        ):
            return not (word in ("may", "will") and self.ends_phrase(at))
        if (verb := self.verb(at)) is not None:
            past = any(form.form in ("past", "ing") for form in verb[0])
            after = at + len(verb[1])
            if past and not (
                self.kind(at) and self.plain(after) not in lex.WITH and verb[0][0].form == "ing"
            ):
                return True
            if self.mention(after) or self.plain(after) in lex.WITH:
                return True
        if self.kind_with_company(at):
            return True
        day = self.day(at) or (self.day(at + 1) if word == "on" else None)
        if day is not None and day.end < len(self.words) and not self.ends_phrase(day.end - 1):
            return self.starts_clause(day.end) or self.kind(day.end) is not None
        return self.names_subject(at) or self._noun_with_verb(at)

    def names_subject(self, at: int) -> bool:
        """Whether somebody named begins to do something here: "Ana could", "Bo called"."""
        mention = self.written_as_name(at)
        if mention is None or mention.possessive or mention.end >= len(self.words):
            return False
        if self.ends_phrase(mention.end - 1):
            return False
        verb = self.plain(mention.end)
        return verb in lex.VERBISH or verb in _AUXILIARIES or self.they_verb(mention.end) is not None

    def _noun_with_verb(self, at: int) -> bool:
        """Whether "her daughter is", "the food was" begins here."""
        if self.plain(at) not in (
            "the",
            "my",
            "our",
            "his",
            "her",
            "their",
            "this",
            "that",
            "everyone",
            "everybody",
            "nobody",
        ):
            return False
        for place in range(at + 1, min(at + 5, len(self.words))):
            if (
                self.ends_phrase(place - 1)
                or self.plain(place) in lex.CONNECTIVES
                or self.plain(place) in lex.WITH
            ):
                return False
            if self.plain(place) in (
                "is",
                "was",
                "are",
                "were",
                "has",
                "had",
                "will",
                "starts",
                "started",
            ) or (self.plain(place) in lex.NEGATIONS and self.plain(place) != "not"):
                return True
        return False
