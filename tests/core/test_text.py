"""Text from outside: shown so that it can only be read, kept as it was written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.text import clip, counted, joined, quoted, visible, words, words_or_none
from netbook.errors import EmptyText, TooLong

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("", ""),
        ("Zoë 李伟 דוד 👩‍🚀 1 €", "Zoë 李伟 דוד 👩‍🚀 1 €"),
        ("[/b] [red]", "[/b] [red]"),
        ("\x1b[2J\x07", "\\x1b[2J\\x07"),
        ("\x9b31m\x7f", "\\x9b31m\\x7f"),
        ("\u202eevil", "\\u202eevil"),
        ("a\nb\tc\r\nd\x0be", "a b c  d e"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
        ("\x00", "\\x00"),
        ("half \udce9", "half \\udce9"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])) | st.text(BIDI))
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not set(shown) & set(BIDI)
    assert visible(shown) == shown
    shown.encode()


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_what_can_be_read_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 0, ""), ("ab", 1, "…"), ("ab", 0, "…")],
)
def test_clip(text: str, width: int, short: str) -> None:
    assert clip(text, width) == short


def test_quoted_is_short_and_visible() -> None:
    assert quoted("a\x1b\n") == '"a\\x1b "'
    assert quoted("x" * 100) == f'"{"x" * 59}…"'


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_joined(items: list[str] | tuple[str, ...], text: str) -> None:
    assert joined(items) == text


@pytest.mark.parametrize(
    ("number", "names", "text"),
    [
        (0, ("day",), "0 days"),
        (1, ("day",), "1 day"),
        (2, ("day",), "2 days"),
        (1204, ("person", "people"), "1,204 people"),
        (1, ("person", "people"), "1 person"),
    ],
)
def test_counted(number: int, names: tuple[str, str], text: str) -> None:
    assert counted(number, *names) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [(" a  b\nc ", "a  b\nc"), ("a\0b", "ab"), ("\x1b[2J", "\x1b[2J"), ("x" * 1_000_000, "x" * 1_000_000)],
)
def test_words_are_kept_as_written(text: str, expected: str) -> None:
    assert words(text, "a note") == words_or_none(text, "a note") == expected


def test_words_that_are_none_or_too_many() -> None:
    for empty in ("", " \n", "\0"):
        with pytest.raises(EmptyText, match="a note cannot be empty"):
            words(empty, "a note")
        assert words_or_none(empty, "a note") is None
    assert words_or_none(None, "a note") is None
    with pytest.raises(TooLong, match="a note can have at most 1,000,000 characters"):
        words_or_none("x" * 1_000_001, "a note")
