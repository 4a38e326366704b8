"""`find`: full text over everything, as somebody looks for what they half remember."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbook.core.tables import TABLES
from netbook.store.read.find import SOURCES, TEXTS
from tests.conftest import Shell, built_once
from tests.screen import on_screen

FILLING = [
    "add 'Zoë Àvila' --org Northwind --department Platform --title 'staff engineer' --place 'Windmill Bay' "
    "--email zoe@example.org --phone '+49 30 5550' --url https://zoe.example --alias Zed --tag rower "
    "--how 'through the reading group'",
    "add 'Bo Lind' --circle peers",
    "log zoe bo -k lunch --place 'Blue Door' -m 'The reorganisation, and sushi' --on 2026-10-10",
    "log zoe --event 'Gear Fair' --on 2026-11-02 -c climbing -l 'family: a daughter in Delft' --gave 'a review'",
    "event 'Gear Fair' --on 2026-11-02 --place Hillside --host Gearworks",
    "common zoe chess --detail 'the slow kind'",
    "got bo 'a list of printers' --on 2026-11-03",
    "thank bo --how card",
    "promise zoe 'send the paper on queueing' by 2026-12-01",
    "ask bo 'which book on negotiation should come first'",
    "answer bo yes 'the thin green one'",
    "strain bo 'spoke over him in the retro'",
    "repair bo 'a long walk'",
    "intro zoe bo --because 'both keep bees'",
    "circle divers --every 1m --describe 'people of the cave club'",
    "log --fleeting 'a man with a violin on the night train' --on 2026-11-05",
    "goodbye --org Northwind --why 'the contract is over'",
]


@pytest.fixture
@built_once
def filled(netbook: Shell) -> Shell:
    for line in FILLING:
        assert netbook(line).status == 0, line
    return netbook


def found(netbook: Shell, text: str) -> list[tuple[str, str]]:
    return [(row["where"], row["handle"]) for row in netbook(f"find --csv -- {shlex.quote(text)}").rows]


CASES = [
    ("zoe", [("person", "zoe-avila")]),
    ("ZOË avil", [("person", "zoe-avila")]),
    ("Zed", [("person", "zoe-avila")]),
    ("northw", [("person", "zoe-avila"), ("farewell", "")]),
    ("staff platform", [("person", "zoe-avila")]),
    ("zoe@example.org", [("person", "zoe-avila")]),
    ("5550", [("person", "zoe-avila")]),
    ("zoe.example", [("person", "zoe-avila")]),
    ("rower", [("person", "zoe-avila")]),
    ("reading group", [("person", "zoe-avila")]),
    ("sushi", [("meeting", "bo-lind; zoe-avila")]),
    ("lunch blue", [("meeting", "bo-lind; zoe-avila")]),
    ("gear", [("event", "")]),
    ("gearworks", [("event", "")]),
    ("climb", [("topic", "")]),
    ("slow", [("commonality", "zoe-avila")]),
    ("delft", [("note", "zoe-avila")]),
    ("family", [("note", "zoe-avila")]),
    ("printers", [("favor", "bo-lind")]),
    ("queueing", [("followup", "zoe-avila")]),
    ("negotiation", [("request", "bo-lind")]),
    ("green", [("request", "bo-lind")]),
    ("retro", [("strain", "bo-lind")]),
    ("long walk", [("strain", "bo-lind")]),
    ("bees", [("introduction", "zoe-avila; bo-lind")]),
    ("cave", [("circle", "")]),
    ("violin", [("meeting", "")]),
    ("contract", [("farewell", "")]),
    # A word may be the name of whom it is about.
    ("zoe delft", [("note", "zoe-avila")]),
    ("zoe climb", [("commonality", "zoe-avila")]),
    ("zoe gear", [("meeting", "zoe-avila")]),
    ("sushi bo", [("meeting", "bo-lind; zoe-avila")]),
    ("bo delft", []),
    # The last word may be a beginning, the others are whole.
    ("pap queueing", []),
    ("paper que", [("followup", "zoe-avila")]),
    ("nothing of the sort", []),
]


@pytest.mark.parametrize(("text", "places"), CASES, ids=[text for text, _ in CASES])
def test_where_it_stands(filled: Shell, text: str, places: list[tuple[str, str]]) -> None:
    assert found(filled, text) == places


def test_every_table_of_the_index_can_be_read() -> None:
    assert {source.table: number for number, source in SOURCES.items()} == {
        name: table.searched.number for name, table in TABLES.items() if table.searched
    }
    assert set(TEXTS) == set(SOURCES)


def test_a_row_in_full(filled: Shell) -> None:
    assert filled("find delft --json").json == [
        {"where": "note", "person": "Zoë Àvila", "handle": "zoe-avila", "date": "2026-11-02",
         "text": "family: a daughter in Delft", "ref": "n1"}
    ]  # fmt: skip


def test_people_first_then_names_then_what_was_written_newest_first(netbook: Shell) -> None:
    netbook.ok("add Ana")
    for day in ("2026-01-05", "2026-03-05", "2026-02-05"):
        netbook.ok(f"log ana -m 'about oboes' --on {day}")
    netbook.ok("add 'Oboe Lund'")
    netbook.ok("common ana oboes")
    rows = netbook("find oboe --csv").rows
    assert [(row["where"], row["date"]) for row in rows] == [
        ("person", ""), ("topic", ""), ("meeting", "2026-03-05"), ("meeting", "2026-02-05"), ("meeting", "2026-01-05"),
    ]  # fmt: skip
    assert netbook.ok("find oboe --count") == "5\n"
    assert [row["where"] for row in netbook("find oboe --csv --limit 2").rows] == ["person", "topic"]


def test_it_follows_every_change(netbook: Shell) -> None:
    netbook.ok("add Ana --title baker")
    netbook.ok("learn ana 'plays the oboe'")
    assert found(netbook, "baker") == [("person", "ana")]
    netbook.ok("edit ana --title brewer --correct")
    assert (found(netbook, "baker"), found(netbook, "brewer")) == ([], [("person", "ana")])
    netbook.ok("remove ana --yes")
    assert (found(netbook, "brewer"), found(netbook, "oboe")) == ([], [])
    netbook.ok("undo")
    assert (found(netbook, "brewer"), found(netbook, "oboe")) == ([("person", "ana")], [("note", "ana")])


@pytest.mark.parametrize(
    "text", ['"', "a OR b", "NEAR(a b)", "text:x", "*", "^a", "-", "a AND", "😀", "", "(", "a'b"]
)
def test_any_text_is_a_valid_search(filled: Shell, text: str) -> None:
    assert filled(f"find --json -- {shlex.quote(text)}").status == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=30))
def test_any_text_at_all(netbook: Shell, text: str) -> None:
    # A new journal has nothing but its circles.
    assert {row["where"] for row in netbook(f"find --json -- {shlex.quote(text)}").json} <= {"circle"}


def test_on_a_terminal_the_match_is_shown_and_the_rest_counted(netbook: Shell) -> None:
    netbook.ok("add Ana")
    story = "so it went on and on " * 30 + "until the OBOE broke " + "and so it went on " * 30
    for _ in range(25):
        netbook.ok(f"learn ana '{story}'")
    status, screen = on_screen(netbook, "find oboe", 80)
    assert status == 0
    assert screen.count("OBOE") == 20
    assert "… and 5 more: netbook find oboe --all" in screen


def test_nothing_found_is_no_failure(netbook: Shell) -> None:
    assert netbook.ok("find unicorn") == 'Nothing in the journal matches "unicorn"\n'
    assert netbook.ok("find unicorn --csv") == "where,person,handle,date,text,ref\n"


def test_without_a_text(netbook: Shell) -> None:
    assert netbook.fails("find", 2) == "missing argument 'TEXT...'; see netbook find --help"


def test_a_word_in_the_middle_of_a_text_without_spaces(netbook: Shell) -> None:
    netbook.ok("add 李小龙")
    netbook.ok("log 李小龙 -m 我们谈了功夫电影")
    netbook.ok("learn 李小龙 '東京で寿司を食べた'")
    for word in ("功夫", "电影"):
        assert [row["where"] for row in netbook(f"find {word} --csv").rows] == ["meeting"]
    assert [row["where"] for row in netbook("find 寿司 --csv").rows] == ["note"]
    assert netbook("find 小龙 --csv").rows[0]["handle"] == "李小龙"
    assert netbook("find 功夫 寿司 --csv").rows == []
