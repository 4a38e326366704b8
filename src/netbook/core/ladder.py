"""The next way to reach out, from a call to a coffee to a meal, and how long each takes."""

from collections.abc import Collection
from typing import NamedTuple


class Rung(NamedTuple):
    """A way to reach out, the minutes it takes, and the reason for it."""

    way: str
    minutes: int
    because: str


LINE, CALL, HOUR = 2, 15, 60
WRITE = Rung("write", LINE, "a line, until there is time for a call")
IN_PERSON = Rung("meet in person", HOUR, "a strain is best repaired face to face")

SEEN_AFAR = "only seen on a screen this year"
HEARD_AFAR = "only by phone this year"

_FAR = ("call", "video")
_GLANCE = ("meeting", "event")


def next_rung(last_kind: str | None, of_late: Collection[str] = (), known: bool = False) -> Rung:
    """The way to reach out after the latest human contact of this kind; a call if there was none.

    `of_late` are the kinds of human contact of the past twelve months; if none was in person, that is the reason.
    `known` is true if they have been met without a recorded meeting.
    """
    if last_kind is None:
        if known:
            return Rung("call", CALL, "a call takes 15 minutes")
        return Rung("call", CALL, "never met: a first call takes 15 minutes")
    if from_afar := only_from_afar(of_late):
        return Rung("coffee", HOUR, from_afar)
    if is_from_afar(last_kind):
        return Rung("coffee", HOUR, f"last time was a {last_kind}{' call' if last_kind == 'video' else ''}")
    if last_kind in _GLANCE:
        return Rung("coffee", HOUR, f"last time was at {'an event' if last_kind == 'event' else 'a meeting'}")
    return Rung("lunch", HOUR, f"last time was {_a(last_kind)}")


def that_fits(way: Rung, minutes: int | None) -> Rung:
    """The same way if there is time for it, else a call, else a line."""
    if minutes is None or way.minutes <= minutes:
        return way
    return Rung("call", CALL, f"{way.way} takes longer: a call for now") if minutes >= CALL else WRITE


def is_from_afar(kind: str) -> bool:
    """Whether human contact of this kind is at a distance."""
    return kind in _FAR


def only_from_afar(of_late: Collection[str]) -> str | None:
    """The remark if all human contact of these kinds in a year was at a distance, else None."""
    if not of_late or not all(map(is_from_afar, of_late)):
        return None
    return SEEN_AFAR if "video" in of_late else HEARD_AFAR


def _a(kind: str) -> str:
    return (
        kind if kind in ("coffee", "lunch", "dinner", "drinks") else f"a{'n' * (kind[0] in 'aeiou')} {kind}"
    )
