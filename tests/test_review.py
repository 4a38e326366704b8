"""Looking back. Today is Saturday 21 November 2026, so the month so far is 1 to 21 November, beside 1 to 21 October.

Every figure is worked out by hand beside it.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netbook.reports import review as report
from netbook.reports.people import drifting
from netbook.store import journal
from tests.conftest import Answer, Shell, built_once
from tests.terminal import Terminal

HEADER = "figure,of,now,before,detail\n"


def figures(answer: Answer) -> dict[str, tuple[str, str, str]]:
    """Now, before and detail of each figure, "figure" or "figure of"."""
    return {
        f"{row['figure']} {row['of']}".strip(): (row["now"], row["before"], row["detail"])
        for row in answer.rows
    }


@pytest.fixture
@built_once
def two_months(netbook: Shell) -> Shell:
    """October and November of somebody who leaves nothing out, and what lies before and after."""
    for name, more in (
        ("Ana Ruiz", "--circle team --org Acme"),
        ("Bo Lind", "--circle peers --org ACME"),
        ("Cy Stone", "--circle mentors --org Fabrikam"),
        ("Di Moss", ""),
        ("Eve Parted", "--circle customers --org Fabrikam"),
    ):
        netbook.ok(f"add '{name}' {more}", today="2026-01-05")

    # October 1 to 21: two in person, one live, one written.
    netbook.ok("log ana bo --kind lunch --minutes 90 --on 2026-10-02")
    netbook.ok("log ana --kind coffee --minutes 30 --on 2026-10-21")
    netbook.ok("log cy --kind call --minutes 20 --on 2026-10-01")
    netbook.ok("log cy --kind email --on 2026-10-05")
    # Neither: the day after, and the last of the month.
    netbook.ok("log ana --kind coffee --on 2026-10-22")
    netbook.ok("log bo --kind dinner --on 2026-10-31")
    # November: three in person (one of them the event), three live, two written.
    netbook.ok("log ana --kind walk --minutes 45 --on 2026-11-01")
    netbook.ok("log ana bo --kind dinner --on 2026-11-21")
    netbook.ok("log cy --kind video --minutes 30 --on 2026-11-03")
    netbook.ok("log cy --kind call --minutes 15 --on 2026-11-10")
    netbook.ok("log di --kind call --on 2026-11-11")
    netbook.ok("log bo --kind letter --on 2026-11-12")
    netbook.ok("log bo cy --kind message --on 2026-11-13")
    netbook.ok("log --new 'Fay Fern' --new 'Gil Green' ana --event Fair --on 2026-11-14")
    # Still to come: logged by a journal of the future.
    netbook.ok("log ana --kind coffee --on 2026-11-22", today="2026-11-22")
    # Two conversations with somebody unnamed: one alone, one beside the event's people.
    netbook.ok("log --fleeting 'a sailor on the ferry' --on 2026-11-15")
    netbook.ok("log fay --event Fair --fleeting 'a woman from Lund' --on 2026-11-14")
    return netbook


class TestMonth:
    def test_meetings(self, two_months: Shell) -> None:
        result = figures(two_months("review --csv"))
        # In person: the walk, the dinner, the event, and the conversation at the event: 4. Before: lunch, coffee.
        assert result["in_person"] == ("4", "2", "")
        # Live: video and two calls. Before: the call of the 1st.
        assert result["live"] == ("3", "1", "")
        # Written: letter and message. Before: the e-mail.
        assert result["written"] == ("2", "1", "")
        # 4 of 7 are 57.1 percent, 2 of 3 are 66.7.
        assert result["in_person_share"] == ("57", "67", "")
        # Noted: 45 + 30 + 15 = 90, of which 45 in person. Before: 90 + 30 + 20 = 140, of which 120.
        assert (result["minutes"], result["minutes_in_person"]) == (("90", "140", ""), ("45", "120", ""))
        # Ana, Bo, Cy, Di, Fay, Gil. Before: Ana, Bo, Cy.
        assert result["people_met"] == ("6", "3", "")
        # Cy and Di, never in person.
        assert result["only_on_a_screen"] == ("2", "", "Cy Stone; Di Moss")
        assert result["fleeting"] == ("2", "0", "a woman from Lund; a sailor on the ferry")

    def test_in_person_within_a_year_is_more_than_a_screen(self, two_months: Shell) -> None:
        # The year up to 21 November begins on 22 November of the year before.
        two_months.ok("log di --kind coffee --on 2025-11-22")
        two_months.ok("log cy --kind lunch --on 2025-11-21")
        assert figures(two_months("review --csv"))["only_on_a_screen"] == ("1", "", "Cy Stone")
        # Looking back over eleven years, nobody was only on a screen.
        assert figures(two_months("review --csv --since 2016-01-01"))["only_on_a_screen"] == ("0", "", "")

    def test_new_connections_against_goals(self, two_months: Shell) -> None:
        two_months.ok("event Harbour --on 2026-11-18 --goal 1")  # nobody was met there
        two_months.ok("event Coming --on 2026-11-30")
        two_months.ok("log --new 'Old Hand' --event Summit --on 2026-10-08")
        result = figures(two_months("review --csv"))
        # Fay and Gil are new at the fair, Ana is not. Before: one of two at the summit.
        assert result["new_connections"] == ("2", "1", "Fay Fern; Gil Green")
        assert result["events"] == ("2", "1", "Harbour; Fair")
        assert result["goals_reached"] == ("1", "0", "Fair")
        # As `goal` has it.
        goals = two_months("goal --since 2026-11-01 --csv").rows
        assert sum(int(row["new"]) for row in goals) == 2
        assert [row["event"] for row in goals if row["reached"] == "true"] == ["Fair"]

    def test_circles(self, two_months: Shell) -> None:
        result = figures(two_months("review --csv"))
        # Ana: walk, dinner, event: 3. Before: lunch, coffee.
        assert result["circle_contacts team"] == ("3", "2", "")
        # Bo: the dinner; letter and message are no contact. Before: lunch.
        assert result["circle_contacts peers"] == ("1", "1", "")
        # Cy: video and call. Before: the call.
        assert result["circle_contacts mentors"] == ("2", "1", "")
        assert result["circle_contacts customers"] == ("0", "0", "")
        # Eve is in customers and was not met in either month; nobody is in community.
        assert result["circles_without_contact"] == ("1", "1", "customers")
        assert result["circles_without_people"] == ("1", "", "community")
        two_months.ok("goodbye eve")
        assert figures(two_months("review --csv"))["circles_without_people"] == (
            "2", "", "customers; community"
        )  # fmt: skip

    def test_organisations(self, two_months: Shell) -> None:
        rows = [row for row in two_months("review --csv").rows if row["figure"].startswith("org_")]
        # Acme, spelt in two ways: Ana 3 and Bo 1. Before: Ana 2 and Bo 1. Fabrikam: Cy 2, before 1.
        assert [tuple(row.values()) for row in rows] == [
            ("org_contacts", "Acme", "4", "3", ""),
            ("org_people", "Acme", "2", "2", ""),
            ("org_contacts", "Fabrikam", "2", "1", ""),
            ("org_people", "Fabrikam", "1", "1", ""),
        ]

    def test_give_and_take(self, two_months: Shell) -> None:
        for line in (
            "gave ana 'a plan' --on 2026-10-03",
            "gave ana 'a book' --on 2026-11-01",
            "gave bo 'a seat' --on 2026-11-21",
            "gave bo 'a later one' --on 2026-10-25",
            "got cy 'an introduction' --on 2026-10-10",
            "got bo 'a lift' --on 2026-10-12",
            "got di 'a key' --on 2026-11-09",
            "got eve 'a chair' --on 2026-11-02",
            # Thanked: the introduction by note and the lift by message in November, after 21 October.
            "thank cy --how note --on 2026-11-04",
            "thank bo --how message --on 2026-11-05",
            "thank eve --how card --on 2026-11-06",
        ):
            two_months.ok(line)
        result = figures(two_months("review --csv"))
        assert result["gave"] == ("2", "1", "Ana Ruiz: a book; Bo Lind: a seat")
        assert result["got"] == ("2", "2", "Eve Parted: a chair; Di Moss: a key")
        assert result["thanked"] == (
            "3",
            "0",
            "Cy Stone: an introduction; Bo Lind: a lift; Eve Parted: a chair",
        )
        assert result["thanked_by_hand"] == ("2", "0", "Cy Stone: an introduction; Eve Parted: a chair")
        # Owed on 21 November: the key. On 21 October: the introduction and the lift, thanked for since.
        assert result["thanks_owed"] == ("1", "2", "Di Moss: a key")
        two_months.ok("goodbye di")  # and the nagging ends
        assert figures(two_months("review --csv"))["thanks_owed"] == ("0", "2", "")

    def test_promises(self, two_months: Shell) -> None:
        for line, day in (
            ("promise ana one by 2026-10-10", "2026-10-01"),
            ("promise ana two by 2026-10-10", "2026-10-01"),
            ("promise bo three by 2026-11-10", "2026-10-20"),
            ("promise bo four", "2026-10-20"),
            ("promise bo five by 2026-11-30", "2026-11-02"),
            ("promise cy six by 2026-11-20", "2026-11-02"),
            ("promise cy seven by 2026-11-21", "2026-11-02"),
            ("promise cy --theirs eight by 2026-11-05", "2026-11-01"),
            ("promise cy --theirs nine by 2026-12-05", "2026-11-01"),
            ("done 1", "2026-10-10"),
            ("done 2", "2026-11-01"),
            ("done 3", "2026-11-10"),
            ("done 4", "2026-11-11"),
            ("drop 5", "2026-11-12"),
            ("done 8", "2026-11-06"),
        ):
            two_months.ok(line, today=day)
        result = figures(two_months("review --csv"))
        # November: 3 on its day, 4 had no date. October: 1 on its day.
        assert result["promises_kept_in_time mine"] == ("2", "1", "")
        # 2 on 1 November, for 10 October.
        assert result["promises_kept_late mine"] == ("1", "0", "")
        assert result["promises_dropped mine"] == ("1", "0", "")
        # Open now: 6 and 7. On 21 October: 2 (late since the 10th), 3 and 4.
        assert result["promises_open mine"] == ("2", "3", "")
        # Overdue now: 6, due on the 20th; 7 is due today. Then: 2.
        assert result["promises_overdue mine"] == ("1", "1", "")
        assert result["promises_kept_in_time theirs"] == ("0", "0", "")
        assert result["promises_kept_late theirs"] == ("1", "0", "")  # 8, a day
        assert result["promises_open theirs"] == ("1", "0", "")  # 9

    def test_somebody_strained_twice_is_named_once(self, two_months: Shell) -> None:
        two_months.ok("strain ana over lunch --on 2026-11-03")
        two_months.ok("repair ana --on 2026-11-04")
        two_months.ok("strain ana over tea --on 2026-11-05")
        two_months.ok("repair ana --on 2026-11-06")
        result = figures(two_months("review --csv"))
        assert (result["strains_opened"], result["strains_repaired"]) == (
            ("2", "0", "Ana Ruiz"),
            ("2", "0", "Ana Ruiz"),
        )

    def test_strains(self, two_months: Shell) -> None:
        two_months.ok("strain ana over lunch --on 2026-10-03")
        two_months.ok("repair ana --on 2026-11-03")
        two_months.ok("strain bo over tea --on 2026-09-03")
        two_months.ok("strain cy over it --on 2026-11-04")
        two_months.ok("strain eve over all --on 2026-10-25")
        two_months.ok("goodbye eve")
        result = figures(two_months("review --csv"))
        assert result["strains_opened"] == ("1", "1", "Cy Stone")  # Eve's was on neither side
        assert result["strains_repaired"] == ("1", "0", "Ana Ruiz")
        # Open: Bo, Cy; Eve is parted from. On 21 October: Bo, Ana.
        assert result["strains_open"] == ("2", "2", "Bo Lind; Cy Stone")

    def test_common_ground_and_introductions(self, two_months: Shell) -> None:
        two_months.ok("common ana climbing chess --on 2026-11-02")
        two_months.ok("common bo climbing --on 2026-10-02")
        two_months.ok("common cy climbing --on 2026-10-28")
        for number, (one, other, day, outcome) in enumerate(
            [(1, 2, "2026-11-05", "made"), (1, 3, "2026-11-06", "offered"), (2, 3, "2026-11-07", "declined"),
             (3, 4, "2026-10-21", "made")]
        ):  # fmt: skip
            two_months.sql(
                "INSERT INTO introduction (id, a_id, b_id, date, outcome) VALUES (?, ?, ?, ?, ?)",
                number + 1, one, other, day, outcome,
            )  # fmt: skip
        result = figures(two_months("review --csv"))
        assert result["found_in_common"] == ("2", "1", "")
        assert result["introductions"] == ("2", "1", "Ana Ruiz and Bo Lind; Ana Ruiz and Cy Stone")

    def test_drifting(self, two_months: Shell) -> None:
        # Eve every ten days in August, the last on the 21st: over 20 days of silence since 10 September.
        for day in ("2026-08-01", "2026-08-11", "2026-08-21"):
            two_months.ok(f"log eve --kind coffee --on {day}")
        assert figures(two_months("review --csv"))["drifting"] == ("1", "", "Eve Parted")
        assert figures(two_months("review --csv", today="2026-09-10"))["drifting"][0] == "0"
        two_months.ok("pause eve")
        assert figures(two_months("review --csv"))["drifting"][0] == "1"
        two_months.ok("goodbye eve")
        assert figures(two_months("review --csv"))["drifting"] == ("0", "", "")


class TestPeriod:
    @pytest.mark.parametrize(
        ("line", "head", "before"),
        [
            ("review", "1 to 21 November", "1 to 21 October"),
            ("review --month", "1 to 21 November", "1 to 21 October"),
            ("review --quarter", "1 October to 21 November", "1 July to 21 August"),
            ("review --year", "1 January to 21 November", "1 January 2025 to 21 November 2025"),
            ("review --since '14 november'", "14 to 21 November", "6 to 13 November"),
            ("review --since today", "21 November", "20 November"),
        ],
    )
    def test_its_days(self, two_months: Shell, line: str, head: str, before: str) -> None:
        first, second = two_months.ok(line).splitlines()[:2]
        assert first.startswith(f"{head}: ")
        assert second == f"before: {before}"

    def test_a_whole_month_by_its_last_day(self, two_months: Shell) -> None:
        # October has two in person more than up to the 21st: the 22nd and the 31st.
        assert figures(two_months("review --csv", today="2026-10-31"))["in_person"] == ("4", "0", "")

    def test_since(self, two_months: Shell) -> None:
        # From the 14th: event, its conversation, dinner. The eight days before: none in person, two calls.
        result = figures(two_months("review --csv --since '14 november'"))
        assert (result["in_person"], result["live"]) == (("3", "0", ""), ("0", "2", ""))

    @pytest.mark.parametrize(
        ("words", "message"),
        [
            ("--month --year", "--month, --quarter, --year and --since cannot go together; give one of them"),
            ("--quarter --since today",
             "--month, --quarter, --year and --since cannot go together; give one of them"),
            ("--since tomorrow", '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
            ("--since 11/12/2026",
             '"11/12/2026" does not say which number is the month; write 2026-11-12 or 2026-12-11'),
            ("--csv --json", "--csv and --json cannot go together; choose one"),
        ],
    )  # fmt: skip
    def test_bad_input(self, two_months: Shell, words: str, message: str) -> None:
        assert two_months.fails(f"review {words}", 2) == message


class TestScreen:
    def test_in_words(self, two_months: Shell) -> None:
        two_months.ok("got di 'a key' --on 2026-11-09")
        two_months.ok("strain bo over tea --on 2026-09-03")
        # 7 contacts: 4 in person and 3 live.
        assert two_months.ok("review") == (
            "1 to 21 November: 7 contacts with 6 people, 2 new connections\n"
            "before: 1 to 21 October\n"
            "\n"
            "                             now  before\n"
            "Connections\n"
            "  new at events                2       0  Fay Fern and Gil Green\n"
            "  of them followed up          1       0  Fay Fern\n"
            "  events                       1       0  Fair\n"
            "  reached their goal           1       0\n"
            "Meetings\n"
            "  in person                    4       2\n"
            "  live                         3       1\n"
            "  written                      2       1\n"
            "  in person, of contact     57 %    67 %\n"
            "  hours noted               1:30    2:20\n"
            "  of them in person         0:45    2:00\n"
            "  people met                   6       3\n"
            "  fleeting encounters          2       0  a woman from Lund and a sailor on the ferry\n"
            "Circles\n"
            "  team                         3       2\n"
            "  peers                        1       1\n"
            "  mentors                      2       1\n"
            "  customers                    0       0  no contact\n"
            "  community                    0       0  nobody is in it\n"
            "Give and take\n"
            "  gave                         0       0\n"
            "  got                          1       0\n"
            "  thanks owed                  1       0  Di Moss: a key\n"
            "Relationships\n"
            "  drifting                     0       -\n"
            "  only on a screen             2       -  Cy Stone and Di Moss\n"
            "  still strained               1       1  Bo Lind\n"
            "Organisations\n"
            "  Acme                         4       3  2 people\n"
            "  Fabrikam                     2       1  1 person\n"
        )

    def test_nobody_yet(self, netbook: Shell) -> None:
        assert netbook.ok("review") == (
            'Nobody is in the journal yet: netbook add "NAME", or netbook import FILE\n'
        )

    def test_nothing_happened(self, netbook: Shell) -> None:
        netbook.ok("add 'Ana Ruiz'")
        assert netbook.ok("review") == (
            "1 to 21 November: no meetings; netbook log WHO records one\n"
            "before: 1 to 21 October\n"
            "nobody is in team, peers, mentors, customers and community\n"
        )
        netbook.ok("edit ana --circle peers")
        assert netbook.ok("review").splitlines()[2:] == [
            "no contact in peers; nobody is in team, mentors, customers and community"
        ]
        netbook.ok("log ana --kind email")
        assert netbook.ok("review").startswith(
            "1 to 21 November: no human contact, 1 written; 0 new connections\n"
        )

    def test_a_terminal_shows_the_first_few(self, netbook: Shell) -> None:
        for number in range(7):
            netbook.ok(f"log --new 'Pal {number} (Place {number})' --kind call")
        with Terminal(netbook, "review") as screen:
            output = screen.ends(0)
        assert "Pal 0, Pal 1, Pal 2 and 4 more" in output
        assert "Place 4" in output
        assert "Place 5" not in output
        assert "… and 2 more: --all shows them" in output
        with Terminal(netbook, "review --all") as screen:
            assert "Pal 5 and Pal 6" in screen.ends(0)
        assert "Place 6" in netbook.ok("review")  # in a pipe nothing is cut off

    def test_as_json(self, two_months: Shell) -> None:
        rows = two_months("review --json").json
        assert rows[0] == {
            "figure": "new_connections", "of": None, "now": 2, "before": 0, "detail": ["Fay Fern", "Gil Green"]
        }  # fmt: skip
        assert {(row["figure"], row["of"]) for row in rows} == {
            (row["figure"], row["of"] or None) for row in two_months("review --csv").rows
        }

    def test_text_from_outside_is_text(self, netbook: Shell) -> None:
        netbook.ok("log --new 'Evil \x1b[2J' --kind call")
        netbook.ok("edit evil --org 'Or\x1bg'")
        assert "\x1b" not in netbook.ok("review")


# The first and the last days of both spans, those next to them, and a few more.
AGO = (0, 1, 9, 20, 21, 30, 31, 40, 51, 52, 80, 90)


@settings(max_examples=25)
@example([(0, 51, "call")])
@example([(0, 31, "call")])
@example([(0, 20, "call")] * 11 + [(0, 52, "call")])
@example([(0, 31, "call")] * 12)
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sampled_from(AGO), st.sampled_from(["coffee", "call", "email"])),
        max_size=60,
    )
)
def test_what_is_read_at_a_glance_is_what_is_there(meetings: list[tuple[int, int, str]]) -> None:
    """Contacts and drifting are told from the latest contacts where they can be: never otherwise than by all."""
    import sqlite3
    from datetime import date, timedelta

    today = date(2026, 11, 21)
    db = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(db)
    for person in range(4):
        db.execute(
            "INSERT INTO person (uid, handle, name, name_key, circle_id, org, added_on) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*[f"p{person}"] * 4, person % 2 + 1, f"Org {person % 3}", "2026-01-01"),
        )
    for number, (person, ago, kind) in enumerate(meetings, 1):
        day = (today - timedelta(ago)).isoformat()
        db.execute(
            "INSERT INTO meeting (id, uid, date, kind) VALUES (?, ?, ?, ?)", (number, f"m{number}", day, kind)
        )
        db.execute(
            "INSERT INTO attendance VALUES (?, ?, ?, ?)", (number, person + 1, day, int(kind != "email"))
        )
    result = {(row.figure, row.of): row for row in report.build(db, today, "month", None).rows}
    human = [(person, ago) for person, ago, kind in meetings if kind != "email"]
    # 1 to 21 November is 0 to 20 days ago, 1 to 21 October 31 to 51.
    now = [person for person, ago in human if ago <= 20]
    before = [person for person, ago in human if 31 <= ago <= 51]
    assert result["people_met", None].now == len(set(now))
    assert result["people_met", None].before == len(set(before))
    for place, circle in enumerate(("team", "peers")):
        row = result["circle_contacts", circle]
        assert (row.now, row.before) == tuple(
            sum(person % 2 == place for person in span) for span in (now, before)
        )
    for org in range(3):
        counts = [sum(person % 3 == org for person in span) for span in (now, before)]
        row_or_none = result.get(("org_contacts", f"Org {org}"))
        assert counts == ([row_or_none.now, row_or_none.before] if row_or_none else [0, 0])
    assert result["drifting", None].now == len(drifting(db, today))
    db.close()
