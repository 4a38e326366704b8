"""Show how a text was understood, numbered, before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from netbook.actions.jot import Allowed, Jotted, Part, Repeated, parts_of, understand, write_parts
from netbook.cli.context import Context
from netbook.cli.output import asked, say, screen, warn
from netbook.cli.prompts import which
from netbook.core.jot.refusals import doubt_in_words, refusal
from netbook.core.jot.results import MeetingRead, Reading
from netbook.core.matching import SeveralPeople
from netbook.core.text import visible
from netbook.errors import NetbookError
from netbook.render import jot as render

QUESTION = "Write it? (Enter: all; 2x drops one, 2e changes one, q: none) "
YES = ("y", "yes")


def propose(ctx: Context, text: str, new: tuple[str, ...], allowed: Allowed) -> Jotted | None:
    """Show what would be written, unless it is one plain meeting, and write what the user leaves; None for nothing."""
    reading = _asked_about(ctx, text, new)
    parts = parts_of(reading)
    if not parts:
        raise refusal(reading, text, ctx.today)
    plain = (
        len(parts) == 1 and isinstance(parts[0], MeetingRead) and not reading.doubts and not reading.left_out
    )
    if not plain:
        chosen = _chosen(ctx, parts, reading)
        if not chosen:
            return None
        parts = chosen
    jotted = _written(ctx, parts, allowed)
    if jotted is None:
        return None
    mentioned = tuple(person.name for person in reading.mentioned if person.id > 0)
    return jotted._replace(mentioned=mentioned, left_out=reading.left_out)


def _asked_about(ctx: Context, text: str, new: tuple[str, ...]) -> Reading:
    """The reading of a text, after asking about names that several people or nobody have."""
    chosen: dict[str, str] = {}
    refused: set[str] = set()
    while True:
        with ctx.reading() as db:
            reading = understand(db, ctx.today, text, new, chosen)
        for doubt in reading.doubts:
            if isinstance(doubt.error, SeveralPeople) and doubt.error.text not in refused:
                handle = which(doubt.error)
                if handle is None:
                    refused.add(doubt.error.text)
                else:
                    chosen[doubt.error.text] = handle
                break
            stranger = next((name for name in doubt.unknown if name not in refused), None)
            if stranger is not None:
                answer = asked(f"Nobody is called {visible(stranger)}. Add them as new? (y; Enter: no) ")
                if answer.casefold() in YES:
                    new = (*new, stranger)
                else:
                    refused.add(stranger)
                break
        else:
            return reading


def _chosen(ctx: Context, parts: list[Part], reading: Reading) -> list[Part]:
    """The parts of the proposal to write; none for "q"."""
    while parts:
        say(render.proposal(parts, ctx.today, screen()))
        for doubt in reading.doubts:
            say(f"  not written: {visible(doubt_in_words(doubt))}")
        for words in reading.left_out:
            say(f"  left out: {visible(words)}")
        answer = asked(QUESTION).casefold()
        if answer in ("", *YES):
            return parts
        if answer in ("q", "n", "no"):
            return []
        number, action = answer[:-1].strip(), answer[-1:]
        if action not in ("x", "e") or not number.isdecimal() or not 1 <= int(number) <= len(parts):
            say("That is none of them: Enter, a number with x or e, as in 2x, or q.")
        elif action == "x":
            parts = [part for place, part in enumerate(parts, 1) if place != int(number)]
        else:
            parts = _changed(ctx, parts, int(number) - 1)
    return parts


def _changed(ctx: Context, parts: list[Part], place: int) -> list[Part]:
    """The parts, with one of them replaced by what the new words say."""
    say(screen().wrap("  ", render.in_words(parts[place], ctx.today)))
    line = asked("Say it in other words (Enter keeps it): ")
    if not line:
        return parts
    try:
        reading = _asked_about(ctx, line, ())
        more = parts_of(reading)
        if not more or reading.doubts:
            raise refusal(reading, line, ctx.today)
    except NetbookError as error:
        warn(f"netbook: {error}")
        return parts
    return [*parts[:place], *more, *parts[place + 1 :]]


def _written(ctx: Context, parts: Sequence[Part], allowed: Allowed) -> Jotted | None:
    """Write the parts; if the same words exist already, ask first; None for a no."""
    try:
        return _write(ctx, parts, allowed)
    except Repeated as error:
        warn(f"netbook: {error}")
        if asked("Write it once more? (y; Enter: no) ").casefold() not in YES:
            return None
        return _write(ctx, parts, allowed._replace(again=True))


def _write(ctx: Context, parts: Sequence[Part], allowed: Allowed) -> Jotted:
    with ctx.changing() as db:
        return write_parts(db, ctx.today, parts, allowed)
