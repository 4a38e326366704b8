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
    result = backup_files.backups(path)
    return [
        BackupRow(
            str(copy.path),
            copy.made_at.astimezone().isoformat(timespec="seconds"),
            copy.path.stat().st_size,
            copy.occasion,
            reason or "until the next automatic backup",
        )
        for copy, reason in zip(result, backup_files.kept_for(result), strict=True)
    ]


def restore_newest(path: Path) -> str | None:
    """The command that restores the newest backup, or None."""
    result = backup_files.copies(path)
    return backup_files.restore_command(path, result[0]) if result else None
