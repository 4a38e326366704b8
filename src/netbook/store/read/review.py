"""Read what happened in a span of days, and the state on its last day."""

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from netbook.core.periods import Period, Span, year_up_to
from netbook.core.vocabulary import LIVE
from netbook.store.standing import KNOWN, in_touch

_LIVE = ", ".join(f"'{kind}'" for kind in LIVE)
_IN_PERSON = f"m.human = 1 AND m.kind NOT IN ({_LIVE})"
_IN_TOUCH = in_touch(":last")

# A meeting without a fleeting conversation always has somebody at it.
MEETINGS = f"""
SELECT count(*) FILTER (WHERE known AND {_IN_PERSON}), count(*) FILTER (WHERE known AND m.kind IN ({_LIVE})),
  count(*) FILTER (WHERE known AND m.human = 0),
  total(m.minutes) FILTER (WHERE known AND m.human = 1), total(m.minutes) FILTER (WHERE known AND {_IN_PERSON}),
  count(*) FILTER (WHERE m.fleeting)
FROM (
  SELECT human, kind, minutes, fleeting IS NOT NULL AS fleeting,
    CASE WHEN fleeting IS NULL THEN 1
      ELSE EXISTS (SELECT 1 FROM attendance a WHERE a.meeting_id = meeting.id) END AS known
  FROM meeting WHERE date BETWEEN :first AND :last) AS m
"""
FLEETING = """
SELECT fleeting FROM meeting WHERE date BETWEEN :first AND :last AND fleeting IS NOT NULL ORDER BY date, id
"""
EVERYBODY = f"""
SELECT p.id, p.circle_id, p.org, NOT {_IN_TOUCH},
  (SELECT group_concat(date) FROM (SELECT a.date FROM attendance a
    WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :last ORDER BY a.date DESC LIMIT :most))
FROM person p WHERE {KNOWN}
"""
CONTACTS = """
SELECT p.circle_id, p.org,
  (SELECT count(*) FROM attendance a
   WHERE a.person_id = p.id AND a.human = 1 AND a.date BETWEEN :first AND :last),
  (SELECT count(*) FROM attendance a
   WHERE a.person_id = p.id AND a.human = 1 AND a.date BETWEEN :since AND :until)
FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value
"""
SCREEN = f"""
SELECT p.name FROM (
  SELECT a.person_id FROM meeting m CROSS JOIN attendance a ON a.meeting_id = m.id
  WHERE m.date BETWEEN :first AND :last AND m.kind IN ({_LIVE})
  EXCEPT SELECT a.person_id FROM meeting m CROSS JOIN attendance a ON a.meeting_id = m.id
  WHERE m.date BETWEEN :year_ago AND :last AND {_IN_PERSON}) AS seen
CROSS JOIN person p ON p.id = seen.person_id
WHERE {_IN_TOUCH} ORDER BY p.name_key, p.id
"""
ANYBODY = f"SELECT EXISTS (SELECT 1 FROM person p WHERE {KNOWN})"
CIRCLES = f"""
SELECT c.id, c.name, EXISTS (SELECT 1 FROM person p WHERE p.circle_id = c.id AND {_IN_TOUCH})
FROM circle c ORDER BY c.id
"""
# One look at all favours tells what was given and received, thanked for, and owed thanks on the last day.
FAVORS = f"""
SELECT f.direction, p.name, f.text, f.date BETWEEN :first AND :last, f.thanked_on BETWEEN :first AND :last,
  f.thanked_how IN ('note', 'card'),
  f.direction = 'got' AND f.date <= :last AND (f.thanked_on IS NULL OR f.thanked_on > :last) AND {_IN_TOUCH}
FROM favor f CROSS JOIN person p ON p.id = f.person_id
WHERE f.date <= :last AND (f.date >= :first OR f.thanked_on >= :first OR f.direction = 'got' AND f.thanked_on IS NULL)
ORDER BY f.date, f.id
"""
COMMON = "SELECT count(*) FROM commonality WHERE found_on BETWEEN :first AND :last"
INTRODUCTIONS = """
SELECT a.name, b.name FROM introduction i JOIN person a ON a.id = i.a_id JOIN person b ON b.id = i.b_id
WHERE i.date BETWEEN :first AND :last AND i.outcome <> 'declined' ORDER BY i.date, i.id
"""
# A promise without a date is kept in time whenever it is kept.
PROMISES = f"""
SELECT f.whose,
  count(*) FILTER (WHERE f.status = 'done' AND f.closed_on BETWEEN :first AND :last
    AND (f.due_on IS NULL OR f.closed_on <= f.due_on)),
  count(*) FILTER (WHERE f.status = 'done' AND f.closed_on BETWEEN :first AND :last AND f.closed_on > f.due_on),
  count(*) FILTER (WHERE f.status = 'dropped' AND f.closed_on BETWEEN :first AND :last),
  count(*) FILTER (WHERE f.promised_on <= :last AND (f.closed_on IS NULL OR f.closed_on > :last) AND {_IN_TOUCH}),
  count(*) FILTER (WHERE f.promised_on <= :last AND (f.closed_on IS NULL OR f.closed_on > :last) AND {_IN_TOUCH}
    AND f.due_on < :last)
FROM followup f CROSS JOIN person p ON p.id = f.person_id
WHERE f.closed_on IS NULL OR f.closed_on >= :first GROUP BY f.whose
"""
STRAINS = f"""
SELECT p.name, s.since BETWEEN :first AND :last, s.repaired_on BETWEEN :first AND :last,
  (s.repaired_on IS NULL OR s.repaired_on > :last) AND {_IN_TOUCH}
FROM strain s JOIN person p ON p.id = s.person_id WHERE s.since <= :last ORDER BY s.since, s.id
"""
DAYS = f"""
SELECT p.id,
  (SELECT group_concat(date)
   FROM (SELECT DISTINCT a.date FROM attendance a
         WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :last
         ORDER BY a.date DESC LIMIT :most))
FROM json_each(:people) AS wanted CROSS JOIN person p ON p.id = wanted.value WHERE {_IN_TOUCH}
"""
NAMES = "SELECT p.name FROM json_each(?) AS wanted CROSS JOIN person p ON p.id = wanted.value"


