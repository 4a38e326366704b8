"""Check the journal: its file and what is inside, permissions, disk space, backups."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from netbook.core.text import counted
from netbook.errors import UNCHANGED, JournalError
from netbook.errors.journal_files import DamageFound
from netbook.reports.doctor_content import look_inside
from netbook.reports.doctor_files import in_bytes, look_around, look_at_backups
from netbook.reports.finding import Finding
from netbook.store import backup_files, journal
from netbook.store.detect_encryption import database_errors
from netbook.store.file import (
    connect,
    is_cut_off,
    is_there,
    open_to_check,
    rollback_file,
    translated_errors,
    version,
)

__all__ = ["Finding", "Health", "build", "diagnosis"]


class Health(NamedTuple):
    """The results of all checks, in their order."""

    path: Path
    findings: list[Finding]

    @property
    def wrong(self) -> int:
        """How many checks found a problem."""
        return sum(not finding.ok for finding in self.findings)


def build(path: Path, *, quick: bool = False) -> Health:
    """Run all checks without changing a byte of the journal; the quick check looks only at the newest backup."""
    exists, findings = look_at_journal(path)
    around = look_around(path, quick=quick) if exists else look_at_backups(path, quick=quick)
    return Health(path, [*findings, *around])


def diagnosis(error: Exception) -> JournalError | None:
    """The problem with this command's journal, after a command failed without a reason of its own.

    If SQLite refused, the cause may be a trigger that somebody added.
    """
    opened = journal.of_command()
    if opened is None:
        return None
    _, findings = look_at_journal(Path(opened))
    refused = isinstance(error, database_errors())
    for finding in findings:
        if not finding.ok or (refused and finding.check == "foreign" and finding.todo):
            return DamageFound(opened, f"{finding.check}: {finding.found}", finding.todo)
    return None


def look_at_journal(path: Path) -> tuple[bool, list[Finding]]:
    """Whether the journal exists, and the results of the checks inside it."""
    findings: list[Finding] = []
    exists = True
    try:
        with translated_errors(path):
            exists = is_there(path)
            if exists:
                with _looking(path, findings) as db:
                    findings.append(_file(db, path))
                    findings += look_inside(db, path)
            else:
                findings.append(_missing(path))
    except JournalError as error:
        what, _, todo = str(error).partition("; ")
        todo = todo.removesuffix(UNCHANGED).removesuffix("; ")
        findings.append(Finding("file", False, what, todo or None))
    except Exception as error:  # what no other file could make SQLite or Python say
        findings.append(Finding("file", False, f"damaged: {error}", backup_files.restore_hint(path)))
    return exists, findings


@contextmanager
def _looking(path: Path, findings: list[Finding]) -> Iterator[sqlite3.Connection]:
    """The journal for reading; if an interrupted change waits to be rolled back, a copy in which that is done."""
    if not is_cut_off(path):
        db = open_to_check(path)
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


def _file(db: sqlite3.Connection, path: Path) -> Finding:
    state = f"a journal, schema {version(db, path)}, {in_bytes(path.stat().st_size)}"
    try:
        people, meetings = (
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("person", "meeting")
        )
    except Exception:  # what is wrong the other checks say
        return Finding("file", True, state)
    return Finding(
        "file", True, f"{state}, {counted(people, 'person', 'people')}, {counted(meetings, 'meeting')}"
    )


def _missing(path: Path) -> Finding:
    if backups := backup_files.copies(path):
        command = backup_files.restore_command(path, backups[0])
        return Finding("file", False, "missing, but it has backups", command)
    return Finding("file", True, "not there yet", "nothing: the first command that writes creates it")
