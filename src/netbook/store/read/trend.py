"""Read how many meetings there were in each month or on each day, by kind of contact."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netbook.core.periods import Span
from netbook.core.vocabulary import LIVE

_LIVE = ", ".join(f"'{kind}'" for kind in LIVE)
_KINDS = f"""count(*) FILTER (WHERE m.human = 1 AND m.kind NOT IN ({_LIVE})),
  count(*) FILTER (WHERE m.kind IN ({_LIVE})),
  count(*) FILTER (WHERE m.human = 0)"""
_FITS = """(:circle IS NULL OR p.circle_id = :circle)
      AND (:topic IS NULL OR p.id IN (SELECT person_id FROM commonality WHERE topic_id = :topic))"""

# With nobody in particular: a meeting without a fleeting conversation always has somebody at it, who need
# not be looked for.
ALL = f"""
SELECT substr(m.date, 1, :length), {_KINDS}
FROM meeting m
WHERE m.date BETWEEN :first AND :last
  AND (m.fleeting IS NULL OR EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = m.id))
GROUP BY 1
"""
AMONG = f"""
SELECT substr(m.date, 1, :length), {_KINDS}
FROM meeting m
WHERE m.date BETWEEN :first AND :last AND EXISTS (
  SELECT 1 FROM attendance a JOIN person p ON p.id = a.person_id WHERE a.meeting_id = m.id AND {_FITS})
GROUP BY 1
"""
WITH_ONE = f"""
SELECT substr(m.date, 1, :length), {_KINDS}
FROM person p CROSS JOIN attendance a ON a.person_id = p.id AND a.human IN (0, 1)
CROSS JOIN meeting m ON m.id = a.meeting_id
WHERE p.id = :person AND a.date BETWEEN :first AND :last AND {_FITS}
GROUP BY 1
"""


class TrendScope(NamedTuple):
    """Somebody who fits all of this was there; None where it does not matter."""

    person: int | None = None
    circle: int | None = None
    topic: int | None = None


class KindCounts(NamedTuple):
    """Meetings in person, live at a distance and in writing."""

    in_person: int
    live: int
    written: int


def by_month(db: sqlite3.Connection, span: Span, scope: TrendScope) -> dict[date, KindCounts]:
    """The meetings with anybody in the scope, by the first day of their month; empty months are left out."""
    return {date.fromisoformat(f"{month}-01"): counts for month, counts in _by(7, db, span, scope)}


def by_day(db: sqlite3.Connection, span: Span, scope: TrendScope) -> dict[date, KindCounts]:
    """The meetings with anybody in the scope, by their day; days without any are left out."""
    return {date.fromisoformat(day): counts for day, counts in _by(10, db, span, scope)}


def _by(
    length: int, db: sqlite3.Connection, span: Span, scope: TrendScope
) -> Iterator[tuple[str, KindCounts]]:
    """The counts by so many letters of the ISO date."""
    among = ALL if scope == TrendScope() else AMONG
    statement = among if scope.person is None else WITH_ONE
    days = {"first": span.first.isoformat(), "last": span.last.isoformat()}
    for period, *counts in db.execute(statement, {"length": length, **days, **scope._asdict()}):
        yield period, KindCounts(*counts)
