"""Whom the title of a calendar entry names as company, and what kind of meeting it says it is.

A title is shorter than a sentence: names alone are company ("Lena / Tomas"), and "Call Lena" is an appointment.
Birthdays, what was cancelled, and what is only about somebody ("Ana's talk", "Prep for Ana") name nobody.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause
from netbook.core.jot.names import Mention, Names
from netbook.core.jot.parser import read_clauses
from netbook.core.jot.scan import Scan
from netbook.core.jot.words import sentences
from netbook.core.matching import Known

_BETWEEN = ("<>", "<->", "↔", "//", " x ", " X ", "|", "+", "·", " - ", " – ", " — ")
_NO_MEETING = lex.words("""
    birthday bday anniversary holiday holidays vacation pto ooo leave out away off prep prepare preparation reminder
    deadline due flight train hold tentative remember buy order pay submit write read draft wedding funeral
    graduation baptism absent sick
    """)
_NOT_A_DAY = date(2000, 1, 1)  # no day is read in a title


class Title(NamedTuple):
    """What a title says: the kind where it does, who was there, and the names that fit several people."""

    kind: str | None = None
    people: tuple[Known, ...] = ()
    ambiguous: tuple[Mention, ...] = ()

    @property
    def nobody(self) -> bool:
        """Whether it names nobody of the journal as company."""
        return not (self.people or self.ambiguous)


def title_words(title: str) -> tuple[set[str], set[str]]:
    """The keys and the handles that people must have to be named in a title."""
    rows = [word for sentence in sentences(_spread(title)) for word in sentence]
    return {part for word in rows for part in word.key.split()}, {word.handle for word in rows}


def read_title(title: str, people: Sequence[Known]) -> Title:
    """Read a title; `people` are those whose names may be in it."""
    result = sentences(_spread(title))
    if len(result) != 1 or any(word.plain in _NO_MEETING for word in result[0]):
        return Title()
    names = Names(people, result)
    scan = Scan(result[0], names, _NOT_A_DAY, _spread(title))
    if (alone := _names_alone(scan)) is not None:
        return _title(None, alone)
    clauses = read_clauses(scan)
    if any(clause.marks or clause.birthday or clause.promise for clause in clauses):
        return Title()
    company = [mention for clause in clauses if _is_meeting(clause) for mention in clause.company]
    kinds = [clause.kind for clause in clauses if clause.kind]
    return _title(kinds[0] if kinds else None, company) if company else Title()


def _is_meeting(clause: Clause) -> bool:
    return clause.subject in ("", "me") and bool(clause.kind or clause.verb)


def _title(kind: str | None, mentions: Sequence[Mention]) -> Title:
    certain = dict.fromkeys(mention.people[0] for mention in mentions if len(mention.people) == 1)
    return Title(kind, tuple(certain), tuple(mention for mention in mentions if len(mention.people) > 1))


def _names_alone(scan: Scan) -> list[Mention] | None:
    """The names where a title consists of nothing else: "Lena / Tomas", "Ana <> me"; None for any other."""
    rows: list[Mention] = []
    at = 0
    while at < len(scan.words):
        mention = scan.mention(at)
        if (
            mention is not None
            and not mention.possessive
            and (scan.words[at].capital or mention.end - at > 1)
        ):
            rows.append(mention)
            at = mention.end
        elif scan.plain(at) in lex.CONNECTIVES | lex.SELF | lex.WITH:
            at += 1
        else:
            return None
    return rows or None


def _spread(title: str) -> str:
    """The title with a comma for every sign that people put between names."""
    for sign in _BETWEEN:
        title = title.replace(sign, ", ")
    return title
