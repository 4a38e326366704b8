"""Changes to people, in a line or two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netbook.actions.card import RegionOfNumbers
from netbook.actions.fleeting import Recognised
from netbook.actions.people import Added, Changed, FactChange, Paused, Resumed
from netbook.actions.starts import FirstContacts
from netbook.render.days import long_day, short_day
from netbook.render.text import Screen, counted, pad, visible

LABEL = 13


def added(person: Added, screen: Screen) -> str:
    """Who was added, with which values, and how to give them a cadence if they have none."""
    head = f"Added: {visible(person.name)} ({person.handle})"
    if person.circle:
        head += f", {visible(person.circle)}"
    if person.cadence not in (None, "none"):
        head += f", every {person.cadence}"
    lines = _with_facts(head, person.facts, screen) + _also(person, screen)
    if person.cadence is None:
        lines.append(f"  no cadence yet: netbook edit {person.handle} --circle peers")
    return "\n".join(lines)


def named(person: Changed) -> str:
    """Somebody by name and handle."""
    return f"{visible(person.name)} ({person.handle})"


def changed(person: Changed, screen: Screen) -> str:
    """Who was changed, and their new values."""
    lines = _with_facts(f"Changed: {visible(person.name)} ({person.handle})", person.changes, screen)
    return "\n".join(lines + _also(person, screen))


def card(done: Added | Changed, screen: Screen) -> str:
    """The owner's own card, and its new values."""
    facts = done.changes if isinstance(done, Changed) else done.facts
    return "\n".join(_with_facts(f"Your card: {visible(done.name)}", facts, screen))


def region(done: RegionOfNumbers) -> str:
    """The region of telephone numbers without a country."""
    return f"Telephone numbers without a country: {done.region or 'as they are written'}"


def first_contacts(spread: FirstContacts, today: date) -> str:
    """The first and last day of spread first contacts."""
    span = f"{short_day(spread.first, today)} to {short_day(spread.last, today)}"
    return f"{counted(spread.people, 'first contact is', 'first contacts are')} spread from {span}"


def _with_facts(head: str, parts: Sequence[FactChange], screen: Screen) -> list[str]:
    facts = [screen.wrap(f"  {pad(one.what, LABEL)}  ", visible(_plainly(one))) for one in parts]
    return [screen.wrap("", head, indent=2), *facts]


def _also(person: Added | Changed, screen: Screen) -> list[str]:
    """Others with the same address, and what to do if they are the same person."""
    return [
        screen.wrap(
            f"  {pad('same address', LABEL)}  ",
            f"{visible(name)} ({handle}); if they are one: netbook merge {handle} {person.handle}",
        )
        for handle, name in person.also
    ]


def _plainly(change: FactChange) -> str:
    """A value as people read it: a birthday without its year as day and month."""
    if change.what == "birthday" and change.now and change.now.startswith("--"):
        day = date.fromisoformat(f"2000{change.now[1:]}")
        return short_day(day, day)
    return change.now or "none"


def recognised(met: Recognised, today: date, screen: Screen) -> str:
    """The encounter that turned out to be with them, and whether it counts as contact."""
    where = ", ".join(filter(None, (met.event, met.place)))
    line = f"{met.kind} on {long_day(met.on, today)}{f', at {where}' if where else ''}"
    uncounted = "" if met.human else " (written: no human contact)"
    return screen.wrap(f"  {pad('met', LABEL)}  ", f"{visible(line)}: {visible(met.text)}{uncounted}")


def paused(person: Paused, today: date) -> str:
    """Who is paused, and until when."""
    until = (
        f"until {long_day(person.until, today)}" if person.until else f"until netbook resume {person.handle}"
    )
    return f"Paused: {visible(person.name)} ({person.handle}), {until}"


def resumed(person: Resumed, today: date) -> str:
    """Who was resumed, since when they were parted from, or that they were never away."""
    who = f"{visible(person.name)} ({person.handle})"
    if person.parted_on:
        was = "parted since" if person.parted_on <= today else "who was to be parted from on"
        return f"Resumed: {who}, {was} {long_day(person.parted_on, today)}; due lists them again"
    return f"Resumed: {who}" if person.was_paused else f"{who} is neither paused nor parted"
