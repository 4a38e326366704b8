"""Backups, and the result of a restore."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netbook.core.text import joined
from netbook.render.table import TableColumn, table
from netbook.render.text import Screen, counted, pad, visible

if TYPE_CHECKING:
    from netbook.actions.backup import BackedUp, Restored
    from netbook.reports.backups import BackupRow

LABEL = 14


def backed_up(done: BackedUp, screen: Screen) -> str:
    """Where the copy is, what is in it, and how to restore it."""
    head = f"Backed up, and checked: {visible(str(done.file))}"
    parts = [
        ("holds", _holds(done.people, done.meetings)),
        ("back again", visible(done.restore)),
    ]
    return "\n".join([screen.wrap("", head, indent=2), *facts(parts, screen)])


def backed_up_object(done: BackedUp) -> dict[str, Any]:
    """The same for a script."""
    return {"file": str(done.file), "bytes": done.bytes, "people": done.people, "meetings": done.meetings}


def backups(rows: Sequence[BackupRow], screen: Screen) -> str:
    """The backups, newest first."""
    if not rows:
        return "No backups yet: netbook backup"
    columns = [
        TableColumn("made"),
        TableColumn("for"),
        TableColumn("kB", right=True),
        TableColumn("kept"),
        TableColumn("file", wraps=True),
    ]
    cells = [
        (
            row.made_at[:16].replace("T", " "),
            row.occasion or "",
            f"{row.bytes // 1000:,}",
            row.kept,
            row.file,
        )
        for row in rows
    ]
    return table(screen, columns, cells)


def about_to_restore(path: Path, file: str, foreign: Sequence[str]) -> str:
    """The question before a restore."""
    more = f"It has parts that are not netbook's: {visible(joined([*foreign]))}. " if foreign else ""
    return f"{more}Put {visible(file)} in the place of {visible(str(path))}? The present one is kept."


def restored(done: Restored, path: Path, file: str, screen: Screen) -> str:
    """What the journal holds now, and where the one before went."""
    parts = [("holds", _holds(done.people, done.meetings))]
    if done.older_schema is not None:
        parts.append(("schema", f"brought up to date from {done.older_schema}"))
    if done.backup is not None:
        what = "as it was, damaged" if done.damaged else "what was there"
        parts.append(("kept", f"{what}: {visible(str(done.backup))}"))
    if done.foreign:
        parts.append(("not netbook's", visible(joined([*done.foreign]))))
    head = f"Restored {visible(str(path))} from {visible(file)}"
    return "\n".join([screen.wrap("", head, indent=2), *facts(parts, screen)])


def restored_object(done: Restored, path: Path) -> dict[str, Any]:
    """The same for a script."""
    return {
        "journal": str(path),
        "people": done.people,
        "meetings": done.meetings,
        "older_schema": done.older_schema,
        "kept": None if done.backup is None else str(done.backup),
        "damaged": done.damaged,
        "foreign": [*done.foreign],
    }


def _holds(people: int, meetings: int) -> str:
    return f"{counted(people, 'person', 'people')}, {counted(meetings, 'meeting')}"


def facts(parts: Sequence[tuple[str, str]], screen: Screen) -> list[str]:
    """Labels and texts, each text wrapped under its own column."""
    return [screen.wrap(f"  {pad(label, LABEL)}", text) for label, text in parts]
