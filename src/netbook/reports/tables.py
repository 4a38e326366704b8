"""The tables of an export, read row by row while they are written.

Each statement gives finished cells, joined and in order. The caller says how several values are joined (`:joint`)
and how yes and no are written (`:yes`, `:no`), so that rows go from SQLite to CSV without a touch.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.periods import given_span
from netbook.core.vocabulary import one_of
from netbook.errors.exports import NoDayOfItsOwn
from netbook.store.standing import ACTIVE

MEETINGS = """
SELECT m.uid, m.date, m.kind, iif(m.human, :yes, :no), m.minutes, m.place, e.name,
  group_concat(p.name, :joint), group_concat(p.handle, :joint), m.summary, m.fleeting, 'm' || m.id
FROM meeting m
LEFT JOIN event e ON e.id = m.event_id
LEFT JOIN attendance a ON a.meeting_id = m.id
LEFT JOIN person p ON p.id = a.person_id
WHERE m.date BETWEEN :since AND :until
GROUP BY m.date, m.id
ORDER BY m.date, m.id
"""

COMMONALITIES = """
SELECT p.name, p.handle, t.name, k.found_on, m.uid, k.detail, 'c' || k.id
FROM commonality k
JOIN person p ON p.id = k.person_id
JOIN topic t ON t.id = k.topic_id
LEFT JOIN meeting m ON m.id = k.meeting_id
WHERE k.found_on BETWEEN :since AND :until
ORDER BY k.found_on, k.id
"""

TOPICS = """
SELECT t.name, count(k.id), min(k.found_on), max(k.found_on),
  (SELECT count(*) FROM interest i JOIN person p ON p.id = i.person_id WHERE i.topic_id = t.id AND p.me = 0)
FROM topic t LEFT JOIN commonality k ON k.topic_id = t.id
GROUP BY t.key
ORDER BY t.key
"""

NOTES = """
SELECT p.name, p.handle, n.date, n.about, n.text, m.uid, n.uid, 'n' || n.id
FROM note n
JOIN person p ON p.id = n.person_id
LEFT JOIN meeting m ON m.id = n.meeting_id
WHERE n.date BETWEEN :since AND :until
ORDER BY n.date, n.id
"""

FAVORS = """
SELECT p.name, p.handle, f.date, f.direction, f.text, f.thanked_on, f.thanked_how, f.thanks, m.uid, 'f' || f.id
FROM favor f
JOIN person p ON p.id = f.person_id
LEFT JOIN meeting m ON m.id = f.meeting_id
WHERE f.date BETWEEN :since AND :until
ORDER BY f.date, f.id
"""

FOLLOWUPS = """
SELECT f.id, p.name, p.handle, f.whose, f.text, f.promised_on, f.due_on, f.status, f.closed_on, m.uid, 't' || f.id
FROM followup f
JOIN person p ON p.id = f.person_id
LEFT JOIN meeting m ON m.id = f.meeting_id
WHERE f.promised_on BETWEEN :since AND :until
ORDER BY f.promised_on, f.id
"""

REQUESTS = """
SELECT p.name, p.handle, r.asked_on, r.text, r.answer, r.answered_on, r.reply, 'q' || r.id
FROM request r JOIN person p ON p.id = r.person_id
WHERE r.asked_on BETWEEN :since AND :until
ORDER BY r.asked_on, r.id
"""

INTRODUCTIONS = """
SELECT a.name, a.handle, b.name, b.handle, i.date, i.outcome, i.because, 'i' || i.id
FROM introduction i
JOIN person a ON a.id = i.a_id
JOIN person b ON b.id = i.b_id
WHERE i.date BETWEEN :since AND :until
ORDER BY i.date, i.id
"""

# The points of connection found from the hurt to its repair.
STRAINS = """
SELECT p.name, p.handle, s.since, s.text, s.repaired_on, s.repair,
  (SELECT count(*) FROM commonality k
   WHERE k.person_id = s.person_id AND k.found_on >= s.since
     AND (s.repaired_on IS NULL OR k.found_on <= s.repaired_on)), 's' || s.id
