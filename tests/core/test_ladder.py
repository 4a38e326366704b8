"""Give it time: call, then coffee, then a meal."""

from __future__ import annotations

import pytest

from netbook.core.ladder import IN_PERSON, next_rung, only_from_afar
from netbook.core.vocabulary import HUMAN


@pytest.mark.parametrize(
    ("last", "way", "minutes", "because"),
    [
        (None, "call", 15, "never met: a first call takes 15 minutes"),
        ("call", "coffee", 60, "last time was a call"),
        ("video", "coffee", 60, "last time was a video call"),
        ("meeting", "coffee", 60, "last time was at a meeting"),
        ("event", "coffee", 60, "last time was at an event"),
        ("coffee", "lunch", 60, "last time was coffee"),
        ("lunch", "lunch", 60, "last time was lunch"),
        ("dinner", "lunch", 60, "last time was dinner"),
        ("drinks", "lunch", 60, "last time was drinks"),
        ("walk", "lunch", 60, "last time was a walk"),
        ("visit", "lunch", 60, "last time was a visit"),
        ("activity", "lunch", 60, "last time was an activity"),
    ],
)
def test_the_next_rung(last: str | None, way: str, minutes: int, because: str) -> None:
    assert next_rung(last) == (way, minutes, because)


@pytest.mark.parametrize(
    ("of_late", "because"),
    [
        (["video"], "only seen on a screen this year"),
        (["call", "video", "call"], "only seen on a screen this year"),
        (["call"], "only by phone this year"),
        (["call", "event"], "last time was a call"),
        ([], "last time was a call"),
    ],
)
def test_people_not_met_in_person_for_a_year(of_late: list[str], because: str) -> None:
    assert next_rung("call", of_late) == ("coffee", 60, because)


def test_every_human_contact_leads_on() -> None:
    assert {next_rung(kind).way for kind in HUMAN} == {"coffee", "lunch"}


def test_what_is_strained_is_repaired_in_person() -> None:
    assert (IN_PERSON.way, IN_PERSON.minutes) == ("meet in person", 60)


@pytest.mark.parametrize(
    ("of_late", "answer"),
    [
        ((), None),
        (("video",), "only seen on a screen this year"),
        (("call", "video"), "only seen on a screen this year"),
        (("call",), "only by phone this year"),
        (("video", "walk"), None),
        (("lunch",), None),
    ],
)
def test_a_year_without_meeting_in_person_is_named(of_late: tuple[str, ...], answer: str | None) -> None:
    assert only_from_afar(of_late) == answer
    rung = next_rung("video", of_late)
    assert (rung.way, rung.because) == ("coffee", answer or "last time was a video call")
