"""The names nearest to one that does not exist, for "did you mean". It is only loaded on the way to an error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from netbook.core.text import visible

MOST = 3
LEAST = 70  # of 100
LONGEST = 200  # letters compared

Key = TypeVar("Key")


def nearest(typed: str, names: Mapping[Key, str], *, by_word: bool = False) -> list[Key]:
    """Up to three whose folded names are spelt much like this; `by_word`: or have a word that is."""
    from rapidfuzz import fuzz, process

    typed = typed[:LONGEST]
    hits = [
        (score, key)
        for _, score, key in process.extract(typed, names, scorer=fuzz.WRatio, limit=MOST, score_cutoff=LEAST)
    ]
    if by_word:
        # One letter wrong in a first name weighs little beside a whole name.
        words = {(key, word): word for key, name in names.items() for word in name.split()}
        alike = process.extract(typed, words, scorer=fuzz.ratio, limit=3 * MOST, score_cutoff=LEAST)
        hits += [(score, key) for _, score, (key, _) in alike]
    hits.sort(key=lambda hit: -hit[0])
    return list(dict.fromkeys(key for _, key in hits))[:MOST]


def nearest_names(key: str, names: Mapping[str, str]) -> list[str]:
    """Up to three of these names (by their keys) that are spelt much like this key, as they are shown."""
    return [visible(names[other]) for other in nearest(key, {other: other for other in names})]


def nearest_word(word: str, words: Iterable[str], least: float = 0.6) -> str | None:
    """The word of a short list that was most likely meant."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), list(words), 1, least)), None)


def choices(word: str, words: Iterable[str]) -> str:
    """The end of a message about an unknown word: the nearest word, and the whole list."""
    near, every = nearest_word(word, words), ", ".join(words) or "none"
    return f"did you mean {near}? There are {every}" if near else f"there are {every}"
