"""A sentence taken apart into clauses, from left to right.

Company is who is named in its place: after "with", as the object of a verb of contact ("met", "called"), beside a kind
("lunch Ana, Bo"), or as the subject that I am joined with or that turned to me ("Ana and I", "Ana called me").
Everybody else who is named is only mentioned.
"""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause
from netbook.core.jot.given import read_birthday, read_promise
from netbook.core.jot.marks import mention_or_word, read_mark
from netbook.core.jot.opening import open_clause
from netbook.core.jot.phrases import (
    read_kind,
    read_medium,
    read_more,
    read_somebody,
    read_when,
    read_with,
    read_word,
)
from netbook.core.jot.places import place_at
from netbook.core.jot.scan import Scan
from netbook.core.jot.verbs import read_verb

# What a word of the main phrase may be, in the order in which it is asked.
_READERS = (
    *(read_promise, read_mark, read_when, read_with, read_verb, read_kind, read_medium, read_more),
    read_somebody,
)
_SUBJECTS = ("i", "we", "he", "she", "they")


def read_clauses(scan: Scan) -> list[Clause]:
    """The clauses of a sentence; what one says of the next ("I wish I had met Ana") is a mark of that one."""
    clauses: list[Clause] = []
    at = 0
    while at < len(scan.words):
        clause = Clause(scan.words, at)
        if clauses:
            _inherit(scan, clause, clauses[-1])
        at = clause.end = _read(scan, clause)
        clauses.append(clause)
    if any("?" in word.after for word in scan.words):
        for clause in clauses:
            clause.marks.add("question")
    return clauses


def _inherit(scan: Scan, clause: Clause, before: Clause) -> None:
    last = before.end - 1
    clause.joined = scan.after(last) == "" and scan.plain(clause.start) not in lex.CONNECTIVES | lex.THEN
    if clause.joined and scan.plain(last) in lex.FINITE:
        clause.marks.add("subordinate")
    if clause.joined:
        clause.marks |= before.marks & {"unreal", "negated", "question", "subordinate"}
        verb_at = next(
            (place for place in range(last, before.start - 1, -1) if scan.plain(place) in lex.REPORTED), None
        )
        if "reported" in before.marks and (verb_at is None or last - verb_at <= 2):
            clause.marks.add("reported")
    if before.reports and not clause.joined and (":" in scan.after(last) or before.end - before.start <= 2):
        clause.marks.add("reported")


def _read(scan: Scan, clause: Clause) -> int:
    """Read the clause that begins at its start; where it ends."""
    if (end := read_birthday(scan, clause, clause.start)) is not None:
        return end
    at = open_clause(scan, clause, clause.start)
    if (
        clause.start < at < len(scan.words)
        and not (clause.company or clause.subject)
        and ";" in scan.after(at - 1)
    ):
        return at
    _see_question(scan, clause, at)
    while at < len(scan.words):
        if at > clause.start and _is_over(scan, clause, at):
            break
        at = max(_step(scan, clause, at), at + 1)
    return at


def _see_question(scan: Scan, clause: Clause, at: int) -> None:
    """Mark what asks without a question mark: "did I call Ana", "when do we meet"."""
    first = scan.plain(at)
    if clause.subject:
        return
    wondering = first in lex.WONDERING and first not in lex.QUESTIONS and not clause.marks
    if wondering or (first in lex.QUESTIONS and scan.plain(at + 1) in lex.SUBJECTS):
        clause.marks.add("question")


def _step(scan: Scan, clause: Clause, at: int) -> int:
    if scan.words[at].quoted:
        return mention_or_word(scan, clause, at)
    if clause.side and not _comes_back(scan, clause, at):
        return _aside(scan, clause, at)
    clause.side = ""
    for read in _READERS:
        if (end := read(scan, clause, at)) is not None:
            return end
    return read_word(scan, clause, at)


