"""Meetings and events."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class NobodyNamed(Usage):
    """A meeting with nobody."""

    def __init__(self) -> None:
        super().__init__('say who was there: a name, --new "NAME" for somebody new, or --fleeting TEXT')


class NewTwice(Refused):
    """The same new name twice in one line."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"--new {shown} is given twice; give it once, or add --namesake for two of that name"
        )


class NobodyNew(Usage):
    """A circle or a cadence for new people, without any."""

    def __init__(self, option: str) -> None:
        super().__init__(
            f"{option} is for somebody new (--new NAME); for the others: netbook edit WHO {option}"
        )


class MeetingToCome(Usage):
    """A meeting on a day that is still to come."""

    def __init__(self, shown: str, day: str) -> None:
        which = shown if day in shown else f"{shown} is {day}, which"
        super().__init__(f"{which} is still to come; plan it: netbook plan WHO --on {day}")


class NoSuchEventRef(Refused):
    """A reference that no event has."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"there is no event {ref}; netbook events lists all of them")


class NothingFollows(Usage):
    """A text that ends where it should begin, after "WHO:" or "family:"."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"nothing follows {shown}; write the text after the colon")


class SayWhom(Usage):
    """A text about one person at a meeting of several, without a name."""

    def __init__(self, option: str, shown: str, names: str) -> None:
        super().__init__(f'{option} {shown}: say whom it is about, as in {option} "NAME: …" ({names})')


class SeveralEditions(Refused):
    """An event with several editions where none was named."""

    def __init__(self, shown: str, days: list[str], number: int) -> None:
        more = ", …" if number > len(days) else ""
        super().__init__(f"{shown} has {number:,} editions; say which with --on: {', '.join(days)}{more}")


class NearAnEdition(Refused):
    """A day on which an event has no edition, but close to one."""

    def __init__(self, shown: str, edition: str, day: str, add: str) -> None:
        super().__init__(
            f"{shown} is on {edition}, not on {day}; say --on {edition}, or {add} for another one"
        )


class EventNeedsDay(Usage):
    """A new event without its day."""

    def __init__(self, shown: str, near: list[str]) -> None:
        nearest = f" (the nearest: {', '.join(near)})" if near else ""
        super().__init__(f"no event is called {shown}{nearest}; to add it, say when it is: --on DATE")


class NoSuchEdition(Refused):
    """A day on which an event has no edition, where one is to be changed or removed."""

    def __init__(self, shown: str, day: str, days: list[str]) -> None:
        hint = f"its editions: {', '.join(days)}" if days else "netbook events lists all events"
        super().__init__(f"{shown} has no edition on {day}; {hint}")


class EndsBeforeItBegins(Usage):
    """A last day before the first."""

    def __init__(self, last: str, first: str) -> None:
        super().__init__(f"--until {last} is before the first day, {first}; give that day or a later one")


class EditionsOverlap(Refused):
    """Two editions of one event on the same day."""

    def __init__(self, shown: str, spans: list[str]) -> None:
        super().__init__(
            f"{shown} already has an edition on {', '.join(spans)}; add --merge to make them one"
        )


class MeetingsOutside(Refused):
    """A change that would leave meetings of an event outside its days."""

    def __init__(self, shown: str, day: str) -> None:
        super().__init__(f"a meeting at {shown} was on {day}; choose days that include it")


class RemoveAlone(Usage):
    """A removal and a change at once."""

    def __init__(self) -> None:
        super().__init__(
            "--remove removes the whole edition and goes with --on alone; leave the other options out"
        )


class NobodyToKeepItWith(Usage):
    """Something found, learned, done or promised at a meeting without anybody who has a name."""

    def __init__(self, option: str, shown: str) -> None:
        super().__init__(f'{option} {shown} needs a person; write a name, or --new "NAME"')


class NoFleeting(Refused):
    """Words that fit no fleeting encounter."""

    def __init__(self, shown: str, listed: str) -> None:
        hint = f"the latest: {listed}" if listed else "none is logged, netbook log --fleeting TEXT does that"
        super().__init__(f"no fleeting encounter matches {shown}; {hint}")


class SeveralFleeting(Refused):
    """Words that fit several fleeting encounters."""

    def __init__(self, shown: str, listed: str) -> None:
        super().__init__(
            f"several fleeting encounters match {shown}; add a word to tell them apart: {listed}"
        )


class NothingPiped(Usage):
    """A text is to come from stdin, and none came."""

    def __init__(self, why: str, what: str = "summary") -> None:
        instead = "write it with -m" if what == "summary" else "write it out in place of -"
        super().__init__(f"cannot read the {what} from standard input: it is {why}; {instead}")


class AlreadyAttended(Refused):
    """A fleeting encounter to be given to somebody who was at that meeting by name."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name} was at that meeting by name; {what} was somebody else, so name that person")
