"""What one line of a vCard says of a person: the same whether a card is read or one is written.

Each function gives None for a line that says nothing netbook has a place for; such a line is carried.
"""

from __future__ import annotations

import re

from netbook.core.names import LONGEST_LINK, LONGEST_NAME, clean
from netbook.core.postal import PostalAddress, address_of
from netbook.formats.dates import read_birthday
from netbook.formats.records import Relation
from netbook.formats.vcard_lines import CardLine
from netbook.formats.vcard_values import split, telephone, unescaped

LONGEST_ADDRESS = 320
LONGEST_KIND = 60

_BRACKETED = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
_WITH_TIME = re.compile(r"([\d-]{4,10})(?:T| +\d\d?:).*", re.DOTALL)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_MOST_COMPONENTS = 20  # more than any property has
# Apple writes a birthday without a year as one of this year (X-APPLE-OMIT-YEAR).
NO_YEAR = "1604"
_MACHINES = frozenset(("fax", "pager", "modem"))  # types of TEL (RFC 2426, section 3.3.1)
_ANSWERED = frozenset(("voice", "cell"))
_UUID_URN = "urn:uuid:"


def seen(text: str) -> str:
    """The text as a name is kept; empty where nothing of it can be seen."""
    name = clean(text)
    return name if any(character.isprintable() and not character.isspace() for character in name) else ""


def one(line: CardLine) -> str | None:
    """A text of one line that is no longer than a name (RFC 6350, sections 6.2.1 and 6.6.1)."""
    text = seen(unescaped(line.value))
    return text if text and len(text) <= LONGEST_NAME else None


def components(line: CardLine) -> list[str]:
    """The components of a structured value (RFC 6350, section 3.3), several in one joined by a comma."""
    return [
        ", ".join(filter(None, (clean(unescaped(each)) for each in split(part, ","))))
        for part in split(line.value, ";")[:_MOST_COMPONENTS]
    ]


def items(value: str, separators: str) -> list[str]:
    """The parts of a list of which something can be seen."""
    return list(filter(None, (seen(unescaped(part)) for part in split(value, separators))))


def whole_name(line: CardLine) -> str | None:
    """The name that family, given and additional names make (RFC 6350, section 6.2.2).

    Where they are Chinese, Japanese or Korean the family name comes first.
    """
    family, given, more = (*components(line), "", "", "")[:3]
    words = (family, given, more) if _EAST_ASIAN.search(family) else (given, more, family)
    return seen(" ".join(words)) or None


