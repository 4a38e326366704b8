"""The last day of a span, in words."""

from __future__ import annotations

from datetime import date

import pytest

from netbook.core.events import last_day
from netbook.errors import AmbiguousDate, UnreadableDate

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "first", "expected"),
    [
        ("2026-11-30", "2026-11-28", "2026-11-30"),
        ("tomorrow", "2026-11-21", "2026-11-22"),
        ("in 9 days", "2026-11-28", "2026-11-30"),
        # Open ones count from the first day on, wherever that is.
        ("30 nov", "2026-11-28", "2026-11-30"),
        ("16 nov", "2026-11-14", "2026-11-16"),
        ("14 nov", "2026-11-14", "2026-11-14"),
        ("2 jan", "2026-12-30", "2027-01-02"),
        ("16 nov", "2024-11-14", "2024-11-16"),
        ("sunday", "2026-12-11", "2026-12-13"),
        ("sun", "2026-10-09", "2026-10-11"),
        # Written before the first day, they are before it.
        ("16 nov", "2026-11-20", "2026-11-16"),
        ("tomorrow", "2026-12-10", "2026-11-22"),
        ("last friday", "2026-11-21", "2026-11-20"),
    ],
)
def test_last_day(text: str, first: str, expected: str) -> None:
    assert last_day(text, date.fromisoformat(first), SATURDAY) == date.fromisoformat(expected)


@pytest.mark.parametrize(("text", "failure"), [("blursday", UnreadableDate), ("11/12/2026", AmbiguousDate)])
def test_what_cannot_be_read_is_refused(text: str, failure: type[Exception]) -> None:
    with pytest.raises(failure):
        last_day(text, SATURDAY, SATURDAY)
