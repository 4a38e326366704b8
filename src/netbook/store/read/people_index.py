"""Read people as import matching needs them, and which records of an import are known."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from netbook.core.import_matching import FACTS, KnownPerson, PeopleIndex
from netbook.core.tables import TABLES
from netbook.store.read.region import dialling

PEOPLE = f"SELECT id, uid, handle, name, {', '.join(FACTS)} FROM person WHERE me = :me"
OWN_NAMES = """SELECT name_key FROM person WHERE me = 1
UNION SELECT a.key FROM alias a JOIN person p ON p.id = a.person_id WHERE p.me = 1"""
CALENDAR_PLANS = "SELECT source, id, date, at, status, sequence FROM plan WHERE source IS NOT NULL"
OPEN_PLANS = """SELECT plan.date, (SELECT json_group_array(w.person_id) FROM plan_person w WHERE w.plan_id = plan.id)
FROM plan WHERE status = 'open'"""
OWN = """SELECT p.handle, e.key FROM person p LEFT JOIN email e ON e.person_id = p.id WHERE p.me = 1"""
LOGGED_DAYS = """SELECT a.person_id, m.date, m.uid FROM meeting m JOIN attendance a ON a.meeting_id = m.id
WHERE m.kind = ?"""

KEYS = {
    table.several: f"SELECT person_id, {table.key.column if table.key else table.columns[2]} FROM {name}"
    for name, table in TABLES.items()
    if table.several
}
IDENTITIES = "SELECT uid, person_id FROM identity"
LAST_PERSON = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'person'"
EXISTING_MEETINGS = "SELECT uid FROM meeting WHERE uid IN (SELECT value FROM json_each(?))"
MEETINGS_OF = """
SELECT m.uid, m.date, m.kind,
  (SELECT json_group_array(other.person_id) FROM attendance other WHERE other.meeting_id = m.id)
FROM attendance a JOIN meeting m ON m.id = a.meeting_id
WHERE a.person_id = ? AND a.date IN (SELECT value FROM json_each(?))
ORDER BY m.id
"""
EXISTING_FOLLOWUPS = "SELECT uid FROM followup WHERE uid IN (SELECT value FROM json_each(?))"
INTRODUCERS = """SELECT id, introduced_by_id FROM person
WHERE introduced_by_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))"""
TEXTS_OF = "SELECT text FROM note WHERE person_id = ?"
EXISTING_LINES = "SELECT line FROM carried WHERE person_id = ? AND line IN (SELECT value FROM json_each(?))"
EXISTING_NOTES = "SELECT uid FROM note WHERE uid IN (SELECT value FROM json_each(?))"


class LoggedMeeting(NamedTuple):
    """A meeting in the journal, and the numbers of those who were there."""

    uid: str
    day: date
    kind: str
    people: frozenset[int]


def people_index(db: sqlite3.Connection, *, asks: bool = False) -> PeopleIndex:
    """Everybody, ready to take in records; where it asks, the region of numbers is not guessed."""
    cards, yours = _cards(db, me=0), _cards(db, me=1)
    for what, statement in KEYS.items():
        for number, key in db.execute(statement):
            if number in cards:
                cards[number].keys.setdefault(what, set()).add(key)
    (last,) = db.execute(LAST_PERSON).fetchone()
    own = db.execute(OWN).fetchall()
    everybody = PeopleIndex(cards.values(), last + 1, dialling(db, asks=asks), {key for _, key in own if key})
    for handle, _ in own:
        everybody.reserve(handle)
    for card in yours.values():
        # A record that became your own card is still that record.
        everybody.recognise(card, card.uid)
    for uid, number in db.execute(IDENTITIES):
        everybody.recognise(cards[number] if number in cards else yours[number], uid)
    return everybody


def _cards(db: sqlite3.Connection, me: int) -> dict[int, KnownPerson]:
    """Everybody else, or you, by number."""
    cards = {}
    for number, uid, handle, name, *facts in db.execute(PEOPLE, {"me": me}):
        known = {fact: value for fact, value in zip(FACTS, facts, strict=True) if value is not None}
        if "known_since" in known:
            known["known_since"] = date.fromisoformat(known["known_since"])
        cards[number] = KnownPerson(number, uid, handle, name, known)
    return cards


def logged_days(db: sqlite3.Connection, kind: str) -> dict[tuple[int, date], set[str]]:
    """With whom, by number, and on which days there are meetings of a kind, by their uids."""
    logged: dict[tuple[int, date], set[str]] = {}
    for person, day, uid in db.execute(LOGGED_DAYS, (kind,)):
        logged.setdefault((person, date.fromisoformat(day)), set()).add(uid)
    return logged


class CalendarPlan(NamedTuple):
    """A plan that came from an entry of a calendar."""

    id: int
    day: date
    at: str | None
    status: str
    sequence: int


def own_names(db: sqlite3.Connection) -> list[str]:
    """The keys of the owner's name and aliases."""
    return [key for (key,) in db.execute(OWN_NAMES)]


def calendar_plans(db: sqlite3.Connection) -> dict[str, CalendarPlan]:
    """The plans that came from calendars, by the uid of the occasion."""
    return {
        source: CalendarPlan(number, date.fromisoformat(day), at, status, sequence or 0)
        for source, number, day, at, status, sequence in db.execute(CALENDAR_PLANS)
    }


def planned(db: sqlite3.Connection) -> set[tuple[date, frozenset[int]]]:
    """On which days there are plans, and with whom."""
    rows = db.execute(OPEN_PLANS)
    return {(date.fromisoformat(day), frozenset(json.loads(people))) for day, people in rows}


def existing_meetings(db: sqlite3.Connection, uids: Iterable[str]) -> set[str]:
    """Which of these uids are a meeting's in the journal."""
    return {uid for (uid,) in db.execute(EXISTING_MEETINGS, (json.dumps(list(uids)),))}


def meetings_of(db: sqlite3.Connection, person_id: int, days: Iterable[date]) -> Iterator[LoggedMeeting]:
    """The meetings with somebody on these days."""
    iso_days = json.dumps([day.isoformat() for day in days])
    for uid, day, kind, people in db.execute(MEETINGS_OF, (person_id, iso_days)):
        yield LoggedMeeting(uid, date.fromisoformat(day), kind, frozenset(json.loads(people)))


def existing_notes(db: sqlite3.Connection, uids: Iterable[str]) -> set[str]:
    """Which of these uids are a note's in the journal."""
    return {uid for (uid,) in db.execute(EXISTING_NOTES, (json.dumps(list(uids)),))}


def existing_followups(db: sqlite3.Connection, uids: Iterable[str]) -> set[str]:
    """Which of these uids are a follow-up's in the journal, open or closed."""
    return {uid for (uid,) in db.execute(EXISTING_FOLLOWUPS, (json.dumps(list(uids)),))}


def introducers(db: sqlite3.Connection, people: Iterable[int]) -> dict[int, int]:
    """Who introduced these people, for those of whom it is known; all by number."""
    return dict(db.execute(INTRODUCERS, (json.dumps(list(people)),)).fetchall())


def note_texts(db: sqlite3.Connection, person_id: int) -> set[str]:
    """What the notes about somebody say."""
    return {text for (text,) in db.execute(TEXTS_OF, (person_id,))}


def existing_lines(db: sqlite3.Connection, person_id: int, lines: Iterable[str]) -> set[str]:
    """Which of these lines are carried for somebody already."""
    return {line for (line,) in db.execute(EXISTING_LINES, (person_id, json.dumps(list(lines))))}