def _comes_back(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether, after a comma, the main phrase goes on: a day, a place, a duration, company."""
    if "," not in scan.after(at - 1) or clause.side == "finite":
        return False
    if scan.day(at) or scan.duration(at) or place_at(scan, at):
        return True
    return scan.plain(at) in lex.WITH | {"on", "both"}


def _aside(scan: Scan, clause: Clause, at: int) -> int:
    """Read a word of the remark about the meeting: people and days in it are only mentioned."""
    if clause.side == "other":
        day = scan.day(at)
        if day is not None and scan.plain(at - 1) not in ("about", "re", "regarding"):
            clause.side_days.append(day)
            return day.end
        if scan.plain(at) == "over" and (end := read_medium(scan, clause, at)) is not None:
            return end
        if scan.plain(at) in lex.CANCELLED:
            clause.marks.add("cancelled")
    return mention_or_word(scan, clause, at)


def _is_over(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether the clause ends before a word."""
    before, word = scan.after(at - 1), scan.plain(at)
    if any(mark in ";!?" for mark in before) or scan.words[at - 1].ends:
        return not (before == ";" and _is_list_after_dash(scan, clause, at))
    if "(" in scan.words[at].opened or (")" in before and "(" in scan.words[clause.start].opened):
        return word not in lex.CONNECTIVES | lex.WITH
    if ":" in before:
        begins = (clause.company or clause.kind) and (word in lex.SUBJECTS or scan.names_subject(at))
        return bool(begins) or not _goes_on_after_colon(clause)
    if word == "but" or (scan.words[at].quoted and not scan.words[at - 1].quoted):
        return True
    if word in lex.CONNECTIVES | lex.THEN:
        return scan.starts_clause(at + 1) and not (
            _waits_for_company(clause) and scan.kind_with_company(at + 1)
        )
    if "," in before:
        says_no = (
            word in lex.NEGATIONS and word not in ("not", "without", "except", "minus") and clause.company
        )
        return bool(says_no) or scan.starts_clause(at)
    return _begins_without_mark(scan, clause, at)


def _goes_on_after_colon(clause: Clause) -> bool:
    """Whether what stands before a colon belongs to what follows: a day, a kind, company."""
    if clause.verb or clause.subject or clause.marks:
        return False
    return bool(clause.days or clause.company or clause.kind)


def _waits_for_company(clause: Clause) -> bool:
    """Whether a kind has no company yet: "dinner and drinks with Ana"."""
    return bool(clause.kind and not clause.company and (clause.verb is None or clause.verb.takes == "kind"))


def _is_list_after_dash(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether company is beside a kind after a dash: "Dinner – Raj, Mia"."""
    if (
        not clause.kind
        or clause.company
        or clause.verb
        or clause.subject
        or clause.marks
        or not scan.kind(at - 1)
    ):
        return False
    mention = scan.written_as_name(at)
    return mention is not None and not mention.possessive and not scan.names_subject(at)


def _begins_without_mark(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether, as in what was dictated, a clause begins without a mark before it."""
    word, before = scan.plain(at), scan.plain(at - 1)
    if word in _SUBJECTS or (word in lex.OTHERS | lex.I and "'" in word):
        if word == "i" and scan.plain(at + 1) in ("think", "guess", "believe"):
            return False
        content = (
            clause.company or clause.kind or clause.verb or clause.mentions or clause.marks or clause.side
        )
        return bool(content) and before != "and"
    if word in ("her", "his") and scan.plain(at + 1) == "birthday" and scan.plain(at + 2) == "is":
        return True
    if word in ("promised", "owe", "owes") and clause.company and clause.subject != "they":
        return True
    if not clause.company or not (clause.verb or clause.kind):
        return False
    verb = scan.verb(at)
    if not clause.side and verb and verb[0][0].form == "past":
        return scan.kind(at) is None
    return scan.names_subject(at) and before not in lex.CONNECTIVES | lex.WITH
