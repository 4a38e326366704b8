"""Whether somebody is active, paused or parted on a day, and when the last human contact with them was.

`store.standing` says the same in SQL. Days are ISO texts, which compare as days do.
"""

from collections.abc import Iterable
from typing import Literal

Status = Literal["active", "paused", "parted"]


def status(parted_on: str | None, paused_on: str | None, paused_until: str | None, day: str) -> Status:
    """What somebody is on a day: parting begins on its day, a pause includes its first and its last day."""
    if parted_on is not None and parted_on <= day:
        return "parted"
    if paused_on is not None and paused_on <= day and (paused_until is None or paused_until >= day):
        return "paused"
    return "active"


def last_contact(contacts: Iterable[str], told: str | None, day: str) -> str | None:
    """The latest day of human contact up to a day: from the meetings, or as the journal's owner told it."""
    days = [each for each in (*contacts, told) if each is not None and each <= day]
    return max(days, default=None)
