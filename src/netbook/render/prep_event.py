"""The brief for an event on a screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netbook.render.days import late, long_day, short_day
from netbook.render.text import Screen, counted, glued, pad, visible
from netbook.reports.prep_event import EventBrief, KnownGuest, NewGuest

LABEL = 14
SHOWN = 10  # people of a part on a terminal


def text(brief: EventBrief, today: date, screen: Screen) -> str:
    """The event and its goal, whom you know there, whom to meet, whom to bring together."""
    days = long_day(brief.starts_on, today)
    if brief.ends_on != brief.starts_on:
        days += f" to {long_day(brief.ends_on, today)}"
    place = visible(brief.place) if brief.place else None
    name = visible(brief.event)
    title = screen.wrap("", " · ".join([name, days, *([place] if place else [])]), indent=2)
    lines = [title.replace(name, screen.style(name, "name"), 1), ""]
    if brief.goal:
        so_far = f", {brief.new:,} so far" if brief.new else ""
        lines.append(screen.wrap(pad("Goal", LABEL), f"{counted(brief.goal, 'new connection')}{so_far}"))
    if not brief.expected:
        hint = f'netbook event "{visible(brief.event)}" --on {brief.starts_on.isoformat()} --with WHO'
        lines.append(screen.wrap(pad("Expected", LABEL), f"nobody is noted yet: {hint}", "dim"))
    lines += _part("You know", [_known(row, today) for row in brief.known], screen)
    lines += _part("Meet", [_unknown(row) for row in brief.unknown], screen)
    introduce = [
        f"{glued(visible(row.a))} and {glued(visible(row.b))}: {visible(row.because)}"
        for row in brief.introduce
    ]
    return "\n".join([*lines, *_part("Introduce", introduce, screen)])


def _part(label: str, rows: Sequence[str], screen: Screen) -> list[str]:
    shown = rows if screen.width is None else rows[:SHOWN]
    lines = [screen.wrap(pad("" if place else label, LABEL), row) for place, row in enumerate(shown)]
    if len(shown) < len(rows):
        lines.append(screen.wrap(" " * LABEL, f"… and {len(rows) - len(shown):,} more", "dim"))
    return lines


def _known(row: KnownGuest, today: date) -> str:
    parts = list(map(visible, row.open))
    if row.days_overdue is not None and row.days_overdue > 0:
        parts.append(late(row.days_overdue))
    if row.last_contact:
        parts.append(f"last contact {short_day(row.last_contact, today)}")
    if row.in_common:
        parts.append(f"in common: {visible(', '.join(row.in_common[:3]))}")
    at = f" ({visible(row.org)})" if row.org else ""
    return f"{glued(visible(row.person))}{at}: {'; '.join(parts)}"


def _unknown(row: NewGuest) -> str:
    work = ", ".join(visible(part) for part in (row.title, row.org) if part)
    at = f" ({work})" if work else ""
    because = f": {visible('; '.join(row.because))}" if row.because else ""
    return f"{glued(visible(row.person))}{at}{because}"
