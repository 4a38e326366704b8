"""Meetings per month as bars, or a year as a calendar of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context
    from netbook.reports.trend import DaysReport, TrendReport


@command("trend", example="netbook trend --circle peers")
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
    days: Annotated[bool, typer.Option("--days", help="A calendar of days instead of months.")] = False,
    since: options.Since = None,
    until: options.Until = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Show meetings per month as bars.

    In person, live (call, video) and written, for the last twelve months.

    --days shows the last year as a calendar: a column for each week; the more human contact a day had, the darker
    it is.

    A meeting counts once, however many people were at it. A conversation with only somebody unnamed does not count.
    """
    from netbook.reports import trend as report

    wanted, query = form(csv, json), report.TrendQuery(who, circle, topic, since, until)
    if days:
        with ctx.reading() as db:
            calendar = report.build_days(db, ctx.today, query)
        show(wanted, report.DayRow._fields, calendar.rows, lambda: _calendar(calendar))
        return
    with ctx.reading() as db:
        months = report.build(db, ctx.today, query)
    show(wanted, report.TrendRow._fields, months.rows, lambda: _bars(months))


def _calendar(result: DaysReport) -> str:
    from netbook.render import trend_days as render

    return render.text(result, screen())


def _bars(result: TrendReport) -> str:
    from netbook.render import trend as render

    return render.text(result, screen())
