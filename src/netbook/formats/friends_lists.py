"""The lists of a `friends.md`: who its friends and what its places are, by all their names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from netbook.core.names import BadName, checked, clean, fold
from netbook.formats.records import PersonEntry, Problem, excerpt, uid_from

TAG = re.compile(r"(?<!\w)[@#](\w+(?:[:-]\w+)*)")
LONGEST_LINE = 4_000
_ALSO = "a.k.a. "


@dataclass(slots=True)
class Places:
    """The section Locations. A place has no row of its own in a journal: each is told as skipped."""

    problems: list[Problem] = field(default_factory=list)
    _name_of: dict[str, str] = field(default_factory=dict)

    def add(self, number: int, text: str) -> None:
        """Takes in one line of the section."""
        name, aliases = _with_aliases(text)
        try:
            place = checked(name, "the place")
        except BadName as error:
            self.problems.append(Problem(number, excerpt(text), str(error), "failed"))
            return
        for known in (place, *aliases):
            self._name_of.setdefault(fold(known), place)
        why = "a place; it is kept with the people and meetings that name it"
        self.problems.append(Problem(number, place, why, "skipped"))

    def called(self, text: str) -> str:
        """The place's own name where the text is an alias of it; BadName where it is no name."""
        return self._name_of.get(fold(text)) or checked(text, "the place")


class People:
    """The section Friends: finds the friend of a marked name. A friend's own name wins over anybody's alias."""

    def __init__(self, source: str, places: Places) -> None:
        self._source = source
        self._places = places
        self._line_of: dict[str, int] = {}
        self._uid_of: dict[str, str] = {}
        self._by_alias: dict[str, str | None] = {}
        self._asked: dict[str, str | None] = {}

    def add(self, number: int, text: str) -> PersonEntry | Problem:
        """The friend that one line of the section describes."""
        try:
            friend = self._friend(number, text)
        except BadName as error:
            return Problem(number, excerpt(text), str(error), "failed")
        key = fold(friend.name)
        if key in self._line_of:
            why = f"line {self._line_of[key]:,} has the same name, and friends tells people apart by name"
            return Problem(number, friend.name, why, "skipped")
        self._line_of[key] = number
        self._uid_of[key] = friend.uid
        for alias in map(fold, friend.aliases):
            # An alias of two people names neither.
            self._by_alias[alias] = None if alias in self._by_alias else friend.uid
        return friend

    def uid(self, name: str) -> str | None:
        """The friend of that name, None if it fits nobody or several; only once all friends were added."""
        if name not in self._asked:
            key = fold(name)
            self._asked[name] = self._uid_of.get(key) or self._by_alias.get(key)
        return self._asked[name]

    def newcomer(self, name: str, number: int) -> PersonEntry | None:
        """Somebody who is named but not in the list, the first time; None if the list has the name."""
        key = fold(name)
        if key in self._uid_of or key in self._by_alias:
            return None
        try:
            entry = PersonEntry(number, uid_from(self._source, "friend", key), checked(name, "the name"))
        except BadName:
            return None
        self._uid_of[key] = entry.uid
        return entry

    def _friend(self, number: int, text: str) -> PersonEntry:
        if len(text) > LONGEST_LINE:
            raise BadName("the line", f"is over {LONGEST_LINE:,} characters long")
        rest, place, tags = _from_the_end(text)
        name, aliases = _with_aliases(rest)
        name = checked(name, "the name")
        return PersonEntry(
            line=number,
            uid=uid_from(self._source, "friend", fold(name)),
            name=name,
            place=self._places.called(place) if place else None,
            aliases=tuple(dict.fromkeys(checked(alias, "the nickname") for alias in aliases)),
            tags=tuple(dict.fromkeys(checked(tag, "the tag") for tag in tags)),
        )


def _from_the_end(text: str) -> tuple[str, str, list[str]]:
    """A friend's line without the place and the tags at its end, in whichever order they stand; these two."""
    rest, place = text, ""
    tags: list[str] = []
    while True:
        head, space, last = rest.rpartition(" ")
        if space and TAG.fullmatch(last):
            rest, tags = head.rstrip(), [last[1:], *tags]
        elif not place and rest.endswith("]") and "[" in rest:
            rest, _, place = rest[:-1].rpartition("[")
            rest, place = rest.rstrip(), clean(place)
        else:
            return rest, place, tags


def _with_aliases(text: str) -> tuple[str, list[str]]:
    """A name and the other names after it: "Ada (a.k.a. Countess a.k.a. Addie)"."""
    name, bracket, inside = text.partition(f"({_ALSO}")
    if not bracket or not inside.endswith(")"):
        return text, []
    return name, [alias for part in inside[:-1].split(f" {_ALSO}") if (alias := clean(part))]
