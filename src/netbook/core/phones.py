"""Telephone numbers: what two ways of writing one number have in common."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

# Where two numbers end otherwise they are two, and nothing else has to be known about them.
_ENDING = 6
# So few digits say nothing; by so many at the end two numbers are compared where a country is not known.
_FEWEST, _LAST = 7, 9
# What stands for "no region" among the regions of telephone numbers.
NOWHERE = "ZZ"
_LOCALE = re.compile(r"[A-Za-z]{2,3}_(?:[A-Za-z]{4}_)?([A-Za-z]{2})(?=$|[.@])")


def phone_key(number: str) -> str:
    """The key by which numbers are compared: digits, with a leading + for an international one; `00` in front is +.

    A text without digits is compared unchanged.
    """
    digits = "".join(str(unicodedata.digit(sign)) for sign in number if sign.isdigit())
    if not digits:
        return number.strip().casefold() or number
    if number.lstrip(" \t(").startswith(("+", "\uff0b")):
        return f"+{digits}"
    return f"+{digits[2:]}" if digits.startswith("00") and len(digits) > 2 else digits


def ending(number: str) -> str:
    """What two ways of writing one number end with."""
    return phone_key(number)[-_ENDING:]


def region_named(text: str) -> str | None:
    """The region of a country's two letters or of its dialling code (+44), or None."""
    from phonenumbers import SUPPORTED_REGIONS, region_code_for_country_code

    word = text.strip().upper()
    if word.removeprefix("+").isdecimal():
        word = region_code_for_country_code(int(word))
    word = {"UK": "GB"}.get(word, word)
    return word if word in SUPPORTED_REGIONS else None


def region_of(number: str) -> str | None:
    """The region to which an international number belongs; None for any other."""
    from phonenumbers import NumberParseException, parse, region_code_for_number

    try:
        return region_code_for_number(parse(phone_key(number)))
    except NumberParseException:
        return None


def region_of_locale(environment: Mapping[str, str]) -> str | None:
    """The country of the language that a machine is set to."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_TELEPHONE", "LANG"))
    match = _LOCALE.match(next(filter(None, named), ""))
    return match[1].upper() if match else None


class Dialling:
    """Compares telephone numbers as they are dialled from one region.

    The region is looked up when a number first needs it: most never do.
    """

    def __init__(self, find_region: Callable[[], str | None]) -> None:
        self._find_region = find_region

    @cached_property
    def region(self) -> str | None:
        """The region of numbers without a country; None where it is not known."""
        return self._find_region()

    def same(self, one: str, other: str) -> bool:
        """Whether two ways of writing a number are one number."""
        if phone_key(one) == phone_key(other):
            return True
        return (
            ending(one) == ending(other) and self.international(one) == self.international(other) is not None
        )

    def international(self, number: str) -> str | None:
        """A number as it is dialled from anywhere; None if that is not known, as for a short code."""
        from phonenumbers import (
            NumberParseException,
            PhoneNumberFormat,
            format_number,
            is_possible_number,
            parse,
        )

        key = phone_key(number)  # with an extension as its last digits
        try:
            read = parse(key, None if key.startswith("+") else self.region)
        except NumberParseException:
            return None
        return format_number(read, PhoneNumberFormat.E164) if is_possible_number(read) else None


def compared(keys: Iterable[str], dialling: Dialling) -> dict[str, str]:
    """By what each of the keys of many numbers is compared with the others; those too short to say anything left out.

    Only what ends alike is looked at: that is quick, and most numbers do not.
    """
    alike: dict[str, list[str]] = {}
    for key in dict.fromkeys(keys):
        if len(key) >= _FEWEST and key.removeprefix("+").isdecimal():
            alike.setdefault(ending(key), []).append(key)
    return {
        key: (len(group) > 1 and dialling.region and dialling.international(key)) or key[-_LAST:]
        for group in alike.values()
        for key in group
    }
