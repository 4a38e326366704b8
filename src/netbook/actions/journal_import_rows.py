"""Import the rows of a journal's export: unchanged into a new journal, merged into any other."""

import sqlite3
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from netbook.actions.journal_import_tally import Tally
from netbook.core.drafts import PersonDraft
from netbook.core.import_matching import FACTS, MatchedPerson
from netbook.core.journal_export import ExportLine
from netbook.core.postal import PostalAddress
from netbook.core.tables import TABLES
from netbook.core.text import quoted
from netbook.store import bulk, journal_import
from netbook.store.journal_import import NOT_THERE, Numbers, RowRefused
from netbook.store.read.journal_export import like, person_of
from netbook.store.read.people_index import introducers, people_index

LEFT_OUT = "what it belongs to was left out"
NUMBERING = "numbering"
# Of people these are decided upon otherwise, or are the journal's own affair.
_OWN = ("id", "uid", "handle", "name", "introduced_by_id", "added_on", "me", *FACTS)
_IN_WORDS = {"circle_id": "circle", "meeting_id": "meeting", "event_id": "event", "person_id": "person"}


class ImportedIntroducer(NamedTuple):
    """Who introduced somebody; written at the end, since the introducer may come later in the file."""

    line: ExportLine
    person_id: int
    by: object
    fate: str


class Restoring:
    """Rows for a new journal: they keep their numbers, and the file's circles replace its own."""

    def __init__(self, db: sqlite3.Connection, tally: Tally) -> None:
        self._db = db
        self._tally = tally
        self._introduced: list[ImportedIntroducer] = []
        journal_import.remove_circles(db)

    def take(self, line: ExportLine) -> None:
        """Add a row, or report why not."""
        if why := journal_import.broken(line.table, line.row):
            self._tally.tell(line, why, "failed")
            return
        row = dict(line.row)
        if line.table == NUMBERING:
            journal_import.keep_numbering(self._db, row)
            self._tally.added(line)
            return
        by = row.pop("introduced_by_id", None)
        try:
            number = journal_import.add(self._db, line.table, row)
        except RowRefused as error:
            self._tally.tell(line, str(error), "failed")
            return
        self._tally.added(line)
        if by is not None:
            self._introduced.append(ImportedIntroducer(line, number, by, "added"))

    def finish(self) -> None:
        """Write who introduced whom."""
        for line, number, by, _ in self._introduced:
            try:
                journal_import.fill(self._db, "person", {"id": number}, {"introduced_by_id": by})
            except RowRefused as error:
                self._tally.tell(line, f"who introduced them is left empty: {error}", "warned")


class _Held(NamedTuple):
    """Somebody whose lines are being read."""

    line: ExportLine
    parts: list[ExportLine]

    def uids(self) -> list[str]:
        """Every uid they go by."""
        return [self.line.row["uid"], *(part.row["uid"] for part in self.parts if part.table == "identity")]


