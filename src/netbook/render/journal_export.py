"""The whole journal as JSON Lines."""

from __future__ import annotations

from typing import TextIO

from netbook.core.journal_export import footer, header, row_line
from netbook.reports.journal_export import Journal


def write_journal(out: TextIO, journal: Journal) -> int:
    """Write a line for each row between the first and the last; how many rows there were."""
    out.write(f"{header()}\n")
    number = 0
    for table, columns, values in journal.rows:
        out.write(f"{row_line(table, columns, values)}\n")
        number += 1
    out.write(f"{footer(number)}\n")
    return number
