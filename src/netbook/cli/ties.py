"""What people are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import respond

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("tie", example="netbook tie nora boss greg", changes=True)
def tie(
    ctx: Context,
    who: options.Who,
    word: Annotated[
        str,
        typer.Argument(metavar="WORD", help="What the first is to the second: boss, sister, partner, …"),
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="WHO", help="Somebody else.", autocompletion=options.people)
    ] = None,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Somebody who is not in the journal, by name.")
    ] = None,
    not_: Annotated[bool, typer.Option("--not", help="Take it back.")] = False,
) -> None:
    """Record what two people are to each other.

    "tie nora boss greg" is "Nora is Greg's boss", and records the other end too (report). Known words: partner,
    spouse, parent, child, sibling, boss, report, colleague, friend, neighbour, mentor, mentee, client, supplier;
    any other word is the same at both ends.
    """
    from netbook.actions import ties as actions
    from netbook.render import ties as render

    with ctx.changing() as db:
        done = actions.untie(db, who, word, other or "") if not_ else actions.tie(db, who, word, other, name)
    respond(ctx, done, lambda: render.taken_back(done) if not_ else render.tied(done))
