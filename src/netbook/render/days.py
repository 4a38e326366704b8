"""Days in words."""

from __future__ import annotations

from datetime import date

from netbook.core.dates import long_day, short_day, terse_day
from netbook.core.text import counted

__all__ = ["late", "long_day", "short_day", "terse_day", "within"]


def late(days: int) -> str:
    """How late something is: "due today", "1 day late", "in 3 days"."""
    if days > 0:
        return f"{counted(days, 'day')} late"
    return "due today" if days == 0 else f"in {counted(-days, 'day')}"


def within(day: date, today: date) -> str:
    """A coming day with its name in the week ahead: "today", "tomorrow", "Wednesday 25 November"."""
    ahead = (day - today).days
    return {0: "today", 1: "tomorrow"}.get(ahead, long_day(day, today))
