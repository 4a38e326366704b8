"""Random commands on several machines, synced in any order: all end with the same journal, and nothing is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.shells import MORE
from tests.sync.homes import Homes
from tests.test_undo_random import Typist


@pytest.mark.parametrize("seed", range(1, 1 + MORE))
@pytest.mark.parametrize("number", [2, 3])
def test_machines_end_with_the_same_journal(tmp_path: Path, number: int, seed: int) -> None:
    dice = random.Random(seed * 10 + number)
    homes = Homes(tmp_path, number)
    for machine in homes.machines:
        machine.ok("circles")
        Typist(machine, dice, tmp_path).type(6)
    homes.join()
    homes.same()
    for _ in range(3):
        for machine in homes.machines:
            if dice.random() < 0.7:
                Typist(machine, dice, tmp_path).type(dice.randint(1, 12))
            for _ in range(dice.randint(0, 2)):
                machine("undo")
            if dice.random() < 0.6:
                answer = machine("sync")
                assert (answer.status, answer.err) == (0, ""), answer
    homes.settle()
    homes.same()
