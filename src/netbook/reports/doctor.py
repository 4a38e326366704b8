"""Check the journal: file, pages, links, schema, indexes, permissions, disk space, backups."""

import os
import shlex
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from netbook.core.text import counted, joined
from netbook.errors import JournalError
from netbook.errors.journal_files import WrongPassphrase
from netbook.store import backup_files, check
from netbook.store.detect_encryption import database_errors
from netbook.store.file import (
    SCHEMA,
    connect,
    is_cut_off,
    is_there,
    open_read_only,
    rollback_file,
    translated_errors,
    version,
)

ROOM = 2**20  # bytes that should be free beside what a change and a backup take
MEND = "netbook doctor --mend"
NAMED = 3


class Finding(NamedTuple):
    """One thing that was looked at: whether it is as it should be, what was found, and what to do."""

    check: str
    ok: bool
    found: str
    todo: str | None = None


class Health(NamedTuple):
    """What was looked at, in the order of looking."""

    path: Path
    findings: list[Finding]

    @property
    def wrong(self) -> int:
        """How many things are not as they should be."""
        return sum(not finding.ok for finding in self.findings)


def build(path: Path, *, quick: bool = False) -> Health:
    """Look at everything, without changing a byte of the journal; of the backups, quickly, at the newest alone."""
    findings: list[Finding] = []
    exists = True
    try:
        with translated_errors(path):
            exists = is_there(path)
            if exists:
                with _looking(path, findings) as db:
                    findings += _inside(db, path)
            else:
                findings.append(_missing(path))
    except JournalError as error:
        what, _, todo = str(error).partition("; ")
        findings.append(Finding("file", False, what, todo or None))
    if exists:
        findings += [*_permissions(path), _room(path)]
    return Health(path, [*findings, *_backups(path, quick=quick)])


@contextmanager
def _looking(path: Path, findings: list[Finding]) -> Iterator[sqlite3.Connection]:
    """The journal, to be read; where half of a change waits to be taken back, that is done with a copy."""
    if not is_cut_off(path):
        db = open_read_only(path)
        try:
            yield db
        finally:
            db.close()
        return
    left = rollback_file(path)
    todo = f"nothing: the next command takes that half back; leave {left} where it is"
    findings.append(Finding("half-written", True, "a command was cut off while it wrote", todo))
    with tempfile.TemporaryDirectory(prefix="netbook-") as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(path, copy)
        shutil.copyfile(left, rollback_file(copy))
        db = connect(copy)
        try:
            yield db
        finally:
            db.close()


def _inside(db: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    number = version(db, path)
    back = backup_files.restore_hint(path)
    if damage := check.damage(db):
        yield Finding("file", True, f"a journal, schema {number}, {_size(path)}")
        yield Finding("pages", False, f"damaged: {damage[0].splitlines()[-1]}", back)
        return
    counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("person", "meeting")]
    people = f"{counted(counts[0], 'person', 'people')}, {counted(counts[1], 'meeting')}"
    yield Finding("file", True, f"a journal, schema {number}, {_size(path)}, {people}")
    yield Finding("pages", True, "whole")
    if links := check.broken_links(db):
        rows = joined([f"{number:,} of {table}" for table, number in links.items()])
        yield Finding("links", False, f"rows that refer to something that does not exist: {rows}", back)
    else:
        yield Finding("links", True, "all valid")
    if number < SCHEMA:
        yield Finding("schema", True, "an older one", "nothing: the next command brings it up to date")
    else:
        yield from _in_step(db, back)


def _in_step(db: sqlite3.Connection, back: str) -> Iterator[Finding]:
    """Whether the schema is this netbook's, and what the journal makes of itself says what it should."""
    if differs := check.schema_differs(db):
        names = [f"the {kind} {name}" for kind, name in differs[:NAMED]]
        more = [f"{len(differs) - NAMED:,} more"] if len(differs) > NAMED else []
        lost = any(kind == "table" for kind, _ in differs)
        state = f"missing or different: {joined([*names, *more])}"
        yield Finding("schema", False, state, back if lost else MEND)
        if lost:
            return
    else:
        yield Finding("schema", True, "as expected")
    astray = check.name_words_mismatches(db)
    state = f"{counted(astray, 'word')} out of step" if astray else "the index of names is complete"
    yield Finding("names", not astray, state, MEND if astray else None)
    astray = check.attendance_mismatches(db)
    state = (
        f"{counted(astray, 'day')} out of step with the meetings"
        if astray
        else "the same as those of the meetings"
    )
    yield Finding("days", not astray, state, MEND if astray else None)
    lost = check.search_mismatches(db)
    state = "out of step" if lost else "the search index is complete"
    yield Finding("words", not lost, state, MEND if lost else None)


def _missing(path: Path) -> Finding:
    if backup := backup_files.copies(path):
        command = backup_files.restore_command(path, backup[0])
        return Finding("file", False, "gone, and backups of it are there", command)
    return Finding("file", True, "not there yet", "nothing: the first command that writes makes it")


def _permissions(path: Path) -> Iterator[Finding]:
    """Who else may read or replace what is private."""
    if os.name == "nt":
        return
    files = [path, rollback_file(path), *backup_files.copies(path)]
    open_files = [file for file in files if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077]
    folder = stat.S_IMODE(path.parent.stat().st_mode)
    if open_files:
        names = " ".join(shlex.quote(str(file)) for file in open_files)
        yield Finding("permissions", False, "others on this machine may open your file", f"chmod 600 {names}")
    if folder & 0o022 and not folder & stat.S_ISVTX:
        todo = f"chmod go-w {shlex.quote(str(path.parent))}"
        yield Finding("permissions", False, "others on this machine may replace your file", todo)
    elif not open_files:
        yield Finding("permissions", True, "only you can read it")


def _room(path: Path) -> Finding:
    free, need = shutil.disk_usage(path.parent).free, 2 * path.stat().st_size + ROOM
    if free < need:
        todo = f"make room on the disk that holds {path.parent}"
        return Finding(
            "room", False, f"{_bytes(free)} free; a change and its backup may need {_bytes(need)}", todo
        )
    return Finding("room", True, f"{_bytes(free)} free")


def _backups(path: Path, *, quick: bool) -> Iterator[Finding]:
    """Whether every backup is whole, or the newest alone."""
    kept = backup_files.backups(path)
    if not kept:
        yield Finding("backups", True, "none yet", "netbook backup makes one")
        return
    looked_at = kept[:1] if quick else kept
    damaged = [copy.path for copy in looked_at if not _is_whole(copy.path)]
    newest = f"{len(kept)} kept, the newest of {kept[0].made_at.astimezone():%Y-%m-%d %H:%M}"
    if damaged:
        names = " ".join(shlex.quote(str(file)) for file in damaged)
        number = "" if len(kept) == 1 else f"{len(damaged)} of them "
        todo = f"{backup_files.command(path)} backup makes a new one; once that is made: rm {names}"
        yield Finding("backups", False, f"{newest}; {number}damaged", todo)
    else:
        yield Finding("backups", True, f"{newest}, {'which is' if quick else 'all'} whole")


def _is_whole(copy: Path) -> bool:
    unreadable: tuple[type[Exception], ...] = (*database_errors(), JournalError, OSError)
    try:
        with closing(open_read_only(copy)) as db:
            version(db, copy)
            return not check.damage(db)
    except WrongPassphrase:
        return True
    except unreadable:
        return False


def _size(path: Path) -> str:
    return _bytes(path.stat().st_size)


def _bytes(number: int) -> str:
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if number >= size:
            return f"{number / size:,.0f} {unit}"
    return counted(number, "byte")
