"""vCards as a user imports and exports them: twice, tried first, elsewhere, and what becomes of bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from netbook.actions import importer
from tests.conftest import Shell

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:urn:uuid:0e1b2c3d-0000-4000-8000-00000000000a
N:Example;Ada;Byron;;
FN:Ada Example
NICKNAME:Countess
ORG:Acme;Research;Lab 5
TITLE:Engineer
EMAIL;TYPE=WORK:ada@example.org
item1.TEL:+49 30 1234
item1.X-ABLabel:Assistant
ADR;TYPE=HOME:;;5 Lane;Berlin;;10115;Germany
BDAY:--1210
CATEGORIES:maths,engines
NOTE:Met at the fair\\, by the steam engine.
X-CUSTOM;A=B:kept
END:VCARD
BEGIN:VCARD
VERSION:4.0
ORG:Globex
TEL:1
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Bo Example
EMAIL:bo@example.org
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Cy Example
"""
COUNTS = {"read": 4, "added": 2, "changed": 0, "same": 0, "skipped": 1, "failed": 1}


def counts(answer: dict[str, object]) -> dict[str, object]:
    return {name: answer[name] for name in COUNTS}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cards.vcf"
    path.write_text(CARDS)
    return path


def test_tried_first_then_imported_then_all_the_same(netbook: Shell, file: Path) -> None:
    tried = netbook(f"import {file} --dry-run --json")
    assert (tried.status, counts(tried.json)) == (0, COUNTS)
    assert tried.json["format"] == "vcard"
    assert [(problem["line"], problem["what"]) for problem in tried.json["problems"]] == [
        (18, "Globex"), (28, "Cy Example"),
    ]  # fmt: skip
    assert netbook.sql("SELECT count(*) FROM person") == [(0,)]

    assert netbook(f"import {file} --json --circle peers").json == tried.json | {"dry_run": False}
    columns = "uid, name, org, department, title, place, birthday"
    assert netbook.sql(f"SELECT {columns} FROM person ORDER BY id LIMIT 1") == [
        ("0e1b2c3d-0000-4000-8000-00000000000a", "Ada Example", "Acme", "Research", "Engineer",
         "Berlin, Germany", "--12-10"),
    ]  # fmt: skip
    assert netbook.sql("SELECT text FROM note") == [("Met at the fair, by the steam engine.",)]
    assert ("X-CUSTOM;A=B:kept",) in netbook.sql("SELECT line FROM carried")

    before = netbook.dump()
    again = netbook(f"import {file} --json").json
    assert counts(again) == COUNTS | {"added": 0, "same": 2}
    assert netbook.dump() == before


def test_one_undo_takes_it_back(netbook: Shell, file: Path) -> None:
    netbook.ok("add 'Di Example'")
    netbook(f"import {file}")
    assert netbook("undo").status == 0
    assert netbook.sql("SELECT name FROM person") == [("Di Example",)]
    assert netbook.sql("SELECT count(*) FROM carried") == [(0,)]


@pytest.mark.parametrize("v3", ["", "--v3"])
def test_exported_and_imported_elsewhere_it_is_the_same(
    netbook: Shell, file: Path, tmp_path: Path, v3: str
) -> None:
    netbook(f"import {file}")
    netbook.ok(
        "add 'Zoë O\"Hara; Jr.' --org 'A;B, \"C\"' --department R --title 'a\\b' --place 'Köln, Germany'"
        " --email z@example.org --phone '+1 (2), 3;ext=4' --url https://example.org/a,b --birthday 1976-11-25"
        " --alias 'Z, the' --alias Zz --tag a,b --tag 'c;d'"
    )
    cards = tmp_path / "out.vcf"
    assert netbook(f"export vcard {v3} -o {cards}").err == f"wrote 3 cards to {cards}\n"
    assert cards.stat().st_mode & 0o777 == 0o600
    elsewhere = Shell(tmp_path / "other.db")
    assert counts(elsewhere(f"import {cards} --json").json) == COUNTS | {
        "read": 3, "added": 3, "skipped": 0, "failed": 0,
    }  # fmt: skip
    assert elsewhere.ok("export people") == netbook.ok("export people")
    assert elsewhere.ok(f"export vcard {v3}") == netbook.ok(f"export vcard {v3}")
    for other in ("", "--v3"):
        out = netbook.ok(f"export vcard {other}")
        assert counts(netbook("import - --json", stdin=out).json)["same"] == 3


