"""Where a journal's backups are and what they are called; nothing here opens one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from netbook.store.location import journal_path

KEPT = 10
_STAMP = "[0-9]" * 8 + "-" + "[0-9]" * 6 + "-" + "[0-9]" * 6


def folder(path: Path) -> Path:
    """The folder beside the journal that netbook keeps backups in."""
    return path.parent / "backups"


def new_name(path: Path, kind: str = "") -> Path:
    """A name for a backup made now; one with a kind, such as ".damaged", is never counted among the others."""
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    return folder(path) / f"{_stem(path)}-{moment}{kind}.db"


def copies(path: Path) -> list[Path]:
    """The backups of this journal in its folder, newest first."""
    return sorted(folder(path).glob(f"{_literally(_stem(path))}-{_STAMP}.db"), reverse=True)


def drafts(path: Path) -> list[Path]:
    """Files on their way to become the journal or a backup of it; of a command that was killed they stay."""
    beside = path.parent.glob(f".{_literally(path.name)}.*.*")
    return [*beside, *folder(path).glob(".*.new*")]


def made_at(copy: Path) -> datetime:
    """When a backup was made, by its name."""
    return datetime.strptime(copy.stem[-len("YYYYMMDD-HHMMSS-ffffff") :], "%Y%m%d-%H%M%S-%f").astimezone()


def restore_hint(path: Path) -> str:
    """What to do about a journal that cannot be read, as the end of a message."""
    if result := copies(path):
        return f"{restore_command(path, result[0])} brings back the newest backup"
    return "no backup of it is kept beside it; netbook restore FILE brings back a copy from elsewhere"


def restore_command(path: Path, copy: Path) -> str:
    """What to type to bring a backup back; the journal is named where it is not the usual one."""
    import shlex

    named = "" if path == Path(journal_path(None)) else f"--db {shlex.quote(str(path))} "
    return f"netbook {named}restore {shlex.quote(str(copy))}"


def _stem(path: Path) -> str:
    # "a.db" and "a.sqlite" in one folder are two journals.
    return path.stem if path.suffix == ".db" else path.name


def _literally(text: str) -> str:
    """The text as a glob pattern that matches only itself."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in text)
