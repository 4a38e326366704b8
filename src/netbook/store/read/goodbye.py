"""Read goodbye rounds: who is on them, and what is still owed."""

import json
import sqlite3
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from netbook.core.owed import OpenStrain, Owed, Promise, Thanks
from netbook.store.read import columns
from netbook.store.standing import IN_TOUCH, LAST_CONTACT

# Still to be seen: not ticked off, and not parted from in another way.
_OPEN = f"r.seen_on IS NULL AND {IN_TOUCH}"

# What a round is called: an organisation by its name, a circle, a tag, or everybody.
NAME = "coalesce(f.org, 'circle ' || f.circle, 'tag ' || f.tag, 'everybody')"

ROUNDS = f"""
SELECT f.id, {NAME}, f.date, f.why, count(*) FILTER (WHERE p.id IS NOT NULL AND {_OPEN})
FROM farewell f LEFT JOIN farewell_person r ON r.farewell_id = f.id LEFT JOIN person p ON p.id = r.person_id
GROUP BY f.id ORDER BY f.id DESC
"""
MEMBERS = f"""
SELECT p.id, p.name, p.handle, p.department, {_OPEN}, r.seen_on, p.parted_on,
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today),
  {LAST_CONTACT},
  EXISTS (SELECT 1 FROM email e WHERE e.person_id = p.id AND (
    lower(e.label) IN ('home', 'private', 'personal') OR p.org IS NULL
    OR NOT EXISTS (SELECT 1 FROM email o JOIN person other ON other.id = o.person_id
      WHERE o.person_id <> p.id AND other.org = p.org
        AND substr(o.key, instr(o.key, '@')) = substr(e.key, instr(e.key, '@')))))
FROM farewell_person r JOIN person p ON p.id = r.person_id
WHERE r.farewell_id = :round ORDER BY p.name_key, p.id
"""
WAITING = f"""
SELECT f.id, {NAME} FROM farewell_person r JOIN farewell f ON f.id = r.farewell_id
WHERE r.person_id = ? AND r.seen_on IS NULL ORDER BY f.id
"""
NOT_ON = f"""
SELECT p.id FROM person p
WHERE p.org IN (SELECT value FROM json_each(:orgs)) AND {IN_TOUCH}
  AND NOT EXISTS (SELECT 1 FROM farewell_person r WHERE r.farewell_id = :round AND r.person_id = p.id)
ORDER BY p.name_key, p.id
"""
# Those of a circle, with a tag, or everybody, who are not on a round.
GROUP_NOT_ON = f"""
SELECT p.id FROM person p
WHERE (:circle IS NULL OR p.circle_id = :circle)
  AND (:tags IS NULL OR p.id IN (SELECT person_id FROM tag WHERE key IN (SELECT value FROM json_each(:tags))))
  AND {IN_TOUCH}
  AND NOT EXISTS (SELECT 1 FROM farewell_person r WHERE r.farewell_id = :round AND r.person_id = p.id)
ORDER BY p.name_key, p.id
"""
# What there was with somebody: first met, how often, what you shared and gave.
LOOK_BACK = """
SELECT (SELECT min(a.date) FROM attendance a WHERE a.person_id = :person AND a.human = 1 AND a.date <= :today),
  (SELECT count(*) FROM attendance a WHERE a.person_id = :person AND a.human = 1 AND a.date <= :today),
  (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = :person ORDER BY k.found_on, k.id)),
  (SELECT count(*) FROM favor WHERE person_id = :person AND direction = 'gave'),
  (SELECT count(*) FROM favor WHERE person_id = :person AND direction = 'got')
"""
THANKS = """
SELECT f.person_id, f.text, f.date FROM json_each(:people) AS wanted
JOIN favor f ON f.person_id = wanted.value
WHERE f.direction = 'got' AND f.thanked_on IS NULL AND f.date <= :today ORDER BY f.date, f.id
"""
PROMISES = """
SELECT f.person_id, f.whose, f.text, f.due_on, f.id FROM json_each(:people) AS wanted
JOIN followup f ON f.person_id = wanted.value
WHERE f.status = 'open' AND f.promised_on <= :today ORDER BY f.due_on IS NULL, f.due_on, f.id
"""
STRAINS = """
SELECT s.person_id, s.text, s.since FROM json_each(:people) AS wanted
JOIN strain s ON s.person_id = wanted.value
WHERE s.repaired_on IS NULL AND s.since <= :today
"""


