"""The list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("people", example="netbook people --circle peers --sort due")
def people(
    ctx: Context,
    circle: options.Circle = None,
    tag: Annotated[str | None, typer.Option(metavar="WORD", help="Only people with this tag.")] = None,
    org: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Only people at an organisation with these words in its name."),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only people at a place with these words in its name.")
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="TOPIC", help="Only people you share this topic with.", autocompletion=options.topics
        ),
    ] = None,
    drifting: Annotated[
        bool, typer.Option("--drifting", help="Only people silent for over twice their usual gap.")
    ] = False,
    never_met: Annotated[
        bool, typer.Option("--never-met", help="Only people without any human contact yet.")
    ] = False,
    parted: Annotated[
        bool, typer.Option("--parted", help="Only people you parted from; without it they are left out.")
    ] = False,
    sort: Annotated[
        str,
        typer.Option(
            metavar="ORDER",
            help="name, last (latest contact first), due (soonest first) or meetings (most first).",
            autocompletion=options.sorts,
        ),
    ] = "name",
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List people, filtered by the options.

    The usual gap is the median of the gaps between the latest ten days of human contact; it takes three such
    days to have one. CSV and JSON have the columns of export people.
    """
    from netbook.reports import people as report

    wanted = form(csv, json)
    with ctx.reading() as db:
        result = report.build(
            db, ctx.today, report.PeopleQuery(circle, tag, org, place, topic, drifting, never_met, parted, sort),
            lists=wanted != "table",
        )  # fmt: skip
    from netbook.render import people as render

    show(wanted, report.PersonRow._fields, result.rows, lambda: render.text(result, screen()))
