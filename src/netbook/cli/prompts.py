"""Prompt at the terminal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from netbook.actions.log import MeetingWords
from netbook.cli.output import asked, at_terminal, say
from netbook.core.matching import SeveralPeople
from netbook.render.text import columns, counted, visible

LISTED = 20
Answer = TypeVar("Answer")


def asking_who(write: Callable[[MeetingWords], Answer], words: MeetingWords) -> Answer:
    """The result of `write`; if a name fits several people on a terminal, asks which one.

    Without a terminal or an answer, SeveralPeople is raised.
    """
    while True:
        try:
            return write(words)
        except SeveralPeople as several:
            handle = which(several) if at_terminal() else None
            chosen = handle and with_name(words, several.text, handle)
            if not chosen or chosen == words:
                raise
            words = chosen


def which(several: SeveralPeople) -> str | None:
    """The handle of the person the user chooses, or None."""
    people = several.people
    say(f'{counted(len(people), "person", "people")} match "{visible(several.text)}":')
    rows = [
        (f"  {number}", *map(visible, (candidate.handle, candidate.name, candidate.org or "")))
        for number, candidate in enumerate(people[:LISTED], 1)
    ]
    say("\n".join(columns(rows)))
    if len(people) > LISTED:
        say(f"  and {counted(len(people) - LISTED, 'more', 'more')}: write the handle")
    while answer := asked(f"Which one? (1 to {min(len(people), LISTED)}, Enter: nobody) "):
        for number, person in enumerate(people, 1):
            if answer.casefold() == person.handle or (answer == str(number) and number <= LISTED):
                return person.handle
        say("Type the number in front of the name, or the handle.")
    return None


def with_name(words: MeetingWords, name: str, handle: str) -> MeetingWords:
    """The words with a name replaced by a handle, among the people or before a colon."""
    if name in words.who:
        return words._replace(who=tuple(handle if text == name else text for text in words.who))
    return words._replace(
        common=_prefixed(words.common, name, handle),
        learned=_prefixed(words.learned, name, handle),
        gave=_prefixed(words.gave, name, handle),
        got=_prefixed(words.got, name, handle),
        promise=_prefixed(words.promise, name, handle),
        they_promise=_prefixed(words.they_promise, name, handle),
    )


def _prefixed(texts: tuple[str, ...], name: str, handle: str) -> tuple[str, ...]:
    return tuple(
        f"{handle}:{text.partition(':')[2]}" if text.partition(":")[0].strip() == name else text
        for text in texts
    )
