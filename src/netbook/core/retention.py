"""Which automatic backups are kept, and why: close together while they are new, further apart as they age."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

EVERY = timedelta(days=2)  # up to this age every backup is kept,
DAILY = timedelta(days=14)  # then one a day,
WEEKLY = timedelta(days=60)  # then one a week; after that one a month, for good
LATEST = 3  # days with backups, however long ago, of which every one is kept


def reasons(made: Sequence[datetime], now: datetime) -> list[str | None]:
    """Why each backup is kept, None for one that is not; they come newest first.

    A clock that is wrong keeps too much rather than too little: what seems to come from the future is new, and
    where the clock is ahead, so that all seem old, those of the latest days are kept whatever their age.
    """
    moments = [moment.astimezone(UTC) for moment in made]
    latest = list(dict.fromkeys(moment.date() for moment in moments))[:LATEST]
    remaining: list[str | None] = []
    seen: set[tuple[str, object]] = set()
    for moment in moments:
        reason, period = _period(moment, now - moment)
        if period is None or (reason, period) not in seen:
            remaining.append(reason)
        else:
            remaining.append("the last days with backups" if moment.date() in latest else None)
        seen.add((reason, period))
    return remaining


def _period(moment: datetime, age: timedelta) -> tuple[str, object]:
    """The rule for a backup of this age, and the period of which one backup is kept."""
    if age < EVERY:
        return "the last two days", None
    if age < DAILY:
        return "the last of its day", moment.date()
    if age < WEEKLY:
        return "the last of its week", moment.isocalendar()[:2]
    return "the last of its month", (moment.year, moment.month)
