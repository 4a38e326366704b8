"""Events and the new connections they brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import confirm, form, page, respond, screen, show, warn

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("goal", example='netbook goal "PyData Berlin"')
def goal(
    ctx: Context,
    event: options.Editions = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Events that began on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Events that began on this day or before.")
    ] = None,
    all_rows: options.All = False,
    limit: options.Limit = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Show the new connections made at each event.

    A new connection is somebody whose first human contact ever is a meeting logged at the event, and who was
    not known before its first day. An event that is still going on counts once it has reached its goal.
    """
    from netbook.reports import goal as report

    wanted = form(csv, json)
    limit = page(all_rows, limit, wanted)
    with ctx.reading() as db:
        result = report.build(db, ctx.today, report.GoalQuery(event, since, until, limit))

    def table() -> str:
        from netbook.render import goal as render

        return render.text(result, screen())

    show(wanted, report.GoalRow._fields, result.rows, table)


@command("events", example="netbook events --since today")
def events(
    ctx: Context,
    since: options.Since = None,
    until: options.Until = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List events, coming ones first."""
    from netbook.reports import events as report

    wanted = form(csv, json)
    with ctx.reading() as db:
        result = report.build(db, ctx.today, since, until)
    from netbook.render import events as render

    show(wanted, report.EventsRow._fields, result.rows, lambda: render.text(result, screen()))


@command("event", example='netbook event "PyData Berlin" --on "14 november" --goal 3', changes=True)
def event(
    ctx: Context,
    name: options.Event,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Its day, or the first of several.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Its last day.")] = None,
    goal: options.Goal = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Where it is.")] = None,
    host: Annotated[str | None, typer.Option(metavar="ORG", help="Who holds it.")] = None,
    with_: Annotated[
        list[str] | None,
        typer.Option(
            "--with", metavar="WHO", help="Who is expected there; repeatable.", autocompletion=options.people
        ),
    ] = None,
    no_place: Annotated[bool, typer.Option("--no-place", help="Clear the place.")] = False,
    no_host: Annotated[bool, typer.Option("--no-host", help="Clear the host.")] = False,
    rename: Annotated[str | None, typer.Option(metavar="NAME", help="A new name for this edition.")] = None,
    merge: Annotated[
        bool, typer.Option("--merge", help="Merge other editions on these days into it.")
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help="Remove this edition; its meetings stay.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before removing.")] = False,
) -> None:
    """Add or change an event.

    Each edition of an event has its own days: --on names the edition of that day, or adds one if there is none.
    Without --on it is the edition to come, or the only one. A weekday, or a date without a year, is the nearest
    such day, past or coming; --until counts from the first day on. A goal of 0 is for events where no strangers
    meet.
    """
    from netbook.actions import events as actions
    from netbook.errors.meetings import RemoveAlone
    from netbook.render import events as render

    if remove:
        if no_place or no_host or merge or any(x is not None for x in (until, goal, place, host, rename)):
            raise RemoveAlone
        _remove(ctx, name, on, yes)
        return
    cleared = frozenset(column for column, is_set in (("place", no_place), ("host", no_host)) if is_set)
    with ctx.changing() as db:
        done = actions.record(
            db, ctx.today,
            actions.EventWords(
                name=name, on=on, until=until, goal=goal, place=place, host=host, cleared=cleared,
                rename=rename, merge=merge, expected=tuple(with_ or ()),
            ),
        )  # fmt: skip
    respond(ctx, done, lambda: render.recorded(done, ctx.today))
    if done.alike:
        warn(render.alike(done.event.name, done.event.starts_on, done.alike))


def _remove(ctx: Context, name: str, on: str | None, yes: bool) -> None:
    from netbook.actions import events as actions
    from netbook.render import events as render

    if not yes:
        with ctx.reading() as db:
            result = actions.to_remove(db, ctx.today, name, on)
        confirm(
            render.about_to_remove(result, ctx.today), f"removing {render.edition(result.event, ctx.today)}"
        )
        on = result.event.starts_on.isoformat()
    with ctx.changing() as db:
        done = actions.remove(db, ctx.today, name, on)
    respond(ctx, done, lambda: render.removed(done, ctx.today))
