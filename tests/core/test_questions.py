"""Three questions: what became of what was said, what is not known yet, and never the same for everybody."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.questions import (
    INTRODUCTION,
    MEETING,
    Question,
    Statement,
    _by_lot,
    questions,
)
from netbook.core.recall import GIST, gist
from netbook.core.vocabulary import ABOUTS

TODAY = date(2026, 11, 21)


def day(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def everything(days_ago: int = 100) -> list[Statement]:
    """Something on each subject, the first of them the longest ago."""
    return [
        Statement(about, f"the {about} so far", day(days_ago - place)) for place, about in enumerate(ABOUTS)
    ]


class TestWhatIsAsked:
    def test_of_somebody_unknown_three_light_things(self) -> None:
        asked = questions("ana", TODAY, [])
        assert len(asked) == 3
        assert {one.about for one in asked} <= {"work", "interests", "stories", "goals"}
        assert [one.said_on for one in asked] == [None, None, None]

    def test_of_somebody_strained_what_may_be_common_ground(self) -> None:
        asked = questions("ana", TODAY, [], close=True, strained=True)
        assert {one.about for one in asked} <= {"interests", "stories", "family", "values"}

    def test_somebody_close_may_be_asked_about_anything(self) -> None:
        result = {one.about for n in range(60) for one in questions(f"ana-{n}", TODAY, [], close=True)}
        assert result == set(ABOUTS)

    def test_what_was_said_comes_first_the_latest_of_it_first_and_then_something_new(self) -> None:
        answer = [
            Statement("goals", "wants to speak at PyCon", day(80)),
            Statement("obstacles", "two open positions", day(112)),
            Statement("family", "her daughter is choosing a college", day(42)),
        ]
        asked = questions("lena", TODAY, answer, close=True)
        assert [(one.about, one.said_on) for one in asked[:2]] == [("family", day(42)), ("goals", day(80))]
        assert asked[0].question == "Your daughter is choosing a college. How is that going?"
        assert "speak at PyCon?" in asked[1].question
        assert asked[2].said_on is None
        assert asked[2].about not in ("family", "goals", "obstacles")

    def test_of_two_things_on_one_subject_the_later_is_asked_about(self) -> None:
        answer = [
            Statement("goals", "a shop", day(5)),
            Statement("goals", "a boat", day(9)),
            Statement("goals", "a house", day(5)),
        ]
        assert "a house" in questions("ana", TODAY, answer)[0].question

    def test_where_everything_is_known_the_longest_unheard_of_comes_up_again(self) -> None:
        asked = questions("ana", TODAY, everything(), close=True)
        assert [(one.about, one.said_on) for one in asked] == [
            ("concerns", day(95)),
            ("aspirations", day(96)),
            ("family", day(100)),
        ]

    def test_where_one_subject_is_left_it_is_opened(self) -> None:
        answer = [one for one in everything() if one.about != "values"]
        assert [one.about for one in questions("ana", TODAY, answer)] == ["concerns", "aspirations", "values"]

    def test_what_is_over_or_was_yours_is_not_asked_about(self) -> None:
        answer = [
            Statement("stories", "had me try sushi", day(300)),
            Statement("family", "grew up by the sea", day(20)),
            Statement("work", "leads the platform team", day(20)),
        ]
        for n in range(20):
            asked = questions("ana", TODAY + timedelta(days=n), answer, close=True)
            assert all("sushi" not in one.question and "the sea" not in one.question for one in asked)
            assert [one.said_on for one in asked] == [None] * 3

    def test_an_introduction_is_asked_about_by_name(self) -> None:
        asked = questions("ana", TODAY, [Statement(INTRODUCTION, "Omar Haddad", day(3))])
        assert asked[0].question in ("How did it go with Omar Haddad?", "What came of meeting Omar Haddad?")


class TestTheMeeting:
    @pytest.mark.parametrize(
        ("summary", "possible"),
        [
            ("the reorganisation", {"How did the reorganisation go?"}),
            ("her talk", {"How did your talk go?"}),
            ("Her talk.", {"How did your talk go?"}),
            ("the spring order; he had you try seaweed", {"How did it go with the spring order?"}),
            ("wants to leave Acme", {"Do you still want to leave Acme?", "Did you get to leave Acme?"}),
        ],
    )
    def test_in_the_words_of_its_summary(self, summary: str, possible: set[str]) -> None:
        assert questions("ana", TODAY, [Statement(MEETING, summary, day(9))])[0].question in possible

    @pytest.mark.parametrize("summary", ["he had me try sushi", "caught up", "we walked along the river"])
    def test_what_you_did_there_is_not_asked_about(self, summary: str) -> None:
        asked = questions("ana", TODAY, [Statement(MEETING, summary, day(9))])
        assert MEETING not in {one.about for one in asked}

    def test_one_point_of_a_list_another_day_another(self) -> None:
        answer = [Statement(MEETING, "the reorganisation, her talk, the move", day(9))]
        asked = {questions("ana", TODAY + timedelta(days=n), answer)[0].question for n in range(40)}
        assert asked == {
            "How did the reorganisation go?",
            "How did your talk go?",
            "How did the move go?",
        }

    def test_not_one_that_a_note_has_already(self) -> None:
        answer = [
            Statement(MEETING, "college choice, her talk", day(9)),
            Statement("family", "her daughter is choosing a college", day(9)),
        ]
        for n in range(20):
            assert questions("ana", TODAY + timedelta(days=n), answer)[1].question == "How did your talk go?"

    def test_not_at_all_where_the_notes_have_all_of_it(self) -> None:
        answer = [
            Statement(MEETING, "the college", day(9)),
            Statement("family", "her daughter is choosing a college", day(9)),
        ]
        assert [one.about for one in questions("ana", TODAY, answer)].count(MEETING) == 0

    def test_a_point_is_not_put_to_one_of_several_as_theirs(self) -> None:
        answer = [Statement(MEETING, "the reorganisation, her talk", day(9), alone=False)]
        assert MEETING not in {one.about for one in questions("ana", TODAY, answer)}


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("wants to speak at PyCon", "wants to speak at PyCon"),
        ("moved to Porto.", "moved to Porto"),
        ("is it the right school?", "is it the right school"),
        ("two  lines\nof it", "two lines of it"),
        ("the order; then the weather", "the order"),
        ("!!!", "!!!"),
        ("word " * 30, "word " * 13 + "word…"),
        ("x" * 100, "x" * 69 + "…"),
    ],
)
def test_gist(text: str, short: str) -> None:
    assert gist(text) == short
    assert len(short) <= GIST


class TestVariety:
    def test_the_same_all_day_and_another_day_another(self) -> None:
        asked = [questions("ana", TODAY, []) for _ in range(3)]
        assert asked[0] == asked[1] == asked[2]
        days = {tuple(questions("ana", TODAY + timedelta(days=n), [])) for n in range(30)}
        assert len(days) > 20

    def test_never_the_same_three_for_everybody(self) -> None:
        asked = {tuple(questions(f"ana-{n}", TODAY, [])) for n in range(100)}
        assert len(asked) > 70

    def test_no_question_is_drawn_far_more_often_than_others(self) -> None:
        words = [f"word {n}" for n in range(10)]
        drawn = [_by_lot(f"ana-{n} 2026-11-21", words)[0] for n in range(1000)]
        assert all(60 < drawn.count(word) < 140 for word in words)

    def test_the_draw_is_the_same_on_every_machine(self) -> None:
        assert _by_lot("ana 2026-11-21", ["a", "b", "c", "d"]) == ["c", "d", "b", "a"]


SAID = st.lists(
    st.builds(
        Statement,
        about=st.sampled_from([*ABOUTS, MEETING, INTRODUCTION]),
        text=st.text(min_size=1, max_size=200).filter(str.strip),
        on=st.dates(date(2000, 1, 1), TODAY),
        alone=st.booleans(),
    ),
    max_size=25,
)


@settings(max_examples=200)
@given(handle=st.text(min_size=1), answer=SAID, close=st.booleans(), strained=st.booleans())
def test_always_three_of_three_subjects_and_nothing_known_is_asked_as_new(
    handle: str, answer: list[Statement], close: bool, strained: bool
) -> None:
    asked = questions(handle, TODAY, answer, close=close, strained=strained)
    known = {one.about for one in answer}
    assert len(asked) == 3
    assert len({one.about for one in asked}) == 3
    for one in asked:
        assert one.question.endswith("?")
        if one.said_on is None:
            assert one.about not in known
        else:
            assert one.said_on == max(each.on for each in answer if each.about == one.about)
    assert asked == questions(handle, TODAY, answer, close=close, strained=strained)
    assert len([one for one in asked if one.said_on is None]) >= min(1, len(set(ABOUTS) - known))
    assert not any(
        "sushi" in one.question
        for one in questions(handle, TODAY, [Statement("stories", "had me try sushi", TODAY)])
    )


@given(answer=SAID)
def test_the_order_in_which_it_was_kept_does_not_matter_across_days(answer: list[Statement]) -> None:
    apart = [one._replace(on=day(place)) for place, one in enumerate(answer)]
    assert questions("ana", TODAY, apart) == questions("ana", TODAY, apart[::-1])


def test_a_question_is_what_the_brief_shows() -> None:
    assert Question._fields == ("question", "about", "said_on")
