"""A length of time in minutes, as it is typed: "90", "90 min", "1h30", "an hour"."""

from __future__ import annotations

from netbook.core.text import quoted
from netbook.errors import Usage

LONGEST = 60 * 24 * 31  # minutes that a meeting may take
_MINUTES = ("m", "min", "mins", "minute", "minutes", "'")
_HOURS = ("h", "hr", "hrs", "hour", "hours")
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "half": 0.5}


class UnreadableMinutes(Usage):
    """A length of time that cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(f'cannot read the minutes {text}; write 90, "90 min" or 1h30, a month at most')


def parse_minutes(text: str) -> int:
    """The minutes that the words say; raises UnreadableMinutes, also for parts of one and more than a month."""
    minutes = _minutes(_split(text.casefold()))
    if minutes is None or not 1 <= minutes <= LONGEST or minutes % 1:
        raise UnreadableMinutes(quoted(text))
    return int(minutes)


def _split(text: str) -> list[str]:
    """Numbers and words apart: "1h30" is "1", "h", "30"."""
    parts: list[str] = []
    for character in text.replace(":", "h"):
        if character.isspace():
            parts.append("")
        elif parts and parts[-1] and _is_digit(parts[-1][-1]) == _is_digit(character):
            parts[-1] += character
        else:
            parts.append(character)
    return [part for part in parts if part and part != "and"]


def _is_digit(character: str) -> bool:
    return character.isascii() and (character.isdigit() or character == ".")


def _minutes(parts: list[str]) -> float | None:
    match parts:
        case ["half", "an", unit] if unit in _HOURS:
            return 30
        case [count]:
            return _number(count) if count not in _WORDS else None
        case [count, unit] if unit in _MINUTES:
            return _number(count)
        case [count, unit] if unit in _HOURS:
            return _times(count)
        case [count, unit, rest] | [count, unit, rest, "min" | "m" | "minutes"] if unit in _HOURS:
            hours, minutes = _times(count), _number(rest)
            return None if hours is None or minutes is None or minutes >= 60 else hours + minutes
        case _:
            return None


def _times(count: str) -> float | None:
    number = _number(count)
    return None if number is None else number * 60


def _number(text: str) -> float | None:
    if text in _WORDS:
        return float(_WORDS[text])
    if len(text) > 9:
        return None
    try:
        return float(text)
    except ValueError:
        return None
