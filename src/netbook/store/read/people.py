"""Read people with their facts, one row a person, in a single statement."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.names import clean, fold
from netbook.store.standing import KNOWN, LAST_CONTACT, START, STATUS

# A list costs as much as the rest of the row: only where it is wanted.
_SEVERAL = """CASE WHEN :lists THEN (SELECT group_concat(value, char(10))
   FROM (SELECT {column} AS value FROM {table} WHERE person_id = p.id ORDER BY id)) END"""

PEOPLE = f"""
SELECT p.id, {START}, p.handle, p.name, c.name, coalesce(p.cadence, c.cadence),
  p.org, p.department, p.title, p.place,
  {_SEVERAL.format(table="email", column="address")},
  {_SEVERAL.format(table="phone", column="number")},
  {_SEVERAL.format(table="url", column="address")},
  p.birthday,
  {_SEVERAL.format(table="alias", column="name")},
  {_SEVERAL.format(table="tag", column="name")},
  p.known_since, p.how_met, i.handle,
  {STATUS},
  {LAST_CONTACT},
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.date <= :today),
  CASE WHEN :lists THEN (SELECT group_concat(name, char(10))
   FROM (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
         WHERE k.person_id = p.id ORDER BY k.found_on, k.id)) END,
  p.uid
FROM person p
LEFT JOIN circle c ON c.id = p.circle_id
LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE {KNOWN} AND (:circles IS NULL OR p.circle_id IN (SELECT value FROM json_each(:circles)))
  AND (:parted IS NULL OR :parted = (p.parted_on IS NOT NULL AND p.parted_on <= :today))
  AND (:places IS NULL OR p.place IN (SELECT value FROM json_each(:places)))
  AND (:orgs IS NULL OR p.org IN (SELECT value FROM json_each(:orgs)))
  AND (:tags IS NULL OR p.id IN (SELECT person_id FROM tag WHERE key IN (SELECT value FROM json_each(:tags))))
  AND (:departments IS NULL OR p.department IN (SELECT value FROM json_each(:departments)))
  AND (:topics IS NULL
    OR p.id IN (SELECT person_id FROM commonality WHERE topic_id IN (SELECT value FROM json_each(:topics))))
  AND (:events IS NULL OR p.id IN (
    SELECT a.person_id FROM event e JOIN meeting m ON m.event_id = e.id JOIN attendance a ON a.meeting_id = m.id
    WHERE e.key IN (SELECT value FROM json_each(:events))
    UNION SELECT x.person_id FROM event e JOIN expected x ON x.event_id = e.id
    WHERE e.key IN (SELECT value FROM json_each(:events))))
  AND (NOT :undecided OR coalesce(p.cadence, c.cadence) IS NULL)
ORDER BY p.name_key, p.handle
"""

RHYTHMS = f"""
SELECT p.id,
  (SELECT group_concat(date)
   FROM (SELECT DISTINCT a.date FROM attendance a
         WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today
         ORDER BY a.date DESC LIMIT :latest))
FROM person p WHERE {KNOWN}
"""

TAGS = "SELECT DISTINCT key FROM tag"
ANYBODY = f"SELECT EXISTS (SELECT 1 FROM person p WHERE {KNOWN})"


class PeopleScope(NamedTuple):
    """Who is wanted; None where it does not matter. `parted`: only the parted (True), or only the others.

    Events are named by their keys; `undecided` are those with neither a circle's cadence nor one of their own.
    """

    circles: tuple[int, ...] | None = None
    parted: bool | None = None
    places: tuple[str, ...] | None = None
    orgs: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    topics: tuple[int, ...] | None = None
    departments: tuple[str, ...] | None = None
    events: tuple[str, ...] | None = None
    undecided: bool = False

    def values(self) -> dict[str, str | bool | None]:
        """The scope as the statement takes it."""
        return {
            "parted": self.parted, "undecided": self.undecided,
            "circles": _array(self.circles), "places": _array(self.places), "orgs": _array(self.orgs),
            "tags": _array(self.tags), "topics": _array(self.topics), "departments": _array(self.departments),
            "events": _array(self.events),
        }  # fmt: skip


class PersonLine(NamedTuple):
    """What the journal says of a person, and what follows from their meetings up to a day."""

    id: int
    start: str
    handle: str
    name: str
    circle: str | None
    cadence: str | None
    org: str | None
    department: str | None
    title: str | None
    place: str | None
    email: tuple[str, ...]
    phone: tuple[str, ...]
    url: tuple[str, ...]
    birthday: str | None
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    known_since: str | None
    how_met: str | None
    introduced_by: str | None
    status: str
    last_contact: str | None
    meetings: int
    topics: tuple[str, ...]
    uid: str


_SPLIT = [PersonLine._fields.index(name) for name in ("email", "phone", "url", "aliases", "tags", "topics")]


def people(
    db: sqlite3.Connection, today: date, scope: PeopleScope, *, lists: bool = True
) -> Iterator[PersonLine]:
    """Everybody in the scope, by name; without `lists` what there may be several of stays empty."""
    values = {"today": today.isoformat(), "lists": lists, **scope.values()}
    for row in db.execute(PEOPLE, values):
        cells = list(row)
        for place in _SPLIT:
            joined = cells[place]
            cells[place] = tuple(joined.split("\n")) if joined else ()
        yield PersonLine._make(cells)


def contact_days(db: sqlite3.Connection, today: date, latest: int) -> Iterator[tuple[int, list[date]]]:
    """For everybody ever met, the latest so many days of human contact, the last one first."""
    for number, days in db.execute(RHYTHMS, {"today": today.isoformat(), "latest": latest}):
        if days:
            yield number, [date.fromisoformat(day) for day in days.split(",")]


def tags_called(db: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """The key of the tag that is called so; if there is none, of those that differ in accents or signs."""
    keys = [key for (key,) in db.execute(TAGS)]
    name = clean(text).removeprefix("@").casefold()
    return (name,) if name in keys else tuple(key for key in keys if fold(key) == fold(name))


def anybody(db: sqlite3.Connection) -> bool:
    """Whether there is anybody in the journal."""
    return bool(db.execute(ANYBODY).fetchone()[0])


def _array(values: Sequence[str | int] | None) -> str | None:
    return None if values is None else json.dumps(values)
