"""Read what a vCard needs: one row a person, lists as JSON."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from netbook.core.postal import PostalAddress
from netbook.store.standing import KNOWN

_SEVERAL = """(SELECT json_group_array(value)
   FROM (SELECT {column} AS value FROM {table} WHERE person_id = p.id ORDER BY id))"""

_ADDRESSES = f"""(SELECT json_group_array(json_array({", ".join(PostalAddress._fields)}))
   FROM (SELECT * FROM address WHERE person_id = p.id ORDER BY id))"""

_INTERESTS = """(SELECT json_group_array(name) FROM (SELECT t.name
   FROM interest i JOIN topic t ON t.id = i.topic_id WHERE i.person_id = p.id ORDER BY i.id))"""

# What the other is to them; that they are tied to the owner is no news to the owner, and nobody else's.
_TIES = """(SELECT json_group_array(json_array(word, name, uid)) FROM (
   SELECT r.back AS word, coalesce(o.name, r.name) AS name, coalesce(o.uid, '') AS uid
     FROM tie r LEFT JOIN person o ON o.id = r.b_id WHERE r.a_id = p.id AND coalesce(o.me, 0) = 0
   UNION ALL
   SELECT r.word, o.name, o.uid
     FROM tie r JOIN person o ON o.id = r.a_id WHERE r.b_id = p.id AND o.me = 0
   ORDER BY 2, 1))"""

# Each line with whether somebody is here whom it names by uid.
_CARRIED = """(SELECT json_group_array(json_array(line, here)) FROM (SELECT c.line,
   c.line LIKE 'RELATED%:urn:uuid:%'
   AND EXISTS (SELECT 1 FROM person o WHERE o.uid = lower(substr(c.line, -36))) AS here
   FROM carried c WHERE c.person_id = p.id ORDER BY c.id))"""

_CARDS = f"""
SELECT p.uid, p.name, p.org, p.department, p.title, p.place, p.birthday,
  {_SEVERAL.format(table="alias", column="name")},
  {_SEVERAL.format(table="email", column="address")},
  {_SEVERAL.format(table="phone", column="number")},
  {_SEVERAL.format(table="url", column="address")},
  {_ADDRESSES},
  {_SEVERAL.format(table="tag", column="name")},
  {_CARRIED},
  {_INTERESTS},
  {_TIES}
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
    interests: str
    relations: str


def people(db: sqlite3.Connection) -> Iterator[VCardRow]:
    """Everybody, by name; read while they are written out."""
    return map(VCardRow._make, db.execute(PEOPLE))


def own(db: sqlite3.Connection) -> VCardRow | None:
    """The owner's own card, or None."""
    row = db.execute(OWN).fetchone()
    return VCardRow._make(row) if row else None
