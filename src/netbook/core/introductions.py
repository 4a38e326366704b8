"""Introductions worth making: two people who share a topic with you, and so with each other.

A topic weighs 1 ÷ log2 of how many people share it: 1 where only two do, 0.63 for three, 0.3 for ten, 0.08
for five thousand. A pair's score is the sum over the topics both share. Weights are counted in whole
thousandths, so that equal scores are equal.

A topic that thousands share makes millions of pairs, hardly one of them worth making. So pairs are looked for
from the rarest topic on, of one topic only among the fifty people with whom it was found last, until a
hundred thousand pairs were looked at; the best five thousand are kept. What is more common still counts for
a pair that was found by another topic. Equal scores are in the order in which people came into the journal.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log2
from typing import NamedTuple

THOUSANDTHS = 1_000
LATEST = 50  # people of one topic
PAIRS = 100_000
KEPT = 5_000


class CommonTopic(NamedTuple):
    """A topic and how many people share it; two at the least."""

    id: int
    name: str
    sharers: int


class Pair(NamedTuple):
    """Two people by their numbers, their score in thousandths, and what both share, the rarest first."""

    a: int
    b: int
    score: int
    topics: tuple[CommonTopic, ...]


def weight(sharers: int) -> int:
    """What a topic that so many people share is worth, in thousandths."""
    return round(THOUSANDTHS / log2(sharers))


def best_pairs(topics: Sequence[CommonTopic], pairs: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    """The pairs worth making, the best first.

    Topics come the rarest first; `pairs` has the numbers of topic and person of every commonality, in the
    order in which they were found.
    """
    sharers: dict[int, list[int]] = defaultdict(list)
    theirs: dict[int, set[int]] = defaultdict(set)
    for topic, person in pairs:
        sharers[topic].append(person)
        theirs[person].add(topic)
    scores = _looked_at(topics, sharers)
    least = sorted(scores.values(), reverse=True)[:KEPT][-1:] or [0]
    chosen = sorted((-score, pair) for pair, score in scores.items() if score >= least[0])[:KEPT]
    return _in_order(topics, ((a, b, theirs[a] & theirs[b]) for _, (a, b) in chosen))


def best_with(person: int, topics: Sequence[CommonTopic], pairs: Iterable[tuple[int, int]]) -> Iterator[Pair]:
    """The pairs of one person with everybody who shares a topic with them, the best first.

    `pairs` has the numbers of topic and other person for every topic that both share.
    """
    shared: dict[int, set[int]] = defaultdict(set)
    for topic, other in pairs:
        shared[other].add(topic)
    return _in_order(topics, ((person, other, numbers) for other, numbers in shared.items()))


def because(topics: Iterable[CommonTopic]) -> str:
    """Why two people should meet: "both: rowing (shared by 2), climbing (shared by 14)"."""
    return "both: " + ", ".join(f"{topic.name} (shared by {topic.sharers:,})" for topic in topics)


def _looked_at(
    topics: Sequence[CommonTopic], sharers: Mapping[int, Sequence[int]]
) -> dict[tuple[int, int], int]:
    """Pairs, each the lower number first, and what the topics that were looked at give them."""
    scores: dict[tuple[int, int], int] = {}
    left = PAIRS
    for topic in topics:
        people = sorted(sharers.get(topic.id, ())[-LATEST:])
        left -= len(people) * (len(people) - 1) // 2
        if left < 0:
            break
        worth = weight(topic.sharers)
        for pair in combinations(people, 2):
            scores[pair] = scores.get(pair, 0) + worth
    return scores


def _in_order(
    topics: Sequence[CommonTopic], pairs: Iterable[tuple[int, int, Collection[int]]]
) -> Iterator[Pair]:
    """Pairs of two people and the numbers of the topics they share, the best first."""
    places = {topic.id: place for place, topic in enumerate(topics)}
    worth = {topic.id: weight(topic.sharers) for topic in topics}
    scored = [(-sum(worth[number] for number in numbers), a, b, numbers) for a, b, numbers in pairs]
    for score, a, b, numbers in sorted(scored)[:KEPT]:
        both = (topics[place] for place in sorted(places[number] for number in numbers))
        yield Pair(a, b, -score, tuple(both))
