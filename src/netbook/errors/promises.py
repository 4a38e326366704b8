"""Promises, favours, requests, strains."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class NotANumber(Usage):
    """A text that is not the number of a promise."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} is not the number of a promise; netbook todo lists them with their numbers"
        )


class NoSuchFollowups(Refused):
    """Numbers that no follow-up has."""

    def __init__(self, numbers: list[int]) -> None:
        single = len(numbers) == 1
        listed = ", ".join(map(str, numbers))
        super().__init__(
            f"no promise has the number{'' if single else 's'} {listed}; netbook todo lists those that are open"
        )


class AlreadyClosed(Refused):
    """A follow-up that was closed before."""

    def __init__(self, number: int, how: str, day: str) -> None:
        super().__init__(f"{number} was already {how}, on {day}; netbook todo lists those that are open")


class NothingOwed(Refused):
    """Thanks for a favour that does not exist, or was thanked for already."""

    def __init__(self, name: str, handle: str, text: str, listed: str) -> None:
        if listed:
            what = f"no favour that you owe {name} thanks for matches {text}; owed: {listed}"
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
        super().__init__(f"{favor} was on {day}; thanks cannot be earlier, give that day or a later one")


class AlreadyStrained(Refused):
    """A strain while another one with the same person is open."""

    def __init__(self, name: str, handle: str, day: str, what: str) -> None:
        super().__init__(
            f"the relationship with {name} is already strained, since {day} ({what}); "
            f"record the repair first: netbook repair {handle}"
        )


class NotStrained(Refused):
    """A repair without a strain."""

    def __init__(self, name: str, handle: str) -> None:
        super().__init__(
            f"the relationship with {name} is not strained; netbook strain {handle} TEXT records a strain"
        )


class RepairTooEarly(Usage):
    """A repair on a day before the strain."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(
            f"the strain with {name} began on {day}; the repair cannot be earlier, give a later day"
        )


class SeveralRequests(Refused):
    """An answer that may be to several requests."""

    def __init__(self, name: str, handle: str, requests: str) -> None:
        super().__init__(
            f"several requests to {name} are open ({requests}); say which: netbook answer {handle} yes --to WORDS"
        )


class NotAskedOf(Refused):
    """An answer to a request that was not made."""

    def __init__(self, what: str, name: str, requests: str) -> None:
        super().__init__(f"no open request to {name} matches {what}; open: {requests}")


class NothingAsked(Refused):
    """An answer without an open request."""

    def __init__(self, name: str, handle: str, last: str) -> None:
        super().__init__(
            f"no request to {name} is open{f' ({last})' if last else ''}; record one: netbook ask {handle} TEXT"
        )


class AnsweredTooEarly(Usage):
    """An answer on a day before the request."""

    def __init__(self, name: str, day: str) -> None:
        super().__init__(f"you asked {name} on {day}; the answer cannot be earlier, give a later day")


class PromiseAfterNo(Usage):
    """A follow-up of a request that was answered no."""

    def __init__(self, handle: str) -> None:
        super().__init__(
            f"a no takes no follow-up; record a promise on its own: netbook promise {handle} TEXT"
        )
