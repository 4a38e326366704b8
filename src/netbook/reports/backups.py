"""The backups beside the journal."""

from pathlib import Path
from typing import NamedTuple

from netbook.store import backup_files


class BackupRow(NamedTuple):
    """A backup: where and when (local time), its size, what it was made for, and why it is kept."""

    file: str
    made_at: str
    bytes: int
    occasion: str | None
    kept: str


def build(path: Path) -> list[BackupRow]:
    """The backups beside the journal, newest first."""
    backups = backup_files.backups(path)
    return [
        BackupRow(
            str(copy.path),
            copy.made_at.astimezone().isoformat(timespec="seconds"),
            copy.path.stat().st_size,
            copy.occasion,
            reason or "until the next automatic backup",
        )
        for copy, reason in zip(backups, backup_files.kept_for(backups), strict=True)
    ]


def restore_newest(path: Path) -> str | None:
    """The command that restores the newest backup, or None."""
    copies = backup_files.copies(path)
    return backup_files.restore_command(path, copies[0]) if copies else None
