"""Random commands, all that change the journal among them: undone and done again, any number of steps, exactly."""

from __future__ import annotations

import random
import re
import sqlite3
import weakref
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import pytest

from netbook.cli.commands import COMMANDS
from netbook.core.tables import LETTERS
from netbook.store import history
from tests.conftest import Answer, Shell
from tests.faults.shells import MORE, content, well

NAMES = ("Ana Ruiz", "Bo Lind", "Cy Oak", "Zoë Ångström", "Lena Vogt", "Raj Patel", "李 小龙", "Mia O'Neil")
WORDS = ("climbing", "Le Guin", "a dog", "rowing", 'it\'s "quoted"', "ärger", "same street", "🌊 sea")
KINDS = ("coffee", "call", "email", "walk", "video", "letter")
CARDS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Mia,Meadow{n},https://www.linkedin.com/in/mia{n},mia{n}@example.org,Meadow Press,Publisher,03 Mar 2024\n"
    "Omar,Oakleaf,https://www.linkedin.com/in/omar,,Northwood,Forester,21 Jun 2023\n"
)
# What reads, keeps copies or takes back; all others change the journal.
OTHERS = {
    "due", "prep", "goal", "find", "show", "meetings", "people", "circles", "shared", "intros", "todo", "events",
    "review", "trend", "reach", "roots", "export", "undo", "redo", "history", "backup", "restore", "doctor", "demo",
    "encrypt", "decrypt", "sync", "page", "sort", "confirm", "query",
}  # fmt: skip