def test_the_card_that_goes_out(netbook: Shell, file: Path) -> None:
    netbook(f"import {file}")
    assert netbook.ok("export vcard").split("END:VCARD")[0].split("\r\n") == [
        "BEGIN:VCARD", "VERSION:4.0", "UID:urn:uuid:0e1b2c3d-0000-4000-8000-00000000000a", "FN:Ada Example",
        "N:Example;Ada;Byron;;", "NICKNAME:Countess", "ORG:Acme;Research;Lab 5", "TITLE:Engineer",
        "EMAIL;TYPE=work:ada@example.org", "item1.TEL:+49 30 1234",
        "ADR;TYPE=home:;;5 Lane;Berlin;;10115;Germany", "BDAY:--1210", "CATEGORIES:maths,engines",
        "item1.X-ABLabel:Assistant", "NOTE:Met at the fair\\, by the steam engine.", "X-CUSTOM;A=B:kept", "",
    ]  # fmt: skip
    netbook.ok("edit ada --place Oslo --org Globex --no-phone")
    assert netbook.ok("export vcard --v3").split("END:VCARD")[0].split("\r\n")[6:-1] == [
        "ORG:Globex;Research", "TITLE:Engineer", "EMAIL;TYPE=work:ada@example.org", "ADR:;;;Oslo;;;",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10", "CATEGORIES:maths,engines",
        "NOTE:Met at the fair\\, by the steam engine.",
        "X-CUSTOM;A=B:kept",
    ]  # fmt: skip


def test_a_card_is_known_by_its_uid_once_it_was_found_by_its_address(netbook: Shell) -> None:
    netbook.ok("add 'Ada Example' --email ada@example.org")
    card = "BEGIN:VCARD\nVERSION:4.0\nUID:card-1\nFN:Ada Example\nEMAIL:{}\nEND:VCARD\n"
    first = card.format("ada@example.org")
    assert netbook("import - --json", stdin=first).json["changed"] == 1
    assert netbook("import - --json", stdin=first).json["same"] == 1
    assert netbook("import - --json", stdin=card.format("ada@elsewhere.example")).json["changed"] == 1
    assert netbook.sql("SELECT count(*) FROM person") == [(1,)]
    assert netbook.sql("SELECT uid FROM identity") == [("card-1",)]


def test_what_was_written_down_before_is_not_noted_twice(netbook: Shell) -> None:
    netbook.ok("add 'Ada Example' --email ada@example.org")
    netbook.ok("learn ada 'Likes tea'")
    card = "BEGIN:VCARD\nFN:Ada Example\nEMAIL:ada@example.org\nNOTE:Likes tea\nEND:VCARD\n"
    netbook("import -", stdin=card)
    assert netbook.sql("SELECT text FROM note") == [("Likes tea",)]


def test_one_bad_card_among_many(netbook: Shell) -> None:
    good = "".join(f"BEGIN:VCARD\nFN:Person {number}\nTEL:{number}\nEND:VCARD\n" for number in range(200))
    bad = f"BEGIN:VCARD\nFN:{'x' * 201}\nEND:VCARD\n"
    answer = netbook("import - --json", stdin=good + bad + good.replace("Person", "Somebody")).json
    assert (answer["read"], answer["added"], answer["failed"]) == (401, 400, 1)
    (problem,) = [each for each in answer["problems"] if "rule" in each["why"]]
    assert problem["line"] == 801


