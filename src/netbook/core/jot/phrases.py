"""The phrases of a clause: when and where, with whom, what kind, and what more is said about it."""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause
from netbook.core.jot.common_words import COMMON
from netbook.core.jot.company import read_company
from netbook.core.jot.days import mistyped_day
from netbook.core.jot.places import place_at
from netbook.core.jot.scan import Scan
from netbook.core.jot.verbs import GOING, SLIGHT
from netbook.core.vocabulary import is_human

_BY = lex.words("on over by via at through for in during")
_FROM_OR_TO = lex.words("to from")
_AT_A_DISTANCE = ("call", "email", "message", "letter", "video")
# What is discussed or celebrated names no kind: "discussed lunch with Ana".
_SPOKEN_OF = lex.words("discussed discuss reviewed review brainstormed celebrated celebrate")
# Before "of" these measure: "a round of golf".
_MEASURES = lex.words("""
    round game cup glass bit lots couple plate bowl evening day hour hours afternoon morning set spot pot bottle
    session few kind sort lot match bout cups glasses rounds out
    """)
# "after work", "before lunch" say when on the day.
_HOURS = lex.words(
    "work school class hours breakfast lunch dinner noon midnight church practice training dark"
)
_ON_A_SUBJECT = lex.words("about re regarding concerning")
_MORE = lex.words("to for from into onto like than toward towards of")
# Before a capital, so that it is a place or a medium and not somebody.
_IN_PLACES = lex.words("in on over near around via through across outside inside from to by")
_ADJECTIVES = lex.words("""
    thai italian french german spanish indian chinese japanese korean vietnamese mexican greek turkish english
    irish american lebanese ethiopian portuguese polish danish swedish sunday monday tuesday wednesday thursday
    friday saturday christmas easter xmas halloween thanksgiving eve year
    """)
_ADVERBS = lex.words("""
    just finally really also then again today so now on the way back home first last later earlier quickly did
    have has been we've i've great nice good lovely happy glad lucky to
    """)


