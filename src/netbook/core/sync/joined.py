"""What is said about people who were merged, and what would be lost by taking them for one."""

from collections.abc import Iterator, Mapping

from netbook.core.sync.published import Value, same
from netbook.core.sync.sides import Sides

# Facts of somebody who was merged away that the one who stays has anyway, or has of their own.
_OWN_AFFAIR = ("id", "uid", "handle", "added_on", "me", "start_on")


def changes_of_joined(sides: Sides, joined: Mapping[str, str]) -> Iterator[tuple[str, str, Value]]:
    """What a side changed about somebody whom the other made one with somebody else: who, column, value."""
    base, *others = sides
    for uid, target in joined.items():
        for side in others:
            row, before = side["person"].get((uid,)), base["person"].get((uid,))
            if row is None or same(row, before) or (target,) not in side["person"]:
                continue
            for column, value in row.items():
                if column in _OWN_AFFAIR or value is None or (before and before[column] == value):
                    continue
                yield target, column, value


def pairs_of_one(sides: Sides, joined: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a side says of two who are one on the other: whom it is about, and the words."""
    base, *others = sides
    for side in others:
        for name in ("introduction", "tie"):
            for key, row in side[name].items():
                one, other = (joined.get(str(row[end]), row[end]) for end in ("a_id", "b_id"))
                if one == other and not same(row, base[name].get(key)):
                    words = [row.get(column) for column in ("outcome", "word", "date", "because")]
                    yield str(one), f"sync: {name} was {', '.join(str(word) for word in words if word)}"
