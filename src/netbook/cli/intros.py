"""Introductions: those worth making, and those made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, page, respond, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("intros", example="netbook intros lena")
def intros(
    ctx: Context,
    who: Annotated[
        str | None,
        typer.Argument(metavar="[WHO]", help="Only with this person.", autocompletion=options.people),
    ] = None,
    all_rows: options.All = False,
    limit: options.Limit = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List introductions worth making.

    The rarer the topic, the better the reason. Pairs are left out if they were in one meeting, if you introduced
    them or offered to, or if one introduced you to the other; so are people who are paused or parted.
    """
    from netbook.render import intros as render
    from netbook.reports import intros as report

    wanted, drawn = form(csv, json), screen()
    limit = page(all_rows, limit, wanted)
    with ctx.reading() as db:
        result = report.build(db, ctx.today, who, limit)
    show(wanted, report.Intro._fields, result.rows, lambda: render.intros(result, drawn))


@command("intro", example="netbook intro lena omar --outcome offered", changes=True)
def intro(
    ctx: Context,
    who: options.Who,
    other: Annotated[
        str, typer.Argument(metavar="WHO", help="Somebody else.", autocompletion=options.people)
    ],
    because: Annotated[str | None, typer.Option(metavar="TEXT", help="Why they should meet.")] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            metavar="OUTCOME",
            help="offered, made or declined. Default: made.",
            autocompletion=options.outcomes,
        ),
    ] = None,
    on: options.On = None,
) -> None:
    """Record that you introduced two people, or offered to.

    Recording the same pair again changes what was recorded: an offer becomes made, or declined. A pair that was
    introduced, or that declined, is not suggested again.
    """
    from netbook.actions.introductions import introduce
    from netbook.render import intros as render

    with ctx.changing() as db:
        done = introduce(db, ctx.today, who=who, other=other, because=because, outcome=outcome, on=on)
    respond(ctx, done, lambda: render.introduced(done, ctx.today, screen()))
