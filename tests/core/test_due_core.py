"""Who is due, and who before whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.due import (
    Standings,
    first_groups,
    in_order,
    latest_days,
    next_contact,
    person_ids,
    ranks,
    standings,
)

TODAY = date(2026, 11, 21)
LENGTHS = {
    "3d": relativedelta(days=3),
    "2w": relativedelta(weeks=2),
    "1m": relativedelta(months=1),
    "6w": relativedelta(weeks=6),
    "3m": relativedelta(months=3),
    "1y": relativedelta(years=1),
}


class Person(NamedTuple):
    number: int
    name: str
    cadence: str
    added: str
    last: str | None


def person(name: str, cadence: str, last: str | None, added: str = "2026-01-01", number: int = 0) -> Person:
    return Person(number or len(name), name, cadence, added, last)


class Due(NamedTuple):
    person_id: int
    cadence: str
    due_on: date
    days_overdue: int
    last_contact: date | None


def due(people: Iterable[Person], horizon: date = TODAY) -> list[Due]:
    latest = latest_days({one.cadence for one in people}, horizon)
    found = standings(
        (one.number, one.cadence, one.last, one.added) for one in people
        if one.cadence in latest and (one.last <= latest[one.cadence] if one.last else one.added <= str(horizon))
    )  # fmt: skip
    rows = in_order(ranks(found, TODAY), {one.number: one.name for one in people})
    return [Due(number, *alike[1:]) for number, alike in rows]


def order(*people: Person, within: int = 0) -> list[str]:
    names = {one.number: one.name for one in people}
    return [names[one.person_id] for one in due(people, TODAY + timedelta(days=within))]


@pytest.mark.parametrize(
    ("cadence", "last", "due"),
    [
        (None, "2026-11-01", None),
        ("none", "2026-11-01", None),
        ("none", None, None),
        (None, None, None),
        ("2w", "2026-11-01", "2026-11-15"),
        ("1m", "2026-01-31", "2026-02-28"),
        ("1m", "2024-01-31", "2024-02-29"),
        ("3m", "2026-11-30", "2027-02-28"),
        ("1y", "2024-02-29", "2025-02-28"),
        ("1m", None, "2026-05-05"),  # the day they came into the journal
    ],
)
def test_the_next_contact(cadence: str | None, last: str | None, due: str | None) -> None:
    found = next_contact(cadence, last and date.fromisoformat(last), date(2026, 5, 5))  # type: ignore[arg-type]
    assert found == (due and date.fromisoformat(due))


def test_a_row_says_since_when_and_how_late() -> None:
    found = due([person("a", "2w", "2026-11-07", number=1), person("b", "1m", None, "2026-11-20", number=2)])
    assert found == [
        Due(2, "1m", date(2026, 11, 20), 1, None),
        Due(1, "2w", date(2026, 11, 21), 0, date(2026, 11, 7)),
    ]


def test_days_are_negative_before_the_day() -> None:
    (found,) = due([person("a", "2w", "2026-11-10")], TODAY + timedelta(days=3))
    assert (found.due_on, found.days_overdue) == (date(2026, 11, 24), -3)


@pytest.mark.parametrize(
    ("last", "within", "is_due"),
    [("2026-11-07", 0, True), ("2026-11-08", 0, False), ("2026-11-08", 1, True), ("2026-11-09", 1, False)],
)
def test_the_horizon_is_in(last: str, within: int, is_due: bool) -> None:
    assert order(person("a", "2w", last), within=within) == ["a"] * is_due


def test_lateness_is_compared_with_the_cadence() -> None:
    # Ten days late of fourteen go before ten of thirty, and those before twenty of ninety.
    assert order(
        person("quarterly", "3m", "2026-08-01"),  # due 1 November: 20 of 92
        person("monthly", "1m", "2026-10-11"),  # due 11 November: 10 of 31
        person("fortnightly", "2w", "2026-10-28"),  # due 11 November: 10 of 14
    ) == ["fortnightly", "monthly", "quarterly"]


def test_those_never_met_go_before_all_and_longest_first() -> None:
    assert order(
        person("late for years", "3d", "2020-01-01"),
        person("new", "1m", None, "2026-11-20"),
        person("older", "1y", None, "2026-06-01"),
    ) == ["older", "new", "late for years"]


def test_then_by_name_and_of_namesakes_by_number() -> None:
    found = due(
        [
            person("bo", "2w", "2026-11-07", number=1),
            person("ana", "2w", "2026-11-07", number=4),
            person("ana", "2w", "2026-11-07", number=3),
            person("cy", "1m", None, "2026-11-20", number=6),
            person("bea", "2w", None, "2026-11-20", number=5),
        ]
    )
    assert [one.person_id for one in found] == [5, 6, 3, 4, 1]


@pytest.mark.parametrize(("limit", "people"), [(0, 0), (1, 1), (2, 3), (3, 3), (4, 4), (9, 4)])
def test_the_foremost_ranks_are_those_that_the_first_stand_in(limit: int, people: int) -> None:
    due = Standings({"2w": {"2026-11-07": [4]}}, {"1m": {"2026-11-20": [2, 3], "2026-11-19": [1]}})
    assert person_ids(first_groups(ranks(due, TODAY), limit)) == [1, 2, 3, 4][:people]


def test_people_are_put_together_by_what_is_the_same() -> None:
    assert standings(
        [
            (1, "1m", None, "2026-11-19"),
            (2, "1m", None, "2026-11-20"),
            (3, "1m", None, "2026-11-20"),
            (4, "2w", "2026-11-07", "2026-01-01"),
            (5, "2w", "2026-11-07", "2026-01-02"),
        ]
    ) == Standings({"2w": {"2026-11-07": [4, 5]}}, {"1m": {"2026-11-19": [1], "2026-11-20": [2, 3]}})


def test_somebody_without_a_cadence_is_never_due() -> None:
    assert order(person("a", "none", None), person("b", "none", "2001-01-01")) == []


def naive(people: list[Person], today: date, horizon: date) -> list[tuple[int, date, int]]:
    """The rule once more, as the words of the contract have it."""
    never, met = [], []
    for one in people:
        if one.last is None:
            due = date.fromisoformat(one.added)
            never.append((due, one.name, one.number))
            continue
        last = date.fromisoformat(one.last)
        due = last + LENGTHS[one.cadence]
        met.append((Fraction(-(today - due).days, (due - last).days), one.name, one.number, due))
    rows = [(number, due) for due, _, number in sorted(never)]
    rows += [(number, due) for *_, number, due in sorted(met)]
    return [(number, due, (today - due).days) for number, due in rows if due <= horizon]


DAYS = st.dates(date(2024, 1, 1), date(2027, 3, 1)).map(date.isoformat)


@given(
    st.lists(
        st.builds(
            Person, st.just(0), st.sampled_from("abc"), st.sampled_from(sorted(LENGTHS)), DAYS,
            st.none() | DAYS,
        ),
        max_size=12,
    ),
    st.integers(0, 40),
)  # fmt: skip
def test_it_is_what_the_contract_says(people: list[Person], within: int) -> None:
    numbered = [one._replace(number=number) for number, one in enumerate(people)]
    horizon = TODAY + timedelta(days=within)
    found = due(numbered, horizon)
    assert [(due.person_id, due.due_on, due.days_overdue) for due in found] == naive(numbered, TODAY, horizon)
    # It depends on nothing but the people: their order does not matter.
    assert due(numbered[::-1], horizon) == found
