"""Meetings, plans, promises and birthdays from a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.actions.transaction import dry_run as rehearsal
from netbook.actions.transaction import writing
from netbook.cli.commands import command
from netbook.cli.output import at_terminal, piped_text, say, screen, show_object, warn
from netbook.errors import Usage

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from sqlite3 import Connection

    import typer

    from netbook.actions.jot import Jotted
    from netbook.cli import options
    from netbook.cli.context import Context


@command("jot", short_help="Log meetings, plans and promises from a few sentences.")
def jot(
    ctx: Context,
    text: Annotated[
        list[str],
        typer.Argument(metavar="TEXT...", help='What happened, in plain words; "-" reads it from stdin.'),
    ],
    new: Annotated[
        list[str] | None,
        typer.Option("--new", "-n", metavar="NAME", help="Somebody new whom the text names; repeatable."),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option("--yes", "-y", help="Write what is certain, without asking, and leave out the rest."),
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Write it though the same words are there for that day.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Give the answer and change nothing.")] = False,
    json: options.Json = False,
) -> None:
    """Log what the words plainly say: netbook jot yesterday lunch with Ana at Blue Bottle, 40 min. +climbing

    Understood: days anywhere; kinds as people say them (zoom, phoned, a beer, golf); company after "with", "met",
    "called", "talked to"; "at PLACE"; 40 min, an hour; +topic and @event ("_" is a space in them). A day to come is
    a plan; "I owe Ana …" and "promised to … by friday" are promises; "her birthday is 5 May" is a birthday.
    What did not happen, and who is only mentioned, is not logged.
    """
    line = _given(text)
    if at_terminal() and not (yes or json or dry_run):
        from netbook.cli.jot_proposal import propose

        jotted = propose(ctx, line, tuple(new or ()), again=again)
        if jotted is None:
            warn("netbook: nothing written")
            return
    else:
        from netbook.actions import jot as actions

        with _changing(ctx, dry_run=dry_run) as db:
            jotted = actions.jot(db, ctx.today, line, tuple(new or ()), partly=yes, again=again)
    answer(ctx, jotted, json=json)
    if dry_run:
        warn("netbook: nothing was changed (--dry-run)")


def answer(ctx: Context, jotted: Jotted, *, json: bool) -> None:
    """Give the answer, its warnings on stderr."""
    from netbook.render import jot as render

    for warning in jotted.warnings:
        warn(f"netbook: {warning}")
    if json:
        show_object(render.as_data(jotted))
    else:
        say(render.text(jotted, ctx.today, screen()))


def _changing(ctx: Context, *, dry_run: bool) -> AbstractContextManager[Connection]:
    return rehearsal(ctx.file) if dry_run else writing(ctx.file, ctx.command_line)


def _given(text: list[str]) -> str:
    """The text as typed, or from stdin for "-"."""
    if text != ["-"]:
        return " ".join(text)
    piped = piped_text()
    if piped is None:
        raise Usage("the text was to come from stdin, which is closed; write it after jot")
    return piped
