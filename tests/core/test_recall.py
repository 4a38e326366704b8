"""What a note lends itself to: a question a person would ask, a story to open with, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.recall import recall, story
from netbook.core.vocabulary import ABOUTS

QUESTIONS = [
    (
        "family",
        "daughter was choosing a college",
        "Your daughter was choosing a college. How did that turn out?",
    ),
    (
        "family",
        "her daughter is choosing a college",
        "Your daughter is choosing a college. How is that going?",
    ),
    ("family", "son starts school in September", "Your son starts school in September. How is that going?"),
    ("family", "expecting a baby in May", "How are things with the baby?"),
    ("family", "Mia's wedding in June", "How did Mia's wedding go?"),
    ("goals", "wants to speak at PyCon", "Do you still want to speak at PyCon?"),
    ("goals", "run a marathon", "Do you still want to run a marathon?"),
    ("goals", "to get promoted", "Do you still want to get promoted?"),
    ("goals", "wants her kids to learn to swim", "Do you still want your kids to learn to swim?"),
    ("goals", "a shop of her own", "How is it going with a shop of your own?"),
    ("goals", "hopes for a promotion", "What came of the promotion?"),
    ("obstacles", "two open positions", "How are things with those two open positions now?"),
    ("obstacles", "no time for training", "Is there still no time for training?"),
    ("obstacles", "understaffed", "Are you still understaffed?"),
    ("obstacles", "can't delegate", "Can you delegate by now?"),
    ("obstacles", "her boss does not listen", "Your boss does not listen: how are things with that now?"),
    ("aspirations", "teach at a university", "Do you still want to teach at a university?"),
    (
        "aspirations",
        "dreams of a house in the mountains",
        "Are you still dreaming of a house in the mountains?",
    ),
    ("aspirations", "her own bakery", "How is it going with your own bakery?"),
    ("concerns", "worried about the reorg", "How are things with the reorg now?"),
    ("concerns", "that the merger will cost jobs", "Are you still worried that the merger will cost jobs?"),
    ("concerns", "ageing parents", "How are things with ageing parents now?"),
    ("family", "mother in hospital", "How is your mother now?"),
    ("concerns", "his health", "How are things with your health now?"),
    ("concerns", "whether the team stays together", "Do you know by now whether the team stays together?"),
    ("interests", "learning Portuguese", "Are you still learning Portuguese?"),
    ("interests", "training for a marathon", "Are you still training for a marathon?"),
    ("work", "looking for a data engineer", "Did you find a data engineer?"),
    ("work", "looks for a data engineer.", "Did you find a data engineer?"),
    ("work", "hiring two engineers", "Did you find two engineers?"),
    ("work", "interview at Globex next week", "How did the interview at Globex go?"),
    ("work", "her talk", "How did your talk go?"),
    ("work", "is writing a book on queueing", "Are you still writing a book on queueing?"),
    ("work", "applied for the lead position", "What came of applying for the lead position?"),
    ("work", "thinking about leaving Acme", "Are you still thinking about leaving Acme?"),
    ("work", "will move to Oslo in spring", "Did you move to Oslo in spring in the end?"),
    ("work", "needs a new laptop; also a chair", "Do you still need a new laptop?"),
    ("stories", "wants to show me the archive", "Do you still want to show me the archive?"),
]
STORIES = [
    ("stories", "had me try sushi", "had you try sushi"),
    ("stories", "he took me sailing on the Wannsee", "he took you sailing on the Wannsee"),
    ("stories", "we got lost in Lisbon together", "you both got lost in Lisbon together"),
    ("stories", "grew up by the sea", "grew up by the sea"),
    ("stories", "worked at Acme for ten years", "worked at Acme for ten years"),
    ("stories", "once met Le Guin", "once met Le Guin"),
    ("stories", "used to play in a band", "used to play in a band"),
    ("family", "lost her father last year", "lost her father last year"),
    ("family", "parents moved to Porto", "parents moved to Porto"),
    ("family", "his dog was ill", "his dog was ill"),
    ("goals", "became a partner", "became a partner"),
    ("goals", "passed the exam", "passed the exam"),
    ("obstacles", "the budget was cut", "the budget was cut"),
    ("work", "finished the migration", "finished the migration"),
]
NOTHING = [
    ("family", "two sons"), ("family", "married to Jo"), ("interests", "plays the cello"), ("interests", "climbing"),
    ("interests", "reads Le Guin"), ("values", "honesty"), ("values", "never works on Sundays"),
    ("values", "allergic to nuts"), ("work", "leads the platform team"), ("work", "works from home on Fridays"),
    ("stories", "I owe him a coffee"), ("stories", "!!!"),
]  # fmt: skip


@pytest.mark.parametrize(("about", "text", "question"), QUESTIONS)
def test_what_is_open_in_their_life_is_asked_about(about: str, text: str, question: str) -> None:
    result = recall(about, text)
    assert (result.use, result.questions[0]) == ("question", question)


@pytest.mark.parametrize(("about", "text", "shown"), STORIES)
def test_what_is_over_or_was_yours_is_a_story(about: str, text: str, shown: str) -> None:
    assert recall(about, text) == ("story", ())
    assert story(text) == shown


@pytest.mark.parametrize(("about", "text"), NOTHING)
def test_what_merely_is_so_needs_no_asking(about: str, text: str) -> None:
    assert recall(about, text) == ("nothing", ())


@given(st.sampled_from(ABOUTS), st.text(max_size=120))
def test_any_text_is_one_of_the_three(about: str, text: str) -> None:
    result = recall(about, text)
    assert (result.use == "question") == bool(result.questions)
    assert all(question.endswith("?") and question[0].isupper() for question in result.questions)
    story(text)
