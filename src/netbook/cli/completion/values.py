"""What the Tab key completes in an option or argument: from the journal, or from a fixed list."""

# No `from __future__ import annotations`: Typer would compile those of a completer again for every option.

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import typer

from netbook.errors import NetbookError
from netbook.reports.words import ABOUTS, KINDS, OUTCOMES, THANKS, WHYS

# A word, alone or with what a shell may show beside it.
Offer = str | tuple[str, str]


class CompletionWord(str):
    """A word to put in the place of what was typed.

    It need not begin like it ("ru" gives the handle "ana-ruiz"), so it passes Typer's test that it does.
    """

    def startswith(self, *_: Any) -> bool:
        """Yes."""
        return True


def _from_journal(name: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """A completer that asks the journal named before the command, and offers nothing when that fails.

    `name` is that of the question in `reports.completion`, which only the Tab key loads.
    """

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from netbook.reports import completion

        question: Callable[[sqlite3.Connection, str], Sequence[Offer]] = getattr(completion, name)
        try:
            with completion.looking(ctx.find_root().params.get("db")) as db:
                result = question(db, incomplete)
        except NetbookError:
            return []
        offers = ((offer, "") if isinstance(offer, str) else offer for offer in result)
        return [(CompletionWord(word), about) for word, about in offers]

    return complete


def _from_list(words: Sequence[str]) -> Callable[[str], list[str]]:
    """A completer for the words of a fixed list."""

    def complete(incomplete: str) -> list[str]:
        return [CompletionWord(word) for word in words if word.startswith(incomplete.casefold())]

    return complete


def abouts(ctx: typer.Context, incomplete: str) -> list[str]:
    """What a note may be about, where its text begins."""
    begun = incomplete.casefold()
    return (
        []
        if ctx.params.get("text")
        else [CompletionWord(f"{about}:") for about in ABOUTS if about.startswith(begun)]
    )


people = _from_journal("people")
circles = _from_journal("circles")
events = _from_journal("events")
topics = _from_journal("topics")
organisations = _from_journal("organisations")
followups = _from_journal("followups")
whose = _from_journal("whose")
whose_topics = _from_journal("whose_topics")
whose_abouts = _from_journal("whose_abouts")
kinds = _from_list(KINDS)
outcomes = _from_list(OUTCOMES)
answers = _from_list(("yes", "no"))
shells = _from_list(("bash", "zsh", "fish"))
thanks = _from_list(THANKS)
whys = _from_list(WHYS)
