"""The formats that can be imported, and which of them a text is."""

from __future__ import annotations

from typing import Protocol

from netbook.core.vocabulary import one_of
from netbook.errors import NoKnownFormat
from netbook.formats import friends, linkedin
from netbook.formats.records import Parsed
from netbook.formats.textfile import TextFile


class Format(Protocol):
    """What a format's module offers."""

    NAME: str

    def detect(self, head: str) -> bool:
        """Whether the beginning of a text looks like this format."""

    def parse(self, source: TextFile) -> Parsed:
        """The records of the text."""


_FORMATS: dict[str, Format] = {linkedin.NAME: linkedin, friends.NAME: friends}
NAMES = tuple(_FORMATS)


def format_of(source: TextFile, said: str | None) -> Format:
    """The format that was said, else the one the text looks like; NoKnownFormat where it is like none."""
    if said is not None:
        return _FORMATS[one_of(said, NAMES, "format")]
    head = source.head()
    for each in _FORMATS.values():
        if each.detect(head):
            return each
    raise NoKnownFormat(NAMES)
