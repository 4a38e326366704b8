"""Read organisations: their people, how often you were in contact, favours both ways."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from netbook.core.matching import begins
from netbook.core.names import checked, fold, squash
from netbook.core.text import quoted, visible
from netbook.errors.goodbye import NoSuchOrganisation, SeveralOrganisations
from netbook.store.read import columns
from netbook.store.standing import IN_TOUCH, LAST_CONTACT

_CONTACTS = """(SELECT count(*) FROM attendance a
  WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today)"""
_FAVORS = "(SELECT count(*) FROM favor f WHERE f.person_id = p.id AND f.date <= :today AND f.direction = {})"

NAMES = """
SELECT org, count(*) FROM (
  SELECT org FROM person WHERE me = 0 AND org IS NOT NULL UNION ALL SELECT org FROM farewell WHERE org IS NOT NULL
  UNION ALL SELECT j.org FROM job j JOIN person p ON p.id = j.person_id WHERE j.org IS NOT NULL AND p.me = 0
) GROUP BY org
"""
DEPARTMENTS = f"""
SELECT p.org, p.department, count(*), sum({_CONTACTS}), max({LAST_CONTACT})
FROM person p WHERE p.org IS NOT NULL AND {IN_TOUCH} GROUP BY p.org, p.department
"""
FAVORS = f"""
SELECT p.org, p.department,
  count(*) FILTER (WHERE f.direction = 'gave'), count(*) FILTER (WHERE f.direction = 'got')
FROM favor f JOIN person p ON p.id = f.person_id
WHERE p.org IS NOT NULL AND f.date <= :today AND {IN_TOUCH} GROUP BY p.org, p.department
"""
WITHOUT = f"SELECT count(*) FROM person p WHERE p.org IS NULL AND {IN_TOUCH}"
PARTED = f"""
SELECT count(*) FROM person p WHERE p.org IN (SELECT value FROM json_each(:orgs)) AND NOT {IN_TOUCH}
"""
PEOPLE = f"""
SELECT p.name, p.handle, p.org, p.department, p.title, c.name, {_CONTACTS} AS contacts, {LAST_CONTACT} AS last,
  {_FAVORS.format("'gave'")}, {_FAVORS.format("'got'")}
FROM person p LEFT JOIN circle c ON c.id = p.circle_id
WHERE p.org IN (SELECT value FROM json_each(:orgs)) AND {IN_TOUCH}
ORDER BY contacts DESC, last DESC, p.name_key, p.id
"""
# Those who were there before and are somewhere else now, as they were when they left.
FORMER = f"""
SELECT p.name, p.handle, j.org, j.department, j.title, c.name, {_CONTACTS} AS contacts, {LAST_CONTACT} AS last,
  {_FAVORS.format("'gave'")}, {_FAVORS.format("'got'")}, max(j.until)
FROM job j JOIN person p ON p.id = j.person_id LEFT JOIN circle c ON c.id = p.circle_id
WHERE j.org IN (SELECT value FROM json_each(:orgs)) AND {IN_TOUCH}
  AND (p.org IS NULL OR p.org NOT IN (SELECT value FROM json_each(:orgs)))
