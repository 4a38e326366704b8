"""Who was at an entry of a calendar: its attendees and its organizer (RFC 5545, sections 3.8.4.1 and 3.8.4.3).

Counted is who can have been there: not who declined or sent somebody else (PARTSTAT, section 3.2.12), nor who
was only told of it (ROLE=NON-PARTICIPANT, section 3.2.16), nor rooms, things and lists of addresses (CUTYPE,
section 3.2.3). Somebody is known by the address after "mailto:", in any case and with any white space in it,
else by the EMAIL parameter (RFC 7986, section 6.2).
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from netbook.core.import_matching import email_key
from netbook.core.names import LONGEST_NAME, clean
from netbook.formats.ical_lines import Component, ICalLine
from netbook.formats.records import Attendee

_NO_PERSON = ("ROOM", "RESOURCE", "GROUP")
_ABSENT = ("DECLINED", "DELEGATED")
# Hosts and boxes that programs make up for what is nobody.
_NOBODYS_HOST = re.compile(r"(?:.*\.)?(?:virtual|invalid|calendar\.google\.com)", re.ASCII)
_NOBODYS_BOX = re.compile(r"(?:no-?reply|do-?not-?reply|unknownorganizer|noreply-.*)", re.ASCII)
_ADDRESS = re.compile(r"[^@<>()\[\],;:\"\\]+@[^@<>()\[\],;:\"\\]+")
_BRACKETED = re.compile(r"([^<>]*)<([^<>\s]+@[^<>\s]+)>")
# What stands after a name: where somebody works, "(Sales)" or "| Acme".
_ASIDE = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]|\|.*)\s*$")
_LONGEST_ADDRESS = 320
_AFTER_NAMES = ("jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "esq", "inc", "ltd", "llc", "gmbh", "ag")


class Party(NamedTuple):
    """The possible attendees, and the addresses of those who declined."""

    attendees: tuple[Attendee, ...]
    declined: tuple[str, ...]


def party_of(entry: Component) -> Party:
    """Everybody of an entry, each once, its organizer first."""
    by_address: dict[str, Attendee] = {}
    out: set[str] = set()
    declined = []
    for line in sorted(entry.every("ORGANIZER", "ATTENDEE"), key=lambda line: line.name == "ATTENDEE"):
        address = address_of(line)
        if address is None:
            continue
        key = email_key(address)
        state = _word(line, "PARTSTAT") or _word(line, "STATUS")
        if state == "DECLINED":
            declined.append(address)
        if state in _ABSENT or _word(line, "ROLE") == "NON-PARTICIPANT" or not _is_person(line, address):
            out.add(key)
            continue
        name = _name(line, address)
        if key not in by_address or by_address[key].name is None:
            by_address[key] = Attendee(name, address)
    counted = (attendee for key, attendee in by_address.items() if key not in out)
    return Party(tuple(counted), tuple(declined))


def address_of(line: ICalLine) -> str | None:
    """The e-mail address of an attendee, or None. vCalendar 1.0 writes "Ana Ruiz <ana@example.org>"."""
    bracketed = _BRACKETED.search(line.value)
    return as_address(bracketed[2] if bracketed else line.value) or as_address(
        line.parameters.get("EMAIL", "")
    )


def as_address(text: str) -> str | None:
    """The e-mail address in a text, bare or as a "mailto:" link; None for other texts."""
    text = "".join(text.split())
    scheme, colon, rest = text.partition(":")
    if colon:
        if scheme.casefold() != "mailto":
            return None
        text = rest.lstrip("/").partition("?")[0]
    text = text.strip("<>\"'")
    if "%" in text:
        text = "".join(unquote(text).split())
    fits = len(text) <= _LONGEST_ADDRESS and text.isprintable() and _ADDRESS.fullmatch(text)
    return text if fits else None


def owners(calendar: Component) -> Iterable[str]:
    """The addresses a calendar gives as its owner's: its name, as Google calls a calendar, and X-OWNER."""
    for line in calendar.every("X-WR-CALNAME", "X-OWNER"):
        if address := as_address(line.value):
            yield address


def _word(line: ICalLine, name: str) -> str:
    return line.parameters.get(name, "").strip().upper()


def is_nobodys_address(address: str) -> bool:
    """Whether an address only sends, such as noreply@."""
    box, _, host = address.casefold().rpartition("@")
    return bool(_NOBODYS_HOST.fullmatch(host) or _NOBODYS_BOX.fullmatch(box))


def _is_person(line: ICalLine, address: str) -> bool:
    return not is_nobodys_address(address) and _word(line, "CUTYPE") not in _NO_PERSON


def _name(line: ICalLine, address: str) -> str | None:
    """The displayed name; "Doe, Jane" is Jane Doe. None if it is only the address again."""
    bracketed = _BRACKETED.search(line.value)
    written = line.parameters.get("CN", "") or (bracketed[1] if bracketed else "")
    name = clean(written.replace("\\,", ",").replace("\\;", ";")).strip("\"'")
    if "@" not in name:
        name = _ASIDE.sub("", name) or name
    last, comma, first = (part.strip() for part in name.partition(","))
    if comma and last and first and "," not in first and first.rstrip(".").casefold() not in _AFTER_NAMES:
        name = f"{first} {last}"
    if not name or "@" in name or email_key(name) == email_key(address) or len(name) > LONGEST_NAME:
        return None
    return name
