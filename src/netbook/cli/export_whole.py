"""Exports other than tables; each has a format of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TextIO

from netbook.cli.output import data, warn
from netbook.cli.progress import watched
from netbook.errors.exports import OnlyForTables
from netbook.reports.journal_export import NAME as JOURNAL

if TYPE_CHECKING:
    from netbook.cli.context import Context

VCARD, CALENDAR = "vcard", "calendar"
V3 = "--v3"

Options = Mapping[str, object]
# Writes all of it; says how much that was.
Write = Callable[[sqlite3.Connection, TextIO], str]


def export_journal(ctx: Context, output: str | None, options: Options) -> None:
    """Write all of it to stdout or a file; raises OnlyForTables for an option that is for tables."""

    def write(db: sqlite3.Connection, out: TextIO) -> str:
        from netbook.render.journal_export import write_journal
        from netbook.render.text import counted
        from netbook.reports.journal_export import Journal, build

        result = build(db)
        rows = watched(result.rows, result.number, output)
        return counted(write_journal(out, Journal(rows, result.number)), "row")

    whole(ctx, output, write, JOURNAL, options)


def export_vcards(ctx: Context, output: str | None, options: Options) -> None:
    """Write everybody as vCards to stdout or a file; raises OnlyForTables for an option that is for tables."""

    def write(db: sqlite3.Connection, out: TextIO) -> str:
        from netbook.actions.exports import vcards
        from netbook.render.text import counted

        number = 0
        for card in vcards(db, v3=bool(options[V3])):
            out.write(card)
            number += 1
        return counted(number, "card")

    whole(ctx, output, write, VCARD, {name: value for name, value in options.items() if name != V3})


def export_calendar(ctx: Context, output: str | None, options: Options) -> None:
    """Write what is to come as a calendar to stdout or a file; raises OnlyForTables for an option for tables."""

    def write(db: sqlite3.Connection, out: TextIO) -> str:
        from netbook.actions.agenda import calendar
        from netbook.render.text import counted

        pieces, number = calendar(db, ctx.today)
        out.writelines(pieces)
        return counted(number, "entry", "entries")

    whole(ctx, output, write, CALENDAR, options)


def whole(ctx: Context, output: str | None, write: Write, name: str, foreign: Options) -> None:
    """Let `write` write to stdout or a file; raises OnlyForTables for an option of `foreign` that was given."""
    for option, value in foreign.items():
        if value not in (None, False):
            raise OnlyForTables(name, option)
    with ctx.reading() as db:
        if output is None or output == "-":
            with data() as out:
                write(db, out)
            return
        from netbook.cli.whole_file import whole_file
        from netbook.render.text import visible

        with whole_file(output, ctx.path) as out:
            written = write(db, out)
    warn(f"wrote {written} to {visible(output)}")


WHOLE: dict[str, Callable[[Context, str | None, Options], None]] = {
    JOURNAL: export_journal,
    VCARD: export_vcards,
    CALENDAR: export_calendar,
}
