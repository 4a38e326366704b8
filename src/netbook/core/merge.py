"""Merge two people: decide what happens to each row that refers to the one who goes.

Rows that fit beside those of the other person move unchanged. If only one row may exist, the two are joined: of two
common topics the earlier day stays, two open strains become one with both texts. Empty columns of the one who stays are
filled in; contradictions become a note. This module only decides: the decision is a list of steps to be shown or
carried out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netbook.core.merge_decision import (
    OWNED,
    PAIRS,
    Columns,
    Contradiction,
    Count,
    Decision,
    MergeStep,
    Row,
    Value,
    Whole,
    number_in,
)
from netbook.core.names import fold, squash
from netbook.core.phones import Dialling
from netbook.core.standing import Status, status
from netbook.core.tables import TABLES
from netbook.core.text import LONGEST_TEXT
from netbook.core.vocabulary import DEFAULT_ABOUT

FACTS = ("org", "department", "title", "place", "birthday", "how_met", "circle", "cadence")
# The column, where it has another name than the fact.
COLUMNS = {"circle": "circle_id", "introduced_by": "introduced_by_id"}
IN_WORDS = {
    "org": "organisation",
    "how_met": "how you met",
    "cadence": "every",
    "known_since": "known since",
    "last_contact_on": "last contact",
    "tie": "a tie",
    "introduced_by": "introduced by",
    "paused": "a pause",
    "parted": "the parting",
    "farewell_person": "the day they were seen on a goodbye round",
}
_WORK = ("org", "department", "title")
_STATUS = ("paused_on", "paused_until", "parted_on", "parted_why")


def decide(keep: Whole, other: Whole, today: date, dialling: Dialling) -> Decision:
    """The steps that merge one person into another."""
    work = _Joining(keep, other, today.isoformat())
    for table, apart_by in OWNED.items():
        if table == "phone":
            work.take_phones(dialling)
        else:
            work.take(table, apart_by)
    for table in PAIRS:
        work.take_pairs(table)
    work.take_names()
    work.take_facts()
    work.take_introducers()
    work.take_status()
    return work.decision()


class _Joining:
    """The decision as it grows."""

    def __init__(self, keep: Whole, other: Whole, today: str) -> None:
        self.keep, self.other, self.today = keep, other, today
        self.moved: dict[str, int] = {}
        self.joined: dict[str, int] = {}
        self.filled: list[tuple[str, str]] = []
        self.aliases: list[str] = []
        self.contradicted: list[Contradiction] = []
        self.notes: list[tuple[str, str]] = []
        self.steps: list[MergeStep] = []
        self.person: dict[str, Value] = {}

    def decision(self) -> Decision:
        """All of it, with the row of the one who goes dropped at the end."""
        person = (
            [MergeStep("change", "person", _id(self.keep.id), tuple(self.person.items()))]
            if self.person
            else []
        )
        uid = (("uid", self.other.person["uid"]), ("person_id", self.keep.id))
        last = [MergeStep("add", "identity", (), uid), MergeStep("drop", "person", _id(self.other.id), ())]
        return Decision(
            keep_id=self.keep.id,
            other_id=self.other.id,
            moved=_counts(self.moved),
            joined=_counts(self.joined),
            filled=tuple(self.filled),
            aliases=tuple(self.aliases),
            contradicted=tuple(self.contradicted),
            notes=tuple(self.notes),
            steps=tuple(self.steps + person + last),
        )

    def take(self, table: str, apart_by: tuple[str, ...]) -> None:
        """Move the rows of a table; one that conflicts with another is joined with it."""
        existing = {_apart(table, row, apart_by): row for row in self.keep.rows[table]}
        for row in self.other.rows[table]:
            mine = existing.get(_apart(table, row, apart_by))
            if mine is None:
                self._move(table, row)
            else:
                self._join(table, mine, row)

    def take_phones(self, dialling: Dialling) -> None:
        """Move the telephone numbers that the one who stays has in no way of writing them."""
        for row in self.other.rows["phone"]:
            number = str(row["number"])
            same = (mine for mine in self.keep.rows["phone"] if dialling.same(str(mine["number"]), number))
            if mine := next(same, None):
                self._join("phone", mine, row)
            else:
                self._move("phone", row)

    def take_pairs(self, table: str) -> None:
        """Put the one who stays in the place of the other in every pair; the pair of both is no pair any more."""
        ours = {key: row for row in self.keep.rows[table] for key in _pair(table, row, self.keep.id)}
        for row in self.other.rows[table]:
            if _partner(row, self.other.id) == self.keep.id:
                self._drop(table, row)
                self._note_pair(table, row, str(self.other.person["name"]))
                continue
            mine = ours.get(_pair(table, row, self.other.id)[0])
            if mine is not None:
                self._join(table, mine, row)
                continue
            ends = [self.keep.id if row[end] == self.other.id else row[end] for end in ("a_id", "b_id")]
            a, b = sorted(map(number_in, ends)) if TABLES[table].pair == "ordered" else ends
            self._change(table, row, {"a_id": a, "b_id": b})
            self._count(self.moved, table)

    def take_names(self) -> None:
        """The name of the one who goes, and their handle where it says something else, become aliases."""
        keys = {str(row["key"]) for side in (self.keep, self.other) for row in side.rows["alias"]}
        texts = {
            str(row["name"]).casefold() for side in (self.keep, self.other) for row in side.rows["alias"]
        }
        texts.add(str(self.keep.person["name"]).casefold())
        name, handle = str(self.other.person["name"]), str(self.other.person["handle"])
        if name.casefold() not in texts:
            if fold(name) in keys:
                self._note("name", name)
            else:
                self._alias(name, keys)
        known = keys | {str(self.keep.person["name_key"])}
        if squash(fold(handle)) not in map(squash, known):
            self._alias(handle, keys)

    def take_facts(self) -> None:
        """Fill in what the one who stays does not say; what both say differently stays as a note."""
        for fact in FACTS:
            mine, theirs = self.keep.person[fact], self.other.person[fact]
            if theirs is None or str(mine).casefold() == str(theirs).casefold():
                continue
            if mine is None or (fact == "birthday" and _fuller(str(theirs), str(mine))):
                column = COLUMNS.get(fact, fact)
                self.person[column] = self.other.person[column]
                self.filled.append((IN_WORDS.get(fact, fact), str(theirs)))
            elif not (fact == "birthday" and _fuller(str(mine), str(theirs))):
                self._contradict(fact, mine, theirs)
        known, earlier = self.keep.person["known_since"], self.other.person["known_since"]
        if earlier is not None and (known is None or str(earlier) < str(known)):
            self.person["known_since"] = earlier
            self.filled.append((IN_WORDS["known_since"], str(earlier)))
        later = self.other.person["last_contact_on"]
        if later is not None and str(later) > str(self.keep.person["last_contact_on"] or ""):
            self.person["last_contact_on"] = later
            self.filled.append((IN_WORDS["last_contact_on"], str(later)))
        if self.keep.person["start_on"] is None and self.other.person["start_on"] is not None:
            self.person["start_on"] = self.other.person["start_on"]
        if self.other.person["me"]:
            # Nobody else may be you, not even between two changes.
            self.steps.append(MergeStep("change", "person", _id(self.other.id), (("me", 0),)))
            self.person["me"] = 1
        if str(self.other.person["added_on"]) < str(self.keep.person["added_on"]):
            self.person["added_on"] = self.other.person["added_on"]

    def take_introducers(self) -> None:
        """Who introduced them to you, and whom they did; nobody introduces themselves."""
        for row in self.other.rows["person"]:
            if row["id"] != self.keep.id:
                self._change("person", row, {"introduced_by_id": self.keep.id})
                self._count(self.moved, "person")
        mine, theirs = self.keep.person["introduced_by_id"], self.other.person["introduced_by_id"]
        if mine == self.other.id:
            self._note("introduced_by", self.other.person["name"])
            mine = self.person["introduced_by_id"] = None
        if theirs == self.keep.id:
            self._note("introduced_by", self.keep.person["name"])
        elif theirs is not None and mine is None:
            self.person["introduced_by_id"] = theirs
            self.filled.append((IN_WORDS["introduced_by"], str(self.other.person["introduced_by"])))
        elif theirs != mine and theirs is not None:
            self._contradict(
                "introduced_by", self.keep.person["introduced_by"], self.other.person["introduced_by"]
            )

    def take_status(self) -> None:
        """Active wins over paused, and paused over parted; what does not win stays as a note."""
        mine, theirs = (_status(side.person, self.today) for side in (self.keep, self.other))
        order = ("active", "paused", "parted")
        winner, loser = self.keep, self.other
        if order.index(theirs) < order.index(mine):
            winner, loser = self.other, self.keep
            self.person |= {column: self.other.person[column] for column in _STATUS}
        for kind, on, more in (
            ("paused", "paused_on", "paused_until"),
            ("parted", "parted_on", "parted_why"),
        ):
            lost = (loser.person[on], loser.person[more])
            if lost[0] is not None and lost != (winner.person[on], winner.person[more]):
                new = {"paused_until": " until ", "parted_why": ": "}[more] + str(lost[1]) if lost[1] else ""
                chosen = _status(winner.person, self.today)
                self._contradict(
                    kind, chosen, f"from {lost[0]}{new}" if kind == "paused" else f"on {lost[0]}{new}"
                )

    def _move(self, table: str, row: Row) -> None:
        self._change(table, row, {"person_id": self.keep.id})
        self._count(self.moved, table)

    def _join(self, table: str, mine: Row, theirs: Row) -> None:
        """Make one of two rows of which only one can stand; then the other is dropped."""
        self._drop(table, theirs)
        self._count(self.joined, table)
        columns: dict[str, Value] = {}
        match table:
            case "commonality":
                if str(theirs["found_on"]) < str(mine["found_on"]):
                    columns = {"found_on": theirs["found_on"], "meeting_id": theirs["meeting_id"]}
                columns["detail"] = self._both(table, mine["detail"], theirs["detail"])
            case "strain":
                columns = {
                    "since": min(str(mine["since"]), str(theirs["since"])),
                    "text": self._both(table, mine["text"], theirs["text"]),
                }
            case "farewell_person":
                seen = sorted(str(row["seen_on"]) for row in (mine, theirs) if row["seen_on"])
                columns["seen_on"] = seen[0] if seen else None
                if len(set(seen)) == 2:
                    self._note(table, seen[1])
            case "introduction":
                later = theirs if str(theirs["date"]) > str(mine["date"]) else mine
                columns = {"date": later["date"], "outcome": later["outcome"]}
                columns["because"] = self._both(table, mine["because"], theirs["because"])
                if mine["outcome"] != theirs["outcome"]:
                    earlier = mine if later is theirs else theirs
                    self._note_pair(table, earlier, str(theirs["partner"]))
            case "tie" if {mine["word"], mine["back"]} != {theirs["word"], theirs["back"]}:
                self._note_pair(table, theirs, str(theirs["partner"]))
            case "alias" if str(mine["name"]).casefold() != str(theirs["name"]).casefold():
                self._note("alias", theirs["name"])
        for column in TABLES[table].columns:
            # What only the one who goes says; what stands together was decided above.
            if mine[column] is None and theirs[column] is not None and column not in _bound(table):
                columns.setdefault(column, theirs[column])
        self._change(table, mine, {name: value for name, value in columns.items() if mine[name] != value})

    def _both(self, table: str, mine: Value, theirs: Value) -> Value:
        """Both texts in one; where that would be too long, the second as a note."""
        if theirs is None or mine == theirs:
            return mine
        if mine is None:
            return theirs
        both = f"{mine}; {theirs}"
        if len(both) <= LONGEST_TEXT:
            return both
        self._note(table, theirs)
        return mine

    def _contradict(self, fact: str, mine: Value, theirs: Value) -> None:
        chosen = None if mine is None else str(mine)
        self.contradicted.append(Contradiction(IN_WORDS.get(fact, fact), chosen, str(theirs)))
        self._note(fact, theirs)

    def _note_pair(self, table: str, row: Row, partner: str) -> None:
        if table == "introduction":
            because = f": {row['because']}" if row["because"] else ""
            self._note(table, f"with {partner}, {row['outcome']}, {row['date']}{because}")
        elif table == "tie":
            self._note(table, f"{row['word']} or {row['back']}, of {partner}")

    def _note(self, what: str, theirs: Value) -> None:
        text = f"merged: {IN_WORDS.get(what, what)} was {theirs}"
        about = "work" if what in _WORK else DEFAULT_ABOUT
        self.notes.append((about, text if len(text) <= LONGEST_TEXT else str(theirs)))
        columns = (
            ("person_id", self.keep.id),
            ("about", about),
            ("text", self.notes[-1][1]),
            ("date", self.today),
        )
        self.steps.append(MergeStep("add", "note", (), columns))

    def _alias(self, name: str, keys: set[str]) -> None:
        key = fold(name)
        if key not in keys:
            keys.add(key)
            self.aliases.append(name)
            columns = (("person_id", self.keep.id), ("name", name), ("key", key))
            self.steps.append(MergeStep("add", "alias", (), columns))

    def _change(self, table: str, row: Row, columns: Mapping[str, Value]) -> None:
        if columns:
            self.steps.append(MergeStep("change", table, _key(table, row), tuple(columns.items())))

    def _drop(self, table: str, row: Row) -> None:
        self.steps.append(MergeStep("drop", table, _key(table, row), ()))

    def _count(self, counts: dict[str, int], table: str) -> None:
        counts[table] = counts.get(table, 0) + 1


def _apart(table: str, row: Row, apart_by: tuple[str, ...]) -> tuple[Value, ...]:
    """What tells two rows of one person apart: of strains only one can be open."""
    if table == "strain" and not row["repaired_on"]:
        return ("open",)
    return tuple(row[column] for column in apart_by or ("id",))


def _pair(table: str, row: Row, person: int) -> list[tuple[Value, ...]]:
    """What tells two pairs of one person apart: the other one, and in a directed pair who is what to whom.

    A directed pair can be read from both ends.
    """
    if TABLES[table].pair == "ordered":
        return [(_partner(row, person),)]
    if row["b_id"] is None:
        return [(row["name"], row["word"])]
    first, partner = row["a_id"] == person, _partner(row, person)
    return [(first, partner, row["word"]), (not first, partner, row["back"])]


def _bound(table: str) -> set[str]:
    return {column for group in TABLES[table].together for column in group}


def _key(table: str, row: Row) -> Columns:
    return tuple((column, row[column]) for column in TABLES[table].primary)


def _id(number: int) -> Columns:
    return (("id", number),)


def _partner(row: Row, person: int) -> Value:
    return row["b_id"] if row["a_id"] == person else row["a_id"]


def _fuller(one: str, other: str) -> bool:
    """Whether a birthday is the other with its year."""
    return other.startswith("--") and not one.startswith("--") and one[-5:] == other[-5:]


def _status(person: Row, today: str) -> Status:
    parted, paused, until = (
        None if person[column] is None else str(person[column])
        for column in ("parted_on", "paused_on", "paused_until")
    )
    return status(parted, paused, until, today)


def _counts(counts: Mapping[str, int]) -> tuple[Count, ...]:
    return tuple(Count(table, count) for table, count in counts.items())
