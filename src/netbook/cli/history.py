"""Undo, redo, and the history of changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.cli.commands import command
from netbook.cli.output import form, page, respond, screen, show

if TYPE_CHECKING:
    from netbook.cli import options
    from netbook.cli.context import Context


@command("undo", example="netbook undo --steps 2", changes=True)
def undo(ctx: Context, steps: options.Steps = 1) -> None:
    """Take back the last change.

    Whatever it was: an import, a merge or a removal too.
    """
    from netbook.actions import history as actions
    from netbook.render import history as render

    with ctx.turning() as db:
        done = actions.undo(db, steps)
    respond(ctx, done, lambda: render.turned(done, ctx.today, screen()))


@command("redo", example="netbook redo", changes=True)
def redo(ctx: Context, steps: options.Steps = 1) -> None:
    """Redo what was undone.

    Until something else changes the journal.
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
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """List the changes made to the journal.

    Latest first: the number, when, and the command as it was typed.
    """
    from netbook.render import history as render
    from netbook.reports import history as report

    wanted = form(csv, json)
    limit = page(all_rows, limit, wanted)
    with ctx.reading() as db:
        result = report.build(db, limit)
    show(wanted, report.StepRow._fields, result.rows, lambda: render.text(result, ctx.today, screen()))
