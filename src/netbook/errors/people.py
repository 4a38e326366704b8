"""People, circles, and what they share."""

from __future__ import annotations

from collections.abc import Iterable

from netbook.errors import Refused, Usage


class AlreadyThere(Refused):
    """Somebody of that name is in the journal."""

    def __init__(self, name: str, listed: str, hint: str) -> None:
        super().__init__(f"{name} is already in the journal: {listed}; {hint}")


class NoCard(Refused):
    """The owner's own card, before there is one."""

    def __init__(self) -> None:
        super().__init__("you have no card yet; to make one: netbook me NAME")


class HandleTaken(Refused):
    """The handle belongs to somebody else."""

    def __init__(self, handle: str, name: str) -> None:
        super().__init__(f"the handle {handle} is {name}'s; choose another")


class NothingLikeIt(Refused):
    """A value to remove that a person does not have."""

    def __init__(self, name: str, what: str, shown: str, hint: Iterable[str]) -> None:
        has = ", ".join(hint)
        super().__init__(
            f"{name} has none of {shown} among the {what}; {f'there are {has}' if has else 'there are none'}"
        )


class BadHandle(Usage):
    """A text that cannot be a handle."""

    def __init__(self, shown: str, near: str) -> None:
        super().__init__(
            f"{shown} cannot be a handle: lower-case letters and digits, joined by -, as in {near}"
        )


class SamePerson(Refused):
    """The same person where another one is needed."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name} cannot {what} themselves; name somebody else")


class NothingToChange(Usage):
    """A change without a new value."""

    def __init__(self, hint: str) -> None:
        super().__init__(f"nothing to change; {hint}")


class FutureBirthday(Usage):
    """A birthday that has not come yet."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"a birthday cannot be in the future: {shown}; write it as 1976-11-25 or --11-25")


class PauseInThePast(Usage):
    """A pause that would be over before it begins."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"the pause would already be over: {shown}; give today or a later day")


class CircleTaken(Refused):
    """A circle's new name is another circle's."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"a circle called {shown} already exists; choose another name")


class TopicTaken(Refused):
    """A new name for a topic that another topic has."""

    def __init__(self, topic: str, taken: str) -> None:
        super().__init__(
            f"the topic {taken} already exists; to merge the two: netbook topics {topic} --merge {taken}"
        )


class SameTopic(Refused):
    """A topic to be merged into itself."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} is that topic itself; name another one to merge it into")


class TopicNeeded(Usage):
    """A change to a topic without the topic."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} changes one topic; name it: netbook topics TOPIC {option} …")


class SamePersonTwice(Refused):
    """Two names that mean one person where two people are needed."""

    def __init__(self, listed: str) -> None:
        super().__init__(f"both names mean one person, {listed}; name somebody else as well")


class IntroductionDeclined(Refused):
    """An introduction of two people that was declined."""

    def __init__(self, names: str, one: str, other: str) -> None:
        super().__init__(
            f"an introduction of {names} was declined; if you made it after all: "
            f"netbook intro {one} {other} --outcome made"
        )


class IntroductionTooEarly(Usage):
    """An introduction that comes before its offer."""

    def __init__(self, names: str, day: str) -> None:
        super().__init__(
            f"you offered to introduce {names} on {day}; the outcome cannot be earlier, give a later day"
        )


class UnknownRegion(Usage):
    """A region of telephone numbers that does not exist."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"no telephone numbers are from {text}; write a country's two letters or its code, such as GB or +44"
        )
