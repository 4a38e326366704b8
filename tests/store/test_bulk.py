"""What an import writes is held to the rules of the models."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netbook.core.drafts import PersonDraft
from netbook.store import bulk
from netbook.store.bulk import NewMeeting, NewNote

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("more", "broken"),
    [
        ({}, None),
        ({"org": "Acme", "known_since": DAY, "birthday": "--12-25"}, None),
        ({"org": "x" * 201}, "org: string should have at most 200 characters"),
        ({"title": ""}, "title: string should have at least 1 character"),
        ({"birthday": "25 Dec"}, "birthday: string should match pattern"),
        ({"emails": ("x" * 2001,)}, "address: string should have at most 2000 characters"),
        ({"aliases": ("x" * 201,)}, "name: string should have at most 200 characters"),
        ({"tags": ("",)}, "name: string should have at least 1 character"),
    ],
)
def test_a_person(more: dict[str, Any], broken: str | None) -> None:
    answer = bulk.person_breaks("uid", PersonDraft(name="Ada Example", **more))
    assert answer is None if broken is None else answer is not None and answer.startswith(broken)


def test_a_meeting_and_a_note() -> None:
    meeting = NewMeeting("uid", DAY, "coffee", None, "words", (1,))
    assert bulk.meeting_breaks(meeting) is None
    assert "kind" in str(bulk.meeting_breaks(meeting._replace(kind="tea")))
    assert "summary" in str(bulk.meeting_breaks(meeting._replace(summary="x" * 1_000_001)))
    note = NewNote("uid", 1, "family", "words", DAY)
    assert bulk.note_breaks(note) is None
    assert "about" in str(bulk.note_breaks(note._replace(about="secrets")))
