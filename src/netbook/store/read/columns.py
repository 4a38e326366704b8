"""What a column holds as text, as the value it stands for."""

from __future__ import annotations

from datetime import date


def day(value: object) -> date | None:
    """The day a column holds, or None."""
    return date.fromisoformat(str(value)) if value else None


def lines(value: object) -> tuple[str, ...]:
    """The values of a column that holds several, one a line."""
    return tuple(str(value).split("\n")) if value else ()
