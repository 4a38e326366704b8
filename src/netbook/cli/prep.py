"""The brief before a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import say, screen, show_object

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


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
    from netbook.reports import prep as report

    if len(who) == 1 and _event(ctx, who[0], json):
        return
    with ctx.reading() as db:
        result = report.build(db, ctx.today, who)
    if json:
        show_object(result.briefs if len(result.briefs) > 1 else result.briefs[0])
        return
    from netbook.render import prep as render

    say(render.text(result, screen()))


def _event(ctx: Context, text: str, json: bool) -> bool:
    """Answer with the brief for an event, if the text names one and no person; whether it does."""
    from netbook.reports import prep_event as report

    with ctx.reading() as db:
        event = report.event_named(db, ctx.today, text)
        brief = report.build(db, ctx.today, event) if event else None
    if brief is None:
        return False
    if json:
        show_object(brief)
        return True
    from netbook.render import prep_event as render

    say(render.text(brief, ctx.today, screen()))
    return True
