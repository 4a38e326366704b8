"""Machines without a journal: rows by their lasting keys, changed as commands change them, and synced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from netbook.core.names import fold, handle_for, numbered
from netbook.core.sync.merge import Merged, merge
from netbook.core.sync.published import Key, Row, State, Value, key_of, rows_of, state_of
from netbook.core.sync.sides import Around, Sides
from netbook.core.tables import TABLES

TODAY = "2026-11-21"
EMPTY: State = {name: {} for name in TABLES}


def copied(state: State) -> State:
    return {name: dict(rows) for name, rows in state.items()}


def around(clean: State, *numberings: State) -> Around:
    """What is asked of the rows that are the same on all sides."""

    def family(name: str, key: str) -> Iterator[tuple[str, Key, Row]]:
        for table, row_key, row in rows_of(clean):
            links = TABLES[table].links.items()
            if (table, row_key) == (name, (key,)) or any(row[c] == key and to == name for c, to in links):
                yield table, row_key, row

    def label(name: str, key: str) -> str | None:
        row = clean[name].get((key,))
        return None if row is None else str(row.get("name", key))

    def handles(beginning: str) -> Iterable[str]:
        return [str(row["handle"]) for row in clean["person"].values()]

    highest: dict[str, int] = {}
    for state in (clean, *numberings):
        for name, _, row in rows_of(state):
            if "id" in row:
                highest[name] = max(highest.get(name, 0), int(row["id"] or 0))
        for (name,), row in state["numbering"].items():
            highest[name] = max(highest.get(name, 0), int(row["highest"] or 0))
    published = {name: int(row["highest"] or 0) for (name,), row in numberings[-1]["numbering"].items()}
    return Around(family, label, handles, highest, published)


def merged(base: State, ours: State, theirs: State, *, only_differences: bool = True) -> Merged:
    """The merge of three states; what is the same on all sides is left out, or is not."""
    sides = [copied(state) for state in (base, ours, theirs)]
    clean = copied(EMPTY)
    if only_differences:
        for name, key, row in rows_of(ours):
            if name not in ("numbering", "event") and base[name].get(key) == row == theirs[name].get(key):
                clean[name][key] = row
                for side in sides:
                    del side[name][key]
    done = merge(Sides(sides[0], sides[1], sides[2], around(clean, ours, theirs)), TODAY)
    rows = copied(clean)
    for name in TABLES:
        for key in {key for side in sides for key in side[name]}:
            rows[name].pop(key, None)
        rows[name].update(done.rows[name])
    return Merged(rows, done.moved, done.told)


@dataclass
class Machine:
    """A journal as its rows, and the state that was last synced."""

    name: str
    rows: State = field(default_factory=lambda: copied(EMPTY))
    base: State = field(default_factory=lambda: copied(EMPTY))
    given: dict[str, int] = field(default_factory=dict)
    number: int = 0

    def add(self, table: str, **values: Value) -> str:
        """Add a row with the next number, and a uid where it has none; the first part of its key."""
        row: dict[str, Value] = dict.fromkeys(TABLES[table].columns)
        if "uid" in row:
            self.number += 1
            row["uid"] = f"{table}-{self.name}{self.number}"
        row |= values
        key = key_of(table, row)
        if key in self.rows[table]:
            return key[0]
        if "id" in row:
            highest = max([0, *(int(r["id"] or 0) for r in self.rows[table].values())])
            if TABLES[table].numbered:
                highest = max(highest, self.given.get(table, 0))
            row["id"] = self.given[table] = highest + 1
            if TABLES[table].letter:
                self.rows["numbering"][table,] = {"of": table, "highest": highest + 1}
        self.rows[table][key] = row
        return key[0]

    def change(self, table: str, key: Key, **values: Value) -> None:
        self.rows[table][key] = {**self.rows[table][key], **values}

    def remove(self, table: str, key: Key) -> None:
        """Remove a row and what cannot be without it."""
        if self.rows[table].pop(key, None) is None:
            return
        for name, row_key, row in [*rows_of(self.rows)]:
            for column, target in TABLES[name].links.items():
                if target == table and (row[column],) == key:
                    if column in TABLES[name].optional:
                        self.rows[name][row_key] = {**self.rows[name][row_key], column: None}
                    else:
                        self.remove(name, row_key)

    def remove_person(self, uid: str) -> None:
        for meeting in [key[0] for key in self.rows["attendance"] if key[1] == uid]:
            if [key[1] for key in self.rows["attendance"] if key[0] == meeting] == [uid]:
                self.remove("meeting", (meeting,))
        self.remove("person", (uid,))

    def merge_people(self, keep: str, other: str) -> None:
        """Make one person of two, as `netbook merge` does."""
        for name, key, row in [*rows_of(self.rows)]:
            changes = {
                column: keep
                for column, to in TABLES[name].links.items()
                if to == "person" and row[column] == other
            }
            if not changes:
                continue
            del self.rows[name][key]
            moved: dict[str, Value] = {**row, **changes}
            if name == "person" and moved["introduced_by_id"] == moved["uid"]:
                moved["introduced_by_id"] = None
            if TABLES[name].pair and moved["a_id"] == moved["b_id"]:
                continue
            if TABLES[name].pair == "ordered":
                moved["a_id"], moved["b_id"] = sorted((str(moved["a_id"]), str(moved["b_id"])))
            if name == "strain" and moved["repaired_on"] is None and self.open_strain(keep):
                continue
            if name == "tie" and moved["word"] in self.ties(str(moved["a_id"]), str(moved["b_id"])):
                continue
            self.rows[name].setdefault(key_of(name, moved), moved)
        del self.rows["person"][other,]
        self.rows["identity"][other,] = {"uid": other, "person_id": keep}

    def ties(self, one: str, other: str) -> list[Value]:
        return [r["word"] for r in self.rows["tie"].values() if (r["a_id"], r["b_id"]) == (one, other)]

    def open_strain(self, uid: str) -> bool:
        return any(r["person_id"] == uid and r["repaired_on"] is None for r in self.rows["strain"].values())

    def add_person(self, name: str, **values: Value) -> str:
        handles = {str(row["handle"]) for row in self.rows["person"].values()}
        handle = numbered(handle_for(name), handles)
        return self.add("person", name=name, handle=handle, added_on=TODAY, me=0, **values)

    def sync(self, remote: State, *, only_differences: bool = True) -> tuple[State, Merged]:
        """Bring this machine and the remote together: the remote's new state."""
        done = merged(self.base, self.rows, remote, only_differences=only_differences)
        self.rows, self.base = copied(done.rows), copied(done.rows)
        for name, rows in self.rows.items():
            if rows and "id" in TABLES[name].columns:
                self.given[name] = max(self.given.get(name, 0), *(int(r["id"] or 0) for r in rows.values()))
        for (name,), row in self.rows["numbering"].items():
            self.given[name] = max(self.given.get(name, 0), int(row["highest"] or 0))
        return copied(done.rows), done


