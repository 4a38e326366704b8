"""What sentences may write: the tables of `sentences.py`, and any text at all."""

from __future__ import annotations

from datetime import date

import pytest

from netbook.core.jot.reading import read
from netbook.core.jot.results import Reading
from netbook.core.matching import Known
from netbook.core.names import fold
from netbook.errors import Usage
from tests.core.jot.sentences import ALIASES, EVENTS, PEOPLE, READ, REFUSED, UNREADABLE

TODAY = date(2026, 11, 20)
KNOWN = [
    Known(number, handle, name, None, (fold(name), *([fold(ALIASES[handle])] if handle in ALIASES else [])))
    for number, (handle, name) in enumerate(PEOPLE.items(), 1)
]


def _day(day: date) -> str:
    return day.isoformat().removeprefix("2026-") if day > date(2026, 5, 31) else day.isoformat()


def shown(reading: Reading) -> str:
    """What a reading would write, in short."""
    found = []
    for one in reading.meetings:
        more = ", ".join(filter(None, (f"{one.minutes} min" if one.minutes else "", one.place)))
        kind = one.kind or ("event" if one.event else "meeting")
        parts = [kind, _day(one.day), *(person.handle for person in one.people), f"({more})" if more else ""]
        parts += [f"+{topic}" for topic in one.topics] + ([f"@{one.event}"] if one.event else [])
        found.append(" ".join(filter(None, parts)))
    for plan in reading.plans:
        parts = [
            "plan",
            plan.kind or "meeting",
            _day(plan.day),
            plan.hour or "",
            *(one.handle for one in plan.people),
        ]
        found.append(" ".join(filter(None, (*parts, f"({plan.place})" if plan.place else ""))))
    for promise in reading.promises:
        by = f" by {_day(promise.due_on)}" if promise.due_on else ""
        found.append(f"promise {promise.whose} {promise.person.handle}: {promise.text}{by}")
    found += [f"birthday {one.person.handle} {one.birthday}" for one in reading.birthdays]
    return "; ".join(found)


def understood(text: str) -> Reading:
    return read(text, TODAY, KNOWN, {fold(event) for event in EVENTS})


@pytest.mark.parametrize(("text", "written"), [row for row in READ if row[1]])
def test_what_a_sentence_plainly_says_is_written(text: str, written: str) -> None:
    reading = understood(text)
    assert (shown(reading), reading.doubts) == (written, ())


@pytest.mark.parametrize("text", [*REFUSED, *UNREADABLE, *(row[0] for row in READ if not row[1])])
def test_what_a_sentence_does_not_plainly_say_is_not(text: str) -> None:
    reading = understood(text)
    assert reading.doubts or reading.empty, shown(reading)


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_day_that_cannot_be_read_is_told(text: str) -> None:
    assert any(isinstance(doubt.error, Usage) for doubt in understood(text).doubts)
