"""Addresses for mail programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import form, show

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


@command("query", example="netbook query lena")
def query(
    ctx: Context,
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="Part of a name, address or organisation.")
    ],
    csv: options.Csv = False,
    json: options.Json = False,
) -> int:
    """Look up e-mail addresses, for mail programs.

    For mutt, neomutt and aerc: a first line, then address, name and organisation, separated by tabs. If nothing is
    found, there is only the first line, and the status is 1.
    """
    from netbook.render import query as render
    from netbook.reports import query as report

    wanted, words = form(csv, json), " ".join(text)
    with ctx.reading() as db:
        rows = report.build(db, words, ctx.today.isoformat())
    show(wanted, report.QueryRow._fields, rows, lambda: render.text(rows, words))
    return 0 if rows else 1
