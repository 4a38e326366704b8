"""Repair what the rest of the journal can rebuild."""

from pathlib import Path
from typing import NamedTuple

from netbook.errors import JournalDamaged
from netbook.store import backup as copying
from netbook.store import check, journal
from netbook.store import mend as mending
from netbook.store.backup_files import restore_hint


class Mended(NamedTuple):
    """What was rebuilt, and the backup that was made before; None if nothing was wrong."""

    what: tuple[str, ...]
    backup: Path | None = None


def mend(path: Path) -> Mended:
    """Rebuild the derived parts of the journal that `doctor` found wrong, after making a backup."""
    backups: list[Path] = []
    with journal.transaction(path) as db:
        if check.damage(db):
            raise JournalDamaged(path, restore_hint(path))
        what = mending.mend(db, lambda: backups.append(copying.keep_copy(path, "mend")))
    return Mended(tuple(what), *backups)