def test_encodings(netbook: Shell) -> None:
    card = "BEGIN:VCARD\nVERSION:2.1\nFN{}:そら\nEND:VCARD\n"
    mixed = (
        card.format(";CHARSET=SHIFT_JIS").encode("shift_jis")
        + card.replace("そら", "Zoë").format("").encode()
    )
    answer = netbook("import - --json", stdin=mixed)
    assert answer.err.count("\n") == 1, answer
    assert netbook.sql("SELECT name FROM person ORDER BY id") == [("そら",), ("Zoë",)]


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("export vcard --csv", 2, "leave out --csv"),
        ("export vcard --json", 2, "leave out --json"),
        ("export vcard --since 2026-01-01", 2, "leave out --since"),
        ("export people --v3", 2, "--v3 is for export vcard"),
        ("import - --from vcard", 1, "not a vCard"),
    ],
)
def test_what_is_refused(netbook: Shell, line: str, status: int, message: str) -> None:
    netbook.ok("circles")
    assert message in netbook.fails(line, status, stdin="hello")


def test_an_empty_journal_has_no_cards(netbook: Shell) -> None:
    assert netbook.ok("export vcard") == ""


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("Main St 1, 10115 Berlin, Germany", "ADR:;;Main St 1;Berlin;;10115;Germany"),
        ("c/o Acme, Main St 1, 10115 Berlin, Germany", "ADR:;;c/o Acme\\, Main St 1;Berlin;;10115;Germany"),
        ("Main St 1, Berlin", "ADR:;;Main St 1;Berlin;;;"),
        ("Lighthouse 3", "ADR:;;Lighthouse 3;;;;"),
        ("1 Main St, Springfield, IL 62701", "ADR:;;1 Main St;Springfield;IL;62701;"),
        ("1 Main St, Springfield, IL 62701, USA", "ADR:;;1 Main St;Springfield;IL;62701;USA"),
        ("10 Downing St, London SW1A 2AA, UK", "ADR:;;10 Downing St;London;;SW1A 2AA;UK"),
        ("Damrak 1, 1012 AB Amsterdam, Netherlands", "ADR:;;Damrak 1;Amsterdam;;1012 AB;Netherlands"),
        ("Storgatan 1, 114 55 Stockholm", "ADR:;;Storgatan 1;Stockholm;;114 55;"),
        ("1012 Main Street, Springfield", "ADR:;;1012 Main Street;Springfield;;;"),
        ("12 Road, Toronto, ON M5V 2T6, Canada", "ADR:;;12 Road;Toronto;ON;M5V 2T6;Canada"),
        ("1-1 Chiyoda, Tokyo 100-0001, Japan", "ADR:;;1-1 Chiyoda;Tokyo;;100-0001;Japan"),
        ("D-10115 Berlin, Germany", "ADR:;;;Berlin;;D-10115;Germany"),
    ],
)
def test_a_postal_address_goes_out_in_its_parts_and_comes_back(
    netbook: Shell, tmp_path: Path, address: str, line: str
) -> None:
    netbook.ok(f"add 'Wanda Willow' --address '{address}'")
    assert line in netbook.ok("export vcard").splitlines()
    assert line in netbook.ok("export vcard --v3").splitlines()
    (tmp_path / "w.vcf").write_text(netbook.ok("export vcard"))
    netbook.ok("remove wanda --yes")
    assert netbook(f"import '{tmp_path / 'w.vcf'}'").status == 0
    assert netbook.sql("SELECT text FROM address") == [(address,)]


def test_cards_with_pictures_are_written_a_part_at_a_time(
    netbook: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "MOST_CARRIED", 40)
    cards = [
        f"BEGIN:VCARD\nVERSION:3.0\nUID:{number}\nFN:Person {number}\nPHOTO;ENCODING=b:{'QUJD' * 10}\n"
        f"NOTE:note {number}\nEND:VCARD\n"
        for number in range(3)
    ]
    (tmp_path / "a.vcf").write_text("".join([*cards, cards[0]]), encoding="utf-8")
    done = netbook(f"import {tmp_path / 'a.vcf'} --json").json
    assert (done["added"], done["same"]) == (3, 1)
    assert netbook.ok("export vcard").count("PHOTO") == 3
    before = netbook.dump()
    assert netbook(f"import {tmp_path / 'a.vcf'} --json").json["same"] == 4
    assert netbook.dump() == before
    netbook.ok("undo")
    assert netbook("export people").rows == []
