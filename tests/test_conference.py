"""A conference from a week before to a month after, and half a year of plans, as somebody lives them."""

from __future__ import annotations

from datetime import date, timedelta

from tests.conftest import Shell


def whys(netbook: Shell, today: str) -> list[tuple[str, str, str]]:
    """The morning's rows: why, who, and what to do."""
    return [(row["why"], row["handle"], row["suggestion"]) for row in netbook("due --csv", today=today).rows]


def test_a_conference_is_prepared_lived_and_followed_up(netbook: Shell) -> None:
    def ok(line: str, today: str) -> str:
        return netbook.ok(line, today=today)

    # A week before: whom do I know who goes there, and whom should I meet?
    ok(
        "add 'Lena Lantern' --known-since 2020-01-01 --circle peers --org 'Lighthouse Lamps' --every 6m",
        "2026-06-01",
    )
    ok("add 'Omar Oakleaf' --known-since 2020-01-01 --circle peers --every 6m", "2026-06-01")
    ok("log lena -k lunch -c climbing -p 'the paper on queueing'", "2026-10-01")
    ok("log omar -k call -c climbing", "2026-10-02")
    ok("add 'Mia Meadow' --org 'Lighthouse Lamps' --title Engineer", "2026-11-05")
    ok("add 'Raj Rainfall' --introduced-by omar --every none", "2026-11-05")
    answer = ok(
        "event 'CIO Forum' --on '18 nov' --until '19 nov' --place Berlin --with lena --with omar --with mia "
        "--with raj",
        "2026-11-11",
    )
    assert answer.startswith("Added: CIO Forum, Wednesday 18 November to Thursday 19 November 2026\n")
    assert "expected  Lena Lantern, Omar Oakleaf, Mia Meadow and Raj Rainfall" in answer
    brief = netbook("prep 'cio forum' --json", today="2026-11-11").json
    assert (brief["event"], brief["goal"], brief["new"], brief["expected"]) == ("CIO Forum", 2, 0, 4)
    assert [(row["person"], row["open"]) for row in brief["known"]] == [
        ("Lena Lantern", ["you promised: the paper on queueing"]), ("Omar Oakleaf", [])
    ]  # fmt: skip
    assert [(row["person"], row["because"]) for row in brief["unknown"]] == [
        ("Mia Meadow", ["Lena Lantern also at Lighthouse Lamps"]), ("Raj Rainfall", ["Omar Oakleaf introduced you"])
    ]  # fmt: skip
    assert [(row["a"], row["b"]) for row in brief["introduce"]] == [("Lena Lantern", "Omar Oakleaf")]
    assert netbook("prep e1 --json", today="2026-11-11").json == brief
    on_screen = ok("prep e1", "2026-11-11")
    assert on_screen.startswith("CIO Forum · Wednesday 18 November to Thursday 19 November · Berlin\n\nGoal ")
    assert (
        "Meet          Mia Meadow (Engineer, Lighthouse Lamps): Lena Lantern also at Lighthouse Lamps\n"
        in on_screen
    )
    assert "netbook prep e1" in ok("due", "2026-11-11")
    assert [row["handle"] for row in netbook("people --event 'cio forum' --csv", today="2026-11-11").rows] == [
        "lena-lantern", "mia-meadow", "omar-oakleaf", "raj-rainfall"
    ]  # fmt: skip

    # The evening of the first day.
    ok("log mia -n 'Bo Birch' -e 'CIO Forum' -c mia:skiing", "2026-11-18")
    # On its last day the row compares with the goal; with two new there is nothing left to ask the day after.
    assert "CIO Forum, Berlin, until 19 November; goal: 2 new" in ok("due", "2026-11-18")
    assert "2 of 2 new" in netbook("due --only event --csv", today="2026-11-19").rows[0]["detail"]
    assert netbook("due --only event --csv", today="2026-11-20").rows == []
    ok("log raj -k coffee", "2026-11-19")

    # From the day after on they are followed up; whoever introduced Raj is to be told.
    assert whys(netbook, "2026-11-20") == [
        ("new", "bo-birch", "write"), ("new", "mia-meadow", "write"), ("new", "raj-rainfall", "write"),
        ("waiting", "omar-oakleaf", ""),
    ]  # fmt: skip
    (row,) = netbook("due --only waiting --csv", today="2026-11-20").rows
    assert (row["detail"], row["ref"]) == ("introduced you to Raj Rainfall, met on 19 November", "m4")
    ok("thank omar 'for Raj' --how letter", "2026-11-20")
    assert whys(netbook, "2026-11-20")[-1][0] == "new"
    assert netbook("goal --csv", today="2026-11-20").rows[0]["followed_up"] == "0"

    # Mia is written to and decided about; Bo is called and let rest; Raj is only to be written to.
    ok("log mia -k email", "2026-11-21")
    assert ("new", "mia-meadow", "circle") in whys(netbook, "2026-11-21")
    ok("edit mia --circle peers", "2026-11-21")
    ok("log bo -k call", "2026-11-23")
    ok("edit bo --every none", "2026-11-23")
    assert whys(netbook, "2026-11-23") == [("new", "raj-rainfall", "write")]
    assert whys(netbook, "2026-12-05") == [("new", "raj-rainfall", "call")]
    ok("log raj -k message", "2026-12-05")
    assert whys(netbook, "2026-12-05") == []
    assert netbook("goal --csv", today="2026-12-05").rows[0]["followed_up"] == "2"
    assert netbook.ok("people --undecided --handles", today="2026-12-05") == ""

    # An introduction that was offered comes back after two weeks, once.
    ok("intro lena omar --outcome offered --because 'both climb'", "2026-11-24")
    assert netbook("due --only waiting --csv", today="2026-12-07").rows == []
    (row,) = netbook("due --only waiting --csv", today="2026-12-08").rows
    assert (row["handle"], row["detail"], row["due_on"], row["ref"]) == (
        "lena-lantern", "introduction to Omar Oakleaf (both climb) offered on 24 November", "2026-12-08", "i1"
    )  # fmt: skip
    assert len(netbook("due --only waiting --csv", today="2027-01-06").rows) == 1
    assert netbook("due --only waiting --csv", today="2027-01-07").rows == []
    ok("intro lena omar --outcome made", "2026-12-09")
    assert netbook("due --only waiting --csv", today="2026-12-09").rows == []

    # A request without an answer as well; dropped, it is silent.
    ok("gave lena 'a ticket'", "2026-12-01")
    ok("ask lena 'would you look over my talk'", "2026-12-01")
    assert netbook("due --only waiting --csv", today="2026-12-14").rows == []
    (row,) = netbook("due --only waiting --csv", today="2026-12-15").rows
    assert (row["handle"], row["ref"]) == ("lena-lantern", "q1")
    assert (
        ok("drop q1", "2026-12-15") == "Dropped (q1): request to Lena Lantern: would you look over my talk\n"
    )
    assert netbook("due --only waiting --csv", today="2026-12-15").rows == []
    netbook.fails("drop q1", 1, today="2026-12-15")


