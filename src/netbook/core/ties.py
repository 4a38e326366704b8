"""Ties: what two people are to each other, with a word for each end.

A tie is said from one end ("Nora is Greg's boss"); the word for the other end ("report") follows from it.
Words without a known counterpart are the same at both ends: two cousins are cousins of each other. A narrower word has
the counterpart of the broader one: whose mother somebody is, is their child.
"""

from __future__ import annotations

from netbook.core.names import checked, fold

UNSAID_TIE = "relation"  # of somebody of whom a file says no more
BOTH_WAYS = ("partner", "spouse", "sibling", "colleague", "friend", "neighbour")
_PAIRS = (
    ("parent", "child"), ("boss", "report"), ("mentor", "mentee"), ("client", "supplier"),
    ("grandparent", "grandchild"), ("stepparent", "stepchild"), ("godparent", "godchild"), ("uncle", "nephew"),
)  # fmt: skip
OTHER_END = {word: word for word in BOTH_WAYS} | {
    one: other for pair in _PAIRS for one, other in (pair, pair[::-1])
}
_BROADER = {
    "mother": "parent", "father": "parent", "son": "child", "daughter": "child", "brother": "sibling",
    "sister": "sibling", "husband": "spouse", "wife": "spouse", "grandmother": "grandparent",
    "grandfather": "grandparent", "assistant": "report",
}  # fmt: skip
# Other spellings and everyday words of the same tie.
_SPELLINGS = {
    "neighbor": "neighbour",
    "co worker": "colleague",
    "coworker": "colleague",
    "direct report": "report",
    "manager": "boss",
    "subordinate": "report",
    "protege": "mentee",
    "domestic partner": "partner",
    "godfather": "godparent",
    "godson": "godchild",
    "bestfriend": "best friend",
}


def tie_word(text: str) -> str:
    """The word of a tie in its usual spelling: "Co-worker" is "colleague"; an unknown word stays as typed."""
    word = checked(text, "a tie")
    key = fold(word)
    known = key in OTHER_END or key in _BROADER
    return _SPELLINGS.get(key, key if known else word)


def broader(word: str) -> str:
    """The word that a narrower one is a kind of: "parent" for "mother"; any other word itself."""
    return _BROADER.get(word, word)


def other_end(word: str) -> str:
    """What the second person is to the first: "report" for "boss", the word itself where no other is known."""
    return OTHER_END.get(broader(word), word)


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
