"""Read the other sections of the morning report: planned, strained, promised, begun, owed.

Each statement takes the scope of `read.due`.
"""

from typing import NamedTuple

from netbook.store.read.due import WANTED, WITHIN
from netbook.store.standing import ACTIVE, KNOWN

REPAIRS = f"""
SELECT s.person_id, s.since, s.text,
  (SELECT count(*) FROM commonality k
   WHERE k.person_id = s.person_id AND k.found_on BETWEEN s.since AND :today),
  (SELECT group_concat(name, ', ') FROM (
    SELECT t.name FROM commonality k JOIN topic t ON t.id = k.topic_id
    WHERE k.person_id = s.person_id AND k.found_on BETWEEN s.since AND :today ORDER BY k.found_on, k.id)),
  s.id
FROM strain s JOIN person p ON p.id = s.person_id
WHERE s.repaired_on IS NULL AND s.since <= :today AND {WANTED}
ORDER BY s.since, p.name_key, s.id
"""

PLANS = f"""
SELECT plan.id, plan.date, plan.at, plan.kind, plan.place, e.name, plan.text,
  (SELECT group_concat(person_id) FROM (
    SELECT w.person_id FROM plan_person w JOIN person p ON p.id = w.person_id
    WHERE w.plan_id = plan.id ORDER BY p.name_key, p.id))
FROM plan LEFT JOIN event e ON e.id = plan.event_id
WHERE plan.status = 'open' AND plan.date <= :horizon AND EXISTS (
  SELECT 1 FROM plan_person w JOIN person p ON p.id = w.person_id WHERE w.plan_id = plan.id AND {WITHIN})
ORDER BY plan.date, plan.at IS NULL, plan.at, plan.id
"""

REQUESTS = f"""
SELECT q.id, q.person_id, q.asked_on, q.text
FROM request q JOIN person p ON p.id = q.person_id
WHERE q.answer = 'pending' AND q.asked_on BETWEEN :first AND :last AND {WANTED}
ORDER BY q.asked_on, p.name_key, q.id
"""

# The two of an introduction: a row for the pair where either is wanted.
OFFERED = f"""
SELECT i.id, i.a_id, i.b_id, i.date, i.because
FROM introduction i
WHERE i.outcome = 'offered' AND i.date BETWEEN :first AND :last
  AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id IN (i.a_id, i.b_id) AND NOT ({ACTIVE}))
  AND EXISTS (SELECT 1 FROM person p WHERE p.id IN (i.a_id, i.b_id) AND {WITHIN})
ORDER BY i.date, i.id
"""

# Of those who introduced somebody: who is still to be thanked for it.
UNTHANKED = f"""
SELECT met.meeting_id, met.date, met.name, p.id
FROM (SELECT json_extract(value, '$[0]') AS meeting_id, json_extract(value, '$[1]') AS date,
        json_extract(value, '$[2]') AS introducer, json_extract(value, '$[3]') AS name
      FROM json_each(:met)) AS met
CROSS JOIN person p ON p.id = met.introducer
WHERE {WANTED}
  AND NOT EXISTS (SELECT 1 FROM introducer_done d WHERE d.meeting_id = met.meeting_id)
  AND NOT EXISTS (SELECT 1 FROM thanks h WHERE h.person_id = p.id AND h.date BETWEEN met.date AND :today)
  AND NOT EXISTS (SELECT 1 FROM favor f WHERE f.person_id = p.id AND f.thanked_on BETWEEN met.date AND :today)
ORDER BY met.date, p.name_key, met.meeting_id
"""

PROMISES = f"""
SELECT f.person_id, f.due_on, f.text, f.whose, f.id
FROM followup f JOIN person p ON p.id = f.person_id
WHERE f.status = 'open' AND f.due_on <= :horizon AND {WANTED}
ORDER BY f.due_on, p.name_key, f.id
"""

UNDATED = f"""
SELECT count(*) FROM followup f JOIN person p ON p.id = f.person_id
WHERE f.status = 'open' AND f.due_on IS NULL AND {WANTED}
"""

THANKS = f"""
SELECT f.person_id, f.date, f.text, f.id
FROM favor f JOIN person p ON p.id = f.person_id
WHERE f.direction = 'got' AND f.thanked_on IS NULL AND f.date <= :today AND {WANTED}
ORDER BY f.date, p.name_key, f.id
"""

BIRTHDAYS = f"""
SELECT p.id, p.birthday FROM person p
WHERE p.birthday IS NOT NULL AND substr(p.birthday, -5) IN (SELECT value FROM json_each(:days)) AND {WANTED}
  AND NOT (substr(p.birthday, -5) IN (:date, :clamped) AND EXISTS (
    SELECT 1 FROM attendance a WHERE a.person_id = p.id AND a.human IN (0, 1) AND a.date = :today))
ORDER BY p.name_key
"""

EVENTS = """
SELECT id, name, starts_on, ends_on, goal, place,
  EXISTS (SELECT 1 FROM expected x WHERE x.event_id = event.id)
FROM event
WHERE starts_on <= :horizon AND ends_on >= :ended
ORDER BY starts_on, key
"""

TO_CONFIRM = "SELECT count(*) FROM proposal WHERE answer = 'open'"

PEOPLE_COUNT = f"""
SELECT count(*), count(*) FILTER (WHERE {WANTED}),
  count(coalesce(p.cadence, c.cadence)) FILTER (WHERE {WANTED})
FROM person p LEFT JOIN circle c ON c.id = p.circle_id WHERE {KNOWN}
"""


class DuePlan(NamedTuple):
    """A plan that is to be kept, or was not logged; `people` are their numbers, joined by commas."""

    number: int
    date: str
    at: str | None
    kind: str
    place: str | None
    event: str | None
    text: str | None
    people: str

    @property
    def person_ids(self) -> list[int]:
        """The numbers of its people, in the order of their names."""
        return [int(number) for number in self.people.split(",")]


class DueEvent(NamedTuple):
    """An event that is to come, is on, or was a few days ago."""

    number: int
    name: str
    starts_on: str
    ends_on: str
    goal: int
    place: str | None
    has_expected: int
