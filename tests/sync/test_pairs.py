"""Every pair of changes of the same thing, one on each machine: one journal in the end, with all that was entered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.faults.shells import MORE
from tests.sync.homes import Homes

# Each names what it enters by M, the machine.
CHANGES = {
    "add": ["add 'Lena Lantern M' --title 'entered M'"],
    "edit": ["edit lena-lantern --title 'entered M' --tag 'tag M'"],
    "remove": ["remove lena-lantern --yes"],
    "merge": ["merge omar-otter lena-lantern"],
    "merge back": ["merge lena-lantern omar-otter"],
    "rename": ["edit lena-lantern --name 'Lena entered M'"],
    "log": ["log lena-lantern -m 'entered M'"],
    "undo": ["learn lena-lantern 'gone M'", "undo"],
    "undo a merge": ["merge omar-otter lena-lantern", "undo"],
    "goodbye": ["goodbye lena-lantern --why 'entered M'"],
    "edit a record": ["edit n1 --text 'entered M'"],
    "remove a record": ["remove n1 --yes"],
    "remove a meeting": ["remove m1 --yes"],
    "edit a meeting": ["edit m1 --summary 'entered M'"],
    "topic": ["topics rowing --rename 'entered M'"],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Two machines that are synced."""
    homes = Homes(tmp_path_factory.mktemp("made"))
    a = homes.machines[0]
    a.ok("add 'Lena Lantern' --circle peers --email lena@lamps.example")
    a.ok("add 'Omar Otter' --introduced-by lena")
    a.ok("log lena -m 'about lamps' -c rowing -l 'family: two sons' -p 'a map'")
    homes.join()
    return homes


@pytest.mark.parametrize("one", CHANGES)
def test_every_pair(made: Homes, tmp_path: Path, one: str) -> None:
    others = [*CHANGES, *CHANGES]
    place = others.index(one)
    # A normal run takes each with the next, a long one all of them.
    for number, other in enumerate(others[place + 1 : place + 1 + min(MORE, len(CHANGES))]):
        homes = Homes.copied(made, tmp_path / str(number))
        a, b = homes.machines
        entered = [*typed(a, CHANGES[one], "A"), *typed(b, CHANGES[other], "B")]
        a.ok("sync")
        answer = b.ok("sync")
        a.ok("sync")
        export = homes.same()
        for words in entered:
            assert words in export or words in answer, (one, other, words, answer)


def typed(machine: Shell, lines: list[str], letter: str) -> list[str]:
    """Type a change; what it entered."""
    for line in lines:
        answer = machine(line.replace(" M'", f" {letter}'"))
        assert answer.status == 0, answer
    return [f"entered {letter}"] if "entered M" in lines[0] else []
