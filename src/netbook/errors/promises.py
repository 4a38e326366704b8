"""Promises, favours, requests, strains."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class NoSuchFollowups(Refused):
    """Numbers that no follow-up has."""

    def __init__(self, numbers: list[int]) -> None:
        one = len(numbers) == 1
        listed = ", ".join(map(str, numbers))
        super().__init__(
            f"no promise has the number{'' if one else 's'} {listed}; netbook todo lists those that are open"
        )


class AlreadyClosed(Refused):
    """A follow-up that was closed before."""

    def __init__(self, number: int, how: str, day: str) -> None:
        super().__init__(f"{number} was {how} already, on {day}; netbook todo lists those that are open")


class NothingOwed(Refused):
    """Thanks for a favour that is not there, or was thanked for already."""

    def __init__(self, name: str, handle: str, text: str, listed: str) -> None:
        if listed:
            what = f"no favour that you owe {name} thanks for matches {text}; there are: {listed}"
        else:
            what = f"you owe {name} no thanks; netbook got {handle} TEXT records a favour first"
        super().__init__(what)


class SeveralFavors(Refused):
    """Words that name several favours."""

    def __init__(self, text: str, listed: str) -> None:
        super().__init__(f"several favours match {text}; say which: {listed}")


class ThanksTooEarly(Usage):
    """Thanks on a day before the favour."""

    def __init__(self, favor: str, day: str) -> None:
        super().__init__(f"{favor} was on {day}; thanks cannot come before it, give that day or a later one")


class AlreadyStrained(Refused):
    """A strain while another one with the same person is open."""

    def __init__(self, name: str, handle: str, day: str, what: str) -> None:
        super().__init__(f"strained with {name} already, since {day} ({what}); first netbook repair {handle}")


class NotStrained(Refused):
    """A repair where nothing is strained."""

    def __init__(self, name: str, handle: str) -> None:
        super().__init__(
            f"nothing is strained with {name}; netbook strain {handle} TEXT says that something is"
        )


class RepairTooEarly(Usage):
    """A repair on a day before the strain."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(
            f"strained with {name} since {day}; the repair cannot come before it, give a later day"
        )


class SeveralRequests(Refused):
    """An answer that may be to several requests."""

    def __init__(self, name: str, handle: str, requests: str) -> None:
        super().__init__(
            f"several things are asked of {name} ({requests}); say which: netbook answer {handle} yes --to WORDS"
        )


class NotAskedOf(Refused):
    """An answer to something that was not asked."""

    def __init__(self, what: str, name: str, requests: str) -> None:
        super().__init__(f"{what} is not asked of {name}; there is {requests}")


class NothingAsked(Refused):
    """An answer where nothing is asked."""

    def __init__(self, name: str, handle: str, last: str) -> None:
        super().__init__(
            f"nothing is asked of {name}{f' ({last})' if last else ''}; first netbook ask {handle} TEXT"
        )


class AnsweredTooEarly(Usage):
    """An answer on a day before the request."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(f"you asked {name} on {day}; the answer cannot come before it, give a later day")


class PromiseAfterNo(Usage):
    """A follow-up of a request that was answered no."""

    def __init__(self, handle: str) -> None:
        super().__init__(
            f"a no ends it, without a follow-up; netbook promise {handle} TEXT records a promise of its own"
        )
