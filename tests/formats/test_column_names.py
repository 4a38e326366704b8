"""The headers of address books in the languages that their programs are sold in, and what is taken from below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from netbook.core.postal import PostalAddress
from netbook.formats import anycsv, outlook
from netbook.formats.contact_columns import columns
from netbook.formats.records import PersonEntry
from netbook.formats.textfile import text_file

ROW = (
    "Ada|Example|Acme|Labs|Engineer|Elm St 1|Bonn|53111|Germany|Ulm|555 1|555 2|555 9|ada@example.org|"
    "ada@home.example|Carl Example|Tim, Anna|Greg Boss|1984-03-07|Likes tea"
)
LINES = Path(__file__).with_name("headers.tsv").read_text(encoding="utf-8").splitlines()
HEADERS = dict(line.split("\t") for line in LINES if not line.startswith("#"))


def person(header: str, row: str = ROW) -> PersonEntry:
    source = text_file(f"{header}\n{row}\n".encode())
    entries = (outlook if outlook.detect(header) else anycsv).parse(source)
    (entry,) = (each for each in entries if isinstance(each, PersonEntry))
    return entry


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_every_column_is_known_in_every_language(header: str) -> None:
    ada = person(header)
    assert ada.name in ("Ada Example", "Example Ada")
    assert (ada.org, ada.department, ada.title, ada.place) == ("Acme", "Labs", "Engineer", "Bonn, Germany")
    assert ada.addresses == (
        PostalAddress("Elm St 1, 53111 Bonn, Germany", "Elm St 1", "Bonn", None, "53111", "Germany"),
    )
    assert (ada.phones, ada.emails) == (("555 1", "555 2"), ("ada@example.org", "ada@home.example"))
    assert [(tie.kind, tie.name) for tie in ada.relations][:4] == [
        ("spouse", "Carl Example"), ("child", "Tim"), ("child", "Anna"), ("boss", "Greg Boss"),
    ]  # fmt: skip
    assert ada.birthday == "1984-03-07"
    # Where they live and their fax are kept by the names of their columns; nothing else is left over.
    texts = [note.text for note in ada.notes]
    assert len(texts) == 3
    assert "Likes tea" in texts


@pytest.mark.parametrize(
    ("header", "cell", "ties"),
    [
        ("Children", "2", []),
        ("Children", "Tim und Anna & Ole", [("child", "Tim"), ("child", "Anna"), ("child", "Ole")]),
        ("Spouse", "Example, Carl", [("spouse", "Example, Carl")]),
        ("Manager", "yes", []),
        ("Spouse Email", "carl@example.org", []),
        ("Partner Company", "Globex", []),
    ],
)
def test_only_names_make_ties(header: str, cell: str, ties: list[tuple[str, str]]) -> None:
    ada = person(f"Name|Email|{header}", f"Ada Example|ada@example.org|{cell}")
    assert [(tie.kind, tie.name) for tie in ada.relations] == ties
    assert bool(ada.notes) is not bool(ties)


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Børn|Fødselsdag", "tie birthday"),
        ("Born", "birthday"),
        ("Titre|Prénom|Nom|Titre|Profession", "prefix first last job job"),
        ("Ufficio|Ufficio 2|Reparto", "phone phone department"),
        ("Ufficio|Nome", "department full"),
        ("Other Fax|Otro fax|Télécopie (autre)", "fax fax fax"),
        ("E-mail 2 Type|E-mail 3 Display Name", "ignored full_again"),
    ],
)
def test_a_word_of_two_meanings_is_settled_by_its_neighbours(header: str, fields: str) -> None:
    assert " ".join(column.field for column in columns(header.split("|"))) == fields
