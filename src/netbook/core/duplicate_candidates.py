"""Select the pairs of people to compare: those who have something in common."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import combinations

from netbook.core.duplicates import MOST_NAMES, Somebody, mailbox_names
from netbook.core.name_similarity import sound
from netbook.core.nicknames import first_letters

MOST_TOGETHER = 300  # people under one key who are all compared
WINDOW = 20  # neighbours by name that are compared where there are more
_MOST_WORDS = 5


def keys(person: Somebody) -> Iterator[tuple[str, ...]]:
    """What a person can be looked up by: two people without a key in common are not compared.

    Of a name that is every two of its words: the first letter of the one, in any of its forms, and the sound
    of the other. So a slip in either leaves the pair together.
    """
    yield from (("email", key) for key in person.emails)
    yield from (("mailbox", name) for name in mailbox_names(person.emails))
    yield from (("link", key) for key in person.links)
    yield from (("phone", number) for number in person.phones)
    if person.birthday:
        yield ("birthday", person.birthday[-5:], person.names[0].words[0][:1])
    for name in person.names[:MOST_NAMES]:
        yield ("name", name.squashed)
        words = name.words[:_MOST_WORDS]
        sounds = [sound(word) for word in words]
        for place, word in enumerate(words):
            if person.org:
                yield ("org", person.org, sounds[place])
            for letter in first_letters(word):
                yield from (("words", letter, heard) for at, heard in enumerate(sounds) if at != place)


def candidates(people: Collection[Somebody], only: int | None = None) -> set[tuple[int, int]]:
    """Pairs of numbers, the lower first, of people who have a key in common; with `only`, those with that one.

    Under a key that very many have, each is compared with their neighbours by name.
    """
    only_keys = None
    if only is not None:
        only_keys = set(next(map(keys, (person for person in people if person.id == only)), ()))
    sharers: dict[tuple[str, ...], list[Somebody]] = {}
    for person in people:
        for key in set(keys(person)):
            if only_keys is None or key in only_keys:
                sharers.setdefault(key, []).append(person)
    pairs: set[tuple[int, int]] = set()
    for group in sharers.values():
        if len(group) > 1:
            pairs.update(_paired(group, only))
    return pairs


def _paired(group: list[Somebody], only: int | None) -> Iterator[tuple[int, int]]:
    numbers = [person.id for person in group]
    if only is not None:
        yield from ((min(only, number), max(only, number)) for number in numbers if number != only)
    elif len(group) <= MOST_TOGETHER:
        yield from combinations(sorted(numbers), 2)
    else:
        numbers = [
            person.id for person in sorted(group, key=lambda member: (member.names[0].words, member.id))
        ]
        for place, number in enumerate(numbers):
            for other in numbers[place + 1 : place + 1 + WINDOW]:
                yield min(number, other), max(number, other)


def bearers(people: Iterable[Somebody]) -> dict[str, int]:
    """How many people have each word in their name, and an address at each "@domain"."""
    result: dict[str, int] = {}
    for person in people:
        domains = {f"@{address.rpartition('@')[2]}" for address in person.emails}
        for word in (*person.names[0].words, *domains):
            result[word] = result.get(word, 0) + 1
    return result
