"""Tables of people: Google Contacts, Outlook, Thunderbird, and any other whose columns can be understood."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.postal import PostalAddress, address_of
from netbook.errors import NetbookError
from netbook.errors.imports import NoKnownFormat, NotThisFormat
from netbook.formats.records import PersonEntry, Problem, Relation
from netbook.formats.registry import format_of, records
from netbook.formats.textfile import text_file
from tests.formats.test_linkedin import mutated

GOOGLE = """\
First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,\
Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,\
E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,\
Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,\
Address 1 - Country,Relation 1 - Label,Relation 1 - Value,Website 1 - Label,Website 1 - Value
Ada,B.,Example,Ayda,Dr.,Jr.,Addie,"Example, Ada",Acme,Engineer,Labs,--03-07,"Two
lines",https://photos.example/1,* myContacts ::: Climbing,* Work,ada@example.org ::: a@example.com,\
Mobile,+1 415 555 0100 ::: +1 415 555 0101,Grandma's,020 7946 0018,Home,"12 Elm St
Springfield",12 Elm St,Springfield,94110,US,Spouse,Carl,Profile,https://www.linkedin.com/in/ada
"""
GOOGLE_OLD = """\
Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Notes,Group Membership,E-mail 1 - Type,\
E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,\
Organization 1 - Title,Organization 1 - Department,Address 1 - City,Custom Field 1 - Type,Custom Field 1 - Value
Ada Example,Ada,,Example,,1985-06-12,Climber,* My Contacts ::: Club,* ,ada@example.org,Work Fax,555 1,,Acme,\
Engineer,Labs,Brighton,Badge,red
"""
OUTLOOK = """\
"First Name","Middle Name","Last Name","Title","Suffix","Company","Department","Job Title","Business Street",\
"Business City","Business Country/Region","Home City","Business Fax","Business Phone","Mobile Phone",\
"E-mail Address","E-mail Type","E-mail Display Name","E-mail 2 Address","Birthday","Anniversary","Categories",\
"Gender","Notes","Priority","Private","Web Page","Office Location"
"Ada","","Example","Dr.","","Acme","Labs","Engineer","Elm St 1","Bonn","Germany","Köln","555 9","555 1","555 2",\
"ada@example.org","SMTP","Ada Example (ada@example.org)","/o=Exchange/cn=ada","3/7/1984","0/0/00",\
"Work;Germany","Unspecified","Likes tea","Normal","False","acme.example","Room 7"
"""
THUNDERBIRD = """\
First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,Pager Number,Home City,\
Home Country,Work City,Job Title,Department,Organization,Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,\
Custom 1,Notes,
Ada,Example,Countess Ada,Addie,ada@example.org,a@example.com,555 1,555 2,Bonn,Germany,Köln,Engineer,Labs,Acme,\
acme.example,ada.example,1984,3,7,chess,Likes tea,
"""


def read(text: str | bytes, named: str | None = None) -> tuple[str, list[PersonEntry], list[Problem]]:
    source = text_file(text.encode() if isinstance(text, str) else text)
    chosen = format_of(source, named)
    entries = list(records(source, chosen))
    people = [entry for entry in entries if isinstance(entry, PersonEntry)]
    return chosen.NAME, people, [entry for entry in entries if isinstance(entry, Problem)]


def one(text: str) -> PersonEntry:
    _, (person,), problems = read(text)
    assert problems == []
    return person


def notes(person: PersonEntry) -> list[str]:
    return [note.text for note in person.notes]


def test_googles_layout_of_today() -> None:
    name, (ada,), problems = read(GOOGLE)
    assert (name, problems) == ("google", [])
    assert (ada.name, ada.org, ada.title, ada.department) == (
        "Ada B. Example Jr.", "Acme", "Engineer", "Labs",
    )  # fmt: skip
    assert (ada.birthday, ada.place) == ("--03-07", "Springfield, US")
    assert ada.addresses == (
        PostalAddress("12 Elm St, Springfield, 94110, US", "12 Elm St", "Springfield", None, "94110", "US"),
    )
    assert ada.emails == ("ada@example.org", "a@example.com")
    assert ada.phones == ("+1 415 555 0100", "+1 415 555 0101", "020 7946 0018")
    assert (ada.urls, ada.aliases, ada.tags) == (
        ("https://www.linkedin.com/in/ada",), ("Addie",), ("Climbing",),
    )  # fmt: skip
    assert ada.relations == (Relation("spouse", "Carl"),)
    assert sorted(notes(ada)) == [
        "Grandma's: 020 7946 0018",
        "Name Prefix: Dr.",
        "Phonetic First Name: Ayda",
        "Two\nlines",
    ]


def test_googles_layout_of_before() -> None:
    name, (ada,), problems = read(GOOGLE_OLD)
    assert (name, problems) == ("google", [])
    assert (ada.name, ada.org, ada.title, ada.department, ada.place) == (
        "Ada Example", "Acme", "Engineer", "Labs", "Brighton",
    )  # fmt: skip
    assert (ada.birthday, ada.emails, ada.tags) == ("1985-06-12", ("ada@example.org",), ("Club",))
    # A fax is nobody's telephone.
    assert ada.phones == ()
    assert sorted(notes(ada)) == ["Badge: red", "Climber", "Work Fax: 555 1"]


@pytest.mark.parametrize(
    ("label", "phones", "kept"),
    [
        ("Arbeit", ("555 1",), []),
        ("Hjem", ("555 1",), []),
        ("* 自宅", ("555 1",), []),
        ("Omas", ("555 1",), ["Omas: 555 1"]),
        ("Fax (Arbeit)", (), ["Fax (Arbeit): 555 1"]),
        ("Рабочий факс", (), ["Рабочий факс: 555 1"]),
        ("自宅 FAX", (), ["自宅 FAX: 555 1"]),
    ],
)
def test_the_labels_of_google_in_other_languages(
    label: str, phones: tuple[str, ...], kept: list[str]
) -> None:
    ada = one(f"First Name,Last Name,Phone 1 - Label,Phone 1 - Value\nAda,Example,{label},555 1\n")
    assert (ada.phones, notes(ada)) == (phones, kept)


def test_outlooks_table() -> None:
    name, (ada,), problems = read(OUTLOOK)
    assert name == "outlook"
    assert (ada.name, ada.org, ada.department, ada.title) == ("Ada Example", "Acme", "Labs", "Engineer")
    assert (ada.place, ada.phones, ada.emails) == ("Bonn, Germany", ("555 1", "555 2"), ("ada@example.org",))
    assert ada.addresses == (address_of("Elm St 1", "Bonn", country="Germany"),)
    assert (ada.urls, ada.tags, ada.birthday) == (("acme.example",), ("Work", "Germany"), None)
    assert sorted(notes(ada)) == [
        "Birthday: 3/7/1984",
        "Business Fax: 555 9",
        "E-mail 2 Address: /o=Exchange/cn=ada",
        "Home City: Köln",
        "Likes tea",
        "Office Location: Room 7",
        "Title: Dr.",
    ]
    assert [(problem.line, problem.what, problem.fate) for problem in problems] == [
        (2, "Ada Example", "warned"),
        (2, "Ada Example", "warned"),
    ]
    assert "is not a valid e-mail address" in problems[0].why
    assert 'birthday "3/7/1984" cannot be read for certain' in problems[1].why


def test_thunderbirds_table() -> None:
    name, (ada,), problems = read(THUNDERBIRD)
    assert (name, problems) == ("outlook", [])
    assert (ada.name, ada.org, ada.department, ada.title) == ("Ada Example", "Acme", "Labs", "Engineer")
    assert (ada.birthday, ada.place) == ("1984-03-07", "Bonn, Germany")
    assert (ada.emails, ada.phones) == (("ada@example.org", "a@example.com"), ("555 1",))
    assert (ada.urls, ada.aliases) == (("acme.example", "ada.example"), ("Addie", "Countess Ada"))
    assert sorted(notes(ada)) == ["Custom 1: chess", "Likes tea", "Pager Number: 555 2", "Work City: Köln"]


@pytest.mark.parametrize("preamble", ["", "sep=,\n", "\n", '"An unclosed\n'])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(("ending", "encoding"), [("\n", "utf-8"), ("\r\n", "utf-8-sig"), ("\r", "utf-16")])
@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("google", "First Name,Last Name,E-mail 1 - Value,Organization Name"),
        ("outlook", "First Name,Last Name,Primary Email,Organization"),
        ("csv", "given name,SURNAME,e_mail,employer"),
    ],
)
def test_the_header_is_found_whatever_is_around_it(
    name: str, header: str, preamble: str, delimiter: str, ending: str, encoding: str
) -> None:
    rows = f"{header}\nAda,Example,ada@example.org,Acme\n".replace(",", delimiter)
    text = (preamble + rows).replace("\n", ending)
    dialect, (ada,), problems = read(text.encode(encoding))
    assert (dialect, problems) == (name, [])
    assert (ada.name, ada.emails, ada.org) == ("Ada Example", ("ada@example.org",), "Acme")


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("outlook", "Vorname;Nachname;Firma;Position;E-Mail 2: Adresse;Telefon geschäftlich;Ort privat;Geburtstag"),
        ("outlook", "Prénom;Nom;Société;Fonction;Adresse de messagerie;Téléphone (bureau);Ville (bureau);Anniversaire"),
        ("outlook", "Primeiro nome;Sobrenome;Empresa;Cargo;Endereço de E-mail 2;Celular;Cidade comercial;Aniversário"),
        ("google", "Nome;Sobrenome;Empresa;Cargo;E-mail 1 - Valor;Telefone 1 - Valor;Endereço 1 - Cidade;Aniversário"),
        ("google", "Nombre;Apellidos;Empresa;Cargo;Correo 1 - Valor;Móvil;Dirección 1 - Ciudad;Cumpleaños"),
        ("csv", "Nome;Cognome;Azienda;Qualifica;Indirizzo email;Cellulare;Città;Compleanno"),
        ("csv", "Voornaam;Achternaam;Bedrijf;Functie;E-mailadres;Telefoonnummer;Woonplaats;Geboortedatum"),
        ("csv", "Förnamn;Efternamn;Företag;Befattning;E-postadress;Mobil;Stad;Födelsedag"),
        ("csv", "Imię;Nazwisko;Firma;Stanowisko;Adres e-mail;Telefon;Miasto;Data urodzenia"),
        ("csv", "名;姓;会社名;役職;メールアドレス;携帯電話;市;誕生日"),
    ],
)  # fmt: skip
def test_the_header_may_be_in_another_language(name: str, header: str) -> None:
    dialect, (ada,), problems = read(f"{header}\nAda;Example;Acme;Boss;ada@example.org;555 1;Bonn;7.3.1984\n")
    assert (dialect, problems) == (name, [])
    assert (ada.name, ada.org, ada.title, ada.place) == ("Ada Example", "Acme", "Boss", "Bonn")
    assert (ada.emails, ada.phones, ada.birthday, ada.notes) == (
        ("ada@example.org",), ("555 1",), "1984-03-07", (),
    )  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        "שם פרטי,שם משפחה,חברה,תפקיד,אימייל,טלפון נייד,תאריך לידה,עיר,ארץ",
        "الاسم الأول,اسم العائلة,الشركة,الوظيفة,البريد الإلكتروني,الجوال,تاريخ الميلاد,المدينة,البلد",
        "ชื่อ,นามสกุล,บริษัท,ตำแหน่ง,อีเมล,มือถือ,วันเกิด,เมือง,ประเทศ",
    ],
)
def test_the_header_may_be_in_hebrew_arabic_or_thai(header: str) -> None:
    person = one(
        f"{header}\nLena,Lantern,Acme,Engineer,lena@example.org,+1 202 555 0143,1983-04-12,Cairo,Egypt\n"
    )
    assert (person.name, person.org, person.title) == ("Lena Lantern", "Acme", "Engineer")
    assert (person.emails, person.phones) == (("lena@example.org",), ("+1 202 555 0143",))
    assert (person.birthday, person.place) == ("1983-04-12", "Cairo, Egypt")


def test_any_table_by_the_words_of_its_header() -> None:
    text = (
        "Full name,Job title,Employer,City,LinkedIn,Tags,How we met,Met on,Shoe size\n"
        'Ada Example,CTO,Acme,Bonn,linkedin.com/in/ada,"chess, tea",at a fair,2020-05-01,38\n'
    )
    _, (ada,), problems = read(text)
    assert (ada.name, ada.title, ada.org, ada.place) == ("Ada Example", "CTO", "Acme", "Bonn")
    assert (ada.urls, ada.tags) == (("linkedin.com/in/ada",), ("chess", "tea"))
    assert (ada.how_met, ada.known_since) == ("at a fair", date(2020, 5, 1))
    assert notes(ada) == ["Shoe size: 38"]
    assert [(problem.line, problem.why) for problem in problems] == [
        (1, 'not known, so kept as notes: "Shoe size"')
    ]


def test_columns_that_nobody_knows_are_told_in_one_line_where_they_say_something() -> None:
    names = [f"Thing {letter}" for letter in "ABCDEFG"]
    header = ",".join(("Name", "Email", "Gender", *names, "Never filled"))
    _, _, problems = read(f"{header}\nAda,ada@example.org,f,1,2,3,4,5,6,7,\n")
    assert [(problem.what, problem.why, problem.fate) for problem in problems] == [(
        "7 columns",
        'not known, so kept as notes: "Thing A", "Thing B", "Thing C", "Thing D", "Thing E" and 2 more',
        "warned",
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "row", "name", "aliases"),
    [
        ("Name,Vorname,Ort", "Example,Ada,Bonn", "Ada Example", ()),
        ("Name,Vorname,Ort", "Ada Example,Ada,Bonn", "Ada Example", ()),
        ("Nom,Prénom,Ville", "Example,Ada,Bonn", "Ada Example", ()),
        ("Nome,Nome próprio,Sobrenome", "Ada Example,Ada,Example", "Ada Example", ()),
        ("Sobrenome,Apelido,Nome", "Example,Addie,Ada", "Ada Example", ("Addie",)),
        ("Name,Given Name,Family Name", "山田 太郎,太郎,山田", "山田 太郎", ()),
        ("Name,Given Name,Family Name", "山田太郎,太郎,山田", "山田太郎", ()),
        ("Name,Given Name,Family Name", '"Example, Ada",Ada,Example', "Ada Example", ()),
        ("Name,Given Name,Family Name", "The Countess,Ada,Example", "Ada Example", ("The Countess",)),
        ("Name,Prefix,First,Middle,Last", "Dr Ada B Example,Dr,Ada,B,Example", "Ada B Example", ()),
        ("Name,Nickname,Email", ",Addie,ada@example.org", "Addie", ()),
        ("Name,Nickname,Email", ",,ada@example.org", "ada@example.org", ()),
        ("Name,Email,Company", "Acme,info@example.org,Acme", "Acme", ()),
        ("Name", "Ada Example", "Ada Example", ()),
        ("Name", '"Example, Ada"', "Example, Ada", ()),
        ("Email", "ada@example.org", "ada@example.org", ()),
    ],
)  # fmt: skip
def test_a_name_from_what_there_is(header: str, row: str, name: str, aliases: tuple[str, ...]) -> None:
    ada = one(f"{header}\n{row}\n")
    assert (ada.name, ada.aliases) == (name, aliases)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",,,", "it has no name and nothing else"),
        (",,Acme,", "it has no name"),
        (",,,555 1", "it has no name"),
        ("Acme,,Acme,555 1", "it names an organisation, not a person"),
        ("Name,Email,Company,Phone", "it repeats the header"),
    ],
)
def test_a_row_about_nobody_is_skipped_and_counted(row: str, why: str) -> None:
    _, people, problems = read(f"Name,Email,Company,Phone\n{row}\nAda,,,\n")
    assert [person.line for person in people] == [3]
    assert [(problem.line, problem.why, problem.fate) for problem in problems] == [(2, why, "skipped")]


def test_title_is_a_form_of_address_or_the_job() -> None:
    assert one("Name,Title,Company\nAda,Engineer,Acme\n").title == "Engineer"
    for header in ("Name,Title,Job Title", "Name,Titre,Titre"):
        ada = one(f"{header}\nAda,Mrs,Engineer\n")
        assert (ada.title, len(ada.notes)) == ("Engineer", 1)
    ada = one("Name,Title,Company\nAda,Dr.,Acme\n")
    assert (ada.title, notes(ada)) == (None, ["Title: Dr."])


def test_dates_that_read_two_ways_are_settled_by_the_others_of_the_file() -> None:
    _, people, problems = read("Name,Birthday\nAda,3/7/1984\nBo,12/25/1980\n")
    assert [person.birthday for person in people] == ["1984-03-07", "1980-12-25"]
    _, people, problems = read("Name,Birthday\nAda,3/7/1984\nBo,25/12/1980\n")
    assert [person.birthday for person in people] == ["1984-07-03", "1980-12-25"]
    _, people, problems = read("Name,Birthday\nAda,3/7/1984\nBo,25/12/1980\nCy,12/25/1980\n")
    assert [person.birthday for person in people] == [None, "1980-12-25", "1980-12-25"]
    assert [problem.line for problem in problems] == [2]


@pytest.mark.parametrize(
    ("cell", "emails"),
    [
        ("ada@example.org ::: a@example.org", ("ada@example.org", "a@example.org")),
        ("ada@example.org; a@example.org", ("ada@example.org", "a@example.org")),
        ("Ada <ada@example.org>", ("ada@example.org",)),
        ("mailto:ada@example.org", ("ada@example.org",)),
        ("ada@example.org ::: ADA@example.org", ("ada@example.org",)),
    ],
)
def test_several_addresses_in_one_cell(cell: str, emails: tuple[str, ...]) -> None:
    assert one(f"Name,Email\nAda,{cell}\n").emails == emails


def test_rows_may_be_shorter_or_longer_than_the_header() -> None:
    text = (
        "First Name,Last Name,Company,City,Notes,Phone\n"
        "Ada,Example\n"
        "Bo,Example,Acme,Bonn,x,555 1,,,more\n"
        'Cy,Example,Acme,Bonn,"two\nlines, and one"\n'
        'Di,Example,Acme,Bonn,"two\nlines",555 2,,\n'
    )
    _, people, problems = read(text)
    assert problems == []
    assert [person.name for person in people] == ["Ada Example", "Bo Example", "Cy Example", "Di Example"]
    assert [notes(person) for person in people] == [
        [], ["x", "column 9: more"], ["two\nlines, and one"], ["two\nlines"],
    ]  # fmt: skip
    assert [person.line for person in people] == [2, 3, 4, 6]


def test_a_cell_that_does_not_fit_is_kept_and_said() -> None:
    long = "x" * 201
    _, (ada,), problems = read(
        f"Name,Nickname,Company,Tags,Phone,Website\nAda,{long},{long},{long},{long},no link\n"
    )
    assert (ada.org, ada.aliases, ada.tags, ada.phones, ada.urls) == (None, (), (), (), ())
    assert len(ada.notes) == len(problems) == 5


def test_a_cell_of_any_length_is_taken_whole_and_more_than_a_million_characters_are_cut_and_said() -> None:
    for length in (200_000, 990_000):
        ada = one(f'Name,Email,Notes\nAda,ada@example.org,"{"x," * (length // 2)}"\n')
        assert len(ada.notes[0].text) == length
    _, (ada,), (problem,) = read(f"Name,Email,Notes\nAda,ada@example.org,{'x' * 1_000_001}\n")
    assert len(ada.notes[0].text) == 1_000_000
    assert "the rest is left out" in problem.why


@pytest.mark.parametrize(
    ("one_row", "other", "same"),
    [
        ("Ada,ada@example.org,555 1,Acme", "Ada,ADA@example.org,555 2,Globex", True),
        ("Ada,ada@example.org,,", "Bo,ada@example.org,,", False),
        ("Ada,,555 1,Acme", "Ada,,5551,Globex", True),
        ("Ada,,555 1,", "Ada,,555 2,", False),
        ("Ada,,,Acme", "Ada,,,Globex", False),
        ("Ada,,,Acme", "Ada,,,Acme", True),
    ],
)
def test_the_uid_comes_from_the_surest_thing_a_row_says(one_row: str, other: str, same: bool) -> None:
    _, people, _ = read(f"Name,Email,Phone,Company\n{one_row}\n{other}\n")
    assert (people[0].uid == people[1].uid) is same
    assert not people[0].lasting


def test_a_uid_in_the_table_is_taken_where_nothing_else_can_have_it() -> None:
    _, (ada, bo), _ = read("Name,UID\nAda,0b1c7f1e-6f5d-4c2a-9a63-2f7a3d1e9b10\nBo,7\n", "csv")
    assert (ada.uid, ada.lasting) == ("0b1c7f1e-6f5d-4c2a-9a63-2f7a3d1e9b10", True)
    assert (bo.lasting, notes(bo)) == (False, ["UID: 7"])


@pytest.mark.parametrize(
    "text",
    [
        "Name,Price\nTea,1\n",
        "Company,City\nAcme,Bonn\n",
        "uid,date,kind,place,event,people,handles,summary\n",
        "person,handle,date,about,text,meeting,uid\n",
        "just words, and more\n",
        "a" * 30_000,
        "name,email," * 5_000,
    ],
)
def test_other_tables_are_not_taken_for_people(text: str) -> None:
    with pytest.raises(NoKnownFormat):
        read(text)


@pytest.mark.parametrize(
    ("text", "named", "like"),
    [
        ("name,email\nAda,ada@example.org\n", "google", "csv"),
        (GOOGLE, "friends", "google"),
        ("### Friends:\n- Ada\n", "outlook", "friends"),
        ("### Friends:\n- Ada\n", "csv", "friends"),
    ],
)
def test_a_file_that_is_not_what_it_was_said_to_be_is_refused_with_what_it_looks_like(
    text: str, named: str, like: str
) -> None:
    with pytest.raises(NotThisFormat, match=f"it looks like --from {like}$"):
        read(text, named)


@settings(max_examples=50)
@given(
    st.data(),
    st.sampled_from([GOOGLE, GOOGLE_OLD, OUTLOOK, THUNDERBIRD, "Name;E-Mail;Ort\nAda;a@b.org;Bonn\n"]),
)
def test_a_damaged_table_never_ends_in_anything_but_a_plain_refusal(data: st.DataObject, sample: str) -> None:
    damaged = mutated(data, sample.encode())
    lines = damaged.count(b"\n") + damaged.count(b"\r") + 1
    for dialect in (None, "google", "outlook", "csv"):
        try:
            _, people, problems = read(damaged, dialect)
        except NetbookError:
            continue
        assert all(
            1 <= line <= lines for line in [each.line for each in people] + [each.line for each in problems]
        )
        assert all(person.name.strip() and person.uid for person in people)
        assert read(damaged, dialect)[1] == people


@pytest.mark.parametrize(
    "rows",
    [
        'b","""\n' * 4_000,  # each line would go on to the end of the file
        '"a,b\n' + "x,y,z\n" * 3_000,
        ('"a,b\n' + 'x,"",y,z\n' * 20) * 100,
        'Ada,"' + "x\n" * 25_000 + '"\n',
        "Ada," + "a@b.c;" * 8_000 + "\n",
    ],
    ids=["each open", "one open", "many open", "a long cell", "many values"],
)
def test_no_table_takes_long(rows: str) -> None:
    begun = time.process_time()
    read(f"First Name,Last Name,E-mail Address\n{rows}")
    assert time.process_time() - begun < 1
