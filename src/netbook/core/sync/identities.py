"""Which rows of the two sides are one: people who were merged, and what only one row can be called.

Two people are never taken for one because they look alike. They are one where a journal says so (its `identity`
rows), and so are two cards of the journal's owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from netbook.core.sync.published import Key, Row, State, Value, same
from netbook.core.sync.sides import Sides
from netbook.core.tables import TABLES

Pointers = Mapping[str, str]


def people(sides: Sides) -> dict[str, str]:
    """By the uid of somebody who was merged into somebody else: the uid of that person."""
    base, ours, theirs = (_pointers(side) for side in sides)
    joins: dict[str, str] = {}
    chosen = {uid: _pointer(uid, base, ours, theirs) for uid in {*base, *ours, *theirs}}
    # What was published first wins where the two sides merged the same people in opposite directions.
    for uid in sorted(chosen, key=lambda uid: (chosen[uid] != theirs.get(uid), uid)):
        target = chosen[uid]
        if target is not None and _followed(joins, target) != uid:
            joins[uid] = target
    mine, published = _owner(sides.ours), _owner(sides.theirs)
    is_new = mine is not None and mine not in joins and (mine,) not in sides.theirs["person"]
    if is_new and mine and published and _followed(joins, published) != mine:
        joins[mine] = published
    return {uid: _followed(joins, uid) for uid in joins}


def _pointers(side: State) -> dict[str, str]:
    return {uid: str(row["person_id"]) for (uid,), row in side["identity"].items()}


def _followed(joins: Pointers, uid: str) -> str:
    """Who somebody is in the end."""
    seen = {uid}
    while (target := joins.get(uid)) is not None and target not in seen:
        seen.add(target)
        uid = target
    return uid


def _pointer(uid: str, base: Pointers, ours: Pointers, theirs: Pointers) -> str | None:
    """Who a uid leads to; None for somebody who is a person again.

    A merge of the one it led to changes nothing about the two having been one.
    """
    before, mine, published = base.get(uid), ours.get(uid), theirs.get(uid)
    if before is None:
        return published or mine
    if mine is None or mine == _followed(ours, before):
        if mine is not None or published is None:
            return published
        return None if published == _followed(theirs, before) else published
    return mine if published in (None, _followed(theirs, before)) else published


def _owner(side: State) -> str | None:
    """The uid of the journal owner's own card."""
    return next((uid for (uid,), row in side["person"].items() if row.get("me")), None)


def rest(sides: Sides) -> dict[str, dict[str, str]]:
    """By table and key: circles, topics, events, plans and ties that can only be one row with another."""
    joins: dict[str, dict[str, str]] = {}
    for name, called in _CALLED.items():
        rows = {key: row for key in sides.keys(name) if (row := sides.merged(name, key)) is not None}
        for group in _alike(rows, called):
            _join(joins.setdefault(name, {}), sides.theirs[name], group)
    events = {key: row for key in sides.keys("event") if (row := sides.merged("event", key)) is not None}
    for group in _overlapping(events):
        # What overlaps in one journal already is its owner's own affair.
        if not any(_has_all(side["event"], events, group) for side in (sides.ours, sides.theirs)):
            _join(joins.setdefault("event", {}), sides.theirs["event"], group)
    return joins


def _has_all(side: Mapping[Key, Row], events: Mapping[Key, Row], group: list[Key]) -> bool:
    """Whether a side has these events as they are, none of them brought back."""
    return all(key in side and side[key]["id"] and same(side[key], events[key]) for key in group)


def _join(joins: dict[str, str], published: Mapping[Key, Row], group: list[Key]) -> None:
    """Have all rows of a group be one: the one that is published, else the first."""
    stays = min(group, key=lambda key: (key not in published, _number(published.get(key)), key))
    joins.update({key[0]: stays[0] for key in group if key != stays})


def _number(row: Row | None) -> int:
    number = row["id"] if row else None
    return number if isinstance(number, int) else 0


def _made_key(name: str) -> Callable[[Row], Value | tuple[Value, ...]]:
    key = TABLES[name].key
    assert key is not None
    return lambda row: key.made(str(row[key.source]))


# By table, what only one row can be called; None: this row does not clash.
_CALLED: dict[str, Callable[[Row], object]] = {
    "circle": _made_key("circle"),
    "topic": _made_key("topic"),
    "plan": lambda row: row["source"],
    "tie": lambda row: (row["a_id"], row["b_id"], row["word"]) if row["b_id"] is not None else None,
}


def _alike(rows: Mapping[Key, Row], called: Callable[[Row], object]) -> Iterator[list[Key]]:
    groups: dict[object, list[Key]] = {}
    for key, row in rows.items():
        if (word := called(row)) is not None:
            groups.setdefault(word, []).append(key)
    return (group for group in groups.values() if len(group) > 1)


def _overlapping(events: Mapping[Key, Row]) -> Iterator[list[Key]]:
    """Editions of one event that share a day."""
    called = _made_key("event")
    order = sorted(events, key=lambda key: (str(called(events[key])), str(events[key]["starts_on"]), key))
    group: list[Key] = []
    name, until = "", ""
    for key in order:
        row = events[key]
        if group and str(called(row)) == name and str(row["starts_on"]) <= until:
            group.append(key)
            until = max(until, str(row["ends_on"]))
            continue
        if len(group) > 1:
            yield group
        group, name, until = [key], str(called(row)), str(row["ends_on"])
    if len(group) > 1:
        yield group


def widened(rows: Iterable[Row]) -> tuple[Value, Value]:
    """The first and the last day of events that are one."""
    items = [*rows]
    return min(str(row["starts_on"]) for row in items), max(str(row["ends_on"]) for row in items)
