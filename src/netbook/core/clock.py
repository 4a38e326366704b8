"""A time of day, as it is typed: "12:30", "9", "18h", "6 pm"."""

from __future__ import annotations

from netbook.core.text import quoted
from netbook.errors import Usage


class UnreadableTime(Usage):
    """A text that is not a time of day."""

    def __init__(self, text: str) -> None:
        super().__init__(f'cannot read the time {text}; write 12:30 or "6 pm"')


def parse_time(text: str) -> str:
    """The time of day as HH:MM; raises UnreadableTime."""
    plain = text.casefold().replace(".", ":").replace(" ", "").removeprefix("at")
    half = next((end for end in ("am", "pm") if plain.endswith(end)), "")
    hour, _, minute = plain.removesuffix(half).replace("h", ":").removesuffix(":").partition(":")
    if not (_is_number(hour) and (not minute or (_is_number(minute) and len(minute) == 2))):
        raise UnreadableTime(quoted(text))
    number = int(hour)
    if half and not 1 <= number <= 12:
        raise UnreadableTime(quoted(text))
    if half:
        number = number % 12 + (12 if half == "pm" else 0)
    if number > 23 or int(minute or 0) > 59:
        raise UnreadableTime(quoted(text))
    return f"{number:02}:{int(minute or 0):02}"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 2
