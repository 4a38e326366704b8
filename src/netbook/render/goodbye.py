"""Goodbyes: the people, what is still owed, and the list of whom to see."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netbook.core.owed import Owed
from netbook.render.days import long_day, short_day, terse_day
from netbook.render.table import Cell, TableLine, draw_lines
from netbook.render.text import Screen, counted, joined, pad, visible, width_of
from netbook.reports.goodbye import GoodbyeReport, GoodbyeRound, GoodbyeRow

if TYPE_CHECKING:
    from netbook.actions.goodbye import Parted, Ticked

LABEL = 13
WIDEST = 28  # cells of a name; a longer one pushes its own line out
NOTHING = 'No goodbye round is open: netbook goodbye WHO parts from somebody, --org "ORG" begins a round'


def parted(done: Parted, today: date, screen: Screen) -> str:
    """From whom you part, since when, what is still owed, and how they come back."""
    lines = _parted(done, today, screen)
    lines += [f"  ticked off on the goodbye round of {visible(org)}" for org in done.rounds]
    rest = "due no longer lists them" if done.on <= today else "until then due lists them as before"
    back = f"the history stays, {rest}; netbook resume {done.handle} brings them back"
    lines.append(screen.wrap("  ", back, indent=4))
    return "\n".join(lines)


def _parted(done: Parted, today: date, screen: Screen) -> list[str]:
    verb = "Parting" if done.on > today else "Parted already" if done.already else "Parted"
    why = f": {visible(done.why)}" if done.why else ""
    head = f"{verb} from {visible(done.person)} on {long_day(done.on, today)}{why}"
    return [
        screen.wrap("", head, indent=2),
        *_look_back(done, today, screen),
        *_owed_lines(done, today, screen),
    ]


def _look_back(done: Parted, today: date, screen: Screen) -> list[str]:
    """Your time together: first met, how often, what you shared and gave."""
    back = done.look_back
    if back is None or not (back.contacts or back.topics or back.gave or back.got):
        return []
    parts = []
    if back.first_met:
        times = {1: "once", 2: "twice"}.get(back.contacts, f"{back.contacts:,} times")
        parts.append(f"first met on {short_day(back.first_met, today)}, met {times}")
    if back.topics:
        parts.append(f"in common: {visible(joined(list(back.topics)))}")
    if back.gave or back.got:
        parts.append(f"gave {back.gave:,}, got {back.got:,}")
    return [screen.wrap(f"  {pad('there was', LABEL)}  ", "; ".join(parts))]


def _owed_lines(done: Parted, today: date, screen: Screen) -> list[str]:
    line = _owed(done.owed, today, done.handle)
    if not line:
        return ["  nothing is owed between you"]
    return [screen.wrap(f"  {pad(label, LABEL)}  ", what) for label, what in line]


def _owed(owed: Owed, today: date, handle: str) -> list[tuple[str, str]]:
    """What is owed, as label and sentence with the command that settles it."""
    text = [
        ("thanks owed", f"{visible(one.text)}, got {short_day(one.got_on, today)}: netbook thank {handle}")
        for one in owed.thanks
    ]
    for label, promises in (("you promised", owed.mine), ("they promised", owed.theirs)):
        for one in promises:
            when = f", by {terse_day(one.due_on, today)}" if one.due_on else ""
            text.append((label, f"{visible(one.text)}{when}: netbook done {one.number}"))
    if owed.strain:
        since = f"since {short_day(owed.strain.since, today)}: {visible(owed.strain.text)}"
        text.append(("strained", f"{since}: netbook repair {handle}"))
    return text


def ticked(done: Ticked, report: GoodbyeReport, screen: Screen) -> str:
    """The result for each person, and how many are still to be seen."""
    today, org = report.today, visible(done.org)
    lines = [line for one in done.parted for line in _parted(one, today, screen)]
    if done.still_in_touch:
        names = joined([visible(name) for name in done.still_in_touch])
        lines.append(
            screen.wrap("", f"Seen on {long_day(done.on, today)}, and still in touch: {names}", indent=2)
        )
    if done.undone:
        names = joined([visible(name) for name in done.undone])
        lines.append(screen.wrap("", f"To be seen again, and not parted from: {names}", indent=2))
    if done.closed:
        names = joined([visible(name) for name in done.closed])
        lines.append(screen.wrap("", f"Parted from without seeing them: {names}", indent=2))
    if done.closed is not None:
        lines.append(f"The goodbye to {org} is over")
    else:
        left = [row for one in report.rounds for row in one.rows if row.open]
        lines.append(_left(org, left, report.rounds[0]))
    return "\n".join(lines)


def _left(org: str, left: list[GoodbyeRow], goodbye_round: GoodbyeRound) -> str:
    if not left:
        return f"Goodbye to {org}: nobody is left to see"
    to_see = f"{len(left):,} of {len(goodbye_round.rows):,} still to see"
    return f"Goodbye to {org}: {to_see}, next {visible(left[0].person)}"


def text(report: GoodbyeReport, screen: Screen, limit: int | None) -> str:
    """Each round: when it is, whom to see with what is owed, and who was seen."""
    if not report.rounds:
        return NOTHING
    lines: list[TableLine] = []
    for goodbye_round in report.rounds:
        lines += [TableLine(0, []), *_round(goodbye_round, report, limit)]
    return draw_lines(screen, lines[1:])


def _round(goodbye_round: GoodbyeRound, report: GoodbyeReport, limit: int | None) -> list[TableLine]:
    today, total = report.today, len(goodbye_round.rows)
    left = f"{goodbye_round.open:,} of {total:,} still to see" if goodbye_round.open else "it is over"
    if goodbye_round.open == total:
        left = f"{counted(total, 'person', 'people')} to see"
    head = f"Goodbye to {visible(goodbye_round.org)}, {long_day(goodbye_round.on, today)}: {left}"
    lines = [TableLine(0, [(head, "plain")])]
    if goodbye_round.why:
        lines.append(TableLine(0, [(visible(goodbye_round.why), "dim")]))
    to_see = [
        (row, owed) for row, owed in zip(goodbye_round.rows, goodbye_round.owed, strict=True) if row.open
    ]
    shown = to_see[:limit]
    width = min(max((width_of(visible(row.person)) for row, _ in shown), default=0), WIDEST)
    lines += [TableLine(0, [])] * bool(shown)
    for row, owed in shown:
        lines.append(TableLine(2, _cells(row, width, today)))
        lines += [
            TableLine(4, [(f"{label}: {value}", "dim")]) for label, value in _owed(owed, today, row.handle)
        ]
    if len(shown) < len(to_see):
        lines.append(TableLine(2, [(f"… and {len(to_see) - len(shown):,} more: --all shows them", "dim")]))
    lines += _seen(goodbye_round, today)
    return lines + _next(goodbye_round, report)


def _cells(row: GoodbyeRow, width: int, today: date) -> list[Cell]:
    met = counted(row.contacts, "contact") if row.contacts else "never met"
    if row.last_contact:
        met += f", last {short_day(row.last_contact, today)}"
    where = f"  {visible(row.department)}" if row.department else ""
    address = "" if row.private_address else "  no private address yet"
    return [
        (pad(visible(row.person), width) + "  ", "name"),
        (met, "plain"),
        (where, "dim"),
        (address, "late"),
    ]


def _seen(goodbye_round: GoodbyeRound, today: date) -> list[TableLine]:
    """Who was seen when, who of them you stay in touch with, and who was parted from unseen."""
    seen = []
    for row in sorted(
        (row for row in goodbye_round.rows if row.seen_on), key=lambda row: row.seen_on or date.min
    ):
        day = terse_day(row.seen_on or date.min, today)
        still = "" if row.parted_on else ", still in touch"
        seen.append(f"{visible(row.person)} ({day}{still})")
    unseen = [visible(row.person) for row in goodbye_round.rows if not row.open and row.seen_on is None]
    lines = [TableLine(0, [(f"Seen: {joined(seen)}", "plain")])] if seen else []
    lines += [TableLine(0, [(f"Parted from unseen: {joined(unseen)}", "plain")])] if unseen else []
    return [TableLine(0, []), *lines] if lines else []


def _next(goodbye_round: GoodbyeRound, report: GoodbyeReport) -> list[TableLine]:
    if not goodbye_round.open:
        return []
    which = f' --org "{visible(goodbye_round.org)}"' if len(report.rounds) > 1 else ""
    line = f"netbook goodbye{which} --done WHO when you have seen somebody, --keep WHO to stay in touch"
    if goodbye_round.on < report.today:
        line += "; --close parts from the rest"
    return [TableLine(0, []), TableLine(0, [(line, "dim")])]
