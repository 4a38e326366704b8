"""Every row of the table with its floor in turn: ratio, bound, and whether it holds."""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import peers
from benchmarks.processes import Failed, Run, in_turn, median, peak, ratio
from benchmarks.table import GROWTH, ROWS, Ground, Row, case, floor

HEAD = f"{'':24}{'':6}{'ms':>9}{'cpu ms':>9}{'floor':>9}{'ratio':>8}{'cpu':>8}{'bound':>8}  holds"


class Line(NamedTuple):
    """A ratio that was measured, by the clock and by the processor, and its bound."""

    name: str
    size: str
    ms: float
    cpu_ms: float
    floor_ms: float
    ratio: float
    cpu_ratio: float
    bound: float

    def text(self, by_cpu: bool) -> str:
        """One line of the answer."""
        holds = "yes" if self.holds(by_cpu) else "NO"
        return (
            f"{self.name:24}{self.size:6}{self.ms:9.1f}{self.cpu_ms:9.1f}{self.floor_ms:9.1f}{self.ratio:8.2f}"
            f"{self.cpu_ratio:8.2f}{self.bound:8.2f}  {holds}"
        )

    def holds(self, by_cpu: bool) -> bool:
        """Whether the ratio is within its bound."""
        return (self.cpu_ratio if by_cpu else self.ratio) <= self.bound


def main() -> int:
    """Measure what was asked for; 1 where a bound does not hold."""
    wanted = arguments()
    folder = (
        wanted.journals
        or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "netbook-benchmarks"
    )
    results = made(folder, wanted.sizes)
    rows = {name: row for name, row in ROWS.items() if not wanted.only or wanted.only in name}
    missed = 0
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="netbook-benchmarks-") as scratch:
        grounds = {size: ground(path, Path(scratch) / size) for size, path in results.items()}
        for name, row in rows.items():
            try:
                for line in measured(name, row, grounds, wanted.rounds):
                    missed += not line.holds(wanted.cpu)
                    print(line.text(wanted.cpu), flush=True)
            except Failed as failure:
                missed += 1
                print(f"{name:24}{failure}", flush=True)
        if wanted.peers:
            peers.run(results, Path(scratch), wanted.rounds)
    return 1 if missed else 0


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--journals", type=Path, metavar="DIR", help="where the journals are kept between runs"
    )
    parser.add_argument("--sizes", nargs="+", choices="SML", default=["S", "M", "L"])
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="how often each is run")
    parser.add_argument("--only", metavar="TEXT", help="the rows whose name has this in it")
    parser.add_argument("--cpu", action="store_true", help="judge by the processor's time, on a busy machine")
    parser.add_argument("--peers", action="store_true", help="time other programs as well, those installed")
    return parser.parse_args()


def made(folder: Path, sizes: list[str]) -> dict[str, Path]:
    """The journals, made by a process of its own: this one has to stay small."""
    command = [sys.executable, "-m", "benchmarks.journals", str(folder), *sizes]
    print("journals in", folder, file=sys.stderr)
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split("\n")
    return {size: Path(line) for size, line in zip(sizes, lines, strict=False)}


def ground(path: Path, scratch: Path) -> Ground:
    """A copy to write to, and an empty journal."""
    scratch.mkdir()
    copy = scratch / "netbook.db"
    shutil.copyfile(path, copy)
    from netbook.store.journal import build

    empty = sqlite3.connect(scratch / "empty.db", isolation_level=None)
    build(empty)
    empty.close()
    return Ground(path, copy, scratch)


def measured(name: str, row: Row, grounds: dict[str, Ground], rounds: int) -> Iterator[Line]:
    """The lines of one row: each size that has a bound, then how it grows."""
    sizes = [size for size in grounds if size in row.bounds]
    if not sizes:
        return
    cases = {size: case(name, row, grounds[size]) for size in sizes}
    cases |= {
        f"{size} floor": floor(row, grounds[size]) for size in (sizes if row.floor == "csv" else sizes[-1:])
    }
    runs = in_turn(cases, row.rounds or rounds, warm=0 if row.rounds == 1 else 1)
    for size in sizes:
        least = runs.get(f"{size} floor") or runs[f"{sizes[-1]} floor"]
        if row.bounds[size] < UNBOUND:
            yield compared(name, size, runs[size], least, row.bounds[size])
    if "S" in runs and "L" in runs:
        if row.grows:
            yield compared(name, "L : S", runs["L"], runs["S"], GROWTH)
        if row.memory:
            small, large = peak(cases["S"]), peak(cases["L"])
            yield Line(f"{name}, MiB", "L : S", large, large, small, large / small, large / small, row.memory)
    if row.held and "L" in runs:
        large = peak(cases["L"])
        yield Line(f"{name}, MiB", "L", large, large, 1, large, large, row.held)


UNBOUND = 99


def compared(name: str, size: str, runs: list[Run], floor_runs: list[Run], bound: float) -> Line:
    """The runs of a command against those of its floor."""
    usual, least, times = median(runs), median(floor_runs), ratio(runs, floor_runs)
    return Line(name, size, usual.wall * 1e3, usual.cpu * 1e3, least.wall * 1e3, times.wall, times.cpu, bound)


if __name__ == "__main__":
    sys.exit(main())
