"""A calendar of days, and how dark each of them is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbook.core.calendar_weeks import level, ranges, weeks

days = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(days, st.integers(0, 800))
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_every_day_stands_once_under_its_weekday(first: date, number: int) -> None:
    last = first + timedelta(days=number)
    calendar = weeks(first, last)
    shown = [day for week in calendar for day in week.days if day]
    assert shown == [first + timedelta(days=place) for place in range(number + 1)]
    for week in calendar:
        assert len(week.days) == 7
        assert all(day is None or day.weekday() == place for place, day in enumerate(week.days))


def test_a_month_is_named_where_it_begins() -> None:
    calendar = weeks(date(2026, 10, 28), date(2026, 12, 2))
    assert [week.month and week.month.isoformat() for week in calendar] == [
        "2026-11-01", None, None, None, None, "2026-12-01"
    ]  # fmt: skip
    assert weeks(date(2026, 10, 5), date(2026, 10, 6))[0].month == date(2026, 10, 5)


@pytest.mark.parametrize(
    ("number", "most", "dark"),
    [
        (0, 0, 0),
        (0, 9, 0),
        (1, 1, 1),
        (2, 3, 2),
        (4, 4, 4),
        (1, 100, 1),
        (25, 100, 1),
        (26, 100, 2),
        (100, 100, 4),
    ],
)
def test_levels(number: int, most: int, dark: int) -> None:
    assert level(number, most) == dark


@given(st.integers(1, 500))
def test_the_legend_says_what_each_level_stands_for(most: int) -> None:
    for dark, (least, highest) in enumerate(ranges(most), 1):
        assert {level(number, most) for number in range(least, highest + 1)} <= {dark}
