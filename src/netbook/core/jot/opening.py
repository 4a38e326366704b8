"""How a clause opens: connectives, a day that holds for what follows, and whose doing it is."""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause
from netbook.core.jot.common_words import ALSO_WORDS
from netbook.core.jot.company import read_company
from netbook.core.jot.names import Mention
from netbook.core.jot.places import place_at
from netbook.core.jot.scan import Scan

_FILLERS = lex.words("""
    and & but then also so oh ok okay well hi hey just finally really again fyi btw note memo jot log logged on
    later afterwards quickly briefly
    """)
_NOUN_PHRASES = lex.words("the my our his her their everyone everybody nobody someone somebody")
_WITHOUT_MEANING = (
    ("i", "think"),
    ("i", "guess"),
    ("i", "believe"),
    ("we", "think"),
    ("what", "a"),
    ("such", "a"),
)


def open_clause(scan: Scan, clause: Clause, at: int) -> int:
    """Read what stands before the verb or the kind; where the clause goes on."""
    at = _circumstances(scan, clause, at)
    if at >= len(scan.words) or clause.subject:
        return at
    word = scan.plain(at)
    if word in lex.I:
        clause.subject, clause.pronoun = "me", word
        clause.future = word in ("i'll", "we'll", "ill", "well")
        clause.continuing = word in ("i'm", "we're", "im")
        clause.perfect = word in ("i've", "we've", "ive", "weve")
        if word in ("i'd", "we'd", "id", "wed"):
            clause.marks.add("unreal")
        return at + 1
    if word in lex.OTHERS:
        clause.subject, clause.pronoun = "other", word
        return at + 1
    return _named_subject(scan, clause, at)


def _circumstances(scan: Scan, clause: Clause, at: int) -> int:
    """When, where and how long, where they stand first."""
    begin = at
    while at < len(scan.words):
        if at > begin and _breaks(scan, at):
            return at
        if any(scan.plain(at) == one and scan.plain(at + 1) == two for one, two in _WITHOUT_MEANING):
            at += 2
        elif (day := scan.day(at)) is not None and not _is_somebody(scan, at):
            clause.days.append(day)
            clause.hour = clause.hour or day.hour
            clause.day_leads = True
            at = day.end
        elif (result := scan.duration(at)) is not None:
            clause.minutes = clause.minutes or result[1]
            at += result[0]
        elif (hour := scan.hour(at)) is not None:
            clause.hour = clause.hour or hour[1]
            at += hour[0]
        elif (place := place_at(scan, at)) is not None:
            clause.place = clause.place or place.text
            at = place.end
        elif scan.plain(at) in _FILLERS and not _is_somebody(scan, at):
            at += 1
        else:
            return at
    return at


def _is_somebody(scan: Scan, at: int) -> bool:
    """Whether a day's name is somebody's here: "Sunday called", where there is a Sunday."""
    mention = scan.mention(at)
    return (
        mention is not None
        and mention.end == at + 1
        and (
            scan.they_verb(at + 1) is not None
            or (scan.plain(at + 1) in ("and", "&") and scan.plain(at + 2) in ("i", "me"))
        )
    )


def _breaks(scan: Scan, at: int) -> bool:
    return any(mark in ";!?" for mark in scan.after(at - 1))


def _named_subject(scan: Scan, clause: Clause, at: int) -> int:
    """Somebody named, alone or in a list, maybe with me; or company, where a kind follows ("Ana: coffee")."""
    if scan.plain(at) in ("me", "myself") and scan.plain(at + 1) in lex.CONNECTIVES:
        clause.with_me = True
        return _list_with_me(scan, clause, at + 2)
    mention = scan.written_as_name(at) or (scan.mention(at) if _list_ends_with_me(scan, at) else None)
    if mention is None:
        return _unknown_subject(scan, clause, at)
    if mention.possessive or _is_word_here(scan, mention):
        return at
    probe = Clause(clause.words, at)
    end = read_company(scan, probe, at, subject=True)
    with_me = scan.plain(end) in ("i", "me", "myself") or (
        scan.plain(end) in lex.CONNECTIVES and scan.plain(end + 1) in ("i", "me", "myself")
    )
    people = [one for one in probe.company if one.start < end]
    if with_me:
        clause.subject, clause.with_me = "me", True
        clause.company += people
        clause.unknown += probe.unknown
        return end + (1 if scan.plain(end) in ("i", "me", "myself") else 2)
    _settle(scan, clause, probe, end if people else at)
    return end if people else at + 1


