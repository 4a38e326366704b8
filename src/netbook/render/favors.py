"""Give and take, strain and repair: what was recorded."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.core.vocabulary import POINTS
from netbook.render.days import long_day, short_day
from netbook.render.text import Screen, counted, visible

if TYPE_CHECKING:
    from netbook.actions.favors import RecordedFavor, Thanked
    from netbook.actions.strains import RecordedStrain, Repaired

MEANS = {
    None: "",
    "note": " with a note",
    "card": " with a card",
    "letter": " with a letter",
    "call": " by call",
    "in-person": " in person",
    "message": " by message",
}


def favor(done: RecordedFavor, today: date, screen: Screen) -> str:
    """What was given or received, the balance, and whether thanks are owed."""
    what = "Gave" if done.direction == "gave" else "Got from"
    lead = f"{what} {visible(done.person)} on {long_day(done.on, today)}: "
    balance = f"so far gave {done.gave:,}, got {done.got:,}"
    if done.direction == "got":
        balance += f"; thanks are owed: netbook thank {done.handle}"
    return _lines(screen, lead + visible(done.text), balance)


def thanked(thanks: Thanked, today: date, screen: Screen) -> str:
    """Whom you thanked for what, how and when; where a letter goes; what thanks are still owed for."""
    text = f"Thanked {visible(thanks.person)}{MEANS[thanks.how]} on {long_day(thanks.on, today)}"
    if thanks.text and thanks.got_on:
        text += f"{' for' if thanks.thanks else ':'} {visible(thanks.text)}, got {short_day(thanks.got_on, today)}"
    if thanks.thanks:
        text += f": {visible(thanks.thanks)}"
    more = [f"to: {visible(thanks.address)}"] if thanks.address else []
    if thanks.still_owed:
        count = counted(len(thanks.still_owed), "thank-you")
        more.append(f"{count} still owed, next for: {visible(thanks.still_owed[0])}")
    return _lines(screen, text, *more)


def strain(strained: RecordedStrain, today: date, screen: Screen) -> str:
    """What happened, and what helps."""
    lead = f"Strained with {visible(strained.person)} since {long_day(strained.since, today)}: "
    help_by = f"{points(strained.points)}: netbook common {strained.handle} TOPIC"
    return _lines(screen, lead + visible(strained.text), help_by)


def repaired(repair: Repaired, today: date, screen: Screen) -> str:
    """What is repaired, since when it was not, and how."""
    before = repair.strain
    line = (
        f"Repaired with {visible(before.person)} on {long_day(repair.on, today)}"
        f"{f': {visible(repair.how)}' if repair.how else ''}"
    )
    was = f"strained since {long_day(before.since, today)}: {visible(before.text)}"
    return _lines(screen, line, was, points(before.points))


def points(count: int) -> str:
    """How many of the points of connection that turn a strained relationship were found since it is one."""
    return f"{min(count, POINTS)} of {POINTS} points of connection found since"


def _lines(screen: Screen, *text: str) -> str:
    first, *rest = text
    return "\n".join(
        [screen.wrap("", first, indent=2), *(screen.wrap("  ", line, indent=4) for line in rest)]
    )


def both_ways(gave: int, got: int, owed: int) -> str | None:
    """Favours both ways, and whether thanks are owed; None where there were none."""
    if not gave and not got:
        return None
    thanked = ("; thanked for all" if not owed else f"; thanks owed for {owed:,}") if got else ""
    return f"gave {gave or 'nothing yet'}, got {got or 'nothing yet'}{thanked}"
