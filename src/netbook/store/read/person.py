"""Read everything about one person; each statement uses that person's index."""

import sqlite3
from datetime import date
from typing import Any, NamedTuple

from netbook.core import standing
from netbook.core.standing import Status

PERSON = """
SELECT p.uid, p.handle, p.name, c.name AS circle, coalesce(p.cadence, c.cadence) AS cadence,
  p.cadence AS own_cadence, p.org, p.department, p.title, p.place, p.birthday, p.known_since, p.how_met,
  i.handle AS introduced_by, i.name AS introducer, p.added_on, p.paused_on, p.paused_until, p.parted_on,
  p.parted_why, p.start_on, p.last_contact_on
FROM person p LEFT JOIN circle c ON c.id = p.circle_id LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE p.id = :person
"""
ALIASES = "SELECT name FROM alias WHERE person_id = :person ORDER BY id"
EMAILS = "SELECT address FROM email WHERE person_id = :person ORDER BY id"
PHONES = "SELECT number FROM phone WHERE person_id = :person ORDER BY id"
ADDRESSES = "SELECT text FROM address WHERE person_id = :person ORDER BY id"
URLS = "SELECT address FROM url WHERE person_id = :person ORDER BY id"
# Who has an e-mail address or a link of theirs as well, unless it is settled that they are two.
ALSO = """
SELECT o.handle, o.name FROM person o
WHERE o.id IN (
  SELECT other.person_id FROM email e JOIN email other ON other.key = e.key WHERE e.person_id = :person
  UNION SELECT other.person_id FROM url u JOIN url other ON other.key = u.key WHERE u.person_id = :person)
  AND o.id <> :person
  AND NOT EXISTS (SELECT 1 FROM not_same WHERE a_id = min(o.id, :person) AND b_id = max(o.id, :person))
ORDER BY o.name_key, o.id
"""
TAGS = "SELECT name FROM tag WHERE person_id = :person ORDER BY id"
LAST = """
SELECT m.date, m.kind FROM attendance a JOIN meeting m ON m.id = a.meeting_id
WHERE a.person_id = :person AND a.human = 1 AND a.date <= :today
ORDER BY a.date DESC, a.meeting_id DESC LIMIT 1
"""
MEETINGS = """
SELECT m.date, m.kind, m.human, m.minutes, m.place, e.name, m.summary,
  (SELECT group_concat(name, char(10)) FROM (
    SELECT o.name FROM attendance b JOIN person o ON o.id = b.person_id
    WHERE b.meeting_id = m.id AND b.person_id <> :person ORDER BY o.name_key, o.id)), m.fleeting, 'm' || m.id
FROM attendance a JOIN meeting m ON m.id = a.meeting_id LEFT JOIN event e ON e.id = m.event_id
WHERE a.person_id = :person
ORDER BY m.date DESC, m.id DESC
"""
COMMON = """
SELECT k.found_on, t.name, k.detail, 'c' || k.id FROM commonality k JOIN topic t ON t.id = k.topic_id
WHERE k.person_id = :person ORDER BY k.found_on DESC, k.id DESC
"""
NOTES = "SELECT date, about, text, 'n' || id FROM note WHERE person_id = :person ORDER BY date DESC, id DESC"
FAVORS = """
SELECT date, direction, text, thanked_on, thanked_how, thanks, 'f' || id FROM favor
WHERE person_id = :person ORDER BY date DESC, id DESC
"""
FOLLOWUPS = """
SELECT promised_on, id, whose, text, due_on, status, closed_on, 't' || id FROM followup
WHERE person_id = :person ORDER BY promised_on DESC, id DESC
"""
REQUESTS = """
SELECT asked_on, text, answer, answered_on, reply, 'q' || id FROM request
WHERE person_id = :person ORDER BY asked_on DESC, id DESC
"""
STRAINS = """
SELECT since, text, repaired_on, repair, 's' || id FROM strain
WHERE person_id = :person ORDER BY since DESC, id DESC
"""
INTRODUCTIONS = """
SELECT i.date, o.name, i.outcome, i.because, 'i' || i.id
FROM introduction i JOIN person o ON o.id = i.a_id + i.b_id - :person
WHERE (i.a_id = :person OR i.b_id = :person) ORDER BY i.date DESC, i.id DESC
"""
JOBS = """
SELECT org, department, title, since, until FROM job WHERE person_id = :person ORDER BY until DESC, id DESC
"""


class Facts(NamedTuple):
    """One row about a person, its columns as the statement names them."""

    uid: str
    handle: str
    name: str
    circle: str | None
    cadence: str | None
    own_cadence: str | None
    org: str | None
    department: str | None
    title: str | None
    place: str | None
    birthday: str | None
    known_since: str | None
    how_met: str | None
    introduced_by: str | None
    introducer: str | None
    added_on: str
    paused_on: str | None
    paused_until: str | None
    parted_on: str | None
    parted_why: str | None
    start_on: str | None
    last_contact_on: str | None

    @property
    def start(self) -> date:
        """The day from which the cadence of somebody never met runs."""
        return date.fromisoformat(self.start_on or self.added_on)


class LastContact(NamedTuple):
    """The day of the last contact; its kind, unless that was before the journal knew of any."""

    on: date
    kind: str | None


def facts(db: sqlite3.Connection, person_id: int) -> Facts:
    """The person's own row."""
    return Facts(*db.execute(PERSON, {"person": person_id}).fetchone())


def values(db: sqlite3.Connection, statement: str, person_id: int) -> tuple[str, ...]:
    """A list of single values: aliases, e-mail addresses, phones, links or tags."""
    return tuple(row[0] for row in db.execute(statement, {"person": person_id}))


def rows(db: sqlite3.Connection, statement: str, person_id: int, **more: Any) -> list[tuple[Any, ...]]:
    """The rows of a statement about one person."""
    return db.execute(statement, {"person": person_id, **more}).fetchall()


def last_contact(db: sqlite3.Connection, person_id: int, own: Facts, today: date) -> LastContact | None:
    """The last human contact, or the day that was said of a time before the journal, whichever is later."""
    met = rows(db, LAST, person_id, today=today.isoformat())
    latest = standing.last_contact([met[0][0]] if met else [], own.last_contact_on, today.isoformat())
    if latest is None:
        return None
    return LastContact(date.fromisoformat(latest), met[0][1] if met and met[0][0] == latest else None)


def status(own: Facts, today: date) -> Status:
    """What somebody is on a day: `active`, `paused` or `parted`."""
    return standing.status(own.parted_on, own.paused_on, own.paused_until, today.isoformat())


# Who belongs to them, and what that one is to them.
TIES = """
SELECT r.back, coalesce(o.name, r.name), o.handle, 'r' || r.id FROM tie r LEFT JOIN person o ON o.id = r.b_id
WHERE r.a_id = :person
UNION ALL
SELECT r.word, o.name, o.handle, 'r' || r.id FROM tie r JOIN person o ON o.id = r.a_id
WHERE r.b_id = :person
"""
INTERESTS = """
SELECT i.noted_on, t.name, 'k' || i.id FROM interest i JOIN topic t ON t.id = i.topic_id
WHERE i.person_id = :person ORDER BY i.id
"""
