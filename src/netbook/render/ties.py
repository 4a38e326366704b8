"""Ties between people, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.render.text import visible

if TYPE_CHECKING:
    from netbook.actions.ties import Tied


def tied(done: Tied) -> str:
    """What the two are to each other, from both ends."""
    person, other = visible(done.person), visible(done.other)
    known = ", as the journal already says" if done.known else ""
    line = f"{person} is {other}'s {visible(done.word)}"
    if done.back != done.word:
        line += f"; {other} is {person}'s {visible(done.back)}"
    return f"{line}{known} ({done.ref})"


def taken_back(done: Tied) -> str:
    """A tie that was removed."""
    return f"Taken back: {visible(done.person)} is {visible(done.other)}'s {visible(done.word)}"
