"""LinkedIn's Connections.csv: header, rows, and what a row may lack."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.errors import NetbookError
from netbook.errors.imports import NotThisFormat
from netbook.formats import linkedin
from netbook.formats.records import PersonEntry, Problem
from netbook.formats.textfile import text_file

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
ADA = "Ada,Example,https://www.linkedin.com/in/ada-example,ada@example.org,Acme,Engineer,18 Jun 2025"
SAMPLE = f'''Notes:
"When exporting your connection data, some addresses
may be missing."

{HEADER}
{ADA}
Bo,Example,https://www.linkedin.com/in/bo,,"Globex, Inc.","Head of ""R&D""",05/14/23
,,https://www.linkedin.com/in/nobody,,Ghost Co,Nobody,01 Jan 2020
,,,,,,01 Jan 2023
'''


def read(text: str) -> tuple[list[PersonEntry], list[Problem]]:
    entries = list(linkedin.parse(text_file(text.encode())))
    people = [entry for entry in entries if isinstance(entry, PersonEntry)]
    return people, [entry for entry in entries if isinstance(entry, Problem)]


def test_the_rows_of_an_export() -> None:
    (ada, bo), problems = read(SAMPLE)
    assert (ada.line, ada.name, ada.org, ada.title) == (6, "Ada Example", "Acme", "Engineer")
    assert ada.urls == ("https://www.linkedin.com/in/ada-example",)
    assert ada.emails == ("ada@example.org",)
    assert ada.known_since == date(2025, 6, 18)
    assert (bo.org, bo.title, bo.known_since) == ("Globex, Inc.", 'Head of "R&D"', date(2023, 5, 14))
    assert [(problem.line, problem.why, problem.fate) for problem in problems] == [
        (8, "it has no name", "skipped"),
        (9, "it has no name", "skipped"),
    ]


@pytest.mark.parametrize("preamble", ["", "Notes:\n", "Notes: see below.\n\n", '"An unclosed\n"\nquote\n\n'])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_header_is_found_whatever_is_around_it(
    preamble: str, delimiter: str, ending: str, encoding: str
) -> None:
    text = preamble + f"{HEADER}\n{ADA}\n".replace(",", delimiter)
    source = text_file(text.replace("\n", ending).encode(encoding))
    assert linkedin.detect(source.head())
    (ada,) = linkedin.parse(source)
    assert isinstance(ada, PersonEntry)
    assert (ada.name, ada.title, ada.known_since) == ("Ada Example", "Engineer", date(2025, 6, 18))


@pytest.mark.parametrize(
    "header",
    [
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion",
        "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
        "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato in data",
        "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
        "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
        "Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data połączenia",
        "Ad,Soyad,URL,E-posta Adresi,Şirket,Pozisyon,Bağlantı Tarihi",
        "FIRST NAME,last name,url,email,company name,job title,CONNECTED ON",
    ],
)
def test_the_header_may_be_in_the_language_of_the_account(header: str) -> None:
    assert linkedin.detect(header)
    (ada,), problems = read(f"{header}\n{ADA}\n")
    assert (ada.name, ada.org, ada.title, ada.known_since) == (
        "Ada Example", "Acme", "Engineer", date(2025, 6, 18),
    )  # fmt: skip
    assert ada.emails == ("ada@example.org",)
    assert problems == []


def test_columns_in_another_order_and_unknown_ones_are_kept_as_notes() -> None:
    (ada,), _ = read("Connected On,Shoe Size,Last Name,First Name\n1 Feb 2020,38,Example,Ada,and more\n")
    assert (ada.name, ada.known_since) == ("Ada Example", date(2020, 2, 1))
    assert [note.text for note in ada.notes] == ["Shoe Size: 38", "column 5: and more"]


@pytest.mark.parametrize(
    ("header", "row", "name"),
    [
        ("First Name,Name,Connected On", "Ada,Example,", "Ada Example"),
        ("First Name,Name,Connected On", "Ada,Ada Example,", "Ada Example"),
        ("Full Name,URL,Connected On", "Ada Example,,", "Ada Example"),
        (HEADER, "Ada,,,,,,", "Ada"),
        (HEADER, ",Example,,,,,", "Example"),
        (HEADER, '"""Ada""",Example,,,,,', '"Ada" Example'),
        (HEADER, '"Ada" B.,Example,,,,,', "Ada B. Example"),
        (HEADER, ' Ada ,  "Example",,,,,', "Ada Example"),
        (HEADER, "Ada", "Ada"),
    ],
)
def test_a_name_from_what_there_is(header: str, row: str, name: str) -> None:
    (ada,), problems = read(f"{header}\n{row}\n")
    assert (ada.name, problems) == (name, [])


@pytest.mark.parametrize(
    ("row", "expected", "why"),
    [
        ("Ada,Example,,,,,someday", "Connected On: someday", 'the date "someday" cannot be read'),
        ("Ada,Example,,,,,30 Feb 2020", "Connected On: 30 Feb 2020", "cannot be read"),
        ("Ada,Example,,at home,,,", "Email Address: at home", "is not a valid e-mail address"),
        ("Ada,Example,none yet,,,,", "URL: none yet", "is not a valid link"),
        (f"Ada,Example,,,{'x' * 201},,", f"Company: {'x' * 201}", "over 200 characters"),
    ],
)
def test_a_cell_that_does_not_fit_is_kept_and_said_and_the_row_is_taken(
    row: str, expected: str, why: str
) -> None:
    (ada,), (problem,) = read(f"{HEADER}\n{row}\n")
    assert [note.text for note in ada.notes] == [expected]
    assert (problem.line, problem.what, problem.fate) == (2, "Ada Example", "warned")
    assert why in problem.why


def test_a_name_over_two_hundred_characters_fails_alone() -> None:
    people, (problem,) = read(f"{HEADER}\n{'x' * 201},Example,,,,,\n{ADA}\n")
    assert [person.name for person in people] == ["Ada Example"]
    assert (problem.line, problem.fate) == (2, "failed")
    assert "200 characters" in problem.why


def test_blank_lines_are_no_records_and_empty_rows_are_skipped() -> None:
    people, problems = read(f"{HEADER}\n\n,,,,,,\n   \n{ADA}\n\n")
    assert [person.line for person in people] == [5]
    assert [(problem.line, problem.fate) for problem in problems] == [(3, "skipped")]


@pytest.mark.parametrize(
    "after",
    [
        f"{ADA}\n",
        f"{ADA}\n{ADA.replace('Acme', chr(34) + 'Acme, Inc.' + chr(34))}\n",
        f'{ADA}\nBo,"",,,,,\n',
        "",
    ],
)
def test_a_quote_left_open_costs_its_own_row_only(after: str) -> None:
    people, problems = read(f'{HEADER}\n"Open,Example,,,Acme,,\n{after}')
    assert len(people) == after.count("\n")
    assert [(problem.line, problem.fate) for problem in problems] == [(2, "failed")]
    assert "not closed" in problems[0].why


def test_a_line_break_inside_quotes_is_part_of_the_cell_and_lines_are_counted_on() -> None:
    people, problems = read(f'{HEADER}\nAda,Example,,,"Acme\nLabs",Boss,1 Feb 2020\nBo,Example,,,,,x\n')
    assert [(person.line, person.org) for person in people] == [(2, "Acme Labs"), (4, None)]
    assert [problem.line for problem in problems] == [4]


def test_one_date_that_can_only_be_day_first_settles_all_with_slashes() -> None:
    people, _ = read(f"{HEADER}\nAda,A,,,,,03/04/2020\nBo,B,,,,,25/12/2020\n")
    assert [person.known_since for person in people] == [date(2020, 4, 3), date(2020, 12, 25)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada,E,https://www.linkedin.com/in/ada,,,,", "Ada,Married,http://de.linkedin.com/in/ADA/,,,,", True),
        ("Ada,E,https://www.linkedin.com/in/ada,,,,", "Ada,E,https://www.linkedin.com/in/ada-2,,,,", False),
        ("Ada,E,,ada@example.org,,,", "Ada,E,,ADA@example.org,Acme,,", True),
        ("Ada,E,,home@example.org,,,", "Bo,E,,home@example.org,,,", False),
        ("Ada,E,,,Acme,,1 Feb 2020", "Ada,E,,,Globex,,1 Feb 2020", True),
        ("Ada,E,,,Acme,,1 Feb 2020", "Ada,E,,,Acme,,2 Feb 2020", False),
        ("Ada,E,,,Acme,,", "Ada,E,,,Globex,,", False),
        ("Ada,E,https://www.linkedin.com/in/,,,,", "Bo,E,https://www.linkedin.com/in/,,,,", False),
    ],
)
def test_the_uid_tells_people_apart_by_the_surest_thing(one: str, other: str, same: bool) -> None:
    people, _ = read(f"{HEADER}\n{one}\n{other}\n")
    assert (people[0].uid == people[1].uid) is same


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "just words\n",
        "### Friends:\n- Ada\n",
        "a,b,c\n1,2,3\n",
        "BEGIN:VCARD\nFN:Ada\nEND:VCARD\n",
        "Title,First Name,Last Name,Company,Job Title,E-mail Address\n",
        "Name,Given Name,Family Name,Birthday\n",
    ],
)
def test_other_texts_are_not_taken_for_an_export(text: str) -> None:
    assert not linkedin.detect(text)


def test_a_file_without_a_header_is_refused() -> None:
    with pytest.raises(NotThisFormat, match="no line names its columns"):
        read("just words\nand more words\n")


def test_a_header_alone_has_no_records() -> None:
    assert read(f"{HEADER}\n") == ([], [])


@given(st.data())
def test_a_damaged_export_never_ends_in_anything_but_a_plain_refusal(data: st.DataObject) -> None:
    damaged = mutated(data, SAMPLE.encode())
    try:
        entries = list(linkedin.parse(text_file(damaged)))
    except NetbookError:
        return
    lines = damaged.count(b"\n") + damaged.count(b"\r") + 1
    assert all(1 <= entry.line <= lines for entry in entries)
    assert entries == list(linkedin.parse(text_file(damaged)))


def mutated(data: st.DataObject, sample: bytes) -> bytes:
    """The sample with a few bytes put in, taken out or changed."""
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(sample)))
        end = data.draw(st.integers(start, min(len(sample), start + 12)))
        new = data.draw(st.binary(max_size=6) | st.sampled_from([b'"', b",", b"\n", b"\r\n", b'""', b";"]))
        sample = sample[:start] + new + sample[end:]
    return sample
