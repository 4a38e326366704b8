"""Convert what the user typed for a field of a record to what the journal stores."""

from __future__ import annotations

import re
import sqlite3
from datetime import date

from netbook.actions.days import past_day
from netbook.actions.editions import edition_on
from netbook.core.dates import parse_day
from netbook.core.kinds import kind_of
from netbook.core.minutes import parse_minutes
from netbook.core.names import checked
from netbook.core.record_fields import RecordField
from netbook.core.text import quoted, words
from netbook.core.vocabulary import ABOUTS, OUTCOMES, THANKS, one_of
from netbook.errors.records import InvalidTime, NotANumberBetween
from netbook.store import write
from netbook.store.read.who import find

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm|h)?", re.ASCII)
_GOALS = (0, 1_000)


def value_of(
    db: sqlite3.Connection, today: date, field: RecordField, text: str, day: date, *, another: bool = False
) -> write.Value:
    """The value to store for a field; `day` is the record's, `another` allows an edition close to another one.

    Raises what the field's own command would.
    """
    match field.takes:
        case "text":
            return words(text, f"the {field.option}")
        case "line":
            return checked(text, f"the {field.option}")
        case "past day":
            return past_day(text, today)
        case "day" | "coming day":
            return parse_day(text, today, "future")
        case "time":
            return time_of(text)
        case "minutes":
            return parse_minutes(text)
        case "goal":
            return _number(field.option, text, *_GOALS)
        case "kind":
            return kind_of(text)
        case "about":
            return one_of(text, ABOUTS, "subject")
        case "means":
            return one_of(text, THANKS, "way to say thanks")
        case "outcome":
            return one_of(text, OUTCOMES, "outcome")
        case "whose":
            return one_of(text, ("mine", "theirs"), "side")
        case "topic":
            return write.topic_number(db, checked(text, "a topic"))
        case "event":
            return edition_on(db, text, day, another=another).event.id
        case "person":
            return find(db, text).id
    raise AssertionError(field.takes)


def time_of(text: str) -> str:
    """A time of day as HH:MM; raises InvalidTime."""
    match = _TIME.fullmatch(text.strip().casefold())
    if match is None:
        raise InvalidTime(quoted(text))
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half in ("am", "pm"):
        hour = hour % 12 + 12 * (half == "pm") if 1 <= hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise InvalidTime(quoted(text))
    return f"{hour:02}:{minute:02}"


def _number(option: str, text: str, least: int, most: int) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    if not least <= number <= most:
        raise NotANumberBetween(option, quoted(text), least, most)
    return number
