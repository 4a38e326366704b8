"""Slips of the keyboard in names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.names import fold
from netbook.core.typos import one_slip_apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PyData Berlin", "PyData Berln"),
        ("PyData Berlin", "PyData Berliin"),
        ("PyData Berlin", "PyData Berlim"),
        ("PyData Berlin", "PyData Belrin"),
        ("PyData Berlin", "PyData Berli"),
        ("PyData Berlin", "yData Berlin"),
        ("PyData Berlin", "Py-Data Berlin"),
        ("PyData Berlin", "PyDataBerlin"),
        ("PyCon 2026", "PyCom 2026"),
        ("Café Kranz", "Cafe Krans"),
    ],
)
def test_one_slip(one: str, other: str) -> None:
    assert one_slip_apart(fold(one), fold(other))
    assert one_slip_apart(fold(other), fold(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PyData Berlin", "PyData Berlin"),
        ("PyData Berlin", "pydata  BERLIN"),
        ("PyData Berlin", "PyData London"),
        ("PyData Berlin", "PyDta Berln"),
        ("PyCon 2025", "PyCon 2026"),
        ("PyCon 25", "PyCon 255"),
        ("Q3 review", "Q4 review"),
        ("Group A", "Group B"),
        ("PMI", "PMO"),
        ("abcd", "badc"),
        ("stop", "spot"),
        ("", "a"),
    ],
)
def test_not_one_slip(one: str, other: str) -> None:
    assert not one_slip_apart(fold(one), fold(other))
    assert not one_slip_apart(fold(other), fold(one))


LETTERS = st.text("abcde", min_size=4, max_size=8)


@given(LETTERS, LETTERS)
def test_it_agrees_with_the_distance_by_definition(one: str, other: str) -> None:
    """Osa counts letters added, left out, replaced, and neighbours swapped."""
    from rapidfuzz.distance import OSA

    assert one_slip_apart(one, other) == (OSA.distance(one, other) == 1)
