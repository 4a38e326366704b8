"""Copies of the journal, kept beside it before something big: private, whole, the last ten."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from netbook.store.journal import reading

KEPT = 10


def keep_copy(path: Path) -> Path:
    """Copy the journal, as it was last committed, into `backups` beside it; the copy's path.

    The folder and the copy are readable by their owner alone. Of older copies of this journal ten are kept.
    To be called before a transaction's first change: later ones may lock readers out.
    """
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    copy = folder / f"{path.stem}-{moment}.db"
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        target = sqlite3.connect(copy)
        try:
            # By a connection of its own: SQLite copies from none that is about to write.
            with reading(path) as source:
                source.backup(target)
        finally:
            target.close()
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    stamp = "[0-9]" * 8 + "-" + "[0-9]" * 6 + "-" + "[0-9]" * 6
    for old in sorted(folder.glob(f"{_literally(path.stem)}-{stamp}.db"))[:-KEPT]:
        old.unlink(missing_ok=True)
    return copy


def _literally(text: str) -> str:
    """The text as a glob pattern that matches only itself."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in text)