class Typist:
    """Types commands at random, of people and things that are there or not."""

    def __init__(self, netbook: Shell, dice: random.Random, folder: Path) -> None:
        self.netbook, self.dice, self.folder = netbook, dice, folder

    @cached_property
    def journal(self) -> sqlite3.Connection:
        """Kept open, so that the schema is read once and not for each word that is chosen."""
        db = sqlite3.connect(self.netbook.db, isolation_level=None)
        weakref.finalize(self, db.close)
        return db

    def some(self, *words: str) -> str:
        return self.dice.choice(words)

    def word(self) -> str:
        return "'" + self.dice.choice(WORDS).replace("'", "'\\''") + "'"

    def day(self) -> str:
        return f"2026-{self.dice.randint(1, 11):02}-{self.dice.randint(1, 20):02}"

    def who(self) -> str:
        handles = [handle for (handle,) in self.journal.execute("SELECT handle FROM person ORDER BY id")]
        return str(self.dice.choice(handles or ["nobody"]))

    def one(self, table: str, column: str) -> str:
        results = [
            str(value) for (value,) in self.journal.execute(f"SELECT {column} FROM {table} ORDER BY id")
        ]
        return "'" + self.dice.choice(results or ["x"]).replace("'", "'\\''") + "'"

    def ref(self) -> str:
        """The reference to some record, of a kind that is there; or to none."""
        every = " UNION ALL ".join(
            f"SELECT {place} AS place, '{letter}' AS letter, id FROM {table}"
            for place, (letter, table) in enumerate(LETTERS.items())
        )
        refs = self.journal.execute(f"SELECT letter || id FROM ({every}) ORDER BY place, id").fetchall()
        return str(self.dice.choice(refs or [("m1",)])[0])

    def import_(self) -> str:
        path = self.folder / f"{self.dice.randint(0, 3)}.csv"
        path.write_text(CARDS.replace("{n}", path.stem))
        return f"import {path}"

    def lines(self) -> dict[str, Callable[[], str]]:
        """For each command one way to type it."""
        who, word, day, some = self.who, self.word, self.day, self.some
        return {
            "log": lambda: some(
                f"log {who()} -k {some(*KINDS)} --on {day()} -c {word()} -l {word()} "
                f"--gave {word()} -p {word()} -m {word()}",
                f"log {who()} {who()} -e {some('Fair', 'Gala')} --on {day()} --they-promise {word()} --got {word()}",
                f"log --new \"{some('Sam', 'Tom', 'Uma')} {self.dice.randint(1, 99)} (Acme)\" -e Fair -c {word()}",
                f"log --fleeting {word()} --place {word()}",
            ),
            "jot": lambda: f"jot 'coffee with {who()} at Hill. Nice. +chess'",
            "add": lambda: (
                f'add "{some(*NAMES)}" --namesake --circle {some("peers", "team")} --alias {word()} --tag {word()} '
                f"--email {self.dice.random()}@x.org --url https://x.org/{self.dice.random()} "
                "--phone 123 --birthday --12-25"
            ),
            "edit": lambda: some(
                f"edit {who()} "
                + some("--org Acme --title x", "--no-org", "--name Neu --alias Z", "--every 2w", "--no-circle"),
                f"edit {who()} --remove-tag {word()}", f"edit {self.ref()} --on {day()} --yes",
                f"edit {self.ref()} --text {word()}", f"edit {self.ref()} --with {who()}",
                f"edit {self.ref()} --without {who()}", f"edit {self.ref()} --who {who()}",
                f"edit {self.ref()} --reopen",
            ),
            "merge": lambda: f"merge {who()} {who()}",
            "duplicates": lambda: f"duplicates {some('--not-same', '--again')} {who()} {who()}",
            "remove": lambda: some(f"remove {who()} --yes", f"remove {self.ref()} {self.ref()} --yes"),
            "pause": lambda: f"pause {who()} --until 2027-01-01",
            "resume": lambda: f"resume {who()}",
            "goodbye": lambda: some(f"goodbye {who()} --why {word()}", "goodbye --org Acme", f"goodbye --done {who()}"),
            "circle": lambda: some(
                f"circle {some('sea', 'divers')} --every 1m --describe {word()}", "circle divers --rename sea",
                f"circle {some('sea', 'peers')} --remove --yes",
            ),
            "common": lambda: f"common {who()} {word()} {word()} --on {day()}",
            "topics": lambda: some(
                f"topics {self.one('topic', 'name')} --rename 'new {self.dice.randint(1, 9)}'",
                f"topics {self.one('topic', 'name')} --merge {self.one('topic', 'name')}",
            ),
            "intro": lambda: f"intro {who()} {who()} --outcome {some('offered', 'made')} --because {word()}",
            "learn": lambda: f"learn {who()} {word()}",
            "promise": lambda: f"promise {who()} {word()}",
            "done": lambda: f"done {self.one('followup', 'id')}",
            "drop": lambda: f"drop {self.one('followup', 'id')}",
            "gave": lambda: f"gave {who()} {word()}",
            "got": lambda: f"got {who()} {word()}",
            "thank": lambda: f"thank {who()} --how card",
            "ask": lambda: f"ask {who()} {word()}",
            "answer": lambda: f"answer {who()} {some('yes', 'no')} {word()}",
            "strain": lambda: f"strain {who()} {word()}",
            "repair": lambda: f"repair {who()} {word()}",
            "event": lambda: some(
                f"event Gala --on {day()} --goal 3 --place {word()}",
                f"event Gala --on {self.one('event', 'starts_on')} --remove --yes",
            ),
            "likes": lambda: f"likes {who()} {word()} {some('', '--not')}",
            "plan": lambda: some(
                f"plan {who()} --on 2026-12-{self.dice.randint(10, 28)} --kind {some(*KINDS)} --text {word()}",
                f"plan p{self.one('plan', 'id').strip(chr(39))} --on 2026-12-0{self.dice.randint(1, 9)}",
            ),
            "tie": lambda: some(
                f"tie {who()} {some('boss', 'sibling', 'rower')} {who()}", f"tie {who()} parent --name {word()}"
            ),
            "me": lambda: f"me 'Mara Mill' --title {word()} --email {self.dice.randint(1, 9)}@mill.example",
            "import": self.import_,
        }  # fmt: skip

    def type(self, number: int) -> list[str]:
        """So many commands; those that were taken."""
        lines = self.lines()
        done = []
        for place in range(number):
            name = [*lines][place % len(lines)] if place % 2 else self.dice.choice([*lines, "log", "add"])
            line = lines[name]()
            answer = self.run(line)
            assert answer.status in (0, 1, 2), (line, answer)
            if answer.status == 0:
                done.append(line)
        return done

    def run(self, line: str) -> Answer:
        """Carry out a command."""
        return self.netbook(line)


