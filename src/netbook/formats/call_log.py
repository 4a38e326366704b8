"""The call log that Android's "SMS Backup & Restore" writes (`calls.xml`): who was on the telephone, and how long.

Only the attributes of a `<call …/>` are read; a missed, rejected or blocked call is left out.
"""

import html
import re
from datetime import datetime

from netbook.errors.imports import CutOff, NotThisFormat
from netbook.formats.records import ContactEntry, Parsed, Problem, excerpt
from netbook.formats.textfile import TextFile

NAME = "calls"

_CALL = re.compile(r"<call\s((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([a-z_]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_END = re.compile(r"</calls>|<calls[^<>]*/>")
_ANSWERED = ("1", "2")  # incoming, outgoing


def detect(head: str) -> bool:
    """Whether the text is a call log of that program's."""
    return "<calls" in head[:5_000] and not head.lstrip("\ufeff \t\r\n").startswith(("{", "["))


def parse(source: TextFile) -> Parsed:
    """The calls, a record each."""
    if not detect(source.head()):
        raise NotThisFormat("a call log", 'no line says "<calls"')
    whole = False
    for number, line in enumerate(source.lines(), 1):
        for match in _CALL.finditer(line):
            attributes = {
                name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(match[1])
            }
            yield _call(number, attributes)
        whole = whole or _END.search(line) is not None
    if not whole:
        raise CutOff("no line ends the log (</calls>)")


def _call(number: int, line: dict[str, str]) -> ContactEntry | Problem:
    who = line.get("number", "")
    name = line.get("contact_name", "")
    what = excerpt(name if name not in ("", "(Unknown)") else who or "a call")
    try:
        begun = datetime.fromtimestamp(int(line.get("date", "")) / 1000).astimezone()
        seconds = int(line.get("duration", "0"))
    except (ValueError, OverflowError, OSError):
        return Problem(number, what, "its date or duration cannot be read", "failed")
    if line.get("type") not in _ANSWERED or seconds <= 0:
        return Problem(number, what, "nobody answered", "skipped")
    minutes = max(-(-seconds // 60), 1)
    return ContactEntry(number, begun.date(), "call", (who,), (), minutes=minutes, moment=line["date"])
