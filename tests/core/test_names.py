"""Names: kept as typed, compared by their key, made into handles."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.core.names import (
    LONGEST_NAME,
    BadName,
    checked,
    clean,
    fold,
    handle_for,
    numbered,
    squash,
    with_organisation,
)

texts = st.text(st.characters(codec="utf-8"), max_size=40)
COMBINING_ACUTE = "\u0301"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("  Ana \t\n Ruiz ", "Ana Ruiz"),
        ("Ana\u00a0Ruiz", "Ana Ruiz"),
        ("Ana\u3000Ruiz", "Ana Ruiz"),
        (f"Rene{COMBINING_ACUTE}e", "Renée"),
        ("\ufeffAna\u200b Ru\u00adiz\u2060", "Ana Ruiz"),
        ("O'Brien, Bo [/b]", "O'Brien, Bo [/b]"),
        ("", ""),
    ],
)
def test_a_name_is_kept_as_typed_with_regular_spacing(typed: str, expected: str) -> None:
    assert clean(typed) == expected


@pytest.mark.parametrize(
    "empty", ["", "   ", "\t\n", "\u200b", "\u00ad", "\ufeff\u2060", "\u200e", "\x1b", "\u3000"]
)
def test_a_name_without_anything_to_see_is_refused(empty: str) -> None:
    with pytest.raises(BadName, match=r"^a name cannot be empty$"):
        checked(empty)


@pytest.mark.parametrize("name", ["Bo", "李", "🙂", "é", "42", "?", "x" * LONGEST_NAME])
def test_a_name_may_be_anything_that_can_be_seen(name: str) -> None:
    assert checked(f" {name} ") == name


def test_a_name_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(BadName, match=r"^a topic can have at most 200 characters; this one has 10,000$"):
        checked("x" * 10_000, "a topic")
    with pytest.raises(BadName, match="at most 200"):
        checked("x" * (LONGEST_NAME + 1))


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(BadName, match=r"^a name has bytes that are not text; .*UTF-8$"):
        checked(b"Ana \xff".decode("utf-8", "surrogateescape"))


def test_a_bad_name_is_a_usage_error() -> None:
    assert BadName("a name", "cannot be empty").exit_code == 2


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ana Ruiz", "ana ruiz"),
        ("  ANA   ruiz ", "ana ruiz"),
        ("Ruiz, Ana", "ruiz ana"),
        ("Ana-Lena Müller", "ana lena muller"),
        ("Zoë Ångström", "zoe angstrom"),
        ("Søren Æbelø", "soren aebelo"),
        ("SØREN ÆBELØ", "soren aebelo"),
        ("Łukasz Żak", "lukasz zak"),
        ("Strauß", "strauss"),
        ("STRAUSS", "strauss"),
        ("İpek Işık", "ipek isik"),
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        ("Łucja\u00a0Đorđević", "lucja dordevic"),
        ("Алёна", "алена"),
        ("Άννα", "αννα"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
        ("Οδυσσεύς", "οδυσσευσ"),
        ("O'Brien", "obrien"),
        ("O\u2019Brien", "obrien"),
        ("O\u00b4Brien", "obrien"),
        ("Ka\u02bbahu", "kaahu"),
        ("O\u02bcBrien", "obrien"),
        ("J. R. Smith (2nd)", "j r smith 2nd"),
        ("Ａｎａ", "ana"),
        ("ﬁona", "fiona"),
        ("ᴭva", "aeva"),
        ("A\u0338na", "ana"),
        (COMBINING_ACUTE, COMBINING_ACUTE),
        ("李小龍", "李小龍"),
        ("まさだ", "まさだ"),
        ("가나다", "가나다"),
        ("אַבְרָהָם", "אברהם"),
        ("مُحَمَّد", "محمد"),
        ("Ana ❤️", "ana"),
        ("Ana\u200e Ruiz", "ana ruiz"),
        ("[/b]Ana", "b ana"),
        ("Ana\x1b[31m", "ana 31m"),
        ("", ""),
    ],
)
def test_the_key_of_a_name(name: str, key: str) -> None:
    assert fold(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ほん", "ぼん"),  # a voicing mark is no accent
        ("สุ", "สู"),  # nor is a Thai vowel
        ("కె", "కై"),  # nor a Telugu one
        ("कर", "क्र"),  # nor a virama
        ("❤️", "☀️"),
        ("🙂", "🙃"),
        ("?", "!"),
    ],
)
def test_names_that_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("é", f"e{COMBINING_ACUTE}"),
        ("葛\U000e0100城", "葛城"),  # a glyph variant of the same character
        ("می\u200cنا", "مینا"),  # with and without a joiner
        ("ශ්\u200dරී", "ශ්රී"),
        ("❤️", "❤"),
    ],
)
def test_names_that_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Ana Ruiz", "ana-ruiz"),
        ("Ana-Lena O'Neil", "ana-lena-oneil"),
        ("Søren  Æbelø", "soren-aebelo"),
        ("李小龍", "李小龍"),
        ("R2 D2", "r2-d2"),
        ("🙂", "person"),
        ("???", "person"),
    ],
)
def test_the_handle_a_name_gives(name: str, handle: str) -> None:
    assert handle_for(name) == handle


@pytest.mark.parametrize(
    ("taken", "handle"),
    [
        (set(), "ana"),
        ({"bo"}, "ana"),
        ({"ana"}, "ana-2"),
        ({"ana", "ana-2", "ana-4"}, "ana-3"),
        ({"ana-2"}, "ana"),
    ],
)
def test_a_namesake_gets_the_first_free_number(taken: set[str], handle: str) -> None:
    assert numbered("ana", taken) == handle


@pytest.mark.parametrize(
    ("typed", "name", "organisation"),
    [
        ("Raj Patel (Acme)", "Raj Patel", "Acme"),
        ("  Raj  Patel ( Acme  Ltd ) ", "Raj Patel", "Acme Ltd"),
        ("Raj (RJ) Patel (Acme)", "Raj (RJ) Patel", "Acme"),
        ("Raj Patel (Acme (Berlin))", "Raj Patel", "Acme (Berlin)"),
        ("Raj Patel", "Raj Patel", None),
        ("Raj Patel ()", "Raj Patel ()", None),
        ("Raj Patel ( )", "Raj Patel ( )", None),
        ("Raj (RJ) Patel", "Raj (RJ) Patel", None),
        ("(Acme)", "(Acme)", None),
        ("Raj (Acme", "Raj (Acme", None),
        ("Raj Acme)", "Raj Acme)", None),
        ("Raj ) Acme (", "Raj ) Acme (", None),
        (")", ")", None),
        ("", "", None),
    ],
)
def test_the_organisation_in_brackets(typed: str, name: str, organisation: str | None) -> None:
    assert with_organisation(typed) == (name, organisation)


def test_a_squashed_key_has_no_spaces() -> None:
    assert squash(fold("Ana  Ruiz")) == squash(fold("AnaRuiz")) == "anaruiz"


@given(texts)
def test_cleaning_and_folding_twice_change_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_how_a_name_was_typed_does_not_change_its_key(text: str) -> None:
    key = fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == key
    assert fold(unicodedata.normalize("NFC", text)) == key
    assert fold(clean(text)) == key
    assert fold(f"  {text}\t") == key


@given(st.text(st.characters(codec="latin-1", categories=["L", "Nd", "Zs"]), max_size=40))
def test_case_does_not_change_the_key(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(texts)
def test_whoever_has_a_name_has_a_key_and_a_handle(text: str) -> None:
    try:
        name = checked(text)
    except BadName:
        return
    assert fold(name)
    handle = handle_for(name)
    assert handle
    assert not set(handle) & set(" /\\:'\"\t\n")


@given(texts, st.sets(st.integers(2, 9)))
def test_a_numbered_handle_is_free(text: str, numbers: set[int]) -> None:
    handle = handle_for(text)
    taken = {handle} | {f"{handle}-{number}" for number in numbers}
    assert numbered(handle, taken) not in taken


@given(texts)
def test_no_part_of_a_name_is_lost_to_its_organisation(text: str) -> None:
    name, organisation = with_organisation(text)
    whole = name if organisation is None else f"{name}({organisation})"
    assert whole.replace(" ", "") == clean(text).replace(" ", "")
