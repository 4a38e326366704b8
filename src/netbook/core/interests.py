"""Interests in a note: "climbing, jazz and Le Guin" are three topics; a sentence stays a note."""

import re

from netbook.core.names import clean, fold, topic_key

MOST = 12
LONGEST = 3  # words of one interest
# A sentence rather than a list: words that topics do not begin with or contain.
_SENTENCE = frozenset(
    "is was are were be been has had have wants want wanted would will can could does did do started starts "
    "stopped plays play likes like loves love hates hate goes went going learns learned reads read thinks looks "
    "looking wonders used he she they i we not no never new again lately soon since until because when while "
    "maybe perhaps mostly".split()
)
_BETWEEN = re.compile(r"\s*(?:[,;/\n]|\band\b|&|\+(?=\s))\s*", re.I)


def interests_in(text: str) -> tuple[str, ...]:
    """The topics in a short list, each once; empty if the text is not clearly a list of topics."""
    bare = clean(text).rstrip(".")
    if any(mark in bare for mark in ".:!?()") or _SENTENCE.intersection(fold(bare).split()):
        return ()
    items = [item for item in _BETWEEN.split(bare) if item]
    if not items or len(items) > MOST or any(len(item.split()) > LONGEST for item in items):
        return ()
    return tuple({topic_key(item): item for item in items}.values())
