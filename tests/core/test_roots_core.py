"""What joins two people, how much, and what of it is drawn."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.introductions import weight
from netbook.core.roots import (
    TIE,
    Bond,
    Grounds,
    PersonTie,
    bonds,
    count_bonds,
    drawn,
    every_circle,
    standing_out,
    together,
)  # fmt: skip

people = st.integers(1, 9)
groups = st.dictionaries(st.integers(1, 6), st.lists(people, min_size=2, max_size=5, unique=True), max_size=5)
ties = st.lists(st.lists(people, min_size=2, max_size=2, unique=True), max_size=3)


def grounds_of(
    topics: dict[int, list[int]], meetings: dict[int, list[int]], pairs: list[list[int]]
) -> Grounds:
    return Grounds(topics, meetings, [PersonTie(a, b, "sibling", "sibling") for a, b in pairs])


def quiet(done: int, every: int) -> None:
    assert 0 <= done <= every


@given(groups, groups, ties, st.sets(people))
@settings(max_examples=60)
def test_bonds_are_all_pairs_that_share_something(
    topics: dict[int, list[int]], meetings: dict[int, list[int]], pairs: list[list[int]], among: set[int]
) -> None:
    grounds = grounds_of(topics, meetings, pairs)
    expected = {
        pair for group in [*topics.values(), *meetings.values(), *pairs]
        for pair in combinations(sorted(set(group)), 2) if set(pair) <= among
    }  # fmt: skip
    result = bonds(grounds, among, 1_000)
    assert {(bond.a, bond.b) for bond in result} == expected
    assert count_bonds(grounds, among, quiet) == len(expected)
    assert [bond.strength for bond in result] == sorted((bond.strength for bond in result), reverse=True)
    for bond in result:
        assert {topic for topic, members in topics.items() if {bond.a, bond.b} <= set(members)} == set(
            bond.topics
        )
        assert bond.meetings == sum({bond.a, bond.b} <= set(members) for members in meetings.values())


def test_a_rare_topic_joins_more_than_a_common_one_and_a_tie_more_than_either() -> None:
    grounds = grounds_of({1: [1, 2], 2: [2, 3, 4, 5]}, {1: [1, 3]}, [[4, 1]])
    strengths = {(bond.a, bond.b): bond.strength for bond in bonds(grounds, range(1, 6), 100)}
    assert strengths[1, 4] == TIE
    assert strengths[1, 2] == weight(2) == 1_000
    assert strengths[2, 3] == weight(4)
    assert strengths[1, 3] == together(1)
    assert TIE > weight(2) > weight(4) > together(1)


@pytest.mark.parametrize(
    ("meetings", "worth"), [(1, 250), (3, 500), (15, 1_000), (63, 1_500), (9_999, 1_500)]
)
def test_meetings_together_count_less_the_more_there_are(meetings: int, worth: int) -> None:
    assert together(meetings) == worth


def test_a_topic_of_thousands_does_not_make_millions_of_pairs() -> None:
    grounds = Grounds({1: range(3_000), 2: [7, 8]}, {}, [])
    assert count_bonds(grounds, set(range(3_000)), quiet) == 3_000 * 2_999 // 2
    (only,) = bonds(grounds, set(range(3_000)), 10)
    # The common topic made no pairs of its own, and still counts for the pair found by the rare one.
    assert only == Bond(7, 8, weight(2) + weight(3_000), (2, 1), (), 0)


def test_every_circle_keeps_its_foremost_people() -> None:
    circles = {person: 1 if person <= 90 else 2 for person in range(1, 101)}
    assert every_circle(range(1, 101), circles, 8) == [1, 2, 3, 4, 5, 6, 91, 92]
    grounds = Grounds({1: [95, 96]}, {}, [PersonTie(97, 98, "boss", "report")])
    contacts = {person: 3 if person <= 90 else 0 for person in range(1, 101)}
    shown = standing_out(grounds, contacts, circles, 8)
    assert shown[:2] == [97, 98]
    assert len([person for person in shown if circles[person] == 1]) == 6
    assert len(standing_out(grounds, contacts, circles, 1_000)) == 100


def test_everybody_keeps_their_strongest_root() -> None:
    results = [
        Bond(a, b, strength, (), (), 1) for a, b, strength in ((1, 2, 9), (1, 3, 8), (2, 3, 7), (4, 5, 1))
    ]
    assert drawn(results, 3) == [results[0], results[1], results[3]]
    assert drawn(results, 100) == results
