"""What sentences may write: the tables of `sentences.py`, and any text at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.jot.reading import read
from netbook.core.jot.refusals import doubt_in_words
from netbook.core.jot.results import Reading
from netbook.core.matching import Known
from netbook.core.names import fold
from netbook.errors import Usage
from tests.core.jot import more_sentences, sentences
from tests.core.jot.sentences import ALIASES, EVENTS, PEOPLE

TODAY = date(2026, 11, 20)
READ = [*sentences.READ, *more_sentences.READ]
REFUSED = [*sentences.REFUSED, *more_sentences.REFUSED]
UNREADABLE = [*sentences.UNREADABLE, *more_sentences.UNREADABLE]
KNOWN = [
    Known(number, handle, name, None, (fold(name), *([fold(ALIASES[handle])] if handle in ALIASES else [])))
    for number, (handle, name) in enumerate(PEOPLE.items(), 1)
]


def _day(day: date) -> str:
    return day.isoformat().removeprefix("2026-") if day > date(2026, 5, 31) else day.isoformat()


def shown(reading: Reading) -> str:
    """What a reading would write, in short."""
    result = []
    for one in reading.meetings:
        more = ", ".join(filter(None, (f"{one.minutes} min" if one.minutes else "", one.place)))
        kind = one.kind or ("event" if one.event else "meeting")
        parts = [kind, _day(one.day), *(person.handle for person in one.people), f"({more})" if more else ""]
        parts += [f"+{topic}" for topic in one.topics] + ([f"@{one.event}"] if one.event else [])
        result.append(" ".join(filter(None, parts)))
    for plan in reading.plans:
        parts = [
            "plan",
            plan.kind or "meeting",
            _day(plan.day),
            plan.hour or "",
            *(one.handle for one in plan.people),
        ]
        result.append(" ".join(filter(None, (*parts, f"({plan.place})" if plan.place else ""))))
    for promise in reading.promises:
        by = f" by {_day(promise.due_on)}" if promise.due_on else ""
        result.append(f"promise {promise.whose} {promise.person.handle}: {promise.text}{by}")
    result += [f"birthday {one.person.handle} {one.birthday}" for one in reading.birthdays]
    return "; ".join(result)


def understood(text: str) -> Reading:
    return read(text, TODAY, KNOWN, {fold(event) for event in EVENTS})


def test_what_a_sentence_plainly_says_is_written() -> None:
    wrong = []
    for text, written in READ:
        reading = understood(text)
        if written is not None and (shown(reading), reading.doubts) != (written, ()):
            wrong.append((text, shown(reading), [doubt_in_words(doubt) for doubt in reading.doubts]))
    assert wrong == []


def test_what_a_sentence_does_not_plainly_say_is_not() -> None:
    open_to_doubt = [text for text, written in READ if written is None]
    written = {
        text: shown(reading)
        for text in (*REFUSED, *UNREADABLE, *open_to_doubt)
        if not ((reading := understood(text)).doubts or reading.empty)
    }
    assert written == {}


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_day_that_cannot_be_read_is_told(text: str) -> None:
    assert any(isinstance(doubt.error, Usage) for doubt in understood(text).doubts)


WHO = st.sampled_from(
    [("Ana", "ana"), ("ana", "ana"), ("Bo and Mia", "bo mia"), ("Raj, Mia and Bo", "raj mia bo"), ("mark", "mark"),
     ("my friend Wanda", "wanda"), ("Raj from Acme", "raj"), ("Mia (Northwind)", "mia"), ("Dr. Otter", "omar-1")]
)  # fmt: skip
WHAT = st.sampled_from(
    [("lunch with {}", "lunch"), ("coffee w/ {}", "coffee"), ("met {} for coffee", "coffee"), ("called {}", "call"),
     ("grabbed a beer with {}", "drinks"), ("played tennis with {}", "activity"), ("took {} out to lunch", "lunch"),
     ("quick zoom with {}", "video"), ("wrote {} a postcard", "letter"), ("dinner and drinks with {}", "dinner")]
)  # fmt: skip
WHEN = st.sampled_from(
    [("", 20), ("yesterday", 19), ("on Monday", 16), ("last friday", 13), ("this morning", 20), ("3 days ago", 17),
     ("on Wednesday afternoon", 18), ("on the 16th", 16), ("2026-11-10", 10)]
)  # fmt: skip
WHERE = st.sampled_from(["", "at Kosmos", "at the office", "at St. Mary's", "at 12:30"])
MORE = st.sampled_from(
    ["", ", 40 min", " for an hour", " about the budget", " because she was in town", ". We talked about work.",
     " - good talk", " to discuss the offer", ". Her son is ill.", " who is leaving Acme", "; he will send the slides"]
)  # fmt: skip
NOT_SO = st.sampled_from(
    ["no {} today", "{} was cancelled", "{}, cancelled", "{} - didn't happen", "{} fell through", "{}?",
     "instead of {}", "forgot {}", "looking forward to {}", "too tired for {}", "Raj had {}", "she had {}",
     "{}. She didn't show up.",
     "maybe {}", "would love {}", "{} would be nice", "{} moved to next week", "prep for {}", "still waiting for {}"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(WHO, WHAT, WHEN, WHERE, MORE, st.booleans())
def test_phrases_may_stand_in_any_order(
    who: tuple[str, str],
    what: tuple[str, str],
    when: tuple[str, int],
    where: str,
    more: str,
    place_first: bool,
) -> None:
    phrases = [where, when[0]] if place_first else [when[0], where]
    reading = understood(" ".join(filter(None, [what[0].format(who[0]), *phrases])) + more)
    assert reading.doubts == ()
    assert [
        (meeting.kind, meeting.day.day, " ".join(p.handle for p in meeting.people))
        for meeting in reading.meetings
    ] == [(what[1], when[1], who[1])]


@settings(max_examples=60, deadline=None)
@given(WHO, st.sampled_from(["lunch with {}", "dinner with {} at Kosmos", "a call with {}"]), NOT_SO)
def test_what_did_not_happen_is_not_written(who: tuple[str, str], what: str, frame: str) -> None:
    reading = understood(frame.format(what.format(who[0])))
    assert reading.doubts or reading.empty, shown(reading)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    reading = understood(text)
    assert all(meeting.people and meeting.day <= TODAY for meeting in reading.meetings)
    assert all(plan.people and plan.day >= TODAY for plan in reading.plans)


@given(
    st.lists(
        st.sampled_from(
            [*"ab.,;:?!()", "Ana", "bo", "with", "and", "will", "at", "@", "+", "not", "met", "called", "lunch", "I",
             "tomorrow", "friday", "may", "5", "by", "promised", "to", "owe", "birthday", "is", "was", "about", "Zara"]
        ),
        max_size=9,
    ).map(" ".join)
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_words_can_be_read(text: str) -> None:
    reading = understood(text)
    named = {
        handle
        for handle, name in PEOPLE.items()
        if {"ana": "Ana", "bo": "bo"}.get(handle, "\0") in text.split()
    }
    met = [person for meeting in reading.meetings for person in meeting.people]
    met += [person for plan in reading.plans for person in plan.people]
    assert {person.handle for person in met} <= named | {"may", "will"}
