"""Made-up words and names, the same on every machine: only `random.random` is asked."""

from __future__ import annotations

import bisect
import random
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

Thing = TypeVar("Thing")

FIRST = (
    "Ada Alan Alice Amir Ana Anders Arjun Astrid Ben Bruno Camille Carla Chen Clara Daniel Diego Dina Edith Elena "
    "Emma Erik Fatima Felix Fiona Freya George Greta Hana Hugo Ines Irene Ivan Jana Javier Joan Jonas Julia Kai "
    "Karin Kenji Lars Leila Lena Linus Luca Magnus Maria Marta Max Mina Nadia Nina Noah Nora Olga Oscar Paula Petra "
    "Priya Quinn Rafael Rosa Ruth Sara Stefan Susan Tariq Tess Tomas Uma Vera Wanda Yara Yusuf Zoe"
).split()
_ONSET = "b br d dr f g gr h j k kr l m n p pr r s st t tr v w z".split()
_VOWEL = "a e i o u ai ei ou".split()
_CODA = "n r l m s t nd rt ck ng".split()


class Dice:
    """Chance, from a seed."""

    def __init__(self, seed: int) -> None:
        self.roll = random.Random(seed).random

    def below(self, number: int) -> int:
        """A number from 0 up to, but without, this one."""
        return int(self.roll() * number)

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of these."""
        return things[self.below(len(things))]

    def often(self, chance: float) -> bool:
        """Yes, in that share of all cases."""
        return self.roll() < chance


class Weighted:
    """Places in a list, the first more often than the last."""

    def __init__(self, weights: Sequence[float]) -> None:
        self.sums = list(accumulate(weights))

    def draw(self, dice: Dice) -> int:
        """One place."""
        return bisect.bisect(self.sums, dice.roll() * self.sums[-1])


def vocabulary(dice: Dice, count: int) -> list[str]:
    """So many different words."""
    results: dict[str, None] = {}
    while len(results) < count:
        syllables = (dice.one(_ONSET) + dice.one(_VOWEL) for _ in range(1 + dice.below(3)))
        results["".join(syllables) + dice.one(_CODA)] = None
    return list(results)