class Round(NamedTuple):
    """Parting from an organisation: your last day there, why, and how many are still to be seen."""

    id: int
    org: str
    on: date
    why: str | None
    open: int


class Member(NamedTuple):
    """Somebody on a round: still to be seen, or seen on a day; parted from or not."""

    id: int
    person: str
    handle: str
    department: str | None
    open: bool
    seen_on: date | None
    parted_on: date | None
    contacts: int
    last_contact: date | None
    private_address: bool


class LookBack(NamedTuple):
    """Your time with somebody: first met, how often, what you share, favours both ways."""

    first_met: date | None
    contacts: int
    topics: tuple[str, ...]
    gave: int
    got: int


def look_back(db: sqlite3.Connection, person_id: int, today: date) -> LookBack:
    """Your time with somebody up to today."""
    values = {"person": person_id, "today": today.isoformat()}
    first, contacts, topics, gave, got = db.execute(LOOK_BACK, values).fetchone()
    return LookBack(columns.day(first), contacts, columns.lines(topics), gave, got)


def group_not_on(
    db: sqlite3.Connection,
    round_id: int | None,
    circle_id: int | None,
    tags: tuple[str, ...] | None,
    today: date,
) -> list[int]:
    """The numbers of those of a circle, with a tag, or of all (None) who are not on a round (None: on none)."""
    keys = None if tags is None else json.dumps(tags)
    values = {"round": round_id, "circle": circle_id, "tags": keys, "today": today.isoformat()}
    return [number for (number,) in db.execute(GROUP_NOT_ON, values)]


def rounds(db: sqlite3.Connection, today: date) -> list[Round]:
    """Every goodbye round, the latest begun first."""
    return [
        Round(number, org, date.fromisoformat(on), why, left)
        for number, org, on, why, left in db.execute(ROUNDS, {"today": today.isoformat()})
    ]


def members(db: sqlite3.Connection, round_id: int, today: date) -> list[Member]:
    """Everybody on a round, by name."""
    rows = db.execute(MEMBERS, {"round": round_id, "today": today.isoformat()})
    return [
        row._replace(
            open=bool(row.open),
            seen_on=columns.day(row.seen_on),
            parted_on=columns.day(row.parted_on),
            last_contact=columns.day(row.last_contact),
            private_address=bool(row.private_address),
        )
        for row in map(Member._make, rows)
    ]


def waiting(db: sqlite3.Connection, person_id: int) -> list[tuple[int, str]]:
    """The rounds, by number and organisation, on which somebody was not seen yet."""
    return db.execute(WAITING, (person_id,)).fetchall()


def not_on(
    db: sqlite3.Connection, round_id: int | None, spellings: tuple[str, ...], today: date
) -> list[int]:
    """The numbers of those at an organisation who are neither parted nor on a round (None: on none)."""
    values = {"round": round_id, "orgs": json.dumps(spellings), "today": today.isoformat()}
    return [number for (number,) in db.execute(NOT_ON, values)]


def owed(db: sqlite3.Connection, people: Collection[int], today: date) -> dict[int, Owed]:
    """What is still owed between you and each of these people, by number."""
    values = {"people": json.dumps(list(people)), "today": today.isoformat()}
    thanks: dict[int, list[Thanks]] = {}
    for person, text, on in db.execute(THANKS, values):
        thanks.setdefault(person, []).append(Thanks(text, date.fromisoformat(on)))
    promises: dict[tuple[int, str], list[Promise]] = {}
    for person, whose, text, due, number in db.execute(PROMISES, values):
        promises.setdefault((person, whose), []).append(Promise(text, columns.day(due), number))
    strains = {
        person: OpenStrain(text, date.fromisoformat(since))
        for person, text, since in db.execute(STRAINS, values)
    }  # fmt: skip
    return {
        person: Owed(
            tuple(thanks.get(person, ())),
            tuple(promises.get((person, "mine"), ())),
            tuple(promises.get((person, "theirs"), ())),
            strains.get(person),
        )
        for person in people
    }
