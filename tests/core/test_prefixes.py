"""Prefixes: whom a text is for, and what a note is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.matching import Known, SeveralPeople
from netbook.core.prefixes import doubt_about, split_about, split_who
from netbook.core.vocabulary import ABOUTS
from netbook.errors.meetings import NothingFollows

LENA = Known(1, "lena-vogt", "Lena Vogt", "Fabrikam", ("lena vogt", "magda"))
OMAR = Known(2, "omar-haddad", "Omar Haddad", None, ("omar haddad",))
OLIVE = Known(3, "olive-vogt", "Olive Vogt", None, ("olive vogt",))
texts = st.text().map(str.strip).filter(bool)
PRESENT = [LENA, OMAR, OLIVE]


@pytest.mark.parametrize(
    ("typed", "about", "text"),
    [
        ("family: daughter chose Delft", "family", "daughter chose Delft"),
        ("  FAMILY :daughter chose Delft ", "family", "daughter chose Delft"),
        ("goals: interests: both at once", "goals", "interests: both at once"),
        ("work: https://fabrikam.example/lena", "work", "https://fabrikam.example/lena"),
        ("daughter chose Delft", "stories", "daughter chose Delft"),
        ("stories: once sailed to Malta", "stories", "once sailed to Malta"),
        # An unknown word before a colon is part of the text; so is one of two words.
        ("holiday: Malta", "stories", "holiday: Malta"),
        ("the family: all well", "stories", "the family: all well"),
        ("https://family.example", "stories", "https://family.example"),
        (": Malta", "stories", ": Malta"),
        ("Malta:", "stories", "Malta:"),
        ("", "stories", ""),
    ],
)
def test_what_a_note_is_about(typed: str, about: str, text: str) -> None:
    assert split_about(typed) == (about, text)


@pytest.mark.parametrize(
    ("typed", "who", "text"),
    [
        ("lena-vogt: climbing", LENA, "climbing"),
        ("Lena Vogt: climbing", LENA, "climbing"),
        ("lena : climbing", LENA, "climbing"),
        ("MAGDA:climbing", LENA, "climbing"),
        ("o h: climbing", OMAR, "climbing"),
        ("Ómar: climbing", OMAR, "climbing"),
        ("omar: family: two sons", OMAR, "family: two sons"),
        ("omar: https://omar.example", OMAR, "https://omar.example"),
        # Nobody present is called that: all of it is the text.
        ("python: the language", None, "python: the language"),
        ("ana: climbing", None, "ana: climbing"),
        ("the omar thing: climbing", None, "the omar thing: climbing"),
        ("https://omar.example", None, "https://omar.example"),
        ("omar://a/link", None, "omar://a/link"),
        (" climbing ", None, "climbing"),
        (": climbing", None, ": climbing"),
        (":", None, ":"),
        ("", None, ""),
    ],
)
def test_whom_a_text_is_for(typed: str, who: Known | None, text: str) -> None:
    assert split_who(typed, PRESENT) == (who, text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("vogt: climbing", ["lena-vogt", "olive-vogt"]), ("o: climbing", ["olive-vogt", "omar-haddad"])],
)
def test_several_who_answer_to_the_name_are_not_guessed_at(typed: str, expected: list[str]) -> None:
    with pytest.raises(SeveralPeople) as failed:
        split_who(typed, PRESENT)
    assert [person.handle for person in failed.value.people] == expected


def test_a_full_name_goes_before_a_part_of_another() -> None:
    present = [Known(1, "ana", "Ana", None, ("ana",)), Known(2, "ana-ruiz", "Ana Ruiz", None, ("ana ruiz",))]
    assert split_who("ana: rowing", present) == (present[0], "rowing")


@pytest.mark.parametrize("typed", ["family:", " Family : "])
def test_a_subject_alone_is_refused(typed: str) -> None:
    with pytest.raises(NothingFollows, match=r'^nothing follows "\w+:"; write the text after the colon$'):
        split_about(typed)


def test_a_name_alone_is_refused() -> None:
    with pytest.raises(NothingFollows, match=r'^nothing follows "lena:"') as failed:
        split_who("lena: ", PRESENT)
    assert failed.value.exit_code == 2


@given(st.sampled_from(ABOUTS), texts)
def test_a_subject_in_front_leaves_the_text_alone(about: str, text: str) -> None:
    assert split_about(f"{about}: {text}") == (about, text)


@given(texts)
def test_a_name_in_front_leaves_the_text_alone(text: str) -> None:
    assert split_who(f"lena vogt: {text}", PRESENT) == (LENA, text)


@given(st.text())
def test_with_nobody_there_everything_is_text(text: str) -> None:
    assert split_who(text, []) == (None, text.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("famly: two daughters", "family"),
        ("Intrests: sailing", "interests"),
        ("gaols: the talk", "goals"),
        ("family: two daughters", None),
        ("holiday: Malta", None),
        ("famly", None),
        ("world: hello", None),
    ],
)
def test_a_mistyped_subject_is_named(text: str, expected: str | None) -> None:
    doubt = doubt_about(text)
    assert (doubt is None) is (expected is None)
    assert expected is None or (doubt or "").endswith(f'"{expected}:"')