FROM strain s JOIN person p ON p.id = s.person_id
WHERE s.since BETWEEN :since AND :until
ORDER BY s.since, s.id
"""

EVENTS = """
SELECT e.name, e.starts_on, e.ends_on, e.place, e.host, e.goal,
  (SELECT count(*) FROM meeting m WHERE m.event_id = e.id), e.uid, 'e' || e.id
FROM event e
WHERE e.starts_on BETWEEN :since AND :until
ORDER BY e.starts_on, e.id
"""

INTERESTS = """
SELECT p.name, p.handle, t.name, i.noted_on, m.uid, 'k' || i.id
FROM interest i
JOIN person p ON p.id = i.person_id AND p.me = 0
JOIN topic t ON t.id = i.topic_id
LEFT JOIN meeting m ON m.id = i.meeting_id
WHERE i.noted_on BETWEEN :since AND :until
ORDER BY i.noted_on, i.id
"""

TIES = """
SELECT a.name, a.handle, r.word, coalesce(b.name, r.name), b.handle, r.back, 'r' || r.id
FROM tie r JOIN person a ON a.id = r.a_id LEFT JOIN person b ON b.id = r.b_id
ORDER BY r.id
"""

PLANS = """
SELECT r.date, r.at, group_concat(p.name, :joint), group_concat(p.handle, :joint), r.kind, r.place, e.name, r.text,
  r.status, r.closed_on, m.uid, r.uid, 'p' || r.id
FROM plan r
LEFT JOIN event e ON e.id = r.event_id
LEFT JOIN meeting m ON m.id = r.meeting_id
LEFT JOIN plan_person w ON w.plan_id = r.id
LEFT JOIN person p ON p.id = w.person_id
WHERE r.date BETWEEN :since AND :until
GROUP BY r.date, r.id
ORDER BY r.date, r.id
"""

JOBS = """
SELECT p.name, p.handle, j.org, j.department, j.title, j.since, j.until
FROM job j JOIN person p ON p.id = j.person_id
ORDER BY p.name_key, p.id, j.until, j.id
"""

CIRCLES = f"""
SELECT c.name, c.cadence, (SELECT count(*) FROM person p WHERE p.circle_id = c.id AND {ACTIVE}), c.description
FROM circle c
ORDER BY c.id
"""


class ExportTable(NamedTuple):
    """A statement, the names of its columns, and what is in them.

    `day` is the column that a span of days is about, None for what has no day of its own; `several` are the
    columns of joined values, `yes_or_no` those of yes and no.
    """

    statement: str
    columns: tuple[str, ...]
    day: str | None = None
    several: tuple[str, ...] = ()
    yes_or_no: tuple[str, ...] = ()


TABLES = {
    "meetings": ExportTable(
        MEETINGS,
        ("uid", "date", "kind", "human", "minutes", "place", "event", "people", "handles", "summary",
         "fleeting", "ref"),
        "date", several=("people", "handles"), yes_or_no=("human",),
    ),
    "commonalities": ExportTable(
        COMMONALITIES, ("person", "handle", "topic", "found_on", "meeting", "detail", "ref"), "found_on"
    ),
    "topics": ExportTable(TOPICS, ("topic", "people", "first_found", "last_found", "interested")),
    "interests": ExportTable(
        INTERESTS, ("person", "handle", "topic", "noted_on", "meeting", "ref"), "noted_on"
    ),
    "notes": ExportTable(NOTES, ("person", "handle", "date", "about", "text", "meeting", "uid", "ref"), "date"),
    "favors": ExportTable(
        FAVORS,
        ("person", "handle", "date", "direction", "text", "thanked_on", "thanked_how", "thanks", "meeting", "ref"),
        "date",
    ),
    "followups": ExportTable(
        FOLLOWUPS,
        ("number", "person", "handle", "whose", "text", "promised_on", "due_on", "status", "closed_on",
         "meeting", "ref"),
        "promised_on",
    ),
    "requests": ExportTable(
        REQUESTS, ("person", "handle", "asked_on", "text", "answer", "answered_on", "reply", "ref"), "asked_on"
    ),
    "introductions": ExportTable(
        INTRODUCTIONS, ("a", "a_handle", "b", "b_handle", "date", "outcome", "because", "ref"), "date"
    ),
    "strains": ExportTable(
        STRAINS, ("person", "handle", "since", "text", "repaired_on", "repair", "points", "ref"), "since"
    ),
    "events": ExportTable(
        EVENTS, ("event", "date", "until", "place", "host", "goal", "meetings", "uid", "ref"), "date"
    ),
    "ties": ExportTable(TIES, ("a", "a_handle", "word", "b", "b_handle", "back", "ref")),
    "plans": ExportTable(
        PLANS,
        ("on", "at", "people", "handles", "kind", "place", "event", "text", "status", "closed_on", "meeting", "uid",
         "ref"),
        "on", several=("people", "handles"),
    ),
    "jobs": ExportTable(JOBS, ("person", "handle", "org", "department", "title", "since", "until")),
    "circles": ExportTable(CIRCLES, ("circle", "cadence", "people", "description")),
}  # fmt: skip


def _rows(
    db: sqlite3.Connection, table: ExportTable, *, joint: str, yes: str | int, no: str | int, today: str,
    since: str | None = None, until: str | None = None,
) -> sqlite3.Cursor:  # fmt: skip
    """The rows of a table, one after the other; days are ISO text, and a span includes both its ends."""
    return db.execute(
        table.statement,
        {
            "joint": joint, "yes": yes, "no": no, "today": today,
            # Before and after every ISO date there is.
            "since": since or "", "until": until or "~",
        },
    )  # fmt: skip


NAMES = ("people", *TABLES)
JOINT = "; "


class TableExport(NamedTuple):
    """A table's columns and its rows, to be read once while the journal is open."""

    columns: Sequence[str]
    rows: Iterable[Sequence[object]]


