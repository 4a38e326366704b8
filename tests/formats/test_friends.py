"""The journal of the program friends: its sections, marks and tags."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbook.errors import NetbookError
from netbook.errors.imports import NotThisFormat
from netbook.formats import friends, linkedin
from netbook.formats.records import Entry, MeetingEntry, NoteEntry, PersonEntry, Problem
from netbook.formats.textfile import text_file

SAMPLE = """### Activities:
- 2024-02-06: @science:indoors: **Ada Example** and **Bo Example** took me to _Cafe Luna_, by ada@example.org.
- 2024-01-04: Got lunch with **Ada Example** in _NYC_. Cleo had to cancel. @food

### Notes:
- 2024-06-15: **Ada Example** and **Bo Example** are moving house. @family

### Friends:
- Ada Example (a.k.a. Countess a.k.a. Addie) [NYC] @science @science:outdoors
- Bo Example

### Locations:
- Cafe Luna
- New York City (a.k.a. NYC a.k.a. NY)
"""


def read(text: str) -> tuple[list[Entry], list[Problem]]:
    entries = list(friends.parse(text_file(text.encode())))
    problems = [entry for entry in entries if isinstance(entry, Problem)]
    return [entry for entry in entries if not isinstance(entry, Problem)], problems


def meeting(line: str, friends_list: str = "- Ada Example\n- Bo Example\n") -> MeetingEntry:
    entries, _ = read(f"### Activities:\n{line}\n### Friends:\n{friends_list}")
    (result,) = [entry for entry in entries if isinstance(entry, MeetingEntry)]
    return result


def test_a_whole_file() -> None:
    assert friends.detect(SAMPLE)
    entries, problems = read(SAMPLE)
    ada, bo, tour, lunch, moving = entries
    assert isinstance(ada, PersonEntry)
    assert isinstance(bo, PersonEntry)
    assert (ada.line, ada.name, ada.aliases) == (9, "Ada Example", ("Countess", "Addie"))
    assert (ada.place, ada.tags) == ("New York City", ("science", "science:outdoors"))
    assert (bo.name, bo.aliases, bo.place, bo.tags) == ("Bo Example", (), None, ())
    assert isinstance(tour, MeetingEntry)
    assert (tour.line, tour.date, tour.kind, tour.place) == (2, date(2024, 2, 6), "meeting", "Cafe Luna")
    assert tour.people == (ada.uid, bo.uid)
    assert tour.summary == (
        "@science:indoors: Ada Example and Bo Example took me to Cafe Luna, by ada@example.org."
    )
    assert isinstance(lunch, MeetingEntry)
    assert (lunch.kind, lunch.place, lunch.people) == ("lunch", "New York City", (ada.uid,))
    assert isinstance(moving, NoteEntry)
    assert (moving.about, moving.people, moving.date) == ("family", (ada.uid, bo.uid), date(2024, 6, 15))
    assert [(problem.line, problem.what, problem.fate) for problem in problems] == [
        (13, "Cafe Luna", "skipped"),
        (14, "New York City", "skipped"),
    ]


def test_sections_in_any_order_twice_or_missing() -> None:
    entries, problems = read(
        "### Friends:\n- Bo Example\n\n## activities\n* 2024-01-01: With **Bo Example**.\n"
        "### Friends:\n- Ada Example\n"
    )
    assert [type(entry).__name__ for entry in entries] == ["PersonEntry", "PersonEntry", "MeetingEntry"]
    assert problems == []
    assert read("### Notes:\n### Locations:\n") == ([], [])


def test_tags_of_before_2017() -> None:
    (ada,), _ = read("### Friends:\n- Ada Example [Paris] #navy #science\n")
    assert isinstance(ada, PersonEntry)
    assert ada.tags == ("navy", "science")
    assert meeting("- 2015-01-04: With **Ada Example**. #coffee").kind == "coffee"


@pytest.mark.parametrize(
    ("line", "name", "aliases", "place", "tags"),
    [
        ("Ada Example", "Ada Example", (), None, ()),
        ("  Ada   Example  ", "Ada Example", (), None, ()),
        ("Ada (a.k.a. Addie)", "Ada", ("Addie",), None, ()),
        ("Ada @a:b-c [Paris] @d", "Ada", (), "Paris", ("a:b-c", "d")),
        ("Ada (Acme)", "Ada (Acme)", (), None, ()),
        ("Ada (a.k.a. A a.k.a.  a.k.a. B)", "Ada", ("A", "B"), None, ()),
        ("Ада Пример (a.k.a. Адя) [Осло]", "Ада Пример", ("Адя",), "Осло", ()),
        ("Ada []", "Ada", (), None, ()),
    ],
)
def test_a_friends_line(
    line: str, name: str, aliases: tuple[str, ...], place: str | None, tags: tuple[str, ...]
) -> None:
    (ada,), problems = read(f"### Friends:\n- {line}\n")
    assert isinstance(ada, PersonEntry)
    assert (ada.name, ada.aliases, ada.place, ada.tags) == (name, aliases, place, tags)
    assert problems == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("- ", "cannot be empty"),
        ("- [Paris]", "cannot be empty"),
        (f"- {'x' * 201}", "at most 200 characters"),
        (f"- {'x' * 5000}", "over 4,000 characters"),
        (f"- Ada (a.k.a. {'x' * 201})", "at most 200 characters"),
    ],
)
def test_a_friends_line_that_names_nobody_fails_and_the_others_go_on(line: str, why: str) -> None:
    (bo,), (problem,) = read(f"### Friends:\n{line}\n- Bo Example\n")
    assert isinstance(bo, PersonEntry)
    assert (problem.line, problem.fate) == (2, "failed")
    assert why in problem.why


def test_the_same_friend_twice_is_one() -> None:
    (ada,), (problem,) = read("### Friends:\n- Ada Example\n- ada  example [Paris]\n")
    assert isinstance(ada, PersonEntry)
    assert (problem.line, problem.fate) == (3, "skipped")
    assert "line 2" in problem.why


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        ("**Ada Example**", ["ada"]),
        ("**ada  example**", ["ada"]),
        ("**Addie**", ["ada"]),
        ("**Bo**", ["bo"]),
        ("**Ada Example** and **Addie**", ["ada"]),
    ],
)
def test_a_marked_name_is_a_name_or_an_alias_and_a_name_goes_first(marked: str, people: list[str]) -> None:
    entries, _ = read(
        f"### Activities:\n- 2024-01-01: With {marked}.\n"
        "### Friends:\n- Ada Example (a.k.a. Addie a.k.a. Bo a.k.a. Twin)\n- Bo (a.k.a. Twin)\n"
    )
    ada, bo, result = entries
    assert isinstance(result, MeetingEntry)
    assert result.people == tuple({"ada": ada.uid, "bo": bo.uid}[name] for name in people)


def test_somebody_marked_and_not_in_the_list_is_a_friend_all_the_same() -> None:
    entries, problems = read(
        "### Activities:\n- 2024-01-01: Met **Tomas Thimble**.\n"
        "- 2024-01-02: Saw **Tomas  Thimble**, **Ada Example**.\n"
        "### Friends:\n- Ada Example\n"
    )
    ada, tomas, *meetings = entries
    assert isinstance(tomas, PersonEntry)
    assert (tomas.name, tomas.line, problems) == ("Tomas Thimble", 2, [])
    assert [each.people for each in meetings] == [(tomas.uid,), (tomas.uid, ada.uid)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("line", "why", "fate"),
    [
        ("2024-01-01: Walked alone.", "it names nobody", "skipped"),
        ("2024-01-01: Ada Example unmarked.", "it names nobody", "skipped"),
        ("2024-01-01", "it names nobody", "skipped"),
        ("2024-01-01: Met **Twin**.", '"Twin" names several friends', "skipped"),
        ("2024-01-01: Met **Ada Example**, **Twin**.", '"Twin" names several friends', "warned"),
        ("no date here with **Ada Example**", "does not begin with a date", "failed"),
        ("2024-02-30: **Ada Example**", "there is no day 2024-02-30", "failed"),
        ("1859-02-03: **Ada Example**", "its year is 1859, and a journal begins in 1900", "failed"),
        ("", "does not begin with a date", "failed"),
    ],
)
@pytest.mark.parametrize("section", ["Activities", "Notes"])
def test_a_line_that_cannot_be_taken_whole_is_named(section: str, line: str, why: str, fate: str) -> None:
    entries, (problem,) = read(
        f"### {section}:\n- {line}\n### Friends:\n- Ada Example (a.k.a. Twin)\n- Bo (a.k.a. Twin)\n"
    )
    assert (problem.line, problem.fate, len(entries)) == (2, fate, 3 if fate == "warned" else 2)
    assert why in problem.why


def test_what_is_under_no_heading_of_friends_is_skipped() -> None:
    entries, problems = read("# My journal\nwords\n### Friends:\n- Ada Example\n### My Pets:\n- Rex\n")
    assert [entry.line for entry in entries] == [4]
    assert [(problem.line, problem.fate) for problem in problems] == [(2, "skipped"), (6, "skipped")]
    assert '"my pets"' in problems[1].why


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Coffee with **Ada Example**. She wrote a letter. @email", "coffee"),
        ("Email with **Ada Example**. About lunch. @email", "email"),
        ("Linkedin with **Ada Example**. @linkedin", "message"),
        ("Conference with **Ada Example**. @conference", "event"),
        ("Meeting with **Ada Example**, talked about dinner.", "meeting"),
        ("Video with **Ada Example**", "video"),
        ("Got lunch with **Ada Example**. @food", "lunch"),
        ("Had dinner at **Ada Example**'s. @coffee", "coffee"),
        ("Talked to **Ada Example** on the phone about dinner.", "call"),
        ("Called **Ada Example**.", "call"),
        ("**Ada Example** called.", "call"),
        ("Went to a place called Luna with **Ada Example**.", "meeting"),
        ("**Ada Example** and I were on Zoom.", "video"),
        ("**Ada Example** emailed me about lunch.", "email"),
        ("Emailed **Ada Example** about lunch.", "email"),
        ("Lunch came late; **Ada Example** got an email.", "lunch"),
        ("Saw **Ada Example**, who read me the letter.", "meeting"),
        ("Spoke with **Ada Example** about the text of her book.", "meeting"),
        ("Exchanged messages with **Ada Example**.", "message"),
        ("Wrote to **Ada Example**.", "letter"),
        ("Went hiking with **Ada Example**.", "walk"),
        ("Visited **Ada Example**.", "visit"),
        ("Had a few beers with **Ada Example**.", "drinks"),
        ("Celebrated the new year with **Ada Example**. @partying", "meeting"),
        ("Time with **Ada Example**. @outdoors:walk", "walk"),
    ],
)
def test_the_kind_comes_from_the_words(text: str, kind: str) -> None:
    assert meeting(f"- 2024-01-01: {text}").kind == kind


@pytest.mark.parametrize(
    ("text", "place", "summary"),
    [
        ("With **Ada Example** at _Cafe Luna_.", "Cafe Luna", "With Ada Example at Cafe Luna."),
        ("**Ada Example**, from _Rome_ to _Oslo_", "Rome", "Ada Example, from Rome to Oslo"),
        ("**Ada Example** fixed my_config_file", None, "Ada Example fixed my_config_file"),
        ("**Ada Example** at _Luna_'s 2**3 place", "Luna", "Ada Example at Luna's 2**3 place"),
    ],
)
def test_marks_are_taken_off_and_the_first_place_is_kept(text: str, place: str | None, summary: str) -> None:
    result = meeting(f"- 2024-01-01: {text}")
    assert (result.place, result.summary) == (place, summary)


def test_uids_are_the_same_every_time_and_equal_lines_are_two_records() -> None:
    line = "- 2024-01-01: Lunch with **Ada Example**.\n"
    text = f"### Activities:\n{line}{line}### Friends:\n- Ada Example\n"
    first, again = read(text)[0], read(text.replace("- Ada", "-  Ada"))[0]
    assert [entry.uid for entry in first] == [entry.uid for entry in again]
    assert len({entry.uid for entry in first}) == 3


@pytest.mark.parametrize("text", ["words\n", "# Title\n- list\n", "First Name,Connected On\n", "#friends\n"])
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    assert not friends.detect(text)
    with pytest.raises(NotThisFormat, match="none of the headings"):
        read(text)


def test_neither_format_takes_the_other() -> None:
    assert not linkedin.detect(SAMPLE)


@given(st.data())
def test_a_damaged_file_never_ends_in_anything_but_a_plain_refusal(data: st.DataObject) -> None:
    damaged = SAMPLE.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(damaged)))
        end = data.draw(st.integers(start, min(len(damaged), start + 12)))
        new = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"**", b"_", b"\n", b"- ", b"### ", b"@", b": "])
        )
        damaged = damaged[:start] + new + damaged[end:]
    try:
        entries = list(friends.parse(text_file(damaged)))
    except NetbookError:
        return
    known = {entry.uid for entry in entries if isinstance(entry, PersonEntry)}
    for entry in entries:
        if isinstance(entry, MeetingEntry | NoteEntry):
            assert entry.people
            assert set(entry.people) <= known
    assert entries == list(friends.parse(text_file(damaged)))
