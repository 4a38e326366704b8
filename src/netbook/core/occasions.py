"""Occasions in a few words: where somebody was first met, what a plan is for."""

_OVER = ("coffee", "lunch", "dinner", "drinks")
_ON = ("walk", "visit")
_BY = ("call", "video")


def first_met(kind: str, event: str | None) -> str:
    """How somebody was met: "met at CIO Forum", "met over lunch", "met by video"."""
    if event:
        return f"met at {event}"
    if kind in _OVER:
        return f"met over {kind}"
    if kind in _ON:
        return f"met on a {kind}"
    if kind in _BY:
        return "met on a call" if kind == "call" else "met by video"
    return "met at an event" if kind == "event" else "met"


def occasion(at: str | None, place: str | None, event: str | None, text: str | None) -> str | None:
    """When, where and what for: "12:30, Blue Bottle: her talk"."""
    where = ", ".join([part for part in (at, event, place) if part])
    return ": ".join([part for part in (where, text) if part]) or None
