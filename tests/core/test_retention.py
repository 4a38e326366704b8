"""Which automatic backups are kept: close together while new, further apart as they age."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netbook.core.retention import DAILY, EVERY, WEEKLY, reasons

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
AGES = st.lists(st.timedeltas(timedelta(days=-400), timedelta(days=1500)), max_size=60)


def ages(*hours: float) -> list[str | None]:
    return reasons([NOW - timedelta(hours=age) for age in hours], NOW)


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


@given(AGES)
def test_the_newest_of_all_and_whatever_is_new_stays_and_thinning_again_changes_nothing(
    old: list[timedelta],
) -> None:
    made = sorted((NOW - age for age in old), reverse=True)
    why = reasons(made, NOW)
    assert why[:1] != [None]
    stay = [moment for moment, reason in zip(made, why, strict=True) if reason]
    assert reasons(stay, NOW) == [reason for reason in why if reason]
    assert all(moment in stay for moment in made if NOW - moment < EVERY)
    assert len({moment.date() for moment in made if EVERY <= NOW - moment < DAILY}) == len(
        [moment for moment in stay if EVERY <= NOW - moment < DAILY]
    )
    months = {(moment.year, moment.month) for moment in made if NOW - moment >= WEEKLY}
    assert months == {(moment.year, moment.month) for moment in stay if NOW - moment >= WEEKLY}
