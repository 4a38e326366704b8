"""What is open between you and somebody."""

from datetime import date
from typing import NamedTuple


class Thanks(NamedTuple):
    """A favour that thanks are owed for."""

    text: str
    got_on: date


class Promise(NamedTuple):
    """Something promised and open, with the number that closes it."""

    text: str
    due_on: date | None
    number: int


class OpenStrain(NamedTuple):
    """A strain that is not repaired."""

    text: str
    since: date


class Owed(NamedTuple):
    """Thanks you owe, promises of both that are open, and a strain."""

    thanks: tuple[Thanks, ...] = ()
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()
    strain: OpenStrain | None = None
