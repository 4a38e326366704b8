"""How a text was understood: as a proposal, and as the answer once it is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from netbook.actions.jot import Jotted, JottedBirthday, JottedPlan, Part
from netbook.actions.logged import Logged, LoggedPromise
from netbook.core.jot.results import BirthdayRead, MeetingRead, PlanRead
from netbook.core.vocabulary import DEFAULT_KIND
from netbook.render import log as log_render
from netbook.render.days import long_day
from netbook.render.text import Screen, joined, pad, visible


def text(jotted: Jotted, today: date, screen: Screen) -> str:
    """The answer: each meeting as `log` shows it, then the rest, then who was only mentioned and what was left out."""
    lines = [log_render.text(logged, today, screen) for logged in jotted.meetings]
    lines += [screen.wrap("", _plan(plan, today), indent=2) for plan in jotted.plans]
    lines += [screen.wrap("", _promise(promise, today), indent=2) for promise in jotted.promised]
    lines += [screen.wrap("", _birthday(birthday), indent=2) for birthday in jotted.birthdays]
    rest = (
        [("mentioned", f"{joined(list(map(visible, jotted.mentioned)))}; not logged")]
        if jotted.mentioned
        else []
    )
    rest += [("left out", visible(words)) for words in jotted.left_out]
    lines += [screen.wrap(f"  {pad(label, log_render.LABEL)}  ", value, "dim") for label, value in rest]
    return "\n".join(lines)


def proposal(parts: Sequence[Part], today: date, screen: Screen) -> str:
    """What would be written, numbered."""
    width = len(str(len(parts)))
    return "\n".join(
        screen.wrap(f"  {pad(str(number), width, right=True)}  ", in_words(part, today))
        for number, part in enumerate(parts, 1)
    )


def in_words(part: Part, today: date) -> str:
    """One part of it: "lunch on Friday 20 November with Ana Ruiz, at Kosmos, 40 min, +climbing"."""
    if isinstance(part, BirthdayRead):
        return f"birthday of {visible(part.person.name)}: {part.birthday.removeprefix('--')}"
    if isinstance(part, MeetingRead | PlanRead):
        kind = part.kind or ("event" if part.event else DEFAULT_KIND)
        people = joined(
            [visible(person.name) + (" (new)" if person.id < 0 else "") for person in part.people]
        )
        hour = f" {part.hour}" if isinstance(part, PlanRead) and part.hour else ""
        lead = "plan: " if isinstance(part, PlanRead) else ""
        line = f"{lead}{kind} on {long_day(part.day, today)}{hour} with {people}"
        where = [visible(name) for name in (part.event, part.place) if name]
        line += f", at {', '.join(where)}" if where else ""
        if isinstance(part, MeetingRead):
            line += f", {part.minutes} min" if part.minutes else ""
            line += "".join(f", +{visible(topic)}" for topic in part.topics)
        return line
    by = f", by {long_day(part.due_on, today)}" if part.due_on else ""
    lead = "promised to" if part.whose == "mine" else "promised by"
    return f"{lead} {visible(part.person.name)}: {visible(part.text)}{by}"


def as_data(jotted: Jotted) -> dict[str, Any]:
    """The first meeting as `log` gives it, with every promise, then all that was written."""
    if jotted.meetings:
        first = jotted.meetings[0]._asdict()
    else:
        first = dict.fromkeys(Logged._fields)
        first |= dict.fromkeys(("people", "common", "learned", "favors", "promised", "warnings"), ())
    promised = (*(promise for logged in jotted.meetings for promise in logged.promised), *jotted.promised)
    return first | {
        "promised": promised, "warnings": jotted.warnings, "meetings": jotted.meetings, "plans": jotted.plans,
        "birthdays": jotted.birthdays, "mentioned": jotted.mentioned, "left_out": jotted.left_out,
    }  # fmt: skip


def _plan(plan: JottedPlan, today: date) -> str:
    hour = f" {plan.at}" if plan.at else ""
    where = [visible(name) for name in (plan.event, plan.place) if name]
    place = f", at {', '.join(where)}" if where else ""
    people = joined(list(map(visible, plan.people)))
    return f"Planned: {plan.kind} on {long_day(plan.date, today)}{hour} with {people}{place} (p{plan.number})"


def _promise(promise: LoggedPromise, today: date) -> str:
    by = f", by {long_day(promise.due_on, today)}" if promise.due_on else ""
    person = visible(promise.person)
    lead = f"Promised to {person}" if promise.whose == "mine" else f"{person} promised"
    return f"{lead}: {visible(promise.text)}{by} (t{promise.number})"


def _birthday(birthday: JottedBirthday) -> str:
    day = birthday.birthday.removeprefix("--")
    known = "" if birthday.news else ", as you already knew"
    return f"Birthday of {visible(birthday.person)}: {day}{known}"
