"""Topics that may be one topic under two names: "climb" and "climbing", "book clubs" and "book-club"."""

from __future__ import annotations

from collections.abc import Mapping

from netbook.core.names import squash, topic_key
from netbook.core.typos import one_slip_apart

MOST = 3
SHORTEST_STEM = 3
SHORTEST_SLIP = 5  # letters under which a slip makes another word: golf, gulf


def near_topics(name: str, existing: Mapping[str, str]) -> list[str]:
    """Up to three of the existing topics (key to name) that differ from this one by endings or by one slip.

    The first letter must agree: "hiking" and "biking" are two topics. The topic itself is not near.
    """
    key = topic_key(name)
    letters, stem = squash(key), _stems(key)
    same, slips = [], []
    for other in existing:
        theirs = squash(other)
        if other == key or theirs[:1] != letters[:1]:
            continue
        # What takes time is done for the few that can agree: an ending leaves three letters alone.
        if theirs[:SHORTEST_STEM] == letters[:SHORTEST_STEM] and _stems(other) == stem:
            same.append(other)
        elif abs(len(theirs) - len(letters)) <= 1 and len(theirs) >= SHORTEST_SLIP <= len(letters):
            slips += [other] if one_slip_apart(key, other) else []
    return [existing[other] for other in (sorted(same) + sorted(slips))[:MOST]]


def _stems(key: str) -> str:
    """A key without spaces and without what English puts at the end of a word (s, ing, er, ed, e)."""
    return "".join(map(stem, key.split()))


def stem(word: str) -> str:
    """A folded word without its English ending, so that "hike", "hikes" and "hiking" are one."""
    bare = word if word.endswith("ss") else word.removesuffix("s")
    for ending in ("ing", "er", "ed"):
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST_STEM:
            bare = bare.removesuffix(ending)
            break
    if len(bare) > SHORTEST_STEM:
        # hike, hiking; hobby, hobbies; run, running
        bare = bare.removesuffix("e")
        bare = bare[:-1] + "i" if bare.endswith("y") else bare
        bare = bare[:-1] if bare[-1:] == bare[-2:-1] else bare
    return bare if len(bare) >= SHORTEST_STEM else word
