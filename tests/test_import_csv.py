"""Importing tables of people as a user does it: what came in, what was reported, and that twice is once."""

from __future__ import annotations

import io
import json
import shlex
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.formats.test_contacts_csv import GOOGLE, GOOGLE_OLD, OUTLOOK, THUNDERBIRD
from tests.test_import import HEADER, counted

ADA = "Ada,Example,https://www.linkedin.com/in/ada-example,,Acme,Engineer,18 Jun 2025"

# A file's bytes and the options; back come the line of counts, the other lines of stderr, and stdout.
Give = Callable[..., tuple[str, list[str], str]]


@pytest.fixture
def give(netbook: Shell, tmp_path: Path) -> Give:
    """Writes a file and imports it; the counts are the one line that begins with a number."""

    def importing(content: str | bytes, options: str = "") -> tuple[str, list[str], str]:
        path = tmp_path / "file"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        answer = netbook(f"import {shlex.quote(str(path))} {options}")
        assert answer.status == 0, answer
        lines = [line.strip() for line in answer.err.splitlines()]
        (counts,) = [line for line in lines if " read: " in line]
        return counts, [line for line in lines if line != counts], answer.out

    return importing


@pytest.mark.parametrize(
    ("text", "name"),
    [(GOOGLE, "google"), (GOOGLE_OLD, "google"), (OUTLOOK, "outlook"), (THUNDERBIRD, "outlook")],
)
def test_a_dry_run_tells_an_import_does_and_the_second_time_changes_nothing(
    netbook: Shell, tmp_path: Path, text: str, name: str
) -> None:
    file = tmp_path / "contacts.csv"
    file.write_text(text)
    tried = netbook(f"import {file} --dry-run --json").json
    assert (tried["format"], tried["read"], tried["added"], tried["failed"]) == (name, 1, 1, 0)
    assert netbook.sql("SELECT count(*) FROM person") == [(0,)]
    assert netbook(f"import {file} --json").json == tried | {"dry_run": False}
    assert netbook.sql("SELECT org, title, department FROM person") == [("Acme", "Engineer", "Labs")]
    before = netbook.dump()
    again = netbook(f"import {file} --json").json
    assert (again["read"], again["same"], again["problems"]) == (1, 1, tried["problems"])
    assert netbook.dump() == before


def test_the_same_person_from_three_programs_is_one(netbook: Shell, give: Give) -> None:
    for text in (GOOGLE, THUNDERBIRD, OUTLOOK):
        give(text)
    assert netbook.sql("SELECT name, org, birthday FROM person") == [
        ("Ada B. Example Jr.", "Acme", "--03-07")
    ]
    _, problems, _ = give(THUNDERBIRD)
    assert any('the journal has "--03-07" as birthday' in problem for problem in problems)


def test_people_without_an_address_are_the_same_by_their_own_row_and_namesakes_are_two(
    netbook: Shell, give: Give
) -> None:
    text = "Name,Phone,Company\nAda Example,555 1,Acme\nAda Example,555 2,Globex\nBo Example,,Acme\n"
    counts, problems, _ = give(text)
    assert counted(counts)["added"] == 3
    assert problems == [
        "line 3: Ada Example: added, but may be a duplicate of ada-example (Ada Example, Acme)"
    ]
    before = netbook.dump()
    assert counted(give(text)[0])["same"] == 3
    assert netbook.dump() == before
    # A new employer is news about the same person.
    _, (problem,), _ = give(text.replace("Acme", "Initech", 1))
    assert 'the journal has "Acme" as organisation, the file "Initech"' in problem
    assert netbook.sql("SELECT count(*) FROM person") == [(3,)]


def test_one_row_bad_among_a_thousand(netbook: Shell, give: Give) -> None:
    rows = [f"Person {number},p{number}@example.org,note" for number in range(1_000)]
    rows[200] = f"{'x' * 201},long@example.org,note"
    rows[500] = '"Open,open@example.org,note'
    rows[700] = ",,"
    counts, problems, _ = give("\n".join(["name,email,notes", *rows, ""]))
    assert counts == "1,000 read: 997 added, 0 changed, 0 the same, 1 skipped, 2 failed"
    assert [problem.partition(":")[0] for problem in problems] == [
        "line 202, failed", "line 502, failed", "line 702, skipped",
    ]  # fmt: skip


def test_netbooks_own_table_of_people_gives_the_people_again(netbook: Shell, tmp_path: Path) -> None:
    netbook.ok(
        "add 'Ana Ruiz' --circle team --email ana@example.org --email a@example.org --phone '+49 711 1'"
        " --org 'Acme; Inc' --alias Anita --tag chess --birthday 1980-02-03 --known-since 2020-01-01"
        " --how 'at the fair; with Bo'"
    )
    netbook.ok("add 'Bo Lind' --introduced-by ana --title=-boss --place Berlin")
    netbook.ok("add 'Bo Lind' --namesake")
    plain, guarded = tmp_path / "plain.csv", tmp_path / "guarded.csv"
    netbook(f"export people -o {plain}")
    netbook(f"export people --spreadsheet -o {guarded}")
    before = netbook.dump()
    for file in (plain, guarded):
        assert netbook(f"import {file} --json").json["same"] == 3
    assert netbook.dump() == before
    for number, file in enumerate((plain, guarded)):
        other = Shell(tmp_path / f"other{number}" / "netbook.db")
        output = netbook.ok("export people --json")
        done = other(f"import {file} --json").json
        assert done["added"] == 3
        assert done["problems"][0]["what"] == "cadence and circle"
        assert "netbook export journal" in done["problems"][0]["why"]
        elsewhere = {"circle": None, "cadence": None, "due_on": None}
        assert json.loads(other.ok("export people --json")) == [row | elsewhere for row in json.loads(output)]