def read_when(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read a day, an hour, a duration or a place."""
    if (day := scan.day(at)) is not None and not (scan.mention(at) and scan.plain(at - 1) in lex.WITH):
        clause.days.append(day)
        clause.hour = clause.hour or day.hour
        goes_on = scan.plain(day.end) in ("to", "till", "until", "and") and scan.day(day.end + 1)
        if goes_on or scan.plain(at - 1) in ("until", "till", "to", "through", "from"):
            clause.doubts.append(f'the day ("{day.text}" is one of several)')
        return day.end
    if (duration := scan.duration(at)) is not None:
        clause.minutes = clause.minutes or duration[1]
        return at + duration[0]
    if (hour := scan.hour(at)) is not None:
        clause.hour = clause.hour or hour[1]
        return at + hour[0]
    if (place := place_at(scan, at)) is not None:
        clause.place = clause.place or place.text
        if place.doubtful:
            clause.doubts.append(f'whether "{place.text}" is all of the place')
        return place.end
    return None


def read_with(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read company after "with", or after "and" in brackets ("lunch with Ana (and Bo)")."""
    word = scan.plain(at)
    in_brackets = word in lex.CONNECTIVES and clause.company and "(" in scan.words[at].opened
    joined = word in ("along", "together") and scan.plain(at + 1) in lex.WITH
    if word not in lex.WITH and not joined and not in_brackets:
        return None
    start = at + (2 if joined else 1)
    if start >= len(scan.words):
        return start
    if clause.subject == "they" and scan.plain(start) in lex.ME:
        clause.with_me = True
    return read_company(scan, clause, start)


def read_kind(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read a noun that names a kind, and whoever is beside it."""
    result = scan.kind(at)
    if result is None:
        return None
    kind, end = result[0], at + result[1]
    if _names_the_kind(clause, kind):
        clause.kind = kind
    from_somebody = scan.plain(end) == "from" and not clause.stray and not clause.subject
    if scan.plain(end) in _FROM_OR_TO and kind in _AT_A_DISTANCE and (clause.verb or from_somebody):
        return read_company(scan, clause, end + 1) if _somebody(scan, clause, end + 1) else end
    return read_company(scan, clause, end) if _company_beside(scan, clause, end) else end


def _somebody(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether "to" or "from" somebody, and not what for: "wrote Ana a postcard to discuss it" says already to whom."""
    if scan.mention(at) is not None:
        return True
    return scan.unknown(at) > 0 and (scan.words[at].capital or not clause.company)


def _names_the_kind(clause: Clause, kind: str) -> bool:
    """Whether a noun says what kind it was, and not only what was spoken of."""
    verb = clause.verb_words[0] if clause.verb_words else ""
    if clause.kind == "message" and verb in ("wrote", "write") and not is_human(kind):
        return True  # "wrote Ana a postcard"
    if verb in _SPOKEN_OF and not clause.company:
        return False
    return clause.kind in (None, "meeting") and not (clause.verb and clause.verb.kind)


def _company_beside(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether company is beside a kind: "lunch Ana, Bo", "coffee: Ana"."""
    if clause.company or clause.verb or clause.subject or clause.marks:
        return False
    marks = scan.after(at - 1)
    if marks not in ("", ":", ",", ";") or scan.names_subject(at):
        return False
    beside = scan.mention(at) if marks == ":" else scan.written_as_name(at)
    if beside is not None:
        return not beside.possessive
    return scan.unknown(at) > 0 and scan.words[at].capital


def read_medium(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read "over lunch", "for a beer", "on the phone"; "to the cinema" after "went"."""
    word = scan.plain(at)
    going = bool(clause.verb_words) and clause.verb_words[0] in GOING
    begun = clause.verb or clause.company or clause.they_contact or clause.kind
    if word == "to":
        if not (going or clause.they_contact or (clause.verb and clause.verb.takes == "kind")):
            return None
    elif word not in _BY or (word == "for" and not begun):
        return None
    place = at + 1
    while scan.plain(place) in SLIGHT:
        place += 1
    kind = scan.kind(place)
    if kind is None:
        if word == "for" and going and scan.plain(place).endswith("ing"):
            clause.kind = clause.kind or "activity"
            return place + 1
        return None
    if (clause.verb and clause.verb.kind) or (clause.they_contact and clause.kind not in (None, "visit")):
        return None  # "called Ana for lunch"
    live = kind[0] in ("call", "video") and word in ("on", "over", "by", "via")
    if live or clause.kind in (None, "meeting", "visit"):
        clause.kind = kind[0]
    return place + kind[1]


def read_more(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read a word from which more is said about the meeting: "about", "because", "to"."""
    word, following = scan.plain(at), scan.plain(at + 1)
    if word == "to" and clause.scheduled and clause.verb is None and scan.verb(at + 1):
        return at + 1  # "agreed to meet Ana on tuesday"
    if word in ("after", "before") and following in _HOURS and scan.plain(at + 2) not in lex.WITH:
        return at + 2
    if word == "or" and (scan.mention(at + 1) or following in ("was", "rather", "maybe")):
        clause.doubts.append("who it was")
    if word in lex.FINITE:
        clause.side = "other" if word in ("after", "before", "during") else "finite"
        if word in ("if", "unless", "whether"):
            clause.marks.add("unreal")
        return at + 1
    if word == "for" and scan.day(at + 1):
        clause.scheduled = clause.scheduled or not clause.verb
        return at + 1
    begun = bool(clause.company or clause.verb or clause.kind)
    passed_over = (
        (word == "from" and begun)
        or (word in ("to", "for") and clause.verb and following in ("the", "a") and not clause.company)
        or (word == "of" and (begun or scan.plain(at - 1) in _MEASURES) and scan.mention(at + 1) is None)
    )
    if word in _ON_A_SUBJECT or (word in _MORE and not passed_over):
        clause.side = "other"
        return at + 1
    return at + 1 if word in _MORE else None


def read_somebody(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read a name outside of company; in the main phrase it is a doubt, since it may be company."""
    mention = scan.written_as_name(at)
    if mention is None:
        return None
    if _beside_a_time(scan, clause, at) and not mention.possessive:
        return read_company(scan, clause, at)
    clause.mentions.append(mention)
    begun = clause.kind or clause.verb or clause.company
    loose = begun and clause.subject not in ("they", "other") and at > clause.start
    if loose and not mention.possessive and scan.plain(at - 1) not in _IN_PLACES:
        clause.doubts.append(f"whether {mention.text} was there")
    return mention.end


def _beside_a_time(scan: Scan, clause: Clause, at: int) -> bool:
    """Whether a name is beside a kind and its time: "lunch 12:30 Mia"."""
    if clause.company or clause.verb or clause.subject or clause.marks or clause.stray or clause.place:
        return False
    timed = clause.hour or clause.minutes or clause.days
    return bool(clause.kind and timed) and scan.after(at - 1) in ("", ",", ":") and not scan.names_subject(at)


def read_word(scan: Scan, clause: Clause, at: int) -> int:
    """Skip a word that is none of these; with a capital it may be a person, a place or an event."""
    word, before = scan.words[at], scan.plain(at - 1)
    discussed = clause.verb is not None and clause.verb.takes == "with" and not clause.company
    if word.capital and before in _IN_PLACES:
        return at + max(scan.unknown(at), 1)
    if (
        word.capital and at > 0 and scan.unknown(at) and word.plain not in _ADJECTIVES and not discussed
        and not scan.words[at - 1].ends and clause.subject in ("", "me")
    ):  # fmt: skip
        clause.unplaced.append(word.text)
        return at + scan.unknown(at)
    if word.plain not in COMMON and (day := mistyped_day(word, scan.plain(at - 1))) is not None:
        clause.days.append(day)
    clause.stray = clause.stray or not (word.plain in _ADVERBS or word.plain.endswith("ly"))
    return at + 1
