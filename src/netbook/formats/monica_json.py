"""Monica's export as records: an object's own values, and the counted lists of what belongs to it.

    {"account": {"data": [{"count": 1, "type": "contact", "values": [
        {"uuid": "…", "created_at": "…", "properties": {"first_name": "Ada"}, "data": [{"type": "note", …}]}]}]}}

A list's type is singular in what Monica writes and plural in what some programs make of it. A list of strings
holds the uuids of records that stand elsewhere. Nothing is taken to be of the type it should be.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from netbook.core.dates import FIRST_YEAR, LAST_YEAR
from netbook.core.names import LONGEST_NAME, BadName, clean
from netbook.core.text import LONGEST_TEXT
from netbook.errors.imports import NotThisFormat
from netbook.formats.records import uid_from

NAME = "monica"
WHAT = "an export of Monica"

_TOO_MUCH = "it has far more digits in a number, or brackets in brackets, than any export"
_UUID = re.compile(r'"uuid"\s*:\s*"([^"\\]{1,200})"')
_PLAIN = re.compile(r"[\x21-\x7e]{1,200}")
_BROKEN = re.compile("[\ud800-\udfff]")

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a counted list: what it says of itself, and its own lists."""

    kind: str
    uuid: str
    line: int
    data: Data
    lists: tuple[tuple[str, list[Any]], ...]
    made_on: date | None


class MonicaExport:
    """The whole export, and on which line each of its records stands; NotThisFormat where it has no account."""

    def __init__(self, whole: Data, line_of: Mapping[str, int]) -> None:
        if not isinstance(whole.get("account"), dict):
            raise NotThisFormat(WHAT, 'it has no "account"')
        self.account = _object(whole["account"])
        self.made_on = day(whole, "export_date") or day(self.account, "updated_at")
        self._line_of = line_of

    def lists(self) -> tuple[tuple[str, list[Any]], ...]:
        """The account's own lists, each with its type in the singular."""
        return _lists(self.account)

    def records(self, kind: str, values: list[Any], under: str = "", line: int = 1) -> Iterator[Record]:
        """The objects of a list; one without a uuid gets one from what it says and what it stands `under`."""
        times_seen: dict[str, int] = {}
        for value in values:
            if isinstance(value, str):
                continue
            whole = _object(value)
            uuid = whole.get("uuid")
            if not isinstance(uuid, str) or not _PLAIN.fullmatch(uuid):
                uuid = uid_from(NAME, under, kind, _written(value))
                times = times_seen[uuid] = times_seen.get(uuid, 0) + 1
                uuid = uuid if times == 1 else uid_from(uuid, str(times))
            data = whole.get("properties")
            yield Record(
                kind, uuid, self._line_of.get(uuid, line), data if isinstance(data, dict) else whole, _lists(whole),
                day(whole, "created_at") or self.made_on,
            )  # fmt: skip

    def types(self, name: str) -> dict[str, Data]:
        """What the account calls the types of one sort of record, by uuid."""
        listed = _object(self.account.get("instance")).get(name)
        result: dict[str, Data] = {}
        for each in listed if isinstance(listed, list) else []:
            whole = _object(each)
            result[str(whole.get("uuid"))] = _object(whole.get("properties"))
        return result


def read_json(text: str) -> MonicaExport:
    """The export that a text is; NotThisFormat where it is no JSON."""
    newlines = [match.start() for match in re.finditer("\n", text)]
    line_of: dict[str, int] = {}
    for match in _UUID.finditer(text):
        line_of.setdefault(match[1], bisect_right(newlines, match.start()) + 1)
    return MonicaExport(_object(_loaded(text)), line_of)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        why = f"line {error.lineno:,}, column {error.colno:,}: {error.msg.lower()}"
        raise NotThisFormat(WHAT, f"it is damaged or cut off ({why})") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or brackets in brackets
        raise NotThisFormat(WHAT, _TOO_MUCH) from None


def _written(value: Any) -> str:
    try:
        return json.dumps(value, sort_keys=True)
    except RecursionError:
        raise NotThisFormat(WHAT, _TOO_MUCH) from None


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _lists(whole: Data) -> tuple[tuple[str, list[Any]], ...]:
    result = whole.get("data")
    listed = [_object(each) for each in result] if isinstance(result, list) else []
    return tuple(
        (_singular(str(each.get("type"))), each["values"])
        for each in listed
        if isinstance(each.get("values"), list)
    )


def _singular(kind: str) -> str:
    if kind.endswith("ies"):
        return f"{kind[:-3]}y"
    return kind[:-2] if kind.endswith("sses") else re.sub(r"(?<!s)s$", "", kind)


def words(data: Data, key: str) -> str | None:
    """A text unchanged, or None if it is empty; raises BadName if it is too long to keep."""
    value = data.get(key)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    if len(value) > LONGEST_TEXT:
        raise BadName(f"its {key.replace('_', ' ')}", f"is over {LONGEST_TEXT:,} characters long")
    return _BROKEN.sub("\ufffd", value.replace("\0", "")).strip() or None


def line(data: Data, key: str) -> str | None:
    """A text on one line; raises BadName if it is too long for a name."""
    text = clean(words(data, key) or "")
    if len(text) > LONGEST_NAME:
        raise BadName(f"its {key.replace('_', ' ')}", f"is over {LONGEST_NAME} characters long")
    return text or None


def link(data: Data, key: str) -> str | None:
    """The uuid of another record."""
    value = data.get(key)
    return value if isinstance(value, str) and _PLAIN.fullmatch(value) else None


def day(data: Data, key: str) -> date | None:
    """The day of a moment such as "2024-01-15T10:30:00Z", or None if there is no valid one."""
    value = data.get(key)
    try:
        result = date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
    return result if result and FIRST_YEAR <= result.year <= LAST_YEAR else None


def special_date(data: Data, key: str) -> Data:
    """A day with what Monica says of it; in some exports it is the bare day, or the day and no more."""
    value = data.get(key)
    return {"date": value} if isinstance(value, str) else part(data, key)


def part(data: Data, key: str) -> Data:
    """An object within an object; an empty one if there is none."""
    return _object(data.get(key))


def joined_words(*texts: str | None, by: str = "\n") -> str:
    """The texts that are not empty, one after the other."""
    return by.join(text for text in texts if text)
