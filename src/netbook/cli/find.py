"""Full text over the whole journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, page, say, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context

TERMINAL_ROWS = 20


@command("find", example="netbook find climbing")
def find(
    ctx: Context,
    text: Annotated[
        list[str],
        typer.Argument(metavar="TEXT...", help="The words to find; the last one may be incomplete."),
    ],
    all_rows: options.All = False,
    limit: options.Limit = None,
    count: Annotated[bool, typer.Option("--count", help="Only the number of results.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Search everything.

    It searches people, meetings, topics, notes, favours, promises, events and all other records, and finds those
    that contain all the words, in any case, with or without accents. A word may also be in the name of the person a
    record is about. People come first, then topics, events and circles, then other records, newest first.
    """
    from netbook.reports import find as report

    wanted, drawn = form(csv, json), screen()
    limit = page(all_rows, limit, wanted, TERMINAL_ROWS)
    with ctx.reading() as db:
        result = report.build(db, " ".join(text), 0 if count else limit)
    if count:
        say(str(result.number))
        return
    from netbook.render import find as render

    show(wanted, report.FindRow._fields, result.rows, lambda: render.text(result, ctx.today, drawn))
