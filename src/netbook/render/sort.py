"""A round that sorts people, on a screen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netbook.actions.sort import SortOutcome
from netbook.core.starter import to_you, work
from netbook.render.days import short_day
from netbook.render.people_changes import first_contacts
from netbook.render.text import Screen, clip, counted, glued, visible
from netbook.reports.heap import HeapCard

LONGEST_NOTE = 120


def legend(keys: Mapping[str, str], screen: Screen) -> str:
    """The keys and what they do."""
    names = [f"{key} {visible(name)}" for key, name in keys.items()]
    parts = [glued(part) for part in (*names, "- none", "space later", "u back", "q end")]
    return screen.wrap("", " · ".join(parts), "dim")


def card(person: HeapCard, place: int, total: int, today: date, screen: Screen) -> str:
    """Somebody to decide about: who they are, and what there was so far."""
    lead = f"{place} of {total}  "
    indent = " " * len(lead)
    name = f"{visible(person.name)} ({person.handle})"
    lines = [screen.wrap(lead, name, "name")]
    at = ", ".join(visible(part) for part in (work(person.title, person.org), person.place) if part)
    lines += [screen.wrap(indent, part) for part in (at, visible(_history(person, today))) if part]
    if person.note:
        lines.append(screen.wrap(indent, clip(visible(to_you(person.note)), LONGEST_NOTE), "dim"))
    return "\n".join(lines)


def _history(person: HeapCard, today: date) -> str:
    parts = []
    if person.met and person.last_met:
        times = {1: "once", 2: "twice"}.get(person.met, f"{person.met} times")
        parts.append(f"met {times}, last on {short_day(date.fromisoformat(person.last_met), today)}")
    if person.written:
        parts.append(f"wrote {counted(person.written, 'time')}")
    if person.topics:
        parts.append(f"in common: {person.topics}")
    if person.known_since:
        parts.append(f"known since {short_day(date.fromisoformat(person.known_since), today)}")
    if person.how_met:
        parts.append(person.how_met)
    return "; ".join(parts)


def outcome(done: SortOutcome, today: date, screen: Screen) -> str:
    """What a round did, what is left, and when first contacts are due."""
    where = [f"{count:,} {visible(name)}" for name, count in done.circles]
    head = f"Sorted {done.sorted:,}" + (f": {', '.join(where)}" if where else "")
    parts = [head]
    if done.later:
        parts.append(f"{done.later:,} for later")
    parts.append(f"{done.left:,} not decided about" if done.left else "nobody is left to decide about")
    lines = [screen.wrap("", "; ".join(parts), indent=2)]
    if done.first_contacts:
        lines.append(screen.wrap("", first_contacts(done.first_contacts, today), indent=2))
    if done.left:
        lines.append("  go on: netbook sort")
    return "\n".join(lines)
