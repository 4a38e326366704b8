"""Which encoding the bytes are in, and what is no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.errors import NetbookError
from netbook.errors.imports import NotText, UnknownEncoding
from netbook.formats.textfile import text_file

TEXT = "José,Łukasz\nsecond\n"


@pytest.mark.parametrize(
    ("data", "answer", "encoding"),
    [
        (b"plain\n", None, "utf-8"),
        (TEXT.encode(), None, "utf-8"),
        (TEXT.encode("utf-8-sig"), None, "utf-8-sig"),
        (TEXT.encode("utf-16"), None, "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), None, "utf-16"),
        (TEXT.encode("utf-16-le"), None, "utf-16-le"),
        (TEXT.encode("utf-16-be"), None, "utf-16-be"),
        (TEXT.encode("utf-32"), None, "utf-32"),
        (TEXT.encode("iso-8859-2", "replace"), "iso-8859-2", "iso-8859-2"),
        ("山田太郎\n".encode("shift_jis"), "shift_jis", "shift_jis"),
        ("山田太郎\n".encode("iso-2022-jp"), "iso-2022-jp", "iso-2022-jp"),
    ],
)
def test_the_bytes_say_their_encoding_and_the_option_says_it_where_they_do_not(
    data: bytes, answer: str | None, encoding: str
) -> None:
    result = text_file(data, answer)
    assert (result.encoding, result.remark) == (encoding, None)
    assert "".join(result.lines()) == data.decode(encoding)


def test_without_a_sign_or_an_option_windows_1252_is_guessed_and_said() -> None:
    result = text_file("Zoë Müller\n".encode("cp1252"))
    assert list(result.lines()) == ["Zoë Müller\n"]
    assert result.remark is not None
    assert "Windows-1252" in result.remark
    assert "--encoding" in result.remark


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"Zo\xc3\xab\n", b""),
        (b"", b"Zo\xc3\xab\n"),
        (b"Zo\xc3\xab\n", b"\xc3\xab\n"),
        (b"\xef\xbb\xbfLena\n", b""),
    ],
)
def test_of_a_file_in_utf_8_only_the_byte_that_is_not_is_windows_1252(before: bytes, after: bytes) -> None:
    result = text_file(before + b"Jos\xe9 P\n" + after)
    assert "".join(result.lines()) == before.decode("utf-8-sig") + "José P\n" + after.decode()
    line = 2 if before else 1
    shown = f'the file is UTF-8 but for one byte, on line {line} first ("José P"); read as Windows-1252'
    assert result.remark == shown


def test_kana_in_valid_shift_jis_are_taken_for_that_and_said() -> None:
    result = text_file("姓,会社\n山田,アクメ\n".encode("shift_jis"))
    assert list(result.lines()) == ["姓,会社\n", "山田,アクメ\n"]
    assert result.remark is not None
    assert 'read as Shift-JIS (for example "姓")' in result.remark


@pytest.mark.parametrize("text", ["Hélène\n", "Zoé,José,Müller\n", "Ångström\n", "ƒunk ƒoo\n"])
def test_western_text_is_not_taken_for_japanese(text: str) -> None:
    assert text_file(text.encode("cp1252")).encoding == "cp1252"


def test_a_stray_nul_is_left_out_and_said_with_its_line() -> None:
    result = text_file(b"First Name\nA\0da\nBo\n")
    assert list(result.lines()) == ["First Name\n", "Ada\n", "Bo\n"]
    assert "\0" not in result.head()
    assert result.remark == "line 2 has a NUL byte; such bytes are left out"


def test_halves_of_characters_are_no_text() -> None:
    with pytest.raises(NotText, match="not UTF-7 throughout"):
        text_file(b"+2AA-", "utf-7")


def test_an_option_that_the_bytes_contradict_is_not_followed_and_said() -> None:
    result = text_file("Zoë\n".encode(), "latin-1")
    assert list(result.lines()) == ["Zoë\n"]
    assert result.remark == "the file itself says that it is UTF-8; --encoding latin-1 was not needed"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_ends_a_line(ending: str) -> None:
    assert list(text_file(f"a{ending}b c{ending}".encode()).lines()) == ["a\n", "b c\n"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04....", "archive (ZIP)"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\n <!DOCTYPE html><title>Sign in</title>", "web page (HTML)"),
        (b"<html lang='en'>", "web page (HTML)"),
        (b"First Name\nAda\0Example\n" + b"\0" * 10, "line 2 has a NUL byte"),
        (b"First Name\n\x01Ada\0Example\n", "line 2 has a NUL byte"),
        ("Zoë\0".encode("cp1252"), "line 1 has a NUL byte"),
        (codecs.BOM_UTF8 + b" \r\n", "empty"),
        (b"", "empty"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"caf\xe9 \x81\n", "name it with --encoding"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not UTF-16 throughout"),
    ],
)
def test_what_is_no_text_is_refused_and_named(data: bytes, why: str) -> None:
    with pytest.raises(NotText) as refused:
        text_file(data)
    assert why in str(refused.value)
    assert refused.value.exit_code == 1


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "idna", "", "utf-8\0", "ü"])
def test_an_encoding_that_is_none_is_a_usage_error(name: str) -> None:
    with pytest.raises(UnknownEncoding) as refused:
        text_file(b"text", name)
    assert refused.value.exit_code == 2


def test_bytes_that_are_not_in_the_named_encoding_are_refused_with_their_place() -> None:
    with pytest.raises(NotText, match="byte 4"):
        text_file(b"caf\xe9", "ascii")


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "utf-7", "cp1252"]))
def test_any_bytes_are_text_or_a_plain_refusal(data: bytes, answer: str | None) -> None:
    try:
        result = text_file(data, answer)
    except NetbookError:
        return
    assert "".join(result.lines()).count("\0") == 0
