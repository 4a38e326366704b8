"""Verbs of contact, mine and other people's, and the company they take."""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause
from netbook.core.jot.company import read_company
from netbook.core.jot.lexicon import Verb
from netbook.core.jot.scan import Scan

# Before a kind, and no more than that: "a quick coffee", "a round of golf".
SLIGHT = lex.words("""
    a an the some our my another one two first quick second little long short good great nice lovely few bit of
    round spot cup glass couple big late early very proper game plate quiet
    """)
GOING = lex.words("went go going took take came")
_TWO_OBJECTS = lex.words("gave give sent send took take wrote write had got treated giving sending taking")
_BEFORE_A_GIFT = SLIGHT | lex.words("out over to for back")
_OBJECTS = lex.words("""
    the a an my our his her their some two three him them everyone everybody both dr mr mrs ms prof you
    """)
_AFTER_THEIR_VERB = (
    lex.ABOUT
    | lex.FINITE
    | lex.THEN
    | lex.words("""
    to at today again earlier later back in over
    """)
)
_TIMES = lex.words("second third few couple lot bit moment minute hour day week while")
_SCREENS = lex.words("""
    tv television telly stage screen facebook instagram youtube linkedin news dream dreams film movie photo
    photos picture newspaper paper papers magazine podcast zoom documentary
    """)
_SEEN_DOING = lex.words("""
    speak sing perform act play present leave arrive pass walk run drive cross win lose fall cry smile wave
    performing speaking singing acting playing presenting leaving crossing
    """)
_FARTHEST_WITH, _FARTHEST_KIND = 9, 7  # words from a verb


def read_verb(scan: Scan, clause: Clause, at: int) -> int | None:
    """Read a verb of contact with its company; returns where the clause goes on, or None for another verb."""
    if (
        clause.subject == "they"
        and not clause.they_contact
        and clause.verb is None
        and (theirs := scan.they_verb(at))
    ):
        return _their_verb(scan, clause, at, *theirs)
    result = scan.verb(at)
    if result is None:
        return None
    verbs, run = result
    end = at + len(run)
    if clause.verb is not None:
        return _after_going(scan, clause, at, end) if run[-1].endswith("ing") else None
    verb = _fitting(scan, clause, verbs, run, end)
    if verb is None:
        return None
    if clause.subject == "" and clause.stray:
        clause.subject = "other"  # "a man called Raj", "traffic met us"
        return end
    if verb.form == "past" and scan.plain(at - 1) in ("last", "first"):
        clause.marks.add("unreal")
    clause.verb, clause.verb_words = verb, run
    if verb.form == "base" and not clause.future:
        # "call Lena tomorrow", "I meet Bo tomorrow"
        clause.imperative = not clause.scheduled
    clause.kind = clause.kind or verb.kind
    return _object(scan, clause, verb, run, end)


def _after_going(scan: Scan, clause: Clause, at: int, end: int) -> int | None:
    """ "went climbing" is an activity."""
    if clause.verb_words[:1] not in (("went",), ("go",), ("going",)):
        return None
    kind = scan.kind(at)
    clause.kind = clause.kind or (kind[0] if kind else "activity")
    return end


def _fitting(
    scan: Scan, clause: Clause, verbs: tuple[Verb, ...], run: tuple[str, ...], end: int
) -> Verb | None:
    """Of what a verb may be, what fits the words after it; a noun of a kind is none ("call with Raj")."""
    following, has_object = scan.plain(end), _object_begins(scan, end)
    noun = scan.kind(end - len(run)) is not None and not clause.continuing
    beside_with = following in lex.WITH or run[-1] == "with"
    gives = any(verb.takes == "kind" for verb in verbs) and following in SLIGHT and _kind_follows(scan, end)
    for verb in verbs:
        if gives and verb.takes != "kind":
            continue
        if noun and verb.form == "ing" and beside_with and clause.subject == "":
            continue
        if (
            noun
            and verb.form == "base"
            and not clause.future
            and not (has_object and not scan.ends_phrase(end - 1))
        ):
            continue
        if _fits(scan, clause, verb, run, end, has_object=has_object):
            return verb
    return next((verb for verb in verbs if verb.takes == "object" and clause.with_me), None)


