"""Places: what follows "at", to the end of the name."""

from typing import NamedTuple

from netbook.core.jot import lexicon as lex
from netbook.core.jot.scan import Scan

_NO_PLACE = lex.words("""
    all least last first once length noon night midday midnight ease risk heart peace times present best worst
    it him them me us that this what which who
    """)
_NO_PLACE_NOUNS = lex.words("end moment same weekend time beginning start latest earliest very")
_STOPS = lex.words("""
    with w about on for to after before where when because in during over from we he she they i who which until
    till since while re then but at so was were is are had has & if that
    """)
_OPINIONS = lex.words("""
    great nice good lovely amazing awesome really very super just again together today now briefly which too
    earlier later finally first
    """)
_WITHIN_NAMES = lex.words("""
    of the de la le les du des del della di da do dos und an am zum zur im in auf y et
    """)
_GENERIC = lex.words("""
    place house office home bar cafe café restaurant pub flat garden gardens club hotel station airport school
    library park beach church market mall gym pool museum gallery cinema theatre theater studio kitchen street
    hall center centre building shop store bakery canteen campus headquarters hq bistro diner pizzeria brewery
    square lake river tower terrace rooftop lobby room party wedding bbq barbecue meetup conference event
    workshop summit festival concert game match talk show
    """)
_BREAKING_OFF = frozenset(phrase[0] for phrase in lex.CANCELLED_PHRASES) | lex.words("off on")
_ARTICLES = lex.words("the a an our my his her their your this")


class Place(NamedTuple):
    """A place as it is written, where its words end, and whether somebody's name may have got into it."""

    text: str
    end: int
    doubtful: bool


def place_at(scan: Scan, at: int) -> Place | None:
    """The place after this "at"; None if it is an hour or not a place ("at least", "at lunch")."""
    if scan.plain(at) not in ("at", "@") or scan.ends_phrase(at):
        return None
    first = at + 1
    bare = scan.plain(first) if scan.plain(first) not in _ARTICLES else scan.plain(first + 1)
    if scan.ends_phrase(first) and scan.plain(first) in _ARTICLES:
        return None
    if scan.hour(at) or scan.plain(first) in _NO_PLACE or bare in _NO_PLACE_NOUNS:
        return None
    if scan.kind(first) and _stops(scan, first + scan.kind(first)[1], first):  # type: ignore[index]
        return None
    end = first
    doubtful = False
    while end < len(scan.words) and not _stops(scan, end, first):
        mention = scan.mention(end)
        if mention and not mention.possessive and scan.words[end].capital and end > first:
            before = scan.plain(end - 1)
            if scan.names_subject(end):
                break
            doubtful = doubtful or (before not in _ARTICLES and scan.ends_phrase(mention.end - 1))
        end += 1
        if scan.ends_phrase(end - 1):
            break
    if end == first or (end == first + 1 and scan.plain(first) in _ARTICLES):
        return None
    start, stop = scan.words[first].start, scan.words[end - 1]
    text = scan.text[start : stop.end]
    return Place(_bare(text, stop.after), end, doubtful)


def _stops(scan: Scan, at: int, first: int) -> bool:
    """Whether the name of a place is over before a word."""
    if at >= len(scan.words):
        return True
    word = scan.words[at]
    if word.plain in lex.CONNECTIVES:
        # "the Fox and Hound" goes on, "the Fox and met Bo" does not.
        following = scan.words[at + 1] if at + 1 < len(scan.words) else None
        named = at > first and scan.words[at - 1].capital and following is not None and following.capital
        return not named or scan.mention(at + 1) is not None or scan.starts_clause(at + 1)
    if at == first:
        return word.plain in _STOPS
    if not word.capital and not word.text[:1].isdigit() and _named(scan, first, at):
        # After the name only what belongs to one: "the Museum of Art", "the Crown pub".
        joins = word.plain in _WITHIN_NAMES or word.plain in _GENERIC
        return not joins or (
            word.plain in _WITHIN_NAMES and not scan.words[min(at + 1, len(scan.words) - 1)].capital
        )
    return (
        word.plain in _STOPS
        or word.plain in _BREAKING_OFF
        or word.opened.startswith("(")
        or (word.plain in _OPINIONS and not word.capital)
        or (word.plain in lex.VERBISH and not word.capital)
        or (scan.day(at) is not None and scan.plain(at) not in ("a", "the", "one", "two", "three", "second"))
        or scan.hour(at) is not None
        or scan.duration(at) is not None
        or (not word.capital and word.plain in (lex.CANCELLED | lex.NEGATIONS | lex.UNREAL))
    )


def _named(scan: Scan, first: int, at: int) -> bool:
    """Whether a name with a capital, or a number, is between the beginning of the place and a word."""
    return any(word.capital and word.plain not in _ARTICLES for word in scan.words[first:at])


def _bare(text: str, after: str) -> str:
    """A place without the marks after it, but with the dot of an abbreviation within."""
    return text.removesuffix(after).strip(',;:.!?()"“”„ ') if after else text.strip(',;:!?()"“”„ ')
