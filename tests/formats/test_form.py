"""The form for the editor: what is written into it comes out of it, and a slip is named with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.errors import NetbookError
from netbook.errors.forms import FieldTwice, NoField, OneLineField, UnknownField
from netbook.formats.form import Entry, Field, dump, parse

FIELDS = (
    Field("name"),
    Field("e-mail", many=True),
    Field("story", long=True),
    Field("promise", many=True, long=True),
    Field("summary", rest=True),
)
HINTS = {"e-mail": "one a line", "summary": "down to\nthe end"}

# Text as the journal keeps it: no white space around it. Windows' line ends are made plain on the way.
TEXT = st.text().map(str.strip).filter(lambda text: text and "\r\n" not in text)
LINE = TEXT.filter(lambda text: "\n" not in text)
AWKWARD = st.sampled_from(
    [
        "# no comment", "name: not a field", ":", "a\n# b\n\n\nname: c", "a\n\n    indented\n\ttabbed",
        "a\n \n \nb", "a\x85b", "a\rb", "é: e\u0301", "\u202eabc", "a\x1b[31m", "😀\n😀", "#",
        "a\n\x1c\nb", "=1+1",
    ]
)  # fmt: skip


def filled(texts: dict[str, list[str]]) -> dict[str, list[str]]:
    result: dict[str, list[str]] = {}
    for entry in parse(dump(("A form.", "# of several lines"), FIELDS, texts, HINTS), FIELDS):
        if entry.text:
            result.setdefault(entry.key, []).append(entry.text)
    return result


@given(
    name=st.lists(LINE, max_size=1),
    emails=st.lists(LINE, max_size=3),
    story=st.lists(TEXT | AWKWARD, max_size=1),
    promises=st.lists(TEXT | AWKWARD, max_size=3),
    summary=st.lists(TEXT | AWKWARD, max_size=1),
)
def test_what_is_written_into_a_form_comes_out_of_it(
    name: list[str], emails: list[str], story: list[str], promises: list[str], summary: list[str]
) -> None:
    texts = {"name": name, "e-mail": emails, "story": story, "promise": promises, "summary": summary}
    assert filled(texts) == {key: result for key, result in texts.items() if result}


@given(st.text())
def test_any_text_is_read_or_refused_with_its_line(text: str) -> None:
    try:
        keys = {entry.key for entry in parse(text, FIELDS)}
    except NetbookError as error:
        answer = str(error)
    else:
        answer = "line "
        assert keys <= {field.key for field in FIELDS}
    assert answer.startswith("line ")


def test_a_form() -> None:
    texts = {
        "name": ["Ana Ruiz"],
        "story": ["met\n\nin the rain"],
        "promise": ["a", "b"],
        "summary": ["# one\ntwo"],
    }
    assert dump(["Fill it in."], FIELDS, texts, HINTS) == (
        "# Fill it in.\n"
        "\n"
        "name: Ana Ruiz\n"
        "\n"
        "# one a line\n"
        "e-mail:\n"
        "story: met\n"
        "    \n"
        "    in the rain\n"
        "promise: a\n"
        "promise: b\n"
        "\n"
        "# down to\n"
        "# the end\n"
        "summary:\n"
        "# one\n"
        "two\n"
    )


READ = [
    ("", []),
    ("# only\n\n   \n# comments", []),
    ("name:", [("name", "", 1)]),
    ("name:Ana", [("name", "Ana", 1)]),
    ("  \nNAME :  Ana  \n", [("name", "Ana", 2)]),
    ("name: Ana: Ruiz # here", [("name", "Ana: Ruiz # here", 1)]),
    ("e_mail: a\r\nE Mail: b\r\n", [("e-mail", "a", 1), ("e-mail", "b", 2)]),
    ("story: a\n b\n\tc\n\n      d\n\nname: x", [("story", "a\nb\nc\n\n  d", 1), ("name", "x", 7)]),
    ("story:\n    a\n# not this\n    # but this", [("story", "a\n# but this", 1)]),
    ("name: a\nname:", [("name", "a", 1), ("name", "", 2)]),
    ("name: a\nsummary: b\n\n# c\nname: d\n\n", [("name", "a", 1), ("summary", "b\n\n# c\nname: d", 2)]),
]


@pytest.mark.parametrize(("text", "entries"), READ)
def test_reading_a_form(text: str, entries: list[tuple[str, str, int]]) -> None:
    assert parse(text, FIELDS) == [Entry(*entry) for entry in entries]


REFUSED = [
    (
        "# a\nnmae: Ana",
        UnknownField,
        'line 2: no field is called "nmae"; did you mean name? There are name, e-mail,',
    ),
    (
        "xyz: Ana",
        UnknownField,
        'line 1: no field is called "xyz"; there are name, e-mail, story, promise, summary',
    ),
    (
        "name: Ana\nRuiz",
        NoField,
        'line 2: "Ruiz" is not a field; write it as "field: text", or begin the line with #',
    ),
    ("  a\nname: Ana", NoField, 'line 1: "a" is not a field'),
    ("name: a\n\nname: b", FieldTwice, "line 3: name appears twice and can have one line only"),
    ("name: a\n e-mail: b", OneLineField, 'line 2: "e-mail: b" is indented, but name takes one line'),
]


@pytest.mark.parametrize(("text", "error", "says"), REFUSED)
def test_a_slip_in_a_form(text: str, error: type[Exception], says: str) -> None:
    with pytest.raises(error) as raised:
        parse(text, FIELDS)
    assert str(raised.value).startswith(says)
