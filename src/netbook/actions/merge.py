"""Merge two people into one, or mark two that look alike as different."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netbook.core.matching import Known, listing
from netbook.core.merge import decide
from netbook.core.merge_decision import Decision
from netbook.errors.people import SamePersonTwice
from netbook.store.backup import keep_copy
from netbook.store.read.duplicates import is_not_same
from netbook.store.read.merge import whole
from netbook.store.read.region import dialling
from netbook.store.read.who import find
from netbook.store.write_merge import carry_out, mark_not_same, unmark_not_same


@dataclass(frozen=True, slots=True)
class PeopleMerged:
    """A merge, done or simulated: who stays, who goes, the decision, and the backup made before."""

    handle: str
    name: str
    other_handle: str
    other: str
    dry_run: bool
    decision: Decision
    backup: Path | None


@dataclass(frozen=True, slots=True)
class MarkedNotSame:
    """Two people who were marked as different, or unmarked; whether the journal had that already."""

    one: str
    one_handle: str
    other: str
    other_handle: str
    apart: bool
    before: bool


def merge(
    db: sqlite3.Connection, today: date, who: str, other: str, *, backup_of: Path | None
) -> PeopleMerged:
    """Merge two people, after making a backup, which a dry run (None) does not need.

    Raises SamePersonTwice if both names mean the same person.
    """
    stays, goes = _two(db, who, other)
    decision = decide(whole(db, stays.id), whole(db, goes.id), today, dialling(db))
    copy = keep_copy(backup_of, "merge") if backup_of is not None else None
    carry_out(db, decision.steps)
    return PeopleMerged(
        handle=stays.handle,
        name=stays.name,
        other_handle=goes.handle,
        other=goes.name,
        dry_run=backup_of is None,
        decision=decision,
        backup=copy,
    )


def set_not_same(db: sqlite3.Connection, who: str, other: str, *, apart: bool) -> MarkedNotSame:
    """Mark two people as different, or remove that mark."""
    one, two = _two(db, who, other)
    before = is_not_same(db, one.id, two.id)
    if before != apart:
        (mark_not_same if apart else unmark_not_same)(db, one.id, two.id)
    return MarkedNotSame(one.name, one.handle, two.name, two.handle, apart, before)


def _two(db: sqlite3.Connection, who: str, other: str) -> tuple[Known, Known]:
    one, two = find(db, who), find(db, other)
    if one.id == two.id:
        raise SamePersonTwice(listing(one))
    return one, two
