"""vCards as the programs that write them do: lines, encodings, what becomes of each property, and back."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.names import clean
from netbook.errors.imports import NotThisFormat
from netbook.formats import vcard
from netbook.formats.records import PersonEntry, Problem
from netbook.formats.textfile import text_file
from netbook.formats.vcard_lines import line_of

ANDROID = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
    b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89xample;Zo=C3=\r\n=A9;;;\r\n"
    b"TEL;CELL;PREF:+49 30 1234\r\nTEL;WORK;FAX:+49 30 5678\r\n"
    b"EMAIL;PREF:zoe@example.org\r\nCATEGORIES:My Contacts\r\n"
    b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Likes tea=0D=0A=\r\nand: biscuits\r\n"
    b"PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAIBAQEB\r\n"
    b" AQIBAQECAgICAgQDAgICAgUEBAMEBgUGBgYFBgYGBwkIBgcJBwYG\r\n\r\nEND:VCARD\r\n"
)
APPLE = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Example;Ada;Byron\\,King;Dr.;\r\nFN:Dr. Ada Example\r\n"
    b"ORG:Engines\\, Inc.;Research;\r\nitem1.TEL;type=pref:030 99\r\nitem1.X-ABLabel:Assistant\r\n"
    b"item2.ADR;type=HOME;type=pref:;;5 Lane\\nRear;London;;W1;United Kingdom\r\nitem2.X-ABADR:gb\r\n"
    b"item3.URL;type=pref:http\\://example.org\r\nitem3.X-ABLabel:_$!<HomePage>!$_\r\n"
    b"BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-12-10\r\nPHOTO;BASE64:\r\n  /9j/4AAQSkZJ\r\n  RgABAQAA\r\n"
    b"X-ABUID:2E4C\\:ABPerson\r\nEND:VCARD\r\n"
)


def read(text: str | bytes, encoding: str | None = None) -> tuple[list[PersonEntry], list[Problem]]:
    data = text.encode() if isinstance(text, str) else text
    result = list(vcard.parse(text_file(data, encoding)))
    people = [entry for entry in result if isinstance(entry, PersonEntry)]
    return people, [entry for entry in result if isinstance(entry, Problem)]


def card(*lines: str, version: str = "3.0") -> PersonEntry:
    """The one person of a card with these lines and a name."""
    text = "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", "FN:Ada Example", *lines, "END:VCARD", ""))
    (person,), _ = read(text)
    return person


def test_android() -> None:
    assert vcard.detect(ANDROID.decode())
    (zoe,), problems = read(ANDROID)
    assert (zoe.name, zoe.phones, zoe.emails) == (
        "Zoé Éxample", ("+49 30 1234",), ("zoe@example.org",),
    )  # fmt: skip
    # Nobody is to be called at a fax.
    assert [note.text for note in zoe.notes] == ["Work fax: +49 30 5678", "Likes tea\nand: biscuits"]
    assert (zoe.tags, zoe.lasting) == ((), False)
    assert [line[:40] for line in zoe.carried] == [
        "EMAIL;PREF=1:zoe@example.org",
        "TEL;TYPE=cell;PREF=1:+49 30 1234",
        "TEL;TYPE=work,fax:+49 30 5678",
        r"NOTE:Likes tea\nand: biscuits",
        "PHOTO:data:image/jpeg;base64,/9j/4AAQSkZ",
    ]
    assert problems == []


def test_apple() -> None:
    (ada,), problems = read(APPLE)
    assert (ada.name, ada.org, ada.department) == ("Dr. Ada Example", "Engines, Inc.", "Research")
    assert (ada.place, ada.birthday, ada.urls) == (
        "London, United Kingdom",
        "--12-10",
        ("http://example.org",),
    )
    assert r"N:Example;Ada;Byron\,King;Dr.;" in ada.carried
    assert "item1.TEL;PREF=1:030 99" in ada.carried
    assert "PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAA" in ada.carried
    assert problems == []


@pytest.mark.parametrize(
    ("types", "phones", "notes"),
    [
        ("TYPE=fax,home", (), ["Home fax: 030 5"]),
        ("TYPE=PAGER", (), ["Pager: 030 5"]),
        ("TYPE=work;TYPE=voice,fax", ("030 5",), []),
        ("TYPE=cell", ("030 5",), []),
    ],
)
def test_a_number_that_nobody_answers_is_a_note_and_goes_out_as_it_came(
    types: str, phones: tuple[str, ...], notes: list[str]
) -> None:
    entry = card(f"TEL;{types}:030 5")
    assert (entry.phones, [note.text for note in entry.notes]) == (phones, notes)
    assert sum(line.startswith("TEL;TYPE=") for line in vcard.dump(entry)) == 1


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_line_ends_and_encodings_of_the_file(break_: str, encoding: str) -> None:
    text = break_.join(("BEGIN:vCard", "version:3.0", "fn:Zoë", " Example", "org;x=1:Ä", "end:VCARD"))
    (zoe,), problems = read(text.encode(encoding))
    assert (zoe.line, zoe.name, zoe.org) == (1, "ZoëExample", "Ä")
    assert problems == []


@pytest.mark.parametrize(
    ("version", "lines", "note"),
    [
        ("3.0", ["NOTE:one", "  two"], "one two"),
        ("3.0", ["NOTE:one", "\ttwo"], "onetwo"),
        ("2.1", ["NOTE:one", " two"], "one two"),
        ("3.0", ["NOTE:one\\ntwo\\, three\\; \\\\ C:\\Temp"], "one\ntwo, three; \\ C:\\Temp"),
        ("2.1", ["NOTE:C:\\new, not\\; a line"], "C:\\new, not; a line"),
        ("3.0", ["NOTE:a\rb"], "a\nb"),
        ("3.0", ["NOTE;ENCODING=QUOTED-PRINTABLE:a=", "b=C3=A9"], "abé"),
        ("2.1", ["NOTE;QUOTED-PRINTABLE:caf=E9"], "café"),
        ("3.0", ["NOTE;ENCODING=b:Y2Fmw6k="], "café"),
        ("3.0", ["item1.Note;LANGUAGE=\"a:b;c\":x"], "x"),
        ("4.0", ["NOTE", " ;X-A=b:folded", "  name"], "folded name"),
    ],
)  # fmt: skip
def test_a_value(version: str, lines: list[str], note: str) -> None:
    assert [answer.text for answer in card(*lines, version=version).notes] == [note]


@pytest.mark.parametrize(
    ("charset", "data", "name"),
    [
        ("ISO-8859-2", "Ewa Żółć".encode("iso8859-2"), "Ewa Żółć"),
        ("SHIFT_JIS", "表 そら".encode("shift_jis"), "表 そら"),
        ("windows-1251", "Аня".encode("cp1251"), "Аня"),
        ("nonsense", "Zoë".encode("cp1252"), "Zoë"),
    ],
)
def test_a_charset_for_each_value(charset: str, data: bytes, name: str) -> None:
    raw = b"BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=%b:%b\nEND:VCARD\n" % (charset.encode(), data)
    assert read(raw)[0][0].name == name
    printed = "".join(f"={byte:02X}" for byte in data).encode()
    coded = b"FN;CHARSET=%b;ENCODING=QUOTED-PRINTABLE:%b" % (charset.encode(), printed)
    mixed = b"BEGIN:VCARD\nVERSION:2.1\n%b\nORG:\xc3\x84\nEND:VCARD\n" % coded
    (person,), _ = read(mixed)
    assert (person.name, person.org) == (name, "Ä")


def test_bytes_that_nothing_explains_are_guessed_and_said_once() -> None:
    text = b"BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:Ewa =F1\nEND:VCARD\n"
    (ewa, other), (problem,) = read(text * 2)
    assert (ewa.name, other.name) == ("Ewa ñ", "Ewa ñ")
    assert (problem.line, problem.what, problem.fate) == (3, "2 values", "warned")
    assert "--encoding" in problem.why
    (ewa,), problems = read(text, "iso8859-2")
    assert (ewa.name, problems) == ("Ewa ń", [])


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Ada Example", "N:Other;Bo"], "Ada Example"),
        (["FN:", "N:Example;Ada;Byron;Dr.;"], "Ada Byron Example"),
        (["FN: ", "N:山田;太郎"], "山田 太郎"),
        (["N:Ada Example"], "Ada Example"),
        (["FN:", "N:;;;;", "NICKNAME:Addie,Countess", "EMAIL:a@example.org"], "Addie"),
        (["EMAIL:a@example.org", "ORG:Acme"], "a@example.org"),
    ],
)
def test_who_a_card_names(lines: list[str], name: str) -> None:
    (person,), _ = read("\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD")))
    assert person.name == name


@pytest.mark.parametrize(
    ("lines", "why", "fate"),
    [
        (["ORG:Acme", "TEL:1"], "an organisation, not a person", "skipped"),
        (["TEL:1"], "no name", "skipped"),
        ([], "no name", "skipped"),
        (["FN:Friends", "KIND:group", "MEMBER:urn:uuid:1"], "a group", "skipped"),
        (["FN:Friends", "X-ADDRESSBOOKSERVER-KIND:group"], "a group", "skipped"),
        (["FN:Room 5", "KIND:location"], "a place", "skipped"),
    ],
)
def test_cards_that_are_nobody(lines: list[str], why: str, fate: str) -> None:
    people, (problem,) = read("\n".join(("BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD")))
    assert (people, problem.line, problem.fate) == ([], 1, fate)
    assert why in problem.why


@pytest.mark.parametrize("between", ["", "\ufeff", "\n\n", "\n\ufeff"])
def test_files_put_together(between: str) -> None:
    people, problems = read(between.join(["BEGIN:VCARD\nFN:Ada\nEND:VCARD", "BEGIN:VCARD\nFN:Bö\nEND:VCARD"]))
    assert ([person.name for person in people], problems) == (["Ada", "Bö"], [])


def test_a_card_without_its_end_fails_and_the_others_go_on() -> None:
    whole = "BEGIN:VCARD\nFN:{}\nEND:VCARD\n"
    text = whole.format("Ada") + "\nBEGIN:VCARD\nFN:Bo\n" + whole.format("Cy") + "BEGIN:VCARD\nFN:Di"
    people, problems = read(text)
    assert [person.name for person in people] == ["Ada", "Cy"]
    assert [(problem.line, problem.what, problem.fate) for problem in problems] == [
        (5, "Bo", "failed"),
        (10, "Di", "failed"),
    ]


@pytest.mark.parametrize("opening", ["AGENT:\n", "AGENT;X=1:\n\n", "AGENT:"])
def test_a_card_within_a_card_is_its_agent(opening: str) -> None:
    inner = "BEGIN:VCARD\nVERSION:2.1\nN:Agent;Bo\nTEL:1\nEND:VCARD\n"
    text = f"BEGIN:VCARD\nVERSION:2.1\nN:Example;Ada\n{opening}{inner}TEL:2\nEND:VCARD\n"
    (ada,), problems = read(text)
    assert (ada.name, ada.phones, problems) == ("Ada Example", ("2",), [])
    (agent,) = [line for line in ada.carried if line.startswith("AGENT")]
    assert r"N:Agent\;Bo\nTEL:1\nEND:VCARD" in agent


def test_what_is_no_property_is_kept_and_said() -> None:
    text = "Hello\n\nBEGIN:VCARD\nFN:Ada\nNOTE:one\nand another line\nEND:VCARD\nEND:VCARD\n"
    (ada,), problems = read(text)
    assert [note.text for note in ada.notes] == ["one", "and another line"]
    assert [(problem.line, problem.fate) for problem in problems] == [
        (1, "warned"), (3, "warned"), (8, "warned"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "birthday"),
    [
        ("BDAY:19800322", "1980-03-22"),
        ("BDAY:1980-03-22", "1980-03-22"),
        ("BDAY;VALUE=date:1980-03-22", "1980-03-22"),
        ("BDAY:--0322", "--03-22"),
        ("BDAY:--03-22", "--03-22"),
        ("BDAY:1604-03-22", "--03-22"),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-03-22", "--03-22"),
        ("BDAY:1996-04-15T201243+04:00", "1996-04-15"),
        ("BDAY:19531015T231000Z", "1953-10-15"),
        ("BDAY:1996-04-15 00:00:00", "1996-04-15"),
        ("BDAY;VALUE=text:circa 1800", None),
        ("BDAY:1985-04", None),
        ("BDAY:1985-02-30", None),
        ("BDAY:0000-00-00", None),
    ],
)
def test_birthdays(line: str, birthday: str | None) -> None:
    person = card(line, version="4.0")
    assert person.birthday == birthday
    if birthday is None:
        assert person.notes[0].text == f"birthday: {line.partition(':')[2]}"
        assert line in person.carried


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("ORG:Acme;R&D;Lab 5", {"org": "Acme", "department": "R&D"}),
        ("ORG:;R&D", {"org": None, "department": "R&D"}),
        ("ROLE:Engineer", {"title": "Engineer"}),
        ("NICKNAME:Addie,Countess\\, the", {"aliases": ("Addie", "Countess, the")}),
        ("NICKNAME:ada  example", {"aliases": ()}),
        ("CATEGORIES:a,B\\'C,A", {"tags": ("a", "B'C")}),
        ("EMAIL;TYPE=INTERNET:mailto:ada@example.org", {"emails": ("ada@example.org",)}),
        ("EMAIL:Ada <ada@example.org>", {"emails": ("ada@example.org",)}),
        ("TEL;VALUE=uri;TYPE=\"voice,home\":tel:+49-30-1", {"phones": ("+49-30-1",)}),
        ("X-SOCIALPROFILE;type=twitter:https://example.org/ada", {"urls": ("https://example.org/ada",)}),
        ("X-SOCIALPROFILE;type=x:x-apple:ada", {"urls": ()}),
        ("ADR:;;;Berlin;;;", {"place": "Berlin"}),
        ("ADR:;;;;Kent;;UK", {"place": "Kent, UK"}),
        ("ADR:;;5 Lane;;;;", {"place": None}),
        ("UID:urn:uuid:4fbe8971", {"uid": "4fbe8971", "lasting": True}),
        ("UID:someone@example.org", {"uid": "someone@example.org", "lasting": True}),
    ],
)  # fmt: skip
def test_what_a_line_says(line: str, answer: dict[str, object]) -> None:
    person = card(line, version="4.0")
    assert {field: getattr(person, field) for field in answer} == answer


@pytest.mark.parametrize(
    "line",
    [
        "TEL;TYPE=work:1", "item1.EMAIL:ada@example.org", "ORG:Acme;R&D;Lab 5", "ADR:;;5 Lane;Berlin;;1;Germany",
        "X-CUSTOM;A=B:custom\\, 1", "UID:urn:uuid:4fbe8971", "RELATED;TYPE=co-worker;VALUE=text:Bo",
        "ANNIVERSARY:20140812", "NOTE:one", "IMPP:xmpp:ada@example.org", "KIND:individual", "ROLE:Programmer",
        "X-A;B=\"c:d\",^'e^n:f", "PHOTO;VALUE=uri:https://example.org/ada.jpg", "BDAY:19960415T201243Z",
        "PHOTO:data:image/png;base64,iVBORw0KGgo=", "NAME;PREF=2:x",
    ],
)  # fmt: skip
def test_a_line_that_says_more_than_is_kept_is_carried_and_goes_out_again(line: str) -> None:
    person = card(line, version="4.0")
    assert line in person.carried
    assert line in "".join(vcard.dump(person)).replace("\r\n ", "").splitlines()
    for v3 in (False, True):
        assert again(person, v3=v3) == person


@pytest.mark.parametrize(
    "line", ["VERSION:3.0", "PRODID:x", "REV:20200101", "EMAIL:a@example.org", "TITLE:x"]
)
def test_a_line_that_is_all_said_is_not_carried(line: str) -> None:
    assert card(line).carried == ()


def test_a_picture_is_binary_in_3_and_a_uri_in_4() -> None:
    ada = card("PHOTO;ENCODING=b;TYPE=JPEG:AAAA")
    assert "PHOTO:data:image/jpeg;base64,AAAA\r\n" in list(vcard.dump(ada))
    assert "PHOTO;ENCODING=b;TYPE=JPEG:AAAA\r\n" in list(vcard.dump(ada, v3=True))


def test_what_is_longer_than_the_journal_holds() -> None:
    ada = "BEGIN:VCARD\nFN:Ada\nORG:{}\nNOTE:{}\nX-A:{}\nEND:VCARD\n"
    (person,), problems = read(ada.format("o" * 201, "n" * 900_000, "x" * 1_000_001))
    assert (person.org, [len(note.text) for note in person.notes]) == (None, [215, 900_000])
    assert [line[:4] for line in person.carried] == ["ORG:", "NOTE"]
    assert [problem.why[:30] for problem in problems] == [
        "its organisation is over 200 c", "X-A is over 1,000,000 characte",
    ]  # fmt: skip


def test_a_changed_value_does_not_go_out_as_it_came() -> None:
    ada = card(
        "N:Example;Ada;Byron;;",
        "ORG:Acme;R&D;Lab",
        "ADR:;;Lane;Berlin;;;",
        "item1.TEL:1",
        "item1.X-ABLabel:x",
    )
    changed = replace(ada, name="Ada King", org="Globex", department=None, place="Oslo", phones=("2",))
    assert list(vcard.dump(changed))[3:-1] == [
        "FN:Ada King\r\n", "N:King;Ada;;;\r\n", "ORG:Globex\r\n", "TEL:2\r\n", "ADR:;;;Oslo;;;\r\n",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "hello", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_a_text_without_cards_is_none(text: str) -> None:
    assert not vcard.detect(text)
    with pytest.raises(NotThisFormat):
        read(text or "\n#")


def test_the_same_card_has_the_same_uid_and_lasting_ones_are_the_cards_own() -> None:
    assert card("EMAIL:a@example.org").uid == card("EMAIL:A@example.org", "ORG:Acme").uid
    assert card("TEL:1").uid != card("TEL:2").uid
    assert card("UID:x1").uid == "x1"


# --- back again

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(clean)
SEEN = TEXT.filter(lambda text: any(c.isprintable() and not c.isspace() for c in text))
MAYBE = st.none() | SEEN


def again(person: PersonEntry, *, v3: bool) -> PersonEntry:
    """The person that their own card gives."""
    lines = list(vcard.dump(person, v3=v3))
    assert all(line.endswith("\r\n") and len(line.encode()) <= 77 for line in lines)
    (result,), _ = read("".join(lines))
    return replace(result, lasting=person.lasting)


def as_dict(person: PersonEntry) -> dict[str, object]:
    return {name: getattr(person, name) for name in PersonEntry.__slots__}


@settings(max_examples=50)
@given(
    st.builds(
        PersonEntry, line=st.just(1), uid=st.uuids().map(str), lasting=st.just(True), name=SEEN, org=MAYBE,
        department=MAYBE, title=MAYBE, place=MAYBE,
        emails=st.lists(st.from_regex(r"\A[a-z;,\\']{1,9}@[a-z]{1,9}\Z"), max_size=2, unique=True).map(tuple),
        phones=st.lists(st.from_regex(r"\A\+[0-9 ()/;,]{1,9}1\Z").map(clean), max_size=2, unique=True).map(tuple),
        urls=st.lists(st.from_regex(r"\Ahttps://[a-z.,;?=%]{1,80}\.org\Z"), max_size=2, unique=True).map(tuple),
        tags=st.lists(SEEN, max_size=2, unique_by=str.casefold).map(tuple),
        birthday=st.none() | st.dates().map(str).filter(lambda day: "1900" <= day < "2199") | st.just("--02-29"),
    ),
    st.booleans(),
)  # fmt: skip
def test_a_person_written_is_the_person_read(person: PersonEntry, v3: bool) -> None:
    assert as_dict(again(person, v3=v3)) == as_dict(person)


@settings(max_examples=50)
@given(st.lists(SEEN, max_size=3), st.lists(TEXT, max_size=9).map("\n".join), st.booleans())
def test_a_carried_line_is_carried_again(values: list[str], text: str, v3: bool) -> None:
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n")
    answer = f"item1.X-A;B={','.join(chr(34) + v.replace(chr(34), '') + chr(34) for v in values)}:{escaped}x"
    person = card(answer, version="4.0")
    assert again(person, v3=v3).carried == person.carried
    assert [str(line_of(line)) for line in person.carried] == list(person.carried)


PIECES = [
    b"\r\n ", b"=\r\n", b"\n\n", b'"', b":", b";", b"\\", b",", b"^n", b"\xff", b"\t", b"\r", b"=", b".", b"item1.",
    b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"AGENT:\r\nBEGIN:VCARD\r\n", b"VERSION:2.1\r\n", b"\x1b", b"BDAY:x\r\n",
    b";ENCODING=QUOTED-PRINTABLE", b";CHARSET=SHIFT_JIS", b";CHARSET=base64", b";BASE64", b"data:;base64,",
]  # fmt: skip


@settings(max_examples=50)
@given(st.randoms(use_true_random=False))
def test_damaged_cards_are_read_or_refused_and_what_is_read_can_be_written(chance: random.Random) -> None:
    data = bytearray(chance.choice((ANDROID, APPLE)) * 2)
    for _ in range(chance.randint(1, 15)):
        at = chance.randrange(len(data))
        data[at : at + chance.choice((0, 0, 1, 30))] = chance.choice(PIECES)
    try:
        people, _ = read(bytes(data))
    except NotThisFormat:
        return
    for person in people:
        if len(person.name) <= 200:
            assert sorted(again(person, v3=chance.random() < 0.5).carried) == sorted(person.carried)


@pytest.mark.parametrize(
    "filling",
    [
        b"NOTE:" + b"a" * 100_000, b"NOTE:a\n" + b" b\n" * 30_000, b";" * 100_000 + b":x", b"X;" + b'"' * 100_000,
        b"NOTE;QUOTED-PRINTABLE:" + b"=\n" * 50_000, b"X:" + b"\\" * 100_000, b"N:" + b";" * 100_000,
        b"AGENT:\nBEGIN:VCARD\n" * 5_000, b"CATEGORIES:" + b"a,b" * 30_000, b"PHOTO;BASE64:" + b"AAAA\n" * 20_000,
        b"\n".join(b"TEL;TYPE=a:%d" % n for n in range(5_000)), b"X" * 100_000, b"BEGIN:VCARD\n" * 5_000,
        b"NOTE;X=" + b"\n " * 30_000 + b":x",
    ],
    ids=range(14),
)  # fmt: skip
def test_long_and_strange_cards_are_read_to_their_end(filling: bytes) -> None:
    data = b"BEGIN:VCARD\nVERSION:3.0\nFN:Ada\n" + filling + b"\nEND:VCARD\n"
    people, problems = read(data)
    assert people or problems
    for person in people:
        assert list(vcard.dump(person))
