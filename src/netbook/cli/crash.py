"""The report of a bug in netbook: where it happened, and nothing from the journal."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback

from netbook import __version__
from netbook.errors import NetbookError, SystemRefused


def reason(error: Exception) -> NetbookError | None:
    """Why a command failed if that is no bug in netbook: the system refused, or the journal is damaged."""
    if isinstance(error, MemoryError):
        return SystemRefused("there is not enough memory for this")
    if isinstance(error, OSError):
        named = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, (str, bytes)) else ""
        return SystemRefused(f"{named}{(error.strerror or str(error)).lower()}")
    from netbook.reports.doctor import diagnosis

    try:
        return diagnosis(error)
    except Exception:
        return None


def report(error: Exception) -> str:
    """Write a private crash report and give the line that names it.

    It holds versions and the places in the code, the command's own among them, but neither values nor the
    message of the error, which may quote the journal.
    """
    lines = [
        f"netbook {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
        f"error: {type(error).__module__}.{type(error).__qualname__}",
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {os.path.basename(frame.filename)}:{frame.lineno} {frame.name}: {frame.line}")  # noqa: PTH119
    try:
        descriptor, path = tempfile.mkstemp(prefix="netbook-crash-", suffix=".txt")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return "stopped by a bug in netbook; no report could be written; please report what you did"
    return (
        f"stopped by a bug in netbook; please report it with {path}, which contains nothing from your journal"
    )
