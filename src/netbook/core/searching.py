"""The words of a search, and where they stand in a text."""

from __future__ import annotations

import re
import unicodedata

from netbook.core.names import fold


def wanted_words(text: str) -> list[str]:
    """The words of a search, as typed; any text is one."""
    return text.replace("\0", " ").split()


def keys_of(words: list[str]) -> list[str]:
    """The words as names are compared by them: `ana-ruiz` has two."""
    return [part for word in words for part in fold(word).split()]


def query(words: list[str], whole: bool = False) -> str:
    """The words for SQLite's index (FTS5, section 3.2): all must match, the last may be a beginning.

    In quotes every operator is plain text, and a word without letters asks for nothing. With `whole` the last
    is a whole word too.
    """
    phrases = ['"' + word.replace('"', '""') + '"' for word in words]
    return " ".join(phrases) + ("" if whole or not phrases else "*")


# Han, Hiragana and Katakana, Thai, Lao, Myanmar, Khmer: scripts without spaces between words.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def has_unspaced(words: list[str]) -> bool:
    """Whether a word is of a script that puts no spaces between words."""
    return any(_UNSPACED.search(word) for word in words)


def says_anything(words: list[str]) -> bool:
    """Whether a search has a letter or digit in it: the index has nothing else."""
    return any(character.isalnum() or unicodedata.category(character) == "Co" for character in "".join(words))


def excerpt(text: str, words: list[str], width: int) -> str:
    """The part of a text in which the first of the words stands, on one line, at most about `width` long."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    place = _first_place(line, words)
    start = max(0, min(place - width // 3, len(line) - width))
    start = 0 if start == 0 else line.find(" ", start) + 1 or start
    cut = line[start : start + width]
    if start + width < len(line):
        cut = cut.rpartition(" ")[0] or cut
    return f"{'… ' if start else ''}{cut}{' …' if start + len(cut) < len(line) else ''}"


def _first_place(line: str, words: list[str]) -> int:
    """Where the first of the words begins; 0 where none is seen, because it stands elsewhere."""
    plain, places = _plain(line)
    rows = []
    for word in words:
        key = _plain(word)[0].strip()
        if key and (at := re.search(rf"(?<!\w){re.escape(key)}", plain)):
            rows.append(places[at.start()])
    return min(rows, default=0)


def _plain(text: str) -> tuple[str, list[int]]:
    """The text in lower case without accents, and where each of its characters stood."""
    letters, places = [], []
    for place, character in enumerate(text):
        for letter in unicodedata.normalize("NFD", character.lower()):
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    return "".join(letters), places