def index(netbook: Shell) -> list[tuple[object, ...]]:
    """What the index of words says, and the words of names."""
    db = sqlite3.connect(netbook.db)
    try:
        db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search, instance)")
        words = db.execute("SELECT term, doc, offset FROM temp.vocabulary").fetchall()
        return [*words, *db.execute("SELECT * FROM name_word ORDER BY word, person_id")]
    finally:
        db.close()


def number_of_steps(netbook: Shell) -> int:
    return int(netbook.sql("SELECT count(*) FROM step")[0][0])


@pytest.mark.parametrize("seed", range(1, 1 + MORE))
def test_300_random_commands_undone_and_done_again(netbook: Shell, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    assert Typist(netbook, dice, tmp_path).lines().keys() == COMMANDS.keys() - OTHERS
    netbook.ok("circles")
    empty, no_words = content(netbook.db), index(netbook)
    done = Typist(netbook, dice, tmp_path).type(300)
    counted = Counter(line.split()[0] for line in done)
    assert len(counted) > 22, counted
    assert sum(counted.values()) > 165, counted
    steps = number_of_steps(netbook)
    full, words, exported = content(netbook.db), index(netbook), netbook.ok("export journal")
    well(netbook)
    # A random number of steps back and forth is the same bytes.
    for _ in range(2):
        some = dice.randint(1, steps)
        netbook.ok(f"undo --steps {some}")
        netbook.ok(f"redo --steps {some}")
        assert netbook.ok("export journal") == exported
    assert (content(netbook.db), index(netbook)) == (full, words)
    # All of them back, in parts of any size: the empty journal.
    left = steps
    while left:
        some = dice.randint(1, min(left, 60))
        netbook.ok(f"undo --steps {some}")
        left -= some
    assert (content(netbook.db), index(netbook)) == (empty, no_words)
    assert "nothing is left to undo" in netbook.fails("undo", 1)
    netbook.ok(f"redo --steps {steps}")
    assert (content(netbook.db), index(netbook)) == (full, words)
    assert netbook.ok("export journal") == exported
    well(netbook)


def test_each_step_back_is_the_journal_of_then(netbook: Shell, tmp_path: Path) -> None:
    typist = Typist(netbook, random.Random(3), tmp_path)
    netbook.ok("circles")
    states = [content(netbook.db)]
    while len(states) < 25:
        typist.type(1)
        if number_of_steps(netbook) == len(states):
            states.append(content(netbook.db))
    for before in reversed(states[:-1]):
        netbook.ok("undo")
        assert content(netbook.db) == before
    for after in states[1:]:
        netbook.ok("redo")
        assert content(netbook.db) == after


def test_a_history_that_was_trimmed_goes_back_as_far_as_it_reaches(
    netbook: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "LIMIT", 10_000)
    netbook.ok("circles")
    Typist(netbook, random.Random(4), tmp_path).type(80)
    full, steps = content(netbook.db), number_of_steps(netbook)
    size = netbook.sql("SELECT sum(length(row) + length(key)) FROM change")[0][0]
    assert steps < 55
    assert size < 10_000
    netbook.ok(f"undo --steps {steps}")
    assert re.match("nothing is left to undo", netbook.fails("undo", 1))
    assert netbook.sql("SELECT count(*) FROM person") != [(0,)]
    netbook.ok(f"redo --steps {steps}")
    assert content(netbook.db) == full
    well(netbook)
