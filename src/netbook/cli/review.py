"""The review of a month, a quarter or a year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context

TERMINAL_ROWS = 10


@command("review", example="netbook review --quarter")
def review(
    ctx: Context,
    month: Annotated[bool, typer.Option("--month", help="This month so far. The default.")] = False,
    quarter: Annotated[bool, typer.Option("--quarter", help="This quarter so far.")] = False,
    year: Annotated[bool, typer.Option("--year", help="This year so far.")] = False,
    since: options.Since = None,
    all_rows: Annotated[
        bool, typer.Option("--all", "-a", help="Every name and organisation. On a terminal: the first few.")
    ] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Compare a month, quarter or year with the one before.

    It is compared with the same number of days from the beginning of the month, quarter or year before; with
    --since, with the days just before. To look at a whole month, give its last day: netbook --today 2026-10-31
    review.

    In person, live and written count meetings with anybody in the journal. A conversation with somebody unnamed is
    a fleeting encounter. Circles and organisations count each person at each meeting in person, by call or video.
    What is open or owed is as of the last day.

    Two figures name people to see now, without a comparison: only on a screen are those you called or saw by video
    and did not meet in person for a year; drifting are those silent for over twice their usual gap.
    """
    from netbook.errors import ConflictingOptions
    from netbook.reports import review as report

    if month + quarter + year + (since is not None) > 1:
        raise ConflictingOptions("--month, --quarter, --year and --since")
    wanted, drawn = form(csv, json), screen()
    with ctx.reading() as db:
        result = report.build(db, ctx.today, "quarter" if quarter else "year" if year else "month", since)
    from netbook.render import review as render

    show(
        wanted, report.ReviewRow._fields, result.rows,
        lambda: render.text(result, drawn, brief=drawn.width is not None and not all_rows),
    )  # fmt: skip
