"""What the Tab key completes in an option or argument: from the journal, or from a fixed list.

Each completer is in this module under its own name, by which the parser's table has it.
"""

# No annotations as texts: Typer would compile those of a completer again for every option.

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from netbook.errors import NetbookError
from netbook.reports.words import ABOUTS, KINDS, OUTCOMES, THANKS, WHYS


class Completion(NamedTuple):
    """A word that can replace the one being typed, and what a shell may show beside it."""

    word: str
    about: str = ""


class TypedLine(NamedTuple):
    """What a line says before the word that is being typed: the journal, and the values of the parameters."""

    db: str | None
    values: Mapping[str, Any]


Completer = Callable[[TypedLine, str], list[Completion]]


def _from_journal(name: str) -> Completer:
    """A completer that asks the journal named before the command, and offers nothing when that fails.

    `name` is that of the question in `reports.completion`, which only the Tab key loads.
    """

    def complete(ctx: TypedLine, incomplete: str) -> list[Completion]:
        from netbook.reports import completion

        question: Callable[[sqlite3.Connection, str], Sequence[str | tuple[str, str]]] = getattr(
            completion, name
        )
        try:
            with completion.looking(ctx.db) as db:
                result = question(db, incomplete)
        except NetbookError:
            return []
        return [Completion(offer) if isinstance(offer, str) else Completion(*offer) for offer in result]

    complete.__name__ = name
    return complete


def _from_list(name: str, words: Sequence[str]) -> Completer:
    """A completer for the words of a fixed list."""

    def complete(ctx: TypedLine, incomplete: str) -> list[Completion]:
        return [Completion(word) for word in words if word.startswith(incomplete.casefold())]

    complete.__name__ = name
    return complete


def abouts(ctx: TypedLine, incomplete: str) -> list[Completion]:
    """What a note may be about, where its text begins."""
    begun = incomplete.casefold()
    return (
        []
        if ctx.values.get("text")
        else [Completion(f"{about}:") for about in ABOUTS if about.startswith(begun)]
    )


def tables(ctx: TypedLine, incomplete: str) -> list[Completion]:
    """What can be exported."""
    from netbook.cli.export_whole import WHOLE
    from netbook.reports.tables import NAMES

    return [Completion(name) for name in (*NAMES, *WHOLE) if name.startswith(incomplete)]


def sorts(ctx: TypedLine, incomplete: str) -> list[Completion]:
    """The orders of a list of people."""
    from netbook.reports.people import SORTS

    return [Completion(name) for name in SORTS if name.startswith(incomplete)]


people = _from_journal("people")
circles = _from_journal("circles")
events = _from_journal("events")
topics = _from_journal("topics")
organisations = _from_journal("organisations")
followups = _from_journal("followups")
whose = _from_journal("whose")
whose_topics = _from_journal("whose_topics")
whose_abouts = _from_journal("whose_abouts")
kinds = _from_list("kinds", KINDS)
outcomes = _from_list("outcomes", OUTCOMES)
answers = _from_list("answers", ("yes", "no"))
shells = _from_list("shells", ("bash", "zsh", "fish"))
thanks = _from_list("thanks", THANKS)
whys = _from_list("whys", WHYS)
