"""The morning report. Today is Saturday 21 November 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbook.core.drafts import MeetingDraft, PersonDraft
from netbook.core.due import Candidate, cutoffs, in_order
from netbook.render import due as render
from netbook.render.text import Screen, width_of
from netbook.reports import due as report
from netbook.reports.due import DueQuery
from netbook.store import journal, write
from tests.conftest import Shell, built_once
from tests.screen import on_screen
from tests.terminal import Terminal

TODAY = date(2026, 11, 21)
HEADER = (
    "why,person,handle,circle,due_on,days_overdue,cadence,last_contact,last_kind,suggestion,starter,detail,"
    "phone,email,ref"
)


@pytest.fixture
@built_once
def lived_in(netbook: Shell) -> Shell:
    """A journal with something for every section."""
    for line, day in (
        ('add "Lena Vogt" --circle peers --place Berlin --how "at PMI chapter"', "2026-01-05"),
        ('add "Sam Okafor" --circle team --place "Bad Homburg"', "2026-01-05"),
        (
            'add "Priya Nair" --circle mentors --introduced-by lena --org Acme --title "head of planning"',
            "2026-11-01",
        ),
        ('add "Tomas Reyes" --circle customers --birthday 1976-11-25', "2026-01-05"),
        ('add "Raj Patel"', "2026-01-05"),
        ("log tomas -k video -m 'he had you try sushi'", "2026-08-18"),
        ("log lena -k coffee -c climbing -l 'family: daughter was choosing a college'", "2026-10-10"),
        ("log lena -k email -p 'the paper on queueing by 20 nov'", "2026-10-20"),
        ("log sam -k walk", "2026-11-01"),
        ("strain sam went to his manager over the backlog", "2026-11-02"),
        ("common sam rowing", "2026-11-10"),
        ("log raj -k lunch --got 'the vendor list' --they-promise 'intro to Mia by 24 nov'", "2026-11-14"),
        ("event 'Northwind Summit' --on 2026-11-26 --until 2026-11-27 --goal 3 --place Berlin", "2026-11-14"),
    ):
        netbook.ok(line, today=day)
    return netbook


def contact(netbook: Shell, options: str = "", today: str | None = None) -> list[tuple[str, int]]:
    """Who is to be reached, in order, with the days overdue."""
    rows = netbook(f"due --only contact {options} --csv", today=today).rows
    return [(row["handle"], int(row["days_overdue"])) for row in rows]


class TestTheReport:
    def test_every_section_for_people(self, lived_in: Shell) -> None:
        assert lived_in.ok("due") == (
            "Saturday 21 November: 3 people to reach, 1 to repair, 1 new, 1 promise, 1 thank-you, 1 birthday, 1 event\n"
            "\n"
            "Repair\n"
            "  Sam Okafor   since 2 Nov  meet in person\n"
            "               went to his manager over the backlog; 1 of 2 in common since then (rowing)\n"
            "\n"
            "New\n"
            "  Raj Patel    met 14 Nov  write, then call\n"
            "               over lunch; no circle yet\n"
            "\n"
            "Reach out                               last contact        next\n"
            "  Priya Nair   mentors    for 20 days   never met           call, 15 min\n"
            "               introduced by Lena Vogt; head of planning at Acme\n"
            "  Lena Vogt    peers      11 days late  coffee, 10 October  lunch\n"
            "               in common: climbing; daughter was choosing a college\n"
            "  Tomas Reyes  customers  3 days late   video, 18 August    coffee\n"
            "               only seen on a screen this year; last time: he had you try sushi\n"
            "\n"
            "Promised\n"
            "  Lena Vogt    by 20 Nov, 1 day late  netbook done 1\n"
            "               the paper on queueing\n"
            "\n"
            "Thanks owed\n"
            "  Raj Patel    since 14 Nov  netbook thank raj-patel\n"
            "               the vendor list\n"
            "\n"
            "Birthdays\n"
            "  Tomas Reyes  Wednesday 25 November  turns 50\n"
            "\n"
            "Events\n"
            "  Thursday 26 November  Northwind Summit, Berlin, until 27 November; goal: 3 new\n"
        )

    def test_every_column_for_scripts(self, lived_in: Shell) -> None:
        assert lived_in.ok("due --csv") == (
            f"{HEADER}\n"
            "repair,Sam Okafor,sam-okafor,team,2026-11-02,19,2w,2026-11-01,walk,meet in person,in common: rowing,"
            "went to his manager over the backlog; 1 of 2 in common since then (rowing),,,s1\n"
            "new,Raj Patel,raj-patel,,2026-11-14,7,,2026-11-14,lunch,write,,met over lunch; no circle yet,,,m5\n"
            "contact,Priya Nair,priya-nair,mentors,2026-11-01,20,6w,,,call,"
            "introduced by Lena Vogt; head of planning at Acme,never met: a first call takes 15 minutes,,,\n"
            "contact,Lena Vogt,lena-vogt,peers,2026-11-10,11,1m,2026-10-10,coffee,lunch,"
            "in common: climbing; daughter was choosing a college,last time was coffee,,,\n"
            "contact,Tomas Reyes,tomas-reyes,customers,2026-11-18,3,3m,2026-08-18,video,coffee,"
            "last time: he had you try sushi,only seen on a screen this year,,,\n"
            "promise,Lena Vogt,lena-vogt,peers,2026-11-20,1,1m,2026-10-10,coffee,,"
            "in common: climbing; daughter was choosing a college,the paper on queueing,,,t1\n"
            "thanks,Raj Patel,raj-patel,,2026-11-14,7,,2026-11-14,lunch,,,the vendor list,,,f1\n"
            "birthday,Tomas Reyes,tomas-reyes,customers,2026-11-25,-4,3m,2026-08-18,video,,"
            "last time: he had you try sushi,turns 50,,,\n"
            'event,,,,2026-11-26,-5,,,,,,"Northwind Summit, Berlin, until 27 November; goal: 3 new",,,e1\n'
        )

    def test_the_same_as_json(self, lived_in: Shell) -> None:
        rows = lived_in("due --json").json
        assert [list(row) for row in rows] == [HEADER.split(",")] * 9
        assert rows[2] == {
            "why": "contact", "person": "Priya Nair", "handle": "priya-nair", "circle": "mentors",
            "due_on": "2026-11-01", "days_overdue": 20, "cadence": "6w", "last_contact": None, "last_kind": None,
            "suggestion": "call", "starter": "introduced by Lena Vogt; head of planning at Acme",
            "detail": "never met: a first call takes 15 minutes", "phone": None, "email": None, "ref": None,
        }  # fmt: skip
        csv = lived_in("due --csv").rows
        assert [
            {key: "" if value is None else str(value) for key, value in row.items()} for row in rows
        ] == csv

    def test_an_empty_journal(self, netbook: Shell) -> None:
        assert netbook.ok("due") == (
            "Saturday 21 November: nothing is due\n"
            'nobody to reach out to yet: netbook add "NAME" --circle peers, or netbook import FILE\n'
        )
        assert netbook.ok("due --csv") == f"{HEADER}\n"
        assert netbook.ok("due --json") == "[]\n"
        assert netbook.ok("due --count") == "0\n"

    def test_nothing_is_due_because_nobody_has_a_cadence(self, netbook: Shell) -> None:
        netbook.ok("add 'Ana Ruiz'")
        netbook.ok("add 'Bo Lind'")
        assert netbook.ok("due").splitlines() == [
            "Saturday 21 November: nothing is due",
            "2 people have no cadence and never fall due: netbook sort, or edit WHO --circle NAME",
        ]
        netbook.ok("log ana")
        netbook.ok("edit ana --circle peers")
        netbook.ok("edit bo --every none")  # that is decided, and needs no advice
        assert netbook.ok("due") == "Saturday 21 November: nothing is due\n"

    def test_sections_without_rows_are_left_out(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle peers")
        assert netbook.ok("due") == (
            "Saturday 21 November: 1 person to reach\n\n"
            "Reach out                last contact  next\n  Ana  peers  due today  never met     call, 15 min\n"
        )

    def test_reading_changes_nothing(self, lived_in: Shell) -> None:
        before = lived_in.dump()
        for options in ("", "--csv", "--json", "--count", "--within 30 --all"):
            lived_in.ok(f"due {options}")
        assert lived_in.dump() == before

    @pytest.mark.parametrize(
        ("options", "status", "message"),
        [
            ("--csv --json", 2, "--csv and --json cannot go together; choose one"),
            ("--all --limit 3", 2, "--all and --limit cannot go together; give one of them"),
            ("--only thank", 2,
             'unknown reason "thank"; did you mean thanks? '
             "There are planned, repair, new, contact, promise, waiting, thanks, birthday, event"),
            ("--circle poors", 1,
             'no circle is called "poors"; did you mean peers? '
             "There are team, peers, mentors, customers, community (netbook circle NAME --every 1m adds one)"),
            ("--circle ''", 1, None),
            ("--place ''", 2, "a place cannot be empty"),
            ("--within=-1", 2, None),
            ("--within soon", 2, None),
            ("--limit 0", 2, None),
            ("--minutes 0", 2, 'cannot read the minutes "0"; write 90, "90 min" or 1h30, a month at most'),
            ("--minutes soon", 2, None),
            ("now", 2, None),
        ],
    )  # fmt: skip
    def test_bad_options(self, lived_in: Shell, options: str, status: int, message: str | None) -> None:
        answer = lived_in.fails(f"due {options}", status)
        assert answer == message or message is None


class TestContact:
    @pytest.mark.parametrize(
        ("today", "rows"),
        [
            ("2026-11-19", []),
            ("2026-11-20", [("ana", 0)]),
            ("2026-11-21", [("ana", 1)]),
            ("2027-11-20", [("ana", 365)]),
        ],
    )
    def test_due_from_the_day_itself_on(
        self, netbook: Shell, today: str, rows: list[tuple[str, int]]
    ) -> None:
        netbook.ok("log --new Ana -k call", today="2026-10-20")
        netbook.ok("edit ana --every 1m")
        assert contact(netbook, today=today) == rows

    @pytest.mark.parametrize(
        ("within", "rows"),
        [(0, []), (2, []), (3, [("ana", -3)]), (30, [("ana", -3)]), (36500, [("ana", -3)])],
    )
    def test_within_days(self, netbook: Shell, within: int, rows: list[tuple[str, int]]) -> None:
        netbook.ok("log --new Ana", today="2026-11-10")
        netbook.ok("edit ana --every 2w")
        assert contact(netbook, f"--within {within}") == rows
        assert ("in 3 days" in netbook.ok(f"due --within {within}")) == bool(rows)

    @pytest.mark.parametrize(
        ("every", "last", "due_on", "short"),
        [
            ("3d", "2026-11-10", "2026-11-13", "3d"),
            ("10 days", "2026-11-10", "2026-11-20", "10d"),
            ("biweekly", "2026-11-01", "2026-11-15", "2w"),
            ("1m", "2026-01-31", "2026-02-28", "1m"),
            ("monthly", "2026-10-21", "2026-11-21", "1m"),
            ("quarterly", "2025-11-30", "2026-02-28", "3m"),
            ("6 months", "2026-03-31", "2026-09-30", "6m"),
            ("yearly", "2024-02-29", "2025-02-28", "1y"),
        ],
    )
    def test_cadences_are_the_calendars(
        self, netbook: Shell, every: str, last: str, due_on: str, short: str
    ) -> None:
        netbook.ok(f"log --new Ana --on {last}")
        netbook.ok(f"edit ana --every '{every}'")
        (row,) = netbook("due --csv").rows
        assert (row["due_on"], row["cadence"]) == (due_on, short)

    def test_a_cadence_of_ones_own_goes_before_the_circles(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle team --every 1y")
        netbook.ok("add Bo --circle customers --every 3d")
        netbook.ok("add Cy --circle customers --every none")
        netbook.ok("add Dora --every 1w")
        netbook.ok("add Eli")
        netbook.ok("circle quiet --every none")
        netbook.ok("add Fay --circle quiet")
        netbook.ok("log ana bo cy dora eli fay", today="2026-11-12")
        assert contact(netbook) == [("bo", 6), ("dora", 2)]
        netbook.ok("edit cy --no-every")
        netbook.ok("circle customers --every 1w")
        assert contact(netbook) == [("bo", 6), ("cy", 2), ("dora", 2)]

    def test_written_kinds_never_count(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle team", today="2026-11-01")
        for kind in ("email", "message", "letter"):
            netbook.ok(f"log ana -k {kind}")
        (row,) = netbook("due --csv").rows
        assert (row["due_on"], row["last_contact"], row["last_kind"]) == ("2026-11-01", "", "")
        netbook.ok("log ana -k call")
        assert contact(netbook) == []

    def test_back_dated_meetings_count_from_their_day(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle team", today="2026-11-01")
        netbook.ok("log ana --on 2026-11-05")
        assert contact(netbook) == [("ana", 2)]
        netbook.ok("log ana --on 2026-01-05")
        assert contact(netbook) == [("ana", 2)]

    def test_what_is_still_to_come_does_not_count(self, netbook: Shell) -> None:
        netbook.ok("log --new Ana -m 'then'", today="2026-11-01")
        netbook.ok("edit ana --circle team")
        netbook.ok("log ana -k lunch -m 'later' -c chess -l 'goals: later'", today="2026-12-01")
        (row,) = netbook("due --csv").rows
        assert (row["last_contact"], row["last_kind"], row["starter"]) == (
            "2026-11-01", "meeting", "last time: then"
        )  # fmt: skip

    def test_of_several_meetings_on_one_day_the_one_logged_last(self, netbook: Shell) -> None:
        netbook.ok("log --new Ana -k call", today="2026-11-01")
        netbook.ok("log ana -k dinner --on 2026-11-01")
        netbook.ok("log ana -k email --on 2026-11-01")
        netbook.ok("edit ana --circle team")
        (row,) = netbook("due --csv").rows
        assert (row["last_kind"], row["suggestion"]) == ("dinner", "lunch")

    def test_never_met_and_met_by_days_over_cadence(self, netbook: Shell) -> None:
        netbook.ok("log --new Quarter --new Month --new Week", today="2026-01-01")
        netbook.ok("edit quarter --every 3m")  # since 1 April: 234 of 90 days
        netbook.ok("edit month --every 1m")  # since 1 February: 293 of 31
        netbook.ok("edit week --every 1w")  # since 8 January: 317 of 7
        netbook.ok("add Bea --every 1y", today="2026-11-20")
        netbook.ok("add Abe --every 1y", today="2026-11-20")
        netbook.ok("add Old --every 1m", today="2026-06-21")  # since then: 153 of 30
        assert [handle for handle, _ in contact(netbook)] == ["week", "month", "old", "quarter", "abe", "bea"]

    def test_paused_people_are_left_out_up_to_the_last_day(self, lived_in: Shell) -> None:
        lived_in.ok("pause lena --until 2026-11-25")
        lived_in.ok("pause sam")
        for today, present in (
            ("2026-11-20", True),
            ("2026-11-21", False),
            ("2026-11-25", False),
            ("2026-11-26", True),
        ):
            handles = {row["handle"] for row in lived_in("due --csv", today=today).rows}
            assert ("lena-vogt" in handles) == present
        # Neither reached out to nor repaired, reminded of, thanked or congratulated.
        assert "sam-okafor" not in lived_in.ok("due --csv")
        lived_in.ok("pause raj")
        lived_in.ok("pause tomas")
        assert [row["why"] for row in lived_in("due --csv").rows] == ["contact", "event"]
        lived_in.ok("resume sam")
        assert lived_in.ok("due --csv").count("sam-okafor") == 1

    def test_parted_people_are_left_out(self, lived_in: Shell) -> None:
        lived_in.sql("UPDATE person SET parted_on = '2026-11-21' WHERE handle = 'lena-vogt'")
        assert "lena-vogt" not in lived_in.ok("due --csv")
        assert "lena-vogt" in lived_in.ok("due --csv", today="2026-11-20")

    @pytest.mark.parametrize(
        ("kind", "suggestion"),
        [("call", "coffee"), ("event", "coffee"), ("coffee", "lunch"), ("walk", "lunch")],
    )
    def test_how_to_reach_out(self, netbook: Shell, kind: str, suggestion: str) -> None:
        netbook.ok(f"log --new Ana -k {kind}", today="2026-11-01")
        netbook.ok("edit ana --circle team")
        assert netbook("due --csv").rows[0]["suggestion"] == suggestion

    def test_people_only_seen_on_a_screen_are_named_as_such(self, netbook: Shell) -> None:
        def said() -> tuple[str, str]:
            row = netbook("due --csv").rows[0]
            return row["suggestion"], row["detail"]

        # A year up to 21 November 2026 begins on 22 November 2025; mail is no contact, and neither is the future.
        netbook.ok("log --new Ana -k lunch", today="2025-11-21")
        netbook.ok("log ana -k email", today="2026-01-05")
        netbook.ok("log ana -k call", today="2026-01-05")
        netbook.ok("log ana -k coffee", today="2026-11-25")
        netbook.ok("edit ana --circle team")
        assert said() == ("coffee", "only by phone this year")
        netbook.ok("log ana -k video -m 'the harvest'", today="2025-11-22")
        assert said() == ("coffee", "only seen on a screen this year")
        assert "only seen on a screen this year; last time: the harvest\n" in netbook.ok("due")
        netbook.ok("log ana -k walk", today="2025-11-22")
        assert said() == ("coffee", "last time was a call")
        assert "screen" not in netbook.ok("due")

    def test_the_latest_starter(self, netbook: Shell) -> None:
        netbook.ok("add Ana --circle team")
        netbook.ok("log ana -k email -m 'by mail'", today="2026-11-04")
        assert netbook("due --csv").rows[0]["starter"] == ""
        netbook.ok("log ana -m 'the harvest'", today="2026-11-02")
        netbook.ok("log ana", today="2026-11-03")
        assert netbook("due --csv").rows[0]["starter"] == "last time: the harvest"
        netbook.ok("learn ana goals: a shop", today="2026-11-02")
        netbook.ok("learn ana family: a son", today="2026-11-03")
        assert netbook("due --csv").rows[0]["starter"] == "a son"
        netbook.ok("common ana chess", today="2026-11-02")
        netbook.ok("common ana go", today="2026-11-03")
        assert netbook("due --csv").rows[0]["starter"] == "in common: go; a son"


class TestOtherSections:
    def test_strains_the_oldest_first_with_their_points(self, netbook: Shell) -> None:
        for name in ("Ana", "Bo", "Cy"):
            netbook.ok(f"add {name}")
        netbook.ok("common bo before", today="2026-10-01")
        netbook.ok("strain bo over money", today="2026-11-02")
        netbook.ok("strain ana over a bike", today="2026-11-03")
        netbook.ok("strain cy is mended", today="2026-11-01")
        netbook.ok("repair cy")
        netbook.ok("common bo chess", today="2026-11-02")
        netbook.ok("common bo go tea", today="2026-11-05")
        rows = netbook("due --csv").rows
        assert [(row["why"], row["person"], row["due_on"], row["detail"]) for row in rows] == [
            ("repair", "Bo", "2026-11-02", "over money; 2 of 2 in common since then (chess, go, tea)"),
            ("repair", "Ana", "2026-11-03", "over a bike; 0 of 2 in common since then"),
        ]
        # On the day after the strain one was found.
        assert "1 of 2 in common since then (chess)" in netbook.ok("due", today="2026-11-04")

    def test_what_happened_today_counts_and_what_comes_tomorrow_does_not(self, netbook: Shell) -> None:
        netbook.ok(
            "log --new Ana -k lunch -m 'the harvest' --got 'a lift' -p 'write by today' -c go -l 'goals: x'"
        )
        netbook.ok("strain ana over a bike")
        netbook.ok("common ana chess")
        rows = netbook("due --csv").rows
        assert [(row["why"], row["days_overdue"], row["last_contact"], row["last_kind"]) for row in rows] == [
            (why, "0", "2026-11-21", "lunch") for why in ("repair", "promise", "thanks")
        ]
        assert rows[0]["detail"] == "over a bike; 2 of 2 in common since then (go, chess)"
        assert rows[0]["starter"] == "in common: chess; x"
        assert netbook.ok("due --count", today="2026-11-20") == "0\n"

    def test_promises_by_date_yours_and_theirs(self, netbook: Shell) -> None:
        netbook.ok("add Ana")
        netbook.ok("add Bo")
        netbook.ok("promise bo second by 2026-11-19")
        netbook.ok("promise ana first by 2026-11-18")
        netbook.ok("promise ana --theirs third by 2026-11-21")
        netbook.ok("promise ana later by 2026-11-23")
        netbook.ok("promise ana some day")
        netbook.ok("promise ana closed by 2026-11-01")
        netbook.ok("done 6")
        rows = netbook("due --csv").rows
        assert [(row["why"], row["person"], row["days_overdue"], row["detail"]) for row in rows] == [
            ("promise", "Ana", "3", "first"),
            ("promise", "Bo", "2", "second"),
            ("promise", "Ana", "0", "they promised: third"),
        ]
        assert netbook("due --within 2 --csv").rows[-1]["days_overdue"] == "-2"
        answer = netbook.ok("due")
        assert "  Ana  by 21 Nov, due today    netbook done 3\n       they promised: third\n" in answer
        assert answer.endswith("\n\n1 promise without a date: netbook todo\n")
        assert "without a date" not in netbook.ok("due --only contact")

    def test_thanks_the_oldest_first_until_thanked(self, netbook: Shell) -> None:
        for name in ("Ana", "Bo"):
            netbook.ok(f"add {name}")
        netbook.ok("got bo a lift", today="2026-11-12")
        netbook.ok("got ana the list", today="2026-11-10")
        netbook.ok("gave ana a book", today="2026-11-01")
        netbook.ok("got ana bread", today="2026-11-25")
        rows = netbook("due --csv").rows
        assert [(row["why"], row["detail"], row["due_on"], row["days_overdue"]) for row in rows] == [
            ("thanks", "the list", "2026-11-10", "11"), ("thanks", "a lift", "2026-11-12", "9")
        ]  # fmt: skip
        netbook.ok("thank ana list")
        assert [row["detail"] for row in netbook("due --csv").rows] == ["a lift"]

    @pytest.mark.parametrize(
        ("birthday", "today", "row"),
        [
            ("1976-11-21", "2026-11-21", ("2026-11-21", "0", "turns 50")),
            ("1976-11-25", "2026-11-21", ("2026-11-25", "-4", "turns 50")),
            ("1976-11-28", "2026-11-21", ("2026-11-28", "-7", "turns 50")),
            ("1976-11-29", "2026-11-21", None),
            ("1976-11-20", "2026-11-21", None),
            ("--11-25", "2026-11-21", ("2026-11-25", "-4", "")),
            ("1976-01-02", "2026-12-30", ("2027-01-02", "-3", "turns 51")),
            # 29 February is kept on the 28th where the year has no other.
            ("2000-02-29", "2027-02-25", ("2027-02-28", "-3", "turns 27")),
            ("2000-02-29", "2027-03-01", None),
            ("--02-29", "2028-02-25", ("2028-02-29", "-4", "")),
            ("--02-29", "2027-02-28", ("2027-02-28", "0", "")),
        ],
    )
    def test_birthdays_seven_days_ahead(
        self, netbook: Shell, birthday: str, today: str, row: tuple[str, str, str] | None
    ) -> None:
        netbook.ok(f"add Ana --birthday={birthday}")
        rows = netbook("due --csv", today=today).rows
        assert [(row["due_on"], row["days_overdue"], row["detail"]) for row in rows] == [row] * bool(row)

    def test_birthdays_by_date_then_name(self, netbook: Shell) -> None:
        for name, day in (("Cy", "11-22"), ("Bo", "11-25"), ("Ana", "11-25"), ("Dora", "11-21")):
            netbook.ok(f"add {name} --birthday=--{day}")
        assert [row["person"] for row in netbook("due --csv").rows] == ["Dora", "Cy", "Ana", "Bo"]
        assert netbook.ok("due").splitlines()[3:6] == [
            "  Dora  today", "  Cy    tomorrow", "  Ana   Wednesday 25 November"
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("days", "row", "shown"),
        [
            ("--on 2026-11-21", ("2026-11-21", "0"), "today  Expo; 0 of 2 new"),
            ("--on 2026-11-22", ("2026-11-22", "-1"), "tomorrow  Expo; goal: 2 new"),
            ("--on 2026-11-28", ("2026-11-28", "-7"), "Saturday 28 November  Expo; goal: 2 new"),
            ("--on 2026-11-29", None, None),
            ("--on 2026-11-20", ("2026-11-20", "1"), "yesterday  Expo; 0 of 2 new"),
            ("--on 2026-11-20 --goal 0", None, None),
            ("--on 2026-11-17", None, None),
            # It is on, on each of its days, and never late.
            ("--on 2026-11-19 --until 2026-11-21", ("2026-11-19", "0"),
             "on now  Expo, until 21 November; 0 of 2 new"),
            ("--on 2026-11-21 --until 2026-11-23", ("2026-11-21", "0"),
             "today  Expo, until 23 November; goal: 2 new"),
            ("--on 2026-11-01 --until 2027-01-05", ("2026-11-01", "0"),
             "on now  Expo, until 5 January 2027; goal: 2 new"),
            ("--on 2026-11-17 --until 2026-11-18", ("2026-11-18", "3"), "3 days ago  Expo; 0 of 2 new"),
        ],
    )  # fmt: skip
    def test_events_seven_days_ahead_and_on_each_of_their_days(
        self, netbook: Shell, days: str, row: tuple[str, str] | None, shown: str | None
    ) -> None:
        netbook.ok(f"event Expo {days}")
        rows = netbook("due --csv").rows
        assert [(row["due_on"], row["days_overdue"]) for row in rows] == [row] * bool(row)
        lines = netbook.ok("due").splitlines()[3:]
        assert lines[:1] == [f"  {shown}"] * bool(shown)
        assert len(lines) == bool(shown) + (int(rows[0]["days_overdue"]) > 0 if rows else 0)

    def test_an_event_just_over_asks_who_is_not_written_down_until_its_goal_is_reached(
        self, netbook: Shell
    ) -> None:
        netbook.ok("event 'Harbour Meetup' --on 2026-11-20")
        netbook.ok("log --new Ana -e 'Harbour Meetup' -d yesterday --every none")
        assert netbook.ok("due --only event").endswith(
            "\n  yesterday  Harbour Meetup; 1 of 2 new\n"
            '             met somebody not in the journal yet? netbook log -n NAME -e "Harbour Meetup" -d yesterday\n'
        )
        netbook.ok("log --new Bo -e 'Harbour Meetup' -d yesterday --every none")
        assert netbook("due --only event --csv").rows == []


class TestFewerRows:
    @pytest.mark.parametrize(
        ("options", "whys"),
        [
            ("--only repair", "repair"),
            ("--only contact", "contact contact contact"),
            ("--only PROMISE", "promise"),
            ("--only event --only thanks", "thanks event"),
            ("--only birthday --only birthday", "birthday"),
            ("--circle team", "repair"),
            ("--circle PEERS", "contact promise"),
            ("--circle community", ""),
            ("--place berlin", "contact promise event"),
            ("--place 'bad homburg'", "repair"),
            ("--place homburg", "repair"),
            ("--place bad --circle peers", ""),
            ("--place nowhere", ""),
            ("--minutes 5 --only contact --only repair", "repair contact contact contact"),
            ("--limit 1", "repair new contact promise thanks birthday event"),
            ("--limit 2 --only contact", "contact contact"),
        ],
    )
    def test_which(self, lived_in: Shell, options: str, whys: str) -> None:
        rows = lived_in(f"due {options} --csv").rows
        assert [row["why"] for row in rows] == whys.split()
        assert [row["why"] for row in lived_in(f"due {options} --json").json] == whys.split()

    def test_count_is_of_all_rows_that_the_other_options_leave(self, lived_in: Shell) -> None:
        assert lived_in.ok("due --count") == "9\n"
        assert lived_in.ok("due --count --limit 1") == "9\n"
        assert lived_in.ok("due --count --only contact --circle peers") == "1\n"
        assert lived_in.ok("due --count --within 3") == "10\n"
        assert lived_in.ok("due --count --csv") == "9\n"

    def test_an_event_without_a_place_is_nowhere(self, lived_in: Shell) -> None:
        lived_in.ok("event Expo --on tomorrow")
        assert len(lived_in("due --only event --csv").rows) == 2
        (row,) = lived_in("due --only event --place Berlin --csv").rows
        assert row["detail"].startswith("Northwind Summit, Berlin")

    def test_a_short_time_is_for_a_call_and_a_shorter_one_for_a_line(self, lived_in: Shell) -> None:
        """Those whom a call serves best come first, the others in their order."""
        lived_in.ok("add 'Late Larch' --circle team", today="2026-11-20")
        lived_in.ok("log late -k lunch", today="2026-08-01")
        for minutes, way in (("15", "call"), ("59", "call"), ("14", "write")):
            rows = lived_in(f"due --only contact --minutes {minutes} --csv").rows
            assert {row["suggestion"] for row in rows} == {way}
            names = ["Priya Nair", "Late Larch", "Lena Vogt", "Tomas Reyes"]
            assert [row["person"] for row in rows] == (
                names if way == "call" else [names[1], names[0], *names[2:]]
            )
        ways = ["lunch", "call", "lunch", "coffee"]
        for minutes in ("60", "1h30", "'90 min'"):
            rows = lived_in(f"due --only contact --minutes {minutes} --csv").rows
            assert [row["suggestion"] for row in rows] == ways

    def test_the_number_and_the_address_are_links_where_a_terminal_takes_them(self, lived_in: Shell) -> None:
        lived_in.ok("edit priya --phone '+49 (30) 12 34'")
        lived_in.ok("edit lena --email lena@fabrikam.example")
        call, line = "due --only contact --minutes 15", "due --only contact --minutes 5"
        assert "  call +49 (30) 12 34\n" in lived_in.ok(call)
        assert "  write lena@fabrikam.example\n" in lived_in.ok(line)
        _, shown = on_screen(lived_in, call, FORCE_HYPERLINK="1")
        assert ";tel:+49301234\x1b\\\x1b[38;5;30mcall +49 (30) 12 34\x1b" in shown
        _, shown = on_screen(lived_in, line, KITTY_WINDOW_ID="1")
        assert ";mailto:lena@fabrikam.example\x1b\\\x1b[38;5;30mwrite lena@fabrikam.example\x1b" in shown
        assert "\x1b]8" not in on_screen(lived_in, call, FORCE_HYPERLINK="0")[1]
        assert "\x1b]8" not in on_screen(lived_in, call, FORCE_HYPERLINK="1", NO_COLOR="1")[1]

    def test_undated_promises_are_those_of_the_same_people(self, lived_in: Shell) -> None:
        lived_in.ok("promise lena write")
        lived_in.ok("promise raj write")
        assert "\n2 promises without a date: netbook todo\n" in lived_in.ok("due")
        assert "\n1 promise without a date: netbook todo\n" in lived_in.ok("due --circle peers")
        assert "\n1 promise without a date: netbook todo\n" in lived_in.ok("due --place berlin")
        assert "without a date" not in lived_in.ok("due --circle team")

    def test_scripts_get_everything_and_a_limit_says_what_it_left_out(self, netbook: Shell) -> None:
        with journal.transaction(netbook.db) as db:
            for number in range(30):
                write.add_person(db, PersonDraft(name=f"p{number:02}", circle_id=1), TODAY)
        assert netbook("due --csv").out.count("\ncontact,") == 30
        assert len(netbook("due --json").json) == 30
        assert len(netbook("due").out.splitlines()) == 9
        assert netbook("due").out.startswith("Saturday 21 November: 5 of 30 people to reach\n")
        assert len(netbook("due --all").out.splitlines()) == 33
        assert len(netbook("due --limit 4 --csv").rows) == 4
        answer = netbook.ok("due --limit 4")
        assert answer.startswith("Saturday 21 November: 4 of 30 people to reach\n")
        assert answer.endswith(
            "  p03  team  due today  never met     call, 15 min\n  … and 26 more: netbook due --all\n"
        )

    def test_on_a_terminal_five_to_reach_unless_asked(self, netbook: Shell) -> None:
        with journal.transaction(netbook.db) as db:
            for number in range(12):
                write.add_person(db, PersonDraft(name=f"p{number:02}", circle_id=1), TODAY)
        for options, rows in (("", 5), ("--all", 12), ("--limit 11", 11), ("--csv", 12), ("--json", 12)):
            with Terminal(netbook, f"due {options}") as terminal:
                answer = terminal.ends(0)
            assert sum(f"p{number:02}" in answer for number in range(12)) == rows
            assert f"… and {12 - rows} more: netbook due --all" in answer or rows == 12


def _screen(
    netbook: Shell, width: int, today: str = "2026-11-21", *, within: int = 0, colour: bool = False
) -> str:
    """The report as a terminal of that width shows it."""
    with journal.reading(netbook.db) as db:
        results = report.build(db, date.fromisoformat(today), DueQuery(within=within))
    return render.text(results, Screen(width, colour))


class TestText:
    @pytest.mark.parametrize(
        "name", ['Bo "B" Lind, Jr', "[/b] Bo", "李伟", "דוד בן-גוריון", "👩‍🚀 Bo", "=1+1", "x" * 200]
    )
    def test_any_name(self, netbook: Shell, name: str) -> None:
        netbook.ok(f"add '{name}' --circle peers")
        assert netbook("due --csv").rows[0]["person"] == name
        assert netbook("due --json").json[0]["person"] == name
        assert f"  {name}" in netbook.ok("due")

    def test_control_characters_are_shown_and_kept_for_scripts(self, netbook: Shell) -> None:
        netbook.ok("log --new 'Bo\x1b[2J' -l 'hi\nthere \u202e' -p 'a\tb by today' -c '[red]x'")
        netbook.ok("edit bo --every 1d")
        answer = netbook.ok("due --within 1")
        assert "Bo\\x1b[2J" in answer
        assert "in common: [red]x; hi there \\u202e\n" in answer
        assert "a b\n" in answer
        assert netbook("due --csv").rows[0]["starter"] == "in common: [red]x; hi there \u202e"

    @pytest.mark.parametrize("width", [40, 60, 80, 140])
    def test_a_screen_is_never_overrun(self, lived_in: Shell, width: int) -> None:
        lived_in.ok(f"add 'Maximiliane {'von ' * 20}Sayn' --circle peers")
        lived_in.ok(f"add {'x' * 90} --circle peers --place '李伟 {'é ' * 60}'")
        lived_in.ok(f"log tomas -k call -m '{'long words ' * 200}' --on '1 aug'")
        with journal.reading(lived_in.db) as db:
            results = report.build(db, TODAY, DueQuery())
        answer = render.text(results, Screen(width))
        assert max(map(width_of, answer.splitlines())) <= width
        words = " ".join(answer.split())
        for phrase in ("went to his manager over the backlog", "netbook done 1", "turns 50", "goal: 3 new"):
            assert phrase in words
        # In colour it is the same text.
        assert "\x1b[1m" in render.text(results, Screen(width, colour=True))

    def test_as_the_screen_narrows(self, lived_in: Shell) -> None:
        with journal.reading(lived_in.db) as db:
            results = report.build(db, TODAY, DueQuery(only=("contact", "event"), reach=2))
        screens = {width: render.text(results, Screen(width)).splitlines()[2:] for width in (70, 65, 56, 30)}
        assert screens[70][:6] == [
            "Reach out                            last contact        next",
            "  Priya Nair  mentors  for 20 days   never met           call, 15 min",
            "              introduced by Lena Vogt; head of planning at Acme",
            "  Lena Vogt   peers    11 days late  coffee, 10 October  lunch",
            "              in common: climbing; daughter was choosing a college",
            "  … and 1 more: netbook due --all",
        ]
        assert screens[65][:4:3] == [
            "Reach out                            last contact    next",
            "  Lena Vogt   peers    11 days late  coffee, 10 Oct  lunch",
        ]
        assert screens[56] == [
            "Reach out                   next",
            "  Priya Nair  for 20 days   call, 15 min",
            "              mentors; never met",
            "              introduced by Lena Vogt; head of planning",
            "              at Acme",
            "  Lena Vogt   11 days late  lunch",
            "              peers; coffee, 10 October",
            "              in common: climbing; daughter was choosing",
            "              a college",
            "  … and 1 more: netbook due --all",
            "",
            "Events",
            "  Thursday 26 November  Northwind Summit, Berlin, until",
            "                        27 November; goal: 3 new",
        ]
        assert screens[30][1:7] == [
            "Reach out",
            "  Priya Nair  for 20 days",
            "  call, 15 min",
            "    mentors; never met",
            "    introduced by Lena Vogt;",
            "    head of planning at Acme",
        ]
        assert screens[30][-4:] == [
            "  Thursday 26 November",
            "    Northwind Summit, Berlin,",
            "    until 27 November; goal: 3",
            "    new",
        ]

    def test_a_long_name_has_a_line_of_its_own_on_a_screen(self, netbook: Shell) -> None:
        netbook.ok(f"add '{'x' * 25}' --circle team")
        netbook.ok(f"add '{'y' * 24}' --circle team")
        assert _screen(netbook, 80).splitlines()[3:] == [
            f"  {'x' * 25}",
            f"{' ' * 28}team  due today  never met     call, 15 min",
            f"  {'y' * 24}  team  due today  never met     call, 15 min",
        ]
        assert f"  {'x' * 25}  team  due today  never met     call, 15 min\n" in netbook.ok("due")

    @pytest.mark.parametrize("width", [140, 50])
    def test_nothing_that_was_typed_steers_the_screen(self, netbook: Shell, width: int) -> None:
        bad = "\x1b[2J\u202e"
        netbook.ok(f"circle 'c{bad}' --every 1d")
        netbook.ok(
            f"log --new 'Bo{bad}' -e 'Fair{bad}' --place 'P{bad}' -l 'n{bad}' --got 'g{bad}' -p 'p{bad} by today'"
        )
        netbook.ok(f"edit bo --circle 'c{bad}'")
        netbook.ok(f"strain bo 's{bad}'")
        answer = _screen(netbook, width, "2026-11-22", within=2)
        assert not {"\x1b", "\u202e"} & set(answer)
        assert answer.count("\\x1b[2J\\u202e") >= 8

    def test_only_what_is_late_is_in_the_warm_colour(self, netbook: Shell) -> None:
        netbook.ok("log --new Ana", today="2026-11-20")
        netbook.ok("edit ana --every 1d")
        warm = "\x1b[38;5;166m"
        assert warm not in _screen(netbook, 80, colour=True)
        assert f"{warm}1 day late" in _screen(netbook, 80, "2026-11-22", colour=True)

    def test_long_texts_are_cut_on_a_screen_alone(self, netbook: Shell) -> None:
        netbook.ok(f"log --new Ana -l '{'y' * 1000}'", today="2026-11-01")
        netbook.ok("edit ana --circle team")
        assert "y" * 1000 in netbook.ok("due")
        answer = _screen(netbook, 80)
        assert answer.endswith("y…\n")
        assert answer.count("y") < 320


ADDED = date(2026, 11, 20)
CADENCES = ("3d", "2w", "1m", "3m", "1y")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(CADENCES), st.none() | st.sampled_from([*CADENCES, "none"]),
            st.lists(st.dates(date(2025, 11, 1), date(2027, 1, 1)), max_size=3),
            st.sampled_from(["call", "email"]),
        ),
        max_size=6,
    ),
    st.integers(0, 40),
)  # fmt: skip
def test_the_journal_gives_what_the_rule_says(
    netbook: Shell, people: list[tuple[str, str | None, list[date], str]], within: int
) -> None:
    """Against the pure rule: what SQL narrows down to is neither too little nor too much."""
    netbook.ok("circles")
    horizon = date.fromordinal(TODAY.toordinal() + within)
    due: list[Candidate] = []
    latest = cutoffs(CADENCES, horizon)
    with journal.transaction(netbook.db) as db:
        for table in ("attendance", "meeting", "person", "circle"):
            db.execute(f"DELETE FROM {table}")
        for number, pace in enumerate(CADENCES, 1):
            write.insert(db, "circle", {"id": number, "name": pace, "key": pace, "cadence": pace})
        for name, (circle, own, days, kind) in zip("abcdef", people, strict=False):
            draft = PersonDraft(name=name, circle_id=CADENCES.index(circle) + 1, cadence=own)
            person = write.add_person(db, draft, ADDED)
            for day in days:
                write.add_meeting(db, MeetingDraft(date=day, kind=kind), [person.id])
            past = [str(day) for day in days if kind == "call" and day <= TODAY]
            last = max(past, default=None)
            pace = own or circle
            if pace in latest and (last <= latest[pace].latest if last else horizon >= ADDED):
                due.append(Candidate(person.id, name, pace, last, str(ADDED)))
    names = {one.person_id: one.name_key for one in due}
    expected = [(names[one.person_id], one.days_overdue) for one in in_order(due, TODAY)]
    assert contact(netbook, f"--within {within}") == expected
    assert contact(netbook, f"--within {within} --limit 2") == expected[:2]
