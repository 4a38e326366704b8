"""Repair what the rest of the journal can rebuild."""

from pathlib import Path
from typing import NamedTuple

from netbook.store import backup as copying
from netbook.store import journal
from netbook.store import mend as mending


class Mended(NamedTuple):
    """What was made anew, and the copy that was kept before; None where nothing was wrong."""

    what: tuple[str, ...]
    kept: Path | None = None


def mend(path: Path) -> Mended:
    """Make anew what doctor finds out of step, as far as the rest of the journal says how; a copy is kept first."""
    backup: list[Path] = []
    with journal.transaction(path) as db:
        what = mending.mend(db, lambda: backup.append(copying.keep_copy(path, "mend")))
    return Mended(tuple(what), *backup)
