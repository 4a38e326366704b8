"""A made-up journal to look around in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from netbook.actions.transaction import writing
from netbook.cli.commands import command
from netbook.cli.output import say, screen

if TYPE_CHECKING:
    from netbook.cli.context import Context


@command("demo", example="netbook demo")
def demo(ctx: Context) -> None:
    """Show netbook on a journal of made-up people."""
    from netbook.actions.demo import fill
    from netbook.render import demo as render
    from netbook.render import due as morning
    from netbook.render import goal as goals
    from netbook.render import prep as brief
    from netbook.reports import due, goal, prep

    folder = Path(tempfile.mkdtemp(prefix="netbook-demo-"))
    ctx = ctx._replace(file=str(folder / "netbook.db"), command_line="demo")
    with writing(ctx.file, ctx.command_line) as db:
        fill(db, ctx.today)
    sheet = screen()
    with ctx.reading() as db:
        pages = [
            ("netbook due", morning.text(due.build(db, ctx.today, due.DueQuery(limit=10)), sheet)),
            ("netbook goal", goals.text(goal.build(db, ctx.today, goal.GoalQuery()), sheet)),
            ("netbook prep lena", brief.text(prep.build(db, ctx.today, ["lena"]), sheet)),
        ]
    say(render.text(pages, ctx.path, sheet))
