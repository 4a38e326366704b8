"""A text as words with the marks around them, and as sentences."""

import re
from typing import NamedTuple

from netbook.core.jot.lexicon import words
from netbook.core.matching import as_handle
from netbook.core.names import fold

_OPENING, _CLOSING = "([{\"“„‘'«‹*_", ")]}\"”“‘’'»›*_"
_STOPS = ".!?…"
_BREAKS = ",;:" + _STOPS
_DASHES = ("—", "–", "--", "-", "|", "·", "•", "->", "→", "=>", ";")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
# Before a name or a number, so that the dot is no end.
_TITLES = words("st mr mrs ms dr prof no nr mt ft sr sra fr rev capt sgt gen hon jr mx")
_ABBREVIATIONS = words("""
    ave blvd rd inc co ltd corp vs etc approx ca min mins hr hrs sec dept est mon tue tues wed thu thur thurs
    fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec am pm a.m p.m e.g i.e resp incl tel ext bros
    """)
_MONTHS = words("jan feb mar apr may jun jul aug sep oct nov dec")
# White space separates words, and so do long dashes, and "…" after a word.
_PIECE = re.compile(r"[—–]|…+(?=\w)|[^\s—–…]+…*|…+")


class Word(NamedTuple):
    """A word without the marks around it; `start` and `end` are its place in the text, marks included.

    `plain` is lower case; `key` and `handle` are as names and handles are compared, without the possessive. Of the
    marks before and after it those are kept that say how a sentence is built.
    """

    text: str
    plain: str
    key: str
    handle: str
    possessive: bool
    opened: str
    after: str
    ends: bool
    quoted: bool
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is: with a capital, or in a script that has none."""
        first = self.text[:1]
        return first != first.lower() or (first.isalpha() and first == first.upper())


def sentences(text: str) -> list[list[Word]]:
    """The sentences of a text; a dot after an abbreviation or an initial ends none."""
    rows: list[list[Word]] = [[]]
    for word in _with_quotes(_words(text)):
        rows[-1].append(word)
        if word.ends:
            rows.append([])
    return [sentence for sentence in rows if sentence]


def _words(text: str) -> list[Word]:
    pieces = list(_pieces(text))
    rows: list[Word] = []
    for at, (raw, start, end) in enumerate(pieces):
        following, begins = (pieces[at + 1][0], pieces[at + 1][1]) if at + 1 < len(pieces) else ("", end)
        if raw in _DASHES:
            _mark(rows, ";", ends=False)
            continue
        word = _word(raw, start, end, following)
        if word.text:
            rows.append(word)
        else:
            _mark(rows, word.after, ends=word.ends)
        if "\n" in text[end:begins]:
            _mark(rows, ".", ends=True)
    return rows


def _mark(result: list[Word], marks: str, *, ends: bool) -> None:
    """Say of the word before that marks follow it."""
    if result:
        result[-1] = result[-1]._replace(after=result[-1].after + marks, ends=result[-1].ends or ends)


def _pieces(text: str) -> list[tuple[str, int, int]]:
    """The words as typed, with their places; "Lena/Tomas" and "w/Ana" are two."""
    rows: list[tuple[str, int, int]] = []
    for match in _PIECE.finditer(text):
        raw, start, end = match.group(), match.start(), match.end()
        if raw.casefold().startswith("w/"):
            rows.append(("w", start, start + 2))
            rows += [(raw[2:], start + 2, end)] if raw[2:] else []
        elif raw == "/":
            rows.append((",", start, end))
        elif "/" in raw and all(part[:1].isalpha() for part in raw.split("/")):
            for part in raw.split("/"):
                stop = start + len(part)
                rows.append((part + ("," if stop < end else ""), start, min(stop + 1, end)))
                start = stop + 1
        else:
            rows.append((raw, start, end))
    return rows


def _word(raw: str, start: int, end: int, following: str) -> Word:
    left = raw.lstrip(_OPENING)
    opened = raw[: len(raw) - len(left)]
    bare = left.rstrip(_BREAKS + _CLOSING)
    if not (left[:1] in "+@" and len(bare) > 1):
        bare = bare.lstrip(_BREAKS + _CLOSING)
    elif len(bare) == 1:
        bare = left.rstrip(_BREAKS)
    after = left[left.rfind(bare) + len(bare) :] if bare else left
    if bare.endswith("s") and after[:1] in ("'", "’") and not set(opened) & set("'‘"):
        bare += after[0]
        after = after[1:]
    dotted, trailing_off = after.rstrip(_CLOSING) == ".", "…" in after or ".." in after
    stop = any(mark in _STOPS for mark in after) and not trailing_off
    ends = stop and not (dotted and _is_short(bare, following))
    possessive = bare.endswith(_POSSESSIVE) and len(bare) > 2
    name = bare[:-2] if possessive and bare[-2] in "'’" else bare[:-1] if possessive else bare
    return Word(
        text=bare, plain=_plain(bare), key=fold(name) if name else "",
        handle=as_handle(name), possessive=possessive, opened=opened, after=after + (";" if trailing_off else ""),
        ends=ends, quoted=False, start=start, end=end,
    )  # fmt: skip


def _plain(bare: str) -> str:
    """A word in lower case, in its usual spelling."""
    plain = bare.casefold().replace("’", "'")
    return "email" + plain[6:] if plain.startswith("e-mail") else plain


def _is_short(bare: str, following: str) -> bool:
    """Whether a dot after the word belongs to it: "St. Regis", "No. 5", "40 min. walk", "Alessandra A. in"."""
    lowered, first = bare.casefold(), following[:1]
    goes_on = first.islower() or first.isdigit() or (first != "" and first in "+@&(")
    if lowered in _TITLES:
        return bool(first) and (first.isupper() or goes_on)
    if lowered in _ABBREVIATIONS or (len(bare) == 1 and bare.isalpha()):
        return goes_on
    # "5. november"
    return bare.isdigit() and len(bare) <= 2 and following[:3].casefold() in _MONTHS


def _with_quotes(result: list[Word]) -> list[Word]:
    """The words, those in quotation marks, two or more together, marked as quoted."""
    marked, opened = list(result), None
    for at, word in enumerate(result):
        if opened is None and any(mark in '"“„«' for mark in word.opened):
            opened = at
        if opened is not None and any(mark in '"”“»' for mark in word.after):
            for place in range(opened, at + 1) if at > opened else ():
                marked[place] = marked[place]._replace(quoted=True)
            opened = None
    return marked
