"""E-mail: who wrote to whom and when, from the headers of messages alone (RFC 5322); the words stay out.

A message by itself is its sender, to be added once. A mailbox (mbox, RFC 4155, or a Maildir) is a record of contact:
each message says that its people wrote to each other on that day. Only headers are read, a line at a time.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from email.errors import MessageError
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache
from itertools import islice

from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.core.names import LONGEST_NAME, clean, fold, unquoted
from netbook.errors.imports import NotThisFormat
from netbook.formats.ical_people import as_address, is_nobodys_address
from netbook.formats.records import ContactEntry, Parsed, PersonEntry, Problem, excerpt, uid_from
from netbook.formats.textfile import TextFile

NAME = "message"
MAILBOX = "mailbox"
LONGEST_HEADER = 256 * 1024
MOST_RECIPIENTS = 20  # a message to more is a circular

_FIELD = re.compile(r"[!-9;-~]{1,60}:[ \t]")
_KNOWN_FIELDS = frozenset(
    ("return-path", "received", "from", "to", "date", "subject", "message-id", "mime-version", "delivered-to",
     "x-original-to", "dkim-signature", "authentication-results", "x-gm-message-state", "reply-to", "sender",
     "content-type", "x-mozilla-status", "x-account-key", "user-agent", "references", "in-reply-to", "arc-seal")
)  # fmt: skip
_WITHIN = 200
_POSTMARK = re.compile(rb"From \S+.* \d{4}\b|From - ")
# What is sent to many by a program is no correspondence (RFC 2919; RFC 3834).
_BULK = frozenset(("list-id", "list-unsubscribe"))

# Somebody in a field of a header: the name, where there is one, and the address.
Sender = tuple[str | None, str]
Header = dict[str, list[str]]  # the texts of its fields by their names, in small letters


def detect(head: str) -> bool:
    """Whether the text begins with the header of a message that says whom it is from."""
    fields = []
    for number, line in enumerate(head.lstrip("\ufeff\r\n").splitlines()[:_WITHIN]):
        if number == 0 and line.startswith("From "):  # as a mail program pipes it out of a mailbox
            continue
        if not line.strip():
            break
        if line[:1] in " \t":
            continue
        if not _FIELD.match(f"{line} "):
            return False
        fields.append(line.partition(":")[0].lower())
    return bool(fields) and fields[0] in _KNOWN_FIELDS and "from" in fields and len(fields) > 1


def parse(source: TextFile) -> Parsed:
    """The sender of a message."""
    header = _header(line.encode("utf-8", "surrogateescape") for line in source.lines())
    sender = next(_people(header, "from"), None)
    if sender is None:
        raise NotThisFormat("a message", "its header does not say who sent it")
    name, address = sender
    if is_nobodys_address(address):
        yield Problem(1, excerpt(address), "an address that only sends", "skipped")
        return
    uid = uid_from(NAME, "email", address.casefold(), fold(name or address))
    yield PersonEntry(1, uid, name or address, emails=(address,), by_address=True)


def is_mailbox(first: bytes) -> bool:
    """Whether the first line of a file begins a mailbox."""
    return _POSTMARK.match(first) is not None


def are_several(lines: Iterable[bytes]) -> bool:
    """Whether a second message follows the first, as in a mailbox and not in one message out of it."""
    second = next(islice(messages(lines), 1, None), None)
    return second is not None and any(line[:5].lower() == b"from:" for line in second[1])


def messages(lines: Iterable[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """The header of each message of a mailbox, with the number of its line; the bodies are passed by."""
    header: list[bytes] | None = None
    begun, size, blank = 0, 0, True
    for number, line in enumerate(lines, 1):
        if blank and line.startswith(b"From ") and is_mailbox(line):
            if header is not None:
                yield begun, header
            header, begun, size = [], number, 0
        elif header is not None and not line.strip():
            yield begun, header
            header = None
        elif header is not None and size < LONGEST_HEADER:
            header.append(line)
            size += len(line)
        blank = not line.strip()
    if header is not None:
        yield begun, header


def contact(number: int, lines: Iterable[bytes]) -> ContactEntry:
    """Who wrote to whom and when, from the header of a message; nobody for a message to many."""
    header = _header(lines)
    day = _day(next(iter(header.get("date", ())), ""))
    written_to = [value for field in ("to", "cc") for value in header.get(field, ())]
    # What is written to far too many is not even read.
    many = sum(value.count("@") for value in written_to) > 5 * MOST_RECIPIENTS
    others = () if many else tuple(address for _, address in _people(header, "to", "cc"))
    if day is None or many or len(others) > MOST_RECIPIENTS or not _BULK.isdisjoint(header):
        return ContactEntry(number, day or date.min, "email", (), ())
    senders = tuple(address for _, address in _people(header, "from"))
    return ContactEntry(number, day, "email", senders, others)


def header_of(lines: Iterable[bytes]) -> list[bytes]:
    """The header of one message, up to its first blank line."""
    header, size = [], 0
    for number, line in enumerate(lines):
        if number == 0 and line.startswith(b"From "):
            continue
        if not line.strip() or size > LONGEST_HEADER:
            break
        header.append(line)
        size += len(line)
    return header


def _header(lines: Iterable[bytes]) -> Header:
    """The fields of a header, unfolded (RFC 5322, section 2.2)."""
    result: Header = {}
    pieces: list[bytes] = []
    for line in (*header_of(lines), b""):
        if line[:1] in (b" ", b"\t"):
            pieces.append(line)
            continue
        name, colon, value = b" ".join(pieces).partition(b":")
        if colon:
            result.setdefault(name.decode("ascii", "replace").strip().lower(), []).append(_text(value))
        pieces = [line]
    return result


def _text(value: bytes) -> str:
    return " ".join(value.decode("utf-8", "replace").split())


def _decoded(text: str) -> str:
    """A text out of its encoded words (RFC 2047)."""
    from email.header import decode_header, make_header

    if "=?" not in text:
        return text
    try:
        return str(make_header(decode_header(text)))
    except (LookupError, ValueError, MessageError):
        return text


def _people(header: Header, *fields: str) -> Iterator[Sender]:
    """The people of some fields."""
    for field in fields:
        for value in header.get(field, ()):
            yield from _named(value)


@lru_cache(maxsize=4_096)  # in a mailbox the same people write again and again
def _named(value: str) -> tuple[Sender, ...]:
    result = []
    for name, written in getaddresses([value]):
        address = as_address(written)
        if address is not None:
            shown = unquoted(clean(_decoded(name)))
            last, comma, first = (part.strip() for part in shown.partition(","))
            shown = f"{first} {last}" if comma and last and first and "," not in first else shown
            is_name = shown and "@" not in shown and len(shown) <= LONGEST_NAME
            result.append((shown if is_name else None, address))
    return tuple(result)


def _day(text: str) -> date | None:
    try:
        moment: datetime = parsedate_to_datetime(text)
        local = moment.astimezone() if moment.tzinfo else moment
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return local.date() if FIRST_YEAR <= local.year <= LAST_YEAR else None
