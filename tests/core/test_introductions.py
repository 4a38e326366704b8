"""Introductions: what a topic is worth, which pairs are found, in which order, and that they stay few."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.introductions import (
    KEPT,
    LATEST,
    PAIRS,
    CommonTopic,
    because,
    best_pairs,
    best_with,
    weight,
)


@pytest.mark.parametrize(
    ("sharers", "thousandths"),
    [(2, 1000), (3, 631), (4, 500), (10, 301), (16, 250), (1024, 100), (5000, 81), (20000, 70)],
)
def test_the_rarer_a_topic_the_more_it_weighs(sharers: int, thousandths: int) -> None:
    assert weight(sharers) == thousandths


Journal = tuple[list[CommonTopic], list[tuple[int, int]]]


def journal(answer: str) -> Journal:
    """Topics, the rarest first, from "rowing: 1 2, climbing: 1 2 3"; the numbers are people's."""
    shared = {}
    for part in answer.split(", "):
        name, _, people = part.partition(": ")
        shared[name] = [int(number) for number in people.split()]
    return from_lists(shared)


def from_lists(shared: dict[str, list[int]]) -> Journal:
    ordered = sorted(shared.items(), key=lambda item: (len(item[1]), item[0]))
    topics = [CommonTopic(number, name, len(people)) for number, (name, people) in enumerate(ordered, 1)]
    result = [(number, person) for number, (_, people) in enumerate(ordered, 1) for person in people]
    # What only one person has in common with you is no topic that two share.
    return [topic for topic in topics if topic.sharers > 1], result


@pytest.mark.parametrize(
    ("answer", "pairs"),
    [
        ("rowing: 1", []),
        ("rowing: 2 1", ["1-2 1000 rowing"]),
        ("rowing: 1 2, climbing: 1 2 3",
         ["1-2 1631 rowing climbing", "1-3 631 climbing", "2-3 631 climbing"]),
        # Two topics of three are more than one of two; equal scores in the order of the journal.
        ("a: 1 2, b: 3 4 5, c: 3 4 6",
         ["3-4 1262 b c", "1-2 1000 a", "3-5 631 b", "3-6 631 c", "4-5 631 b", "4-6 631 c"]),
        ("a: 8 9, b: 3 4", ["3-4 1000 b", "8-9 1000 a"]),
    ],
)  # fmt: skip
def test_best_pairs(answer: str, pairs: list[str]) -> None:
    topics, result = journal(answer)
    shown = [
        f"{pair.a}-{pair.b} {pair.score} {' '.join(topic.name for topic in pair.topics)}"
        for pair in best_pairs(topics, result)
    ]
    assert shown == pairs


def test_because_names_the_rarest_first() -> None:
    topics, result = journal("climbing: 1 2 3, rowing: 1 2")
    assert (
        because(next(best_pairs(topics, result)).topics)
        == "both: rowing (shared by 2), climbing (shared by 3)"
    )


def test_because_of_a_common_one() -> None:
    assert because([CommonTopic(1, "climbing", 5000)]) == "both: climbing (shared by 5,000)"


SHARED = st.dictionaries(
    st.sampled_from("abcdefg"), st.lists(st.integers(1, 9), min_size=1, unique=True), max_size=7
)


@settings(max_examples=50)
@given(SHARED)
def test_in_a_small_journal_every_pair_is_found(shared: dict[str, list[int]]) -> None:
    topics, result = from_lists(shared)
    expected = {}
    for a, b in combinations(range(1, 10), 2):
        both = [people for people in shared.values() if a in people and b in people]
        if both:
            expected[a, b] = sum(weight(len(people)) for people in both)
    pairs = list(best_pairs(topics, result))
    assert {(pair.a, pair.b): pair.score for pair in pairs} == expected
    assert len(pairs) == len(expected)
    assert pairs == sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))


@settings(max_examples=50)
@given(SHARED, st.integers(1, 9))
def test_one_person_is_given_the_pairs_that_all_are_given(shared: dict[str, list[int]], one: int) -> None:
    topics, result = from_lists(shared)
    theirs = {topic for topic, person in result if person == one}
    others = [(topic, person) for topic, person in result if topic in theirs and person != one]
    with_one = {frozenset(pair[:2]): pair[2:] for pair in best_with(one, topics, others)}
    assert with_one == {
        frozenset(pair[:2]): pair[2:] for pair in best_pairs(topics, result) if one in (pair.a, pair.b)
    }


def test_of_a_topic_that_thousands_share_only_the_latest_are_looked_at() -> None:
    topics, result = from_lists({"climbing": list(range(5000))})
    pairs = list(best_pairs(topics, result))
    assert len(pairs) == LATEST * (LATEST - 1) // 2
    assert {number for pair in pairs for number in (pair.a, pair.b)} == set(range(5000 - LATEST, 5000))


def test_a_common_topic_counts_for_a_pair_that_a_rare_one_found() -> None:
    topics, result = from_lists({"climbing": list(range(5000)), "rowing": [1, 2]})
    assert next(best_pairs(topics, result))[:3] == (1, 2, 1081)


def test_however_many_topics_there_are_pairs_stay_bounded_and_the_rarest_go_first() -> None:
    """One topic of two people among five thousand topics that fifty share."""
    shared = {f"t{number:04}": list(range(number, number + LATEST)) for number in range(5000)}
    topics, result = from_lists({"zither": [9001, 9002], **shared})
    assert len(topics) * LATEST * (LATEST - 1) // 2 > PAIRS
    pairs = list(best_pairs(topics, result))
    assert len(pairs) == KEPT
    assert any(pair[:3] == (9001, 9002, 1000) for pair in pairs)
