"""Several machines of one user: each with a journal of its own, and one remote."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.conftest import Shell


class Homes:
    """Machines by their letters, and the repository between them."""

    def __init__(self, folder: Path, number: int = 2, remote: str | None = None) -> None:
        self.folder = folder
        self.remote = remote or str(folder / "remote")
        self.machines = [Shell(folder / letter / "netbook.db") for letter in "abc"[:number]]

    @classmethod
    def copied(cls, made: Homes, folder: Path) -> Homes:
        """Machines as others are, with a remote of their own."""
        shutil.copytree(made.folder, folder, dirs_exist_ok=True)
        homes = cls(folder, len(made.machines))
        for machine in homes.machines:
            machine.sql("UPDATE synced SET remote = ?", homes.remote)
        return homes

    def join(self, options: str = "") -> None:
        """Have every machine sync for the first time, then settle."""
        for machine in self.machines:
            answer = machine(f"sync {self.remote} {options}")
            assert answer.status == 0, answer
        self.settle()

    def settle(self) -> None:
        """Sync until nobody has anything new: every machine twice but the last."""
        for machine in [*self.machines, *self.machines[:-1]]:
            answer = machine("sync")
            assert (answer.status, answer.err) == (0, ""), answer

    def same(self) -> str:
        """All machines have the same journal, in good order, and nothing left to sync; the journal."""
        exports = [machine.ok("export journal") for machine in self.machines]
        for machine, export in zip(self.machines, exports, strict=True):
            assert export == exports[0]
            answer = machine("doctor --csv")
            assert (answer.status, answer.err) == (0, ""), answer
            assert "nothing new" in machine.ok("sync")
        return exports[0]

    def git(self, *arguments: str) -> str:
        """What git says about the remote."""
        done = subprocess.run(
            ["git", "--git-dir", self.remote, *arguments], check=True, capture_output=True, text=True,
            encoding="utf-8", errors="surrogateescape",
        )  # fmt: skip
        return done.stdout
