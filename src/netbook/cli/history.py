"""Undo, redo, and the history of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, page, respond, say, screen, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("undo", example="netbook undo --steps 2", changes=True)
def undo(ctx: Context, steps: options.Steps = 1) -> None:
    """Take back the last change.

    Any change can be taken back, also an import, a merge or a removal.
    """
    from netbook.actions import history as actions
    from netbook.render import history as render

    with ctx.turning() as db:
        done = actions.undo(db, steps)
    respond(ctx, done, lambda: render.turned(done, ctx.today, screen()))


@command("redo", example="netbook redo", changes=True)
def redo(ctx: Context, steps: options.Steps = 1) -> None:
    """Redo what was undone.

    This works until something else changes the journal.
    """
    from netbook.actions import history as actions
    from netbook.render import history as render

    with ctx.turning() as db:
        done = actions.redo(db, steps)
    respond(ctx, done, lambda: render.turned(done, ctx.today, screen()))


@command("history", example="netbook history --limit 20")
def history(
    ctx: Context,
    all_rows: options.All = False,
    limit: options.Limit = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Forget the history, and what it keeps of removed records.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask for confirmation.")] = False,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List the changes made to the journal.

    The latest comes first: its number, when, and the command as it was typed. --clear forgets all changes: none can
    be undone any more, and what was removed is gone from the file; backups keep it. With NETBOOK_HISTORY=off in the
    environment the history keeps the name of each command without the words that were typed.
    """
    if clear:
        _clear(ctx, yes)
        return
    from netbook.render import history as render
    from netbook.reports import history as report

    wanted = form(csv, json)
    limit = page(all_rows, limit, wanted)
    with ctx.reading() as db:
        result = report.build(db, limit)
    show(wanted, report.StepRow._fields, result.rows, lambda: render.text(result, ctx.today, screen()))


def _clear(ctx: Context, yes: bool) -> None:
    from netbook.actions import history as actions
    from netbook.cli.output import confirm
    from netbook.render import history as render

    if not yes:
        confirm(f"Forget every change made to {ctx.path}? None can be undone then.", "clearing the history")
    done = actions.clear(ctx.path)
    say(render.cleared(done, screen()))
