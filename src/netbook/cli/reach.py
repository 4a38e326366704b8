"""The people you know, by organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, page, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("reach", example='netbook reach "Lighthouse Lamps"')
def reach(
    ctx: Context,
    org: Annotated[
        str | None,
        typer.Argument(
            metavar="[ORG]", help="The people at this organisation.", autocompletion=options.organisations
        ),
    ] = None,
    all_rows: options.All = False,
    limit: options.Limit = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List the people you know, by organisation.

    With ORG (its name, or the beginnings of its words) it lists the people there. People you have parted from are
    left out. Contacts count each person at each meeting in person, by call or video.
    """
    from netbook.render import reach as render
    from netbook.reports import reach as report

    wanted, drawn = form(csv, json), screen()
    limit = page(all_rows, limit, wanted)
    with ctx.reading() as db:
        if org is None:
            every = report.build(db, ctx.today)
        else:
            place = report.people_at(db, ctx.today, org)
    if org is None:
        show(wanted, report.ReachRow._fields, every.rows[:limit], lambda: render.text(every, drawn, limit))
    else:
        show(
            wanted,
            report.OrganisationPerson._fields,
            [*place.rows, *place.former][:limit],
            lambda: render.people(place, drawn, limit),
        )
