"""The list of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, say, screen, show
from netbook.errors import ConflictingOptions

if TYPE_CHECKING:
    import typer

    from netbook.cli import options, person_filters
    from netbook.cli.context import Context


@command("people", example="netbook people --circle peers --sort due")
def people(
    ctx: Context,
    circle: person_filters.Circles = None,
    tag: person_filters.Tags = None,
    org: person_filters.Orgs = None,
    department: person_filters.Departments = None,
    place: person_filters.Places = None,
    topic: person_filters.Topics = None,
    event: person_filters.Events = None,
    drifting: Annotated[
        bool, typer.Option("--drifting", help="Only people silent for over twice their usual gap.")
    ] = False,
    never_met: Annotated[
        bool, typer.Option("--never-met", help="Only people without any human contact yet.")
    ] = False,
    undecided: Annotated[
        bool,
        typer.Option("--undecided", help="Only people without a cadence, their own or a circle's."),
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
    handles: Annotated[
        bool, typer.Option("--handles", help="Only the handles, one a line, for xargs.")
    ] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List people, filtered by the options.

    Each filter is repeatable and matches any of its values. netbook sort goes through those you have not decided
    about.

    The usual gap is the median of the gaps between the latest ten days of human contact; it takes three such days
    to have one. CSV and JSON have the columns of export people.
    """
    from netbook.reports import people as report

    wanted = form(csv, json)
    if handles and wanted != "table":
        raise ConflictingOptions(f"--handles and --{wanted}")
    query = report.PeopleQuery(
        circle=tuple(circle or ()), tag=tuple(tag or ()), org=tuple(org or ()), place=tuple(place or ()),
        topic=tuple(topic or ()), department=tuple(department or ()), event=tuple(event or ()),
        drifting=drifting, never_met=never_met, undecided=undecided, parted=parted, sort=sort,
    )  # fmt: skip
    with ctx.reading() as db:
        result = report.build(db, ctx.today, query, lists=wanted != "table")
    if handles:
        say("\n".join(row.handle for row in result.rows))
        return
    from netbook.render import people as render

    show(wanted, report.PersonRow._fields, result.rows, lambda: render.text(result, screen()))
