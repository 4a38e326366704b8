"""The words of each meeting, as they are kept: those of its sentences, without topics, event and leading day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from netbook.core.jot.settling import Item
from netbook.core.jot.words import Word

Span = tuple[int, int]


def texts_of(
    text: str, sentences: Sequence[Sequence[Word]], items: Sequence[Item], cut: Iterable[Span]
) -> list[str]:
    """The words of each meeting and plan: from where it begins to where the next one does."""
    starts = [0, *(_begin(item, before, sentences) for before, item in pairwise(items))]
    ends = [*starts[1:], len(text)]
    spans = sorted(cut)
    return [_without(text, start, end, spans) for start, end in zip(starts, ends, strict=True)][: len(items)]


def _begin(item: Item, before: Item, sentences: Sequence[Sequence[Word]]) -> int:
    """Where the words of a meeting begin: with its sentence, unless it shares that."""
    if item.sentence == before.sentence:
        return item.start
    return min(sentences[item.sentence][0].start, item.start)


def _without(text: str, start: int, end: int, spans: Iterable[Span]) -> str:
    """A piece of the text without the spans."""
    chosen, at = "", start
    for first, last in spans:
        if start <= first < end:
            piece = text[at:first]
            chosen += piece.rstrip() + (" " if chosen or piece.strip() else "")
            at = min(last, end)
            while at < end and text[at] == " ":
                at += 1
    return (chosen + text[at:end]).strip().rstrip(",;").strip()
