"""A record shown, changed and removed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netbook.core.tables import TABLES
from netbook.render.days import long_day
from netbook.render.text import Screen, counted, joined, pad, visible

if TYPE_CHECKING:
    from netbook.actions.records import RecordEdited, RecordRemoved
    from netbook.core.records import Hanging
    from netbook.reports.record import RecordReport

LABEL = 13
_LEFT_OUT = ("uid", "key", "source", "sequence")
_LABELS = {"starts_on": "on", "ends_on": "until", "found_on": "found", "noted_on": "noted", "due_on": "by"}


def text(report: RecordReport, today: date, screen: Screen) -> str:
    """The page: the record, its people, its columns, and the records that belong to it with their references."""
    names = joined([f"{visible(person['name'])} ({person['handle']})" for person in report.people])
    head = f"{report.kind.capitalize()} {report.ref}{f', {names}' if names else ''}"
    lines = [screen.wrap("", head, indent=2)]
    for name, value in report.fields.items():
        if value is not None and name not in _LEFT_OUT:
            shown = _shown(name, value, today)
            lines.append(screen.wrap(f"  {pad(_LABELS.get(name, name.replace('_', ' ')), LABEL)}  ", shown))
    if report.related:
        lines.append("")
    for record in report.related:
        lead = f"  {pad(called(record.table), LABEL)}  "
        lines.append(
            screen.wrap(lead, f"{visible(record.text or '')}  {screen.style(record.ref or '', 'dim')}")
        )
    return "\n".join(lines)


def edited(done: RecordEdited, screen: Screen) -> str:
    """Each change, before and after."""
    head = f"{done.kind} {done.ref}{f': {visible(done.text)}' if done.text else ''}"
    if not done.changes:
        return screen.wrap("", f"Nothing changed: {head}", indent=2)
    lines = [screen.wrap("", f"Changed: {head}", indent=2)]
    for change in done.changes:
        before, after = (visible(str(value)) if value is not None else "none" for value in change[1:])
        lines.append(screen.wrap(f"  {pad(change.what, LABEL)}  ", f"{after} (was {before})"))
    if done.moved:
        lines.append(f"  {counted(done.moved, 'meeting')} moved with it")
    if done.left:
        lines.append(
            screen.wrap("  ", f"no longer at {visible(done.left)}, which has no edition on that day")
        )
    return "\n".join(lines)


def sentence(done: RecordRemoved) -> str:
    """A removed record, what was removed with it and what stays."""
    text = f"{f': {visible(done.text)}' if done.text else ''}{_with(done.people)}"
    went, stays = joined(counts(done.went)), joined(counts(done.stays))
    return (
        f"{done.kind} {done.ref}{text}{f', with {went}' if went else ''}"
        f"{f'; {stays} that came with it stay' if stays else ''}"
    )


def _with(people: Sequence[str]) -> str:
    return f" ({joined([visible(name) for name in people])})" if people else ""


def counts(hanging: Iterable[Hanging]) -> list[str]:
    """How many of each there are, in words; what has no name of its own is left out."""
    return [
        counted(table.rows, *names) for table in hanging if (names := TABLES[table.table].called) is not None
    ]


def called(table: str) -> str:
    """What a row of a table is called."""
    names = TABLES[table].called
    return names[0] if names else table.replace("_", " ")


def _shown(name: str, value: object, today: date) -> str:
    if isinstance(value, str) and (name.endswith("_on") or name in ("date", "since")):
        return long_day(date.fromisoformat(value), today)
    return visible(str(value))
