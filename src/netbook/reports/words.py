"""Words of fixed lists, as typed in options."""

from __future__ import annotations

from collections.abc import Sequence

from netbook.core.vocabulary import ABOUTS, KINDS, OUTCOMES, THANKS, WHYS, one_of


def whys(words: Sequence[str] | None) -> tuple[str, ...]:
    """The reasons to show in the morning report; all of them where none is named."""
    return tuple(one_of(word, WHYS, "reason") for word in words) if words else WHYS


__all__ = ["ABOUTS", "KINDS", "OUTCOMES", "THANKS", "WHYS", "whys"]
