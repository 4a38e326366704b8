"""A line to start a conversation with: news, common topics, what you learned, the last meeting."""

from __future__ import annotations

_TO_YOU = {
    "me": "you", "i": "you", "my": "your", "mine": "yours", "us": "both of you", "we": "you both", "our": "your",
    "myself": "yourself",
}  # fmt: skip
_ENDS = " .,;:!?"
# A note that has none of these stays as it is; two signs in a row at a word's end are rare.
_YOURS = frozenset(word + end for word in _TO_YOU for end in ("", *_ENDS.strip()))

_NEWS = {
    "org": "now at {}", "title": "now {}", "place": "now in {}",
    "address": "new address: {}", "email": "new e-mail: {}", "phone": "new number: {}",
}  # fmt: skip


def starter(
    *, news: str | None, topic: str | None, note: str | None, summary: str | None, how_met: str | None,
    introduced_by: str | None, title: str | None, org: str | None,
) -> str | None:  # fmt: skip
    """One line to start a conversation with, the most personal first; None if nothing is known."""
    near = (
        _told_news(news) if news else None,
        f"in common: {topic}" if topic else None,
        to_you(note) if note else None,
    )
    if any(near):
        return "; ".join([part for part in near if part])
    before = (
        f"last time: {to_you(summary)}" if summary else None,
        f"introduced by {introduced_by}" if introduced_by else None,
        how_met,
        work(title, org),
    )
    return "; ".join([part for part in before if part][:2]) or None


def _told_news(news: str) -> str:
    what, _, value = news.partition(" ")
    return _NEWS[what].format(" ".join(value.split()))


def work(title: str | None, org: str | None) -> str | None:
    """What somebody does and where: "engineer at Acme"."""
    return f"{title} at {org}" if title and org else title or org


def to_you(text: str) -> str:
    """A note as it is told to its writer: "had me try sushi" is "had you try sushi"."""
    if _YOURS.isdisjoint(text.casefold().split()):
        return " ".join(text.split())
    return " ".join([_told(word) for word in text.split()])


def _told(word: str) -> str:
    bare = word.rstrip(_ENDS)
    replacement = _TO_YOU.get(bare.casefold())
    return replacement + word[len(bare) :] if replacement else word
