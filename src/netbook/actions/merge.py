"""One person of two; and two people who were taken for one."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from netbook.core.matching import Known, listing
from netbook.core.merge import decide
from netbook.core.merge_decision import Decision
from netbook.errors.people import SamePersonTwice
from netbook.store import journal
from netbook.store.backup import keep_copy
from netbook.store.read.duplicates import is_not_same
from netbook.store.read.merge import whole
from netbook.store.read.who import find
from netbook.store.write_merge import carry_out, mark_not_same, unmark_not_same


@dataclass(frozen=True, slots=True)
class PeopleMerged:
    """What a merge did, or would do: the one who stays, the one who goes, the decision, and the copy before it."""

    handle: str
    name: str
    other_handle: str
    other: str
    dry_run: bool
    decision: Decision
    backup: Path | None


@dataclass(frozen=True, slots=True)
class MarkedNotSame:
    """Two people who are not one, or may be one again; whether the journal said so before."""

    one: str
    one_handle: str
    other: str
    other_handle: str
    apart: bool
    before: bool


def merge(path: Path, today: date, who: str, other: str, what: str, *, dry_run: bool) -> PeopleMerged:
    """Make one person of two; raises SamePersonTwice where both names mean the same one."""
    with journal.reading(path) if dry_run else journal.writing(path, what) as db:
        stays, goes = _two(db, who, other)
        decision = decide(whole(db, stays.id), whole(db, goes.id), today)
        copy = None
        if not dry_run:
            copy = keep_copy(path, "merge")
            carry_out(db, decision.steps)
    return PeopleMerged(stays.handle, stays.name, goes.handle, goes.name, dry_run, decision, copy)


def set_not_same(db: sqlite3.Connection, who: str, other: str, *, apart: bool) -> MarkedNotSame:
    """Remember that two people are not one, or forget it."""
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
