"""Meetings to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, respond, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("plan", example="netbook plan lena --on friday --kind lunch", changes=True)
def plan(
    ctx: Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHO]...",
            help="Handles, names or parts of them; or one plan (p6).",
            autocompletion=options.people,
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", "-d", metavar="DATE", help="The day, from today on.")
    ] = None,
    at: Annotated[str | None, typer.Option("--at", metavar="TIME", help='The time: 12:30 or "6 pm".')] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="A kind as for log: lunch, call, …",
            autocompletion=options.kinds,
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Where.")] = None,
    text: Annotated[
        str | None, typer.Option("--text", "-m", metavar="TEXT", help="What it will be about.")
    ] = None,
    event: Annotated[
        str | None,
        typer.Option(
            "--event", "-e", metavar="NAME", help="The event it will be at.", autocompletion=options.events
        ),
    ] = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Plan a meeting, move or change a plan, or list the plans.

    Until its day the morning report does not ask you to reach those people; on the day it shows the plan. If it
    took place: netbook log p6. If it did not: netbook plan p6 --on DATE, or netbook drop p6.
    """
    from netbook.render import plans as render

    if not who:
        from netbook.reports import plans as report

        wanted = form(csv, json)
        with ctx.reading() as db:
            rows = report.build(db)
        show(wanted, report.PlanRow._fields, rows, lambda: render.plans(rows, ctx.today, screen()))
        return
    from netbook.actions.plans import PlanWords, plan_meeting

    with ctx.changing() as db:
        planned = plan_meeting(
            db,
            ctx.today,
            PlanWords(who=tuple(who), on=on, at=at, kind=kind, place=place, text=text, event=event),
        )
    respond(
        ctx,
        planned,
        lambda: render.planned(planned, ctx.today, screen()),
        unchanged=render.unchanged(planned, ctx.today),
    )