def named(what: str, others: Iterable[str]) -> str:
    """The export of that name, a table or one of the others; raises UnknownWord."""
    return one_of(what, (*NAMES, *others), "table")


def build(
    db: sqlite3.Connection, today: date, what: str, since: str | None, until: str | None, *, cells: bool
) -> TableExport:
    """The table of that name, as cells of CSV or as values.

    Raises UnknownWord, NoDayOfItsOwn or BackwardSpan.
    """
    name = one_of(what, NAMES, "table")
    first, last = _span(today, since, until)
    if name == "people":
        if first or last:
            raise NoDayOfItsOwn(name)
        from netbook.reports import people

        return TableExport(people.PersonRow._fields, people.everybody(db, today))
    table = TABLES[name]
    if table.day is None and (first or last):
        raise NoDayOfItsOwn(name)
    day = today.isoformat()
    if cells:
        result = _rows(db, table, joint=JOINT, yes="true", no="false", today=day, since=first, until=last)
        return TableExport(table.columns, result)
    # A name is one line, so that lines keep several apart.
    result = _rows(db, table, joint="\n", yes=1, no=0, today=day, since=first, until=last)
    return TableExport(table.columns, _values(table, result))


def _span(today: date, since: str | None, until: str | None) -> tuple[str | None, str | None]:
    first, last = given_span(since, until, today)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _values(table: ExportTable, rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    """The rows with yes and no as such, and several values as lists."""
    several = [table.columns.index(name) for name in table.several]
    yes_or_no = [table.columns.index(name) for name in table.yes_or_no]
    for row in rows:
        values = list(row)
        for place in several:
            values[place] = str(values[place]).split("\n") if values[place] else []
        for place in yes_or_no:
            values[place] = bool(values[place])
        yield values
