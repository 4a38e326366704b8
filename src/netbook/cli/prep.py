"""The brief before a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import say, screen, show_object

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    import typer

    from netbook.cli import options
    from netbook.cli.context import Context
    from netbook.reports.prep_event import EventBrief


@command("prep", example="netbook prep lena omar")
def prep(
    ctx: Context,
    who: Annotated[
        list[str],
        typer.Argument(
            metavar="WHO...|EVENT",
            help="Handles, names or parts of them; or an event (its name, or e3).",
            autocompletion=options.people,
        ),
    ],
    json: options.Json = False,
) -> None:
    """Prepare for a meeting: what you know, what is open, what to ask. Or for an event: who will be there.

    It includes three questions to ask, which stay the same for a day. The JSON has everything that the screen cuts
    short: an object for one person, an array of objects for several. A brief has no rows, so there is no CSV.
    """
    with ctx.reading() as db:
        event = _brief_for_event(db, ctx.today, who)
        if event is None:
            from netbook.reports import prep as report

            people = report.build(db, ctx.today, who)
    if event is not None:
        _say_event(event, ctx.today, json)
    elif json:
        show_object(people.briefs if len(people.briefs) > 1 else people.briefs[0])
    else:
        from netbook.render import prep as render

        say(render.text(people, screen()))


def _brief_for_event(db: sqlite3.Connection, today: date, who: list[str]) -> EventBrief | None:
    """The brief for an event, if one text was given that names an event and no person."""
    if len(who) > 1:
        return None
    from netbook.reports import prep_event as report

    event = report.event_named(db, today, who[0])
    return report.build(db, today, event) if event else None


def _say_event(brief: EventBrief, today: date, json: bool) -> None:
    if json:
        show_object(brief)
        return
    from netbook.render import prep_event as render

    say(render.text(brief, today, screen()))
