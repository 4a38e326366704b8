"""The morning report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, say, screen, show
from netbook.errors import ConflictingOptions

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context

TERMINAL_ROWS = 10


@command("due")
def due(
    ctx: Context,
    within: Annotated[
        int, typer.Option(metavar="DAYS", min=0, max=36500, help="Also what falls due in the next DAYS days.")
    ] = 0,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHY",
            help="Only: repair, contact, promise, thanks, birthday, event. Repeatable.",
            autocompletion=options.whys,
        ),
    ] = None,
    circle: options.Circle = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only people, and events, there.")] = None,
    minutes: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, help="Only ways to meet that fit the time: a call 15, coffee or lunch 60."
        ),
    ] = None,
    all_rows: Annotated[bool, typer.Option("--all", "-a", help="Every row.")] = False,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="At most N rows a section. On a terminal: 10.")
    ] = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number of rows.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Whom to reach out to today, and why.

    Due is last human contact plus cadence; e-mail and messages never reset it. Paused and parted people
    are left out. What comes next goes from a call to a coffee to a meal; for people only called or seen on
    a screen in a year it is something in person. CSV and JSON have every row unless --limit is given.
    """
    from netbook.reports import due as report
    from netbook.reports.words import whys

    wanted = form(csv, json)
    if all_rows and limit is not None:
        raise ConflictingOptions("--all and --limit")
    again = "due --all" if limit else f"{ctx.command_line} --all"
    if count:
        limit = 1  # the rows are counted all the same, and not looked up
    elif limit is None and not all_rows and wanted == "table" and screen().width is not None:
        limit = TERMINAL_ROWS
    with ctx.reading() as db:
        result = report.build(
            db,
            ctx.today,
            report.DueQuery(within, whys(only), circle, place, minutes, limit),
        )
    if count:
        say(str(result.total))
        return

    def table() -> str:
        from netbook.render import due as render

        return render.text(result, screen(), again)

    show(wanted, report.DueRow._fields, result.rows, table)
