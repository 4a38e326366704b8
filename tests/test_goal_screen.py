"""The goal report on paper of several widths."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netbook.core.goals import Summary
from netbook.render import goal as render
from netbook.render.text import Screen, width_of
from netbook.reports.goal import GoalReport, GoalRow


def shown(rows: list[tuple[str, str | None, int, tuple[str, ...]]], screen: Screen) -> str:
    """Events, with name, place, goal and new people, as the paper has them."""
    result = [
        GoalRow(
            name,
            date(2026, 11, 14),
            place,
            goal,
            len(people),
            len(people),
            len(people) >= goal,
            people,
            0,
            "e1",
        )
        for name, place, goal, people in rows
    ]
    summary = Summary(len(rows), 0, 0, 1.0, 2)
    return render.text(
        GoalReport(date(2026, 11, 21), None, False, result, frozenset(), len(rows), summary, None), screen
    )


PYDATA = ("PyData Berlin", "Kosmos", 2, ("Omar Haddad", "Mia Chen"))


def test_wide_enough_for_a_column_each() -> None:
    assert shown([PYDATA, ("PMI chapter", None, 2, ("Raj Patel",))], Screen(90)).splitlines()[2:] == [
        "  14 Nov 2026  PyData Berlin  Kosmos  ██████████  2 of 2  Omar Haddad, Mia Chen",
        "  14 Nov 2026  PMI chapter            █████░░░░░  1 of 2  Raj Patel",
    ]


def test_narrower_the_place_is_under_the_name() -> None:
    long = ("Northwind summit of the north", "Hall 7", 2, ("Omar Haddad", "Mia Chen", "Raj Patel"))
    assert shown([PYDATA, long], Screen(80)).splitlines()[2:] == [
        "  14 Nov 2026  PyData Berlin        ██████████  2 of 2  Omar Haddad, Mia Chen",
        "               Kosmos",
        "  14 Nov 2026  Northwind summit of  ██████████  3 of 2  Omar Haddad, Mia Chen,",
        "               the north                                Raj Patel",
        "               Hall 7",
    ]


def test_at_sixty_columns_all_stands_under_the_name() -> None:
    assert shown([PYDATA], Screen(60)).splitlines()[2:] == [
        "  14 Nov 2026  PyData Berlin, Kosmos",
        "               ██████████  2 of 2",
        "               Omar Haddad, Mia Chen",
    ]


def test_an_encoding_without_the_bar() -> None:
    assert "#####.....  1 of 2" in shown([("Fair", None, 2, ("Raj",))], Screen(80, encoding="ascii"))


def test_colour_for_what_is_good() -> None:
    answer = shown([PYDATA, ("PMI chapter", None, 2, ("Raj Patel",))], Screen(80, colour=True))
    assert "\x1b[38;5;30m██████████\x1b[0m" in answer
    assert "\x1b[1mPyData Berlin\x1b[0m" in answer
    assert "\x1b[38;5;30m█████░░░░░" not in answer


def test_a_long_list_is_set_plainly() -> None:
    assert len(shown([PYDATA] * 300, Screen(80)).splitlines()) == 302


@given(
    st.lists(
        st.tuples(
            st.text("abcdef 名é", min_size=1, max_size=60),
            st.none() | st.text("xyz ", min_size=1, max_size=60),
            st.integers(0, 1000),
            st.lists(st.text("mnop ö", min_size=1, max_size=40), max_size=5).map(tuple),
        ),
        min_size=1, max_size=4,
    ),
    st.integers(40, 160),
)  # fmt: skip
def test_whatever_is_in_it_fits_and_nothing_is_cut(
    rows: list[tuple[str, str | None, int, tuple[str, ...]]], width: int
) -> None:
    answer = shown(rows, Screen(width))
    assert all(width_of(line) <= width for line in answer.splitlines())

    def letters(text: str) -> list[str]:
        return sorted(re.sub(r"[^a-fxyzm-pé名ö]", "", text))

    lines = answer.split("\n\n", 1)[1].splitlines()
    expected = "".join(name + (place or "") + "".join(people) for name, place, _, people in rows)
    words = "".join(re.sub(r"14 Nov 2026|\d of [\d,]+|nobody logged", "", line) for line in lines)
    assert letters(words) == letters(expected)
