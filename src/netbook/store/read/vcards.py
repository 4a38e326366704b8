"""Read what a vCard needs: one row a person, lists as JSON."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from netbook.store.standing import KNOWN

_SEVERAL = """(SELECT json_group_array(value)
   FROM (SELECT {column} AS value FROM {table} WHERE person_id = p.id ORDER BY id))"""

_CARDS = f"""
SELECT p.uid, p.name, p.org, p.department, p.title, p.place, p.birthday,
  {_SEVERAL.format(table="alias", column="name")},
  {_SEVERAL.format(table="email", column="address")},
  {_SEVERAL.format(table="phone", column="number")},
  {_SEVERAL.format(table="url", column="address")},
  {_SEVERAL.format(table="address", column="text")},
  {_SEVERAL.format(table="tag", column="name")},
  {_SEVERAL.format(table="carried", column="line")}
FROM person p
"""
PEOPLE = f"{_CARDS} WHERE {KNOWN} ORDER BY p.name_key, p.handle"
OWN = f"{_CARDS} WHERE p.me = 1"


class VCardRow(NamedTuple):
    """Somebody, as the statement gives them."""

    uid: str
    name: str
    org: str | None
    department: str | None
    title: str | None
    place: str | None
    birthday: str | None
    aliases: str
    emails: str
    phones: str
    urls: str
    addresses: str
    tags: str
    carried: str


def people(db: sqlite3.Connection) -> Iterator[VCardRow]:
    """Everybody, by name; read while they are written out."""
    return map(VCardRow._make, db.execute(PEOPLE))


def own(db: sqlite3.Connection) -> VCardRow | None:
    """The owner's own card; None where there is none."""
    row = db.execute(OWN).fetchone()
    return VCardRow._make(row) if row else None
