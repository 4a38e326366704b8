"""Looking back: the review of a period, the trend by month, the reach by organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, paper, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.reports.setting import Setting

TERMINAL_ROWS = 10


@command("review", short_help="What the month, quarter or year came to.")
def review(
    here: Setting,
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
    """What the month, quarter or year so far came to, each figure beside that of the period before.

    Beside it stands the same number of days from the beginning of the month, quarter or year before; with
    --since, the days just before. To look at a whole month, say its last day: netbook --today 2026-10-31 review.

    In person, live and written count meetings with anybody in the journal. A conversation with somebody unnamed
    is a fleeting encounter. Circles and organisations count each person at each meeting in person, by call or
    video. What is open or owed is as of the last day.

    Two figures name people to see now, with nothing before them: only on a screen are those you called or saw
    by video and did not meet in person for a year; drifting are those silent for over twice their usual gap.
    """
    from netbook.errors import OneChange
    from netbook.reports import review as report

    if month + quarter + year + (since is not None) > 1:
        raise OneChange("--month, --quarter, --year and --since")
    wanted, drawn = form(csv, json), paper()
    with here.reading() as db:
        found = report.build(db, here.today, "quarter" if quarter else "year" if year else "month", since)
    from netbook.render import review as page

    show(
        wanted, report.ReviewRow._fields, found.rows,
        lambda: page.text(found, drawn, brief=drawn.width is not None and not all_rows),
    )  # fmt: skip


@command("trend", short_help="Meetings a month, as bars.")
def trend(
    here: Setting,
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
    from netbook.render import trend as page
    from netbook.reports import trend as report

    wanted = form(csv, json)
    with here.reading() as db:
        found = report.build(db, here.today, report.Wanted(who, circle, topic, since, until))
    show(wanted, report.TrendRow._fields, found.rows, lambda: page.text(found, paper()))


@command("reach", short_help="Whom you know where.")
def reach(
    here: Setting,
    org: Annotated[
        str | None,
        typer.Argument(
            metavar="[ORG]", help="The people at this organisation.", autocompletion=options.organisations
        ),
    ] = None,
    all_rows: options.All = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Whom you know where, by organisation and department, with favours both ways; the most people first.

    With ORG, its name or the beginnings of its words: the people there. People you have parted from are left
    out. Contacts count each person at each meeting in person, by call or video.
    """
    from netbook.render import reach as page
    from netbook.reports import reach as report

    wanted, drawn = form(csv, json), paper()
    limit = None if all_rows or drawn.width is None else TERMINAL_ROWS
    with here.reading() as db:
        if org is None:
            every = report.build(db, here.today)
        else:
            place = report.people_at(db, here.today, org)
    if org is None:
        show(wanted, report.ReachRow._fields, every.rows, lambda: page.text(every, drawn, limit))
    else:
        show(wanted, report.PersonThere._fields, place.rows, lambda: page.people(place, drawn, limit))
