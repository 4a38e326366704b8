"""Export to other programs' formats piece by piece, so that a large journal needs no more memory."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from netbook.core.postal import PostalAddress
from netbook.errors.people import NoCard
from netbook.formats.records import PersonEntry, Relation
from netbook.formats.vcard_dump import dump
from netbook.formats.vcard_relations import without_ties
from netbook.store.read.vcards import VCardRow, own, people


def vcards(db: sqlite3.Connection, *, v3: bool) -> Iterator[str]:
    """A vCard for each person: 4.0, or 3.0."""
    for row in people(db):
        yield "".join(dump(_entry(row), v3=v3))


def own_vcard(db: sqlite3.Connection, *, v3: bool) -> str:
    """The vCard of the owner's own card; raises NoCard."""
    row = own(db)
    if row is None:
        raise NoCard
    return "".join(dump(_entry(row), v3=v3))


def _entry(row: VCardRow) -> PersonEntry:
    several = ("aliases", "emails", "phones", "urls", "tags", "interests")
    lists = {name: tuple(json.loads(getattr(row, name))) for name in several}
    addresses = tuple(PostalAddress(*each) for each in json.loads(row.addresses))
    relations = tuple(Relation(*each) for each in json.loads(row.relations))
    # What somebody is who is in the journal, the journal says.
    carried = (without_ties(line) if here else line for line, here in json.loads(row.carried))
    kept = {"addresses": addresses, "relations": relations, "carried": tuple(filter(None, carried))}
    return PersonEntry(line=0, lasting=True, **row._asdict() | lists | kept)
