"""Records named by their references."""

from __future__ import annotations

from collections.abc import Iterable

from netbook.errors import Refused, Usage


class NoSuchRecord(Refused):
    """A reference to a record that is not in the journal, or no longer."""

    def __init__(self, called: str, ref: str) -> None:
        super().__init__(
            f"there is no {called} {ref}; netbook find WORDS shows the references of what it finds"
        )


class NotOfThisRecord(Usage):
    """An option that a record of this kind does not have."""

    def __init__(self, option: str, called: str, ref: str, options: Iterable[str]) -> None:
        takes = ", ".join(options)
        super().__init__(f"{called} {ref} has no {option}; it takes {takes}")


class OnlyOfRecords(Usage):
    """An option of records, given for a person."""

    def __init__(self, option: str) -> None:
        super().__init__(
            f"{option} is of a record, not of a person; name the record: netbook edit m12 {option} …"
        )


class CannotBeCleared(Usage):
    """A field that a record cannot do without."""

    def __init__(self, option: str, called: str) -> None:
        super().__init__(f"a {called} needs its {option}; give another one, or remove the {called}")


class NobodyLeft(Refused):
    """The last person to be removed from a record."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"nobody would be left in {ref}; to remove it: netbook remove {ref}")


class NotThere(Refused):
    """Somebody to be removed from a record that they are not in."""

    def __init__(self, name: str, ref: str) -> None:
        super().__init__(f"{name} is not in {ref}; netbook show {ref} says who is")


class AlreadyOpen(Refused):
    """A record to be opened again that is open."""

    def __init__(self, ref: str) -> None:
        super().__init__(f"{ref} is open; there is nothing to reopen")


class TheSameRecord(Refused):
    """A change that would make two records of one thing."""

    def __init__(self, ref: str, other: str) -> None:
        super().__init__(f"{other} already says that; to keep only that one: netbook remove {ref}")


class MeetingsMoveToo(Usage):
    """An event with meetings to be moved, without saying what to do with the meetings."""

    def __init__(self, meetings: str, ref: str) -> None:
        super().__init__(
            f"{meetings} logged at {ref}; --yes moves them by as many days, --keep-meetings leaves them where they are"
        )


class PlanMovedToPast(Usage):
    """A plan for a day that is over."""

    def __init__(self, shown: str) -> None:
        super().__init__(
            f"{shown} is over; a plan is for today or a later day: netbook log records what took place"
        )


class InvalidTime(Usage):
    """A text that is not a time of day."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"cannot read the time {shown}; write 18:30, or 6 pm")


class NotANumberBetween(Usage):
    """A value that is not a number, or is out of bounds."""

    def __init__(self, option: str, shown: str, least: int, most: int) -> None:
        super().__init__(f"--{option} takes a number from {least:,} to {most:,}, not {shown}")


class OneRecord(Usage):
    """Several records, or records and people, where one is changed at a time."""

    def __init__(self) -> None:
        super().__init__("edit changes one record at a time; name one reference")
