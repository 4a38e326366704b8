"""Give and take: favours, thanks, strain and repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.actions.transaction import writing
from netbook.cli.commands import command
from netbook.cli.output import say, screen

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("gave")
def gave(ctx: Context, who: options.Who, text: options.Favor, on: options.On = None) -> None:
    """Record something you did for somebody."""
    from netbook.actions.favors import favor
    from netbook.render import favors as render

    with writing(ctx.file, ctx.command_line) as db:
        done = favor(db, ctx.today, who, "gave", " ".join(text), on)
    say(render.favor(done, ctx.today, screen()))


@command("got")
def got(ctx: Context, who: options.Who, text: options.Favor, on: options.On = None) -> None:
    """Record something somebody did for you. Thanks are owed for it until netbook thank."""
    from netbook.actions.favors import favor
    from netbook.render import favors as render

    with writing(ctx.file, ctx.command_line) as db:
        done = favor(db, ctx.today, who, "got", " ".join(text), on)
    say(render.favor(done, ctx.today, screen()))


@command("thank")
def thank(
    ctx: Context,
    who: options.Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="Words of the favour.")
    ] = None,
    how: Annotated[
        str | None,
        typer.Option(
            metavar="HOW", help="note, card, call, in-person or message.", autocompletion=options.thanks
        ),
    ] = None,
    on: options.On = None,
) -> None:
    """Record thanks for something somebody did for you.

    It is for the oldest favour not thanked for yet, or the one that TEXT names.
    """
    from netbook.actions.favors import thank as record
    from netbook.render import favors as render

    with writing(ctx.file, ctx.command_line) as db:
        thanks = record(db, ctx.today, who, " ".join(text) if text else None, how, on)
    say(render.thanked(thanks, ctx.today, screen()))


@command("strain")
def strain(
    ctx: Context,
    who: options.Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What happened.")],
    on: options.On = None,
) -> None:
    """Record that a relationship is hurt. It comes first in netbook due until netbook repair."""
    from netbook.actions.strains import strain as record
    from netbook.render import favors as render

    with writing(ctx.file, ctx.command_line) as db:
        opened = record(db, ctx.today, who, " ".join(text), on)
    say(render.strain(opened, ctx.today, screen()))


@command("repair")
def repair(
    ctx: Context,
    who: options.Who,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="How it was repaired.")
    ] = None,
    on: options.On = None,
) -> None:
    """Record that a hurt relationship is repaired."""
    from netbook.actions.strains import repair as record
    from netbook.render import favors as render

    with writing(ctx.file, ctx.command_line) as db:
        ended = record(db, ctx.today, who, " ".join(text) if text else None, on)
    say(render.repaired(ended, ctx.today, screen()))
