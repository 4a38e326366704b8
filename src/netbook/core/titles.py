"""Who is named in the title of a calendar's entry: "Lunch Lena / Tomas", "1:1 Raj", "Coffee w. Ana R.".

A title names company where, the words for what it is left out, every part of it is somebody's name, or in what
follows "with". A name is whole ("Lena Lantern"), given alone where one person has it, or with an initial ("Ana R.").
A name that fits two people is nobody's; neither is the owner's own, nor a word that is only part of something else.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from netbook.core.names import fold

_WITH = re.compile(r"(?:^|\s)(?:with|w\.|w/|mit|avec|con|com|met|med)\s+(?P<who>.+)", re.IGNORECASE)
_APART = re.compile(r"\s*(?:/|&|\+|,|;|<>|<->|\b(?:x|and|und|et|y|e|og|och|en)\b)\s*", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\s*(?::(?!\d)|\s[-\u2013\u2014|]\s|\(|\bre:|\babout\b|\bat\b|@).*$", re.IGNORECASE | re.DOTALL
)
_BIRTHDAY = re.compile(
    r"(?:.*\b(?:birthday|bday|geburtstag|verjaardag|födelsedag|fødselsdag|urodziny|narozeniny|syntymäpäivä)"
    r"|(?:birthday|geburtstag|anniversaire|cumpleaños|compleanno|aniversário|verjaardag|urodziny|день рождения)\b.*)"
    r"\s*(?:\(.*\))?",
    re.IGNORECASE | re.DOTALL,
)
_WHAT = frozenset(
    """1 1on1 11 121 one on lunch brunch breakfast dinner supper coffee tea drinks drink beer beers call phone video
    zoom teams meet meeting chat catch catchup up sync weekly biweekly monthly walk run visit check in checkin talk
    interview mentoring mittagessen essen abendessen kaffee treffen telefonat spaziergang dejeuner diner cafe appel
    reunion almuerzo cena pranzo caffe lunchen koffie quick intro jour fixe skype""".split()
)


class NamedPerson(NamedTuple):
    """Somebody a title may name: their number, and the keys of their name and aliases."""

    id: int
    names: tuple[str, ...]


class TitleReader:
    """Tells who is named in titles, of the people of a journal."""

    def __init__(self, people: Iterable[NamedPerson], own: Iterable[str] = ()) -> None:
        self._by_first: dict[str, list[tuple[int, list[str]]]] = {}
        self._own = {words[0] for key in own if (words := key.split())} | set(own)
        for person in people:
            for name in person.names:
                words = name.split()
                if words:
                    self._by_first.setdefault(words[0], []).append((person.id, words))

    def people_in(self, title: str) -> list[int]:
        """The numbers of those who are named as company, in their order; nobody where a name is not certain."""
        head, colon, rest = title.partition(":")
        if colon and not rest[:1].isdigit() and set(fold(head).split()) <= _WHAT:
            title = rest  # "Zoom: Raj"
        company = _WITH.search(title)
        listed = _SUBJECT.sub("", company["who"] if company else title)
        rows: list[int] = []
        for part in _APART.split(listed):
            words = fold(part).split()
            while words and not company and words[0] in _WHAT:
                words.pop(0)
            while words and words[-1] in _WHAT and " ".join(words) not in self._own:
                words.pop()
            if not words or " ".join(words) in self._own:
                continue
            person = self._called(words, part)
            if person is None:
                return []
            rows.append(person)
        return list(dict.fromkeys(rows))

    def _called(self, words: list[str], written: str) -> int | None:
        """The one person whom the words name; None for nobody, and for a name of two."""
        if not any(letter.isupper() or not letter.isascii() for letter in written):
            return None
        fits = {
            number
            for number, name in self._by_first.get(words[0], ())
            if words == name or _begins(words, name)
        }
        whole = {number for number, name in self._by_first.get(words[0], ()) if words == name}
        sure = whole if len(words) > 1 and whole else fits
        return next(iter(sure)) if len(sure) == 1 else None


def _begins(words: list[str], name: list[str]) -> bool:
    """Whether words are a given name, alone or with the initial of another of the name's words after it."""
    if len(words) == 1:
        return len(words[0]) > 1
    rest = name[1:]
    return len(words) == 2 and any(
        word == words[1] or (len(words[1]) == 1 and word[0] == words[1]) for word in rest
    )


def is_birthday(title: str) -> bool:
    """Whether an entry without company is a birthday that a calendar made from an address book."""
    return _BIRTHDAY.fullmatch(title.strip()) is not None
