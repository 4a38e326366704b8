"""Goodbyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import Form, form, page, respond, screen, show
from netbook.errors import ConflictingOptions
from netbook.errors.goodbye import CsvOfOne, GoodbyeToWhom

if TYPE_CHECKING:
    import typer

    from netbook.actions.goodbye import Group, Ticks
    from netbook.cli import options
    from netbook.cli.context import Context


@command("goodbye", example='netbook goodbye --org "Lighthouse Lamps" --on "30 november"', changes=True)
def goodbye(
    ctx: Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHO]...", help="The person to part from.", autocompletion=options.people),
    ] = None,
    org: Annotated[
        str | None,
        typer.Option(
            metavar="ORG",
            help="The goodbye round of everybody at ORG.",
            autocompletion=options.organisations,
        ),
    ] = None,
    circle: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The round of a circle.", autocompletion=options.circles),
    ] = None,
    tag: Annotated[str | None, typer.Option(metavar="WORD", help="The round of those with a tag.")] = None,
    everybody: Annotated[bool, typer.Option("--everybody", help="A round of everybody.")] = False,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            "-d",
            metavar="DATE",
            help="When you part; with --org, your last day there. Default: today.",
        ),
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why you part.")] = None,
    done: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Seen, and parted from. Repeatable.", autocompletion=options.people),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO", help="Seen, and still in touch. Repeatable.", autocompletion=options.people
        ),
    ] = None,
    undone: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO", help="Take that back: still to be seen. Repeatable.", autocompletion=options.people
        ),
    ] = None,
    close: Annotated[
        bool, typer.Option("--close", help="End the round: part from all who are left.")
    ] = False,
    all_rows: options.All = False,
    limit: options.Limit = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """Part from people, or from a whole organisation. Of several WHO all or, where one is not found, none.

    With --org it begins a goodbye round and lists whom to see: first those to whom you owe thanks or a promise, or
    with whom a relationship is strained, then those who owe you something; within each group, those with the most
    contacts come first. Run again, it shows the round and adds whoever has joined the organisation since. Beginning
    a round parts from nobody. Each person you tick off with --done is parted from as of that day (--on, else
    today); --keep ticks off without parting; --close parts from all who are left, as of your last day if that is
    past, else today. Without --org the ticks go to the open round. A round that is over starts again with --org and
    --on.

    History stays. netbook resume WHO brings somebody back. Without arguments, goodbye shows every open round. For
    your last day, a weekday or a date without a year is the coming one; elsewhere it is the last one.
    """
    from netbook.actions.goodbye import Ticks

    wanted = form(csv, json)
    groups = sum((org is not None, circle is not None, tag is not None, everybody))
    if groups > 1 or (who and groups > (org is not None)):
        raise ConflictingOptions("WHO, --org, --circle, --tag and --everybody")
    ticks = Ticks(
        org=org, on=on, why=why, done=tuple(done or ()), keep=tuple(keep or ()), undone=tuple(undone or ()),
        close=close,
    )  # fmt: skip
    if who:
        if org is not None or ticks.any or all_rows or limit:
            raise ConflictingOptions("WHO and --org, --done, --keep, --undone, --close or --all")
        _part(ctx, who, on, why, wanted)
    elif ticks.any:
        _tick(ctx, ticks, wanted)
    elif circle is not None or tag is not None or everybody:
        from netbook.actions.goodbye import Group

        _round(ctx, ticks, wanted, page(all_rows, limit, wanted), Group(circle, tag))
    elif org is None and (on is not None or why is not None):
        raise GoodbyeToWhom
    else:
        _round(ctx, ticks, wanted, page(all_rows, limit, wanted))


def _part(ctx: Context, who: list[str], on: str | None, why: str | None, wanted: Form) -> None:
    from netbook.actions.goodbye import part_from
    from netbook.render import goodbye as render

    if wanted == "csv":
        raise CsvOfOne
    with ctx.changing() as db:
        people = part_from(db, ctx.today, who, on, why)
    outcome = people[0] if len(people) == 1 else {"people": people}
    respond(ctx, outcome, lambda: "\n".join(render.parted(person, ctx.today, screen()) for person in people))


def _tick(ctx: Context, ticks: Ticks, wanted: Form) -> None:
    from netbook.actions.goodbye import tick
    from netbook.render import goodbye as render
    from netbook.reports import goodbye as report

    with ctx.changing() as db:
        done = tick(db, ctx.today, ticks)
        result = report.build(db, ctx.today, done.round_id)
    show(wanted, report.GoodbyeRow._fields, result.rows, lambda: render.ticked(done, result, screen()))


def _round(ctx: Context, ticks: Ticks, wanted: Form, limit: int | None, group: Group | None = None) -> None:
    """Begin or show the round of an organisation or a group, or show all that are open."""
    from netbook.actions.goodbye import begin, begin_group
    from netbook.render import goodbye as render
    from netbook.reports import goodbye as report

    drawn = screen()
    if group is not None:
        with ctx.changing() as db:
            number = begin_group(db, ctx.today, group, ticks.on, ticks.why)
            result = report.build(db, ctx.today, number)
    elif ticks.org is not None:
        with ctx.changing() as db:
            number = begin(db, ctx.today, ticks.org, ticks.on, ticks.why)
            result = report.build(db, ctx.today, number)
    else:
        with ctx.reading() as db:
            result = report.build(db, ctx.today)
    show(wanted, report.GoodbyeRow._fields, result.rows[:limit], lambda: render.text(result, drawn, limit))
