"""The entries that importers yield, and the problems with records that cannot be imported.

`uid` is made from the content, not from the time of reading, so that the same file read twice gives the same uids.
`line` is where the record starts in the file, from 1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from netbook.core.postal import PostalAddress
from netbook.core.text import clip
from netbook.formats.recurrence import Series

# "warned" goes with a record that was taken all the same; the others are what became of a record.
Fate = Literal["skipped", "failed", "warned"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A fact about a person that has no column of its own."""

    about: str
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie of a person to somebody who is named by name, by uid, or by both."""

    kind: str
    name: str
    uid: str = ""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person, as another program knows them. Texts are cleaned; unknown values are None or empty."""

    line: int
    uid: str
    name: str
    org: str | None = None
    department: str | None = None
    title: str | None = None
    place: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[PostalAddress, ...] = ()
    urls: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    birthday: str | None = None
    known_since: date | None = None
    how_met: str | None = None
    notes: tuple[Remark, ...] = ()
    # The uid of the entry that says who introduced them; it may come later.
    introduced_by: str | None = None
    # Whether the record itself says the uid, so that it stays when everything else about it changes.
    lasting: bool = False
    # Lines of a vCard that netbook has no place for, unfolded, to go out again as they came.
    carried: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    # Whether whoever has the address is meant, whatever the record calls them.
    by_address: bool = False


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """That people were in contact, by their e-mail addresses or telephone numbers: the first wrote or called."""

    line: int
    date: date
    kind: str
    senders: tuple[str, ...]
    others: tuple[str, ...]
    minutes: int | None = None
    moment: str = ""  # what tells it from the others of the day; without it there is one a day

    @property
    def uid(self) -> str:
        """What tells it from other contacts."""
        return uid_from(self.kind, *self.senders, self.moment or self.date.isoformat())


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """An occasion of contact; `people` are uids of entries that came before it."""

    line: int
    uid: str
    date: date
    kind: str
    people: tuple[str, ...]
    place: str | None
    summary: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody a calendar names at an occasion."""

    name: str | None
    email: str


@dataclass(frozen=True, slots=True)
class OccasionEntry:
    """A calendar entry: only a meeting once the user confirms it.

    The days are in `series`. `owners` are the addresses that the calendar gives as its owner's.
    """

    line: int
    uid: str
    series: Series
    kind: str
    attendees: tuple[Attendee, ...]
    place: str | None
    summary: str
    minutes: int | None = None
    declined: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    file: str | None = None  # of several, the one it is in
    at: str | None = None  # the time of day, HH:MM
    sequence: int = 0  # how often it was changed (RFC 5545, section 3.8.7.4)


@dataclass(frozen=True, slots=True)
class FollowupEntry:
    """Something to do about somebody, the uid of an entry that came before it."""

    line: int
    uid: str
    person: str
    whose: str
    text: str
    promised_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """Something learned on a day about each of `people`, uids of entries that came before it."""

    line: int
    uid: str
    date: date
    about: str
    people: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not be imported unchanged: its line, its name, the reason, and what happened to it."""

    line: int
    what: str
    why: str
    fate: Fate
    file: str | None = None  # of several, the one it is in


Entry = PersonEntry | MeetingEntry | NoteEntry | OccasionEntry | FollowupEntry | ContactEntry
Parsed = Iterator[Entry | Problem]


def excerpt(text: str) -> str:
    """The beginning of a record, for a problem to name it by."""
    return clip(text, 60) or "an empty line"


def uid_from(source: str, *parts: str) -> str:
    """The same parts give the same uid, in the shape of a name-based UUID (RFC 9562, section 5.5)."""
    content = "\x1f".join((source, *parts)).encode("utf-8", "surrogatepass")
    text = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(text[16], 16) & 3]
    return f"{text[:8]}-{text[8:12]}-5{text[13:16]}-{variant}{text[17:20]}-{text[20:32]}"
