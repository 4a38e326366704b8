"""Read farewell rounds: who is on them, and what is still owed."""

import json
import sqlite3
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from netbook.core.owed import OpenStrain, Owed, Promise, Thanks
from netbook.store.standing import IN_TOUCH, LAST_CONTACT

# Still to be seen: not ticked off, and not parted from in another way.
_OPEN = f"r.seen_on IS NULL AND {IN_TOUCH}"

ROUNDS = f"""
SELECT f.id, f.org, f.date, f.why, count(*) FILTER (WHERE p.id IS NOT NULL AND {_OPEN})
FROM farewell f LEFT JOIN farewell_person r ON r.farewell_id = f.id LEFT JOIN person p ON p.id = r.person_id
WHERE f.org IS NOT NULL
GROUP BY f.id ORDER BY f.id DESC
"""
MEMBERS = f"""
SELECT p.id, p.name, p.handle, p.department, {_OPEN}, r.seen_on, p.parted_on,
  (SELECT count(*) FROM attendance a WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today),
  {LAST_CONTACT}
FROM farewell_person r JOIN person p ON p.id = r.person_id
WHERE r.farewell_id = :round ORDER BY p.name_key, p.id
"""
WAITING = """
SELECT f.id, f.org FROM farewell_person r JOIN farewell f ON f.id = r.farewell_id
WHERE r.person_id = ? AND r.seen_on IS NULL ORDER BY f.id
"""
NOT_ON = f"""
SELECT p.id FROM person p
WHERE p.org IN (SELECT value FROM json_each(:orgs)) AND {IN_TOUCH}
  AND NOT EXISTS (SELECT 1 FROM farewell_person r WHERE r.farewell_id = :round AND r.person_id = p.id)
ORDER BY p.name_key, p.id
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


def rounds(db: sqlite3.Connection, today: date) -> list[Round]:
    """Every farewell round, the latest begun first."""
    return [
        Round(number, org, date.fromisoformat(on), why, left)
        for number, org, on, why, left in db.execute(ROUNDS, {"today": today.isoformat()})
    ]


def members(db: sqlite3.Connection, round_id: int, today: date) -> list[Member]:
    """Everybody on a round, by name."""
    rows = db.execute(MEMBERS, {"round": round_id, "today": today.isoformat()})
    return [
        Member(number, name, handle, department, bool(left), _day(seen), _day(parted), contacts, _day(last))
        for number, name, handle, department, left, seen, parted, contacts, last in rows
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
        promises.setdefault((person, whose), []).append(Promise(text, _day(due), number))
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


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