def _fits(
    scan: Scan, clause: Clause, verb: Verb, run: tuple[str, ...], end: int, *, has_object: bool
) -> bool:
    if verb.takes == "object":
        return has_object or scan.plain(end) in ("back", "up", "me", "us")
    if verb.takes == "with":
        return clause.with_me or _with_follows(scan, end)
    if run[0] in ("went", "go", "going", "spent", "spend") or _kind_follows(scan, end):
        return True
    return run[0] in _TWO_OBJECTS and has_object


def _object_begins(scan: Scan, at: int) -> bool:
    return scan.mention(at) is not None or scan.unknown(at) > 0 or scan.plain(at) in _OBJECTS


def _with_follows(scan: Scan, at: int) -> bool:
    for place in range(at, min(at + _FARTHEST_WITH, len(scan.words))):
        if scan.plain(place) in lex.WITH:
            return True
        if scan.ends_phrase(place) and place > at:
            break
    return False


def _kind_follows(scan: Scan, at: int) -> bool:
    for place in range(at, min(at + _FARTHEST_KIND, len(scan.words))):
        if scan.kind(place):
            return True
        if scan.ends_phrase(place):
            break
    return False


def _gift_begins(scan: Scan, at: int) -> bool:
    """Whether what is given, sent or had stands here: "an email", "a quick coffee"."""
    while scan.plain(at) in SLIGHT:
        at += 1
    return scan.kind(at) is not None


def _object(scan: Scan, clause: Clause, verb: Verb, run: tuple[str, ...], at: int) -> int:
    """The company that a verb has as its object, or that it gives, sends or takes something."""
    if verb.takes == "object":
        at += scan.plain(at) in ("back", "up")
        end = read_company(scan, clause, at) if _object_begins(scan, at) else at
        if not scan.ends_phrase(end - 1) and _means_another_thing(scan, run, end):
            clause.doubts.append("whether you met")
        return end
    if run[0] not in _TWO_OBJECTS or not _object_begins(scan, at) or _gift_begins(scan, at):
        return at
    receiver = Clause(clause.words, at)
    end = place = read_company(scan, receiver, at)
    if not (receiver.company or receiver.unknown):
        return at
    while scan.plain(place) in _BEFORE_A_GIFT:
        place += 1
    kind = scan.kind(place)
    if kind is None and scan.plain(end) != "over":
        clause.mentions += receiver.company  # "gave Ana the book"
        return end
    clause.company += receiver.company
    clause.unknown += receiver.unknown
    clause.doubts += receiver.doubts
    clause.kind = clause.kind or (kind[0] if kind else "visit")  # "had Ana over"
    return place + (kind[1] if kind else 0)


def _means_another_thing(scan: Scan, run: tuple[str, ...], at: int) -> bool:
    """Whether the verb has another meaning here: "saw Bo play", "saw Bo on TV", "called Raj a fool"."""
    plain = scan.plain(at)
    if run[0] in ("called", "call"):
        return plain in ("names", "out") or (plain in ("a", "an", "the") and scan.plain(at + 1) not in _TIMES)
    if run[-1] not in ("saw", "see"):
        return False
    if plain in ("on", "in") and any(scan.plain(place) in _SCREENS for place in range(at + 1, at + 4)):
        return True
    verb = scan.verb(at)
    return plain in _SEEN_DOING or (
        verb is not None and any(each.form in ("base", "ing") for each in verb[0])
    )


def _their_verb(scan: Scan, clause: Clause, at: int, kind: str | None, length: int) -> int | None:
    """What somebody named does that is contact with me, if it is me that it is done to."""
    end = at + length
    following = scan.plain(end)
    if following == "in" and scan.plain(end + 1) in ("sick", "ill", "late", "absent"):
        return None
    if following in lex.ME:
        end += 1
        if kind == "call" and scan.plain(end) in ("a", "an", "names") and scan.plain(end + 1) not in _TIMES:
            return None
    else:
        free = scan.ends_phrase(end - 1) or following in _AFTER_THEIR_VERB
        if not (free or scan.day(end) or scan.hour(end) or scan.duration(end)):
            return None
        if scan.plain(at) in ("met", "saw") or (scan.plain(at) == "joined" and following == ""):
            return None
    clause.they_contact = True
    clause.company += clause.subjects
    clause.kind = clause.kind or kind
    return end
