"""The formats that can be imported, and detecting which one a text is."""

from __future__ import annotations

from typing import Protocol

from netbook.core import journal_export
from netbook.core.vocabulary import one_of
from netbook.errors.imports import NoKnownFormat, NotThisFormat
from netbook.formats import anycsv, call_log, friends, google, ical, linkedin, mail, monica, outlook, vcard
from netbook.formats.records import Parsed
from netbook.formats.textfile import TextFile


class Format(Protocol):
    """What a format's module offers."""

    NAME: str

    def detect(self, head: str) -> bool:
        """Whether the beginning of a text looks like this format."""

    def parse(self, source: TextFile) -> Parsed:
        """The records of the text."""


# In the order in which they are tried: what is surest about itself first, any table of people last.
_ORDER: tuple[Format, ...] = (mail, vcard, ical, call_log, linkedin, google, outlook, friends, monica, anycsv)
_FORMATS = {each.NAME: each for each in _ORDER}
NAMES = (*_FORMATS, mail.MAILBOX, journal_export.NAME)


def format_of(source: TextFile, named: str | None) -> Format:
    """The named format, else the one that is detected; raises NoKnownFormat."""
    if named is not None:
        return _FORMATS[one_of(named, NAMES, "format")]
    result = _like(source)
    if result is None:
        raise NoKnownFormat(NAMES)
    return result


def records(source: TextFile, chosen: Format) -> Parsed:
    """The records of the text; a NotThisFormat names the format that it looks like."""
    try:
        yield from chosen.parse(source)
    except NotThisFormat as error:
        other = _like(source)
        if other is None or other is chosen:
            raise
        raise NotThisFormat(error.what, error.missing, other.NAME) from None


def _like(source: TextFile) -> Format | None:
    head = source.head()
    return next((each for each in _ORDER if each.detect(head)), None)
