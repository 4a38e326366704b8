"""Who is named as company: people of the journal, unknown names, and people without a name."""

from __future__ import annotations

from netbook.core.jot import lexicon as lex
from netbook.core.jot.clauses import Clause
from netbook.core.jot.common_words import ALSO_WORDS
from netbook.core.jot.names import Mention, is_name_and_word
from netbook.core.jot.scan import Scan

_OURS, _THEIRS = lex.words("my our"), lex.words("his her their your")
_DETERMINERS = lex.words("""
    the a an some two three four five six several many few all both another other more half
    """) | (_OURS | _THEIRS)
_UNNAMED = lex.words("""
    everyone everybody all others people friends colleagues family kids folks someone somebody anyone anybody
    nobody clients customers neighbours neighbors mum mom dad mother father grandma grandpa co team them both
    him her us me myself himself herself you each strangers parents students
    """)
_TITLES = lex.words("dr mr mrs ms prof professor sir madame herr frau")
# Beside a name after a comma, these say something of it: "lunch with Ana, Raj away".
_STATES = lex.words("""
    away late absent ill sick busy out off missing gone unavailable abroad asleep elsewhere back happy sad tired
    unwell excused travelling traveling pregnant engaged married well fine ok okay
    """)
_FROM = lex.words("from of at")
_OF_A_MEETING = lex.words("""
    great lovely good fun nice fantastic awesome brilliant amazing wonderful delicious interesting short long productive
    useful ok okay well about over really so very
    """)


def read_company(scan: Scan, clause: Clause, at: int, *, subject: bool = False) -> int:
    """Read the company that begins at a word, a list with commas and "and"; returns where the words go on.

    As the `subject` of a sentence the last of the list is followed by a verb.
    """
    place = at
    while place < len(scan.words):
        item = _item(scan, clause, place, first=place == at)
        if item is None:
            break
        place = item
        separator = _separator(scan, clause, place, subject=subject)
        if separator is None:
            break
        place = separator
    return place


def _separator(scan: Scan, clause: Clause, at: int, *, subject: bool) -> int | None:
    """Where the next of the list begins; None where the list is over."""
    before = scan.after(at - 1)
    if at >= len(scan.words) or any(mark in ";!?" for mark in before):
        return None
    comma, place = "," in before, at
    if scan.words[at].opened.startswith("(") and scan.plain(at) not in lex.CONNECTIVES | lex.WITH:
        return None
    joined = scan.plain(at) in lex.CONNECTIVES
    if joined:
        place += 1
        if scan.plain(place) in lex.WITH:
            place += 1
    elif scan.plain(at) in lex.WITH and comma:
        return None
    if not (comma or joined) or place >= len(scan.words):
        return None
    mention = scan.mention(place)
    day = scan.day(place)
    if mention is not None and day is not None and mention.end >= day.end:
        day = None  # "with Ana and June"
    if subject and mention is not None and day is None:
        return place
    if scan.names_subject(place) and joined and not comma and not _is_of_the_kind(scan, clause, mention):
        # "lunch with Ana and Bo was late": Bo was there, or Bo's lateness is another matter.
        clause.doubts.append(f"whether {scan.words[place].text} was there")
        return None
    if (
        mention is not None
        and not joined
        and scan.plain(mention.end) in _STATES
        and not scan.after(mention.end - 1)
    ):
        clause.doubts.append(f"whether {mention.text} was there")
        return None
    if joined and not comma and day and scan.ends_phrase(day.end - 1):
        clause.doubts.append(f'whether "{day.text}" is a day or somebody')
        return None
    named_last = joined and mention is not None and scan.names_subject(place)
    if not named_last and scan.starts_clause(place):
        return None
    if scan.kind(place) or day or scan.hour(place) or scan.duration(place):
        return None
    if _after_the_list(scan, place):
        return None
    return place


def _is_of_the_kind(scan: Scan, clause: Clause, mention: Mention | None) -> bool:
    """Whether what follows the last name is said of the meeting: "dinner with Lena and Tomas was lovely"."""
    if mention is None or clause.kind is None or clause.verb is not None:
        return False
    return scan.plain(mention.end) in ("was", "went") and scan.plain(mention.end + 1) in _OF_A_MEETING


def _after_the_list(scan: Scan, at: int) -> bool:
    """Whether what follows a separator belongs to the sentence and not to the list of company."""
    word = scan.words[at]
    if scan.mention(at) and not scan.mention(at).possessive:  # type: ignore[union-attr]
        # "with Ana, will write": a word of the language, unless the list goes on or ends with it.
        plainly = (
            word.capital or word.plain not in ALSO_WORDS or scan.ends_phrase(at) or _goes_on(scan, at + 1)
        )
        return not plainly
    if word.plain in _DETERMINERS | _UNNAMED | _TITLES:
        return False
    return scan.unknown(at) == 0 and not is_name_and_word(word)


