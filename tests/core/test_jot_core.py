"""A sentence taken apart, and the people in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.jot import JotToken, people_in, take_apart
from netbook.core.matching import Known, SeveralPeople
from netbook.core.names import fold
from netbook.core.vocabulary import KINDS

NAMES = {
    "ana-ruiz": ("Ana Ruiz",),
    "ana-silva": ("Ana Silva",),
    "bo-lind": ("Bo Lind", "Bobby"),
    "boss": ("Maria del Carmen Vega",),
    "will-smith": ("Will Smith",),
    "grace-may": ("Grace May",),
    "an-nguyen": ("An Nguyen",),
    "oconnor": ("Sinéad O'Connor",),
    "li-wei": ("李伟",),
    "j": ("J",),
    "michael-j-fox": ("Michael J Fox",),
    "ida-lunch": ("Ida Lunch",),
    "kim-2": ("Kim Park",),
    "kim": ("Kim Park",),
}
PEOPLE = [
    Known(number, handle, names[0], None, tuple(map(fold, names)))
    for number, (handle, names) in enumerate(NAMES.items())
]


def named(text: str) -> list[str]:
    return [person.handle for person in people_in(take_apart(text).words, PEOPLE)]


@pytest.mark.parametrize(
    ("text", "kind", "place", "event", "topics", "summary"),
    [
        ("tea with Ana", None, None, None, (), "tea with Ana"),
        ("lunch with Ana", "lunch", None, None, (), "lunch with Ana"),
        ("Lunch, then coffee with Ana", "lunch", None, None, (), "Lunch, then coffee with Ana"),
        ("e-mail to Ana", "email", None, None, (), "e-mail to Ana"),
        ("called Ana about lunch", "call", None, None, (), "called Ana about lunch"),
        ("E-mailed Ana", "email", None, None, (), "E-mailed Ana"),
        ("texted Ana", "message", None, None, (), "texted Ana"),
        ("lunchtime with Ana", None, None, None, (), "lunchtime with Ana"),
        # Places
        ("Ana at Blue Bottle.", None, "Blue Bottle", None, (), "Ana at Blue Bottle."),
        ("at Blue Bottle with Ana", None, "Blue Bottle", None, (), "at Blue Bottle with Ana"),
        ("at the office, then home", None, "the office", None, (), "at the office, then home"),
        ("dinner at Ana's with Bo", "dinner", "Ana's", None, (), "dinner at Ana's with Bo"),
        ("drinks at Coffee Corner", "drinks", "Coffee Corner", None, (), "drinks at Coffee Corner"),
        ("Ana at Coffee Corner", None, "Coffee Corner", None, (), "Ana at Coffee Corner"),
        ("Ana at 10:30 at Kosmos", None, "Kosmos", None, (), "Ana at 10:30 at Kosmos"),
        (
            "Ana at 9pm at 10. At 7H, at Kosmos",
            None,
            "Kosmos",
            None,
            (),
            "Ana at 9pm at 10. At 7H, at Kosmos",
        ),
        ("Ana at 5th Avenue", None, "5th Avenue", None, (), "Ana at 5th Avenue"),
        ("at with Ana, AT Kosmos WITH Bo", None, "Kosmos", None, (), "at with Ana, AT Kosmos WITH Bo"),
        ("Ana at K9 +chess Both play", None, "K9", None, ("chess",), "Ana at K9 Both play"),
        ("Ana at K9 @Expo was full", None, "K9", "Expo", (), "Ana at K9 was full"),
        ("what she is good at", None, None, None, (), "what she is good at"),
        ("at", None, None, None, (), "at"),
        # Topics and events
        ("Ana +chess +le_guin, +C++.", None, None, None, ("chess", "le guin", "C++"), "Ana"),
        ("Ana +1 +49 30 1234 + +.", None, None, None, (), "Ana +1 +49 30 1234 + +."),
        ("Ana @Expo", None, None, "Expo", (), "Ana"),
        ("Ana @E", None, None, "E", (), "Ana"),
        ("Ana @PyData_Berlin!", None, None, "PyData Berlin", (), "Ana"),
        ("Ana @known fair of 2026 was good", None, None, "known fair of 2026", (), "Ana was good"),
        ("Ana @known, fair", None, None, "known", (), "Ana fair"),
        ("Ana @Expo and @Gala", None, None, "Expo", (), "Ana and @Gala"),
        ("Ana ana@example.org @ @.", None, None, None, (), "Ana ana@example.org @ @."),
        ("", None, None, None, (), ""),
    ],
)
def test_a_sentence_taken_apart(
    text: str, kind: str | None, place: str | None, event: str | None, topics: tuple[str, ...], summary: str
) -> None:
    found = take_apart(text, {"known fair of 2026"})
    assert (found.kind, found.place, found.event, found.topics) == (kind, place, event, topics)
    assert found.summary == summary


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_a_word(kind: str) -> None:
    assert take_apart(f"a {kind.upper()}, with Ana").kind == kind


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("Lunch with Bo", ["bo-lind"]),
        ("Lunch with bo lind.", ["bo-lind"]),
        ("Bobby and Bo Lind and Lind", ["bo-lind"]),
        ("BO LIND!", ["bo-lind"]),
        ("Bo's idea", ["bo-lind"]),
        ("(Bo)", ["bo-lind"]),
        ("“Bo”", ["bo-lind"]),
        ("'Bo'", ["bo-lind"]),
        # Whole words, the longest first
        ("with Ana Silva", ["ana-silva"]),
        ("with Bol", []),
        ("with Lin", []),
        ("Maria Carmen Vega", ["boss"]),
        ("Maria del Carmen Vega", ["boss"]),
        ("Lind Bo", ["bo-lind"]),
        ("Bo. Lind", ["bo-lind"]),
        ("with Sinead O’Connor", ["oconnor"]),
        # Lists
        ("with bo, ida and sinead", ["bo-lind", "ida-lunch", "oconnor"]),
        ("with Bo & ida", ["bo-lind", "ida-lunch"]),
        ("with Bo. Lunch was late", ["bo-lind"]),
        ("with bo about park", ["bo-lind"]),
        ("with grace", ["grace-may"]),
        ("with Bo, grace and sinead", ["bo-lind", "grace-may", "oconnor"]),
        ("AND grace", ["grace-may"]),
        ("met Bo, grace too", ["bo-lind"]),
        # Words that are names as well
        ("with Bo and will write", ["bo-lind"]),
        ("with Bo, an old friend", ["bo-lind"]),
        ("Bo had an idea; may she will it", ["bo-lind"]),
        ("by the grace of Bo", ["bo-lind"]),
        ("an evening of grace", []),
        ("wIll it be so?", []),
        ("Will sent Grace home", ["will-smith", "grace-may"]),
        ("Bo at lunch", ["bo-lind"]),
        # In lower case and not in a list only what begins a name
        ("met bo for tea", ["bo-lind"]),
        ("met lind for tea", []),
        ("met bo, sinead too", ["bo-lind", "oconnor"]),
        ("met Ida, bo was there", ["ida-lunch", "bo-lind"]),
        ("met Ida as bo came", ["ida-lunch", "bo-lind"]),
        ("met bo and sinead", ["bo-lind", "oconnor"]),
        # Handles, also where the name would not do
        ("with boss", ["boss"]),
        ("Boss called", ["boss"]),
        ("met ana-silva and kim-2", ["ana-silva", "kim-2"]),
        ("with Kim-2's team", ["kim-2"]),
        ("with kim", ["kim"]),
        # One letter is a name only where it is all there is to it
        ("plan J", ["j"]),
        ("plan F", []),
        ("I was at it", []),
        # Other scripts
        ("吃饭 李伟", ["li-wei"]),
        ("", []),
        (". , ! —", []),
    ],
)
def test_who_is_named(text: str, handles: list[str]) -> None:
    assert named(text) == handles


@pytest.mark.parametrize(
    "text", ["Lunch with Ana", "met ana", "Ana. Ruiz was late", "Kim Park", "with ana, bo"]
)
def test_a_name_of_several_people_is_not_guessed(text: str) -> None:
    with pytest.raises(SeveralPeople) as caught:
        named(text)
    assert len(caught.value.people) == 2


def test_words_are_bare_and_know_where_a_phrase_ends() -> None:
    assert take_apart("(Bo's, “Zoë!”").words == (
        JotToken("Bo's", "bo", "bo", True),
        JotToken("Zoë", "zoe", "zoe", False),
    )


@given(st.text(max_size=80))
def test_any_text_can_be_taken_apart(text: str) -> None:
    found = take_apart(text, {"a b"})
    # Nothing is invented: each word of the summary was typed, in this order.
    typed = iter(text.split())
    assert all(word in typed for word in found.summary.split())
    assert found.kind is None or found.kind in KINDS


@given(
    st.lists(
        st.sampled_from([*"abc", "Ana", "Bo", "with", "and", "will", "Will", ",", "kim-2", "at"]), max_size=8
    )
)
def test_only_those_whose_words_are_there_are_named(words: list[str]) -> None:
    text = " ".join(words)
    try:
        found = named(text)
    except SeveralPeople:
        return
    said = {part for word in words for part in fold(word).split()} | set(words)
    for handle in found:
        assert said & {handle, *fold(NAMES[handle][0]).split()}
    assert len(found) == len(set(found))
