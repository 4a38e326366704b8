"""New connections compared with an event's goal: reached or not, how often, and as a bar."""

from collections.abc import Sequence
from typing import NamedTuple

CELLS = 10


class Result(NamedTuple):
    """The new connections of an event; one still going on may yet reach its goal."""

    new: int
    goal: int
    ongoing: bool = False

    @property
    def reached(self) -> bool:
        """Whether there were as many new connections as wanted; a goal of none is always reached."""
        return self.new >= self.goal

    @property
    def settled(self) -> bool:
        """Whether it counts: it is over, or has its goal already."""
        return self.reached or not self.ongoing


class Summary(NamedTuple):
    """Several events together: how many count, how many of them reached their goal, how many of the latest
    did so without a break, new connections on average, and their goal where they all have the same.

    The average is to a tenth, halves up; None without events.
    """

    events: int
    reached: int
    streak: int
    average: float | None
    goal: int | None


def summary(results: Sequence[Result]) -> Summary:
    """Events, the latest first, in sum; one that goes on and is still short of its goal is left out."""
    settled = [result for result in results if result.settled]
    count, new = len(settled), sum(result.new for result in settled)
    goals = {result.goal for result in settled}
    return Summary(
        events=count,
        reached=sum(result.reached for result in settled),
        streak=_unbroken(settled),
        average=(20 * new + count) // (2 * count) / 10 if settled else None,
        goal=goals.pop() if len(goals) == 1 else None,
    )


def _unbroken(results: Sequence[Result]) -> int:
    for length, result in enumerate(results):
        if not result.reached:
            return length
    return len(results)


def bar(new: int, goal: int, full: str = "█", empty: str = "░") -> str:
    """Ten cells, filled in proportion: all of them only where the goal is reached, none only for nobody."""
    filled = CELLS if new >= goal else max(new * CELLS // goal, min(new, 1))
    return full * filled + empty * (CELLS - filled)
