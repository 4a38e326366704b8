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

from netbook.core.due import Candidate, DuePerson, cutoffs, in_order, leading, next_contact

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


def candidates(people: Iterable[Person], horizon: date = TODAY) -> list[Candidate]:
    """Those who are due by the horizon, with an upper limit of how late they are as SQL reckons it."""
    result = cutoffs({person.cadence for person in people}, horizon)
    due = []
    for person in people:
        if person.cadence in result:
            latest, least_days = result[person.cadence]
            if (person.last <= latest) if person.last else (person.added <= str(horizon)):
                days = (TODAY - date.fromisoformat(person.last or person.added)).days
                # Before it is due a longer cadence is less late.
                at_most = max(days / least_days, days / (least_days + 6)) - (person.last is not None)
                due.append(
                    Candidate(person.number, person.name, person.cadence, person.last, person.added, at_most)
                )
    return due


def due(people: Iterable[Person], horizon: date = TODAY) -> list[DuePerson]:
    return in_order(candidates(list(people), horizon), TODAY)


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
    result = next_contact(cadence, last and date.fromisoformat(last), date(2026, 5, 5))  # type: ignore[arg-type]
    assert result == (due and date.fromisoformat(due))


def test_a_row_says_since_when_and_how_late() -> None:
    result = due([person("a", "2w", "2026-11-07", number=1), person("b", "1m", None, "2026-11-20", number=2)])
    assert result == [
        DuePerson(2, "1m", date(2026, 11, 20), 1, None),
        DuePerson(1, "2w", date(2026, 11, 21), 0, date(2026, 11, 7)),
    ]


def test_days_are_negative_before_the_day() -> None:
    (result,) = due([person("a", "2w", "2026-11-10")], TODAY + timedelta(days=3))
    assert (result.due_on, result.days_overdue) == (date(2026, 11, 24), -3)


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


def test_those_never_met_are_ranked_among_those_met() -> None:
    assert order(
        person("late for years", "3d", "2020-01-01"),
        person("fortnight late of a month", "1m", None, "2026-11-07"),  # 14 of 30
        person("half late", "2w", "2026-10-31"),  # 7 of 14
        person("since yesterday", "1y", None, "2026-11-20"),  # 1 of 365
    ) == ["late for years", "half late", "fortnight late of a month", "since yesterday"]


def test_then_by_name_and_of_namesakes_by_number() -> None:
    result = due(
        [
            person("bo", "2w", "2026-11-07", number=1),
            person("ana", "2w", "2026-11-07", number=4),
            person("ana", "2w", "2026-11-07", number=3),
            person("cy", "1m", None, "2026-11-21", number=6),
            person("bea", "2w", None, "2026-11-21", number=5),
        ]
    )
    assert [one.person_id for one in result] == [3, 4, 5, 1, 6]


def test_some_can_be_put_before_all_others() -> None:
    people = [person("a", "2w", "2026-10-01", number=1), person("b", "2w", "2026-11-01", number=2)]
    result = in_order(candidates(people), TODAY, {2: "a call"})
    assert [one.person_id for one in result] == [2, 1]


def test_no_more_are_read_than_it_takes_to_find_the_first() -> None:
    rows = [
        Candidate(number, "", "2w", f"2026-10-{31 - number:02}", "", number / 14)
        for number in range(20, 0, -1)
    ]
    unread = iter(rows)
    assert [one.person_id for one in leading(unread, TODAY, 3)] == [20, 19, 18]
    assert len(list(unread)) > 10


def test_somebody_without_a_cadence_is_never_due() -> None:
    assert order(person("a", "none", None), person("b", "none", "2001-01-01")) == []


def naive(people: list[Person], today: date, horizon: date) -> list[tuple[int, date, int]]:
    """The rule once more, as the words of the contract have it."""
    rows = []
    for person in people:
        since = date.fromisoformat(person.last or person.added)
        following = since + LENGTHS[person.cadence]
        due = following if person.last else since
        rows.append(
            (Fraction(-(today - due).days, (following - since).days), person.name, person.number, due)
        )
    return [(number, due, (today - due).days) for *_, number, due in sorted(rows) if due <= horizon]


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
    result = due(numbered, horizon)
    assert [(due.person_id, due.due_on, due.days_overdue) for due in result] == naive(
        numbered, TODAY, horizon
    )
    # It depends on nothing but the people: their order does not matter.
    assert due(numbered[::-1], horizon) == result
    # The first few are the same where they are asked for alone.
    by_limit = sorted(candidates(numbered, horizon), key=lambda one: -one.at_most)
    assert leading(by_limit, TODAY, 3) == result[:3]
