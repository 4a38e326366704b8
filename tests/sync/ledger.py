"""What commands wrote on any machine, and what commands took away again: all else has to be there in the end."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path
from random import Random

from netbook.core.sync.published import Key, key_columns
from netbook.core.tables import TABLES
from netbook.store.sync.rows import every_row
from tests.conftest import Answer, Shell
from tests.test_undo_random import Typist

Item = tuple[str, Key]

WORD = re.compile(r"w\d+w")
# Rows that are known by a uid of their own, by whom they hang on and what they say, or by who was where.
COUNTED = {
    *(name for name in TABLES if key_columns(name) == ("uid",)), "email", "phone", "url", "tag", "attendance",
}  # fmt: skip
# Of these only one row can be called so, and two are one where machines meet.
JOINED = ("circle", "topic", "event", "plan", "tie", "strain")


def items(machine: Shell) -> set[Item]:
    """Everything in a journal that may not be lost: rows by their lasting keys, and the words that were made up."""
    db = sqlite3.connect(machine.db)
    try:
        rows = [*every_row(db)]
    finally:
        db.close()
    words = {("word", (word,)) for _, _, row in rows for word in WORD.findall(str([*row.values()]))}
    return words | {(name, key) for name, key, _ in rows if name in COUNTED}


class Ledger:
    """The commands of several machines, noted down as they are carried out."""

    def __init__(self) -> None:
        self.written: set[Item] = set()
        self.removed: set[Item] = set()
        self.told: list[str] = []
        # How many rows were made one with another, as was told.
        self.joined = 0
        self._owners: set[str] = set()
        self._present: dict[Path, set[Item]] = {}

    def run(self, machine: Shell, line: str) -> Answer:
        """Carry out a command that is no sync."""
        before = self._present.get(machine.db, set())
        answer = machine(line)
        after = self._present[machine.db] = items(machine)
        self.written |= after - before
        self.removed |= before - after
        self._owners |= {uid for (uid,) in machine.sql("SELECT uid FROM person WHERE me = 1")}
        return answer

    def sync(self, machine: Shell, remote: str = "") -> None:
        """Sync a machine that may remove many."""
        answer = machine(f"sync {remote} --json --yes")
        assert (answer.status, answer.err) == (0, ""), answer
        told = json.loads(answer.out)["told"]
        self.told += [json.dumps(each) for each in told]
        self.joined += sum(each["what"] == "one" for each in told)
        self._present[machine.db] = items(machine)

    def lost(self, machine: Shell) -> list[Item]:
        """What was written, taken away by no command, and neither is in a journal nor was told."""
        present = items(machine)
        people = dict(machine.sql("SELECT i.uid, p.uid FROM identity i JOIN person p ON p.id = i.person_id"))
        # Two cards of the owner are one without a command that says so.
        owner = machine.sql("SELECT uid FROM person WHERE me = 1")
        people |= {uid: owner[0][0] for uid in self._owners if owner}
        words = {*WORD.findall("".join(self.told))}
        # A meeting goes with the last who were there, removed one here and one there.
        emptied = {key[0] for name, key in self.removed if name == "attendance"}
        joined = self.joined
        lost = []
        for name, key in sorted(self.written - self.removed - present):
            moved = tuple(people.get(part, part) for part in key)
            if (
                (name, moved) in present
                or (name == "person" and key[0] in people)
                or (name == "word" and key[0] in words)
                or (name == "meeting" and key[0] in emptied)
            ):
                continue
            if name in JOINED and joined:
                joined -= 1
            else:
                lost.append((name, key))
        return lost


class NotedTypist(Typist):
    """Types commands on one machine, with words that stand nowhere else among those that do."""

    def __init__(self, machine: Shell, dice: Random, folder: Path, ledger: Ledger) -> None:
        super().__init__(machine, dice, folder)
        self.ledger = ledger

    def word(self) -> str:
        return super().word() if self.dice.random() < 0.4 else f"w{self.dice.getrandbits(40)}w"

    def run(self, line: str) -> Answer:
        return self.ledger.run(self.netbook, line)
