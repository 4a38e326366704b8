"""Telephone numbers: what two ways of writing one number have in common."""

import unicodedata


def phone_key(number: str) -> str:
    """The digits of a number, with a leading + where it is international; `00` in front is +.

    A text without digits is compared as it stands.
    """
    digits = "".join(str(unicodedata.digit(sign)) for sign in number if sign.isdigit())
    if not digits:
        return number.strip().casefold() or number
    if number.lstrip(" \t(").startswith(("+", "\uff0b")):
        return f"+{digits}"
    return f"+{digits[2:]}" if digits.startswith("00") and len(digits) > 2 else digits
