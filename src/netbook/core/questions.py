"""Three questions to ask somebody: what is open in their life, and what is not known about them yet.

Two follow up what is open, the latest first; the third opens a subject of which nothing is known. Where less is
open, more subjects are opened; where something is known of all, the one not heard of for longest comes up again.
Which subject, and in what words, is drawn from the handle and the day: another person or another day asks
something else, and the same day always the same. What is over, or was yours, is never asked about.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netbook.core.recall import gist, is_phrase, recall, to_them
from netbook.core.vocabulary import ABOUTS

COUNT = 3
RECALLED = 2  # questions that follow up what was said, where there are subjects to open
FEW = 4  # words that make a point of a summary
TELLING = 5  # letters of a word that says what a text is about
MEETING, INTRODUCTION = "meeting", "introduction"

# What can be asked of somebody met once or never.
_LIGHT = ("work", "interests", "stories", "goals")
# Where something in common is found most easily: what somebody strained is asked first.
_COMMON_GROUND = ("interests", "stories", "family", "values")
# Of what was said on one day, the sooner it wants to be asked about, the earlier it stands.
_PENDING = (
    "goals", "obstacles", "concerns", "family", "aspirations", "work", INTRODUCTION, "stories", MEETING,
)  # fmt: skip
_ENDS = " .,;:!?"

_FIRST = {
    "family": (
        "Where did you grow up, and who lives there now?", "How are things at home?",
        "Whom do you spend your weekends with?", "Which place feels like home to you?",
    ),
    "values": (
        "What matters most to you in people you work with?", "Who has shaped the way you work?",
        "What would you not give up for a better job?", "Which decision are you glad you made?",
    ),
    "goals": (
        "What would you like to have done by next year?", "What are you working towards at the moment?",
        "What would make this a good year for you?", "What do you want to get better at?",
    ),
    "obstacles": (
        "What gets in your way at the moment?", "What takes more of your time than it should?",
        "What would you change first if you could?", "Where could you use another pair of hands?",
    ),
    "aspirations": (
        "What would you like to be doing in five years?", "What would you try if nothing stood in your way?",
        "What have you always wanted to learn?", "What would you like to be remembered for here?",
    ),
    "concerns": (
        "What is on your mind these days?", "What do you see coming that others do not?",
        "What would you like to be done with?", "What would you rather not have on your desk?",
    ),
    "stories": (
        "How did you come to do what you do?", "What was your first job?",
        "Which journey do you like to think back to?", "Who gave you your first chance?",
    ),
    "interests": (
        "What do you do to rest?", "What have you read or seen lately that stayed with you?",
        "What do you do with a free day?", "What could you talk about for an hour?",
    ),
    "work": (
        "What are you working on these days?", "What does a good day at work look like for you?",
        "Which part of your work do you like best?", "What do people often get wrong about your work?",
    ),
}  # fmt: skip


class Statement(NamedTuple):
    """Something that was said: in a note (its subject), at a meeting, or by bringing two people together.

    What was said at a meeting with others there is not all about this person: `alone` is false.
    """

    about: str
    text: str
    on: date
    alone: bool = True


class Question(NamedTuple):
    """A question, its subject, and the day it goes back to; None where nothing is known of the subject."""

    question: str
    about: str
    said_on: date | None


def questions(
    handle: str, today: date, statements: Sequence[Statement], *, close: bool = False, strained: bool = False
) -> list[Question]:
    """Three questions for that person on that day, no two of one subject.

    `statements` is everything there is, in any order. Somebody who is not close is asked the lighter things first,
    somebody strained what may turn out to be common ground.
    """
    seed = f"{handle} {today.isoformat()}"
    latest, known = _latest(statements), {one.about for one in statements}
    opened = _by_lot(seed, [about for about in ABOUTS if about not in known])
    first = _COMMON_GROUND if strained else ABOUTS if close else _LIGHT
    opened.sort(key=lambda about: about not in first)
    # Subjects that come up again where there is nothing else: the longest ago first.
    again = [one.about for one in reversed(latest) if one.about in ABOUTS]
    open_ = [question for one in latest if (question := _about(seed, one, _noted(latest)))]
    asked = open_[: RECALLED if opened or len(again) > len(open_) else COUNT]
    fresh = [about for about in (*opened, *again) if about not in {one.about for one in asked}]
    last_noted = {one.about: one.on for one in latest}
    more = [
        Question(_by_lot(seed, _FIRST[about])[0], about, last_noted.get(about))
        for about in fresh[: COUNT - len(asked)]
    ]
    return [*asked, *more, *open_[len(asked) : COUNT - len(more)]]


def _latest(statements: Sequence[Statement]) -> list[Statement]:
    """The latest thing said on each subject, the latest first; of several on one day the last given."""
    latest: dict[str, Statement] = {}
    for statement in statements:
        if statement.about not in latest or statement.on >= latest[statement.about].on:
            latest[statement.about] = statement
    order = {about: place for place, about in enumerate(_PENDING)}
    ranked = sorted(latest.values(), key=lambda statement: order.get(statement.about, len(order)))
    return sorted(ranked, key=lambda statement: statement.on, reverse=True)


def _noted(latest: list[Statement]) -> set[str]:
    """The words that say what the notes are about."""
    return {word for statement in latest if statement.about != MEETING for word in _telling(statement.text)}


def _about(seed: str, statement: Statement, noted: set[str]) -> Question | None:
    """A question about something said; None where nothing of it is open, or a note says it as well."""
    if statement.about == INTRODUCTION:
        ways: Sequence[str] = (
            f"How did it go with {statement.text}?",
            f"What came of meeting {statement.text}?",
        )
    elif statement.about == MEETING:
        points = _points(gist(statement.text)) if statement.alone else []
        ways = [way for point in points if not _telling(point) & noted for way in _about_point(point)]
    else:
        ways = recall(statement.about, statement.text).questions
    return Question(_by_lot(seed, ways)[0], statement.about, statement.on) if ways else None


def _about_point(point: str) -> tuple[str, ...]:
    """Ways to ask about a point of a meeting: something open, or a thing that was named in a few words."""
    if ways := recall(MEETING, point).questions:
        return ways
    if not is_phrase(point, FEW):
        return ()
    first, space, rest = to_them(point).partition(" ")
    lower = first.lower() if first.casefold() in ("the", "a", "an", "your") else first
    return (f"How did it go with {lower}{space}{rest}?",)


def _telling(text: str) -> set[str]:
    """The words of a text that say what it is about, as far as their length tells."""
    return {word.strip(_ENDS) for word in text.casefold().split() if len(word.strip(_ENDS)) >= TELLING}


def _points(summary: str) -> list[str]:
    """The points of a summary that is a list of a few words each: "reorg, her talk"; else the whole of it."""
    points = [point.strip() for point in summary.split(", ")]
    is_list = all(0 < len(point.split()) <= FEW and not point.endswith("…") for point in points)
    return points if is_list else [summary]


def _by_lot(seed: str, among: Sequence[str]) -> list[str]:
    """The words in an order drawn from the seed."""
    return sorted(among, key=lambda word: (_lot(f"{seed} {word}"), word))


def _lot(text: str) -> int:
    """A number that looks drawn at random and is the same for the same text (FNV-1a, its bits stirred)."""
    number = 0xCBF29CE484222325
    for byte in text.encode("utf-8", "surrogatepass"):
        number = (number ^ byte) * 0x100000001B3 % 2**64
    number = (number ^ number >> 33) * 0xFF51AFD7ED558CCD % 2**64
    return number ^ number >> 33
