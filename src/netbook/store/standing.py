"""Who is active, paused or parted on a day, and when the last human contact was: as SQL on a row `p` of person.

`core.standing` says the same in Python. The owner's own card is nobody the journal speaks of. `day` is the
parameter that holds the day.
"""


def in_touch(day: str = ":today") -> str:
    """Whether somebody is not parted by that day; a pause is no parting."""
    return f"(p.me = 0 AND (p.parted_on IS NULL OR p.parted_on > {day}))"


def active(day: str = ":today") -> str:
    """Whether somebody is neither parted nor paused on that day."""
    over = f"(p.paused_until IS NOT NULL AND p.paused_until < {day})"
    return f"({in_touch(day)} AND (p.paused_on IS NULL OR p.paused_on > {day} OR {over}))"


def status(day: str = ":today") -> str:
    """Somebody's status on that day: active, paused or parted."""
    return f"CASE WHEN p.parted_on <= {day} THEN 'parted' WHEN {active(day)} THEN 'active' ELSE 'paused' END"


def last_meeting(day: str = ":today") -> str:
    """The day of the last meeting in person or live up to that day: the one kept, unless that is a later one."""
    return f"""CASE WHEN p.last_met_on > {day} THEN (SELECT a.date FROM attendance a
    WHERE a.person_id = p.id AND a.human = 1 AND a.date <= {day} ORDER BY a.date DESC LIMIT 1)
    ELSE p.last_met_on END"""


def last_contact(day: str = ":today") -> str:
    """The day of the last human contact: the last meeting, or a later day that the journal's owner told."""
    return f"""nullif(max(coalesce({last_meeting(day)}, ''),
    coalesce(CASE WHEN p.last_contact_on <= {day} THEN p.last_contact_on END, '')), '')"""


# What `person.last_met_on` keeps: of that row, the day of the last meeting in person or live, also a coming one.
LATEST_MEETING = "(SELECT max(date) FROM attendance WHERE person_id = person.id AND human = 1)"

# The pace somebody is met at, a cadence or the number of a circle, and the last contact of all, '' for none: as the
# index person_due has them.
PACE = "coalesce(p.cadence, p.circle_id)"
CONTACT = "max(coalesce(p.last_met_on, ''), coalesce(p.last_contact_on, ''))"

# Somebody the journal speaks of, active or not.
KNOWN = "p.me = 0"
ACTIVE = active()
IN_TOUCH = in_touch()
STATUS = status()
LAST_CONTACT = last_contact()

# The day from which the cadence of somebody never met runs.
START = "coalesce(p.start_on, p.added_on)"

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
