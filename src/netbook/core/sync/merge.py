"""The merge of two journals by row and column, decided and not carried out."""

from collections.abc import Iterator
from hashlib import sha1
from typing import NamedTuple

from netbook.core.merge import IN_WORDS
from netbook.core.names import fold, numbered
from netbook.core.sync import identities, numbers
from netbook.core.sync.numbers import Moved
from netbook.core.sync.published import Key, Row, State, Value, key_of, same
from netbook.core.sync.revival import Revived, revive, settle_links
from netbook.core.sync.rules import Loss, both_texts, merge_row
from netbook.core.sync.sides import Joins, Sides, relinked
from netbook.core.sync.told import Told
from netbook.core.tables import TABLES
from netbook.core.text import LONGEST_TEXT, clip
from netbook.core.vocabulary import DEFAULT_ABOUT

WORK = ("org", "department", "title")
# Facts of somebody who was merged away that the one who stays has anyway, or has of their own.
_OWN_AFFAIR = ("id", "uid", "handle", "added_on", "me", "start_on")


class Astray(Exception):
    """A published row links to one that is not there."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table


class Merged(NamedTuple):
    """The rows that stay, by table and key, of all that were given; which had another number here; what to tell."""

    rows: State
    moved: tuple[Moved, ...]
    told: tuple[Told, ...]


def merge(sides: Sides, today: str) -> Merged:
    """Merge the rows that differ on some side. Raises Astray where the published rows lack one.

    What a side removed and the other changed is brought back in `sides`.
    """
    return _Merge(sides, today).run()


class _Merge:
    """The merge as it grows."""

    def __init__(self, sides: Sides, today: str) -> None:
        self.sides = sides
        self.today = today
        self.rows: State = {name: {} for name in TABLES}
        self.told: list[Told] = []
        self.joined_events: dict[str, Row | None] = {}

    def run(self) -> Merged:
        joined = identities.people(self.sides)
        self._load({"person": joined})
        revived = revive(self.sides, joined)
        extra = [*self._changed_of_joined(joined)] if joined else []
        pairs = [*self._pairs_of_one(joined)] if joined else []
        self._join({"person": joined})
        joins = identities.rest(self.sides)
        self.joined_events = {uid: self.sides.merged("event", (uid,)) for uid in joins.get("event", ())}
        self._join(joins)
        self._merge_rows()
        self._tell_joins(joins)
        self._keep(extra)
        for person, text in pairs:
            if (person,) in self.rows["person"]:
                self._add_note(person, DEFAULT_ABOUT, text, text)
        self._drop_identities()
        self._empty_meetings()
        if astray := settle_links(self.sides, self.rows):
            raise Astray(astray[0][0])
        self._handles()
        self._one_owner()
        self._open_strains()
        self._tell_revived(revived)
        moved = self._number()
        return Merged(self.rows, tuple(moved), tuple(self.told))

    def _load(self, joins: Joins) -> None:
        """Have everything at hand that links to rows that are one."""
        for name, pairs in joins.items():
            for uid, target in pairs.items():
                self.sides.load(name, uid)
                self.sides.load(name, target)

    def _join(self, joins: Joins) -> None:
        """Take rows that are one for one, on all three sides, with everything that links to them."""
        joins = {name: pairs for name, pairs in joins.items() if pairs}
        if not joins:
            return
        self._load(joins)
        sides = self.sides
        sides.base, sides.ours, sides.theirs = (relinked(side, joins) for side in sides)

    def _merge_rows(self) -> None:
        for name in TABLES:
            for key in self.sides.keys(name):
                versions = [side[name].get(key) for side in self.sides]
                row, losses = merge_row(name, *versions)
                if row is None:
                    continue
                self.rows[name][key] = row
                for loss in losses:
                    self._lose(name, key, row, loss)

    def _lose(self, name: str, key: Key, row: Row, loss: Loss) -> None:
        """Keep what does not stay as a note, where it is about somebody, and tell it."""
        if TABLES[name].several not in (None, "addresses") or loss.columns == ("handle",):
            return
        for column, stays, lost in zip(*loss, strict=True):
            value = self._in_words(name, column, lost)
            note = value is not None and self._note(name, row, column, value)
            remaining = self._in_words(name, column, stays)
            about = IN_WORDS.get(column, column.removesuffix("_id").replace("_", " "))
            self.told.append(
                Told("both changed", name, key[0], self.label(name, key), about, remaining, value, note)
            )

    def _in_words(self, name: str, column: str, value: Value) -> str | None:
        """A value as somebody reads it: of a link what it leads to."""
        target = TABLES[name].links.get(column)
        if value is None or target is None:
            return None if value is None else str(value)
        return self.label(target, (str(value),))

    def label(self, name: str, key: Key) -> str:
        """What a row is called; what hangs on somebody is called after them."""
        row = self.rows[name].get(key) or self.sides.ours[name].get(key) or self.sides.theirs[name].get(key)
        if row is None:
            return self.sides.around.label(name, key[0]) or key[0]
        for column in ("name", "summary", "text"):
            if name in ("person", "circle", "topic", "event") and column == "name":
                return str(row["name"])
        for column, target in TABLES[name].links.items():
            if target == "person" and row[column] is not None:
                return self.label("person", (str(row[column]),))
        return f"{name} of {row['date']}" if "date" in row else key[0]

    def _note(self, name: str, row: Row, column: str, value: str) -> bool:
        """Add what was lost about somebody as a note; whether there is anybody whom it is about."""
        person = row["uid"] if name == "person" else row.get("person_id")
        if person is None or ((str(person),) not in self.rows["person"] and name == "person"):
            return False
        line = IN_WORDS.get(column, column.removesuffix("_id").replace("_", " "))
        of = "" if name == "person" else f"{name} "
        text = f"sync: {of}{line} was {value}"
        self._add_note(str(person), "work" if column in WORK else DEFAULT_ABOUT, text, value)
        return True

    def _add_note(self, person: str, about: str, text: str, value: str) -> None:
        text = text if len(text) <= LONGEST_TEXT else value
        # The same loss makes the same note, on whatever machine.
        uid = sha1("\0".join((person, about, text, self.today)).encode(), usedforsecurity=False).hexdigest()[
            :32
        ]
        row: dict[str, Value] = dict.fromkeys(TABLES["note"].columns)
        row |= {"id": 0, "uid": uid, "person_id": person, "about": about, "text": text, "date": self.today}
        self.rows["note"].setdefault((uid,), row)

    def _changed_of_joined(self, joined: dict[str, str]) -> Iterator[tuple[str, str, Value]]:
        """What a side changed about somebody whom the other made one with somebody else: who, column, value."""
        base, *others = self.sides
        for uid, target in joined.items():
            for side in others:
                row, before = side["person"].get((uid,)), base["person"].get((uid,))
                if row is None or same(row, before) or (target,) not in side["person"]:
                    continue
                for column, value in row.items():
                    if column in _OWN_AFFAIR or value is None or (before and before[column] == value):
                        continue
                    yield target, column, value

    def _pairs_of_one(self, joined: dict[str, str]) -> Iterator[tuple[str, str]]:
        """What a side says of two who are one on the other: whom it is about, and the words."""
        base, *others = self.sides
        for side in others:
            for name in ("introduction", "tie"):
                for key, row in side[name].items():
                    one, other = (joined.get(str(row[end]), row[end]) for end in ("a_id", "b_id"))
                    if one == other and not same(row, base[name].get(key)):
                        words = [row.get(column) for column in ("outcome", "word", "date", "because")]
                        yield str(one), f"sync: {name} was {', '.join(str(word) for word in words if word)}"

    def _keep(self, extra: list[tuple[str, str, Value]]) -> None:
        """Fill in what the one who stays lacks; a name becomes an alias, and what contradicts a note."""
        for uid, column, value in extra:
            person = self.rows["person"].get((uid,))
            if person is None or person[column] == value or value == uid:
                continue
            if column == "name":
                self._alias(uid, str(value))
            elif column == "known_since" and person[column] is not None:
                known = min(str(person[column]), str(value))
                self.rows["person"][uid,] = {**person, column: known}
            elif person[column] is None and column not in (
                "paused_until",
                "parted_why",
                "parted_on",
                "paused_on",
            ):
                self.rows["person"][uid,] = {**person, column: value}
            else:
                stays = None if person[column] is None else str(person[column])
                self._lose("person", (uid,), person, Loss((column,), (stays,), (value,)))

    def _alias(self, person: str, name: str) -> None:
        row: dict[str, Value] = {"id": 0, "person_id": person, "name": name}
        if fold(name) != fold(str(self.rows["person"][person,]["name"])):
            self.rows["alias"].setdefault(key_of("alias", row), row)

    def _drop_identities(self) -> None:
        """Somebody who is a person again is not somebody else too."""
        for key in [key for key in self.rows["identity"] if key in self.rows["person"]]:
            del self.rows["identity"][key]

    def _empty_meetings(self) -> None:
        """A meeting whose last people were removed one here, one there, goes as it would with the last of them."""
        before, *sides = (side["attendance"] for side in self.sides)
        for meeting in sorted({key[0] for key in before if any(key not in side for side in sides)}):
            row = self.rows["meeting"].get((meeting,))
            if row is None or row["fleeting"] is not None:
                continue
            left = [key for key in self.rows["attendance"] if key[0] == meeting]
            had = [any(key[0] == meeting for key in side) for side in sides]
            if not left and all(had) and not self._others_at(meeting):
                del self.rows["meeting"][meeting,]
                self.rows["introducer_done"].pop((meeting,), None)

    def _others_at(self, meeting: str) -> bool:
        return any(
            name == "attendance" and not self.sides.knows(name, key)
            for name, key, _ in self.sides.around.family("meeting", meeting)
        )

    def _handles(self) -> None:
        """Give somebody whose handle was published as somebody else's a number behind theirs."""
        theirs = self.sides.theirs["person"]
        people = self.rows["person"]
        holders = {
            str(row["handle"]): key
            for key, row in people.items()
            if key in theirs and theirs[key]["handle"] == row["handle"]
        }
        for key, row in sorted(people.items()):
            handle = str(row["handle"])
            if holders.setdefault(handle, key) == key:
                continue
            taken = {
                *holders,
                *self.sides.around.handles(handle),
                *(str(p["handle"]) for p in people.values()),
            }
            new = numbered(handle, taken)
            holders[new] = key
            people[key] = {**row, "handle": new}
            self.told.append(Told("handle", "person", key[0], str(row["name"]), "", new, handle))

    def _is_published(self, name: str, key: Key) -> bool:
        row = self.sides.theirs[name].get(key)
        return row is not None and row["id"] != 0

    def _one_owner(self) -> None:
        """Only one card is the journal owner's: the published one."""
        owners = [key for key, row in self.rows["person"].items() if row.get("me")]
        for key in sorted(owners, key=lambda key: not self._is_published("person", key))[1:]:
            self.rows["person"][key] = {**self.rows["person"][key], "me": 0}

    def _open_strains(self) -> None:
        """Somebody has one open strain: two become one with both texts and the earlier day."""
        rows = self.rows["strain"]
        is_open = [key for key, row in rows.items() if row["repaired_on"] is None]
        by_person: dict[Value, Key] = {}
        for key in sorted(is_open, key=lambda key: (not self._is_published("strain", key), key)):
            stays = by_person.setdefault(rows[key]["person_id"], key)
            if stays == key:
                continue
            row, other = rows[stays], rows.pop(key)
            text = both_texts((row["text"],), (other["text"],)) or (row["text"],)
            since = min(str(row["since"]), str(other["since"]))
            rows[stays] = {**row, "text": text[0], "since": since}
            self.told.append(Told("one", "strain", stays[0], self.label("strain", stays), "open strains"))

    def _tell_joins(self, joins: Joins) -> None:
        for name, pairs in joins.items():
            for uid, target in pairs.items():
                row = self.rows[name].get((target,))
                if row is None:
                    continue
                if name == "event":
                    self._widen(uid, target)
                self.told.append(
                    Told(
                        "one",
                        name,
                        target,
                        self.label(name, (target,)),
                        (TABLES[name].called or ("", name))[1],
                    )
                )

    def _widen(self, uid: str, target: str) -> None:
        row = self.rows["event"][target,]
        first, last = identities.widened([row, self.joined_events[uid] or row])
        self.rows["event"][target,] = {**row, "starts_on": first, "ends_on": last}

    def _tell_revived(self, revived: list[Revived]) -> None:
        for name, key, here, (table, because) in revived:
            if key not in self.rows[name]:
                continue
            label = self.label(name, key)
            row = self.rows[name][key]
            handle = str(row["handle"]) if name == "person" else None
            reason = self._reason(name, table, because)
            self.told.append(Told("kept", name, key[0], label, name, None, reason, here=here, handle=handle))

    def _reason(self, name: str, table: str, key: Key) -> str:
        row = self.rows[table].get(key)
        day = next((row[column] for column in ("date", "found_on") if row and row.get(column)), None)
        if table == "attendance":
            meeting = self.rows["meeting"].get((key[0],))
            table, day = "meeting", meeting["date"] if meeting else None
        return "changed" if table == name else f"{table} of {day}" if day else f"{table} added"

    def _number(self) -> list[Moved]:
        moved = numbers.number(
            self.rows, self.sides.base, self.sides.ours, self.sides.theirs, self.sides.around
        )
        for name, highest in numbers.highest(self.rows).items():
            row = self.rows["numbering"].get((name,))
            known = row["highest"] if row else 0
            if TABLES[name].letter and isinstance(known, int) and highest > known:
                self.rows["numbering"][name,] = {"of": name, "highest": highest}
        for name, key, before, now in moved:
            letter = TABLES[name].letter
            if letter:
                text = clip(self._in_short(name, key), 40)
                self.told.append(
                    Told("number", name, key[0], text, "", f"{letter}{now}", f"{letter}{before}")
                )
        return moved

    def _in_short(self, name: str, key: Key) -> str:
        row = self.rows[name][key]
        words = row.get("text") or row.get("summary") or row.get("name") or row.get("because")
        return str(words or self.label(name, key))
