"""Words that say that a meeting did not happen, is to come, is only wished for, or is what somebody says."""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause, Mark
from netbook.core.jot.scan import Scan

_HABITS = lex.words("every each mondays tuesdays wednesdays thursdays fridays saturdays sundays")
_NAMES_OR_MODALS = lex.words("will may can hope")
_LEAVING_OUT = lex.words("without except minus")
_STOPS_LEAVING_OUT = lex.FINITE | lex.ABOUT | {"at", "in", "today", "but"}


def read_mark(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read what a word says of whether and when it was; where the clause goes on, None for nothing."""
    if _is_name_or_verb(scan, clause, at):
        return None
    for read in (_left_out, _cancelled, _to_come, _marked, _perfect_or_continuing):
        if (end := read(scan, clause, at)) is not None:
            return end
    return None


def mention_or_word(scan: Scan, clause: Clause, at: int) -> int:
    """Read somebody who is only mentioned, or skip a word."""
    mention = scan.written_as_name(at)
    if mention is None:
        return at + 1
    clause.mentions.append(mention)
    return mention.end


def _is_name_or_verb(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether a word is somebody's name here ("Will"), or a verb that takes more than one ("bumped into")."""
    word, verb = scan.words[at], scan.verb(at)
    if word.capital and word.plain in _NAMES_OR_MODALS and scan.mention(at):
        following = scan.verb(at + 1)
        if not (at == clause.start and following and any(each.form == "base" for each in following[0])):
            return True
    return bool(verb and len(verb[1]) > 1) or bool(clause.subject == "they" and scan.they_verb(at))


def _left_out(scan: Scan, clause: Clause, at: int) -> int | None:
    """Somebody who was not there: "without Ana", "not Bo", "instead of lunch with Mia"."""
    plain, following = scan.plain(at), scan.plain(at + 1)
    if plain == "instead":
        return _pass_over(scan, clause, at + 2) if following == "of" else at + 1
    if (plain, following) == ("rather", "than"):
        return _pass_over(scan, clause, at + 2)
    if not clause.company:
        return None
    names_somebody = following in lex.WITH or scan.mention(at + 1) is not None
    if plain in _LEAVING_OUT or (plain == "not" and names_somebody):
        return _pass_over(scan, clause, at + 1)
    return None


def _pass_over(scan: Scan, clause: Clause, at: int) -> int:
    while at < len(scan.words) and not scan.ends_phrase(at - 1):
        if scan.plain(at) in lex.CONNECTIVES and scan.starts_clause(at + 1):
            return at
        if scan.plain(at) in _STOPS_LEAVING_OUT or (clause.company and scan.day(at)):
            return at
        at = mention_or_word(scan, clause, at)
    return at


def _cancelled(scan: Scan, clause: Clause, at: int) -> int | None:
    for phrase in lex.CANCELLED_PHRASES:
        if all(scan.plain(at + place) == word for place, word in enumerate(phrase)):
            clause.marks.add("cancelled")
            return at + 2
    plain = scan.plain(at)
    is_off = plain == "off" and scan.ends_phrase(at) and clause.company and clause.verb is None
    if is_off or (plain in lex.CANCELLED and not (plain == "missed" and clause.company)):
        clause.marks.add("cancelled")
        return at + 1
    return None


def _to_come(scan: Scan, clause: Clause, at: int) -> int | None:
    """ "will", "going to" and what was arranged."""
    plain, following = scan.plain(at), scan.plain(at + 1)
    if plain in lex.FUTURE and not clause.they_contact and plain not in ("well", "ill"):
        clause.future = True
        if plain == "won't":
            clause.marks.add("negated")
        return at + 1
    if plain in ("going", "about") and following == "to" and scan.verb(at + 2):
        clause.future = clause.subject in ("", "me")
        if plain == "about" or scan.plain(at - 1) in ("was", "were"):
            clause.marks.add("unreal")
        return at + 2
    if clause.verb is not None:
        return None
    if plain in lex.SCHEDULED and clause.subject in ("", "me"):
        clause.scheduled = True
        return at + 1
    if (plain, following) == ("set", "up"):
        clause.scheduled = True
        return at + 2
    return None


def _marked(scan: Scan, clause: Clause, at: int) -> int | None:
    plain = scan.plain(at)
    if plain in lex.REPORTED:
        _reported(clause)
        return at + 1
    mark: Mark | None = None
    if plain.endswith("n't") or plain in lex.NEGATIONS:
        mark = "negated"
    elif plain == "may" or plain in lex.UNREAL or plain in _HABITS:
        mark = "unreal"
    if mark is None:
        return None
    clause.marks.add(mark)
    return at + 1


def _reported(clause: Clause) -> None:
    """What somebody says is not what I did; after a meeting of mine it is only more about that."""
    if clause.company and clause.subject in ("", "me") and (clause.verb or clause.kind):
        clause.side = "finite"
        return
    clause.marks.add("reported")
    clause.reports = True
    if clause.subject != "me":
        clause.side = "finite"


def _perfect_or_continuing(scan: Scan, clause: Clause, at: int) -> int | None:
    plain = scan.plain(at)
    if (
        plain in ("have", "has")
        and (verb := scan.verb(at + 1))
        and any(each.form == "past" for each in verb[0])
    ):
        clause.perfect = True
        return at + 1
    if plain in ("am", "are", "is") and clause.verb is None:
        clause.continuing = True
        return at + 1
    return None
