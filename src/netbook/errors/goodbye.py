"""Organisations and goodbyes."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class NoSuchOrganisation(Refused):
    """No organisation has that name."""

    def __init__(self, shown: str, near: list[str]) -> None:
        hint = f"the nearest: {', '.join(near)}" if near else "netbook reach lists the organisations"
        super().__init__(f"no organisation is called {shown}; {hint}")


class SeveralOrganisations(Refused):
    """Several organisations answer to a name; netbook does not choose."""

    def __init__(self, shown: str, names: list[str], number: int) -> None:
        more = f", … and {number - len(names):,} more" if number > len(names) else ""
        super().__init__(f"{number:,} organisations match {shown}; say which: {', '.join(names)}{more}")


class NobodyToSee(Refused):
    """A goodbye round of an organisation where nobody is left."""

    def __init__(self, org: str) -> None:
        super().__init__(
            f"nobody at {org} is left to say goodbye to; netbook people --parted lists those you parted from"
        )


class NoGoodbyeRound(Refused):
    """Something about a goodbye round that was never begun."""

    def __init__(self, org: str | None) -> None:
        what = f"there is no goodbye round of {org}" if org else "no goodbye round is open"
        super().__init__(f"{what}; netbook goodbye --org ORG begins one")


class SeveralGoodbyeRounds(Refused):
    """Several goodbye rounds are open and none was named."""

    def __init__(self, orgs: list[str]) -> None:
        super().__init__(f"{len(orgs)} goodbye rounds are open; say which with --org: {', '.join(orgs)}")


class NotOnGoodbyeRound(Refused):
    """Somebody who is not on the chosen goodbye round."""

    def __init__(self, name: str, handle: str, org: str) -> None:
        super().__init__(
            f"{name} is not on the goodbye round of {org}; netbook goodbye {handle} parts from them alone"
        )


class SeenAlready(Refused):
    """Somebody who was ticked off a goodbye round before."""

    def __init__(self, name: str, handle: str, day: str) -> None:
        super().__init__(
            f"{name} was already ticked off, for {day}; netbook goodbye --undone {handle} takes that back"
        )


class NotSeenYet(Refused):
    """A tick to undo that is not set."""

    def __init__(self, name: str, handle: str) -> None:
        super().__init__(f"{name} is not ticked off; netbook goodbye --done {handle} does it")


class GoodbyeToWhom(Usage):
    """A parting without a person."""

    def __init__(self) -> None:
        super().__init__("name who you part from: WHO, or --org ORG for a goodbye round of everybody there")


class CsvOfOne(Usage):
    """CSV for a change whose answer is not a table."""

    def __init__(self) -> None:
        super().__init__("--csv is for a goodbye round; --json gives the parting from one person")