def broken(state: State) -> list[str]:
    """The rules of a journal that a state breaks."""
    results = []
    for name, key, row in rows_of(state):
        if key_of(name, row) != key:
            results.append(f"{name} {key} stands under another key")
        for column, target in TABLES[name].links.items():
            if row[column] is not None and (str(row[column]),) not in state[target]:
                results.append(f"{name} {key} {column} leads nowhere: {row[column]}")
            elif row[column] is None and column not in TABLES[name].optional and name != "tie":
                results.append(f"{name} {key} {column} is empty")
    for name, columns in {
        "person": ("handle",), "event": ("starts_on", "key"), "circle": ("key",), "topic": ("key",),
        "plan": ("source",),
        "tie": ("a_id", "b_id", "word"),
    }.items():  # fmt: skip
        values = [
            tuple(fold(str(r["name"])) if column == "key" else r[column] for column in columns)
            for r in state[name].values()
        ]
        values = [value for value in values if None not in value]
        if len(values) != len(set(values)):
            results.append(f"{name}: two have the same {columns}: {sorted(values)}")
    for name, rows in state.items():
        numbers = [row["id"] for row in rows.values() if "id" in row]
        if len(numbers) != len(set(numbers)) or any(not n for n in numbers):
            results.append(f"{name}: numbers {sorted(map(str, numbers))}")
    strains = [r["person_id"] for r in state["strain"].values() if r["repaired_on"] is None]
    if len(strains) != len(set(strains)):
        results.append("two open strains")
    if sum(bool(row["me"]) for row in state["person"].values()) > 1:
        results.append("two owners")
    results += [f"{key} is somebody else and a person" for key in state["identity"] if key in state["person"]]
    return results


