"""The rules of vCalendar 1.0 (section 4.9, "Recurrence Rule"), in the form that iCalendar has for them.

`W2 MO WE #10` is every second week on Monday and Wednesday, ten times; `MP1 1+ MO` each first Monday of a month;
`MD1 15 LD` its 15th and its last day; `YM1 6` each year in June; `YD1 100` on its 100th day. A number after "#" is how
often, 0 for ever, and two times where none is said; a day at the end is the last.
"""

from __future__ import annotations

import re

_RULE = re.compile(r"(D|W|MP|MD|YM|YD)(\d{1,4})((?:\s+\S+)*)", re.IGNORECASE)
_UNTIL = re.compile(r"\d{8}(?:T\d{4,6}Z?)?")
_PLACE = re.compile(r"([1-5])([+-]?)")
_FREQUENCY = {"D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY", "YM": "YEARLY", "YD": "YEARLY"}
_WEEKDAYS = frozenset(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))
_TIMES_UNSAID = 2


def as_ical(text: str) -> str:
    """A rule of vCalendar 1.0 as an RRULE; any other text as it is."""
    match = _RULE.fullmatch(text.strip())
    if match is None:
        return text
    kind = match[1].upper()
    words = match[3].upper().split()
    parts = [f"FREQ={_FREQUENCY[kind]}", f"INTERVAL={match[2]}"]
    ends = [word for word in words if word.startswith("#") or _UNTIL.fullmatch(word)]
    days = [word for word in words if word not in ends and word != "$" and not re.fullmatch(r"\d{4}", word)]
    if kind == "MP":
        parts += _in_place(days)
    elif kind == "W" and days:
        parts.append(f"BYDAY={','.join(day.rstrip('$') for day in days)}")
    elif days and kind != "D":
        name = {"MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}[kind]
        parts.append(f"{name}={','.join(map(_number, days))}")
    return ";".join((*parts, *_end(ends)))


def _end(ends: list[str]) -> list[str]:
    until = next((word for word in ends if not word.startswith("#")), None)
    if until is not None:
        return [f"UNTIL={until}"]
    times = ends[0][1:] if ends else str(_TIMES_UNSAID)
    return [] if times == "0" else [f"COUNT={times}"]


def _in_place(words: list[str]) -> list[str]:
    """The weekdays of a month: "1+ MO TU 2- FR" is the first Monday and Tuesday and the last Friday but one."""
    place, result = "", []
    for word in words:
        if at := _PLACE.fullmatch(word):
            place = f"-{at[1]}" if at[2] == "-" else at[1]
        elif word.rstrip("$") in _WEEKDAYS:
            result.append(f"{place}{word.rstrip('$')}")
    return [f"BYDAY={','.join(result)}"] if result else []


def _number(word: str) -> str:
    """A day of a month: "LD" is its last, "2-" the last but one."""
    bare = word.rstrip("$")
    if bare == "LD":
        return "-1"
    return f"-{bare[:-1]}" if bare.endswith("-") else bare.removesuffix("+")
