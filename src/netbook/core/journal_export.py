"""The lines of a journal's own export: a header, an object for each row, and how many there were.

    {"netbook":"journal","version":1}
    {"row":"circle","id":1,"name":"team","cadence":"2w","description":null}
    …
    {"end":"journal","rows":1}

A line is a JSON object (RFC 8259) in UTF-8 that ends in LF. A newer netbook may write a higher version, which an
older one refuses. A file without its last line, or with another number of rows, is not whole.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from netbook.core.text import clip
from netbook.errors.imports import NewerExport, NotThisFormat

NAME = "journal"
VERSION = 1
WHAT = "a journal that netbook exported"

_MARK = b"\xef\xbb\xbf"
# Neither spaces nor escapes that are not needed: one row has one way to be written.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class ExportLine(NamedTuple):
    """One row: where it stands, of which table it is, and its columns."""

    number: int
    table: str
    row: dict[str, Any]


class UnreadableLine(NamedTuple):
    """A line that is no row: where it stands, what it begins with, and why."""

    number: int
    what: str
    why: str


def header() -> str:
    """The first line, without its end."""
    return _ENCODER.encode({"netbook": NAME, "version": VERSION})


def row_line(table: str, columns: Sequence[str], values: Sequence[object]) -> str:
    """The line of one row."""
    return _ENCODER.encode({"row": table, **dict(zip(columns, values, strict=True))})


def footer(rows: int) -> str:
    """The last line."""
    return _ENCODER.encode({"end": NAME, "rows": rows})


def is_header(line: bytes) -> bool:
    """Whether a file that begins with this line is, or says that it is, a journal's export."""
    return '"netbook"' in line[:200].decode("utf-8", "replace") and _object(line).get("netbook") == NAME


def read(others: Iterable[bytes]) -> Iterator[ExportLine | UnreadableLine]:
    """The rows of a file whose lines after the first these are, one at a time.

    Raises NotThisFormat at the end, where only then it shows, for a file that is not whole.
    """
    rows, end = 0, None
    for number, line in enumerate(others, 2):
        if not line.strip():
            continue
        if end is not None:
            raise NotThisFormat(WHAT, f"line {number:,} comes after the last one")
        value = _read(number, line)
        if isinstance(value, ExportLine) and value.table == "":
            end = value.row.get("rows")
            continue
        rows += 1
        yield value
    if end is None:
        raise NotThisFormat(WHAT, "its last line is missing, so it is cut off; export it again")
    if end != rows:
        raise NotThisFormat(
            WHAT, f"its last line says {str(end)[:20]} rows and there are {rows:,}; export it again"
        )


def check(first: bytes) -> None:
    """Raises NotThisFormat for the first line of another file, NewerExport for one of a newer netbook."""
    value = _object(first)
    version = value.get("version")
    if value.get("netbook") != NAME or not isinstance(version, int) or version < 1:
        raise NotThisFormat(WHAT, 'its first line is not {"netbook":"journal","version":1}')
    if version > VERSION:
        raise NewerExport(version, VERSION)


def _read(number: int, line: bytes) -> ExportLine | UnreadableLine:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return _unreadable(number, line, "it is not UTF-8")
    except json.JSONDecodeError as error:
        return _unreadable(number, line, f"it is not JSON (column {error.colno:,}: {error.msg.lower()})")
    except (ValueError, RecursionError):
        return _unreadable(number, line, "it has far more digits or brackets than any row")
    if not isinstance(value, dict):
        return _unreadable(number, line, "it is not an object")
    if value.get("end") == NAME:
        return ExportLine(number, "", value)
    table = value.pop("row", None)
    if not isinstance(table, str) or not table:
        return _unreadable(number, line, 'it does not say which "row" it is')
    return ExportLine(number, table, value)


def _unreadable(number: int, line: bytes, why: str) -> UnreadableLine:
    return UnreadableLine(number, clip(line[:300].decode("utf-8", "replace").strip(), 60), why)


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.removeprefix(_MARK).decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
