"""Evidence of meetings that nobody has confirmed yet."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from netbook.store.read import columns

_PEOPLE = """(SELECT group_concat({column}, char(10)) FROM (
    SELECT p.id, p.name, p.handle FROM proposal_person w JOIN person p ON p.id = w.person_id
    WHERE w.proposal_id = q.id ORDER BY p.name_key, p.id))"""
OPEN = f"""
SELECT q.id, q.key, q.source, q.series, q.date, q.at, q.kind, q.minutes, q.place, q.summary, q.coming,
  {_PEOPLE.format(column="name")}, {_PEOPLE.format(column="handle")}, {_PEOPLE.format(column="id")}
FROM proposal q WHERE q.answer = 'open' ORDER BY q.coming, q.date DESC, q.at DESC, q.id
"""


KEPT = "SELECT key FROM proposal WHERE key IN (SELECT value FROM json_each(?))"


def kept_evidence(db: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    """Which of these are evidence that was kept before, answered or not."""
    return {key for (key,) in db.execute(KEPT, (json.dumps(list(keys)),))}


class OpenProposal(NamedTuple):
    """What may have been a meeting, or may become one, and with whom."""

    id: int
    key: str
    source: str
    series: str | None
    on: date
    at: str | None
    kind: str
    minutes: int | None
    place: str | None
    summary: str | None
    coming: bool
    people: tuple[str, ...]
    handles: tuple[str, ...]
    person_ids: tuple[int, ...]


def open_proposals(db: sqlite3.Connection) -> Iterator[OpenProposal]:
    """All that is open: what may have taken place, the latest first, then what is to come."""
    for row in map(OpenProposal._make, db.execute(OPEN)):
        yield row._replace(
            on=date.fromisoformat(str(row.on)),
            coming=bool(row.coming),
            people=columns.lines(row.people),
            handles=columns.lines(row.handles),
            person_ids=tuple(map(int, columns.lines(row.person_ids))),
        )
