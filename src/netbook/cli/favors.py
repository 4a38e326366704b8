"""Give and take: favours, thanks, strain and repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import respond, screen, text_of

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("gave", example="netbook gave lena introduced her to our data team", changes=True)
def gave(ctx: Context, who: options.Who, text: options.Favor, on: options.On = None) -> None:
    """Record a favour you did for a person."""
    from netbook.actions.favors import favor
    from netbook.render import favors as render

    wording = text_of(text)
    with ctx.changing() as db:
        done = favor(db, ctx.today, who, "gave", wording, on)
    respond(ctx, done, lambda: render.favor(done, ctx.today, screen()))


@command("got", example="netbook got lena the vendor list", changes=True)
def got(ctx: Context, who: options.Who, text: options.Favor, on: options.On = None) -> None:
    """Record a favour a person did for you.

    You owe thanks for it until you record them: netbook thank.
    """
    from netbook.actions.favors import favor
    from netbook.render import favors as render

    wording = text_of(text)
    with ctx.changing() as db:
        done = favor(db, ctx.today, who, "got", wording, on)
    respond(ctx, done, lambda: render.favor(done, ctx.today, screen()))


@command("thank", example="netbook thank lena --how card", changes=True)
def thank(
    ctx: Context,
    who: options.Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="What you said or wrote.")
    ] = None,
    for_: Annotated[
        str | None,
        typer.Option("--for", metavar="WORDS", help="The favour; default: the oldest not thanked for."),
    ] = None,
    how: Annotated[
        str | None,
        typer.Option(
            metavar="HOW",
            help="note, card, letter, call, in-person or message.",
            autocompletion=options.thanks,
        ),
    ] = None,
    on: options.On = None,
) -> None:
    """Record thanks, with what you said or wrote.

    The thanks are for the oldest favour not thanked for yet, or for the one that --for names; if none is owed, they
    are recorded all the same.
    """
    from netbook.actions.favors import thank as record
    from netbook.render import favors as render

    wording = text_of(text) if text else None
    with ctx.changing() as db:
        thanks = record(db, ctx.today, who, text=wording, how=how, on=on, for_=for_)
    respond(ctx, thanks, lambda: render.thanked(thanks, ctx.today, screen()))


@command("strain", example="netbook strain lena I missed her talk", changes=True)
def strain(
    ctx: Context,
    who: options.Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What happened.")],
    on: options.On = None,
) -> None:
    """Record that a relationship is strained.

    It comes first in netbook due until netbook repair.
    """
    from netbook.actions.strains import strain as record
    from netbook.render import favors as render

    wording = text_of(text)
    with ctx.changing() as db:
        opened = record(db, ctx.today, who, wording, on)
    respond(ctx, opened, lambda: render.strain(opened, ctx.today, screen()))


@command("repair", example="netbook repair lena we talked it over", changes=True)
def repair(
    ctx: Context,
    who: options.Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="How it was repaired.")
    ] = None,
    on: options.On = None,
) -> None:
    """Record how a strained relationship was repaired."""
    from netbook.actions.strains import repair as record
    from netbook.render import favors as render

    wording = text_of(text) if text else None
    with ctx.changing() as db:
        ended = record(db, ctx.today, who, wording, on)
    respond(ctx, ended, lambda: render.repaired(ended, ctx.today, screen()))