def test_who_was_known_before_is_not_new_and_who_is_due_is_reached(netbook: Shell) -> None:
    netbook.ok("log -n 'Old Oak' -k lunch", today="2026-11-01")
    netbook.ok("edit old --known-since 2019-01-01", today="2026-11-01")
    netbook.ok("log -n 'Due Dahlia' -k lunch --every 1w", today="2026-11-01")
    netbook.ok("log -n 'New Nettle' -k lunch", today="2026-11-01")
    assert whys(netbook, "2026-11-01") == []
    assert whys(netbook, "2026-11-10") == [("new", "new-nettle", "write"), ("contact", "due-dahlia", "lunch")]
    netbook.ok("pause new", today="2026-11-10")
    assert whys(netbook, "2026-11-10") == [("contact", "due-dahlia", "lunch")]
    netbook.ok("resume new", today="2026-11-10")
    assert ("new", "new-nettle", "call") in whys(netbook, "2026-12-31")
    assert "new" not in {why for why, *_ in whys(netbook, "2027-01-01")}


def test_an_event_without_a_goal_is_in_no_figure(netbook: Shell) -> None:
    netbook.ok("event Retreat --on 2026-11-20 --goal 0")
    assert netbook("goal --csv").rows == []
    assert netbook("due --only event --csv").rows == []
    assert netbook("due --only event --csv", today="2026-11-19").rows[0]["detail"] == "Retreat"


def test_six_months_of_plans_kept_moved_and_missed(netbook: Shell) -> None:
    """Each month a lunch with three people: one is kept, one moved by a week and kept, one missed and dropped."""
    for name in ("Ana Apricot", "Bo Birch", "Cy Cypress"):
        netbook.ok(f"log -n '{name}' -k coffee --every 1m", today="2026-01-01")
        netbook.ok(f"log {name.split()[0].lower()} -k email", today="2026-01-02")
    number = 0
    for month in range(1, 7):
        day = date(2026, month, 10)
        for name in ("ana", "bo", "cy"):
            netbook.ok(f"plan {name} --on {day} -k lunch", today=str(day - timedelta(days=9)))
        # Nobody of a plan is to be reached until its day.
        assert netbook("due --csv", today=str(day - timedelta(days=1))).rows == []
        assert [why for why, *_ in whys(netbook, str(day))] == ["planned"] * 3
        netbook.ok(f"log p{number + 1}", today=str(day))
        netbook.ok(f"plan p{number + 2} --on {day + timedelta(days=7)}", today=str(day))
        late = str(day + timedelta(days=2))
        assert [
            (row["handle"], row["ref"]) for row in netbook("due --only planned --csv", today=late).rows
        ] == [("cy-cypress", f"p{number + 3}")]
        netbook.ok(f"drop p{number + 3}", today=late)
        netbook.ok(f"log p{number + 2}", today=str(day + timedelta(days=7)))
        number += 3
    assert netbook.ok("plan", today="2026-07-01").startswith("Nothing is planned")
    assert netbook.sql("SELECT status, count(*) FROM plan GROUP BY status ORDER BY status") == [
        ("dropped", 6), ("met", 12)
    ]  # fmt: skip
    kinds = netbook.sql("SELECT date, kind FROM meeting WHERE kind = 'lunch' ORDER BY date")
    assert [day for day, _ in kinds[:2]] == ["2026-01-10", "2026-01-17"]
    assert len(kinds) == 12
    # Of the three only the one who was missed is late.
    assert [handle for why, handle, _ in whys(netbook, "2026-07-01") if why == "contact"] == ["cy-cypress"]