class Merging:
    """Rows for a journal with content: existing values stay, and new rows get new numbers."""

    def __init__(self, db: sqlite3.Connection, tally: Tally, begin: Callable[[], object]) -> None:
        self._db = db
        self._tally = tally
        self._begin = begin
        self._numbers = Numbers(db)
        self._book = people_index(db)
        self._held: dict[object, _Held] = {}
        self._taken: set[str] = set()
        self._introduced: list[ImportedIntroducer] = []

    def take(self, line: ExportLine) -> None:
        """Take a row; a person's addresses and names are collected before deciding who they are."""
        if why := journal_import.broken(line.table, line.row):
            self._tally.tell(line, why, "failed")
        elif line.table == NUMBERING:
            # Here rows get numbers of this journal.
            self._tally.count("same")
        elif line.table == "person" and line.row["id"] in self._held:
            self._tally.tell(line, "there is a row with the same id already", "failed")
        elif line.table == "person":
            self._held[line.row["id"]] = _Held(line, [])
        elif (TABLES[line.table].several or line.table == "identity") and line.row["person_id"] in self._held:
            self._held[line.row["person_id"]].parts.append(line)
        else:
            self._settle()
            self._row(line)

    def finish(self) -> None:
        """Decide about everybody who is left, and write who introduced whom."""
        self._settle()
        existing = introducers(self._db, [link.person_id for link in self._introduced])
        for link in self._introduced:
            self._introduce(link, existing.get(link.person_id))

    def _row(self, line: ExportLine) -> None:
        """Add a row, or fill in the journal's own row."""
        name, table = line.table, TABLES[line.table]
        try:
            row = self._linked(line)
        except RowRefused as error:
            self._tally.tell(line, str(error), "failed" if str(error) == NOT_THERE else "skipped")
            self._numbers.put(name, line.row.get("id"), None)
            return
        existing = like(self._db, name, {**row, **journal_import.made(name, row)})
        if existing is None:
            row.pop("id", None)
            self._add(line, row)
            return
        self._numbers.put(name, line.row.get("id"), existing.get("id"))
        skip = ("id", "uid", table.key.source if table.key else "")
        self._tally.count("changed" if self._filled(line, existing, row, skip) else "same")

    def _linked(self, line: ExportLine) -> dict[str, Any]:
        """The row with the journal's numbers in its links; raises RowRefused if one has none."""
        table, row = TABLES[line.table], dict(line.row)
        for column, other in table.links.items():
            if row.get(column) is not None:
                try:
                    ours = self._numbers.of(other, row[column])
                except KeyError:
                    raise RowRefused(NOT_THERE) from None
                if ours is None:
                    raise RowRefused(LEFT_OUT)
                row[column] = ours
        if table.pair and row["a_id"] == row["b_id"]:
            raise RowRefused("the two are one person in this journal")
        if table.pair == "ordered":
            row["a_id"], row["b_id"] = sorted((row["a_id"], row["b_id"]))
        return row

    def _add(self, line: ExportLine, row: dict[str, Any]) -> None:
        self._begin()
        try:
            number = journal_import.add(self._db, line.table, row)
        except RowRefused as error:
            self._tally.tell(line, str(error), "failed")
            self._numbers.put(line.table, line.row.get("id"), None)
            return
        self._numbers.put(line.table, line.row.get("id"), number)
        self._tally.added(line)

    def _filled(
        self, line: ExportLine, existing: dict[str, Any], row: dict[str, Any], skip: tuple[str, ...]
    ) -> bool:
        """Fill empty columns of the journal's row and report contradictions; returns whether anything was filled."""
        new = {}
        for column, value in row.items():
            if value is None or column in skip or existing[column] == value:
                continue
            if existing[column] is None:
                new[column] = value
            else:
                self._contradicts(line, column, existing[column], value)
        if not new:
            return False
        self._begin()
        try:
            journal_import.fill(self._db, line.table, existing, new)
        except RowRefused as error:
            named = ", ".join(_IN_WORDS.get(column, column) for column in new)
            self._tally.tell(line, f"{named}: not taken, {error}", "warned")
            return False
        return True

    def _contradicts(self, line: ExportLine, column: str, existing: object, theirs: object) -> None:
        if column in TABLES[line.table].links:
            why = f"the journal has another {_IN_WORDS.get(column, column)}; the journal's is kept"
        else:
            journal, file = (
                quoted(value) if isinstance(value, str) else value for value in (existing, theirs)
            )
            why = f"the journal has {journal} as {column}, the file {file}; the journal's is kept"
        self._tally.tell(line, why, "warned")

    def _settle(self) -> None:
        """Decide who the people are whose lines were collected."""
        known = {number: person_of(self._db, person.uids()) for number, person in self._held.items()}
        self._taken.update(filter(None, known.values()))
        for number, (line, parts) in self._held.items():
            self._person(line, parts, known[number])
        self._held.clear()

    def _person(self, line: ExportLine, parts: list[ExportLine], known: str | None) -> None:
        """Find or add somebody; two people of the file are never taken for one."""
        row = line.row
        taken = self._book.take(known or row["uid"], _draft(row, parts), self._taken)
        if taken.card is None:
            self._tally.tell(line, "; ".join(taken.remarks), "skipped")
            self._numbers.put("person", row.get("id"), None)
            for part in parts:
                self._tally.tell(part, LEFT_OUT, "skipped")
            return
        for remark in taken.remarks:
            self._tally.tell(line, remark, "warned")
        self._write(line, parts, taken)

    def _write(self, line: ExportLine, parts: list[ExportLine], taken: MatchedPerson) -> None:
        card, row = taken.card, line.row
        assert card is not None
        self._taken.add(card.uid)
        self._numbers.put("person", row.get("id"), card.id)
        news = {(what, str(value)) for what, value in card.more}
        if taken.fate == "added":
            self._book.claim(card, row["handle"])
        if taken.fate != "same":
            self._begin()
            bulk.write_cards(self._db, [card], date.fromisoformat(row["added_on"]), None)
        more = self._rest(line, card.uid)
        if card.uid != row["uid"] and person_of(self._db, [row["uid"]]) is None:
            self._begin()
            journal_import.add(self._db, "identity", {"uid": row["uid"], "person_id": card.id})
            more = True
        fate = "changed" if more and taken.fate == "same" else taken.fate
        if taken.fate == "added":
            self._tally.added(line)
        else:
            self._tally.count(fate)
        if row.get("introduced_by_id") is not None:
            self._introduced.append(ImportedIntroducer(line, card.id, row["introduced_by_id"], fate))
        for part in parts:
            self._part(part, card.uid, news)

    def _rest(self, line: ExportLine, uid: str) -> bool:
        """Write the columns of a person that only this format has; returns whether any were new."""
        row = {column: value for column, value in line.row.items() if column not in _OWN}
        if row.get("circle_id") is not None:
            try:
                row["circle_id"] = self._numbers.of("circle", row["circle_id"])
            except KeyError:
                self._tally.tell(line, "its circle is not in the file; left empty", "warned")
                row["circle_id"] = None
        existing = like(self._db, "person", {"uid": uid})
        assert existing is not None
        return self._filled(line, existing, row, ())

    def _part(self, part: ExportLine, own_uid: str, news: set[tuple[str, str]]) -> None:
        if part.table == "identity":
            owner = person_of(self._db, [part.row["uid"]])
            if owner in (None, own_uid):
                self._tally.count("same") if owner else self._row(part)
            else:
                self._tally.tell(part, "somebody else has it in this journal", "skipped")
            return
        pair = (TABLES[part.table].several, _value(part))
        fate = "added" if pair in news else "same"
        news.discard(pair)
        row = self._linked(part)
        existing = like(self._db, part.table, {**row, **journal_import.made(part.table, row)})
        if (
            existing
            and self._filled(part, existing, row, ("id", TABLES[part.table].columns[2]))
            and fate == "same"
        ):
            fate = "changed"
        self._tally.count(fate)

    def _introduce(self, link: ImportedIntroducer, existing: int | None) -> None:
        try:
            by = self._numbers.of("person", link.by) if isinstance(link.by, int) else None
        except KeyError:
            by = None
        if by is None:
            self._tally.tell(link.line, "who introduced them is not in the file; left empty", "warned")
        elif existing is not None and existing != by:
            self._contradicts(link.line, "introduced_by_id", existing, by)
        elif existing is None and by != link.person_id:
            self._begin()
            journal_import.fill(self._db, "person", {"id": link.person_id}, {"introduced_by_id": by})
            if link.fate == "same":
                self._tally.counts["same"] -= 1
                self._tally.counts["changed"] += 1


def _draft(row: dict[str, Any], parts: list[ExportLine]) -> PersonDraft:
    """A person's lines as the draft that every import uses."""
    facts: dict[str, Any] = {fact: row.get(fact) for fact in FACTS}
    if facts["known_since"]:
        facts["known_since"] = date.fromisoformat(facts["known_since"])
    for part in parts:
        if what := TABLES[part.table].several:
            value = _value(part)
            facts[what] = (*facts.get(what, ()), PostalAddress(value) if what == "addresses" else value)
    return PersonDraft(name=row["name"], **facts)


def _value(part: ExportLine) -> str:
    """The name, address or number in a line about a person."""
    return str(part.row[TABLES[part.table].columns[2]])
