"""Somebody as a vCard: 4.0 (RFC 6350), or 3.0 (RFC 2426) for programs that know no other.

What is carried goes out again, in the place of the line netbook would write where it still says the same. A
carried line that no longer does, because what it says was changed or taken away in the journal, stays behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from netbook.core.names import fold
from netbook.core.postal import PostalAddress, read_address
from netbook.formats import vcard_fields as fields
from netbook.formats.records import PersonEntry
from netbook.formats.vcard_lines import CardLine, line_of
from netbook.formats.vcard_relations import tie_lines
from netbook.formats.vcard_values import INTERESTS, LINKS, escaped, in_version_3, without_line_ends

WIDTH = 75  # octets a line (RFC 6350, section 3.2; RFC 2426, section 2.6)
# The properties that netbook writes, in their order.
_OURS = ("UID", "FN", "N", "NICKNAME", "ORG", "TITLE", "EMAIL", "TEL", *LINKS, "ADR", "BDAY", "CATEGORIES")
_PLACE = {name: number for number, name in enumerate(_OURS)} | dict.fromkeys(LINKS, _OURS.index("URL"))
# Lines of these of which netbook reads nothing come after the others.
_READING = {"EMAIL": fields.email, "TEL": fields.phone} | dict.fromkeys(LINKS, fields.url)
_LABELS = frozenset(("X-ABLABEL", "X-ABADR"))


def place_in_card(line: CardLine) -> tuple[int, bool]:
    """Where among the lines of a card one is written; what is carried keeps that order."""
    reading = _READING.get(line.name)
    return _PLACE.get(line.name, len(_OURS)), reading is not None and reading(line) is None


def by_name(lines: Iterable[CardLine]) -> dict[str, list[CardLine]]:
    """The lines of each property, in their order."""
    result: dict[str, list[CardLine]] = {}
    for line in lines:
        result.setdefault(line.name, []).append(line)
    return result


def without_lost_labels(lines: Iterable[CardLine]) -> list[CardLine]:
    """The lines without labels of which the group has no other line: what they label is gone."""
    lines = list(lines)
    groups = {line.group for line in lines if line.name not in _LABELS}
    return [line for line in lines if line.name not in _LABELS or line.group in groups]


def dump(person: PersonEntry, *, v3: bool = False) -> Iterator[str]:
    """The lines of a card, folded, each with its CRLF."""
    for line in ("BEGIN:VCARD", f"VERSION:{3 if v3 else 4}.0", *map(str, _lines(person, v3)), "END:VCARD"):
        # Whatever a journal was made to hold, no value begins a line of its own.
        yield from folded(without_line_ends(line))


def folded(line: str) -> Iterator[str]:
    """A content line in pieces of at most 75 octets, the CRLF not counted; no character is split."""
    data = line.encode()
    at, room, start = 0, WIDTH, ""
    while len(data) - at > room:
        end = at + room
        while data[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        yield f"{start}{data[at:end].decode()}\r\n"
        at, room, start = end, WIDTH - 1, " "
    yield f"{start}{data[at:].decode()}\r\n"


def _lines(person: PersonEntry, v3: bool) -> Iterator[CardLine]:
    """The properties of a card between its VERSION and its END, in the version's own form."""
    carried = [line for text in person.carried if (line := line_of(text)) is not None]
    ties = tie_lines(person.relations, by_name(carried), v3=v3)
    interests = set(map(fold, person.interests))
    others = (
        line for line in carried
        if line.name not in _OURS and line not in ties.outdated
        and (line.name not in INTERESTS or fold(fields.one(line) or "") in interests)
    )  # fmt: skip
    for line in without_lost_labels(dict.fromkeys((*_own(person, carried, v3=v3), *ties.new, *others))):
        if v3:
            spelled, params, value = in_version_3(line.spelled, line.params, line.value)
            yield replace(line, spelled=spelled, params=params, value=value)
        else:
            yield line


