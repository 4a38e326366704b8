"""The morning report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, refuse_all_with_limit, say, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context

# For people, on a terminal or piped; CSV and JSON have every row.
REACH, OTHERS = 5, 10


@command("due", example="netbook due --within 7 --circle mentors")
def due(
    ctx: Context,
    within: Annotated[
        int, typer.Option(metavar="DAYS", min=0, max=36500, help="Also what falls due in the next DAYS days.")
    ] = 0,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHY",
            help="Only: planned, repair, new, contact, promise, waiting, thanks, birthday, event. Repeatable.",
            autocompletion=options.whys,
        ),
    ] = None,
    circle: options.Circle = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only people and events there.")] = None,
    minutes: Annotated[
        str | None,
        typer.Option(
            metavar="N", help="Ways to reach out that fit the time: a call takes 15, coffee or lunch 60."
        ),
    ] = None,
    all_rows: Annotated[bool, typer.Option("--all", "-a", help="Every row.")] = False,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="At most N rows a section. In a table: 5 to reach, else 10."),
    ] = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number of rows.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Show whom to reach out to today, and why.

    Somebody is due at their last human contact plus their cadence; e-mail and messages never reset it. Somebody
    never met is due at their start. People are ranked by days overdue divided by the cadence; those who are
    strained, planned, paused or parted are not listed as people to reach. CSV and JSON have every row unless
    --limit is given.
    """
    from netbook.core.minutes import parse_minutes
    from netbook.reports import due as report
    from netbook.reports.sync import days_since_sync
    from netbook.reports.words import whys

    wanted = form(csv, json)
    refuse_all_with_limit(all_rows, limit)
    again = "due --all" if limit else f"{ctx.command_line} --all"
    reach = limit
    if count:
        reach, limit = 0, 0  # the rows are counted all the same, and not looked up
    elif limit is None and not all_rows and wanted == "table":
        reach, limit = REACH, OTHERS
    time = None if minutes is None else parse_minutes(minutes)
    with ctx.reading() as db:
        results = report.build(
            db,
            ctx.today,
            report.DueQuery(
                within=within,
                only=whys(only),
                circle=circle,
                place=place,
                minutes=time,
                limit=limit,
                reach=reach,
            ),
        )
        unsynced = (
            days_since_sync(db, ctx.today) if wanted == "table" and screen().width is not None else None
        )
    if count:
        say(str(results.total))
        return

    def table() -> str:
        from netbook.render import due as render

        return render.text(results, screen(), again) + render.not_synced(unsynced, screen())

    show(wanted, report.DueRow._fields, results.rows, table)
