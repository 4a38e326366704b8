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
    """The steps that were taken back, or done again: what was typed, in the order of the turning."""

    steps: tuple[history.HistoryStep, ...]
    undone: bool


def undo(db: sqlite3.Connection, times: int) -> HistoryApplied:
    """Take back the last commands that changed the journal; raises NothingToUndo, and then keeps all of them.

    A change that another program made is a step of its own; what a sync brought is passed over. Raises
    ChangedElsewhere where that changed the same.
    """
    return HistoryApplied(_turned(db, times, history.to_undo, NothingToUndo, "undone"), undone=True)


def redo(db: sqlite3.Connection, times: int) -> HistoryApplied:
    """Do again what was undone last; raises NothingToRedo, and then does none of it."""
    return HistoryApplied(_turned(db, times, history.to_redo, NothingToRedo, "done again"), undone=False)


def _turned(
    db: sqlite3.Connection,
    times: int,
    find: Callable[[sqlite3.Connection], history.HistoryStep | None],
    nothing: Callable[[], Refused],
    command: str,
) -> tuple[history.HistoryStep, ...]:
    """Turn so many steps, each the next one found; all of them or none."""
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
    """How many steps were forgotten, and where they can still be read."""

    steps: int
    elsewhere: Elsewhere


def clear(path: Path) -> Cleared:
    """Forget the history, and all that the file still holds of what was removed."""
    from netbook.store import forget

    return Cleared(forget.clear(path), forget.elsewhere(path))
