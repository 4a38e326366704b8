"""A screen for the tests: stdout is a terminal, or has a poor encoding, in this very process (fast)."""

from __future__ import annotations

import io
import os
import shlex
import sys

from netbook.cli.main import main
from tests.conftest import Shell


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def on_screen(
    netbook: Shell, line: str, columns: int = 100, encoding: str = "utf-8", **env: str
) -> tuple[int, str]:
    """The status of `netbook LINE`, and what it writes to a terminal of so many columns, which has colours."""
    out, stdout, environment = io.BytesIO(), sys.stdout, dict(os.environ)
    screen = sys.stdout = _Screen(out, encoding=encoding, newline="\n")
    os.environ.pop("NO_COLOR", None)
    os.environ.update({**netbook.environment(), "COLUMNS": str(columns), "TERM": "xterm-256color", **env})
    try:
        status = main(shlex.split(line))
        screen.flush()
    finally:
        sys.stdout = stdout
        os.environ.clear()
        os.environ.update(environment)
    return status, out.getvalue().decode(encoding)