class Meetings(NamedTuple):
    """Meetings by how people met, the minutes noted of human contact, in all and in person, and fleeting encounters."""

    in_person: int
    live: int
    written: int
    minutes: int
    minutes_in_person: int
    fleeting: int


class ReviewCircle(NamedTuple):
    """A circle and whether anybody is in it."""

    id: int
    name: str
    has_people: bool


class ReviewFavor(NamedTuple):
    """A favour given (`gave`) or received (`got`), and what of it belongs to the span."""

    direction: str
    person: str
    text: str
    done: bool
    thanked: bool
    by_hand: bool
    owed: bool


class Promises(NamedTuple):
    """Promises that ended in the span, and those that were open on its last day, with those of them overdue."""

    in_time: int = 0
    late: int = 0
    dropped: int = 0
    open: int = 0
    overdue: int = 0


class ReviewStrain(NamedTuple):
    """A strain: whether it opened or was repaired in the span, and whether it was open on its last day."""

    person: str
    opened: bool
    repaired: bool
    open: bool


def meetings(db: sqlite3.Connection, span: Span) -> Meetings:
    """The meetings with anybody in the journal, counted, and those with somebody who gave no name."""
    return Meetings(*map(int, db.execute(MEETINGS, _days(span)).fetchone()))


def anybody(db: sqlite3.Connection) -> bool:
    """Whether there is anybody in the journal."""
    return bool(db.execute(ANYBODY).fetchone()[0])


def fleeting(db: sqlite3.Connection, span: Span) -> list[str]:
    """Conversations with people who gave no name."""
    return [text for (text,) in db.execute(FLEETING, _days(span))]


def everybody(
    db: sqlite3.Connection, last: date, most: int
) -> Iterator[tuple[int, int | None, str | None, int, str | None]]:
    """Everybody: number, circle, organisation, whether you have parted, and the days of contact, if any.

    The days are the latest so many up to the last, joined by commas, the latest first; one may come twice.
    """
    return db.execute(EVERYBODY, {"last": last.isoformat(), "most": most})


def contacts(
    db: sqlite3.Connection, people: Collection[int], period: Period
) -> list[tuple[int | None, str | None, int, int]]:
    """Circle and organisation of each of these people, and their human contacts of now and of before."""
    since, until = period.before
    values = {"people": _array(people), "since": since.isoformat(), "until": until.isoformat()}
    return db.execute(CONTACTS, {**values, **_days(period.now)}).fetchall()


def days_of(db: sqlite3.Connection, people: Collection[int], last: date, most: int) -> list[tuple[int, str]]:
    """For those of these people whom you have not parted from, the latest so many days as `everybody` has them."""
    values = {"people": _array(people), "last": last.isoformat(), "most": most}
    return db.execute(DAYS, values).fetchall()


def names(db: sqlite3.Connection, people: Collection[int]) -> list[str]:
    """The names of these people, in their order."""
    return [name for (name,) in db.execute(NAMES, (_array(people),))]


def only_on_a_screen(db: sqlite3.Connection, span: Span) -> list[str]:
    """Whom you called or saw by video, and did not meet in person in the span or the year up to its end."""
    year_ago = min(span.first, year_up_to(span.last)).isoformat()
    return [name for (name,) in db.execute(SCREEN, {**_days(span), "year_ago": year_ago})]


def circles(db: sqlite3.Connection, span: Span) -> list[ReviewCircle]:
    """Every circle, in the order in which they were made."""
    return [ReviewCircle(*row) for row in db.execute(CIRCLES, {"last": span.last.isoformat()})]


def favors(db: sqlite3.Connection, span: Span) -> list[ReviewFavor]:
    """Favours done or thanked for in the span, or owed thanks on its last day, the oldest first."""
    return [
        ReviewFavor(
            direction=direction,
            person=person,
            text=text,
            done=bool(done),
            thanked=bool(thanked),
            by_hand=bool(by_hand),
            owed=bool(owed),
        )
        for direction, person, text, done, thanked, by_hand, owed in db.execute(FAVORS, _days(span))
    ]


def found_in_common(db: sqlite3.Connection, span: Span) -> int:
    """How many points of connection were found, each topic with each person."""
    return int(db.execute(COMMON, _days(span)).fetchone()[0])


def introductions(db: sqlite3.Connection, span: Span) -> list[tuple[str, str]]:
    """Pairs of people who were introduced to each other, or to whom it was offered."""
    return db.execute(INTRODUCTIONS, _days(span)).fetchall()


def promises(db: sqlite3.Connection, span: Span) -> dict[str, Promises]:
    """Promises by whose they are, `mine` and `theirs`."""
    return {whose: Promises(*counts) for whose, *counts in db.execute(PROMISES, _days(span))}


def strains(db: sqlite3.Connection, span: Span) -> list[ReviewStrain]:
    """Every strain up to the last day, the oldest first."""
    return [
        ReviewStrain(name, bool(opened), bool(repaired), bool(left))
        for name, opened, repaired, left in db.execute(STRAINS, _days(span))
    ]


def _days(span: Span) -> dict[str, str]:
    return {"first": span.first.isoformat(), "last": span.last.isoformat()}


def _array(people: Collection[int]) -> str:
    # A list of numbers is JSON as it stands; json would be one more module to load.
    return str(list(people))
