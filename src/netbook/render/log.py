"""Everything that was understood of a meeting."""

from __future__ import annotations

from datetime import date

from netbook.actions.logged import Logged, Participant
from netbook.render.days import late, long_day, short_day
from netbook.render.text import Screen, joined, pad, visible

LABEL = 13


def text(logged: Logged, today: date, screen: Screen) -> str:
    """The answer: one line for the meeting, then one for each thing that was written with it."""
    facts = _facts(logged, today)
    lines = [screen.wrap("", _head(logged, today), indent=2)]
    lines += [screen.wrap(f"  {pad(label, LABEL)}  ", value) for label, value in facts]
    return "\n".join(lines)


def _head(logged: Logged, today: date) -> str:
    people = joined([visible(person.name) for person in logged.people]) or "somebody unnamed"
    line = f"Logged: {logged.kind} on {long_day(logged.date, today)} with {people}"
    where = [visible(name) for name in (logged.event and logged.event.name, logged.place) if name]
    line += f", at {', '.join(where)}" if where else ""
    return line + (f", {logged.minutes} min" if logged.minutes else "")


def _facts(logged: Logged, today: date) -> list[tuple[str, str]]:
    rows = [("about", visible(logged.summary))] if logged.summary else []
    if logged.fleeting:
        rows.append(("fleeting", visible(logged.fleeting)))
    rows += [
        ("new", visible(f"{one.name} ({one.handle}){f', {one.org}' if one.org else ''}"))
        for one in logged.people
        if one.new
    ]
    for shared in logged.common:
        whom = _whom(shared.people, logged.people) + ("" if shared.news else ", as you already knew")
        rows.append(("in common", visible(f"{shared.topic}, with {whom}")))
    rows += [("learned", visible(f"{one.person}, {one.about}: {one.text}")) for one in logged.learned]
    rows += [(one.direction, visible(f"{one.person}: {one.text}")) for one in logged.favors]
    for promise in logged.promised:
        by = f", by {long_day(promise.due_on, today)}" if promise.due_on else ""
        label = "promised" if promise.whose == "mine" else "they promised"
        rows.append((label, visible(f"{promise.person}: {promise.text}{by} ({promise.number})")))
    if logged.plan:
        rows.append(("plan", f"{logged.plan} is kept"))
    if logged.people:
        rows.append(("next due", _next_due(logged, today)))
    if logged.event:
        event = logged.event
        made = f"; a new {'edition' if event.editions > 1 else 'event'} with a goal of {event.goal}"
        line = f"{event.new} of {event.goal} new connections at {visible(event.name)}"
        rows.append(("goal", line + (made if event.made else "")))
    return rows


def _next_due(logged: Logged, today: date) -> str:
    line = " · ".join(_next(person, today) for person in logged.people)
    return line if logged.human else f"{line}; {_written(logged.kind)} is kept, but does not reset the clock"


def _whom(names: tuple[str, ...], everybody: tuple[Participant, ...]) -> str:
    if len(names) == len(everybody) == 2:
        return "both"
    return "all" if len(names) == len(everybody) > 2 else joined(names)


def _written(kind: str) -> str:
    return f"an {kind}" if kind == "email" else f"a {kind}"


def _next(person: Participant, today: date) -> str:
    name = visible(person.name)
    if person.status != "active":
        return f"{name}: {person.status}"
    if person.next_due:
        lateness = f", {late((today - person.next_due).days)}" if person.next_due <= today else ""
        return f"{name} {short_day(person.next_due, today)}{lateness}"
    if person.cadence == "none":
        return f"{name}: never, by choice"
    return f"{name}: no cadence yet (netbook edit {person.handle} --circle peers)"
