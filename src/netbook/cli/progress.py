"""A progress bar on a terminal for work that takes longer than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from netbook.render.text import RICH

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds without a bar
STEP = 1_000  # items between two looks at the clock

Item = TypeVar("Item")

# What goes on says now and then how much is done, and how much there is in all; 0 where nobody knows.
Advance = Callable[[int, int], None]


@contextmanager
def progress() -> Iterator[Advance]:
    """A callback for long work: draws a bar on stderr if that is a terminal, after one second."""
    begun = time.monotonic()
    bar: Progress | None = None

    def advance(done: int, every: int) -> None:
        nonlocal bar
        if bar is None and seen() and time.monotonic() - begun > PATIENCE:
            bar = _bar(every)
        if bar is not None:
            bar.update(bar.task_ids[0], completed=min(done, every), total=every or None)

    try:
        yield advance
    finally:
        if bar is not None:
            bar.stop()


def watched(items: Iterable[Item], number: int, output: str | None) -> Iterator[Item]:
    """The items on their way to a file or a pipe, with a bar if that takes long; no bar on a screen."""
    on_screen = output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    with progress() as advance:
        for done, item in enumerate(items):
            if done % STEP == 0 and not on_screen:
                advance(done, number)
            yield item


def seen() -> bool:
    """Whether somebody sees what is written to stderr."""
    return sys.stderr is not None and sys.stderr.isatty()


def _bar(every: int) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn

    calm = BarColumn(complete_style=RICH["good"], finished_style=RICH["good"])
    bar = Progress(calm, TaskProgressColumn(style=RICH["dim"]), console=Console(stderr=True), transient=True)
    bar.add_task("", total=every or None)
    bar.start()
    return bar
