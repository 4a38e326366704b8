"""Reading a plain line without Typer, which takes longer to load than most commands take to answer.

Plain is a line that says nothing but options by their full name, each value as a word of its own or after "=",
and arguments, all of them as they have to be. Anything else gives None here: to read it, to explain it or to
refuse it is Typer's. What each command takes stands in parser_table.py.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from netbook.cli.parser_table import PARSERS, Argument, Range, Taken

# Values by the parameters they are for.
Values = dict[str, Any]

# Before the command, or after it.
_EVERYWHERE: dict[str, Taken] = {"--db": ("db", "text"), "--today": ("today", "text")}
_LONGEST_NUMBER = 9  # digits


class ParsedLine(NamedTuple):
    """What a line says: which journal and day, the command, its parameters by name, and that part as it was typed."""

    before: Values
    command: str
    said: Values
    words: list[str]


class _NotPlain(Exception):
    pass


def parse(arguments: Sequence[str]) -> ParsedLine | None:
    """What the line says if it is plain."""
    try:
        return _read(arguments)
    except _NotPlain:
        return None


def _read(arguments: Sequence[str]) -> ParsedLine:
    left = list(reversed(arguments))
    before: Values = {}
    while left and _is_option(left[-1]):
        _take(left, _EVERYWHERE, before)
    words = left[::-1]
    command = left.pop() if left else ""
    if command not in PARSERS:
        raise _NotPlain
    options, arguments_ = PARSERS[command]
    values: Values = {}
    others = []
    while left:
        if _is_option(left[-1]):
            everywhere = left[-1].partition("=")[0] in _EVERYWHERE
            _take(left, *((_EVERYWHERE, before) if everywhere else (options, values)))
        else:
            others.append(left.pop())
    return ParsedLine(before, command, values | _arguments(others, arguments_), words)


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _take(left: list[str], options: Mapping[str, Taken], values: Values) -> None:
    """Take an option and its value from the end of what is left."""
    word = left.pop()
    name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
    if name not in options:
        raise _NotPlain
    parameter, kind = options[name]
    if kind == "flag":
        if equals:
            raise _NotPlain
        values[parameter] = True
        return
    if not equals:
        # A value that begins like an option may be one that was forgotten.
        if not left or left[-1].startswith("-"):
            raise _NotPlain
        value = left.pop()
    if kind == "texts":
        values.setdefault(parameter, []).append(value)
    else:
        values[parameter] = value if kind == "text" else _number(value, kind)


def _arguments(words: list[str], wanted: Sequence[Argument]) -> Values:
    """The words by the arguments they are for; the last one may take several."""
    values: Values = {}
    for parameter, kind, needed in wanted:
        if not words:
            if needed:
                raise _NotPlain
        elif kind == "text":
            values[parameter] = words.pop(0)
        else:
            values[parameter] = (
                list(words) if kind == "texts" else [_number(word, (None, None)) for word in words]
            )
            words = []
    if words:
        raise _NotPlain
    return values


def _number(word: str, within: Range) -> int:
    if not (word.isascii() and word.isdigit() and len(word) <= _LONGEST_NUMBER):
        raise _NotPlain
    number, (least, most) = int(word), within
    if (least is not None and number < least) or (most is not None and number > most):
        raise _NotPlain
    return number
