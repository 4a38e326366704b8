"""Organisations with their departments, or the people at one of them."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.names import fold
from netbook.store.read import reach as read
from netbook.store.read.reach import Favors, OrganisationPerson, Part

NO_FAVORS = Favors(0, 0)

__all__ = ["OrganisationPerson", "PlaceReport", "ReachReport", "ReachRow", "build", "people_at"]


class ReachRow(NamedTuple):
    """A department of an organisation (none: those in no department there): whom you know, and favours.

    `contacts` counts each person at each meeting in person, by call or video.
    """

    org: str
    department: str | None
    people: int
    contacts: int
    last_contact: date | None
    gave: int
    got: int


class ReachReport(NamedTuple):
    """Every organisation, the one with the most people first, and how many people are at none."""

    today: date
    rows: list[ReachRow]
    without: int


class PlaceReport(NamedTuple):
    """The people at one organisation, the most contacts first, and how many there you have parted from.

    `former` are those who were there before and are somewhere else now.
    """

    today: date
    org: str
    rows: list[OrganisationPerson]
    parted: int
    former: list[OrganisationPerson]


def build(db: sqlite3.Connection, today: date) -> ReachReport:
    """Organisations and departments with everybody you have not parted from."""
    favors = read.favors(db, today)
    spelt: dict[str, dict[str, list[ReachRow]]] = {}
    for part in read.parts(db, today):
        row = _row(part, favors.get((part.org, part.department), NO_FAVORS))
        departments = spelt.setdefault(fold(part.org), {})
        departments.setdefault(fold(part.department) if part.department else "", []).append(row)
    places = [_one_place(list(departments.values())) for departments in spelt.values()]
    places.sort(key=_order)
    return ReachReport(today, [row for rows in places for row in rows], read.without(db, today))


def people_at(db: sqlite3.Connection, today: date, org: str) -> PlaceReport:
    """The people at the organisation that the text names; raises NoSuchOrganisation or SeveralOrganisations."""
    place = read.organisation(db, org)
    organisations = read.people_at(db, place, today)
    parted, former = read.parted_at(db, place, today), read.former_at(db, place, today)
    return PlaceReport(today, place.name, organisations, parted, former)


def _row(part: Part, favors: Favors) -> ReachRow:
    return ReachRow(*part, *favors)


def _one_place(departments: Sequence[Sequence[ReachRow]]) -> list[ReachRow]:
    """An organisation's rows under its usual name, the largest department first, those in none last."""
    every = [row for rows in departments for row in rows]
    name = read.usual_name((row.people, row.org) for row in every)
    united = [_united(name, rows) for rows in departments]
    united.sort(key=lambda row: (row.department is None, -row.people, row.department or ""))
    return united


def _united(org: str, rows: Sequence[ReachRow]) -> ReachRow:
    """One row of a department that is spelt in several ways."""
    department = read.usual_name((row.people, row.department or "") for row in rows)
    days = [row.last_contact for row in rows if row.last_contact]
    return ReachRow(
        org=org,
        department=department or None,
        people=sum(row.people for row in rows),
        contacts=sum(row.contacts for row in rows),
        last_contact=max(days, default=None),
        gave=sum(row.gave for row in rows),
        got=sum(row.got for row in rows),
    )


def _order(rows: Sequence[ReachRow]) -> tuple[int, int, str]:
    return -sum(row.people for row in rows), -sum(row.contacts for row in rows), fold(rows[0].org)
