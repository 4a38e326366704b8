"""Undo and redo, a command at a time."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from netbook.errors.journal_files import NothingToRedo, NothingToUndo
from netbook.store import history, journal


@dataclass(frozen=True, slots=True)
class Turned:
    """The steps that were taken back, or done again: what was typed, in the order of the turning."""

    steps: tuple[history.Step, ...]
    undone: bool


def undo(path: Path, times: int) -> Turned:
    """Take back the last commands that changed the journal; raises NothingToUndo, and then keeps all of them.

    A change that another program made is a step of its own.
    """
    with journal.transaction(path) as db:
        history.begin(db)
        return Turned(tuple(_undo(db) for _ in range(times)), undone=True)


def _undo(db: sqlite3.Connection) -> history.Step:
    step = history.to_undo(db)
    if step is None:
        raise NothingToUndo
    history.turn(db, step)
    return step


def redo(path: Path, times: int) -> Turned:
    """Do again what was undone last; raises NothingToRedo, and then does none of it."""
    with journal.transaction(path) as db:
        history.begin(db)
        return Turned(tuple(_redo(db) for _ in range(times)), undone=False)


def _redo(db: sqlite3.Connection) -> history.Step:
    step = history.to_redo(db)
    if step is None:
        raise NothingToRedo
    history.turn(db, step)
    return step
