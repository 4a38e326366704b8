"""Random commands on several machines, synced in any order: all end with the same journal, and nothing is lost."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.shells import MORE
from tests.sync.homes import Homes
from tests.sync.ledger import Ledger, NotedTypist


@pytest.mark.parametrize("seed", range(1, 1 + MORE))
@pytest.mark.parametrize("number", [2, 3])
def test_machines_end_with_the_same_journal(tmp_path: Path, number: int, seed: int) -> None:
    dice = random.Random(seed * 10 + number)
    homes, ledger = Homes(tmp_path, number), Ledger()
    typists = [NotedTypist(machine, dice, tmp_path, ledger) for machine in homes.machines]
    for machine, typist in zip(homes.machines, typists, strict=True):
        typist.run("circles")
        typist.type(6)
        ledger.sync(machine, homes.remote)
    for _ in range(3):
        for machine, typist in zip(homes.machines, typists, strict=True):
            if dice.random() < 0.7:
                typist.type(dice.randint(1, 12))
            for _ in range(dice.randint(0, 2)):
                typist.run("undo")
            if dice.random() < 0.6:
                ledger.sync(machine)
    for machine in [*homes.machines, *homes.machines[:-1]]:
        ledger.sync(machine)
    homes.same()
    assert ledger.lost(homes.machines[0]) == []
