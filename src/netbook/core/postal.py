"""Postal addresses: a line to read, and the parts of it where they are known."""

import re
from typing import NamedTuple

from netbook.core.names import LONGEST_LINK, LONGEST_NAME

# Countries in which the region's letters and the code stand behind the town, and the code behind the town alone.
_REGION_CODE = frozenset(
    ("us", "usa", "united states", "united states of america", "canada", "ca", "australia", "au")
)
_TOWN_CODE = frozenset(
    ("uk", "gb", "united kingdom", "great britain", "england", "scotland", "wales", "ireland", "japan")
)
_COUNTRIES = frozenset(("UK", "GB", "US", "USA", "UAE"))  # of capitals alone, and yet no region
_REGION = r"(?P<region>[A-Z]{2,3})"
_DIGITS = r"(?:\d{4,6}(?:-\d{3,4})?|\d{3}-\d{4}|\d{2}-\d{3})"
_BRITISH = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_CANADIAN = r"[A-Z]\d[A-Z] ?\d[A-Z]\d"
# What the part with the town can look like.
_TOWNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_REGION} (?P<code>{_DIGITS}|{_CANADIAN})",
        rf"(?P<town>\D+?),? {_REGION} (?P<code>{_DIGITS}|{_CANADIAN})",
        rf"(?P<town>\D+?) (?P<code>{_BRITISH}|{_CANADIAN})",
        r"(?P<code>(?:[A-Z]{1,2}-)?(?:\d{3} \d{2}|\d{4} [A-Z]{2}|" + _DIGITS + r")) (?P<town>\D+)",
        rf"(?P<town>\D+?) (?P<code>{_DIGITS})",
    )
)
# A part by itself that cannot be a street with its number.
_SURELY_TOWN = re.compile(r"(?:[A-Z]{1,2}-)?\d{5} \D+|[A-Z]{1,2}-\d{4} \D+")
_CODE = re.compile(rf"{_DIGITS}|{_BRITISH}|{_CANADIAN}|\d{{3}} \d{{2}}")
_BETWEEN = re.compile(r", |\s*[;\n]\s*")
_LETTERS = re.compile(r"[A-Z]{2,3}")


class PostalAddress(NamedTuple):
    """An address on one line, and its parts."""

    text: str
    street: str | None = None
    town: str | None = None
    region: str | None = None
    code: str | None = None
    country: str | None = None

    def fits(self) -> bool:
        """Whether the address is neither empty nor too long for its columns."""
        return 0 < len(self.text) <= LONGEST_LINK and all(
            len(part or "") <= LONGEST_NAME for part in self[2:]
        )

    def __str__(self) -> str:
        return self.text


def address_of(street: str, town: str, region: str = "", code: str = "", country: str = "") -> PostalAddress:
    """The address of these parts, on a line as it is written in its country."""
    named = country.casefold()
    if named in _REGION_CODE or (not country and _LETTERS.fullmatch(region)):
        towns = [town, " ".join(filter(None, (region, code)))]
    elif named in _TOWN_CODE or re.fullmatch(_BRITISH, code):
        towns = [" ".join(filter(None, (town, code))), region]
    else:
        towns = [" ".join(filter(None, (code, town))), region]
    text = ", ".join(filter(None, (street, *towns, country)))
    return PostalAddress(text, street or None, town or None, region or None, code or None, country or None)


def words_of(key: str) -> tuple[str, ...]:
    """The key of an address: its words in any order, so that two countries' ways of writing it agree."""
    return tuple(sorted(key.split()))


def read_address(text: str) -> PostalAddress:
    """A line with its parts, as far as they stand where they usually do; the rest of it is the street."""
    *parts, last = _BETWEEN.split(text)
    country = last if parts and _is_country(parts, last) else None
    if country is None:
        parts.append(last)
    rest, town, region, code = _towns(parts)
    return PostalAddress(text, ", ".join(rest) or None, town, region, code, country)


def _towns(parts: list[str]) -> tuple[list[str], str | None, str | None, str | None]:
    """Town, region and code at the end of an address without its country, and what stands before them."""
    *before, last = parts
    if len(before) > 1 and (_LETTERS.fullmatch(last) or _CODE.fullmatch(last)):
        is_code = _CODE.fullmatch(last) is not None
        return before[:-1], before[-1], None if is_code else last, last if is_code else None
    if not before and not _SURELY_TOWN.fullmatch(last):
        return parts, None, None, None
    region = None
    if (match := _town(last)) is None and len(before) > 1 and (match := _town(before[-1])):
        region = last
        before.pop()
    if match is None:
        return before, last, None, None
    town = match.get("town") or (before.pop() if len(before) > 1 else None)
    return before, town, match.get("region", region), match["code"]


def _is_country(before: list[str], last: str) -> bool:
    """Whether the last part can be a country: two stand before it, or one that has the town with its code."""
    if any(map(str.isdigit, last)) or (_LETTERS.fullmatch(last) and last not in _COUNTRIES):
        return False
    return len(before) > 1 or _SURELY_TOWN.fullmatch(before[-1]) is not None


def _town(part: str) -> dict[str, str] | None:
    """Town, code and region of the part that has them; None for a part without a code."""
    for pattern in _TOWNS:
        if match := pattern.fullmatch(part):
            return match.groupdict()
    return None
