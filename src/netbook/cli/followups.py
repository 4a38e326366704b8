"""Promises: record, list, close."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, respond, screen, show, text_of

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("promise", example="netbook promise lena send the slides by friday", changes=True)
def promise(
    ctx: Context,
    who: options.Who,
    text: Annotated[list[str], typer.Argument(metavar="TEXT... [by DATE]", help="What, and by when.")],
    by: Annotated[
        str | None, typer.Option("--by", metavar="DATE", help="The day; TEXT is then kept as it is.")
    ] = None,
    theirs: Annotated[bool, typer.Option("--theirs", help="It was promised to you.")] = False,
) -> None:
    """Record a promise, yours or theirs.

    The words after the last "by" are taken as the date if they can be read as one: by friday, by 27 nov, by
    2026-11-27. The answer says what was understood.
    """
    from netbook.actions import followups as actions
    from netbook.render import followups as render

    wording = text_of(text)
    with ctx.changing() as db:
        made = actions.promise(db, ctx.today, who, wording, by, theirs=theirs)
    respond(ctx, made, lambda: render.promised(made, ctx.today, screen()))


@command("todo", example="netbook todo --mine")
def todo(
    ctx: Context,
    mine: Annotated[bool, typer.Option("--mine", help="Only what you promised.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Only what was promised to you.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List open promises."""
    from netbook.render import followups as render
    from netbook.reports import todo as report

    wanted = form(csv, json)
    whose = None if mine == theirs else "mine" if mine else "theirs"
    with ctx.reading() as db:
        result = report.build(db, ctx.today, whose)
    show(wanted, report.TodoRow._fields, result.rows, lambda: render.todo(result, ctx.today, screen()))


@command("done", example="netbook done 3 7", changes=True)
def done(ctx: Context, number: options.Followups) -> None:
    """Close promises that were kept.

    Takes several numbers; if one cannot be closed, none is.
    """
    from netbook.actions.followups import close, promise_number
    from netbook.render import followups as render

    numbers = [promise_number(text) for text in number]
    with ctx.changing() as db:
        ended = close(db, ctx.today, numbers, "done")
    respond(ctx, ended, lambda: render.closed(ended, screen()))


@command("drop", example="netbook drop 3 p6", changes=True)
def drop(
    ctx: Context,
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER|REF...",
            help="A promise (4), a plan (p6), a request (q2), an introduction (i9), a row's meeting (m12).",
            autocompletion=options.followups,
        ),
    ],
) -> None:
    """Close promises, plans, requests and the like that came to nothing.

    Takes several at once; if one cannot be dropped, none is.
    """
    from netbook.actions.drops import drop as let_go
    from netbook.render import followups as render

    with ctx.changing() as db:
        dropped = let_go(db, ctx.today, what)
    respond(ctx, dropped, lambda: render.dropped(dropped, screen()))
