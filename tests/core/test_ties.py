"""What two people are to each other, said from either end."""

from __future__ import annotations

import pytest

from netbook.core.ties import OTHER_END, other_end, related_type, tie_word, word_of_related


@pytest.mark.parametrize(
    ("typed", "word", "back"),
    [
        ("boss", "boss", "report"),
        ("Report", "report", "boss"),
        ("manager", "boss", "report"),
        ("direct report", "report", "boss"),
        ("partner", "partner", "partner"),
        ("parent", "parent", "child"),
        ("child", "child", "parent"),
        ("mentee", "mentee", "mentor"),
        ("supplier", "supplier", "client"),
        ("Co-worker", "colleague", "colleague"),
        ("neighbor", "neighbour", "neighbour"),
        ("cousin", "cousin", "cousin"),
        ("Mother", "mother", "child"),
        ("sister", "sister", "sibling"),
        ("wife", "wife", "spouse"),
        ("Assistant", "assistant", "boss"),
        ("Subordinate", "report", "boss"),
        ("BestFriend", "best friend", "best friend"),
        ("nephew", "nephew", "uncle"),
        ("Patentante", "Patentante", "Patentante"),
    ],
)
def test_the_other_end_follows(typed: str, word: str, back: str) -> None:
    assert tie_word(typed) == word
    assert other_end(word) == back


def test_the_other_end_of_the_other_end_is_the_first() -> None:
    assert all(OTHER_END[OTHER_END[word]] == word for word in OTHER_END)


def test_types_of_a_vcard_come_back_as_they_went_out() -> None:
    for word in OTHER_END:
        kind = related_type(word)
        assert kind is None or word_of_related(kind) == word
    assert word_of_related("co-worker") == "colleague"
    assert word_of_related("muse") == "muse"
