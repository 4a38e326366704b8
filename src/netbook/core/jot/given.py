"""Promises of either side and birthdays in a clause."""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import BirthdayPhrase, Clause, PromisePhrase
from netbook.core.jot.names import Mention
from netbook.core.jot.scan import Scan

_DELIVERING = lex.words("""
    send share forward get give bring lend return introduce check review finish draft prepare fix pay book find show let
    tell write email call look make do
    """)
_NOT_OWED = lex.words("big so for forever and & it everything my his her their nothing all much")
_BEGINS_ANOTHER = ("i", "we", "he", "she", "they")


def read_promise(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read "promised (Ana) to …", "owe Ana …", "Ana owes me …"; where the clause goes on."""
    word = scan.plain(at)
    if word in ("promised", "promise", "promises"):
        return _promised(scan, clause, at)
    if word in ("owe", "owes"):
        return _owed(scan, clause, at)
    if word in _DELIVERING and clause.future and clause.subject and not clause.marks:
        return _announced(scan, clause, at)
    return None


def _announced(scan: Scan, clause: Clause, at: int) -> int | None:
    """ "I'll send Ana the slides by friday": a promise where it says by when."""
    whose = _whose(clause)
    probe = Clause(clause.words, at)
    mention = scan.mention(at + 1) if whose == "mine" else None
    to = list(clause.subjects) if whose == "theirs" else [mention] if mention is not None else []
    end = _finish(scan, probe, whose, to, at, certain=True)
    by = next((place for place in range(at, end) if scan.plain(place) == "by" and scan.day(place + 1)), None)
    if by is None or probe.promise is None:
        return None
    clause.promise = probe.promise
    return end


def _whose(clause: Clause) -> str:
    if clause.subject == "they" or clause.pronoun in ("he", "she", "they"):
        return "theirs"
    return "mine" if clause.subject in ("", "me") else ""


def _promised(scan: Scan, clause: Clause, at: int) -> int | None:
    whose = _whose(clause)
    if scan.plain(at) == "promise" and (
        clause.subject != "me" or (scan.plain(at + 1) not in ("to",) and not scan.mention(at + 1))
    ):
        clause.marks.add("unreal")
        return at + 1
    place = at + 1
    to: list[Mention] = list(clause.subjects) if whose == "theirs" else []
    certain = True
    mention = scan.mention(place)
    if mention is not None and not mention.possessive:
        to = [mention] if whose == "mine" else to
        certain = whose == "mine"
        place = mention.end
    elif (scan.plain(place) in lex.ME and whose == "theirs") or (
        scan.plain(place) in ("him", "her", "them") and whose == "mine"
    ):
        place += 1
    elif scan.unknown(place) and scan.words[place].capital:
        clause.unknown.append(scan.words[place].text)
        place += scan.unknown(place)
    if scan.plain(place) not in ("to", "that", "a", "an", "the", "i", "i'll", "we'll"):
        clause.marks.add("unreal")
        return place
    start = place + (scan.plain(place) in ("to", "that"))
    return _finish(scan, clause, whose, to, start, certain=certain)


def _owed(scan: Scan, clause: Clause, at: int) -> int | None:
    whose = _whose(clause)
    place = at + 1
    to: list[Mention] = []
    certain = True
    if whose == "theirs":
        to = list(clause.subjects)
        if scan.plain(place) not in lex.ME:
            clause.marks.add("unreal")
            return place
        place += 1
    else:
        mention = scan.mention(place)
        if mention is not None and not mention.possessive:
            to, place = [mention], mention.end
        elif scan.plain(place) in ("him", "her", "them"):
            place += 1
        elif scan.unknown(place) and scan.words[place].capital:
            clause.unknown.append(scan.words[place].text)
            place += scan.unknown(place)
        else:
            certain = False
    if (
        not certain
        or scan.plain(place) in _NOT_OWED
        or scan.plain(place) in lex.NEGATIONS
        or place >= len(scan.words)
    ):
        clause.marks.add("unreal")
        return place
    return _finish(scan, clause, whose, to, place, certain=certain)


def _finish(scan: Scan, clause: Clause, whose: str, to: list[Mention], start: int, *, certain: bool) -> int:
    """The promise with its words, to the end of the clause."""
    end = start
    while end < len(scan.words):
        if end > start and _another(scan, end):
            break
        end += 1
    if whose and end > start:
        clause.promise = PromisePhrase(
            "mine" if whose == "mine" else "theirs", start, end, tuple(to), certain
        )
    return max(end, start)


def _another(scan: Scan, at: int) -> bool:
    """Whether another clause begins here, and the words of the promise are over."""
    before, word = scan.after(at - 1), scan.plain(at)
    if any(mark in ";!?" for mark in before) or ")" in before or "(" in scan.words[at].opened:
        return True
    joined = word in lex.CONNECTIVES | lex.THEN | {"but", "because", "since"}
    place = at + joined
    if joined and word in ("but", "because", "since"):
        return True
    if scan.plain(place) in _BEGINS_ANOTHER or (scan.plain(place) in lex.OTHERS and "'" in scan.plain(place)):
        return scan.plain(at - 1) not in ("that", "when", "if", "what", "where", "as", "once")
    if "," in before or joined:
        verb = scan.verb(place)
        past = verb is not None and verb[0][0].form == "past"
        return past or scan.kind_with_company(place) or scan.names_subject(place)
    return False


def read_birthday(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read "Ana's birthday is 5 May", "her birthday is on the 5th of May", "Mia was born on 5 May 1980"."""
    while scan.plain(at) in ("and", "btw", "note", "fyi", "also"):
        at += 1
    if at >= len(scan.words):
        return None
    whose: Mention | None = None
    mention = scan.mention(at)
    if mention is not None:
        whose, place = mention, mention.end
    elif scan.plain(at) in ("her", "his", "she", "he", "their"):
        place = at + 1
    else:
        return None
    born = scan.plain(place) == "was" and scan.plain(place + 1) == "born"
    if born and not (whose and whose.possessive) and scan.plain(at) not in ("her", "his", "their"):
        place += 2
    elif scan.plain(place) == "birthday" and scan.plain(at) not in ("she", "he"):
        place += 1
        if scan.plain(place) in ("is", "was", "falls", "'s"):
            place += 1
        elif ":" not in scan.after(place - 1) and not _day_begins(scan, place):
            return None
    else:
        return None
    place += scan.plain(place) == "on"
    end = place
    while end < len(scan.words) and end < place + 6:
        end += 1
        if scan.words[end - 1].ends or any(mark in ";:!?)" for mark in scan.after(end - 1)):
            break
    for stop in range(end, place, -1):
        text = " ".join(word.text for word in scan.words[place:stop])
        goes_on = stop < len(scan.words) and not scan.ends_phrase(stop - 1)
        if goes_on and scan.plain(stop) not in lex.CONNECTIVES | {"but", "so", "she", "he"}:
            continue
        if _is_birthday(text):
            clause.birthday = BirthdayPhrase(whose, text)
            return stop
    clause.doubts.append(f"the birthday: {' '.join(word.text for word in scan.words[place:end]) or 'no day'}")
    clause.marks.add("unreal")
    return end


def _day_begins(scan: Scan, at: int) -> bool:
    return scan.plain(at)[:1].isdigit() or scan.day(at) is not None


def _is_birthday(text: str) -> bool:
    from netbook.core.birthdays import parse_birthday
    from netbook.errors import Usage

    try:
        parse_birthday(text)
    except Usage:
        return False
    return True
