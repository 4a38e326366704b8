"""A form that somebody fills in with their editor: text ↔ fields.

    # a comment
    field: its text
    field: another text of the same field, where it may have several
    field: a long text
        that goes on over indented lines
    last field:
    may take everything down to the end, as it stands

White space around a text does not count, an empty text does not count, and lines may end as Windows ends them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netbook.core.text import quoted
from netbook.errors.forms import FieldTwice, NoField, OneLineField, UnknownField

INDENT = "    "


class Field(NamedTuple):
    """What a form asks for, and what its text may be."""

    key: str
    many: bool = False  # may stand several times
    long: bool = False  # may go on over indented lines
    rest: bool = False  # is everything from here to the end; only the last field can be


class Entry(NamedTuple):
    """A field as it was filled in, and the line it begins on, from 1."""

    key: str
    text: str
    line: int


def dump(
    head: Iterable[str], fields: Iterable[Field], texts: Mapping[str, Iterable[str]], hints: Mapping[str, str]
) -> str:
    """The form: `head` as comments, then each field with its texts, under its hint where it has one.

    A field without a text is there to be filled in. Line ends in a text of one line become spaces.
    """
    lines = [_comment(text) for text in head] + [""]
    for field in fields:
        if field.key in hints:
            lines += [""] * bool(lines[-1]) + [_comment(hints[field.key])]
        for text in texts.get(field.key) or [""]:
            lines.append(_line(field, text.replace("\r\n", "\n").strip()))
    return "\n".join(lines) + "\n"


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.split("\n"))


def _line(field: Field, text: str) -> str:
    if field.rest:
        return f"{field.key}:\n{text}"
    value = text.replace("\n", f"\n{INDENT}" if field.long else " ")
    return f"{field.key}: {value}".rstrip(" ")


def parse(text: str, fields: Sequence[Field]) -> list[Entry]:
    """What was filled in, in order, the fields left empty among it.

    Raises UnknownField, NoField (a line that is neither field nor comment), FieldTwice or OneLineField, each
    naming the line.
    """
    known = {field.key: field for field in fields}
    entries: list[Entry] = []
    blank: list[str] = []
    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            continue
        if not line.strip():
            blank.append(_unindented(line))
            continue
        if line[0] in " \t":
            last = _continued(entries, known, number, line)
            entries[-1] = last._replace(text="\n".join((last.text, *blank, _unindented(line))))
        else:
            key, value = _split(line, number, known)
            entries.append(Entry(key, value.lstrip(), number))
            if known[key].rest:
                entries[-1] = Entry(key, "\n".join((value, *lines[number:])), number)
                break
        blank = []
    entries = [entry._replace(text=entry.text.strip()) for entry in entries]
    filled = [entry for entry in entries if entry.text and not known[entry.key].many]
    for place, entry in enumerate(filled):
        if any(before.key == entry.key for before in filled[:place]):
            raise FieldTwice(entry.line, entry.key)
    return entries


def _split(line: str, number: int, known: Mapping[str, Field]) -> tuple[str, str]:
    """A line's field and what it says of it."""
    head, colon, value = line.partition(":")
    key = head.strip().casefold().replace("_", "-").replace(" ", "-")
    if not colon:
        raise NoField(number, quoted(line.strip()))
    if key not in known:
        from netbook.core.nearest import choices

        raise UnknownField(number, quoted(head.strip()), choices(key, known))
    return key, value


def _continued(entries: Sequence[Entry], known: Mapping[str, Field], number: int, line: str) -> Entry:
    """The entry that an indented line goes on with."""
    if not entries:
        raise NoField(number, quoted(line.strip()))
    if not known[entries[-1].key].long:
        raise OneLineField(number, quoted(line.strip()), entries[-1].key)
    return entries[-1]


def _unindented(line: str) -> str:
    """The line without its first indent: up to four spaces, or one tab."""
    if line.startswith("\t"):
        return line[1:]
    spaces = len(line) - len(line.lstrip(" "))
    return line[min(spaces, len(INDENT)) :]
