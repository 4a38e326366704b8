"""Several values in one cell, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.several import in_one_cell, values_of

VALUE = st.text(alphabet="ab;\\ ,").map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("values", "cell"),
    [
        (["chess", "rowing"], "chess; rowing"),
        (["Smith; John"], "Smith\\; John"),
        (["Smith; John", "Nan"], "Smith\\; John; Nan"),
        (["a;b", "c;"], "a;b; c;"),
        (["back\\", "slash"], "back\\\\; slash"),
        (["C:\\a"], "C:\\a"),
    ],
)
def test_a_cell(values: list[str], cell: str) -> None:
    assert in_one_cell(values) == cell
    assert values_of(cell) == values


@given(st.lists(VALUE, min_size=1))
def test_what_is_joined_is_parted_again(values: list[str]) -> None:
    assert values_of(in_one_cell(values)) == values
