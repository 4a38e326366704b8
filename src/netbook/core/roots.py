"""Who shares how much with whom, and what of it a picture has room for.

A root joins two people who share a topic, have a tie, or were in one meeting. Its strength is the sum of what
they share: a topic counts as it does for introductions, the rarer the more; a tie counts two; meetings together
count little, and less the more there are. Strengths are whole thousandths, so that equal ones are equal.

A topic that thousands share makes millions of pairs. So pairs are looked at from the rarest topic and the
smallest meeting on until a budget is spent; what is more common still counts for a pair found by something else.
Counting pairs needs no such budget: each person's partners are the bits of one integer.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import combinations
from math import log2
from typing import NamedTuple

from netbook.core.introductions import THOUSANDTHS, weight

TIE = 2 * THOUSANDTHS
PAIRS = 400_000  # pairs that are looked at
TOLD = 1_000  # people between two reports of how far the work is

PersonPair = tuple[int, int]
Tell = Callable[[int, int], None]


class PersonTie(NamedTuple):
    """What one person is to another (`word`) and the other to them (`back`)."""

    a: int
    b: int
    word: str
    back: str


class Grounds(NamedTuple):
    """What people share: the people of each topic and of each meeting, and the ties, all by number."""

    topics: Mapping[int, Sequence[int]]
    meetings: Mapping[int, Sequence[int]]
    ties: Sequence[PersonTie]


class Bond(NamedTuple):
    """Two people, the lower number first, and what joins them; topics by number, the rarest first."""

    a: int
    b: int
    strength: int
    topics: tuple[int, ...]
    ties: tuple[PersonTie, ...]
    meetings: int


def together(meetings: int) -> int:
    """What so many meetings together are worth, in thousandths: 250 for one, 500 for three, at most 1,500."""
    return min(round(THOUSANDTHS * log2(1 + meetings) / 4), 3 * THOUSANDTHS // 2)


def count_bonds(grounds: Grounds, people: Collection[int], tell: Tell) -> int:
    """How many pairs of these people share anything at all, without making the pairs."""
    bits = {person: place for place, person in enumerate(people)}
    wide: dict[int, list[int]] = defaultdict(list)
    for members in grounds.topics.values():
        places = [bits[person] for person in members if person in bits]
        mask = _mask(places, len(bits))
        for place in places:
            wide[place].append(mask)
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in _close_pairs(grounds, bits):
        near[a].add(b)
        near[b].add(a)
    ends = 0
    for place in range(len(bits)):
        if place % TOLD == 0:
            tell(place, len(bits))
        partners = 0
        for mask in wide.get(place, ()):
            partners |= mask
        ends += (partners & ~(1 << place)).bit_count()
        others = near.get(place, ())
        if others:
            held = partners.to_bytes(len(bits) // 8 + 1, "little")
            ends += sum(1 for other in others if not held[other >> 3] >> (other & 7) & 1)
    return ends // 2


def _mask(places: Iterable[int], size: int) -> int:
    held = bytearray(size // 8 + 1)
    for place in places:
        held[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(held, "little")


def _close_pairs(grounds: Grounds, bits: Mapping[int, int]) -> Iterator[PersonPair]:
    """Pairs of a meeting or a tie, by their places; a pair may come several times."""
    for members in grounds.meetings.values():
        yield from combinations([bits[person] for person in members if person in bits], 2)
    yield from ((bits[tie.a], bits[tie.b]) for tie in grounds.ties if tie.a in bits and tie.b in bits)


def bonds(grounds: Grounds, people: Collection[int], limit: int) -> list[Bond]:
    """The strongest bonds among these people, the strongest first."""
    shared = {
        topic: remaining
        for topic, members in grounds.topics.items()
        if len(remaining := _among(members, people)) > 1
    }
    worth = {topic: weight(len(grounds.topics[topic])) for topic in shared}
    rarest = sorted(shared, key=lambda topic: (len(shared[topic]), topic))
    met: dict[PersonPair, int] = defaultdict(int)
    ties: dict[PersonPair, list[PersonTie]] = defaultdict(list)
    strengths: dict[PersonPair, int] = defaultdict(int)
    for tie in grounds.ties:
        if tie.a in people and tie.b in people:
            ties[_pair(tie.a, tie.b)].append(tie)
    _spend((_among(members, people) for members in grounds.meetings.values()), met, lambda _: 1)
    _spend((shared[topic] for topic in rarest), strengths, lambda place: worth[rarest[place]])
    for pair, number in met.items():
        strengths[pair] += together(number)
    for pair, several in ties.items():
        strengths[pair] += TIE * len(several)
    theirs: dict[int, set[int]] = defaultdict(set)
    for topic, members in shared.items():
        for person in members:
            theirs[person].add(topic)
    places = {topic: place for place, topic in enumerate(rarest)}
    rows = []
    for pair in nlargest(2 * limit, strengths, key=lambda pair: (strengths[pair], -pair[0], -pair[1])):
        a, b = pair
        both = tuple(sorted(theirs[a] & theirs[b], key=places.__getitem__))
        strength = sum(worth[topic] for topic in both) + TIE * len(ties.get(pair, ()))
        meetings = met.get(pair, 0)
        strength += together(meetings) if meetings else 0
        rows.append(Bond(a, b, strength, both, tuple(ties.get(pair, ())), meetings))
    return sorted(rows, key=by_strength)[:limit]


def by_strength(bond: Bond) -> tuple[int, int, int]:
    """The order of bonds, the strongest first."""
    return -bond.strength, bond.a, bond.b


def standing_out(
    grounds: Grounds, contacts: Mapping[int, int], circles: Mapping[int, int | None], limit: int
) -> list[int]:
    """The people a picture shows, those who stand out first: who shares most, weighing rare things and contact.

    Every circle keeps its first few, so that none with people looks empty.
    """
    scores = {person: THOUSANDTHS * log2(1 + number) / 2 for person, number in contacts.items()}
    for members in grounds.topics.values():
        existing = _among(members, contacts)
        if len(existing) > 1:
            for person in existing:
                scores[person] += weight(len(existing))
    for tie in grounds.ties:
        if tie.a in scores and tie.b in scores:
            scores[tie.a] += TIE
            scores[tie.b] += TIE
    order = sorted(scores, key=lambda person: (-scores[person], person))
    if len(order) <= limit:
        return order
    return every_circle(order, circles, limit)


def every_circle(order: Sequence[int], circles: Mapping[int, int | None], limit: int) -> list[int]:
    """The first of these people, half of them by circle, so that each circle has its foremost ones."""
    share = max(1, limit // (2 * len(set(circles.values()))))
    seen: dict[int | None, int] = defaultdict(int)
    first = []
    for person in order:
        seen[circles[person]] += 1
        if seen[circles[person]] <= share:
            first.append(person)
    chosen = set(first[:limit])
    for person in order:
        if len(chosen) >= limit:
            break
        chosen.add(person)
    return [person for person in order if person in chosen]


def drawn(result: Sequence[Bond], limit: int) -> list[Bond]:
    """As many bonds as a picture takes: everybody's strongest one, then the strongest of all."""
    remaining, joined = [], set()
    for bond in result:
        if bond.a not in joined or bond.b not in joined:
            joined |= {bond.a, bond.b}
            remaining.append(bond)
    chosen = set(remaining[:limit])
    for bond in result:
        if len(chosen) >= limit:
            break
        chosen.add(bond)
    return [bond for bond in result if bond in chosen]


def _among(members: Iterable[int], people: Collection[int]) -> list[int]:
    return sorted({person for person in members if person in people})


def _pair(a: int, b: int) -> PersonPair:
    return (a, b) if a < b else (b, a)


def _spend(
    groups: Iterable[Sequence[int]], totals: dict[PersonPair, int], worth: Callable[[int], int]
) -> None:
    """Add what each group is worth to every pair of its members, the smallest groups first, within the budget."""
    left = PAIRS
    for place, members in sorted(enumerate(groups), key=lambda group: len(group[1])):
        left -= len(members) * (len(members) - 1) // 2
        if left < 0:
            return
        for pair in combinations(members, 2):
            totals[pair] += worth(place)
