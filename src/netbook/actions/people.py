"""Add, change, pause and resume people."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from netbook.actions.days import past_day
from netbook.actions.starts import FirstContacts, set_starts
from netbook.core.birthdays import parse_birthday
from netbook.core.cadence import parse_cadence, short
from netbook.core.dates import parse_day
from netbook.core.drafts import PersonDraft
from netbook.core.matching import Known, listing
from netbook.core.names import LONGEST_LINK, checked, fold, handle_for, with_organisation
from netbook.core.postal import PostalAddress, read_address
from netbook.core.text import quoted, visible, words
from netbook.errors.people import (
    AlreadyThere,
    BadHandle,
    FutureBirthday,
    HandleTaken,
    NothingLikeIt,
    PauseInThePast,
    SamePerson,
)
from netbook.store import write, write_goodbye
from netbook.store.read.groups import circle
from netbook.store.read.person import (
    ADDRESSES,
    ALIASES,
    ALSO,
    EMAILS,
    PHONES,
    TAGS,
    URLS,
    facts,
    rows,
    status,
    values,
)
from netbook.store.read.region import dialling
from netbook.store.read.starts import without_cadence
from netbook.store.read.who import find, namesakes


class PersonWords(NamedTuple):
    """The options about a person, as typed; None or empty for options that were not given."""

    name: str | None = None
    handle: str | None = None
    circle: str | None = None
    every: str | None = None
    org: str | None = None
    department: str | None = None
    title: str | None = None
    place: str | None = None
    birthday: str | None = None
    known_since: str | None = None
    how: str | None = None
    introduced_by: str | None = None
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    last_contact: str | None = None
    addresses: tuple[str, ...] = ()


# What an option of the command line is called in the journal.
COLUMNS = {
    "circle": "circle_id",
    "every": "cadence",
    "org": "org",
    "department": "department",
    "title": "title",
    "place": "place",
    "birthday": "birthday",
    "known_since": "known_since",
    "last_contact": "last_contact_on",
    "how": "how_met",
    "introduced_by": "introduced_by_id",
}
# What somebody has several of, as it is read.
LISTED = {
    "aliases": ALIASES,
    "emails": EMAILS,
    "phones": PHONES,
    "urls": URLS,
    "tags": TAGS,
    "addresses": ADDRESSES,
}
LINES = {"org": "an organisation", "department": "a department", "title": "a title", "place": "a place"}


class FactChange(NamedTuple):
    """A column that was set, and its value now; None if it is empty."""

    what: str
    now: str | None


class Added(NamedTuple):
    """Somebody who was added, and their values besides circle and cadence.

    `also` are others, by handle and name, who have one of their e-mail addresses or links.
    """

    handle: str
    name: str
    circle: str | None
    cadence: str | None
    facts: tuple[FactChange, ...]
    also: tuple[tuple[str, str], ...]


class Changed(NamedTuple):
    """Somebody who was changed, and their new values; `also` as in `Added`."""

    handle: str
    name: str
    changes: tuple[FactChange, ...]
    also: tuple[tuple[str, str], ...]


class Paused(NamedTuple):
    """Somebody who is paused, until a day or for good (None)."""

    handle: str
    name: str
    until: date | None


class Resumed(NamedTuple):
    """Somebody who was resumed, and whether they were paused or parted."""

    handle: str
    name: str
    was_paused: bool
    parted_on: date | None


def add(db: sqlite3.Connection, today: date, words: PersonWords, namesake: bool = False) -> Added:
    """Add somebody; raises AlreadyThere for a name in the journal unless a namesake is meant."""
    name, org = with_organisation(checked(words.name or ""))
    words = words._replace(name=name, org=words.org or org)
    refuse_namesakes(db, name, namesake)
    columns = understood(db, today, words)
    draft: dict[str, Any] = {**columns, **several(words)}
    person = write.add_person(db, PersonDraft(name=name, **draft), today)
    own = facts(db, person.id)
    shown = [name for name in _spoken_of(words) if name not in ("name", "circle", "every")]
    stored = _as_kept(db, person.id, shown)
    return Added(person.handle, person.name, own.circle, own.cadence, stored, _also(db, person.id, words))


def refuse_namesakes(
    db: sqlite3.Connection, name: str, namesake: bool, hint: str = "edit that person, or add --namesake"
) -> None:
    """Raise AlreadyThere for a name in the journal, unless a namesake is meant."""
    existing = [] if namesake else namesakes(db, name)
    if existing:
        raise AlreadyThere(quoted(name), "; ".join(map(listing, existing[:3])), hint)


def edit_several(
    db: sqlite3.Connection, today: date, who: Sequence[str], words: PersonWords,
    cleared: frozenset[str] = frozenset(), removed: Mapping[str, tuple[str, ...]] = {}, *, correct: bool = False,
) -> tuple[list[Changed], FirstContacts | None]:  # fmt: skip
    """Change several people, all or none; the first contacts of many are spread."""
    people = dict.fromkeys(find(db, text).id for text in who)
    waiting = without_cadence(db, people, today)
    changed = [edit(db, today, text, words, cleared, removed, correct=correct) for text in who]
    return changed, set_starts(db, today, waiting)


def edit(
    db: sqlite3.Connection, today: date, who: str, words: PersonWords, cleared: frozenset[str] = frozenset(),
    removed: Mapping[str, tuple[str, ...]] = {}, *, correct: bool = False,
) -> Changed:  # fmt: skip
    """Change somebody; `cleared` names the columns to empty first (`org`, `emails`, …).

    `removed` takes single values away; raises NothingLikeIt for one that they do not have. The old job is kept as
    history unless it was a mistake (`correct`).
    """
    person = find(db, who)
    row: dict[str, write.Value] = {COLUMNS[name]: None for name in cleared if name in COLUMNS}
    row |= understood(db, today, words, person)
    if words.name is not None:
        row["name"] = checked(words.name)
        row["name_key"] = fold(str(row["name"]))
        if fold(person.name) != row["name_key"] and not correct:
            # They are still found by the name they had.
            write.set_list(db, person.id, "aliases", [person.name], replace=False)
    if words.handle is not None:
        row["handle"] = _free(db, words.handle, person)
    if not correct and any(column in row for column in write.JOB):
        write.keep_job(db, person.id, today, row)
    write.change(db, "person", person.id, row)
    for what, texts in removed.items():
        for text in texts:
            if not write.remove_from_list(db, person.id, what, text):
                raise NothingLikeIt(
                    visible(person.name), what, quoted(text), values(db, LISTED[what], person.id)
                )
    for what, listed in several(words).items():
        if what in cleared or listed:
            replaced = what in cleared
            new = _new_numbers(db, person.id, words.phones) if what == "phones" and not replaced else listed
            write.set_list(db, person.id, what, new, replace=replaced)
    own = facts(db, person.id)
    stored = _as_kept(db, person.id, _spoken_of(words, cleared | removed.keys()))
    return Changed(own.handle, own.name, stored, _also(db, person.id, words))


def _new_numbers(db: sqlite3.Connection, person: int, numbers: Iterable[str]) -> list[str]:
    """The telephone numbers that somebody does not have yet in any spelling."""
    compare, known = dialling(db), values(db, PHONES, person)
    return [number for number in numbers if not any(compare.same(other, number) for other in known)]


def _also(db: sqlite3.Connection, person: int, words: PersonWords) -> tuple[tuple[str, str], ...]:
    """Others who share an address with somebody, if addresses were changed."""
    return tuple(rows(db, ALSO, person)) if words.emails or words.urls else ()


def _spoken_of(words: PersonWords, cleared: frozenset[str] = frozenset()) -> list[str]:
    """The names of the fields that were set or cleared, in the order of PersonWords."""
    fields = PersonWords._fields
    return [name for name in fields if getattr(words, name) not in (None, ()) or name in cleared]


def _as_kept(db: sqlite3.Connection, person_id: int, names: Iterable[str]) -> tuple[FactChange, ...]:
    """The values of these fields as the journal has them after the change."""
    own = facts(db, person_id)
    stored = own._asdict() | {"every": own.own_cadence, "how": own.how_met, "introduced_by": own.introducer}
    stored["last_contact"] = own.last_contact_on
    for name in LISTED.keys() & set(names):
        stored[name] = ", ".join(values(db, LISTED[name], person_id)) or None
    return tuple(FactChange(name.replace("_", " "), stored[name]) for name in names)


def understood(
    db: sqlite3.Connection, today: date, given: PersonWords, person: Known | None = None
) -> dict[str, Any]:
    """The columns for these words; raises for an unknown circle, cadence, day or person."""
    row: dict[str, Any] = {}
    for name, what in LINES.items():
        text = getattr(given, name)
        if text is not None:
            row[name] = checked(text, what)
    if given.circle is not None:
        row["circle_id"] = circle(db, given.circle).id
    if given.every is not None:
        row["cadence"] = short(parse_cadence(given.every))
    if given.birthday is not None:
        row["birthday"] = _born(given.birthday, today)
    if given.known_since is not None:
        row["known_since"] = past_day(given.known_since, today)
    if given.last_contact is not None:
        row["last_contact_on"] = past_day(given.last_contact, today)
    if given.how is not None:
        row["how_met"] = words(given.how, "how you met")
    if given.introduced_by is not None:
        introducer = find(db, given.introduced_by)
        if person is not None and introducer.id == person.id:
            raise SamePerson(person.name, "introduce")
        row["introduced_by_id"] = introducer.id
    return row


def several(given: PersonWords) -> dict[str, tuple[str, ...] | tuple[PostalAddress, ...]]:
    """The aliases, e-mail and postal addresses, phones, links and tags of these words, each checked."""
    return {
        "aliases": tuple(checked(text, "an alias") for text in given.aliases),
        "emails": tuple(checked(text, "an e-mail address") for text in given.emails),
        "phones": tuple(checked(text, "a phone number") for text in given.phones),
        "urls": tuple(checked(text, "a link", LONGEST_LINK) for text in given.urls),
        "tags": tuple(checked(text.removeprefix("@"), "a tag") for text in given.tags),
        "addresses": tuple(read_address(words(text, "a postal address")) for text in given.addresses),
    }


def _born(text: str, today: date) -> str:
    birthday = parse_birthday(text)
    if not birthday.startswith("-") and date.fromisoformat(birthday) > today:
        raise FutureBirthday(quoted(text))
    return birthday


def _free(db: sqlite3.Connection, text: str, person: Known) -> str:
    handle = text.strip()
    if not handle or handle_for(handle.replace("-", " ")) != handle:
        raise BadHandle(quoted(text), handle_for(handle or person.name))
    owner = db.execute("SELECT name FROM person WHERE handle = ? AND id <> ?", (handle, person.id)).fetchone()
    if owner:
        raise HandleTaken(handle, owner[0])
    return handle


def pause(db: sqlite3.Connection, today: date, who: str, until: str | None) -> Paused:
    """Stop reminding of somebody, up to and including a day or until they are resumed."""
    person = find(db, who)
    last = parse_day(until, today, "future") if until is not None else None
    if last is not None and last < today:
        raise PauseInThePast(quoted(until or ""))
    write.change(db, "person", person.id, {"paused_on": today, "paused_until": last})
    return Paused(person.handle, person.name, last)


def resume(db: sqlite3.Connection, today: date, who: str) -> Resumed:
    """Bring somebody who is paused or parted back into the morning report."""
    person = find(db, who)
    own = facts(db, person.id)
    paused, parted = status(own, today) == "paused", own.parted_on
    if paused or parted:
        write.change(db, "person", person.id, {"paused_on": None, "paused_until": None})
    if parted:
        write_goodbye.unpart(db, person.id)
        write_goodbye.leave_rounds(db, person.id)
    return Resumed(person.handle, person.name, paused, date.fromisoformat(parted) if parted else None)
