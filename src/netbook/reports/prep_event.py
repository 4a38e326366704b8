"""The brief for an event: who will be there, whom to meet, what is open, whom to bring together."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netbook.core.due import next_contact
from netbook.core.events import EventRow
from netbook.core.matching import SeveralPeople, the_one
from netbook.core.refs import parse, ref
from netbook.errors import NoSuchEvent
from netbook.errors.meetings import NoSuchEventRef
from netbook.reports.intros import suggestions
from netbook.store.read import events
from netbook.store.read.who import candidates
from netbook.store.standing import KNOWN, LAST_CONTACT, START

EXPECTED = f"""
SELECT p.id, p.name, p.handle, p.title, p.org, c.name, coalesce(p.cadence, c.cadence), {START}, {LAST_CONTACT},
  i.name,
  (SELECT s.text FROM strain s WHERE s.person_id = p.id AND s.repaired_on IS NULL AND s.since <= :today),
  (SELECT group_concat(text, char(10)) FROM (SELECT f.text FROM followup f
   WHERE f.person_id = p.id AND f.status = 'open' AND f.whose = 'mine' ORDER BY f.due_on IS NULL, f.due_on, f.id)),
  (SELECT group_concat(text, char(10)) FROM (SELECT f.text FROM favor f
   WHERE f.person_id = p.id AND f.direction = 'got' AND f.thanked_on IS NULL ORDER BY f.date, f.id)),
  (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = p.id ORDER BY k.found_on DESC, k.id DESC)),
  (SELECT group_concat(name, char(10)) FROM (SELECT t.name FROM interest k JOIN topic t ON t.id = k.topic_id
   WHERE k.person_id = p.id AND (
     EXISTS (SELECT 1 FROM commonality o WHERE o.topic_id = k.topic_id AND o.person_id <> p.id)
     OR EXISTS (SELECT 1 FROM interest o JOIN person me ON me.id = o.person_id
                WHERE o.topic_id = k.topic_id AND me.me = 1))
   ORDER BY k.id))
FROM expected x JOIN person p ON p.id = x.person_id
LEFT JOIN circle c ON c.id = p.circle_id LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE x.event_id = :event AND {KNOWN}
ORDER BY p.name_key, p.id
"""

# Of these people, by number: somebody of the same organisation, or with a tie to them, whom you have met.
BRIDGES = """
SELECT wanted.value, o.name,
  CASE WHEN EXISTS (SELECT 1 FROM tie r WHERE (r.a_id = p.id AND r.b_id = o.id) OR (r.a_id = o.id AND r.b_id = p.id))
    THEN 'knows them' ELSE 'also at ' || p.org END
FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value
JOIN person o ON o.id <> p.id AND o.me = 0 AND o.id IN (
  SELECT s.id FROM person s WHERE s.org = p.org
  UNION SELECT r.b_id FROM tie r WHERE r.a_id = p.id UNION SELECT r.a_id FROM tie r WHERE r.b_id = p.id)