def _own(person: PersonEntry, carried: list[CardLine], *, v3: bool) -> Iterator[CardLine]:
    """What the journal says, by carried lines where they say it."""

    carried_by_name = by_name(carried)

    def of(*names: str) -> list[CardLine]:
        return [line for name in names for line in carried_by_name.get(name, ())]

    uid = [line for line in of("UID") if fields.uid(line) == person.uid]
    yield (uid or [_line("UID", escaped(person.uid))])[0]
    full = _once(of("FN"), fields.one, person.name, _line("FN", escaped(person.name)))
    yield from full
    parts = of("N") if full[0] in carried else [n for n in of("N") if fields.whole_name(n) == person.name]
    family, given = fields.name_parts(person.name)
    yield (parts or [_line("N", f"{escaped(family)};{escaped(given)};;;")])[0]
    if person.org and fold(person.name) == fold(person.org) and not of("KIND"):
        yield _line("KIND", "individual")  # else it would be taken for the organisation's
    # A line each: some programs read the first of a list alone.
    yield from (_line("NICKNAME", escaped(alias)) for alias in person.aliases)
    org, department = person.org or "", person.department or ""
    both = (person.org, person.department) if org or department else None
    value = f"{escaped(org)};{escaped(department)}" if department else escaped(org)
    yield from _once(of("ORG"), fields.organisation, both, _line("ORG", value))
    if of("TITLE") or person.title not in map(fields.one, of("ROLE")):
        yield from _once(of("TITLE"), fields.one, person.title, _line("TITLE", escaped(person.title or "")))
    yield from _each(of("EMAIL"), fields.email, person.emails, "EMAIL")
    yield from _each(of("TEL"), fields.phone, person.phones, "TEL")
    yield from _each(of(*LINKS), fields.url, person.urls, "URL")
    city, country = fields.place_parts(person.place or "")
    address = _line("ADR", f";;;{escaped(city)};;;{escaped(country)}")
    yield from _once(of("ADR"), fields.place, person.place, address)
    carried_addresses = {str(fields.whole_address(line)) for line in of("ADR")}
    yield from (_address(each) for each in person.addresses if each.text not in carried_addresses)
    birthday = line_of(fields.birthday_line(person.birthday or "--01-01", v3=v3))
    yield from _once(of("BDAY"), fields.birthday, person.birthday, birthday)[:1]
    written = {fold(fields.one(line) or "") for line in of(*INTERESTS)}
    yield from (_line("INTEREST", escaped(each)) for each in person.interests if fold(each) not in written)
    if person.tags:
        yield _line("CATEGORIES", ",".join(map(escaped, person.tags)))


def _line(name: str, value: str) -> CardLine:
    return CardLine(0, "", name, name, (), value)


def _address(address: PostalAddress) -> CardLine:
    """Its parts in their places, those of an address that nobody has taken apart as they are usually written."""
    parts = address if any(address[1:]) else read_address(address.text)
    street, town, region, code, country = (escaped(part or "") for part in parts[1:])
    return _line("ADR", f";;{street};{town};{region};{code};{country}")


def _once(
    lines: list[CardLine], reading: Callable[[CardLine], object], value: object, own: CardLine | None
) -> list[CardLine]:
    """The lines of what somebody has one of: that which says it first, ours where none does.

    The line that said something else until it was changed in the journal is left out.
    """
    first = next((line for line in lines if reading(line) is not None), None)
    current = next((line for line in lines if reading(line) == value), None)
    if current is not None:
        in_front = current is first or value is None
        return lines if in_front else [current, *(line for line in lines if line is not current)]
    rest = [line for line in lines if line is not first]
    return [own, *rest] if own is not None and value is not None else rest


def _each(
    lines: list[CardLine], reading: Callable[[CardLine], str | None], values: Iterable[str], name: str
) -> Iterator[CardLine]:
    """The lines of what somebody may have several of, and carried ones of which netbook reads nothing."""
    groups: dict[str | None, list[CardLine]] = {}
    for line in lines:
        groups.setdefault(reading(line), []).append(line)
    for value in values:
        yield from groups.get(value) or [_line(name, value if name == "URL" else escaped(value))]
    yield from groups.get(None, [])
