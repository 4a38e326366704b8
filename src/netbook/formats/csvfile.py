"""Rows of a CSV file as spreadsheets and other programs really write them.

Each row comes with the line it starts on. A quote that is opened and never properly closed would swallow
the rows after it: such a row is given as Broken, by its first line alone, and reading goes on with the next.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells, as written, and the line it starts on."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that begins no whole row, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Header:
    """The row that names the columns, and what stands between them."""

    line: int
    cells: list[str]
    delimiter: str


def find_header(lines: Iterable[str], is_header: Callable[[list[str]], bool]) -> Header | None:
    """The first line whose cells, under one of the usual delimiters, are a header; None where there is none.

    Line by line, not row by row: what a program writes above its header need not be CSV.
    """
    for number, line in enumerate(lines, 1):
        for delimiter in DELIMITERS:
            if delimiter in line:
                cells = _single(line, delimiter)
                if cells and is_header(cells):
                    return Header(number, cells, delimiter)
    return None


def rows(lines: Iterator[str], header: Header) -> Iterator[Row | Broken]:
    """The rows below the header, blank lines left out."""
    source = _Source(lines)
    for _ in range(header.line):
        source.next_line()
    while (line := source.next_line()) is not None:
        number = source.number
        if not line.strip() and header.delimiter not in line:
            continue
        if '"' not in line:
            yield Row(number, line.rstrip("\n").split(header.delimiter))
        else:
            yield _quoted_row(source, line, header)


class _Source:
    """Lines with their numbers, some of which may be given back to be read once more."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.number = 0
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


def _quoted_row(source: _Source, first: str, header: Header) -> Row | Broken:
    """A row that may go on over several lines because a line break stands inside quotes."""
    number, taken = source.number, [first]

    def feed() -> Iterator[str]:
        yield first
        while (line := source.next_line()) is not None:
            taken.append(line)
            yield line

    try:
        cells = next(csv.reader(feed(), delimiter=header.delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        cells = []
    if cells and (len(taken) == 1 or len(cells) == len(header.cells)):
        return Row(number, cells)
    source.give_back(taken[1:])
    if len(taken) == 1 and (loose := _single(first, header.delimiter)):
        return Row(number, loose)
    return Broken(number, first.strip(), "a quote is opened and not closed")


def _single(line: str, delimiter: str) -> list[str]:
    """The cells of one line taken by itself, stray quotes and all; none where a quote stays open."""
    reader = csv.reader([line, ""], delimiter=delimiter, skipinitialspace=True)
    try:
        cells = next(reader)
    except csv.Error:  # a cell beyond the size that csv takes
        return []
    return cells if reader.line_num == 1 else []