def preference(line: CardLine) -> int:
    """How much one of several is preferred, the smaller the more (RFC 6350, section 5.3)."""
    value = next(iter(line.all_of("PREF")), "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 101


def name_parts(name: str) -> tuple[str, str]:
    """Family and given name: the last word is the family name, a single one a given name."""
    given, _, family = name.rpartition(" ")
    return (family, given) if given else ("", family)


def organisation(line: CardLine) -> tuple[str | None, str | None] | None:
    """Organisation and department, its first two components (RFC 6350, section 6.6.4)."""
    org, department = map(seen, (*components(line), "", "")[:2])
    fits = len(org) <= LONGEST_NAME and len(department) <= LONGEST_NAME
    return (org or None, department or None) if fits and (org or department) else None


def place(line: CardLine) -> str | None:
    """City and country of an address (RFC 6350, section 6.3.1); the region where it names no city."""
    _, _, _, city, region, _, country = (*components(line), *[""] * 7)[:7]
    result = seen(", ".join(filter(None, (city or region, country))))
    return result if result and len(result) <= LONGEST_NAME else None


def whole_address(line: CardLine) -> PostalAddress | None:
    """A postal address, where it says more than a place: street, code and town, region, country."""
    box, extended, street, town, region, code, country = (
        seen(part) for part in (*components(line), *[""] * 7)[:7]
    )
    if not any((box, extended, street, code)):
        return None
    address = address_of(", ".join(filter(None, (street, extended, box))), town, region, code, country)
    return address if address.fits() else None


def is_uuid(line: CardLine) -> bool:
    """Whether a line names somebody by the uid of their card, as a URN for a UUID (RFC 9562, section 4)."""
    return clean(unescaped(line.value))[:9].lower() == _UUID_URN


def relation(kind: str, line: CardLine) -> Relation | None:
    """Who somebody is to the person of the card: by name, or by the uid of their card."""
    text = seen(unescaped(line.value))
    if len(kind) > LONGEST_KIND or not seen(kind):
        return None
    if is_uuid(line):
        return Relation(kind, "", text[len(_UUID_URN) :])
    return Relation(kind, text) if text and len(text) <= LONGEST_NAME and ":" not in text else None


def place_parts(text: str) -> tuple[str, str]:
    """City and country: what follows the last comma is the country."""
    city, _, country = text.rpartition(", ")
    return (city, country) if city.strip() and country.strip() else (text, "")


def email(line: CardLine) -> str | None:
    """An e-mail address (RFC 6350, section 6.4.2), also where it is in brackets after a name."""
    text = clean(unescaped(line.value))
    if match := _BRACKETED.search(text):
        text = match[1]
    text = text[7:] if text[:7].lower() == "mailto:" else text
    local, _, host = text.rpartition("@")
    return text if local and host and " " not in text and len(text) <= LONGEST_ADDRESS else None


def phone(line: CardLine) -> str | None:
    """A telephone number, as it is written (RFC 6350, section 6.4.1)."""
    text = seen(telephone(unescaped(line.value)))
    return text if text and len(text) <= LONGEST_NAME and not nobody_answers(line) else None


def nobody_answers(line: CardLine) -> str:
    """What a number is that nobody is to be called at ("work fax"); empty for a telephone."""
    types = [each.lower() for each in line.all_of("TYPE")]
    if _ANSWERED.intersection(types):
        return ""
    machine = next((each for each in types if each in _MACHINES), "")
    return machine and " ".join((*(each for each in types if each in ("home", "work")), machine))


def url(line: CardLine) -> str | None:
    """A link (RFC 6350, section 6.7.8); of a social profile only where it is one."""
    text = clean(line.value)
    if not text or " " in text or "." not in text or len(text) > LONGEST_LINK:
        return None
    return text if line.name == "URL" or text.lower().startswith(("http:", "https:")) else None


def uid(line: CardLine) -> str | None:
    """The uid of a card (RFC 6350, section 6.7.6); of a URN for a UUID, the UUID (RFC 9562, section 4)."""
    text = clean(unescaped(line.value))
    return (text[len(_UUID_URN) :] if is_uuid(line) else text) or None


def birthday(line: CardLine) -> str | None:
    """The day of BDAY, whatever time follows it: 19800322, 1980-03-22, --0322, --03-22, 0000-03-22, 22 March 1980.

    RFC 6350, sections 4.3 and 6.2.5; RFC 2426, section 3.1.5. A text (VALUE=text), a year or month alone and an
    invalid day give None.
    """
    if "text" in (value.lower() for value in line.all_of("VALUE")):
        return None
    text = clean(unescaped(line.value))
    if match := _WITH_TIME.fullmatch(text):
        text = match[1]
    without = next(
        (year for year in line.all_of("X-APPLE-OMIT-YEAR") if year and text.startswith(year)), None
    )
    return read_birthday("--" + text[len(without) :].removeprefix("-") if without else text, None)


def only_a_day(line: CardLine) -> bool:
    """Whether BDAY has nothing but a day that netbook writes again: no time, no group, no unknown parameter."""
    known = {"VALUE", "X-APPLE-OMIT-YEAR", "CALSCALE"}
    return (
        not line.group and {key for key, _ in line.params} <= known and not _WITH_TIME.fullmatch(line.value)
    )


def birthday_line(day: str, *, v3: bool) -> str:
    """A birthday: 19800322 and --0322 in 4.0, 1980-03-22 in 3.0.

    3.0 has no form for one without a year; Apple's, which others read too, is a year that is not to be shown.
    """
    if v3:
        return (
            f"BDAY;X-APPLE-OMIT-YEAR={NO_YEAR}:{NO_YEAR}-{day[2:]}" if day.startswith("--") else f"BDAY:{day}"
        )
    return f"BDAY:{'--' + day[2:].replace('-', '') if day.startswith('--') else day.replace('-', '')}"
