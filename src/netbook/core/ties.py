"""Ties: what two people are to each other, with a word for each end.

A tie is said from one end ("Nora is Greg's boss"); the word for the other end ("report") follows from it.
Words without a known counterpart are the same at both ends: two cousins are cousins of each other.
"""

from __future__ import annotations

from netbook.core.names import checked, fold

BOTH_WAYS = ("partner", "spouse", "sibling", "colleague", "friend", "neighbour")
_PAIRS = (("parent", "child"), ("boss", "report"), ("mentor", "mentee"), ("client", "supplier"))
OTHER_END = {word: word for word in BOTH_WAYS} | {
    one: other for pair in _PAIRS for one, other in (pair, pair[::-1])
}
# Other spellings and everyday words of the same tie.
_SPELLINGS = {
    "neighbor": "neighbour",
    "co worker": "colleague",
    "coworker": "colleague",
    "direct report": "report",
    "manager": "boss",
}


def tie_word(text: str) -> str:
    """The word of a tie in its usual spelling: "Co-worker" is "colleague"; an unknown word stays as typed."""
    word = checked(text, "a tie")
    key = fold(word)
    key = _SPELLINGS.get(key, key)
    return key if key in OTHER_END else word


def other_end(word: str) -> str:
    """What the second person is to the first: "report" for "boss", the word itself where no other is known."""
    return OTHER_END.get(word, word)


# The types of RELATED (RFC 6350, section 6.6.6) that say what a person is to the owner of a card, both ways.
_TYPE_OF = {
    "spouse": "spouse",
    "parent": "parent",
    "child": "child",
    "sibling": "sibling",
    "colleague": "colleague",
    "friend": "friend",
    "neighbour": "neighbor",
    "partner": "sweetheart",
}
_WORD_OF = {kind: word for word, kind in _TYPE_OF.items()} | {
    "co-worker": "colleague",
    "sweetheart": "partner",
}


def related_type(word: str) -> str | None:
    """The TYPE of a RELATED line for a tie, None where RFC 6350 has none."""
    return _TYPE_OF.get(word)


def word_of_related(kind: str) -> str:
    """The tie that a TYPE of RELATED names; a type of another kind is taken as it is written."""
    return _WORD_OF.get(kind.casefold(), tie_word(kind))
