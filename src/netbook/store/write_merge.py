"""Merge two people row by row, and remember that two are different.

Every change is a plain statement about one row: a REPLACE would drop rows without the triggers noticing, and
the history with them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from netbook.core.merge_decision import Columns, MergeStep
from netbook.store.write import insert, new_uid


def carry_out(db: sqlite3.Connection, steps: Iterable[MergeStep]) -> None:
    """Do the steps of a decision, in their order."""
    for step in steps:
        match step.what:
            case "change":
                columns = ", ".join(f"{column} = ?" for column, _ in step.columns)
                values = [value for _, value in (*step.columns, *step.key)]
                db.execute(f"UPDATE {step.table} SET {columns} WHERE {_where(step.key)}", values)
            case "drop":
                values = [value for _, value in step.key]
                db.execute(f"DELETE FROM {step.table} WHERE {_where(step.key)}", values)
            case "add":
                uid = {"uid": new_uid()} if step.table == "note" else {}
                insert(db, step.table, uid | dict(step.columns))


def _where(key: Columns) -> str:
    return " AND ".join(f"{column} = ?" for column, _ in key)


def mark_not_same(db: sqlite3.Connection, one: int, other: int) -> None:
    """Remember that two people are not one."""
    db.execute("INSERT INTO not_same (a_id, b_id) VALUES (?, ?)", sorted((one, other)))


def unmark_not_same(db: sqlite3.Connection, one: int, other: int) -> None:
    """Forget that two people are not one."""
    db.execute("DELETE FROM not_same WHERE a_id = ? AND b_id = ?", sorted((one, other)))
