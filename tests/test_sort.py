"""From a heap to a plan: `sort` at a terminal, `circle --add` in a script, and the list of whom is undecided."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from netbook.core.sort_keys import keys_of
from tests.conftest import Shell, built_once
from tests.terminal import CTRL_C, Terminal

TODAY = date(2026, 11, 21)


@pytest.fixture
@built_once
def heap(netbook: Shell) -> Shell:
    """Somebody met, somebody written to, somebody with a topic, and three known by their connection alone."""
    for name, since in (("Abe Ash", "2020-01-01"), ("Bea Birch", "2024-03-03"), ("Cy Cypress", None)):
        netbook.ok(f"add '{name}' {f'--known-since {since}' if since else ''} --org Acme")
    netbook.ok("add 'Dora Dahlia'")
    netbook.ok("common dora chess")
    netbook.ok("add 'Eli Elder'")
    netbook.ok("log eli -k email")
    netbook.ok("log -n 'Fay Fern' -k lunch -l 'had me try sushi'")
    netbook.ok("add 'Gus Gorse' --circle peers")
    return netbook


def circles(netbook: Shell) -> dict[str, tuple[str, str]]:
    return {row["handle"]: (row["circle"], row["cadence"]) for row in netbook("people --csv").rows}


def test_each_circle_has_a_key() -> None:
    assert keys_of(["team", "peers", "mentors", "customers", "community"]) == {
        "t": "team", "p": "peers", "m": "mentors", "c": "customers", "o": "community"
    }  # fmt: skip
    assert keys_of(["queue", "u", "李", "q"]) == {"e": "queue", "1": "u", "2": "李", "3": "q"}
    assert len(keys_of([f"c{number}" for number in range(20)])) == 10


def test_a_round_at_a_terminal(heap: Shell) -> None:
    before = heap.dump()
    with Terminal(heap, "sort") as terminal:
        assert "t team · p peers · m mentors · c customers · o community · - none" in terminal.expect("q end")
        answer = terminal.expect("had you try sushi\n")
        assert "1 of 6  Fay Fern (fay-fern)\n        met once, last on 21 November\n" in answer
        terminal.type("p")
        assert "  peers\n\n2 of 6  Eli Elder (eli-elder)\n        wrote 1 time\n" in terminal.expect("time\n")
        terminal.type("x")  # no circle's key
        terminal.expect("q end")
        terminal.type("-")
        terminal.expect("3 of 6  Dora Dahlia (dora-dahlia)\n        in common: chess\n")
        # It is in the journal at once.
        assert circles(heap)["eli-elder"] == ("", "none")
        terminal.type("u")
        terminal.expect("  back\n\n2 of 6  Eli Elder")
        assert circles(heap)["eli-elder"] == ("", "")
        terminal.type("o")
        terminal.expect("3 of 6  Dora")
        terminal.type(" ")
        terminal.expect(
            "  later\n\n4 of 6  Bea Birch (bea-birch)\n        Acme\n        known since 3 March 2024\n"
        )
        terminal.type("\x1b[A")  # an arrow is no key of a circle
        terminal.expect("q end")
        terminal.type("q")
        assert terminal.ends(0) == (
            "\nSorted 2: 1 peers, 1 community; 1 for later; 4 not decided about\n  go on: netbook sort\n"
        )
    assert circles(heap)["fay-fern"] == ("peers", "1m")
    # It goes on where it was left; a round is one step.
    assert [row["handle"] for row in heap("people --undecided --csv").rows] == [
        "abe-ash", "bea-birch", "cy-cypress", "dora-dahlia"
    ]  # fmt: skip
    assert heap("history --csv").rows[0]["what"] == "sort"
    heap.ok("undo")
    assert circles(heap)["fay-fern"] == ("", "")
    assert circles(heap)["eli-elder"] == ("", "")
    assert sorted(line for line in before.splitlines() if line.startswith("person ")) == sorted(
        line for line in heap.dump().splitlines() if line.startswith("person ")
    )


def test_an_interruption_keeps_what_was_decided_and_a_filter_narrows_the_round(heap: Shell) -> None:
    with Terminal(heap, "sort --org acme --limit 2") as terminal:
        terminal.expect("1 of 2  Bea Birch")
        terminal.type("t")
        terminal.expect("2 of 2  Abe Ash")
        terminal.stop(CTRL_C)
    assert circles(heap)["bea-birch"] == ("team", "2w")
    assert circles(heap)["abe-ash"] == ("", "")
    heap.ok("undo")
    assert circles(heap)["bea-birch"] == ("", "")


def test_first_contacts_are_spread_at_the_end_of_a_round(netbook: Shell) -> None:
    for number in range(10):
        netbook.ok(f"add 'Person {number:02}' --known-since 2026-01-{number + 1:02}", today="2026-02-01")
    with Terminal(netbook, "sort") as terminal:
        for number in range(10):
            terminal.expect(f"{number + 1} of 10")
            terminal.type("t")
        assert "10 first contacts are spread from 21 November to 3 December" in terminal.ends(0)
    rows = netbook("due --within 30 --csv").rows
    # The last connected first, over the two weeks of the team.
    assert [(row["person"], row["days_overdue"]) for row in rows[:3]] == [
        ("Person 09", "0"), ("Person 08", "-1"), ("Person 07", "-2")
    ]  # fmt: skip
    assert max(Counter(row["due_on"] for row in rows).values()) == 1
    with Terminal(netbook, "sort") as terminal:
        assert "Nobody is left to decide about" in terminal.ends(0)


def test_a_script_is_told_what_to_do(heap: Shell) -> None:
    assert heap.fails("sort", 2) == (
        "sort asks at a terminal; in a script: "
        "netbook people --undecided --handles | xargs netbook circle NAME --add"
    )
    handles = heap.ok("people --undecided --handles").split()
    assert handles == ["abe-ash", "bea-birch", "cy-cypress", "dora-dahlia", "eli-elder", "fay-fern"]
    assert heap.fails(f"circle peers --add {' '.join(handles)} nobody", 1).startswith(
        'nobody is called "nobody"'
    )
    answer = heap.ok(f"circle peers --add {' '.join(handles)}")
    assert answer.startswith(
        "Changed: peers, every 1m: people who do what you do, elsewhere\n  put into it: Abe Ash, "
    )
    assert heap.ok("people --undecided --handles") == ""
    heap.ok("undo")
    assert heap.ok("people --undecided --handles").split() == handles


def test_filters_are_repeatable(heap: Shell) -> None:
    heap.ok("edit abe --department Sales --tag a")
    heap.ok("edit cy --department Law")
    heap.ok("log -n 'Ida Iris' -e 'Harbour Meetup'")

    def names(options: str) -> list[str]:
        return heap.ok(f"people {options} --handles").split()

    assert names("--department sales --department law") == ["abe-ash", "cy-cypress"]
    assert names("--event harbour") == ["ida-iris"]
    assert names("--circle peers --circle team") == ["gus-gorse"]
    assert names("--org acme --tag a") == ["abe-ash"]
    assert names("--undecided --never-met --org acme") == ["abe-ash", "bea-birch", "cy-cypress"]
    assert heap.ok("people --department Sales --department Law").startswith(
        '2 people: in the department "Sales" or "Law"\n'
    )
    assert (
        heap.fails("people --handles --csv", 2) == "--handles and --csv cannot go together; give one of them"
    )
    heap.fails("people --event nowhere", 1)


def test_six_hundred_connections_stand_behind_the_people_you_know(
    netbook: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A real address book: 600 rows of LinkedIn into a circle, with thirty people of real history."""
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    for number in range(600):
        on = date(2024, 1, 1) + timedelta(days=number)
        lines.append(
            f"Conny{number:03},Link,https://www.linkedin.com/in/c{number:03},,Acme,Clerk,{on:%d %b %Y}"
        )
    path = tmp_path_factory.mktemp("linkedin") / "Connections.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    # Thirty people met on different days: of a monthly cadence, the first ten of them are late.
    new = " ".join(f"-n 'Real {number:02}'" for number in range(30))
    netbook.ok(f"log {new} -k lunch --every 1m", today="2026-01-05")
    for number in range(30):
        netbook.ok(f"log real-{number:02} -k call", today=str(TODAY - timedelta(days=75 - 2 * number)))
    answer = netbook(f"import {path} --circle community")
    assert answer.status == 0
    rows = netbook("due --only contact --csv").rows
    real = [f"Real {number:02}" for number in range(30)]
    late = [row["person"] for row in rows if row["person"].startswith("Real")]
    # Called 75, 73, … days ago, and due a month later: twenty-three are due.
    assert [row["person"] for row in rows[:10]] == late[:10] == real[:10]
    assert len(rows) == 23 + 4  # and as many first contacts as are on a day
    assert netbook.ok("due --count") == f"{len(netbook('due --csv').rows)}\n"
    starts = Counter(
        row["due_on"] for row in netbook("due --within 365 --csv").rows if row["person"].startswith("Conny")
    )
    days = (date(2027, 5, 21) - TODAY).days
    assert sum(starts.values()) == 600
    assert max(starts.values()) <= 2 * 600 / days
    # The last connected come first.
    first = [
        row["person"] for row in netbook("due --within 1 --csv").rows if row["person"].startswith("Conny")
    ]
    assert set(first) == {f"Conny{number:03} Link" for number in range(600 - len(first), 600)}
    feed = netbook.ok("export calendar")
    assert feed.count("SUMMARY:Reach out to") == 630
    assert netbook.ok("due").startswith("Saturday 21 November: 5 of ")