def _goes_on(scan: Scan, at: int) -> bool:
    return scan.plain(at) in lex.CONNECTIVES | lex.ABOUT | lex.FINITE | lex.WITH | {
        "in",
        "at",
        "over",
        "today",
        "yesterday",
    }


def _item(scan: Scan, clause: Clause, at: int, *, first: bool) -> int | None:
    """Read one of the company; returns where the words go on, or None if nobody is named here."""
    if scan.plain(at) in ("both", "only", "just", "also", "mainly") and scan.mention(at + 1):
        at += 1
    word = scan.words[at]
    if (
        word.plain in _TITLES
        and at + 1 < len(scan.words)
        and (scan.mention(at + 1) or scan.words[at + 1].capital)
    ):
        at += 1
        word = scan.words[at]
    mention = scan.mention(at)
    if mention is not None and not (first and _reads_on_as_language(scan, at)):
        if mention.possessive:
            clause.mentions.append(mention)
            clause.unnamed = True
            return _noun_phrase(scan, clause, mention.end, whose="")
        return _named(scan, clause, mention)
    if word.plain in _DETERMINERS:
        return _noun_phrase(scan, clause, at + 1, whose=word.plain)
    if word.plain in _UNNAMED:
        clause.unnamed = True
        return at + 1
    if is_name_and_word(word) and not scan.verb(at + 1):
        clause.unknown.append(word.text)
        return at + 1
    if (length := scan.unknown(at)) and (word.capital or not scan.kind(at)):
        clause.unknown.append(" ".join(one.text for one in scan.words[at : at + length]))
        return at + length
    return None


def _named(scan: Scan, clause: Clause, mention: Mention) -> int:
    """Read a name with what belongs to it: a surname nobody has, an organisation."""
    at = mention.end
    if not scan.ends_phrase(at - 1) and not scan.after(at - 1):
        more = scan.unknown(at)
        if more and scan.words[at].opened == "" and _may_be_surname(scan, mention, at):
            clause.unknown.append(" ".join(word.text for word in scan.words[mention.start : at + more]))
            return at + more
    clause.company.append(mention)
    return _after_organisation(scan, at)


def _after_organisation(scan: Scan, at: int) -> int:
    """Where the words go on after "(Acme)" or "from Acme" behind a name."""
    if at >= len(scan.words):
        return at
    if scan.words[at].opened.startswith("(") and scan.plain(at) not in lex.CONNECTIVES | lex.WITH:
        close = next(
            (place for place in range(at, min(at + 6, len(scan.words))) if ")" in scan.after(place)), None
        )
        organisation = close is not None and scan.words[at].capital and not scan.mention(at)
        return close + 1 if close is not None and organisation else at
    first = at + 1
    if scan.plain(at) not in ("from", "of") or scan.ends_phrase(at - 1) or first >= len(scan.words):
        return at
    if not scan.words[first].capital or scan.mention(first) or scan.day(first):
        return at
    end = first + 1
    while end < len(scan.words) and not scan.ends_phrase(end - 1):
        if not scan.words[end].capital or scan.mention(end):
            break
        end += 1
    return end


def _noun_phrase(scan: Scan, clause: Clause, at: int, *, whose: str) -> int:
    """Read somebody without a name ("a colleague", "Ana's boss"), or named after all ("my friend Ana")."""
    clause.unnamed = True
    place = at
    while place < len(scan.words) and place < at + 6:
        if place > at and scan.ends_phrase(place - 1):
            break
        mention = scan.written_as_name(place)
        if mention is not None and scan.plain(place - 1) in _FROM:
            clause.mentions.append(mention)  # "a friend of Raj"
            return mention.end
        if mention is not None and not mention.possessive and place > at:
            if whose in _OURS | {"the", "a", "an"} or not whose:
                return _named(scan, clause, mention)
            clause.doubts.append(f"whether {mention.text} is {whose} {scan.plain(place - 1)}")
            return mention.end
        word = scan.words[place]
        if mention is None and place > at and word.capital and scan.unknown(place) and whose:
            clause.unknown.append(word.text)
            return place + scan.unknown(place)
        if (
            word.plain in lex.CONNECTIVES | lex.ABOUT - {"of", "from"} | lex.FINITE | lex.WITH | {"at", "in", "@"}
            or scan.day(place) or scan.hour(place) or scan.duration(place)
        ):  # fmt: skip
            break
        place += 1
    return place


def _reads_on_as_language(scan: Scan, at: int) -> bool:
    """Whether a name in lower case is a word here: "with my", "with will power"."""
    word = scan.words[at]
    return not word.capital and word.plain in ("my", "the", "a", "an", "her", "so", "no", "you", "it")


def _may_be_surname(scan: Scan, mention: Mention, at: int) -> bool:
    """Whether a word nobody is called by goes on with a name: "Ana Silva", "ana silva", but not "Ana silva"."""
    if scan.words[at].capital:
        return True
    return not scan.words[mention.start].capital and scan.kind(at) is None and scan.verb(at) is None
