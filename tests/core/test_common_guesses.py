"""What two people may have in common: what a note or an interest says, and what it does not."""

from __future__ import annotations

import pytest

from netbook.core.common_guesses import Evidence, GuessRemark, OwnTopic, TopicIndex, guesses

TOPICS = TopicIndex(
    OwnTopic(name, sharers)
    for name, sharers in (
        ("climbing", 3), ("rowing", 1), ("sourdough", 1), ("Le Guin", 2), ("grew up by the sea", 2),
        ("work", 9), ("jazz", 4), ("chess", 1), ("cycling", 6), ("C++", 2), ("go", 1),
    )
)  # fmt: skip


def topics_of(note: str) -> list[str]:
    return [guess.topic for guess in guesses(Evidence(remarks=[GuessRemark(note)]), Evidence(), TOPICS, ())]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("climbs every Thursday", ["climbing"]),
        ("Training for a CLIMBING cup in spring", ["climbing"]),
        ("rows on the lake before work", ["rowing"]),
        ("grew up on an island by the sea", ["grew up by the sea"]),
        ("is reading Le Guin again", ["Le Guin"]),
        ("plays chess; sings in a jazz choir", ["chess", "jazz"]),
        ("does not climb any more", []),
        ("doesn't like jazz", []),
        ("gave up rowing years ago", []),
        ("never learned chess", []),
        ("hates cycling in the rain", []),
        ("hates running but cycles to the office", ["cycling"]),
        ("is looking for work", []),
        ("wants to go away for a week", []),
        ("the price is climbable", []),
        ("", []),
    ],
)
def test_a_note_that_names_a_topic_of_yours(note: str, expected: list[str]) -> None:
    assert topics_of(note) == expected


def test_what_they_say_of_themselves_comes_before_what_a_relative_does() -> None:
    theirs = Evidence(
        interests=["rowing"], remarks=[GuessRemark("her son plays chess"), GuessRemark("loves jazz")]
    )
    assert [guess.topic for guess in guesses(theirs, Evidence(), TOPICS, ())] == ["rowing", "jazz", "chess"]


def test_each_guess_says_why() -> None:
    theirs = Evidence(
        interests=["hikes"],
        organisations=["Acme", "Globex"],
        places=["Hamburg"],
        ties=[("Nora North", "sister")],
        events=["PyData 2025"],
        remarks=[GuessRemark("studied physics at Delft University, then moved")],
    )
    yours = Evidence(
        organisations=["ACME"],
        places=["hamburg"],
        ties=[("Nora North", "boss")],
        events=["PyData 2025"],
        remarks=[GuessRemark("graduated in law from Delft University")],
    )
    topics = TopicIndex([OwnTopic("hiking", 1, own=True)])
    assert {guess.topic: guess.because for guess in guesses(theirs, yours, topics, ())} == {
        "hiking": "they like hikes; so do you",
        "Acme": "you both have worked at Acme",
        "Hamburg": "you are both in Hamburg",
        "Nora North": "Nora North is your boss and their sister",
        "PyData 2025": "you were both at PyData 2025 before you met",
        "Delft University": "you both studied at Delft University",
    }


def test_what_is_shared_or_was_refused_is_not_guessed() -> None:
    theirs = Evidence(interests=["rowing", "chess"])
    assert [guess.topic for guess in guesses(theirs, Evidence(), TOPICS, {"chess"})] == ["rowing"]


def test_what_many_share_says_less() -> None:
    theirs, yours = Evidence(places=["Hamburg", "Kyoto"]), Evidence(places=["Kyoto", "Hamburg"])
    many = {"hamburg": 900, "kyoto": 2}
    result = guesses(theirs, yours, TopicIndex([]), (), lambda what, value: many[value])
    assert [guess.topic for guess in result] == ["Kyoto", "Hamburg"]
