"""What the picture of the roots is made of: people, and what they share."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.core.roots import Grounds, PersonTie
from netbook.store.standing import ACTIVE, IN_TOUCH, LAST_CONTACT

# Nobody you have parted from is in the picture, and not you.
_HERE = f"""{IN_TOUCH}
  AND (:circle IS NULL OR p.circle_id = :circle)
  AND (:orgs IS NULL OR p.org IN (SELECT value FROM json_each(:orgs)))
  AND (:topic IS NULL OR p.id IN (
    SELECT person_id FROM commonality WHERE topic_id = :topic
    UNION SELECT person_id FROM interest WHERE topic_id = :topic))"""
PEOPLE = f"""
SELECT p.id, p.name, p.handle, p.circle_id, c.name, p.org, coalesce(p.cadence, c.cadence), {LAST_CONTACT},
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today), {ACTIVE}
FROM person p LEFT JOIN circle c ON c.id = p.circle_id
WHERE {_HERE}
ORDER BY p.name_key, p.id
"""
# Your own topics join nobody, nor does what only one person has. A group comes as one text: half a million rows
# take longer to fetch.
TOPICS = """
SELECT topic_id, group_concat(person_id)
FROM (SELECT topic_id, person_id FROM commonality UNION SELECT topic_id, person_id FROM interest)
WHERE person_id NOT IN (SELECT id FROM person WHERE me = 1)
GROUP BY topic_id HAVING count(*) > 1
"""
TIES = "SELECT a_id, b_id, word, back FROM tie WHERE b_id IS NOT NULL ORDER BY id"
MEETINGS = """
SELECT meeting_id, group_concat(person_id) FROM attendance
WHERE human = 1 AND date <= :today GROUP BY meeting_id HAVING count(*) > 1
"""
NAMES = "SELECT id, name FROM topic WHERE id IN (SELECT value FROM json_each(?))"


class RootsScope(NamedTuple):
    """Whose trees are wanted; None where it does not matter."""

    circle_id: int | None = None
    orgs: tuple[str, ...] | None = None
    topic_id: int | None = None


class Rooted(NamedTuple):
    """Somebody with what their tree shows; days are ISO text, `contacts` counts human contact up to today."""

    id: int
    name: str
    handle: str
    circle_id: int | None
    circle: str | None
    org: str | None
    cadence: str | None
    last_contact: str | None
    contacts: int
    active: int


def people(db: sqlite3.Connection, today: date, scope: RootsScope) -> list[Rooted]:
    """Everybody in the scope whom you have not parted from, by name."""
    import json

    values = {
        "today": today.isoformat(), "circle": scope.circle_id, "topic": scope.topic_id,
        "orgs": None if scope.orgs is None else json.dumps(scope.orgs),
    }  # fmt: skip
    return [Rooted(*row) for row in db.execute(PEOPLE, values)]


def grounds(db: sqlite3.Connection, today: date) -> Grounds:
    """What people share: topics, yours with them and theirs alone alike, human contact in one meeting, ties."""
    meetings = _groups(db.execute(MEETINGS, {"today": today.isoformat()}))
    ties = [PersonTie(*row) for row in db.execute(TIES)]
    return Grounds(_groups(db.execute(TOPICS)), meetings, ties)


def topic_names(db: sqlite3.Connection, topics: Iterable[int]) -> dict[int, str]:
    """The names of these topics, by number."""
    return dict(db.execute(NAMES, (str(sorted(topics)),)))


def _groups(rows: Iterable[tuple[int, str]]) -> dict[int, list[int]]:
    return {group: [int(person) for person in members.split(",")] for group, members in rows}
