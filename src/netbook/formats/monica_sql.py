"""The SQL that Monica exports, of every version up to 4: its tables, made into the account that its JSON has.

    INSERT IGNORE INTO `contacts` (`id`,`first_name`,`last_name`) VALUES
     (1,'Ada','O\\'Hara');

A record has its own uuid where its table has that column, else one made of its number and when it was made, which
stay in every export of an instance.
"""

import re
from collections.abc import Iterator
from typing import Any

from netbook.errors.imports import CutOff, NotThisFormat
from netbook.formats.monica_json import NAME, WHAT
from netbook.formats.records import uid_from

_INSERT = re.compile(r"^INSERT (?:IGNORE )?INTO `?(\w+)`?\s*\(([^()]*)\)\s*VALUES\s*", re.MULTILINE)
_VALUE = re.compile(r"\s*(?:'((?:[^'\\]|\\.|'')*)'|([^\s,()';]+))\s*([,)])", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)|''", re.DOTALL)
_MADE_ON = re.compile(r"^# Export date: (\S+)", re.MULTILINE)
_FLAGS = ("is_starred", "is_partial", "is_active", "is_dead", "is_age_based", "is_year_unknown", "completed",
          "inactive", "written_by_me")  # fmt: skip
_NUMBERS = ("stay_in_touch_frequency", "frequency_number")
# What hangs on a contact, table by table; activities and relations stand by themselves.
_OF_A_CONTACT = ("addresses", "contact_fields", "notes", "calls", "conversations", "reminders", "tasks", "gifts",
                 "debts", "pets", "life_events", "documents")  # fmt: skip
_LAST_LINE, _FIRST_LINE = "SET FOREIGN_KEY_CHECKS=1", "SET FOREIGN_KEY_CHECKS=0"

Row = dict[str, Any]


def is_sql(head: str) -> bool:
    """Whether a text begins as Monica's SQL does: with an account, or with somebody's dump of data."""
    return "INSERT IGNORE INTO `accounts`" in head or (" dump of data\n# Export date: " in head)


def account_of(text: str) -> tuple[Row, dict[str, int]]:
    """The export as its JSON would have it, and on which line each of its records stands, by uuid."""
    if _FIRST_LINE in text and _LAST_LINE not in text[-200:]:
        raise CutOff(f"it does not end in {_LAST_LINE}")
    tables = _Tables(text)
    made = _MADE_ON.search(text)
    account = {
        "data": [
            {"type": "contact", "values": [tables.contact(row) for row in tables.rows("contacts")]},
            {"type": "activity", "values": [tables.activity(row) for row in tables.rows("activities")]},
            {
                "type": "relationship",
                "values": [tables.relation(row) for row in tables.rows("relationships")],
            },
            {"type": "photo", "values": [tables.record("photos", row) for row in tables.rows("photos")]},
        ],
        "properties": {"journal_entries": [tables.record("entries", row) for row in tables.rows("entries")]},
        "instance": {
            name: [tables.record(name, row) for row in tables.rows(name)]
            for name in ("contact_field_types", "activity_types", "life_event_types", "life_event_categories")
        },
    }
    return {"account": account, "export_date": made[1] if made else None}, tables.line_of


