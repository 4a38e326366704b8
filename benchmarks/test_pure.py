"""The pure functions that a report calls once for each of many: `pytest benchmarks -n0`, with the extra `bench`."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from benchmarks.words import FIRST, Dice
from netbook.core.dates import parse_day
from netbook.core.drifting import LATEST, sorted_gaps, usual
from netbook.core.due import Candidate, in_order
from netbook.core.jot.reading import read
from netbook.core.matching import Known
from netbook.core.names import fold
from netbook.render.data import write_csv

Benchmark = Callable[..., Any]
TODAY = date(2026, 11, 21)
PEOPLE = 20_000


def due() -> list[Candidate]:
    """Twenty thousand people who are due, one in ten never met."""
    dice, results = Dice(1), list[Candidate]()
    for number in range(PEOPLE):
        on = (TODAY - timedelta(366 + dice.below(3_286))).isoformat()
        cadence = dice.one(("2w", "1m", "3m", "1y"))
        results.append(Candidate(number, "ana ruiz", cadence, None if dice.often(0.1) else on, on))
    return results


def test_the_order_of_everybody(benchmark: Benchmark) -> None:
    results = due()
    assert len(benchmark(lambda: in_order(results, TODAY))) == PEOPLE


def test_folding_names(benchmark: Benchmark) -> None:
    names = [f"{first} Łukasz-Ångström" for first in FIRST]
    assert benchmark(lambda: [fold(name) for name in names])[0] == "ada lukasz angstrom"


def test_reading_days(benchmark: Benchmark) -> None:
    phrases = ["yesterday", "last friday", "3 weeks ago", "2026-11-20", "20 nov"]
    assert len(benchmark(lambda: [parse_day(text, TODAY, "past") for text in phrases])) == len(phrases)


def test_taking_a_sentence_apart(benchmark: Benchmark) -> None:
    text = "lunch with Ana and Bo Lind at Blue Bottle. Both climb. +climbing @pydata"
    people = [Known(number, name, name, None, (name,)) for number, name in enumerate(("ana", "bo lind"), 1)]
    assert benchmark(read, text, TODAY, people).meetings[0].place == "Blue Bottle"


def test_usual_gaps(benchmark: Benchmark) -> None:
    days = [number * number for number in range(LATEST)]
    assert benchmark(lambda: usual(sorted_gaps(days))) == 9


def test_rows_as_csv(benchmark: Benchmark) -> None:
    rows = [("contact", "Ana Ruiz", None, TODAY, 12, "a, text", True, ("one", "two"))] * 1_000
    benchmark(lambda: write_csv(io.StringIO(), ["column"] * 8, rows))
