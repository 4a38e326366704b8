"""Backups, what came back from one, and whether the journal is well."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netbook.render.table import Column, table
from netbook.render.text import Paper, counted, pad, visible

if TYPE_CHECKING:
    from netbook.actions.trust import BackedUp, Mended, Restored
    from netbook.reports.doctor import BackupRow, Health

LABEL = 14


def backed_up(done: BackedUp, paper: Paper) -> str:
    """Where the copy is, what is in it, and the way back."""
    head = f"Backed up, and checked: {visible(str(done.file))}"
    said = [
        ("holds", _holds(done.people, done.meetings)),
        ("back again", visible(done.restore)),
    ]
    return "\n".join([paper.hang("", head, indent=2), *_facts(said, paper)])


def backed_up_object(done: BackedUp) -> dict[str, Any]:
    """The same for a script."""
    return {"file": str(done.file), "bytes": done.bytes, "people": done.people, "meetings": done.meetings}


def backups(rows: Sequence[BackupRow], paper: Paper) -> str:
    """The backups, newest first."""
    if not rows:
        return "No backups yet: netbook backup"
    columns = [Column("made"), Column("kB", right=True), Column("file", wraps=True)]
    cells = [(row.made_at[:16].replace("T", " "), f"{row.bytes // 1000:,}", row.file) for row in rows]
    return table(paper, columns, cells)


def about_to_restore(path: Path, file: str) -> str:
    """The question before a restore."""
    return f"Put {visible(file)} in the place of {visible(str(path))}? What is there now is kept."


def restored(done: Restored, path: Path, file: str, paper: Paper) -> str:
    """What the journal holds now, and where the one before went."""
    said = [("holds", _holds(done.people, done.meetings))]
    if done.older_schema is not None:
        said.append(("schema", f"brought up to date from {done.older_schema}"))
    if done.kept is not None:
        what = "as it was, damaged" if done.damaged else "what was there"
        said.append(("kept", f"{what}: {visible(str(done.kept))}"))
    head = f"Restored {visible(str(path))} from {visible(file)}"
    return "\n".join([paper.hang("", head, indent=2), *_facts(said, paper)])


def restored_object(done: Restored, path: Path) -> dict[str, Any]:
    """The same for a script."""
    return {
        "journal": str(path),
        "people": done.people,
        "meetings": done.meetings,
        "older_schema": done.older_schema,
        "kept": None if done.kept is None else str(done.kept),
        "damaged": done.damaged,
    }


def mended(done: Mended, paper: Paper) -> str:
    """What was made anew."""
    if not done.what:
        return "Nothing to mend"
    said = [("made anew", ", ".join(done.what))]
    if done.kept is not None:
        said.append(("backup", visible(str(done.kept))))
    return "\n".join(["Mended:", *_facts(said, paper)])


def health(report: Health, paper: Paper) -> str:
    """Each thing that was looked at, what is wrong in the one warm colour, with what to do."""
    lines = [paper.hang("", f"Checked {visible(str(report.path))}", indent=2)]
    for finding in report.findings:
        lead = f"  {pad(finding.check, LABEL)}"
        found = visible(finding.found) if finding.ok else f"wrong: {visible(finding.found)}"
        lines.append(paper.hang(lead, found, "plain" if finding.ok else "late"))
        if finding.todo:
            lines.append(paper.hang(f"  {pad('', LABEL)}", f"do: {visible(finding.todo)}"))
    lines.append("All is well" if not report.wrong else f"{counted(report.wrong, 'thing')} wrong")
    return "\n".join(lines)


def _holds(people: int, meetings: int) -> str:
    return f"{counted(people, 'person', 'people')}, {counted(meetings, 'meeting')}"


def _facts(said: Sequence[tuple[str, str]], paper: Paper) -> list[str]:
    return [paper.hang(f"  {pad(label, LABEL)}", text) for label, text in said]