class _Tables:
    """The rows of every table, and each as a record of the JSON."""

    def __init__(self, text: str) -> None:
        self._rows: dict[str, list[Row]] = {}
        self.line_of: dict[str, int] = {}
        for table, row in _inserted(text):
            row["uuid"] = row.get("uuid") or uid_from(
                NAME, table, row.get("id") or "", row.get("created_at") or ""
            )
            self._rows.setdefault(table, []).append(row)
            self.line_of[row["uuid"]] = row.pop("line")
        self._by_id = {table: {row.get("id"): row for row in rows} for table, rows in self._rows.items()}
        self._grouped: dict[tuple[str, str], dict[str, list[Row]]] = {}

    def rows(self, table: str) -> list[Row]:
        """All rows of a table."""
        return self._rows.get(table, [])

    def contact(self, row: Row) -> Row:
        """A contact with its days, its tags, and all that hangs on it."""
        days = {
            new: self._properties(self._named("special_dates", row.get(old)))
            for new, old in (
                ("birthdate", "birthday_special_date_id"), ("deceased_date", "deceased_special_date_id"),
                ("first_met_date", "first_met_special_date_id"),
            )
        }  # fmt: skip
        tags = [self._named("tags", link["tag_id"]).get("name") for link in self._of("contact_tag", row)]
        through = self._named("contacts", row.get("first_met_through_contact_id")).get("uuid")
        lists: list[Row] = [
            {"type": table, "values": [self._hanging(table, each) for each in self._of(table, row)]}
            for table in _OF_A_CONTACT
        ]
        at = (self._named("activities", link["activity_id"]) for link in self._of("activity_contact", row))
        lists.append({"type": "activities", "values": [each["uuid"] for each in at if each]})
        record = self.record("contacts", row, tags=tags, first_met_through=through, **days)
        return record | {"data": [each for each in lists if each["values"]]}

    def activity(self, row: Row) -> Row:
        """An activity with its type."""
        return self.record("activities", row, type=self._uuid("activity_types", row.get("activity_type_id")))

    def relation(self, row: Row) -> Row:
        """A relation, by the uuids of the two."""
        type_ = self._named("relationship_types", row.get("relationship_type_id")).get("name")
        both = {end: self._uuid("contacts", row.get(end)) for end in ("contact_is", "of_contact")}
        return self.record("relationships", row, type=type_, **both)

    def record(self, table: str, row: Row, **more: Any) -> Row:
        """A row as a record; `more` takes the place of what it says."""
        if table == "life_event_types":
            category = self._uuid("life_event_categories", row.get("life_event_category_id"))
            more |= {"category": category, "translation_key": row.get("default_life_event_type_key")}
        elif table == "life_event_categories":
            more |= {"translation_key": row.get("default_life_event_category_key")}
        return {
            "uuid": row["uuid"],
            "created_at": row.get("created_at"),
            "properties": self._properties(row) | more,
        }

    def _hanging(self, table: str, row: Row) -> Row:
        """What hangs on a contact; older versions named some columns otherwise."""
        more: Row = {}
        if table == "addresses":
            more = {
                key: value
                for key, value in self._named("places", row.get("place_id")).items()
                if key != "name"
            }
        elif table == "contact_fields":
            more["type"] = self._uuid("contact_field_types", row.get("contact_field_type_id"))
        elif table == "life_events":
            more["type"] = self._uuid("life_event_types", row.get("life_event_type_id"))
        elif table == "conversations":
            more["contact_field_type"] = self._uuid("contact_field_types", row.get("contact_field_type_id"))
            more["messages"] = [
                self.record("messages", each) for each in self._of("messages", row, "conversation_id")
            ]
        elif table == "tasks":
            more["completed"] = row.get("completed") == "1" or row.get("status") == "completed"
        elif table == "reminders":
            more["initial_date"] = row.get("initial_date") or row.get("next_expected_date")
        elif table == "gifts" and row.get("is_an_idea") == "1":
            more["status"] = "idea"
        return self.record(table, row, **more)

    def _properties(self, row: Row) -> Row:
        result = dict(row)
        result |= {flag: row[flag] == "1" for flag in _FLAGS if row.get(flag) is not None}
        return result | {name: int(row[name]) for name in _NUMBERS if (row.get(name) or "").isdecimal()}

    def _named(self, table: str, number: str | None) -> Row:
        return self._by_id.get(table, {}).get(number, {}) if number is not None else {}

    def _uuid(self, table: str, number: str | None) -> str | None:
        return self._named(table, number).get("uuid")

    def _of(self, table: str, owner: Row, column: str = "contact_id") -> list[Row]:
        """The rows of a table that belong to a row of another."""
        if (table, column) not in self._grouped:
            grouped = self._grouped[table, column] = {}
            for row in self.rows(table):
                grouped.setdefault(row.get(column) or "", []).append(row)
        return self._grouped[table, column].get(owner.get("id") or "", [])


def _inserted(text: str) -> Iterator[tuple[str, Row]]:
    """Each row of each statement, with its table and the line on which it stands."""
    at, seen, line = 0, 0, 1
    while match := _INSERT.search(text, at):
        table, columns = match[1], [name.strip("` \n") for name in match[2].split(",")]
        at = match.end()
        while text[at : at + 1] == "(":
            line, seen = line + text.count("\n", seen, at), at
            values, at = _values(text, at + 1)
            if len(values) != len(columns):
                raise NotThisFormat(WHAT, f"line {line:,} has not as many values as columns")
            yield table, dict(zip(columns, values, strict=True)) | {"line": line}
            at = _past_comma(text, at)


def _values(text: str, at: int) -> tuple[list[str | None], int]:
    """The values of a row up to its closing bracket, and where the text goes on."""
    values: list[str | None] = []
    while match := _VALUE.match(text, at):
        at = match.end()
        quoted, bare = match[1], match[2]
        values.append(
            _ESCAPED.sub(_unescaped, quoted) if quoted is not None else None if bare == "NULL" else bare
        )
        if match[3] == ")":
            return values, at
    raise NotThisFormat(WHAT, f"line {text.count(chr(10), 0, at) + 1:,} breaks off within a row")


def _unescaped(match: re.Match[str]) -> str:
    return "'" if match[1] is None else match[1].replace("0", "")


def _past_comma(text: str, at: int) -> int:
    while text[at : at + 1] in (",", "\n", "\r", " ") and at < len(text):
        at += 1
    return at
