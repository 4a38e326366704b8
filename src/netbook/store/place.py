"""Where the journal is when nobody says."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """The user's data folder for netbook, as platformdirs has it.

    On Linux and the BSDs that is two lines of the XDG base directory specification, written here because
    a daily command should not pay for the import; a test holds both answers equal.
    """
    if sys.platform in ("win32", "darwin", "cygwin", "android", "ios"):
        from platformdirs import user_data_path

        return user_data_path("netbook", appauthor=False)
    chosen = os.environ.get("XDG_DATA_HOME", "").strip()
    return Path(chosen or os.path.expanduser("~/.local/share")) / "netbook"  # noqa: PTH111


def journal_path(option: str | None) -> Path:
    """The journal's path: `--db`, else NETBOOK_DB, else netbook.db in the data folder."""
    chosen = option or os.environ.get("NETBOOK_DB")
    return Path(os.path.expanduser(chosen)) if chosen else data_folder() / "netbook.db"  # noqa: PTH111