class Hand:
    """Changes a machine at random."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.words = 0

    def word(self) -> str:
        self.words += 1
        return f"w{self.words}w"

    def some(self, machine: Machine, table: str) -> Key | None:
        keys = sorted(machine.rows[table])
        return self.dice.choice(keys) if keys else None

    def person(self, machine: Machine) -> str:
        key = self.some(machine, "person")
        return key[0] if key else machine.add_person(self.dice.choice(("Ana", "Bo", "Cy")))

    def change(self, machine: Machine) -> str:
        """One change; what it was."""
        actions = [name for name in dir(self) if name.startswith("do_")]
        name = self.dice.choice(actions)
        getattr(self, name)(machine)
        return name

    def do_add(self, m: Machine) -> None:
        m.add_person(self.dice.choice(("Ana", "Bo", "Cy")), title=self.word())

    def do_me(self, m: Machine) -> None:
        if not any(row["me"] for row in m.rows["person"].values()):
            m.change("person", (m.add_person("Me Myself"),), me=1)

    def do_edit(self, m: Machine) -> None:
        person = self.person(m)
        column = self.dice.choice(("title", "org", "name", "place", "known_since", "parted"))
        if column == "known_since":
            m.change("person", (person,), known_since=f"20{self.dice.randint(10, 25)}-01-01")
        elif column == "parted":
            m.change("person", (person,), parted_on=TODAY, parted_why=self.word())
        else:
            m.change(
                "person",
                (person,),
                **{column: self.dice.choice((self.word(), "Same", None, "X"))}
                if column != "name"
                else {"name": f"N {self.word()}"},
            )

    def do_remove(self, m: Machine) -> None:
        if len(m.rows["person"]) > 2 and self.dice.random() < 0.5:
            m.remove_person(self.person(m))

    def do_merge(self, m: Machine) -> None:
        keep, other = self.person(m), self.person(m)
        if keep != other and self.dice.random() < 0.6:
            m.merge_people(keep, other)

    def do_email(self, m: Machine) -> None:
        m.add("email", person_id=self.person(m), address=f"{self.dice.randint(1, 4)}@x.example")

    def do_tag(self, m: Machine) -> None:
        key = self.some(m, "tag")
        if key and self.dice.random() < 0.4:
            m.remove("tag", key)
        else:
            m.add("tag", person_id=self.person(m), name=self.dice.choice("ABC"))

    def do_circle(self, m: Machine) -> None:
        key, name = self.some(m, "circle"), self.dice.choice(("sea", "land", "Sky"))
        taken = {fold(str(row["name"])) for row in m.rows["circle"].values()}
        if self.dice.random() < 0.2 and key:
            m.remove("circle", key)
        elif self.dice.random() < 0.6 and key:
            m.change("person", (self.person(m),), circle_id=key[0])
        elif fold(name) not in taken and key and self.dice.random() < 0.5:
            m.change("circle", key, name=name)
        elif fold(name) not in taken:
            m.add("circle", name=name, cadence="1m")

    def do_topic(self, m: Machine) -> None:
        key, name = self.some(m, "topic"), self.dice.choice(("chess", "go", "tennis"))
        taken = {fold(str(row["name"])): k for k, row in m.rows["topic"].items()}
        if key and name not in taken and self.dice.random() < 0.4:
            m.change("topic", key, name=name)
        else:
            uid = taken[name][0] if name in taken else m.add("topic", name=name)
            kind, day = self.dice.choice((("commonality", "found_on"), ("interest", "noted_on")))
            m.add(
                kind, person_id=self.person(m), topic_id=uid, **{day: f"2026-0{self.dice.randint(1, 9)}-01"}
            )

    def do_note(self, m: Machine) -> None:
        for table, more in (
            ("note", {"about": "work", "date": TODAY}), ("favor", {"direction": "got", "date": TODAY}),
            ("followup", {"whose": "mine", "promised_on": TODAY, "status": "open"}),
        ):  # fmt: skip
            m.add(table, person_id=self.person(m), text=self.word(), **more)

    def do_change_note(self, m: Machine) -> None:
        if key := self.some(m, "note"):
            m.change("note", key, text=f"{m.rows['note'][key]['text']} {self.word()}")
        if key := self.some(m, "followup"):
            m.change("followup", key, status=self.dice.choice(("done", "dropped")), closed_on=TODAY)
        if key := self.some(m, "favor"):
            m.change("favor", key, thanked_on=TODAY, thanks=self.word())

    def do_remove_note(self, m: Machine) -> None:
        table = self.dice.choice(("note", "favor", "meeting", "event", "tie", "plan"))
        if (key := self.some(m, table)) and self.dice.random() < 0.5:
            m.remove(table, key)

    def do_strain(self, m: Machine) -> None:
        person = self.person(m)
        for key, row in m.rows["strain"].items():
            if row["person_id"] == person and row["repaired_on"] is None:
                m.change("strain", key, repaired_on=TODAY, repair=self.word())
                return
        m.add("strain", person_id=person, text=self.word(), since=TODAY)

    def do_meet(self, m: Machine) -> None:
        event = self.some(m, "event")
        meeting = m.add(
            "meeting", date=TODAY, kind="coffee", summary=self.word(),
            event_id=event[0] if event and self.dice.random() < 0.5 else None,
        )  # fmt: skip
        for _ in range(self.dice.randint(1, 2)):
            m.add("attendance", meeting_id=meeting, person_id=self.person(m))

    def do_event(self, m: Machine) -> None:
        day = self.dice.randint(1, 8)
        first, last = f"2026-10-{day:02}", f"2026-10-{day + self.dice.randint(0, 2):02}"
        key = self.some(m, "event")
        free = all(str(r["ends_on"]) < first or str(r["starts_on"]) > last for r in m.rows["event"].values())
        if key and self.dice.random() < 0.4:
            m.change("event", key, place=self.word())
        elif free:
            m.add("event", name="Fair", starts_on=first, ends_on=last, goal=2)

    def do_pair(self, m: Machine) -> None:
        one, other = sorted((self.person(m), self.person(m)))
        if one != other:
            table = self.dice.choice(("introduction", "not_same", "tie"))
            if table == "introduction":
                m.add(table, a_id=one, b_id=other, date=TODAY, outcome="made", because=self.word())
            elif table == "not_same":
                m.add(table, a_id=one, b_id=other)
            elif "boss" not in m.ties(one, other):
                m.add(table, a_id=one, b_id=other, word="boss", back="report")

    def do_plan(self, m: Machine) -> None:
        sources = {row["source"] for row in m.rows["plan"].values()}
        source = self.dice.choice((None, "s1", "s2"))
        if source is None or source not in sources:
            plan = m.add(
                "plan",
                date=TODAY,
                kind="coffee",
                planned_on=TODAY,
                status="open",
                source=source,
                text=self.word(),
            )
            m.add("plan_person", plan_id=plan, person_id=self.person(m))

    def do_setting(self, m: Machine) -> None:
        m.rows["setting"]["region",] = {"name": "region", "value": self.dice.choice(("DE", "GB"))}


def texts(state: State) -> str:
    return "\n".join(
        str(value) for _, _, row in rows_of(state) for value in row.values() if value is not None
    )


__all__ = ["EMPTY", "Hand", "Machine", "around", "broken", "copied", "merged", "state_of", "texts"]
