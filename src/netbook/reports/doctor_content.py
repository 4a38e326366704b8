"""The doctor's checks inside the journal: pages, links, schema, values, and derived data."""

import shlex
import sqlite3
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path

from netbook.core.text import counted, joined
from netbook.errors import JournalError
from netbook.reports.finding import Finding
from netbook.store import backup_files, check, check_content
from netbook.store.file import SCHEMA, version

NAMED = 3  # parts that are named where there are more


class _Way:
    """The commands for a damaged journal, and for what can be rebuilt."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = shlex.quote(str(path))
        self.command = backup_files.command(path)
        self.mend = f"{self.command} doctor --mend"
        self.clear = f"{self.command} history --clear"

    @cached_property
    def back(self) -> str:
        # To find the newest backup that is whole takes a while.
        return backup_files.restore_hint(self.path)


_Look = Callable[[sqlite3.Connection, _Way], Iterator[Finding]]


def look_inside(db: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    """All checks inside, in any state of the file; those that need whole pages and tables only if they are."""
    way, number = _Way(path), version(db, path)
    for part in (_FILE, _SCHEMA if number == SCHEMA else _OLDER, _CONTENT):
        findings: list[Finding] = []
        for name, look, todo in part:
            findings += _guarded(name, look, todo, db, way)
        yield from findings
        lost = any(not finding.ok and (part is _FILE or "the table" in finding.found) for finding in findings)
        if lost or part is _OLDER:
            return


def _guarded(name: str, look: _Look, todo: str, db: sqlite3.Connection, way: _Way) -> list[Finding]:
    """The findings of a check; if the check itself fails, the file is damaged there."""
    try:
        return [*look(db, way)]
    except (JournalError, OSError):
        raise
    except Exception as error:  # SQLite's, or what Python says to a value that cannot be
        why = str(error).partition("\n")[0] or "unreadable"
        return [Finding(name, False, f"damaged: {why}", getattr(way, todo))]


def _pages(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    if damage := check.damage(db):
        yield Finding("pages", False, f"damaged: {damage[0].splitlines()[-1]}", way.back)
    else:
        yield Finding("pages", True, "whole")


def _links(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    if links := check.broken_links(db):
        rows = joined([f"{number:,} of {table}" for table, number in links.items()])
        yield Finding("links", False, f"rows that refer to something that does not exist: {rows}", way.back)
    else:
        yield Finding("links", True, "all valid")


def _older_schema(db: sqlite3.Connection, _: _Way) -> Iterator[Finding]:
    (number,) = db.execute("PRAGMA user_version").fetchone()
    db.execute("SELECT count(*) FROM person, meeting LIMIT 0").fetchone()
    if number < 2 and db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'step'").fetchone():
        raise ValueError(f"its schema number is {number}, but its tables are of a later one")
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'numbering'").fetchone():
        raise ValueError(f"its schema number is {number}, but its tables are of a later one")
    yield Finding("schema", True, "an older one", "nothing: the next command brings it up to date")


def _schema(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    """Whether tables, indexes and triggers are this netbook's."""
    differs = check.schema_differs(db)
    if not differs:
        yield Finding("schema", True, "as expected")
        return
    present = check.schema(db)
    names = [f"the {kind} {name}" for kind, name in differs[:NAMED]]
    more = [f"{len(differs) - NAMED:,} more"] if len(differs) > NAMED else []
    todo = way.mend
    if any(kind == "table" and (kind, name) not in present for kind, name in differs):
        todo = way.back
    elif any(kind == "table" for kind, _ in differs):
        todo = (
            f"{way.command} export journal -o journal.jsonl, then import that into a new journal: "
            "netbook --db NEW.db import journal.jsonl"
        )
    yield Finding("schema", False, f"missing or different: {joined([*names, *more])}", todo)


def _foreign(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    with check.new_journal() as fresh:
        parts = check_content.foreign_parts(db, fresh)
    if not parts:
        return
    todo = None
    triggers = [part.split()[2] for part in parts if part.startswith("the trigger")]
    if triggers:
        drop = shlex.quote("".join(f'DROP TRIGGER "{name}";' for name in triggers))
        todo = f"if you did not add the triggers: sqlite3 {way.file} {drop}"
    yield Finding("foreign", True, f"not netbook's: {joined(parts)}", todo)


def _values(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    if wrong := [*islice(check_content.unreadable(db), NAMED + 1)]:
        more = ["more"] if len(wrong) > NAMED else []
        state = f"cannot be read: {joined([*wrong[:NAMED], *more])}"
        yield Finding("values", False, state, way.back)
    else:
        yield Finding("values", True, "readable")


def _history(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    if wrong := [*islice(check_content.foreign_changes(db), 1)]:
        state = f"not written by netbook: it names {wrong[0]}"
        yield Finding("history", False, state, f"{way.command} history --clear")


def _names(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    wrong = check.name_words_mismatches(db)
    state = f"{counted(wrong, 'word')} out of step" if wrong else "the index of names is complete"
    yield Finding("names", not wrong, state, way.mend if wrong else None)


def _days(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    wrong = check.attendance_mismatches(db) + check.last_met_mismatches(db)
    state = (
        f"{counted(wrong, 'day')} out of step with the meetings"
        if wrong
        else "the same as those of the meetings"
    )
    yield Finding("days", not wrong, state, way.mend if wrong else None)


def _words(db: sqlite3.Connection, way: _Way) -> Iterator[Finding]:
    wrong = check.search_mismatches(db)
    state = "out of step" if wrong else "the search index is complete"
    yield Finding("words", not wrong, state, way.mend if wrong else None)


# What is looked at together, and what to do where the looking fails; each group needs that the one before is well.
_FILE: list[tuple[str, _Look, str]] = [("pages", _pages, "back"), ("links", _links, "back")]
_SCHEMA: list[tuple[str, _Look, str]] = [("schema", _schema, "back")]
_OLDER: list[tuple[str, _Look, str]] = [("schema", _older_schema, "back")]
_CONTENT: list[tuple[str, _Look, str]] = [
    ("foreign", _foreign, "back"),
    ("values", _values, "back"),
    ("history", _history, "clear"),
    ("names", _names, "mend"),
    ("days", _days, "mend"),
    ("words", _words, "mend"),
]
