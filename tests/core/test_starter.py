"""A line to begin a conversation with."""

from __future__ import annotations

import pytest

from netbook.core.starter import starter, work

EVERYTHING = {
    "news": "org Globex",
    "topic": "climbing",
    "note": "showed me two boats",
    "summary": "the reorg",
    "how_met": "on a train",
    "introduced_by": "Lena",
    "title": "engineer",
    "org": "Acme",
}


@pytest.mark.parametrize(
    ("known", "line"),
    [
        ("news topic note summary how_met introduced_by title org",
         "now at Globex; in common: climbing; showed you two boats"),
        ("topic summary", "in common: climbing"),
        ("note title org", "showed you two boats"),
        ("summary how_met introduced_by title org", "last time: the reorg; introduced by Lena"),
        ("summary title org", "last time: the reorg; engineer at Acme"),
        ("how_met introduced_by title org", "introduced by Lena; on a train"),
        ("how_met title org", "on a train; engineer at Acme"),
        ("title org", "engineer at Acme"),
        ("", None),
    ],
)  # fmt: skip
def test_the_most_personal_first(known: str, line: str | None) -> None:
    assert starter(**{key: EVERYTHING[key] if key in known.split() else None for key in EVERYTHING}) == line


@pytest.mark.parametrize(
    ("title", "org", "line"),
    [("engineer", "Acme", "engineer at Acme"), ("engineer", None, "engineer"), (None, "Acme", "Acme"),
     (None, None, None)],
)  # fmt: skip
def test_work(title: str | None, org: str | None, line: str | None) -> None:
    assert work(title, org) == line
