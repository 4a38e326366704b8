"""Goals: reached or not, in sum, and as a bar."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.goals import CELLS, Result, Summary, bar, summary


@pytest.mark.parametrize(
    ("new", "goal", "shown"),
    [
        (0, 2, "░░░░░░░░░░"),
        (1, 2, "█████░░░░░"),
        (2, 2, "██████████"),
        (4, 2, "██████████"),
        (1, 3, "███░░░░░░░"),
        (2, 3, "██████░░░░"),
        (9, 10, "█████████░"),
        (0, 0, "██████████"),
        (3, 0, "██████████"),
        (0, 1, "░░░░░░░░░░"),
        # One of very many is still something, and nearly all of them is not yet all.
        (1, 1000, "█░░░░░░░░░"),
        (999, 1000, "█████████░"),
    ],
)
def test_bar(new: int, goal: int, shown: str) -> None:
    assert bar(new, goal) == shown


def test_bar_in_ascii() -> None:
    assert bar(1, 2, "#", ".") == "#####....."


@given(st.integers(0, 2000), st.integers(0, 1000))
def test_a_bar_has_ten_cells_and_is_full_exactly_when_the_goal_is_reached(new: int, goal: int) -> None:
    shown = bar(new, goal)
    assert len(shown) == CELLS
    assert ("░" not in shown) == Result(new, goal).reached
    assert ("█" not in shown) == (new == 0 < goal)
    assert shown.count("█") <= bar(new + 1, goal).count("█")


def results(answer: str) -> list[Result]:
    """Events, the latest first, as "2/2 1/2 0/2*"; a star marks one that is still on."""
    rows = []
    for word in answer.split():
        new, goal = word.rstrip("*").split("/")
        rows.append(Result(int(new), int(goal), word.endswith("*")))
    return rows


@pytest.mark.parametrize(
    ("answer", "events", "reached", "streak", "average", "goal"),
    [
        ("", 0, 0, 0, None, None),
        ("2/2", 1, 1, 1, 2, 2),
        ("1/2", 1, 0, 0, 1, 2),
        ("2/2 2/2 1/2 2/2 0/2 4/2", 6, 4, 2, 1.8, 2),
        ("1/2 2/2 2/2", 3, 2, 0, 1.7, 2),
        ("3/2 2/2 5/2", 3, 3, 3, 3.3, 2),
        # Several goals; one of none is always reached.
        ("1/1 3/3 0/0", 3, 3, 3, 1.3, None),
        # One that is still on counts from the moment it has reached its goal.
        ("1/2* 2/2 2/2", 2, 2, 2, 2, 2),
        ("2/2* 2/2 1/2", 3, 2, 2, 1.7, 2),
        ("0/2*", 0, 0, 0, None, None),
        ("0/5* 2/2", 1, 1, 1, 2, 2),
        # An average of 1.25 and one of 1.15.
        ("1/1 1/1 1/1 2/1", 4, 4, 4, 1.3, 1),
        (" ".join(["1/1"] * 17 + ["2/1"] * 3), 20, 20, 20, 1.2, 1),
    ],
)
def test_summary(
    answer: str, events: int, reached: int, streak: int, average: float | None, goal: int | None
) -> None:
    assert summary(results(answer)) == Summary(events, reached, streak, average, goal)


RESULTS = st.lists(st.builds(Result, st.integers(0, 5), st.integers(0, 3), st.booleans()), max_size=12)


@given(RESULTS)
def test_a_summary_never_counts_more_than_there_is(rows: list[Result]) -> None:
    counted = summary(rows)
    assert 0 <= counted.streak <= counted.reached <= counted.events <= len(rows)
    assert (counted.average is None) == (counted.events == 0)
    if counted.average is not None:
        assert min(result.new for result in rows) <= counted.average <= max(result.new for result in rows)


@given(RESULTS)
def test_one_more_reached_goal_lengthens_the_streak_and_a_missed_one_ends_it(rows: list[Result]) -> None:
    before = summary(rows)
    assert summary([Result(2, 2), *rows]).streak == before.streak + 1
    assert summary([Result(1, 2), *rows]).streak == 0
    assert summary([Result(1, 2, ongoing=True), *rows]) == before
