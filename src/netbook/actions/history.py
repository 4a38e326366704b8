"""Undo and redo, one command at a time."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from netbook.errors import Refused
from netbook.errors.journal_files import NothingToRedo, NothingToUndo
from netbook.store import history
from netbook.store.forget import Elsewhere
from netbook.store.sync.undo import apply_step


class HistoryApplied(NamedTuple):
    """The steps that were undone or redone, in that order, as they were typed."""

    steps: tuple[history.HistoryStep, ...]
    undone: bool


def undo(db: sqlite3.Connection, times: int) -> HistoryApplied:
    """Undo the last commands that changed the journal, all of them or none; raises NothingToUndo.

    A change by another program is a step of its own; steps of a sync are skipped. Raises ChangedElsewhere if a sync has
    since changed the same rows.
    """
    return HistoryApplied(_turned(db, times, history.to_undo, NothingToUndo, "undone"), undone=True)


def redo(db: sqlite3.Connection, times: int) -> HistoryApplied:
    """Redo what was undone last, all of it or none; raises NothingToRedo."""
    return HistoryApplied(_turned(db, times, history.to_redo, NothingToRedo, "done again"), undone=False)


def _turned(
    db: sqlite3.Connection,
    times: int,
    find: Callable[[sqlite3.Connection], history.HistoryStep | None],
    nothing: Callable[[], Refused],
    command: str,
) -> tuple[history.HistoryStep, ...]:
    """Apply so many steps, each the next one available; all of them or none."""
    steps = []
    history.begin(db)
    for _ in range(times):
        step = find(db)
        if step is None:
            raise nothing()
        apply_step(db, step, command)
        steps.append(step)
    return tuple(steps)


class Cleared(NamedTuple):
    """How many steps were removed from the history, and where removed records can still be read."""

    steps: int
    elsewhere: Elsewhere


def clear(path: Path) -> Cleared:
    """Delete the history, and everything the file still holds of removed records."""
    from netbook.store import forget

    return Cleared(forget.clear(path), forget.elsewhere(path))
