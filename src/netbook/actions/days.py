"""Parse days as the user writes them."""

from __future__ import annotations

from datetime import date

from netbook.core.dates import parse_day
from netbook.core.text import quoted
from netbook.errors import FutureDate


def past_day(text: str | None, today: date) -> date:
    """The day that the text names, or today without a text; raises FutureDate for a future day."""
    if text is None:
        return today
    day = parse_day(text, today, "past")
    if day > today:
        raise FutureDate(quoted(text), day.isoformat())
    return day
