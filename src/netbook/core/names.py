"""Names: how they are kept, compared and turned into handles.

A name is kept as typed, in Unicode's composed form (NFC) with its spacing made regular, so that an
accented letter typed two ways is one name. It is compared by its *key*: lower case, accents off, words
of letters and digits joined by single spaces.
"""

from __future__ import annotations

import unicodedata

from netbook.errors import Usage

LONGEST_NAME = 200
LONGEST_LINK = 2_000
# Sorts after every key that begins with what stands before it.
LAST = "\U0010ffff"

# Letters that Unicode does not decompose although readers take them for an accented base letter.
_LIKE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŧ": "t"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("`\u00b4\u2018\u2019\u02bb\u02bc\u1fef\u1ffd\uff40", "'"))
# What becomes of ASCII, the most of what there is: as in `_kept`, with the backtick for an apostrophe.
_ASCII = {code: "" if chr(code) in "'`" else " " for code in range(128) if not chr(code).isalnum()}
# Not spaces to Python, but they separate or vanish without leaving a mark on the screen.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class BadName(Usage):
    """A text that cannot be a name: nothing in it can be seen, or it is far too long."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what} {why}")


def clean(text: str) -> str:
    """The text in composed form (NFC) with runs of white space made one space and none at the ends."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", text.translate(_UNSEEN)).split())


def checked(text: str, what: str = "a name", most: int = LONGEST_NAME) -> str:
    """The cleaned text; raises BadName where nothing of it can be seen or it is over `most` characters."""
    name = clean(text.replace("\0", ""))  # SQLite takes NUL for the end of a text when it counts it
    if not any(character.isprintable() and not character.isspace() for character in name):
        raise BadName(what, "cannot be empty")
    if any("\ud800" <= character <= "\udfff" for character in name):
        raise BadName(what, "has bytes that are not text; write it in the terminal's encoding, usually UTF-8")
    if len(name) > most:
        raise BadName(what, f"can have at most {most:,} characters; this one has {len(name):,}")
    return name


def fold(text: str) -> str:
    """The key by which names are compared: case, accents, punctuation and spacing do not matter.

    A text without letters or digits (an emoji) is its own key, so that it can still be found.
    """
    if text.isascii() and (key := " ".join(text.casefold().translate(_ASCII).split())):
        return key
    lowered = text.casefold().translate(_APOSTROPHES)
    if not lowered.isascii():
        # Compatibility forms too: full-width letters and ligatures are typed the plain way.
        decomposed = unicodedata.normalize("NFKD", lowered).casefold().translate(_LIKE)
        lowered = unicodedata.normalize("NFC", "".join(c for c in decomposed if not _is_accent(c)))
    key = " ".join("".join(_as_in_key(c) for c in lowered).split())
    return key or clean(lowered).replace(" ", "") or clean(text)


def _is_accent(character: str) -> bool:
    """A mark on a letter (accent, vowel point, stroke) or one that only chooses a glyph (variation selector).

    The vowels, viramas and voicing marks of Asian scripts, classes 6 to 9 and 84 to 132, make another letter.
    """
    place = unicodedata.combining(character)
    if place:
        return place == 1 or 10 <= place <= 36 or place >= 200
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _as_in_key(character: str) -> str:
    """A letter, digit or mark as it is; an apostrophe or unseen character as nothing; all else as a space."""
    category = unicodedata.category(character)
    if character.isalnum() or category in ("Mn", "Mc"):
        return character
    return "" if character == "'" or category == "Cf" else " "


def squash(key: str) -> str:
    """A key without its spaces: "anaruiz" and "ana ruiz" are one full name."""
    return key.replace(" ", "")


def topic_key(name: str) -> str:
    """The key of a topic: as for a name, but "C", "C++" and "C#" are three topics."""
    return fold(" ".join(map(_signed, name.split())))


def _signed(word: str) -> str:
    """A word with the signs at its end spelled out; a sign in front ("#python") is punctuation."""
    bare = word.rstrip("+#")
    return bare + word[len(bare) :].replace("+", "plus").replace("#", "sharp") if bare else word


def unquoted(name: str) -> str:
    """A name without quotes around the whole of it, as mail programs write: 'ada@example.org'."""
    bare = name.strip()
    inside = bare[1:-1]
    around = len(bare) > 2 and bare[0] + bare[-1] in ("''", '""', "\u2018\u2019", "\u201c\u201d")
    return inside.strip() if around and bare[0] not in inside and bare[-1] not in inside else name


def handle_for(name: str) -> str:
    """The handle a name gives: its key with words joined by "-"; "person" where it has no letters."""
    key = fold(name)
    # Room for "-2" and more within the length of a handle, which is that of a name.
    handle = key.replace(" ", "-")[: LONGEST_NAME - 20].rstrip("-")
    return handle if any(c.isalnum() for c in key) else "person"


def numbered(handle: str, taken: frozenset[str] | set[str]) -> str:
    """The handle, or the first of handle-2, handle-3, … that is not taken."""
    if handle not in taken:
        return handle
    number = 2
    while f"{handle}-{number}" in taken:
        number += 1
    return f"{handle}-{number}"


def with_organisation(text: str) -> tuple[str, str | None]:
    """A new person's name and organisation: "Raj Patel (Acme)" gives ("Raj Patel", "Acme")."""
    whole = clean(text)
    if not whole.endswith(")"):
        return whole, None
    open_brackets = 0
    for at in range(len(whole) - 1, 0, -1):
        open_brackets += (whole[at] == ")") - (whole[at] == "(")
        if open_brackets == 0:
            name, organisation = whole[:at].strip(), whole[at + 1 : -1].strip()
            apart = whole[at - 1].isspace()
            return (name, organisation) if organisation and apart else (whole, None)
    return whole, None
