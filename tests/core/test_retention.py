"""Which automatic backups are kept: close together while new, further apart as they age."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netbook.core.retention import DAILY, EVERY, LATEST, WEEKLY, reasons

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
AGES = st.lists(st.timedeltas(timedelta(days=-400), timedelta(days=1500)), max_size=60, unique=True)


def ages(*hours: float) -> list[str | None]:
    """Why each is kept that is so many hours old, where there are later ones of three days, too."""
    later = [timedelta(days=-day) for day in range(LATEST)]
    moments = [NOW - age for age in (*later, *(timedelta(hours=age) for age in hours))]
    return reasons(moments, NOW)[LATEST:]


def test_everything_of_two_days_then_one_a_day() -> None:
    assert ages(0, 1, 47) == ["the last two days"] * 3
    assert ages(49, 50, 73) == ["the last of its day", None, "the last of its day"]


def test_one_a_week_and_one_a_month() -> None:
    day = 24
    # The 9th and the 8th of November are of two weeks, the 8th and the 2nd of one.
    assert ages(19 * day, 20 * day, 26 * day) == ["the last of its week", "the last of its week", None]
    assert ages(70 * day, 75 * day, 100 * day) == ["the last of its month", None, "the last of its month"]
    assert ages(4000 * day) == ["the last of its month"]


def test_a_clock_that_was_ahead_costs_no_backup() -> None:
    assert ages(-9, -8760, 1) == ["the last two days"] * 3


def test_nor_does_one_that_is_ahead_now() -> None:
    made = [NOW - timedelta(hours=hours) for hours in (0, 8760, 8761, 8790)]
    latest = "the last days with backups"
    assert reasons(made, NOW) == ["the last two days", "the last of its month", latest, latest]


@given(AGES)
def test_the_newest_of_all_and_whatever_is_new_stays_and_thinning_again_changes_nothing(
    old: list[timedelta],
) -> None:
    made = sorted((NOW - age for age in old), reverse=True)
    why = reasons(made, NOW)
    stay = {moment: reason for moment, reason in zip(made, why, strict=True) if reason}
    assert reasons(list(stay), NOW) == [*stay.values()]
    latest = sorted({moment.date() for moment in made})[-LATEST:]
    assert all(moment in stay for moment in made if NOW - moment < EVERY or moment.date() in latest)
    by_rule = [moment for moment, reason in stay.items() if reason != "the last days with backups"]
    days = [moment.date() for moment in by_rule if EVERY <= NOW - moment < DAILY]
    assert sorted(days) == sorted({moment.date() for moment in made if EVERY <= NOW - moment < DAILY})
    months = [(moment.year, moment.month) for moment in by_rule if NOW - moment >= WEEKLY]
    assert sorted(months) == sorted({(m.year, m.month) for m in made if NOW - m >= WEEKLY})
