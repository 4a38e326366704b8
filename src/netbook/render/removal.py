"""The question before a removal, and the answer after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netbook.core.text import counted, joined, visible
from netbook.render import record as record_render
from netbook.render.record import counts

if TYPE_CHECKING:
    from netbook.actions.removal import Elsewhere, PersonRemoved, Removed
    from netbook.render.text import Screen


def names(going: Removed) -> str:
    """What is to be removed, by name and reference."""
    people = [visible(person.name) for person in going.people]
    return joined([*people, *(record.ref for record in going.records)])


def question(going: Removed) -> str:
    """The question before a removal: what would go, and what with it."""
    lines = [f"{visible(person.name)} ({person.handle}){_with(person, told=True)}" for person in going.people]
    lines += [record_render.sentence(record) for record in going.records]
    if len(lines) == 1:
        return f"Remove {lines[0]}?"
    return "\n".join(["Remove", *(f"  {line}" for line in lines), "all of them?"])


def removed(done: Removed, elsewhere: Elsewhere, screen: Screen, *, forgotten: bool) -> str:
    """Each person and record that was removed, where they can still be read, and how they are forgotten there."""
    names = [f"{visible(person.name)} ({person.handle}){_with(person)}" for person in done.people]
    names += [record_render.sentence(record) for record in done.records]
    lines = [screen.wrap("", f"Removed: {name}", indent=2) for name in names]
    remaining = ["forgotten in the history, and in the file", *lasting(elsewhere)]
    if not forgotten:
        remaining = ["still in the history: netbook undo brings it back, netbook history --clear forgets it"]
        if elsewhere.backups:
            remaining.append(f"still in {counted(len(elsewhere.backups), 'backup')}: netbook backup --list")
        remaining += _outside(elsewhere)
    return "\n".join([*lines, *(screen.wrap("  ", line) for line in remaining)])


def lasting(elsewhere: Elsewhere) -> list[str]:
    """Where what the journal forgot can still be read."""
    backups = [f"still in the backup {visible(str(file))}" for file in elsewhere.backups]
    return backups + _outside(elsewhere)


def _outside(elsewhere: Elsewhere) -> list[str]:
    copies = [f"still in the copy {visible(str(file))}" for file in elsewhere.copies]
    past = "still in the past of the synced copy: netbook sync, then netbook sync --forget"
    return [*copies, past] if elsewhere.synced else copies


def _with(person: PersonRemoved, *, told: bool = False) -> str:
    parts = []
    if person.meetings:
        one, many = "meeting nobody else was at", "meetings nobody else was at"
        parts.append(
            counted(person.meetings, one, many)
            if told
            else f"{counted(person.meetings, 'meeting')} nobody else was at"
        )
    if told:
        parts += counts(person.went)
    return f", with {joined(parts)}" if parts else ""
