"""What a sync calls rows, facts and values, in the words of whoever reads them."""

from netbook.core.merge import IN_WORDS
from netbook.core.sync.published import Key, State, Value
from netbook.core.sync.sides import Sides
from netbook.core.tables import TABLES

# What a command calls otherwise than its column.
_FACTS = {
    "paused_on": "paused since", "parted_on": "day of goodbye", "parted_why": "reason for goodbye",
    "thanked_on": "day of thanks", "thanked_how": "way of thanks", "answered_on": "day of the answer",
    "repaired_on": "day of repair", "starts_on": "first day", "ends_on": "last day",
}  # fmt: skip
_NAMED = ("person", "circle", "topic", "event")


def fact(column: str) -> str:
    """The name of a column for readers."""
    return _FACTS.get(column) or IN_WORDS.get(column) or column.removesuffix("_id").replace("_", " ")


class Wording:
    """What the rows that stay are called, and those that are on one side only."""

    def __init__(self, sides: Sides, rows: State) -> None:
        self._sides = sides
        self._rows = rows

    def value(self, name: str, column: str, value: Value) -> str | None:
        """A value as somebody reads it: of a link what it leads to."""
        target = TABLES[name].links.get(column)
        if value is None or target is None:
            return None if value is None else str(value)
        return self.label(target, (str(value),))

    def label(self, name: str, key: Key) -> str:
        """What a row is called; what hangs on somebody is called after them."""
        places = (self._rows, self._sides.ours, self._sides.theirs)
        row = next((side[name][key] for side in places if key in side[name]), None)
        if row is None:
            return self._sides.around.label(name, key[0]) or key[0]
        if name in _NAMED:
            return str(row["name"])
        for column, target in TABLES[name].links.items():
            if target == "person" and row[column] is not None:
                return self.label("person", (str(row[column]),))
        return f"{name} of {row['date']}" if "date" in row else key[0]

    def in_short(self, name: str, key: Key) -> str:
        """What a record says, or whom it is about."""
        row = self._rows[name][key]
        words = row.get("text") or row.get("summary") or row.get("name") or row.get("because")
        return str(words or self.label(name, key))

    def reason(self, name: str, table: str, key: Key) -> str:
        """What stands against the removal of a row: a row that was changed or added."""
        row = self._rows[table].get(key)
        day = next((row[column] for column in ("date", "found_on") if row and row.get(column)), None)
        if table == "attendance":
            meeting = self._rows["meeting"].get((key[0],))
            table, day = "meeting", meeting["date"] if meeting else None
        return "changed" if table == name else f"{table} of {day}" if day else f"{table} added"
