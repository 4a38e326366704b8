"""Whole processes, timed in turn: what a shell waits for, what the processor does, and the most memory held.

Milliseconds differ from machine to machine and drift on a shared one. Cases that run in turn drift together, so
only their ratios say anything.
"""

from __future__ import annotations

import os
import pty
import shutil
import statistics
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

# Of the caller's settings, what must not leak into what is timed.
LEFT_OUT = (
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
)
ASKS = b"1 of "  # in the heading of the first that is asked about


class Run(NamedTuple):
    """One process: seconds on the clock and of the processor."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Case:
    """A process to be timed; before each run `fresh` files are copied from where they are kept.

    A "{}" in its words stands for the next of `turns`, for what can be done only once. `keys` are pressed when it
    has shown the first of what it asks about. With `said`, the process tells its own seconds: only a part of what it
    does is to be compared.
    """

    argv: Sequence[str]
    env: dict[str, str] = field(default_factory=dict)
    terminal: bool = False
    fresh: tuple[tuple[Path, Path], ...] = ()
    turns: Iterator[object] | None = None
    keys: str = ""
    said: bool = False


class Failed(Exception):
    """A process that was to be timed ended badly."""

    def __init__(self, case: Case, status: int) -> None:
        super().__init__(f"exit {status}: {' '.join(case.argv)}")


def in_turn(cases: dict[str, Case], rounds: int, warm: int = 1) -> dict[str, list[Run]]:
    """Each case once a round; its runs by name. The first rounds only warm the caches."""
    results: dict[str, list[Run]] = {name: [] for name in cases}
    for number in range(-warm, rounds):
        for name, case in cases.items():
            run = once(case)
            if number >= 0:
                results[name].append(run)
    return results


def median(runs: Sequence[Run]) -> Run:
    """What is usual of these runs."""
    return Run(*(statistics.median(column) for column in zip(*runs, strict=True)))


def ratio(runs: Sequence[Run], others: Sequence[Run]) -> Run:
    """How many times as much these took as the others, each compared with the one of its own round."""
    pairs = zip(runs, others, strict=True)
    return median([Run(*(mine / theirs for mine, theirs in zip(*pair, strict=True))) for pair in pairs])


def peak(case: Case) -> float:
    """The most memory that the process held, in MiB.

    A process is told to have held at least what the one that started it had: so a small one starts it.
    """
    refresh(case)
    start = (
        "import os, resource, sys; number = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions="
        "[(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]); os.waitpid(number, 0); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    answer = subprocess.run(
        [sys.executable, "-IS", "-c", start, *case.argv],
        env=environment(case), check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return float(answer.stdout)


def refresh(case: Case) -> None:
    """Put its files as they are to be found."""
    for stored, copy in case.fresh:
        shutil.rmtree(copy.parent, ignore_errors=True)
        copy.parent.mkdir(parents=True)
        if stored.is_file():
            shutil.copyfile(stored, copy)


def environment(case: Case) -> dict[str, str]:
    """The caller's, without what would be measured with it, and the case's own."""
    return {name: value for name, value in os.environ.items() if name not in LEFT_OUT} | case.env


def once(case: Case) -> Run:
    """Run it once."""
    refresh(case)
    env = environment(case)
    mine, theirs = pty.openpty() if case.terminal else os.pipe()
    actions: list[tuple[object, ...]] = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    if case.terminal:
        termios.tcsetwinsize(theirs, (40, 110))
        env["TERM"] = "xterm-256color"
        actions += [(os.POSIX_SPAWN_DUP2, theirs, 0)]
    else:
        actions += [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)]
    actions += [(os.POSIX_SPAWN_DUP2, theirs, 1), (os.POSIX_SPAWN_CLOSE, mine)]
    argv = list(case.argv)
    if case.turns is not None:
        turn = str(next(case.turns))
        argv = [word.replace("{}", turn) for word in argv]
    start = time.perf_counter()
    number = os.posix_spawn(argv[0], argv, env, file_actions=actions)
    os.close(theirs)
    answer = _answered(mine, case.keys) if case.keys else _read(mine)
    _, status, usage = os.wait4(number, 0)
    wall = time.perf_counter() - start
    os.close(mine)
    if code := os.waitstatus_to_exitcode(status):
        raise Failed(case, code)
    cpu = usage.ru_utime + usage.ru_stime
    if case.said:
        wall, cpu = map(float, answer.split()[-2:])
    return Run(wall, cpu)


def _answered(descriptor: int, keys: str) -> bytes:
    """All that comes, the keys pressed at the first question: what was typed before it is thrown away."""
    answer = b""
    while ASKS not in answer:
        if not (more := os.read(descriptor, 1 << 20)):
            return answer
        answer += more
    os.write(descriptor, keys.encode())
    return answer + _read(descriptor)


def _read(descriptor: int) -> bytes:
    """All that comes, of which the end is enough."""
    stored = b""
    while True:
        try:
            more = os.read(descriptor, 1 << 20)
        except OSError:  # a terminal whose other side has gone
            return stored
        if not more:
            return stored
        stored = more
