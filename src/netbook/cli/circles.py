"""Circles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import confirm, form, respond, screen, show
from netbook.core.text import visible
from netbook.errors import ConflictingOptions
from netbook.errors.people import NothingToChange

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("circles", example="netbook circles")
def circles(ctx: Context, csv: options.Csv = False, json: options.Json = False) -> None:
    """List circles, their people and their share of your contacts."""
    from netbook.render import circles as render
    from netbook.reports import circles as report

    wanted = form(csv, json)
    with ctx.reading() as db:
        result = report.build(db, ctx.today)
    show(wanted, report.CircleRow._fields, result.rows, lambda: render.text(result, screen()))


@command("circle", example='netbook circle "book club" --every 1m', changes=True)
def circle(
    ctx: Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The circle.", autocompletion=options.circles)],
    every: Annotated[
        str | None,
        typer.Option(metavar="CADENCE", help="How often: 2w, 1m, quarterly, none. Adds a new circle."),
    ] = None,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHO]...", help="With --add: the people to put into it.", autocompletion=options.people
        ),
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Put people into the circle: --add WHO…")] = False,
    describe: Annotated[str | None, typer.Option(metavar="TEXT", help="Who is in it.")] = None,
    rename: Annotated[str | None, typer.Option(metavar="NAME", help="A new name.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove it; its people stay.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask for confirmation.")] = False,
) -> None:
    """Add or change a circle, or put people into it.

    If more than five people never met get a cadence at once, their first contacts are spread over it, the last
    connected first; the answer says from when to when.
    """
    from netbook.actions import circles as actions
    from netbook.render import circles as render

    changes = (every, describe, rename) != (None, None, None) or add
    if bool(who) != add:
        raise NothingToChange("name the people: netbook circle NAME --add WHO…")
    if remove and changes:
        raise ConflictingOptions("--remove and a change")
    if not remove and not changes:
        raise NothingToChange(
            "give --every, --describe, --rename, --add or --remove (netbook circles lists them)"
        )
    if remove and not yes:
        from netbook.reports import circles as report

        with ctx.reading() as db:
            name = report.named(db, name)
        confirm(render.about_to_remove(name), f"removing the circle {name}")
    with ctx.changing() as db:
        change = (
            actions.remove(db, name)
            if remove
            else actions.put(
                db, ctx.today, name=name, every=every, describe=describe, rename=rename, who=who or ()
            )
        )
    respond(ctx, change, lambda: render.changed(change, ctx.today, screen()), visible(change.name))
