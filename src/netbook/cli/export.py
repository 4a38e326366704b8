"""The journal's tables, for scripts and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.export_whole import V3, WHOLE
from netbook.cli.output import data, form, warn
from netbook.reports import tables as report

if TYPE_CHECKING:
    import typer

    from netbook.cli import options
    from netbook.cli.context import Context


NAMES = (*report.NAMES, *WHOLE)


@command("export", example="netbook export people -o people.csv")
def export(
    ctx: Context,
    what: Annotated[
        str,
        typer.Argument(metavar="WHAT", help=f"{', '.join(NAMES)}.", autocompletion=options.tables),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, which only you can read; an existing file is replaced.",
        ),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Rows of this day and later.")] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Rows up to and including this day.")
    ] = None,
    spreadsheet: Annotated[
        bool,
        typer.Option(
            "--spreadsheet", help="Put an apostrophe before what a spreadsheet would run as a formula."
        ),
    ] = False,
    csv: options.Csv = False,
    json: options.Json = False,
    v3: Annotated[bool, typer.Option(V3, help="With vcard: version 3.0 instead of 4.0.")] = False,
) -> None:
    """Export a table, vCards, a calendar or the whole journal.

    A table is CSV unless --json is given. "journal" is everything, "vcard" people for an address book, "calendar"
    the days to come.

    --since and --until compare the row's own day: date, found_on, promised_on, asked_on or since; for an event, its
    first day. People, topics and circles have none.

    With --spreadsheet every text is in quotes, and one that begins with = + - @ or a tab, phone numbers among them,
    has an apostrophe in front; to undo that, remove one apostrophe from such cells.
    """
    from netbook.errors.exports import OnlyForCsv, OnlyForVcards
    from netbook.render.data import write_csv, write_json
    from netbook.render.spreadsheet import write_guarded_csv
    from netbook.render.text import counted, visible

    if (name := report.named(what, WHOLE)) in WHOLE:
        tables = {
            "--since": since,
            "--until": until,
            "--spreadsheet": spreadsheet,
            "--csv": csv,
            "--json": json,
        }
        WHOLE[name](ctx, output, tables | {V3: v3})
        return
    if v3:
        raise OnlyForVcards
    as_json = form(csv, json) == "json"
    if spreadsheet and as_json:
        raise OnlyForCsv
    with ctx.reading() as db:
        table = report.build(db, ctx.today, what, since, until, cells=not as_json)
        write = write_json if as_json else write_csv
        if spreadsheet:
            write = write_guarded_csv
        if output is None or output == "-":
            with data() as out:
                write(out, table.columns, table.rows)
            return
        from netbook.cli.whole_file import whole_file

        counting = Counted(table.rows)
        with whole_file(output, ctx.path) as out:
            write(out, table.columns, counting)
    warn(f"wrote {counted(counting.number, 'row')} to {visible(output)}")


class Counted:
    """Rows, counted as they are read."""

    def __init__(self, rows: Iterable[Sequence[object]]) -> None:
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[Sequence[object]]:
        for row in self.rows:
            self.number += 1
            yield row
