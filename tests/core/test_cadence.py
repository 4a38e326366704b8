"""Cadences: how they are written, and calendar arithmetic compared with dateutil's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from netbook.core.cadence import Cadence, add_months, due_on, latest_due, least_days, parse_cadence, short
from netbook.errors import UnreadableCadence

ONE_DAY = timedelta(days=1)

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
cadences = st.one_of(
    st.builds(Cadence, st.integers(1, 36_525), st.just("d")),
    st.builds(Cadence, st.integers(1, 5_217), st.just("w")),
    st.builds(Cadence, st.integers(1, 1_200), st.just("m")),
    st.builds(Cadence, st.integers(1, 100), st.just("y")),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3d", "3d"),
        ("2w", "2w"),
        ("1m", "1m"),
        ("1y", "1y"),
        ("10 days", "10d"),
        ("10days", "10d"),
        ("1 week", "1w"),
        ("2 weeks", "2w"),
        ("6 months", "6m"),
        ("a year", "1y"),
        ("two months", "2m"),
        ("a fortnight", "2w"),
        ("2 quarters", "6m"),
        ("daily", "1d"),
        ("weekly", "1w"),
        ("biweekly", "2w"),
        ("fortnightly", "2w"),
        ("monthly", "1m"),
        ("quarterly", "3m"),
        ("half-yearly", "6m"),
        ("yearly", "1y"),
        ("annually", "1y"),
        ("every day", "1d"),
        ("every week", "1w"),
        ("every quarter", "3m"),
        ("every 2 weeks", "2w"),
        ("every 2w", "2w"),
        ("  Every  2\tWEEKS ", "2w"),
        ("QUARTERLY", "3m"),
        ("12m", "12m"),
        ("14 days", "14d"),
        ("007d", "7d"),
        ("36525d", "36525d"),
        ("5217w", "5217w"),
        ("1200m", "1200m"),
        ("100y", "100y"),
        ("none", "none"),
        ("None", "none"),
    ],
)
def test_a_cadence_and_its_short_form(text: str, expected: str) -> None:
    assert short(parse_cadence(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "never",
            "often",
            "w",
            "2",
            "week",
            "2x",
            "2 apples",
            "2ws",
            "2 2",
            "2.5w",
            "1,5 m",
            "²w",
            "٣d",
        ),
        *("bimonthly", "every", "every none", "every monthly", "every every week", "none none", "2w 2w"),
        *("0d", "0 weeks", "-2w", "- 2 w", "36526d", "5218w", "1201m", "101y", "401 quarters"),
        *("999999999y", "9999999999d", "9" * 10_000 + "d"),
    ],
)
def test_what_is_no_cadence_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnreadableCadence) as refused:
        parse_cadence(text)
    message = str(refused.value)
    assert refused.value.exit_code == 2
    assert message.startswith('cannot read the cadence "')
    assert message.endswith('; write 2w, "10 days", monthly or none (a day to 100 years)')
    assert len(message) < 160


@given(cadences)
def test_the_short_form_is_read_back(cadence: Cadence) -> None:
    assert parse_cadence(short(cadence)) == cadence


@given(st.text())
def test_any_text_is_a_cadence_or_refused(text: str) -> None:
    try:
        cadence = parse_cadence(text)
    except UnreadableCadence:
        return
    assert cadence is None or cadence.count > 0


@pytest.mark.parametrize(
    ("last", "cadence", "due"),
    [
        ("2026-11-20", "3d", "2026-11-23"),
        ("2026-11-20", "2w", "2026-12-04"),
        ("2026-11-20", "1m", "2026-12-20"),
        ("2026-01-31", "1m", "2026-02-28"),
        ("2028-01-31", "1m", "2028-02-29"),
        ("2026-01-28", "1m", "2026-02-28"),
        ("2026-11-30", "quarterly", "2027-02-28"),
        ("2026-12-31", "2m", "2027-02-28"),
        ("2026-10-31", "6m", "2027-04-30"),
        ("2028-02-29", "1y", "2029-02-28"),
        ("2028-02-29", "4y", "2032-02-29"),
        ("9999-12-31", "1d", "9999-12-31"),
        ("9999-12-01", "1m", "9999-12-31"),
        ("9950-01-01", "100y", "9999-12-31"),
    ],
)
def test_when_the_next_contact_is_due(last: str, cadence: str, due: str) -> None:
    parsed = parse_cadence(cadence)
    assert parsed is not None
    assert due_on(date.fromisoformat(last), parsed) == date.fromisoformat(due)


@given(days, st.integers(-1200, 1200))
def test_months_are_added_as_dateutil_adds_them(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)


@pytest.mark.parametrize(
    ("day", "months", "result"),
    [
        (date(9999, 12, 1), 0, date(9999, 12, 1)),
        (date(9999, 12, 1), 1, date.max),
        (date(1, 1, 31), -1, date.min),
        (date(2026, 1, 1), 10**9, date.max),
        (date(2026, 1, 1), -(10**9), date.min),
    ],
)
def test_months_stay_inside_the_calendar(day: date, months: int, result: date) -> None:
    assert add_months(day, months) == result


@given(days, cadences)
def test_due_dates_are_as_dateutil_counts_them(last: date, cadence: Cadence) -> None:
    length = {"d": "days", "w": "weeks", "m": "months", "y": "years"}[cadence.unit]
    assert due_on(last, cadence) == last + relativedelta(**{length: cadence.count})  # type: ignore[arg-type]


@given(days, cadences)
def test_a_later_contact_is_never_due_earlier(last: date, cadence: Cadence) -> None:
    assert last < due_on(last, cadence) <= due_on(last + ONE_DAY, cadence)


@given(days, cadences)
@example(date(2026, 2, 28), Cadence(1, "m"))
@example(date(2028, 2, 28), Cadence(1, "m"))
@example(date(2028, 2, 29), Cadence(1, "y"))
@example(date(2026, 3, 30), Cadence(1, "m"))
@example(date(2029, 2, 28), Cadence(1, "y"))
@example(date(2029, 2, 28), Cadence(12, "m"))
@example(date(2026, 4, 30), Cadence(2, "m"))
def test_the_latest_day_that_is_due_is_exactly_the_last_one(today: date, cadence: Cadence) -> None:
    latest = latest_due(cadence, today)
    assert due_on(latest, cadence) <= today < due_on(latest + ONE_DAY, cadence)


@pytest.mark.parametrize(
    ("cadence", "today", "latest"),
    [
        ("1m", "2026-02-28", "2026-01-31"),
        ("1m", "2028-02-28", "2028-01-28"),
        ("1m", "2026-03-30", "2026-02-28"),
        ("1m", "2026-04-30", "2026-03-31"),
        ("1y", "2029-02-28", "2028-02-29"),
        ("2w", "2026-11-20", "2026-11-06"),
    ],
)
def test_the_latest_day_that_is_due(cadence: str, today: str, latest: str) -> None:
    parsed = parse_cadence(cadence)
    assert parsed is not None
    assert latest_due(parsed, date.fromisoformat(today)) == date.fromisoformat(latest)


def test_every_day_of_ten_years_agrees_with_the_due_date() -> None:
    first, today = date(2023, 1, 1), date(2026, 2, 28)
    last_contacts = [first + timedelta(days=n) for n in range(3653)]
    for cadence in (Cadence(1, "d"), Cadence(6, "w"), Cadence(1, "m"), Cadence(3, "m"), Cadence(1, "y")):
        latest = latest_due(cadence, today)
        assert [last <= latest for last in last_contacts] == [
            due_on(last, cadence) <= today for last in last_contacts
        ]


@given(days, cadences)
def test_no_cadence_takes_fewer_days_than_its_least(day: date, cadence: Cadence) -> None:
    assert (due_on(day, cadence) - day).days >= least_days(cadence) >= 1
