"""Puts the manual pages into the wheel."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManualPages(BuildHookInterface):  # type: ignore[misc, type-arg]
    """Makes the pages of the commands' own tables, into share/man of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the pages to a temporary folder and name them as data that is installed beside the package."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from netbook import __version__
        from netbook.cli.manual import pages

        self._folder = tempfile.TemporaryDirectory()  # it goes with the build
        for name, text in pages(__version__).items():
            path = Path(self._folder.name) / name
            path.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(path)] = f"share/man/man1/{name}"
