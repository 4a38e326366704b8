"""A quarter lived by the practice, as one shell session; each figure at its end is worked out by hand.

What happens:
- 10 September, Autumn Fair: Mia and Raj are new there, in two conversations; coffee with each follows.
- Both print by hand, and nobody else does: they are introduced on 1 October.
- Sam is strained on 5 October; a coffee finds rowing, a walk Le Guin; on 12 October it is repaired.
- Wanda, a mentor, is asked before anything was given, and says no; Vera is asked after a favour, and says yes.
- Vera gives an hour of advice on 5 November and is thanked by hand. Ola is met for the yearly dinner.
- 20 November: goodbye to Harbour Maps, where Sam works.
"""

from __future__ import annotations

import pytest

from tests.conftest import Answer, Shell, built_once

LAST = "2026-11-30"

SESSION = (
    ("2026-09-01", "add 'Wanda Willow' --circle mentors"),
    ("2026-09-01", "add 'Vera Violet' --circle mentors"),
    ("2026-09-01", "add 'Sam Saltmarsh' --circle team --org 'Harbour Maps' --department Maps"),
    ("2026-09-01", "add 'Ola Oak' --circle community --every 1y"),
    ("2026-09-01", "log ola --kind dinner --on 2025-11-12"),
    ("2026-09-10", "log --new 'Mia Meadow (Meadow Press)' --event 'Autumn Fair' -c letterpress"),
    ("2026-09-10", "log --new 'Raj Rainfall (Cloud Kettle)' --event 'Autumn Fair'"),
    ("2026-09-17", "log mia --kind coffee -l 'goals: wants to print a book of maps'"),
    ("2026-09-22", "log raj --kind coffee -c letterpress"),
    ("2026-10-01", "intro mia raj --because 'both print by hand'"),
    ("2026-10-05", "strain sam went to my manager over the backlog"),
    ("2026-10-08", "log sam --kind coffee -c rowing"),
    ("2026-10-12", "log sam --kind walk -c 'le guin'"),
    ("2026-10-12", "repair sam he apologised on the walk"),
    ("2026-10-15", "ask wanda read the draft of my talk"),
    ("2026-10-16", "answer wanda no too busy this year"),
    ("2026-10-20", "gave vera a summary of the survey"),
    ("2026-10-20", "ask vera may I shadow your planning week"),
    ("2026-10-21", "answer vera yes in november --promise 'send my calendar by 28 october'"),
    ("2026-10-27", "done 1"),
    ("2026-11-05", "log vera --kind visit --got 'an hour of advice'"),
    ("2026-11-06", "thank vera --how note"),
    ("2026-11-12", "log ola --kind dinner"),
    ("2026-11-20", "goodbye --org 'Harbour Maps'"),
    ("2026-11-20", "goodbye --org 'Harbour Maps' --done sam"),
)


def live(netbook: Shell, until: str = LAST) -> dict[str, Answer]:
    """Run the session up to and including a day; each command's answer by its line."""
    answers = {}
    for day, line in SESSION:
        if day <= until:
            answers[line] = netbook(line, today=day)
            assert answers[line].status == 0, (line, answers[line])
    return answers


@pytest.fixture
@built_once
def lived(netbook: Shell) -> Shell:
    live(netbook)
    netbook.today = LAST
    return netbook


def test_asking_before_giving_is_warned_about_and_after_it_is_not(netbook: Shell) -> None:
    answers = live(netbook)
    assert "you have given Wanda Willow nothing yet" in answers["ask wanda read the draft of my talk"].err
    assert answers["ask vera may I shadow your planning week"].err == ""


def test_two_who_share_a_rare_topic_are_proposed_until_they_are_introduced(netbook: Shell) -> None:
    live(netbook, until="2026-09-24")
    # Two people share letterpress: 1 ÷ log2(2) = 1.
    assert netbook("intros --json", today="2026-09-24").json == [
        {"a": "Mia Meadow", "b": "Raj Rainfall", "score": 1.0, "because": "both: letterpress (shared by 2)",
         "a_handle": "mia-meadow", "b_handle": "raj-rainfall"}
    ]  # fmt: skip
    netbook.ok("intro mia raj", today="2026-10-01")
    assert netbook("intros --json", today="2026-10-01").json == []


def test_a_strain_leads_the_report_and_counts_what_was_found_since(netbook: Shell) -> None:
    live(netbook, until="2026-10-08")
    (row,) = netbook("due --only repair --json", today="2026-10-08").json
    assert (row["person"], row["suggestion"], row["due_on"]) == (
        "Sam Saltmarsh",
        "meet in person",
        "2026-10-05",
    )
    assert row["detail"].endswith("1 of 2 in common since then (rowing)")


