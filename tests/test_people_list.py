"""The list of people: filters, orders, and how it looks."""

from __future__ import annotations

import re
import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from netbook.render.people import text
from netbook.render.text import Screen, width_of
from netbook.reports.people import PeopleQuery, PeopleReport, PersonRow
from netbook.store import journal
from netbook.store.read import people as read
from netbook.store.read.people import PeopleScope
from tests.conftest import Shell


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of five people; one parted from, one paused, one never met, one drifting."""
    netbook = Shell(tmp_path_factory.mktemp("written") / "netbook.db")
    netbook.ok('add "Ana Ruiz" --circle peers --org "Acme Labs" --place "New York" --tag speaker')
    netbook.ok('add "Bo Lind" --circle mentors --org Acme --place York --tag "C++" --tag speaker')
    netbook.ok('add "Mia Chen" --circle peers --org Northwind --place Zürich')
    netbook.ok('add "Omar Haddad" --org Northwind --tag C#')
    netbook.ok('add "Zoe Adler" --circle peers --org Acme')
    for day in ("2026-01-10", "2026-02-10", "2026-03-10"):
        netbook.ok(f"log ana -k coffee -d {day}")
    netbook.ok("log bo -k call -d 2026-11-20 -c climbing")
    netbook.ok("log mia -k email -d 2026-11-20 -c climbing")
    netbook.ok("log omar -k lunch -d 2026-11-01")
    netbook.ok("log omar -k letter -d 2026-11-02")
    netbook.ok("pause bo")
    netbook.sql("UPDATE person SET parted_on = '2026-06-01' WHERE handle = 'zoe-adler'")
    return netbook.db


@pytest.fixture
def people(netbook: Shell, written: Path) -> Shell:
    """A shell with a copy of that journal."""
    netbook.db.parent.mkdir()
    shutil.copy(written, netbook.db)
    return netbook


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ("", "ana bo mia omar"),
        ("--circle peers", "ana mia"),
        ("--circle Peers", "ana mia"),
        ("--circle team", ""),
        ("--tag speaker", "ana bo"),
        ("--tag SPEAKER", "ana bo"),
        ("--tag @speaker", "ana bo"),
        ("--tag c++", "bo"),
        ("--tag c", "bo omar"),
        ("--tag nothing", ""),
        ("--org acme", "ana bo"),
        ("--org 'acme labs'", "ana"),
        ("--place york", "ana bo"),
        ("--place zurich", "mia"),
        ("--place zur", ""),
        ("--topic Climbing", "bo mia"),
        ("--never-met", "mia"),
        ("--drifting", "ana"),
        ("--parted", "zoe"),
        ("--parted --circle mentors", ""),
        ("--topic climbing --never-met --circle peers", "mia"),
        ("--org acme --tag speaker --place 'new york'", "ana"),
        ("--drifting --never-met", ""),
    ],
)
def test_filters_combine(people: Shell, options: str, names: str) -> None:
    rows, objects = people(f"people {options} --csv").rows, people(f"people {options} --json").json
    assert " ".join(row["name"].split()[0].casefold() for row in rows) == names
    assert [row["handle"] for row in objects] == [row["handle"] for row in rows]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("name", "Ana Bo Mia Omar"),
        ("last", "Bo Omar Ana Mia"),
        ("due", "Ana Mia Bo Omar"),  # neither paused nor without a cadence is ever due
        ("meetings", "Ana Omar Bo Mia"),
    ],
)
def test_orders(people: Shell, order: str, names: str) -> None:
    rows = people(f"people --sort {order} --csv").rows
    assert " ".join(row["name"].split()[0] for row in rows) == names


def test_what_drifts_depends_on_the_day(people: Shell) -> None:
    def found(today: str) -> list[str]:
        return [row["handle"] for row in people("people --drifting --csv", today=today).rows]

    # Gaps of 31 and 28 days: 29.5 is usual, 59 still bearable.
    assert found("2026-05-08") == []
    assert found("2026-05-09") == ["ana-ruiz"]
    # An e-mail is no contact, a call is.
    people.ok("log ana -k email -d 2026-11-20")
    assert found("2026-11-21") == ["ana-ruiz"]
    people.ok("log ana -k call -d 2026-11-20")
    assert found("2026-11-21") == []


def test_the_columns_are_those_of_export_people(people: Shell) -> None:
    exported = people("export people").rows
    listed = people("people --csv").rows + people("people --parted --csv").rows
    assert listed == exported
    objects = people("people --json").json + people("people --parted --json").json
    assert objects == people("export people --json").json


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        ("--circle pears", 1, 'no circle is called "pears"; did you mean peers?'),
        ("--topic climing", 1, 'no topic is called "climing"; the nearest: climbing'),
        ("--sort age", 2, 'unknown order "age"; there are name, last, due, meetings'),
        ("--csv --json", 2, "--csv and --json cannot go together; choose one"),
    ],
)
def test_what_cannot_be_asked(people: Shell, options: str, status: int, message: str) -> None:
    assert people.fails(f"people {options}", status).startswith(message)


@pytest.mark.parametrize(
    ("options", "output"),
    [
        ("--circle team", 'in the circle "team"'),
        ("--tag nothing --never-met", 'tagged "nothing" and never met'),
        ("--org x --place y --topic chess", 'at "x", in "y" and with whom you share "chess"'),
    ],
)
def test_a_filter_that_finds_nobody_says_so(people: Shell, options: str, output: str) -> None:
    people.ok("common ana chess")
    assert people.ok(f"people {options}") == f"Nobody found: {output} (netbook people lists everybody)\n"


def test_an_empty_journal_says_what_to_do(netbook: Shell) -> None:
    output = 'Nobody is in the journal yet: netbook add "NAME", or netbook import FILE\n'
    assert netbook.ok("people") == output
    assert netbook.ok("people --json") == "[]\n"


def test_a_journal_of_goodbyes(netbook: Shell) -> None:
    netbook.ok('add "Zoe Adler"')
    netbook.sql("UPDATE person SET parted_on = '2026-06-01'")
    assert netbook.ok("people").startswith("You have parted from everybody in the journal: ")


def test_the_list_in_a_pipe_cuts_nothing_off(people: Shell) -> None:
    head, empty, columns, *rows = people.ok("people --circle peers --sort due").rstrip("\n").split("\n")
    assert (head, empty) == ('2 people: in the circle "peers"', "")
    assert " ".join(columns.split()) == "last contact due circle works at meetings handle"
    assert [row.split() for row in rows] == [
        ["Ana", "Ruiz", "10", "Mar", "10", "Apr", "peers", "Acme", "Labs", "3", "ana-ruiz"],
        ["Mia", "Chen", "never", "21", "Nov", "peers", "Northwind", "1", "mia-chen"],
    ]
    assert "paused" in people.ok("people --tag c++")
    assert "parted" in people.ok("people --parted")


ROW = PersonRow(
    handle="lena-vogt", name="Lena Vogt", circle="peers", cadence="1m", org="Fabrikam", department=None,
    title=None, place=None, email=(), phone=(), url=(), birthday=None, aliases=(), tags=(), known_since=None,
    how_met=None, introduced_by=None, status="active", last_contact=date(2025, 10, 10),
    due_on=date(2025, 11, 10), meetings=1204, topics=(), uid="u",
)  # fmt: skip


@pytest.mark.parametrize("count", [3, 300])
@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (40, "last contact due"),
        (60, "last contact due circle works at"),
        (70, "last contact due circle works at meetings"),
        (80, "last contact due circle works at meetings handle"),
        (140, "last contact due circle works at meetings handle"),
    ],
)
def test_columns_go_from_the_right_as_the_screen_narrows(
    width: int, columns: str, colour: bool, count: int
) -> None:
    others = [replace_row(name=f"L{number:03} Vogt") for number in range(count - 1)]
    rows = [replace_row(name="名前 長い", handle="x"), *others]
    lines = text(PeopleReport(date(2026, 11, 21), PeopleQuery(), rows, True), Screen(width, colour)).split(
        "\n"
    )
    plain = [re.sub("\x1b.*?m", "", line).rstrip() for line in lines]
    assert plain[2].split() == columns.split()
    assert max(map(width_of, plain)) <= width
    assert ("\x1b" in "".join(lines)) is colour


@pytest.mark.parametrize("count", [2, 300])
@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (40, "last contact handle"),
        (60, "last contact due circle handle"),
        (140, "last contact due circle works at meetings handle"),
    ],
)
def test_the_handle_stays_where_two_share_a_first_name(width: int, columns: str, count: int) -> None:
    rows = [ROW, *[replace_row(name="LENA Lund", handle="lena-lund")] * (count - 1)]
    lines = text(PeopleReport(date(2026, 11, 21), PeopleQuery(), rows, True), Screen(width)).split("\n")
    assert lines[2].split() == columns.split()
    assert max(map(width_of, lines)) <= width


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_very_long_name_wraps(width: int) -> None:
    rows = [ROW, replace_row(name="Lena " + "Vogt " * 39)]
    lines = text(PeopleReport(date(2026, 11, 21), PeopleQuery(), rows, True), Screen(width)).split("\n")
    assert max(map(len, lines)) <= width
    assert "\n".join(lines).count("Vogt") == 40


def test_what_came_from_outside_steers_no_terminal() -> None:
    rows = [replace_row(name="[/b]\x1b[31mred\u202e", org="a\nb")]
    output = text(PeopleReport(date(2026, 11, 21), PeopleQuery(org=("\x1b[2J",)), rows, True), Screen(140))
    assert "\x1b" not in output
    assert "\u202e" not in output
    assert "[/b]\\x1b[31mred\\u202e" in output
    assert 'at "\\x1b[2J"' in output


def replace_row(**values: object) -> PersonRow:
    return ROW._replace(**values)  # type: ignore[arg-type]


def test_statements_go_through_indexes() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(db)
    assert list(read.people(db, date(2026, 11, 21), PeopleScope())) == []
    assert list(read.contact_days(db, date(2026, 11, 21), 10)) == []
    for statement in (read.PEOPLE, read.RHYTHMS):
        names = ("today", "lists", "latest", *PeopleScope().values())
        plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {statement}", dict.fromkeys(names))]
        scanned = [step for step in plan if step.startswith("SCAN") and "json_each" not in step]
        assert all(step.startswith(("SCAN p", "SCAN (subquery")) for step in scanned), plan
    db.close()


def test_shells_complete_the_orders_and_the_tables(netbook: Shell) -> None:
    for words, place, results in (
        ("netbook people --sort d", "3", "due"),
        ("netbook export comm", "2", "commonalities"),
    ):
        answer = netbook.process("", _NETBOOK_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=place)
        assert answer.out.split() == [results]