def test_linkedins_archive_is_read_as_it_arrives(netbook: Shell, give: Give) -> None:
    archive = packed({"Basic/Connections.csv": f"{HEADER}\n{ADA}\n", "Basic/Messages.csv": "x"})
    counts, remarks, _ = give(archive)
    assert remarks == ['read "Basic/Connections.csv" in the archive']
    assert counted(counts)["added"] == 1
    assert counted(give(archive)[0])["same"] == 1
    assert netbook.sql("SELECT name FROM person") == [("Ada Example",)]


@pytest.mark.parametrize(
    ("content", "options", "output"),
    [
        (b"PK\x03\x04\x14", "", "an archive (ZIP) that is damaged"),
        ({"a.vcf": "", "b.csv": ""}, "", "the archive holds a.vcf and b.csv; choose one: unzip -p"),
        ({"photo.png": ""}, "", "no file in the archive can be imported; it holds photo.png"),
        ({"deep.csv": "<html><body>Sign in</body></html>"}, "", "a web page (HTML)"),
        (b"\xef\xbb\xbf \r\n", "", "the file is empty"),
        (b"\x1f\x8b\x08\x00", "", "compressed (gzip)"),
        (b"%PDF-1.7", "--from csv", "a PDF document"),
        (b"\x00\x01\x02\x03name,email", "", "not a text file: line 1 has a NUL byte"),
        ("name,email\nZoë,z@example.org\n".encode("cp1252"), "--encoding utf-8", "not UTF-8 throughout, byte 14"),
        ("name,email\nZoë,z@example.org\n".encode("cp1252"), "--encoding shift_jis", "not SHIFT_JIS throughout"),
        (b"name,email\nAda,ada@example.org\n", "--from google", "not an export of Google Contacts"),
        (b"name,email\nAda,ada@example.org\n", "--from outlook --encoding utf-16", "not UTF-16 throughout"),
        (b"name,price\nTea,1\n", "", "cannot tell what format the file has"),
    ],
)  # fmt: skip
def test_what_cannot_be_imported_is_one_line_and_changes_nothing(
    netbook: Shell, tmp_path: Path, content: bytes | dict[str, str], options: str, output: str
) -> None:
    netbook.ok("add 'Carl Example'")
    file = tmp_path / "file"
    file.write_bytes(content if isinstance(content, bytes) else packed(content))
    assert output in netbook.fails(f"import {file} {options}", 1)
    assert output in netbook.fails(f"import - {options}", 1, stdin=file.read_bytes())


@pytest.mark.parametrize(
    ("encoding", "options", "output"),
    [
        ("utf-16", "", None),
        ("utf-16-le", "", None),
        ("cp1252", "", "read as Windows-1252 (for example"),
        ("cp1250", "--encoding cp1250", None),
    ],
)
def test_the_encodings_that_spreadsheets_write(
    netbook: Shell, give: Give, encoding: str, options: str, output: str | None
) -> None:
    name = "Łukasz Müller" if encoding == "cp1250" else "Zoë Müller"
    _, remarks, _ = give(f"Name,Email\n{name},z@example.org\n".encode(encoding), options)
    assert netbook.sql("SELECT name FROM person") == [(name,)]
    assert len(remarks) == (output is not None)
    assert output is None or output in remarks[0]


def test_a_japanese_spreadsheet_is_known_by_its_kana(netbook: Shell, give: Give) -> None:
    _, (remark,), _ = give(
        "姓,名,会社名,メールアドレス\n山田,太郎,アクメ,t@example.org\n".encode("shift_jis")
    )
    assert "read as Shift-JIS" in remark
    assert netbook.sql("SELECT name, org FROM person") == [("太郎 山田", "アクメ")]


def test_a_stray_nul_byte_is_said_with_its_line_and_the_people_go_in(netbook: Shell, give: Give) -> None:
    counts, remarks, _ = give(b"name,email\nA\0da,ada@example.org\nBo,bo@example.org\n")
    assert remarks == ["line 2 has a NUL byte; such bytes are left out"]
    assert counted(counts)["added"] == 2
    assert netbook.sql("SELECT name FROM person ORDER BY id") == [("Ada",), ("Bo",)]


def packed(files: dict[str, str]) -> bytes:
    """A ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_the_own_table_of_people_changes_nothing(netbook: Shell, tmp_path: Path) -> None:
    netbook.ok(
        "add 'Ana Ruiz' --alias 'Smith; John' --alias 'Ana, of Acme' --tag 'R&D; ops' --phone '+49 40 1234; ext 2' "
        "--email ana@example.org --email ruiz@example.org --url 'https://example.org/a;b'"
    )
    table, before = netbook.ok("export people"), netbook.dump()
    (tmp_path / "people.csv").write_text(table)
    assert (
        netbook(f"import {tmp_path}/people.csv").err
        == "1 read: 0 added, 0 changed, 1 the same, 0 skipped, 0 failed\n"
    )
    assert netbook.dump() == before
