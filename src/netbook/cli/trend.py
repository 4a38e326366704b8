"""Meetings a month, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context

TERMINAL_ROWS = 10


@command("trend", short_help="Meetings a month, as bars.")
def trend(
    ctx: Context,
    who: Annotated[
        str | None,
        typer.Option("--with", metavar="WHO", help="Only with this person.", autocompletion=options.people),
    ] = None,
    circle: options.Circle = None,
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="TOPIC", help="Only with people you share this with.", autocompletion=options.topics
        ),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Meetings a month as bars: in person, live (call, video) and written. The last twelve months.

    A meeting counts once, however many were at it. A conversation with somebody unnamed alone is none.
    """
    from netbook.render import trend as render
    from netbook.reports import trend as report

    wanted = form(csv, json)
    with ctx.reading() as db:
        result = report.build(db, ctx.today, report.TrendQuery(who, circle, topic, since, until))
    show(wanted, report.TrendRow._fields, result.rows, lambda: render.text(result, screen()))
