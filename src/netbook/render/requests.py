"""Requests: the request, its warnings, and the answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.render.days import long_day, short_day
from netbook.render.text import Screen, clip, visible

if TYPE_CHECKING:
    from netbook.actions.requests import Answered, Asked


def asked(request: Asked, today: date, screen: Screen) -> str:
    """The request, and how to record the answer."""
    text = f"Asked {visible(request.person)} on {long_day(request.on, today)}: {visible(request.text)}"
    then = f"when they answer: netbook answer {request.handle} yes, or no"
    return f"{screen.wrap('', text, indent=2)}\n{screen.wrap('  ', then, indent=4)}"


def warnings(request: Asked, today: date) -> list[str]:
    """The warnings about a request, for stderr."""
    name, result = visible(request.person), []
    if request.still_open:
        before = request.still_open
        when = short_day(before.asked_on, today)
        result.append(
            f'{name} has not answered yet what you asked on {when}: "{clip(visible(before.text), 60)}"'
        )
    if request.last_no:
        no = request.last_no
        when = f" on {short_day(no.answered_on, today)}" if no.answered_on else ""
        result.append(f'{name} said no{when} to "{clip(visible(no.text), 60)}"; a no ends that one')
    if request.nothing_given:
        result.append(
            f"you have given {name} nothing yet; giving comes first: netbook gave {request.handle} TEXT"
        )
    if request.vague:
        result.append("a request of under five words is vague; say exactly what, and by when")
    return [f"netbook: {line}" for line in result]


def answered(done: Answered, today: date, screen: Screen) -> str:
    """The answer, and the promises made with it."""
    reply = f": {visible(done.reply)}" if done.reply else ""
    line = f"{visible(done.person)} said {done.answer} on {long_day(done.on, today)}{reply}"
    lines = [
        screen.wrap("", line, indent=2),
        screen.wrap("  asked          ", f"{visible(done.text)} ({short_day(done.asked_on, today)})"),
    ]
    for followup in done.followups:
        by = f", by {long_day(followup.due_on, today)}" if followup.due_on else ""
        lead = "  promised       " if followup.whose == "mine" else "  they promised  "
        lines.append(screen.wrap(lead, f"{visible(followup.text)}{by} ({followup.number})"))
    if done.answer == "no":
        lines.append("  that ends it: nothing will remind you of it")
    return "\n".join(lines)
