"""Meetings, plans, promises and birthdays from a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import at_terminal, piped_text, respond, screen, warn
from netbook.errors import Usage

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command(
    "jot",
    example='netbook jot "yesterday: lunch with Lena at Blue Bottle, 40 min. +climbing"',
    changes=True,
)
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
        bool, typer.Option("--again", help="Write it even if that day already has the same words.")
    ] = False,
    new_edition: options.NewEdition = False,
) -> None:
    """Log meetings, plans and promises from a few sentences.

    It understands days anywhere; everyday words for kinds (zoom, phoned, a beer, golf); company after "with",
    "met", "called", "talked to"; "at PLACE"; 40 min, an hour; +topic and @event ("_" is a space in them). A day to
    come makes a plan; "I owe Ana a book" and "promised to call by friday" are promises; "her birthday is 5 May" is
    a birthday. Meetings that did not happen, and people who are only mentioned, are not logged.
    """
    from netbook.actions import jot as actions

    line, allowed = _given(text), actions.Allowed(again, new_edition)
    if at_terminal() and not (yes or ctx.json or ctx.dry_run):
        from netbook.cli.jot_proposal import propose

        jotted = propose(ctx, line, tuple(new or ()), allowed)
        if jotted is None:
            warn("netbook: nothing written")
            return
    else:
        with ctx.changing() as db:
            jotted = actions.jot(db, ctx.today, line, tuple(new or ()), partly=yes, allowed=allowed)
    from netbook.render import jot as render

    for warning in jotted.warnings:
        warn(f"netbook: {warning}")
    respond(
        ctx, render.as_data(jotted) if ctx.json else None, lambda: render.text(jotted, ctx.today, screen())
    )


def _given(text: list[str]) -> str:
    """The text as typed, or from stdin for "-"."""
    if text != ["-"]:
        return " ".join(text)
    piped = piped_text()
    if piped is None:
        raise Usage("cannot read the text from standard input: it is closed; write it after jot")
    return piped
