"""Cells that a spreadsheet would run as a formula, made harmless.

The rule is OWASP's ("CSV Injection"): what begins with =, +, -, @, a tab or the end of a line is a formula,
or may become one. Such a text gets an apostrophe in front, and so does one that begins with apostrophes and
then one of these: whoever takes one apostrophe off such cells has what was there. Numbers stay numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from netbook.render.data import cell

# The full-width forms are read as the plain ones in East Asian settings.
_STARTS = "=+-@＝＋－＠"


def guarded(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and _runs(value) else value


def _runs(text: str) -> bool:
    """Whether a text, apostrophes left aside, is a formula, or would be one without what cannot be seen."""
    bare = text.lstrip("'")
    if bare.startswith(("\t", "\r", "\n")):
        return True
    first = next((letter for letter in bare if letter.isprintable() and not letter.isspace()), "")
    return first != "" and first in _STARTS


def write_guarded_csv(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A header and the rows as CSV; each text is guarded, and quoted: some spreadsheets split at ";" too."""
    import csv

    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    writer.writerows([guarded(cell(value)) for value in row] for row in rows)
