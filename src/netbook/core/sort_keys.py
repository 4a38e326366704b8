"""A key for each circle, in a round that sorts people."""

from collections.abc import Sequence

NONE, LATER, BACK, END = "-", " ", "u", "q"
_DIGITS = "123456789"


def keys_of(circles: Sequence[str]) -> dict[str, str]:
    """A key for each circle: a letter of its name, the first that is free, else a digit; circles beyond have none."""
    taken = {NONE, LATER, BACK, END}
    keys: dict[str, str] = {}
    for name in circles:
        letters = [letter for letter in name.casefold() if letter.isascii() and letter.isalpha()]
        key = next((sign for sign in (*letters, *_DIGITS) if sign not in taken), None)
        if key is not None:
            taken.add(key)
            keys[key] = name
    return keys
