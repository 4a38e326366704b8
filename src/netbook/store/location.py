"""Where the journal is by default.

Here and in everything that a command runs, paths are texts: loading pathlib takes a tenth of a start.
"""

from __future__ import annotations

import os
import sys


def data_folder() -> str:
    """The user's data folder for netbook, as platformdirs has it.

    On Linux and the BSDs that is two lines of the XDG base directory specification, written here because
    a daily command should not pay for the import; a test holds both answers equal.
    """
    if sys.platform in ("win32", "darwin", "cygwin", "android", "ios"):
        from platformdirs import user_data_dir

        return user_data_dir("netbook", appauthor=False)
    chosen = os.environ.get("XDG_DATA_HOME", "").strip()
    # The specification has a relative path ignored.
    folder = chosen if os.path.isabs(chosen) else os.path.expanduser("~/.local/share")
    return os.path.join(folder, "netbook")


def journal_path(option: str | None) -> str:
    """The journal's path: `--db`, else NETBOOK_DB, else netbook.db in the data folder."""
    chosen = option or os.environ.get("NETBOOK_DB")
    return os.path.expanduser(chosen) if chosen else os.path.join(data_folder(), "netbook.db")
