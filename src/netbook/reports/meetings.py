"""Meetings, newest first: all of them, or those at which certain people were."""

import json
import sqlite3
from datetime import date
from typing import NamedTuple

from netbook.core.kinds import kind_of
from netbook.core.names import checked, clean
from netbook.core.periods import given_span
from netbook.store.read import events
from netbook.store.read.groups import has_words
from netbook.store.read.topics import find_topic
from netbook.store.read.who import find

_PEOPLE = """(SELECT group_concat(value, char(10)) FROM (
    SELECT p.{column} AS value FROM attendance b JOIN person p ON p.id = b.person_id
    WHERE b.meeting_id = m.id ORDER BY p.name_key, p.id))"""
_COLUMNS = f"""m.uid, m.date, m.kind, m.human, m.minutes, m.place, e.name, {_PEOPLE.format(column="name")},
  {_PEOPLE.format(column="handle")}, m.summary, m.fleeting, 'm' || m.id"""
_FITS = """m.date BETWEEN :since AND :until
  AND (:kinds IS NULL OR m.kind IN (SELECT value FROM json_each(:kinds)))
  AND (:event IS NULL OR m.event_id IN (SELECT id FROM event WHERE key = :event))
  AND (:places IS NULL OR m.place IN (SELECT value FROM json_each(:places)))
  AND (:topic IS NULL OR EXISTS (SELECT 1 FROM commonality k WHERE k.meeting_id = m.id AND k.topic_id = :topic))"""
_ALL = f"FROM meeting m WHERE {_FITS}"
# The rows of the first person, through the index; all the others were there too.
_WITH = f"""FROM attendance a CROSS JOIN meeting m ON m.id = a.meeting_id
WHERE a.person_id = :first AND NOT EXISTS (
    SELECT 1 FROM json_each(:others) AS query
    WHERE NOT EXISTS (SELECT 1 FROM attendance b WHERE b.meeting_id = m.id AND b.person_id = query.value))
  AND {_FITS}"""
PLACES = "SELECT DISTINCT place FROM meeting WHERE place IS NOT NULL"


class MeetingsQuery(NamedTuple):
    """What was asked for, as typed."""

    who: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kinds: tuple[str, ...] = ()
    event: str | None = None
    place: str | None = None
    topic: str | None = None
    limit: int | None = None


class MeetingsRow(NamedTuple):
    """A meeting, as `export meetings` has it."""

    uid: str
    date: date
    kind: str
    human: bool
    minutes: int | None
    place: str | None
    event: str | None
    people: tuple[str, ...]
    handles: tuple[str, ...]
    summary: str | None
    fleeting: str | None
    ref: str


class MeetingsReport(NamedTuple):
    """The latest meetings that fit, how many fit in all, and whom they were with."""

    rows: list[MeetingsRow]
    total: int
    people: tuple[str, ...]
    bounded: bool


def build(db: sqlite3.Connection, today: date, query: MeetingsQuery) -> MeetingsReport:
    """The meetings that fit all that was asked for; raises BackwardSpan, or as `find` does."""
    people = [find(db, text) for text in query.who]
    numbers = [*dict.fromkeys(person.id for person in people)]
    since, until = given_span(query.since, query.until, today)
    values = {
        "since": since.isoformat() if since else "",
        "until": until.isoformat() if until else "~",
        "kinds": json.dumps([kind_of(kind) for kind in query.kinds]) if query.kinds else None,
        "event": events.named(db, checked(query.event, "the name of an event"))[0] if query.event else None,
        "places": _places(db, query.place),
        "topic": find_topic(db, query.topic).id if query.topic else None,
        "first": numbers[0] if numbers else None,
        "others": json.dumps(numbers[1:]),
        "limit": -1 if query.limit is None else query.limit,
    }
    source = _WITH if numbers else _ALL
    rows = db.execute(
        f"""SELECT {_COLUMNS} FROM (SELECT m.* {source} ORDER BY m.date DESC, m.id DESC LIMIT :limit) AS m
        LEFT JOIN event e ON e.id = m.event_id ORDER BY m.date DESC, m.id DESC""",
        values,
    )
    (total,) = db.execute(f"SELECT count(*) {source}", values).fetchone()
    names = tuple(dict.fromkeys(person.name for person in people))
    bounded = query._replace(limit=None) != MeetingsQuery()
    return MeetingsReport([_row(MeetingsRow._make(row)) for row in rows], total, names, bounded)


def _row(row: MeetingsRow) -> MeetingsRow:
    day, people, handles = str(row.date), str(row.people or ""), str(row.handles or "")
    return row._replace(
        date=date.fromisoformat(day), human=bool(row.human), people=tuple(filter(None, people.split("\n"))),
        handles=tuple(filter(None, handles.split("\n"))),
    )  # fmt: skip


def _places(db: sqlite3.Connection, text: str | None) -> str | None:
    if text is None:
        return None

    query = clean(text)
    return json.dumps([place for (place,) in db.execute(PLACES) if has_words(query, place)])
