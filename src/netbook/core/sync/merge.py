"""The merge of two journals by row and column, decided and not carried out."""

from hashlib import sha1
from typing import NamedTuple

from netbook.core.names import fold
from netbook.core.sync import identities, numbers
from netbook.core.sync.clashes import drop_empty_meetings, join_open_strains, keep_one_owner, number_handles
from netbook.core.sync.joined import changes_of_joined, pairs_of_one
from netbook.core.sync.numbers import Moved
from netbook.core.sync.published import Key, Row, State, Value, key_of
from netbook.core.sync.revival import Revived, revive, settle_links
from netbook.core.sync.rules import Loss, merge_row
from netbook.core.sync.sides import Joins, Sides, relinked
from netbook.core.sync.told import Told
from netbook.core.sync.wording import Wording, fact
from netbook.core.tables import TABLES
from netbook.core.text import LONGEST_TEXT, clip
from netbook.core.vocabulary import DEFAULT_ABOUT

WORK = ("org", "department", "title")


class Astray(Exception):
    """A published row links to one that does not exist."""

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
        self.words = Wording(sides, self.rows)
        self.told: list[Told] = []
        self.joined_events: dict[str, Row | None] = {}

    def run(self) -> Merged:
        joined = identities.people(self.sides)
        self._load({"person": joined})
        revived = revive(self.sides, joined)
        extra = [*changes_of_joined(self.sides, joined)] if joined else []
        pairs = [*pairs_of_one(self.sides, joined)] if joined else []
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
        drop_empty_meetings(self.sides, self.rows)
        if astray := settle_links(self.sides, self.rows):
            raise Astray(astray[0][0])
        self.told += number_handles(self.sides, self.rows)
        keep_one_owner(self.sides, self.rows)
        self.told += join_open_strains(self.sides, self.rows, self.words)
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
        """Keep a value that does not stay as a note, if it is about somebody, and report it."""
        if TABLES[name].several not in (None, "addresses") or loss.columns == ("handle",):
            return
        for column, stays, lost in zip(*loss, strict=True):
            value = self.words.value(name, column, lost)
            note = value is not None and self._note(name, row, column, value)
            remaining = self.words.value(name, column, stays)
            label = self.words.label(name, key)
            self.told.append(
                Told(
                    what="both changed",
                    table=name,
                    key=key[0],
                    name=label,
                    about=fact(column),
                    stays=remaining,
                    other=value,
                    note=note,
                )
            )

    def _note(self, name: str, row: Row, column: str, value: str) -> bool:
        """Add a lost value as a note; returns whether it is about anybody."""
        person = row["uid"] if name == "person" else row.get("person_id")
        if person is None or ((str(person),) not in self.rows["person"] and name == "person"):
            return False
        of = "" if name == "person" else f"{name} "
        text = f"sync: {of}{fact(column)} was {value}"
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
                        self.words.label(name, (target,)),
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
            label = self.words.label(name, key)
            row = self.rows[name][key]
            handle = str(row["handle"]) if name == "person" else None
            reason = self.words.reason(name, table, because)
            self.told.append(
                Told(
                    what="kept",
                    table=name,
                    key=key[0],
                    name=label,
                    about=name,
                    stays=None,
                    other=reason,
                    here=here,
                    handle=handle,
                )
            )

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
                text = clip(self.words.in_short(name, key), 40)
                self.told.append(
                    Told(
                        what="number",
                        table=name,
                        key=key[0],
                        name=text,
                        about="",
                        stays=f"{letter}{now}",
                        other=f"{letter}{before}",
                    )
                )
        return moved