GROUP BY p.id
ORDER BY contacts DESC, last DESC, p.name_key, p.id
"""

_LISTED = 12


class Organisation(NamedTuple):
    """An organisation: its key (`core.names.fold`), its usual name, and every way it is spelt."""

    key: str
    name: str
    spellings: tuple[str, ...]


class Part(NamedTuple):
    """A department of an organisation, as both are spelt, or those who are in none there."""

    org: str
    department: str | None
    people: int
    contacts: int
    last_contact: date | None


class Favors(NamedTuple):
    """Favours given to people of a department and received from them."""

    gave: int
    got: int


class OrganisationPerson(NamedTuple):
    """Somebody at an organisation, or there before, until a day."""

    person: str
    handle: str
    org: str
    department: str | None
    title: str | None
    circle: str | None
    contacts: int
    last_contact: date | None
    gave: int
    got: int
    until: date | None = None


def organisation(db: sqlite3.Connection, text: str, *, in_full: bool = False) -> Organisation:
    """The organisation that the text means: its name or, unless that is wanted, words that each begin a word of it.

    Raises SeveralOrganisations rather than guess, NoSuchOrganisation with the nearest names.
    """
    key = fold(checked(text, "an organisation"))
    organisations = _by_key(db)
    matches = [other for other in organisations if squash(other) == squash(key)]
    if not matches and not in_full:
        matches = [other for other in organisations if begins(key.split(), [other])]
    if len(matches) > 1:
        names = [visible(organisations[other].name) for other in sorted(matches)[:_LISTED]]
        raise SeveralOrganisations(quoted(text), names, len(matches))
    if not matches:
        from netbook.core.nearest import nearest_names

        spelt = {other: row.name for other, row in organisations.items()}
        raise NoSuchOrganisation(quoted(text), nearest_names(key, spelt))
    return organisations[matches[0]]


def parts(db: sqlite3.Connection, today: date) -> list[Part]:
    """Every department of every organisation with somebody you have not parted from, as they are spelt."""
    return [
        Part(org, department, people, contacts, last and date.fromisoformat(last))
        for org, department, people, contacts, last in db.execute(DEPARTMENTS, {"today": today.isoformat()})
    ]


def favors(db: sqlite3.Connection, today: date) -> dict[tuple[str, str | None], Favors]:
    """Favours both ways by organisation and department, as they are spelt; those without any are left out."""
    rows = db.execute(FAVORS, {"today": today.isoformat()})
    return {(org, department): Favors(gave, got) for org, department, gave, got in rows}


def without(db: sqlite3.Connection, today: date) -> int:
    """How many people of whom no organisation is known."""
    return int(db.execute(WITHOUT, {"today": today.isoformat()}).fetchone()[0])


def people_at(db: sqlite3.Connection, place: Organisation, today: date) -> list[OrganisationPerson]:
    """Those at an organisation whom you have not parted from, the most contacts first."""
    values = {"orgs": json.dumps(place.spellings), "today": today.isoformat()}
    return [_organisation_person(row) for row in db.execute(PEOPLE, values)]


def former_at(db: sqlite3.Connection, place: Organisation, today: date) -> list[OrganisationPerson]:
    """Those who were at an organisation before and are not there now, the most contacts first."""
    values = {"orgs": json.dumps(place.spellings), "today": today.isoformat()}
    return [_organisation_person(row) for row in db.execute(FORMER, values)]


def _organisation_person(row: tuple[Any, ...]) -> OrganisationPerson:
    person = OrganisationPerson(*row)
    return person._replace(last_contact=columns.day(person.last_contact), until=columns.day(person.until))


def parted_at(db: sqlite3.Connection, place: Organisation, today: date) -> int:
    """How many people there you have parted from."""
    values = {"orgs": json.dumps(place.spellings), "today": today.isoformat()}
    return int(db.execute(PARTED, values).fetchone()[0])


def _by_key(db: sqlite3.Connection) -> dict[str, Organisation]:
    """Every organisation by its key, called as most people there have it."""
    spelt: dict[str, list[tuple[int, str]]] = {}
    for name, people in db.execute(NAMES):
        spelt.setdefault(fold(name), []).append((people, name))
    return {
        key: Organisation(key, usual_name(names), tuple(name for _, name in names))
        for key, names in spelt.items()
    }


def usual_name(names: Iterable[tuple[int, str]]) -> str:
    """The way of spelling that the most people have, who are counted before it; else the first by alphabet."""
    people: dict[str, int] = {}
    for count, name in names:
        people[name] = people.get(name, 0) + count
    return min(people, key=lambda name: (-people[name], name))
