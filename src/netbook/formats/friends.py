"""The journal of the program friends: a Markdown file, `friends.md`.

    ### Activities:
    - 2024-01-04: Got lunch with **Ada Example** at _Cafe Luna_. @food
    ### Notes:
    - 2024-06-15: **Ada Example** is moving house. @family
    ### Friends:
    - Ada Example (a.k.a. Countess a.k.a. Addie) [Paris] @maths @maths:engines
    ### Locations:
    - New York City (a.k.a. NYC)

Sections come in any order; each may be missing or come twice. Files of before 2017 write tags with "#". Who
was there is said by a `**marked**` name, and by nothing else; somebody who is marked and not in the list of friends
is one all the same, as `friends clean` has it. The file is gone through twice, line by line, since friends and places
stand below the activities that name them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.core.names import BadName, clean, fold
from netbook.core.text import joined, quoted
from netbook.core.vocabulary import ABOUTS, DEFAULT_ABOUT
from netbook.errors.imports import NotThisFormat
from netbook.formats.activity_kinds import kind_of_activity
from netbook.formats.dates import read_date
from netbook.formats.friends_lists import TAG, People, Places
from netbook.formats.records import MeetingEntry, NoteEntry, Parsed, Problem, excerpt, uid_from
from netbook.formats.textfile import TextFile

NAME = "friends"

ACTIVITIES, NOTES, FRIENDS, LOCATIONS = SECTIONS = ("activities", "notes", "friends", "locations")

_MARKED_NAME = re.compile(r"\*\*([^*]+)\*\*")
_ISO_DAY = re.compile(r"(\d{4})-\d\d-\d\d(?!\d)", re.ASCII)
_MARKED_PLACE = re.compile(r"(?<![A-Za-z0-9_])_(\w[^_]*)_(?![A-Za-z0-9_])")


def detect(head: str) -> bool:
    """Whether one of the four headings of friends is in the text."""
    return _has_heading(head.splitlines())


def parse(source: TextFile) -> Parsed:
    """The friends, then activities and notes, then places; NotThisFormat for a text without headings."""
    if not _has_heading(source.lines()):
        raise NotThisFormat("a friends.md", 'it has none of the headings of one ("### Friends:")')
    friends, places = [], Places()
    for section, number, text in _records(source):
        if section == FRIENDS:
            friends.append((number, text))
        elif section == LOCATIONS:
            places.add(number, text)
    people = People(NAME, places)
    for number, text in friends:
        yield people.add(number, text)
    yield from _Happenings(people, places).read(source)
    yield from places.problems


def _records(source: TextFile) -> Iterator[tuple[str, int, str]]:
    """Each line that says something: its section, its number, its text without the bullet."""
    section = ""
    for number, line in enumerate(source.lines(), 1):
        if line.startswith("- "):
            yield section, number, line[2:].strip()
        elif text := line.strip():
            heading = _heading(text)
            if heading is None:
                yield section, number, text.removeprefix("* ").removeprefix("-").strip()
            else:
                section = heading


def _heading(line: str) -> str | None:
    """The words of a Markdown heading, folded; None for any other line."""
    marks, space, words = line.strip().partition(" ")
    return fold(words) if space and not marks.strip("#") else None


def _has_heading(lines: Iterable[str]) -> bool:
    return any(_heading(line) in SECTIONS for line in lines if line.lstrip().startswith("#"))


class _Happenings:
    """The sections Activities and Notes: lines with a date, what happened, and who is named in it."""

    def __init__(self, people: People, places: Places) -> None:
        self._people = people
        self._places = places
        self._times_seen: dict[str, int] = {}

    def read(self, source: TextFile) -> Parsed:
        for section, number, text in _records(source):
            if section in (ACTIVITIES, NOTES):
                yield from self._happening(section, number, text)
            elif section not in SECTIONS:
                heading = f"under the heading {quoted(section)}, which friends does not have"
                why = heading if section else "above the first heading"
                yield Problem(number, excerpt(text), why, "skipped")

    def _happening(self, section: str, number: int, text: str) -> Parsed:
        day, words = _dated(text)
        if day is None:
            yield Problem(number, excerpt(text), _why_undated(text), "failed")
            return
        marked = dict.fromkeys(map(clean, _MARKED_NAME.findall(words)))
        for name in marked:
            if newcomer := self._people.newcomer(name, number):
                yield newcomer
        who = {name: self._people.uid(name) for name in marked}
        uids = tuple(dict.fromkeys(filter(None, who.values())))
        strangers = joined([quoted(name) for name, uid in who.items() if uid is None])
        if not uids:
            why = f"{strangers} names several friends" if strangers else "it names nobody"
            yield Problem(number, excerpt(text), why, "skipped")
            return
        try:
            yield self._entry(section, number, day, words, uids)
        except BadName as error:
            yield Problem(number, excerpt(text), str(error), "failed")
            return
        if strangers:
            why = f"{strangers} names several friends; taken without"
            yield Problem(number, excerpt(text), why, "warned")

    def _entry(
        self, section: str, number: int, day: date, words: str, uids: tuple[str, ...]
    ) -> MeetingEntry | NoteEntry:
        tags = TAG.findall(words) if "@" in words or "#" in words else []
        plain, place = clean(_MARKED_NAME.sub(r"\1", words)), None
        if "_" in plain:
            if marked := _MARKED_PLACE.search(plain):
                place = self._places.called(marked[1])
            plain = _MARKED_PLACE.sub(r"\1", plain)
        uid = self._uid(section, day, words)
        if section == NOTES:
            return NoteEntry(number, uid, day, _about(tags), uids, plain)
        return MeetingEntry(
            line=number,
            uid=uid,
            date=day,
            kind=kind_of_activity(words, tags),
            people=uids,
            place=place,
            summary=plain,
        )

    def _uid(self, section: str, day: date, words: str) -> str:
        """From what the line says; the second of two equal lines is a record of its own."""
        uid = uid_from(NAME, section, day.isoformat(), words)
        times = self._times_seen[uid] = self._times_seen.get(uid, 0) + 1
        return uid if times == 1 else uid_from(uid, str(times))


def _dated(text: str) -> tuple[date | None, str]:
    """The date a line begins with, None without a valid one, and the rest of the line."""
    head, _, words = text.partition(": ")
    head = head.removesuffix(":")
    if len(head) != 10 or head[4] != "-":
        return read_date(head), words
    try:
        day = date.fromisoformat(head)
    except ValueError:
        return None, words
    return (day if FIRST_YEAR <= day.year <= LAST_YEAR else None), words


def _why_undated(text: str) -> str:
    """Why the date that a line begins with, or should begin with, cannot be taken."""
    if match := _ISO_DAY.match(text):
        if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            return f"its year is {match[1]}, and a journal begins in {FIRST_YEAR} and ends in {LAST_YEAR}"
        return f"there is no day {match[0]}"
    return 'it does not begin with a date like "2024-01-31: "'


def _about(tags: list[str]) -> str:
    """The subject of a note, if one of its tags is a word for one."""
    parts = (part for tag in tags for part in tag.casefold().split(":"))
    return next((part for part in parts if part in ABOUTS), DEFAULT_ABOUT)
