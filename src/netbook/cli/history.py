"""Taking back what was done, and doing it again."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.cli import options
from netbook.cli.app import setting
from netbook.cli.output import form, paper, say, show

app = typer.Typer()
TERMINAL_ROWS = 10

Steps = Annotated[int, typer.Option("--steps", "-n", metavar="N", min=1, help="How many. Default: one.")]


@app.command("undo")
def undo(ctx: typer.Context, steps: Steps = 1) -> None:
    """Take back the last command that changed the journal, whatever it was: imports, merges and removals too."""
    from netbook.actions import history as actions
    from netbook.render import history as page

    here = setting(ctx)
    done = actions.undo(here.path, steps)
    say(page.turned(done, here.today, paper()))


@app.command("redo")
def redo(ctx: typer.Context, steps: Steps = 1) -> None:
    """Do again what undo took back, until something else changes the journal."""
    from netbook.actions import history as actions
    from netbook.render import history as page

    here = setting(ctx)
    done = actions.redo(here.path, steps)
    say(page.turned(done, here.today, paper()))


@app.command("history")
def history(
    ctx: typer.Context,
    all_: Annotated[bool, typer.Option("--all", "-a", help="Every step, not only the last ten.")] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="The last N steps.")] = None,
    csv: options.Csv = False,
    json: options.Json = False,
) -> None:
    """What changed this journal, latest first: the number, when, and the command as it was typed."""
    from netbook.cli.output import at_terminal
    from netbook.render import history as page
    from netbook.reports import history as report

    here, wanted = setting(ctx), form(csv, json)
    if limit is None and not all_ and wanted == "table" and at_terminal():
        limit = TERMINAL_ROWS
    with here.reading() as db:
        found = report.build(db, limit)
    show(wanted, report.StepRow._fields, found.rows, lambda: page.text(found, here.today, paper()))
