"""Which automatic backups are kept, and why: close together while they are new, further apart as they age."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

EVERY = timedelta(days=2)  # up to this age every backup is kept,
DAILY = timedelta(days=14)  # then one a day,
WEEKLY = timedelta(days=60)  # then one a week; after that one a month, for good


def reasons(made: Sequence[datetime], now: datetime) -> list[str | None]:
    """Why each backup is kept, None for one that is not; they come newest first.

    A clock that was wrong keeps too much rather than too little: what seems to come from the future is new.
    """
    remaining: list[str | None] = []
    seen: set[tuple[str, object]] = set()
    for moment in made:
        reason, period = _period(moment.astimezone(UTC), now - moment)
        new = reason == "the last two days" or (reason, period) not in seen
        seen.add((reason, period))
        remaining.append(reason if new else None)
    return remaining


def _period(moment: datetime, age: timedelta) -> tuple[str, object]:
    """The rule that a backup of this age falls under, and the period of which one is kept."""
    if age < EVERY:
        return "the last two days", None
    if age < DAILY:
        return "the last of its day", moment.date()
    if age < WEEKLY:
        return "the last of its week", moment.isocalendar()[:2]
    return "the last of its month", (moment.year, moment.month)
