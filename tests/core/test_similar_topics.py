"""Topics that may be one under two names: named, never merged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.names import topic_key
from netbook.core.similar_topics import near_topics


def near(name: str, *existing: str) -> list[str]:
    return near_topics(name, {topic_key(other): other for other in existing})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("climb", "climbing"),
        ("climbers", "climbing"),
        ("dog", "dogs"),
        ("hobby", "hobbies"),
        ("run", "running"),
        ("hike", "Hiking"),
        ("book clubs", "book-club"),
        ("bookclub", "book club"),
        ("photograhpy", "photography"),
        ("sailling", "sailing"),
        ("worked at Northwind", "worked at Nortwind"),
    ],
)
def test_endings_and_slips_make_topics_near(one: str, other: str) -> None:
    assert near(one, other) == [other]
    assert near(other, one) == [one]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("climbing", "Climbing"),  # the same topic, not a near one
        ("hiking", "biking"),
        ("golf", "gulf"),
        ("tea", "team"),
        ("go", "goa"),
        ("cooking", "coding"),
        ("Rust 2021", "Rust 2024"),
        ("group a", "group b"),
        ("C", "C++"),
        ("C++", "C#"),
        ("one son", "two sons"),
        ("chess", "cheese"),
    ],
)
def test_other_topics_are_left_alone(one: str, other: str) -> None:
    assert near(one, other) == near(other, one) == []


def test_the_nearest_three_are_named_endings_before_slips() -> None:
    assert near("climbing", "climbin", "climbs", "climb", "climber", "clumbing") == [
        "climb",
        "climber",
        "climbs",
    ]
    assert near("climbing", "clumbing", "climb") == ["climb", "clumbing"]


@given(st.text(), st.text())
def test_nearness_goes_both_ways(one: str, other: str) -> None:
    assert bool(near(one, other)) == bool(near(other, one))


@given(st.text())
def test_nothing_is_near_itself(name: str) -> None:
    assert near(name, name) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Rock climbing", "rock-climbing", True),
        ("Caf\u00e9", "cafe\u0301", True),
        ("#python", "Python", True),
        ("C++", "c++", True),
        ("C++", "C", False),
        ("C++", "C#", False),
        ("modern C++ talks", "modern C talks", False),
    ],
)
def test_which_names_are_one_topic(one: str, other: str, same: bool) -> None:
    assert (topic_key(one) == topic_key(other)) is same
