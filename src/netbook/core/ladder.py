"""Give it time: the next rung from a call to a coffee to a meal, and how long each takes."""

from collections.abc import Collection
from typing import NamedTuple


class Rung(NamedTuple):
    """A way to reach out, the minutes it takes, and why it is the next one."""

    way: str
    minutes: int
    because: str


CALL, HOUR = 15, 60
IN_PERSON = Rung("meet in person", HOUR, "what is strained is repaired face to face")

SEEN_AFAR = "only seen on a screen this year"
HEARD_AFAR = "only heard by phone this year"

_FAR = ("call", "video")
_GLANCE = ("meeting", "event")


def next_rung(last_kind: str | None, of_late: Collection[str] = ()) -> Rung:
    """What to propose after the latest human contact of this kind; a call to somebody never met.

    `of_late` has the kinds of human contact of the past twelve months; where none was in person, that is why.
    """
    if last_kind is None:
        return Rung("call", CALL, "never met: a first call takes 15 minutes")
    if from_afar := only_from_afar(of_late):
        return Rung("coffee", HOUR, from_afar)
    if is_from_afar(last_kind):
        return Rung("coffee", HOUR, f"last time was a {last_kind}{' call' if last_kind == 'video' else ''}")
    if last_kind in _GLANCE:
        return Rung("coffee", HOUR, f"last time was at {'an event' if last_kind == 'event' else 'a meeting'}")
    return Rung("lunch", HOUR, f"last time was {_a(last_kind)}")


def is_from_afar(kind: str) -> bool:
    """Whether human contact of this kind is at a distance."""
    return kind in _FAR


def only_from_afar(of_late: Collection[str]) -> str | None:
    """What to say where there was human contact of these kinds in a year, and none of it in person."""
    if not of_late or not all(map(is_from_afar, of_late)):
        return None
    return SEEN_AFAR if "video" in of_late else HEARD_AFAR


def _a(kind: str) -> str:
    return (
        kind if kind in ("coffee", "lunch", "dinner", "drinks") else f"a{'n' * (kind[0] in 'aeiou')} {kind}"
    )
