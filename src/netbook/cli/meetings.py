"""Meetings, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, page, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("meetings", example="netbook meetings lena --kind lunch")
def meetings(
    ctx: Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHO]...", help="Only meetings that all of them attended.", autocompletion=options.people
        ),
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="Only of this kind; repeatable.",
            autocompletion=options.kinds,
        ),
    ] = None,
    event: Annotated[
        str | None,
        typer.Option(
            "--event", "-e", metavar="NAME", help="Only at this event.", autocompletion=options.events
        ),
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Only at a place with these words.")
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="TOPIC",
            help="Only meetings at which this topic was found.",
            autocompletion=options.topics,
        ),
    ] = None,
    all_rows: options.All = False,
    limit: options.Limit = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List meetings, newest first.

    Each has a reference, such as m12, for show, edit and remove.
    """
    from netbook.reports import meetings as report

    wanted = form(csv, json)
    query = report.MeetingsQuery(
        who=tuple(who or ()),
        since=since,
        until=until,
        kinds=tuple(kind or ()),
        event=event,
        place=place,
        topic=topic,
        limit=page(all_rows, limit, wanted),
    )
    with ctx.reading() as db:
        result = report.build(db, ctx.today, query)

    def table() -> str:
        from netbook.render import meetings as render

        return render.text(result, ctx.today, screen())

    show(wanted, report.MeetingsRow._fields, result.rows, table)