def _is_word_here(scan: Scan, mention: Mention) -> bool:
    """Whether what could be a name opens the sentence as a word: "Will call Ana", "Frank talk with Ana"."""
    word = scan.words[mention.start]
    if mention.end > mention.start + 1 or word.plain not in ALSO_WORDS or word.after:
        return False
    if word.plain in ("will", "may"):
        verb = scan.verb(mention.end)
        return (verb is not None and any(each.form == "base" for each in verb[0])) or scan.plain(mention.end) in (
            "not", "have", "be", "i", "we", "go", "try",
        )  # fmt: skip
    if scan.plain(mention.end) in ("for", "of", "at", "in", "on"):
        return True  # "Bill for lunch"
    return scan.kind(mention.end) is not None or scan.kind(mention.start) is not None


def _settle(scan: Scan, clause: Clause, probe: Clause, end: int) -> None:
    """Decide whether the people named are company, since a kind follows, or do something themselves."""
    at = end
    while at < len(scan.words) and (scan.day(at) or scan.plain(at) in ("for", "a", "quick", "the", "on")):
        result = scan.day(at)
        at = result.end if result else at + 1
    kind = scan.kind(at)
    beside = kind is not None and scan.plain(at + kind[1]) not in lex.VERBISH and not _may_be_task(scan, at)
    if beside and not probe.doubts:
        clause.company += probe.company
        clause.unknown += probe.unknown
        clause.unnamed = probe.unnamed
        return
    clause.subject = "they"
    clause.subjects += probe.company
    clause.unknown += probe.unknown if scan.they_verb(end) else []


def _may_be_task(scan: Scan, at: int) -> bool:
    """Whether "Ana: call …" may be something to do."""
    verb = scan.verb(at)
    if verb is None or scan.duration(at + 1) is not None:
        return False
    return any(each.form == "base" and each.takes == "object" for each in verb[0])


def _unknown_subject(scan: Scan, clause: Clause, at: int) -> int:
    """Somebody whom nobody knows and who does something with me: "Zoe called me", "Zoe and I had lunch"."""
    length = scan.unknown(at)
    if not length or not scan.words[at].capital:
        noun = scan.plain(at) in _NOUN_PHRASES and scan.starts_clause(at) and not scan.kind_with_company(at)
        clause.subject = "other" if noun else clause.subject
        return at
    end = at + length
    with_me = scan.plain(end) in lex.CONNECTIVES and scan.plain(end + 1) in ("i", "me")
    if with_me:
        clause.subject, clause.with_me = "me", True
        clause.unknown.append(scan.words[at].text)
        return end + 2
    verb = scan.they_verb(end)
    if verb and (scan.plain(end + verb[1]) in lex.ME or scan.ends_phrase(end + verb[1] - 1)):
        clause.subject = "they"
        clause.unknown.append(scan.words[at].text)
        return end
    if scan.plain(end) in lex.VERBISH:
        clause.subject = "other"
        return end
    return at


def _list_with_me(scan: Scan, clause: Clause, at: int) -> int:
    clause.subject = "me"
    return read_company(scan, clause, at)


def _list_ends_with_me(scan: Scan, at: int) -> bool:
    return scan.plain(at + 1) in lex.CONNECTIVES and scan.plain(at + 2) in ("i", "me")