WHERE EXISTS (SELECT 1 FROM attendance a WHERE a.person_id = o.id AND a.human = 1 AND a.date <= :today)
ORDER BY wanted.value, o.name_key, o.id
"""


class ExpectedPerson(NamedTuple):
    """Somebody who will be there, and what is open with them; several texts are joined by line ends."""

    id: int
    name: str
    handle: str
    title: str | None
    org: str | None
    circle: str | None
    cadence: str | None
    start: str
    last_contact: str | None
    introducer: str | None
    strain: str | None
    promises: str | None
    owed: str | None
    topics: str | None
    interests: str | None


class Bridge(NamedTuple):
    """Somebody you know who can introduce you, and why."""

    person_id: int
    name: str
    why: str


def _expected(db: sqlite3.Connection, event: int, today: date) -> list[ExpectedPerson]:
    """Everybody who will be at an event, by name."""
    rows = db.execute(EXPECTED, {"event": event, "today": today.isoformat()})
    return [ExpectedPerson._make(row) for row in rows]


def _bridges(db: sqlite3.Connection, people: Iterable[int], today: date) -> dict[int, list[Bridge]]:
    """Who can introduce you to each of these people, by number."""
    result: dict[int, list[Bridge]] = {}
    for row in db.execute(BRIDGES, {"people": str(list(people)), "today": today.isoformat()}):
        result.setdefault(row[0], []).append(Bridge._make(row))
    return result


BRIDGES_NAMED = 2
INTROS = 10  # looked at for each person who will be there


class KnownGuest(NamedTuple):
    """Somebody you know who will be there, and what is open between you."""

    person: str
    handle: str
    org: str | None
    circle: str | None
    last_contact: date | None
    days_overdue: int | None
    open: list[str]
    in_common: list[str]


class NewGuest(NamedTuple):
    """Somebody you have not met who will be there, and what you have with them."""

    person: str
    handle: str
    title: str | None
    org: str | None
    because: list[str]


class GuestIntroduction(NamedTuple):
    """Two who will be there and do not know each other, and what they share."""

    a: str
    b: str
    because: str


class EventBrief(NamedTuple):
    """All there is to know before an event."""

    ref: str
    event: str
    starts_on: date
    ends_on: date
    place: str | None
    host: str | None
    goal: int
    new: int
    expected: int
    known: list[KnownGuest]
    unknown: list[NewGuest]
    introduce: list[GuestIntroduction]


def event_named(db: sqlite3.Connection, today: date, text: str) -> EventRow | None:
    """The event that a text names: by reference, or by a name that fits no person; None if it names a person.

    Of several editions it is the one to come, else the latest.
    """
    result = parse(text)
    if result is not None and result.table == "event":
        row = next((row for row in events.begun(db, date.min, date.max) if row.id == result.id), None)
        if row is None:
            raise NoSuchEventRef(text)
        return row
    try:
        if the_one(text, candidates(db, text)) is not None:
            return None
    except SeveralPeople:  # that is for the brief on a person to say
        return None
    try:
        key, _ = events.named(db, text)
    except NoSuchEvent:
        return None
    editions = events.editions(db, key)
    ahead = [row for row in editions if row.ends_on >= today]
    return ahead[-1] if ahead else editions[0]


def build(db: sqlite3.Connection, today: date, event: EventRow) -> EventBrief:
    """The brief for an event."""
    people = _expected(db, event.id, today)
    met = [guest for guest in people if guest.last_contact]
    strangers = [guest for guest in people if not guest.last_contact]
    bridges = _bridges(db, [guest.id for guest in strangers], today)
    unknown = [_unknown(guest, bridges.get(guest.id, [])) for guest in strangers]
    unknown.sort(key=lambda row: -len(row.because))
    known = [_known(guest, today) for guest in met]
    known.sort(key=lambda row: (not row.open, -(row.days_overdue or 0)))
    new = len(events.new_at(db, [event.id], today))
    return EventBrief(
        ref=ref("event", event.id),
        event=event.name,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        place=event.place,
        host=event.host,
        goal=event.goal,
        new=new,
        expected=len(people),
        known=known,
        unknown=unknown,
        introduce=_introduce(db, today, met),
    )


def _known(guest: ExpectedPerson, today: date) -> KnownGuest:
    last = date.fromisoformat(guest.last_contact) if guest.last_contact else None
    due = next_contact(guest.cadence, last, date.fromisoformat(guest.start))
    late = (today - due).days if due else None
    open_ = [f"strained: {guest.strain}"] if guest.strain else []
    open_ += [f"you promised: {text}" for text in _lines(guest.promises)]
    open_ += [f"thanks owed for {text}" for text in _lines(guest.owed)]
    return KnownGuest(
        person=guest.name,
        handle=guest.handle,
        org=guest.org,
        circle=guest.circle,
        last_contact=last,
        days_overdue=late,
        open=open_,
        in_common=_lines(guest.topics),
    )


def _unknown(guest: ExpectedPerson, bridges: list[Bridge]) -> NewGuest:
    because = [f"you share {text}" for text in _lines(guest.topics)]
    because += [
        f"cares about {text}, as you do"
        for text in _lines(guest.interests)
        if text not in _lines(guest.topics)
    ]
    if guest.introducer:
        because.append(f"{guest.introducer} introduced you")
    because += [f"{bridge.name} {bridge.why}" for bridge in bridges[:BRIDGES_NAMED]]
    return NewGuest(guest.name, guest.handle, guest.title, guest.org, because)


def _introduce(db: sqlite3.Connection, today: date, met: list[ExpectedPerson]) -> list[GuestIntroduction]:
    """Pairs among those you know who share something and never met."""
    existing = {guest.handle for guest in met}
    result: dict[frozenset[str], GuestIntroduction] = {}
    for guest in met:
        for intro in suggestions(db, today, guest.id, INTROS):
            pair = frozenset((guest.handle, intro.b_handle))
            if intro.b_handle in existing and pair not in result:
                result[pair] = GuestIntroduction(guest.name, intro.b, intro.because)
    return list(result.values())


def _lines(text: str | None) -> list[str]:
    return text.split("\n") if text else []