def test_due_says_only_what_is_still_open(lived: Shell) -> None:
    """Wanda was never met, and came in on 1 September: 90 days. Her no is not nagged about.

    Vera: 5 November and six weeks is 17 December. Ola: 12 November 2027. Sam is parted. Mia and Raj have no
    cadence. The promise is kept, the favour thanked for, the strain repaired.
    """
    first, *rest = lived("due --csv").rows
    # Met for the first time on 5 November, and not again since.
    assert (first["why"], first["person"], first["due_on"], first["ref"]) == (
        "new",
        "Vera Violet",
        "2026-11-05",
        "m8",
    )
    assert rest == [
        {
            "why": "contact", "person": "Wanda Willow", "handle": "wanda-willow", "circle": "mentors",
            "due_on": "2026-09-01", "days_overdue": "90", "cadence": "6w", "last_contact": "", "last_kind": "",
            "suggestion": "call", "starter": "", "detail": "never met: a first call takes 15 minutes", "phone": "",
            "email": "", "ref": "",
        }
    ]  # fmt: skip


def test_the_event_brought_two(lived: Shell) -> None:
    (row,) = lived("goal --json").json
    assert (row["event"], row["new"], row["met"], row["reached"]) == ("Autumn Fair", 2, 2, True)
    assert row["people"] == ["Mia Meadow", "Raj Rainfall"]


FIGURES = {
    # what: (now, before); the period is 1 September to 30 November, before it 2 June to 31 August
    ("new_connections", ""): ("2", "0"),  # Mia, Raj
    ("events", ""): ("1", "0"),
    ("goals_reached", ""): ("1", "0"),
    ("in_person", ""): ("8", "0"),  # 10 Sep twice, 17 Sep, 22 Sep, 8 Oct, 12 Oct, 5 Nov, 12 Nov
    ("live", ""): ("0", "0"),
    ("written", ""): ("0", "0"),
    ("in_person_share", ""): ("100", ""),  # 8 of 8; nothing to share before
    ("people_met", ""): ("5", "0"),  # Mia, Raj, Sam, Vera, Ola
    ("circle_contacts", "team"): ("2", "0"),  # Sam's coffee and walk
    ("circle_contacts", "mentors"): ("1", "0"),  # Vera's visit
    ("circle_contacts", "community"): ("1", "0"),  # Ola's dinner of this year
    ("gave", ""): ("1", "0"),
    ("got", ""): ("1", "0"),
    ("thanked", ""): ("1", "0"),
    ("thanked_by_hand", ""): ("1", "0"),  # a note
    ("thanks_owed", ""): ("0", "0"),
    ("introductions", ""): ("1", "0"),
    ("found_in_common", ""): ("4", "0"),  # Mia and Raj letterpress, Sam rowing and Le Guin
    ("promises_kept_in_time", "mine"): ("1", "0"),  # done on 27 October, due on the 28th
    ("promises_kept_late", "mine"): ("0", "0"),
    ("strains_opened", ""): ("1", "0"),
    ("strains_repaired", ""): ("1", "0"),
    ("strains_open", ""): ("0", "0"),
    ("org_contacts", "Harbour Maps"): ("2", "0"),
    ("org_contacts", "Meadow Press"): ("2", "0"),  # the fair and a coffee
    ("org_contacts", "Cloud Kettle"): ("2", "0"),
}


@pytest.mark.parametrize("figure", FIGURES, ids="-".join)
def test_the_review_counts_what_happened(lived: Shell, figure: tuple[str, str]) -> None:
    rows = {(row["figure"], row["of"]): row for row in lived("review --since 2026-09-01 --csv").rows}
    assert (rows[figure]["now"], rows[figure]["before"]) == FIGURES[figure]


def test_the_brief_has_what_a_friend_would_remember(lived: Shell) -> None:
    brief = lived.ok("prep vera")
    assert "may I shadow your planning week; yes, 21 October: in november" in brief
    assert "gave 1, got 1; thanked for all" in brief
    mia = lived.ok("prep mia")
    assert "introduced to Raj Rainfall, 1 October" in mia
    assert "Ask           How did it go with Raj Rainfall? (introduction, 1 October)" in mia
    assert "wants to print a book of maps" in mia


def test_what_two_share_with_each_other(lived: Shell) -> None:
    assert lived.ok("shared mia raj --csv").splitlines() == [
        "what,name,date,people,handles",
        "topic,letterpress,2026-09-22,Mia Meadow; Raj Rainfall,mia-meadow; raj-rainfall",
        "event,Autumn Fair,2026-09-10,Mia Meadow; Raj Rainfall,mia-meadow; raj-rainfall",
    ]


def test_reach_has_left_the_organisation_and_history_stays(lived: Shell) -> None:
    assert lived.ok("reach --csv").splitlines() == [
        "org,department,people,contacts,last_contact,gave,got",
        "Cloud Kettle,,1,2,2026-09-22,0,0",
        "Meadow Press,,1,2,2026-09-17,0,0",
    ]
    sam = lived("show sam --json").json
    assert (sam["status"], len(sam["meetings"]), sam["strains"][0]["repaired_on"]) == (
        "parted",
        2,
        "2026-10-12",
    )


def test_a_month_at_a_time(lived: Shell) -> None:
    assert lived.ok("trend --csv --since 2026-09-01").splitlines() == [
        "month,in_person,live,written,total",
        "2026-09,4,0,0,4",
        "2026-10,2,0,0,2",
        "2026-11,2,0,0,2",
    ]
