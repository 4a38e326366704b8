"""First contacts spread over a cadence."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.cadence import Cadence, due_on
from netbook.core.spread import spread_starts

TODAY = date(2026, 11, 21)


def ahead(*days: int) -> list[date]:
    return [TODAY + timedelta(days=number) for number in days]


@pytest.mark.parametrize(
    ("count", "cadence", "days"),
    [
        (1, Cadence(1, "w"), [0]),
        (7, Cadence(1, "w"), [0, 1, 2, 3, 4, 5, 6]),
        (6, Cadence(2, "w"), [0, 2, 4, 7, 9, 11]),
        (9, Cadence(1, "w"), [0, 0, 1, 2, 3, 3, 4, 5, 6]),
        (3, Cadence(1, "d"), [0, 0, 0]),
    ],
)
def test_starts_are_laid_out_evenly_in_the_order_given(count: int, cadence: Cadence, days: list[int]) -> None:
    spread = spread_starts(range(count), cadence, TODAY, {})
    assert spread is not None
    assert [spread.starts[number] for number in range(count)] == ahead(*days)
    assert (spread.first, spread.last) == (ahead(days[0])[0], ahead(days[-1])[0])


def test_nobody_has_no_starts() -> None:
    assert spread_starts([], Cadence(1, "w"), TODAY, {}) is None


def test_a_day_that_is_full_already_gets_nobody() -> None:
    taken = dict(zip(ahead(0, 1, 2), (2, 1, 5), strict=True))
    spread = spread_starts(range(8), Cadence(1, "w"), TODAY, taken)
    assert spread is not None
    assert Counter(spread.starts.values()) == Counter(
        dict(zip(ahead(1, 3, 4, 5, 6), (1, 2, 2, 2, 1), strict=True))
    )


def test_rounds_of_fifty_come_out_as_even_as_six_hundred_at_once() -> None:
    taken: Counter[date] = Counter()
    for number in range(12):
        spread = spread_starts(range(50 * number, 50 * number + 50), Cadence(6, "m"), TODAY, taken)
        assert spread is not None
        taken.update(spread.starts.values())
    length = (due_on(TODAY, Cadence(6, "m")) - TODAY).days
    assert max(taken.values()) <= 2 * 600 / length
    assert len(taken) == length


def test_the_end_of_the_calendar_is_no_end_of_the_program() -> None:
    spread = spread_starts(range(9), Cadence(1, "m"), date.max - timedelta(days=2), {})
    assert spread is not None
    assert spread.last <= date.max


@given(
    st.integers(1, 400),
    st.builds(Cadence, st.integers(1, 30), st.sampled_from(["d", "w", "m"])),
    st.lists(st.integers(0, 12), max_size=60),
)
def test_no_day_stands_above_an_even_filling(count: int, cadence: Cadence, heights: list[int]) -> None:
    taken = dict(zip(ahead(*range(len(heights))), heights, strict=True))
    spread = spread_starts(range(count), cadence, TODAY, taken)
    assert spread is not None
    starts = [spread.starts[number] for number in range(count)]
    assert starts == sorted(starts)
    length = max(1, (due_on(TODAY, cadence) - TODAY).days)
    assert all(TODAY <= day < TODAY + timedelta(days=length) for day in starts)
    added = Counter(starts)
    after = [added[day] + taken.get(day, 0) for day in ahead(*range(length))]
    lowest = min(after)
    assert all(
        height <= lowest + 1 for day, height in zip(ahead(*range(length)), after, strict=True) if added[day]
    )
