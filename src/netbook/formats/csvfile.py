"""Rows of a CSV file as spreadsheets and other programs really write them.

Each row comes with the line it starts on. A quote that is opened and never properly closed would swallow
the rows after it: such a row is given as Broken, by its first line alone, and reading goes on with the next.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from netbook.core.text import LONGEST_TEXT

DELIMITERS = ",;\t|"
HEADER_WITHIN, LONGEST_HEADER, MOST_COLUMNS = 100, 20_000, 1_000  # lines, characters
# A header of one column: the rest of each line is its cell.
NO_DELIMITER = "\x1f"
# Of the rows that begin like one over several lines, how many lines may be read in vain before only a few are.
PATIENCE, IMPATIENT = 200_000, 50


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row's cells, as written, and the line it starts on."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that begins an incomplete row, and the reason."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns, and what is between them."""

    line: int
    cells: list[str]
    delimiter: str


def find_header(lines: Iterable[str], is_header: Callable[[list[str]], bool]) -> Header | None:
    """The first line whose cells, under one of the usual delimiters, are a header, or None.

    Line by line, not row by row: what a program writes above its header need not be CSV.
    """
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_HEADER:
            continue
        for delimiter in (*DELIMITERS, NO_DELIMITER):
            if delimiter == NO_DELIMITER or 0 < line.count(delimiter) < MOST_COLUMNS:
                cells = _single(line, delimiter)
                if cells and is_header(cells):
                    return Header(number, cells, delimiter)
    return None


def rows(lines: Iterator[str], header: Header) -> Iterator[CsvRow | Broken]:
    """The rows below the header, blank lines left out."""
    # A cell may be as long as a text in the journal.
    csv.field_size_limit(LONGEST_TEXT)
    source = _NumberedLines(lines)
    for _ in range(header.line):
        source.next_line()
    while (line := source.next_line()) is not None:
        number = source.number
        if not line.strip() and header.delimiter not in line:
            continue
        if '"' not in line:
            yield CsvRow(number, line.rstrip("\n").split(header.delimiter))
        else:
            yield _quoted_row(source, line, header)


class _NumberedLines:
    """Lines with their numbers, some of which may be given back to be read once more."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.number = 0
        self.patience = PATIENCE
        self._lines = lines
        self._returned: deque[str] = deque()

    def next_line(self) -> str | None:
        line = self._returned.popleft() if self._returned else next(self._lines, None)
        if line is not None:
            self.number += 1
        return line

    def give_back(self, lines: list[str]) -> None:
        self._returned.extendleft(reversed(lines))
        self.number -= len(lines)
        self.patience -= len(lines)


def _quoted_row(source: _NumberedLines, first: str, header: Header) -> CsvRow | Broken:
    """A row that may go on over several lines because a line break is inside quotes."""
    number, taken = source.number, [first]

    most = max(source.patience, IMPATIENT)

    def feed() -> Iterator[str]:
        yield first
        while len(taken) < most and (line := source.next_line()) is not None:
            taken.append(line)
            yield line

    try:
        cells = next(csv.reader(feed(), delimiter=header.delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        cells = []
    if cells and (len(taken) == 1 or _is_one_row(cells, taken, header)):
        return CsvRow(number, cells)
    source.give_back(taken[1:])
    if len(taken) == 1 and (loose := _single(first, header.delimiter)):
        return CsvRow(number, loose)
    return Broken(number, first.strip(), "a quote is opened and not closed")


def _is_one_row(cells: list[str], lines: list[str], header: Header) -> bool:
    """Whether cells read from several lines are one row, and no quote has swallowed rows between them."""
    columns = len(header.cells)
    if len(cells) >= columns:
        return not any(cell.strip() for cell in cells[columns:])
    most = max(columns - 1, 1)
    return all(line.count(header.delimiter) < most for line in lines[1:])


def _single(line: str, delimiter: str) -> list[str]:
    """The cells of one line taken by itself, stray quotes and all; none where a quote stays open."""
    reader = csv.reader([line, ""], delimiter=delimiter, skipinitialspace=True)
    try:
        cells = next(reader)
    except csv.Error:  # a cell beyond the size that csv takes
        return []
    return cells if reader.line_num == 1 else []
