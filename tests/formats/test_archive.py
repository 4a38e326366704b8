"""The file in a ZIP archive that is imported, and archives that are refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.errors import NetbookError
from netbook.errors.imports import NotOneFile, NotText
from netbook.formats import archive
from netbook.formats.archive import unpacked
from tests.formats.test_linkedin import mutated


def packed(**files: str) -> bytes:
    """An archive; in the names, two underscores stand for a slash and one for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, text in files.items():
            zipped.writestr(name.replace("__", "/").replace("_", "."), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"Basic__Connections_csv": "one", "Basic__Profile_csv": "two", "x_vcf": "three"}, "Basic/Connections.csv"),
        ({"CONNECTIONS_CSV": "one"}, "CONNECTIONS.CSV"),
        ({"people_vcf": "one", "readme_txt": "two"}, "people.vcf"),
        ({"a__b__calendar_ics": "one", "a__b__cover_png": "two"}, "a/b/calendar.ics"),
    ],
)  # fmt: skip
def test_the_one_file_that_can_be_imported_is_taken(files: dict[str, str], name: str) -> None:
    assert unpacked(packed(**files)) == (b"one", name)


def test_what_a_mac_puts_beside_each_file_does_not_count() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name in ("people.csv", "__MACOSX/._people.csv", ".hidden.csv"):
            zipped.writestr(name, "one")
    assert unpacked(out.getvalue()).name == "people.csv"


def test_other_bytes_stay_as_they_are() -> None:
    assert unpacked(b"name,email\n") == (b"name,email\n", None)


@pytest.mark.parametrize(
    ("files", "answer"),
    [
        ({"a_vcf": "", "b_csv": ""}, "holds a.vcf and b.csv; choose one: unzip -p ARCHIVE NAME | netbook import -"),
        ({"x__Connections_csv": "", "y__Connections_csv": ""}, "x/Connections.csv and y/Connections.csv"),
        ({"readme_txt": ""}, "no file in the archive can be imported; it holds readme.txt"),
        ({}, "it holds nothing"),
        ({f"{number}_txt": "" for number in range(20)}, "7.txt and 12 more"),
    ],
)  # fmt: skip
def test_where_it_is_not_clear_which_file_is_meant_they_are_named(files: dict[str, str], answer: str) -> None:
    with pytest.raises(NotOneFile) as refused:
        unpacked(packed(**files))
    assert answer in str(refused.value)


def test_archives_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    good = packed(people_csv="name,email\n" * 100)
    start = good.index(b"people.csv") + len("people.csv")
    with pytest.raises(NotText, match="damaged or not complete"):
        unpacked(good[: len(good) // 2])
    with pytest.raises(NotText, match="damaged or not complete"):
        unpacked(good[:start] + b"\xff\xff\xff" + good[start + 3 :])
    locked = bytearray(good)
    locked[good.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(NotText, match="with a password"):
        unpacked(bytes(locked))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        zipped.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(NotText, match="office document"):
        unpacked(out.getvalue())
    monkeypatch.setattr(archive, "BIGGEST", 1_000)
    with pytest.raises(NotText, match="a file of over"):
        unpacked(good)


@settings(max_examples=50)
@given(st.data())
def test_a_damaged_archive_never_ends_in_anything_but_a_plain_refusal(data: st.DataObject) -> None:
    damaged = mutated(data, packed(Connections_csv="name,email\nAda,ada@example.org\n"))
    try:
        unpacked(damaged)
    except NetbookError:
        return
