"""Periods and what they are compared with, as a table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.periods import Length, Period, Span, months, since, so_far, year_up_to

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("length", "today", "now", "before"),
    [
        ("month", "2026-11-21", ("2026-11-01", "2026-11-21"), ("2026-10-01", "2026-10-21")),
        ("month", "2026-11-01", ("2026-11-01", "2026-11-01"), ("2026-10-01", "2026-10-01")),
        ("month", "2026-01-31", ("2026-01-01", "2026-01-31"), ("2025-12-01", "2025-12-31")),
        # 31 days of March, and the 28 there are in February.
        ("month", "2026-03-31", ("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28")),
        ("month", "2028-03-29", ("2028-03-01", "2028-03-29"), ("2028-02-01", "2028-02-29")),
        # 31 of October and 21 of November are 52 days; 31 of July and 21 of August are too.
        ("quarter", "2026-11-21", ("2026-10-01", "2026-11-21"), ("2026-07-01", "2026-08-21")),
        # 31 + 28 + 31 = 90 days, and 92 in the quarter before.
        ("quarter", "2026-03-31", ("2026-01-01", "2026-03-31"), ("2025-10-01", "2025-12-29")),
        # 30 + 31 + 30 = 91 days, and the 90 there are in the quarter before.
        ("quarter", "2026-06-30", ("2026-04-01", "2026-06-30"), ("2026-01-01", "2026-03-31")),
        ("year", "2026-11-21", ("2026-01-01", "2026-11-21"), ("2025-01-01", "2025-11-21")),
        # The 61st day of a leap year is 1 March, that of the year before is the 2nd.
        ("year", "2028-03-01", ("2028-01-01", "2028-03-01"), ("2027-01-01", "2027-03-02")),
        # 366 days, and the 365 there are in the year before.
        ("year", "2028-12-31", ("2028-01-01", "2028-12-31"), ("2027-01-01", "2027-12-31")),
    ],
)
def test_so_far(length: Length, today: str, now: tuple[str, str], before: tuple[str, str]) -> None:
    assert so_far(length, date.fromisoformat(today)) == Period(span(*now), span(*before))


@pytest.mark.parametrize(
    ("first", "today", "before"),
    [
        # 21 days, and the 21 days up to the day before.
        ("2026-11-01", "2026-11-21", ("2026-10-11", "2026-10-31")),
        ("2026-11-21", "2026-11-21", ("2026-11-20", "2026-11-20")),
        # 2 of February, 1 of March: 27, 28 February, 1 March; then 24, 25, 26 February.
        ("2026-02-27", "2026-03-01", ("2026-02-24", "2026-02-26")),
    ],
)
def test_since(first: str, today: str, before: tuple[str, str]) -> None:
    assert since(date.fromisoformat(first), date.fromisoformat(today)) == Period(
        span(first, today), span(*before)
    )


@settings(max_examples=50)
@given(DAYS, st.sampled_from(["month", "quarter", "year"]))
def test_what_stands_beside_a_period_is_as_long_or_a_whole_shorter_one(today: date, length: Length) -> None:
    now, before = so_far(length, today)
    days, earlier = now.last - now.first, before.last - before.first
    assert now.first <= now.last == today
    assert before.first <= before.last < now.first
    assert earlier == days or (earlier < days and before.last + timedelta(1) == now.first)


@settings(max_examples=50)
@given(DAYS, DAYS)
def test_the_days_before_a_day_are_as_many(one: date, other: date) -> None:
    now, before = since(min(one, other), max(one, other))
    assert before.last + timedelta(1) == now.first
    assert before.last - before.first == now.last - now.first


@pytest.mark.parametrize(
    ("last", "first"),
    [("2026-11-21", "2025-11-22"), ("2028-02-29", "2027-03-01"), ("2027-02-28", "2026-03-01")],
)
def test_the_year_up_to_a_day(last: str, first: str) -> None:
    assert year_up_to(date.fromisoformat(last)) == date.fromisoformat(first)


def test_months() -> None:
    assert months(span("2025-12-31", "2026-02-01")) == [
        date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)
    ]  # fmt: skip
    assert months(span("2026-11-05", "2026-11-05")) == [date(2026, 11, 1)]
