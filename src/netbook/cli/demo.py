"""A made-up journal to look around in."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from netbook.actions.transaction import writing
from netbook.cli.commands import command
from netbook.cli.output import paper, say

if TYPE_CHECKING:
    from netbook.reports.setting import Setting


@command("demo", short_help="A made-up journal to look around in.")
def demo(here: Setting) -> None:
    """A small journal of made-up people in a temporary place: what due, goal and prep make of it."""
    from netbook.actions.demo import fill
    from netbook.render import demo as page
    from netbook.render import due as morning
    from netbook.render import goal as goals
    from netbook.render import prep as brief
    from netbook.reports import due, goal, prep

    folder = Path(tempfile.mkdtemp(prefix="netbook-demo-"))
    here = here._replace(file=str(folder / "netbook.db"), words="demo")
    with writing(here.file, here.words) as db:
        fill(db, here.today)
    sheet = paper()
    with here.reading() as db:
        pages = [
            ("netbook due", morning.text(due.build(db, here.today, due.Wanted(limit=10)), sheet)),
            ("netbook goal", goals.text(goal.build(db, here.today, goal.Wanted()), sheet)),
            ("netbook prep lena", brief.text(prep.build(db, here.today, ["lena"]), sheet)),
        ]
    say(page.text(pages, here.path, sheet))
