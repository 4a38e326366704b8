"""`netbook` alone: the short morning report, or how to begin."""

from __future__ import annotations

from netbook.cli.context import Context
from netbook.cli.output import say, screen
from netbook.reports import due as report
from netbook.reports.people import is_empty

ROWS = 3  # of each section
BEGIN = """\
The journal is empty. Three ways to begin:

  netbook demo                                look around in a journal of made-up people
  netbook import FILE                         take in LinkedIn's archive, an address book, a calendar
  netbook add "Lena Lantern" --circle peers   add somebody, and how often to be in contact

netbook --help lists all commands."""
MORE = "netbook due has more; netbook --help lists all commands."


def start(ctx: Context) -> int:
    """Answer a line without a command."""
    if not ctx.path.exists():
        say(BEGIN)
        return 0
    with ctx.reading() as db:
        if is_empty(db):
            say(BEGIN)
            return 0
        result = report.build(db, ctx.today, report.DueQuery(limit=ROWS, reach=ROWS))
    from netbook.render import due as render

    say(f"{render.text(result, screen(), 'due')}\n\n{MORE}")
    return 0
