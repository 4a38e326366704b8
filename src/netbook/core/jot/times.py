"""Hours and durations in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from netbook.core.jot.lexicon import LATE, words
from netbook.core.jot.words import Word

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "ninety": 90}
_MINUTES, _HOURS = (
    words("min mins minute minutes minutes' minute's"),
    words("h hr hrs hour hours hour's hours'"),
)
_HOUR_WORDS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_AROUND = words("at around about by ca c approx from circa ~ @")


def hour_at(sentence: Sequence[Word], at: int) -> tuple[int, str | None] | None:
    """How many words a time of day is, and the hour as HH:MM where it is certain."""
    start = at
    plain = [word.plain for word in sentence[at : at + 5]]
    introduced = plain[:1] != [] and plain[0] in _AROUND
    if introduced:
        plain, start = plain[1:], at + 1
    if not plain or (introduced and sentence[at].after):
        return None
    past = start - at
    if plain[0] in _HOUR_WORDS:
        return past + 1, _HOUR_WORDS[plain[0]]
    if plain[0] in ("half", "quarter") and plain[1:2] in (["past"], ["to"]) and plain[2:3]:
        return past + 3, None
    if plain[1:2] in (["o'clock"], ["oclock"]) and (plain[0] in _NUMBERS or plain[0].isdigit()):
        return past + 2, None
    hour = _clock(plain[0], plain[1] if len(plain) > 1 and not sentence[start].after else "")
    if hour is not None:
        return past + hour[0], hour[1]
    if introduced and plain[0].isdigit() and int(plain[0]) <= 24 and len(plain[0]) <= 2:
        if plain[1:2] and (plain[1] in _MINUTES or plain[1] in _HOURS):
            return None
        return past + 1, f"{int(plain[0]):02}:00" if int(plain[0]) > 12 else None
    return None


def duration_at(sentence: Sequence[Word], at: int) -> tuple[int, int] | None:
    """How many words a duration is, and its minutes: "40 min", "for an hour and a half", "1h30"."""
    start = at
    before = sentence[at - 1].plain if at else ""
    if before in ("in", "within", "every", "after", "by", "past", "until", "per"):
        return None
    while start < len(sentence) and sentence[start].plain in words("""
    for about around approx almost nearly over ~ some
    """):
        start += 1
    length = length_at(sentence, start)
    if length is None:
        return None
    count, minutes = length
    end = start + count
    more = [word.plain for word in sentence[end : end + 4]]
    if more[:3] == ["and", "a", "half"] and minutes % 60 == 0:
        end, minutes = end + 3, minutes + 30
    elif more[:1] == ["and"] and (rest := length_at(sentence, end + 1)) and rest[1] < 60 <= minutes:
        end, minutes = end + 1 + rest[0], minutes + rest[1]
    elif minutes % 60 == 0 and (rest := length_at(sentence, end)) and rest[1] < 60 <= minutes:
        end, minutes = end + rest[0], minutes + rest[1]
    if end < len(sentence) and not sentence[end - 1].after and sentence[end].plain in LATE:
        return None
    return end - at, minutes


def length_at(sentence: Sequence[Word], at: int) -> tuple[int, int] | None:
    """How many words a length of time is that begins with its number, and its minutes."""
    plain = [word.plain for word in sentence[at : at + 5]]
    match plain:
        case ["half", "an" | "a", unit, *_] if unit in _HOURS:
            return 3, 30
        case ["half", unit, *_] if unit in _HOURS:
            return 2, 30
        case ["quarter" | "a", "of" | "quarter", *_] if (
            plain[:4] == ["a", "quarter", "of", "an"] and plain[4:5]
        ):
            return 5, 15
        case ["three", "quarters", "of", "an", unit] if unit in _HOURS:
            return 5, 45
        case [count, "and", "a", "half", unit, *_] if unit in _HOURS and (number := _number(count)):
            return 5, round(number * 60) + 30
        case [count, unit, *_] if (number := _number(count)) and unit in _MINUTES:
            return 2, round(number)
        case [count, unit, *_] if (number := _number(count)) and unit in _HOURS:
            return 2, round(number * 60)
        case [both, *_] if both[:1].isdigit():
            minutes = _compact(both)
            return (1, minutes) if minutes else None
    return None


def _number(word: str) -> float | None:
    if word in _NUMBERS:
        return _NUMBERS[word]
    digits = word.replace(",", ".")
    return (
        float(digits)
        if digits.replace(".", "", 1).isdigit() and digits.isascii() and len(digits) < 6
        else None
    )


def _compact(word: str) -> int | None:
    """The minutes of "40min", "1h30", "1h30m", "1.5h", "30-minute", "45'"."""
    digits = len(word) - len(word.lstrip("0123456789.,"))
    number, unit = _number(word[:digits].rstrip(".,")), word[digits:].strip("-")
    if number is None:
        return None
    if unit in _MINUTES or unit == "'":
        return round(number)
    if unit in _HOURS:
        return round(number * 60)
    hours, _, minutes = unit.partition("h")
    if (
        unit.startswith("h")
        and not hours
        and minutes.rstrip("min").isdigit()
        and len(minutes.rstrip("min")) <= 2
    ):
        return round(number * 60) + int(minutes.rstrip("min"))
    return None


def _clock(word: str, following: str) -> tuple[int, str | None] | None:
    """How many words an hour written in numbers is, and the hour: "18:30", "6pm", "6 pm", "18h"."""
    half, bare, length = "", word, 1
    for marks in ("am", "pm", "a.m", "p.m"):
        if word.endswith(marks):
            half, bare = marks[0], word.removesuffix(marks)
        elif following == marks:
            half, length = marks[0], 2
    hours, colon, minutes = bare.replace("h", ":", 1).partition(":")
    if (
        not hours.isdigit()
        or not hours.isascii()
        or len(hours) > 2
        or (minutes and (not minutes.isdigit() or len(minutes) != 2))
    ):
        return None
    if not half and not colon:
        return None
    hour, minute = int(hours), int(minutes or 0)
    if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return length, f"{hour % 24:02}:{minute:02}"
