"""What is measured, against what, and within which bounds."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from benchmarks import floors
from benchmarks.journals import RARE, TODAY
from benchmarks.processes import Case

NETBOOK = str(Path(sys.executable).with_name("netbook"))
GROWTH = 1.5  # from S to L, a hundred times the data

Floor = Literal["P", "F", "csv", "executemany"]


@dataclass(frozen=True)
class Row:
    """A command line, its floor, and by how many times of it the command may take at each size.

    `{who}`, `{name}` and `{rare}` stand for somebody often met, and for a word that few notes have. `grows`: from S
    to L it may grow by less than half. `keys` are pressed at what asks. `memory`: as much more may it hold at L than
    at S; `held`: so many MiB at L.
    """

    line: str
    floor: Floor
    bounds: dict[str, float]
    terminal: bool = False
    writes: bool = False
    grows: bool = False
    memory: float | None = None
    held: float | None = None
    env: dict[str, str] = field(default_factory=dict)
    keys: str = ""
    rounds: int | None = None


def _completion(shell: str) -> Row:
    typed = "netbook prep an"
    env = {"_NETBOOK_COMPLETE": f"complete_{shell}", "COMP_WORDS": typed, "COMP_CWORD": "2"}
    env |= {"_TYPER_COMPLETE_ARGS": typed, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    return Row("", "P", {"S": 0.7, "M": 0.7, "L": 0.7}, env=env, grows=True)


DATA, WRITTEN = {"S": 1.25, "M": 1.25, "L": 2.0}, {"S": 1.3, "M": 1.3, "L": 1.3}
ROWS = {
    "due": Row("due", "F", {"S": 1.3, "M": 1.3, "L": 1.6}, terminal=True, grows=True),
    "due --csv": Row("due --csv", "P", DATA),
    "due --csv, ten rows": Row("due --csv --limit 10", "P", DATA),
    "due --count": Row("due --count", "P", DATA),
    "people --undecided": Row("people --undecided --handles", "P", DATA),
    "sort": Row(
        "sort",
        "F",
        {"S": 2.0, "M": 2.0, "L": 2.0},
        terminal=True,
        writes=True,
        grows=True,
        keys="pu" * 5 + "q",
    ),
    "prep EVENT": Row("prep e1", "F", {"S": 1.3, "L": 1.3}, terminal=True),
    "goal --csv": Row("goal --csv", "P", DATA),
    "find --json": Row("find {rare} --json", "P", DATA, grows=True),
    "completion in bash": _completion("bash"),
    "completion in zsh": _completion("zsh"),
    "completion in fish": _completion("fish"),
    "prep": Row("prep {who}", "F", {"S": 1.3, "L": 1.3}, terminal=True, grows=True),
    "show": Row("show {who}", "F", {"L": 1.3}, terminal=True),
    "log": Row("log {who}", "P", WRITTEN, writes=True, grows=True),
    "done": Row("done {}", "P", WRITTEN, writes=True),
    "common": Row("common {who} thing-{}", "P", WRITTEN, writes=True),
    "jot": Row("jot --again yesterday: lunch with {name}", "P", WRITTEN, writes=True),
    "export meetings": Row("export meetings", "csv", {"S": 99, "L": 1.4}, memory=1.3, rounds=5),
    "common, all guesses": Row("common", "F", {"L": 3}, terminal=True, rounds=5),
    "intros": Row("intros", "F", {"L": 5}, rounds=5),
    "review --year": Row("review --year", "F", {"L": 3}, rounds=9),
    "roots as SVG": Row("roots -o {scratch}.svg", "F", {"L": 40}, held=200, rounds=3),
    "roots as HTML": Row("roots -o {scratch}.html", "F", {"L": 60}, held=200, rounds=3),
    "page": Row("page -o {scratch}.html", "F", {"L": 60}, held=200, rounds=3),
    "trend --days": Row("trend --days", "F", {"L": 1.5}, terminal=True, rounds=5),
    "duplicates": Row("duplicates", "F", {"L": 60}, rounds=3),
    "import": Row("import {friends} --circle peers", "executemany", {"L": 6}, held=400, rounds=1),
}


class Ground(NamedTuple):
    """A journal, a copy of it to write to, and an empty folder."""

    journal: Path
    copy: Path
    scratch: Path

    def who(self) -> tuple[str, str]:
        """Handle and name of somebody often met."""
        with sqlite3.connect(self.journal) as db:
            handle, name = db.execute(
                """SELECT handle, name FROM person WHERE id = (
                SELECT person_id FROM attendance GROUP BY 1 ORDER BY count(*) DESC LIMIT 1 OFFSET 9)"""
            ).fetchone()
        return handle, name

    def turns(self, command: str) -> Iterator[object]:
        """Numbers of open promises for `done`, each made when it is asked for; plain numbers for the others."""
        while command == "done":
            with closing(sqlite3.connect(self.copy)) as db, db:
                made = db.execute(
                    """INSERT INTO followup (person_id, whose, text, promised_on, status)
                    VALUES (1, 'mine', 'a thing', ?, 'open')""",
                    (TODAY.isoformat(),),
                )
            yield made.lastrowid
        yield from count()


def case(name: str, row: Row, ground: Ground) -> Case:
    """The process for a row of the table."""
    handle, full = ground.who()
    words = {
        "{who}": [handle], "{name}": full.split(), "{rare}": [RARE],
        "{friends}": [str(ground.journal.with_name("friends.md"))],
    }  # fmt: skip
    argv = [part for word in row.line.split() for part in words.get(word, [word])]
    argv = [word.replace("{scratch}", str(ground.scratch / "picture")) for word in argv]
    imports = name == "import"
    path = (
        ground.scratch / "into" / "netbook.db" if imports else ground.copy if row.writes else ground.journal
    )
    return Case(
        [NETBOOK, *argv],
        {"NETBOOK_DB": str(path), "NETBOOK_TODAY": TODAY.isoformat(), **row.env},
        row.terminal,
        keys=row.keys,
        fresh=((ground.scratch / "nothing", path),) if imports else (),
        turns=ground.turns(argv[0]) if any("{}" in word for word in argv) else None,
    )


def floor(row: Row, ground: Ground) -> Case:
    """The process a row is compared with."""
    match row.floor:
        case "P":
            return floors.START_PLAIN
        case "F":
            return floors.START_TABLE
        case "csv":
            return floors.export(ground.journal)
        case _:
            imported = ground.scratch / "into" / "netbook.db"
            return floors.many(imported, ground.scratch / "empty.db", ground.scratch / "floor" / "netbook.db")
