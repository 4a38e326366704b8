"""A postal address on one line, and its parts as a vCard has them (RFC 6350, section 6.3.1)."""

import re
from typing import NamedTuple

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
# How a code stands beside its town: "10115 Berlin", "F-75002 Paris", "1012 AB Amsterdam", "111 22 Stockholm" …
_CODE_FIRST = re.compile(r"(?P<code>(?:[A-Z]{1,3}-)?\d{4,6}(?: [A-Z]{2})?|\d{3} \d{2}) (?P<town>\D+)")
# … "London SW1A 2AA", "Springfield IL 62704", "Toronto ON M5V 2T6"; or in a part of its own.
_CODE_LAST = re.compile(
    r"(?:(?P<town>\D+?) )??(?:(?P<region>[A-Z]{2}) )?"
    r"(?P<code>\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)"
)


# Where a code of figures stands after town and region.
_STATES = {"", "us", "usa", "u.s.a.", "united states", "united states of america"}


class PostalAddress(NamedTuple):
    """An address in its parts, each empty where it is not there."""

    street: str
    town: str = ""
    region: str = ""
    code: str = ""
    country: str = ""


def on_one_line(address: PostalAddress) -> str:
    """The address as it is written where its code stands before the town, or after town and region."""
    street, town, region, code, country = address
    if region and code[:1].isdigit() and country.casefold() in _STATES:
        places = [town, f"{region} {code}"]
    elif not code[:1].isdigit() and _CODE_LAST.fullmatch(code):
        places = [town, f"{region} {code}"] if region else [f"{town} {code}"]
    else:
        places = [f"{code} {town}", region]
    return ", ".join(part for part in (street, *map(str.strip, places), country) if part)


def postal_parts(text: str) -> PostalAddress:
    """The parts of an address; without a code that says where the town is, town and country are what stands last."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    for place in range(len(parts) - 1, 0, -1):
        found = _CODE_FIRST.fullmatch(parts[place]) or _CODE_LAST.fullmatch(parts[place])
        if found is not None:
            return _around(parts, place, found.groupdict())
    street, *rest = parts
    if len(rest) > 1:
        street, rest = ", ".join([street, *rest[:-2]]), rest[-2:]
    town, country = (*rest, "", "")[:2]
    return PostalAddress(street, town, country=country)


def _around(parts: list[str], place: int, found: dict[str, str | None]) -> PostalAddress:
    """The address whose code, and mostly its town, was found in one of the parts."""
    before, after = parts[:place], parts[place + 1 :]
    town = found["town"] or (before.pop() if len(before) > 1 else "")
    region = found.get("region") or (after.pop(0) if len(after) > 1 else "")
    return PostalAddress(", ".join(before), town, region, found["code"] or "", ", ".join(after))
