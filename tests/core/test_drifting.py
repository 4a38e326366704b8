"""Drifting: silent for over twice the usual gap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.drifting import is_drifting, usual_gap

START = date(2026, 1, 1)


def days(*offsets: int) -> list[date]:
    return [START + timedelta(days=offset) for offset in offsets]


@pytest.mark.parametrize(
    ("contact", "usual"),
    [
        ((), None),
        ((0,), None),
        ((0, 30), None),
        ((0, 0, 30), None),  # two meetings on one day are one day of contact
        ((0, 10, 30), 15),
        ((0, 10, 30, 60), 20),
        ((60, 0, 30, 10), 20),
        ((0, 7, 14, 21, 400), 7),
        # Weekly once, then yearly: the latest ten days decide.
        ((*range(0, 210, 7), *range(565, 565 + 9 * 365, 365)), 365),
    ],
)
def test_the_usual_gap_is_the_median_of_the_latest(contact: tuple[int, ...], usual: float | None) -> None:
    assert usual_gap(days(*contact)) == usual


@pytest.mark.parametrize(
    ("contact", "today", "drifting"),
    [
        ((), 1000, False),
        ((0,), 1000, False),
        ((0, 30), 1000, False),
        ((0, 30, 60), 120, False),  # exactly twice is not over it
        ((0, 30, 60), 121, True),
        ((0, 30, 60), 60, False),
        ((0, 365, 730), 730 + 365, False),
        ((0, 365, 730), 730 + 731, True),
        ((0, 1, 2), 5, True),
    ],
)
def test_drifting(contact: tuple[int, ...], today: int, drifting: bool) -> None:
    assert is_drifting(days(*contact), START + timedelta(days=today)) is drifting


@given(st.lists(st.integers(0, 3000), max_size=30), st.integers(3000, 9000))
def test_who_drifts_goes_on_drifting_until_the_next_contact(offsets: list[int], today: int) -> None:
    contact, day = days(*offsets), START + timedelta(days=today)
    if is_drifting(contact, day):
        assert is_drifting(contact, day + timedelta(days=1))
    assert not is_drifting([*contact, day], day)
