"""Where somebody stands on a day: each rule as a fragment of SQL, and where Python needs it, in Python.

In a fragment `p` is the person's row and `:today` the day as ISO text.
"""

from __future__ import annotations

# Everybody but yourself.
OTHERS = "p.me = 0"

# Somebody the journal speaks of: neither parted nor paused on that day.
ACTIVE = f"""{OTHERS} AND (p.parted_on IS NULL OR p.parted_on > :today)
  AND (p.paused_on IS NULL OR p.paused_on > :today OR p.paused_until < :today)"""

# The day from which the cadence of somebody never met runs.
START = "coalesce(p.start_on, p.added_on)"

# The day of the last human contact, or the one that was said of a time before the journal, whichever is later.
LAST_CONTACT = """nullif(max(
    coalesce((SELECT a.date FROM attendance a
      WHERE a.person_id = p.id AND a.human = 1 AND a.date <= :today ORDER BY a.date DESC LIMIT 1), ''),
    CASE WHEN p.last_contact_on <= :today THEN p.last_contact_on ELSE '' END), '')"""

# An open strain, an open plan: whoever has one is not also to be reached.
STRAINED = "p.id IN (SELECT person_id FROM strain WHERE repaired_on IS NULL AND since <= :today)"
PLANNED = "p.id IN (SELECT w.person_id FROM plan JOIN plan_person w ON w.plan_id = plan.id WHERE plan.status = 'open')"

# The meeting of the first human contact, by day and then by number.
FIRST_MEETING = """(SELECT f.meeting_id FROM attendance f
  WHERE f.person_id = p.id AND f.human = 1 AND f.date <= :today ORDER BY f.date, f.meeting_id LIMIT 1)"""


def known_before(day: str) -> str:
    """Whether something says that they were known before that day, which is a column or a parameter."""
    return f"(p.known_since < {day} OR p.last_contact_on < {day}) IS TRUE"


def second_contact(meeting: str, day: str) -> str:
    """Whether there was a contact after the first one, a written one too; `meeting` and `day` are the first's."""
    return f"""EXISTS (SELECT 1 FROM attendance s
  WHERE s.person_id = p.id AND s.human IN (0, 1) AND s.date BETWEEN {day} AND :today AND s.meeting_id <> {meeting})"""


def last_contact(met: str | None, said: str | None, today: str) -> str | None:
    """The day of the last contact: of the last meeting in human contact, or the one said, whichever is later."""
    days = [day for day in (met, said) if day and day <= today]
    return max(days, default=None)
