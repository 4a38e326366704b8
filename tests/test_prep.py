"""The brief before a meeting, as somebody reads it on the stairs."""

from __future__ import annotations

import re
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from netbook.render import prep as render
from netbook.render.text import Screen
from netbook.reports import prep
from netbook.reports import prep as report
from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def lena(netbook: Shell) -> Shell:
    """Three meetings with Lena, with everything that may hang on them."""
    netbook.ok("add 'Sam Okafor' --circle team --org Fabrikam")
    netbook.ok(
        "add 'Lena Vogt' --circle peers --title 'staff engineer' --org Fabrikam --department Platform "
        "--how 'at the PMI chapter' --introduced-by sam --known-since 2021-03-05 --birthday 1980-12-10"
    )
    netbook.ok("add 'Omar Haddad'")
    netbook.ok("add 'Mia Chen'")
    netbook.ok("log lena -d '1 june' -k walk -m 'the weather'")
    netbook.ok("log lena -d '1 aug' -k call -m 'two open positions' -l 'obstacles: two open positions'")
    netbook.ok("log lena -d '2 sep' -k lunch -m 'her talk' -l 'goals: wants to speak at PyCon'")
    netbook.ok(
        "log lena sam -d '10 oct' -k coffee --place 'Blue Bottle' --minutes 50 "
        "-m 'reorg, her talk, college choice' -l 'lena: family: daughter was choosing a college' "
        "-c climbing -c 'lena: both read Le Guin' "
        "-p 'lena: the paper on queueing by 2026-11-20' --they-promise 'lena: an introduction to Priya'"
    )
    netbook.ok("common omar climbing")
    netbook.ok("gave lena a review of her talk --on '1 nov'")
    netbook.ok("got lena the vendor list --on '2 nov'")
    netbook.ok("got lena a ride home --on '1 nov'")
    netbook.ok("thank lena ride --how note")
    return netbook


def part(out: str, label: str) -> list[str]:
    """The lines of one part of a brief, without the label."""
    lines = out.splitlines()
    start = next((place for place, line in enumerate(lines) if line.startswith(label)), None)
    if start is None:
        return []
    after = [
        place for place, line in enumerate(lines) if place > start and not line.startswith(" " * render.LABEL)
    ]
    return [line[render.LABEL :] for line in lines[start : after[0] if after else None]]


def on_paper(netbook: Shell, width: int, *who: str) -> str:
    """The brief as a terminal of that width shows it."""
    db = sqlite3.connect(netbook.db)
    try:
        return render.text(report.build(db, date(2026, 11, 21), who), Screen(width))
    finally:
        db.close()


class TestTheBrief:
    def test_all_of_it(self, lena: Shell) -> None:
        out = lena.ok("prep lena")
        *known, first, second, third, introduce = out.splitlines()
        assert known == [
            "Lena Vogt · peers · staff engineer at Fabrikam, Platform",
            "",
            "Met           at the PMI chapter; introduced by Sam Okafor; known since 5 March 2021",
            "Last time     coffee, 10 October, Blue Bottle, 50 min, with Sam Okafor: "
            "reorg, her talk, college choice",
            "              lunch, 2 September: her talk · call, 1 August: two open positions",
            "In common     both read Le Guin; climbing (also Omar Haddad, Sam Okafor)",
            "Told you      obstacles  two open positions (1 August)",
            "              goals      wants to speak at PyCon (2 September)",
            "              family     daughter was choosing a college (10 October)",
            "Open          you promised: the paper on queueing, by 20 November, 1 day late (netbook done 1)",
            "              they promised: an introduction to Priya, since 10 October (netbook done 2)",
            "              thanks owed for the vendor list, since 2 November (netbook thank lena-vogt)",
            "Give, take    gave 1, got 2; thanks owed for 1",
            "Birthday      Thursday 10 December, in 19 days, turns 46",
        ]
        assert first == (
            "Ask           Your daughter was choosing a college. How did that turn out? (family, 10 October)"
        )
        assert re.fullmatch(
            r" {14}(Do you still want|Did you get) to speak at PyCon\? \(goals, 2 September\)", second
        )
        assert re.fullmatch(r" {14}.+\? \((?!family|goals|obstacles)\w+: nothing known yet\)", third)
        assert introduce.startswith("Introduce     Omar Haddad, ")
        assert "climbing" in introduce

    def test_of_somebody_of_whom_nothing_is_known(self, netbook: Shell) -> None:
        netbook.ok("add 'Bo Lind'")
        out = netbook.ok("prep bo")
        assert out.splitlines()[:3] == ["Bo Lind", "", "Met           not yet"]
        assert len(part(out, "Ask")) == 3
        assert all(line.endswith(": nothing known yet)") for line in part(out, "Ask"))
        assert len(out.splitlines()) == 6

    def test_the_first_meeting_says_how_you_met_where_nothing_else_does(self, netbook: Shell) -> None:
        netbook.ok("log --new 'Bo Lind' --event Fair -d '1 sep'")
        assert part(netbook.ok("prep bo"), "Met") == []
        assert part(netbook.ok("prep bo"), "Last time") == ["event, 1 September, at Fair"]
        netbook.ok("log bo -k call")
        assert part(netbook.ok("prep bo"), "Met") == ["first met on 1 September at Fair"]

    def test_a_letter_since_is_named_but_is_no_meeting(self, lena: Shell) -> None:
        lena.ok("log lena -k email -d '9 oct' -m 'the room'")
        assert "email" not in lena.ok("prep lena")
        lena.ok("log lena -k email -d '12 nov' -m 'sent the plan'")
        assert part(lena.ok("prep lena"), "Last time")[-1] == (
            "since then only written: email, 12 November: sent the plan"
        )
        lena.ok("log mia -k letter")
        assert part(lena.ok("prep mia"), "Last time") == ["only written: letter, 21 November"]

    def test_the_longest_unanswered_comes_first_and_a_later_note_answers(self, lena: Shell) -> None:
        lena.ok("learn lena obstacles: one position left --on '5 nov'")
        assert part(lena.ok("prep lena"), "Told you") == [
            "goals      wants to speak at PyCon (2 September)",
            "family     daughter was choosing a college (10 October)",
            "obstacles  one position left (5 November; 1 earlier)",
        ]

    def test_parted_and_paused_are_said(self, lena: Shell) -> None:
        lena.ok("pause lena")
        assert lena.ok("prep lena").splitlines()[0].endswith(" · paused")

    @pytest.mark.parametrize(
        ("birthday", "lines"),
        [
            ("1976-11-21", ["today, turns 50"]),
            ("1976-11-22", ["tomorrow, turns 50"]),
            ("--12-21", ["Monday 21 December, in 30 days"]),
            ("--12-22", []),
            ("--11-20", []),
        ],
    )
    def test_a_birthday_within_thirty_days(self, netbook: Shell, birthday: str, lines: list[str]) -> None:
        netbook.ok(f"add 'Bo Lind' --birthday={birthday}")
        assert part(netbook.ok("prep bo"), "Birthday") == lines

    def test_what_is_still_to_come_is_not_there_yet(self, lena: Shell) -> None:
        out = lena.ok("prep lena", today="2026-07-01")
        assert part(out, "Last time") == ["walk, 1 June: the weather"]
        for label in ("In common", "Told you", "Open", "Give, take"):
            assert part(out, label) == []


class TestStrain:
    def test_an_open_one_leads_and_counts_what_was_found_since(self, lena: Shell) -> None:
        lena.ok("strain lena 'went over her head' --on '2 nov'")
        strained = "since 2 November (19 days): went over her head"
        out = lena.ok("prep lena")
        assert out.splitlines()[2].startswith("Strained")
        assert part(out, "Strained") == [strained, "0 of 2 points of connection since; meet in person"]
        lena.ok("common lena rowing chess tea --on '3 nov'")
        assert part(lena.ok("prep lena"), "Strained") == [
            strained, "2 of 2 points of connection since (tea, chess, rowing); meet in person"
        ]  # fmt: skip
        lena.ok("repair lena")
        assert part(lena.ok("prep lena"), "Strained") == []

    def test_the_one_that_was_repaired_last_is_remembered(self, lena: Shell) -> None:
        assert lena("prep lena --json").json["repaired"] is None
        lena.ok("strain lena 'an old one' --on '1 nov'")
        lena.ok("repair lena --on '2 nov'")
        assert part(lena.ok("prep lena"), "Repaired") == [
            "2 November (strained since 1 November: an old one)"
        ]
        lena.ok("strain lena 'went over her head' --on '3 nov'")
        lena.ok("repair lena 'over a walk' --on '9 nov'")
        assert " ".join(part(lena.ok("prep lena"), "Repaired")) == (
            "9 November: over a walk (strained since 3 November: went over her head)"
        )
        assert lena("prep lena --json").json["repaired"] == {
            "since": "2026-11-03", "text": "went over her head", "repaired_on": "2026-11-09", "repair": "over a walk"
        }  # fmt: skip


class TestGiveAndTake:
    @pytest.mark.parametrize(
        ("commands", "lines"),
        [
            ([], []),
            (["gave bo 'a lift'"], ["gave 1, got nothing yet"]),
            (["got bo 'a lift'"], ["gave nothing yet, got 1; thanks owed for 1"]),
            (["got bo 'a lift'", "thank bo"], ["gave nothing yet, got 1; thanked for all"]),
        ],
    )
    def test_the_balance(self, netbook: Shell, commands: list[str], lines: list[str]) -> None:
        netbook.ok("add 'Bo Lind'")
        for command in commands:
            netbook.ok(command)
        assert part(netbook.ok("prep bo"), "Give, take") == lines

    def test_requests_and_their_answers(self, netbook: Shell) -> None:
        netbook.ok("add 'Wanda Willow'")
        netbook.sql(
            "INSERT INTO request (person_id, text, asked_on, answer, answered_on, reply) VALUES"
            " (1, 'a word with the board', '2026-09-01', 'no', '2026-09-03', 'not this year'),"
            " (1, 'a look at the plan', '2026-11-01', 'pending', NULL, NULL)"
        )
        assert part(netbook.ok("prep wanda"), "Open") == [
            "you asked: a look at the plan, 1 November; no answer yet",
            "you asked: a word with the board; no, 3 September: not this year; it stays at that",
        ]
        assert not [line for line in part(netbook.ok("prep wanda"), "Ask") if "board" in line]

    def test_introductions_offered_are_open_and_made_ones_are_asked_about(self, lena: Shell) -> None:
        lena.sql(
            "INSERT INTO introduction (a_id, b_id, date, outcome) VALUES"
            " (2, 3, '2026-11-05', 'made'), (2, 4, '2026-11-06', 'offered')"
        )
        for who, other in (("lena", "Mia Chen"), ("mia", "Lena Vogt")):
            assert f"you offered to introduce {other}, 6 November" in part(lena.ok(f"prep {who}"), "Open")
        for who, other in (("lena", "Omar Haddad"), ("omar", "Lena Vogt")):
            assert f"{other}? (introduction, 5 November)" in part(lena.ok(f"prep {who}"), "Ask")[0]
            introduce = part(lena.ok(f"prep {who}"), "Introduce")
            assert [line.strip() for line in introduce if other in line] == [
                f"introduced to {other}, 5 November"
            ]


def test_somebody_only_called_this_year_is_to_be_met_in_person(netbook: Shell) -> None:
    netbook.ok("log --new Ana -k call", today="2026-11-01")
    assert part(netbook.ok("prep ana"), "Last time")[-1].strip() == "only by phone this year; meet in person"
    assert netbook("prep ana --json").json["from_afar"] == "only by phone this year"
    netbook.ok("log ana -k walk", today="2026-11-02")
    assert netbook("prep ana --json").json["from_afar"] is None


class TestSeveral:
    def test_what_they_share_and_then_each(self, lena: Shell) -> None:
        out = lena.ok("prep lena sam omar")
        assert out.splitlines()[0] == (
            "Between them  climbing (Lena Vogt, Sam Okafor and Omar Haddad); "
            "Fabrikam (Lena Vogt and Sam Okafor)"
        )
        titles = [
            before for before, line in zip(out.splitlines(), out.splitlines()[1:], strict=False) if not line
        ]
        assert [title.split(" · ")[0] for title in titles[1::2]] == ["Lena Vogt", "Sam Okafor", "Omar Haddad"]

    def test_those_who_come_are_named_before_others(self, lena: Shell) -> None:
        for name in ("mia", "omar", "lena"):
            lena.ok(f"common {name} rowing")
        assert part(lena.ok("prep lena"), "In common")[0].startswith("rowing (also Omar Haddad, Mia Chen); ")
        assert "rowing (also Mia Chen, Omar Haddad); " in lena.ok("prep lena mia")

    def test_nothing_shared_is_no_line(self, lena: Shell) -> None:
        assert "Between them" not in lena.ok("prep omar mia")

    def test_somebody_named_twice_counts_once(self, lena: Shell) -> None:
        assert lena.ok("prep lena lena-vogt 'Lena Vogt'") == lena.ok("prep lena")
        assert lena.ok("prep lena vogt --json") == lena.ok("prep lena --json")


class TestStories:
    def test_what_is_over_or_was_yours_is_something_to_open_with(self, lena: Shell) -> None:
        lena.ok("learn lena had me try sushi --on '3 june 2025'")
        lena.ok("learn lena family: parents moved to Porto --on '4 aug'")
        lena.ok("learn lena once met Le Guin --on '2 may 2024'")
        out = lena.ok("prep lena")
        assert part(out, "Open with") == [
            "parents moved to Porto (family, 4 August)",
            "had you try sushi (stories, 3 June 2025)",
        ]
        assert not [line for line in part(out, "Ask") if "sushi" in line or "Porto" in line]
        assert lena("prep lena --json").json["stories"][1] == {
            "text": "had you try sushi",
            "about": "stories",
            "date": "2025-06-03",
        }

    def test_what_is_open_or_merely_so_is_none(self, lena: Shell) -> None:
        lena.ok("learn lena interests: plays the cello")
        assert part(lena.ok("prep lena"), "Open with") == []


class TestJson:
    def test_one_person_is_an_object_with_everything(self, lena: Shell) -> None:
        lena.ok("strain lena 'went over her head' --on '2 nov'")
        brief = lena("prep lena --json").json
        assert list(brief) == [
            "handle", "name", "circle", "title", "org", "department", "place", "status", "known_since",
            "how_met", "introduced_by", "first_contact", "strain", "meetings", "written", "in_common",
            "together", "learned", "followups", "gave", "got", "thanks_owed", "requests", "birthday",
            "introductions", "questions", "introduce", "from_afar",
            "repaired",
            "perhaps",
            "ties",
            "before",
            "interests",
            "stories",
        ]  # fmt: skip
        assert brief["first_contact"] == {"date": "2026-06-01", "kind": "walk", "event": None}
        assert brief["strain"] == {
            "since": "2026-11-02", "days": 19, "text": "went over her head", "points": 0, "of": 2,
            "topics": [], "suggestion": "meet in person",
        }  # fmt: skip
        assert [row["date"] for row in brief["meetings"]] == ["2026-10-10", "2026-09-02", "2026-08-01"]
        assert brief["meetings"][0]["others"] == ["Sam Okafor"]
        assert brief["in_common"][1] == {
            "topic": "climbing", "found_on": "2026-10-10", "detail": None, "others": 2,
            "also": ["Omar Haddad", "Sam Okafor"],
        }  # fmt: skip
        assert (brief["gave"], brief["got"], brief["written"], brief["together"]) == (1, 2, None, [])
        assert brief["thanks_owed"] == [{"text": "the vendor list", "date": "2026-11-02"}]
        assert brief["birthday"] == {"date": "2026-12-10", "days": 19, "turns": 46}
        assert brief["followups"][0] == {
            "number": 1, "whose": "mine", "text": "the paper on queueing", "promised_on": "2026-10-10",
            "due_on": "2026-11-20", "days_overdue": 1,
        }  # fmt: skip
        assert [row["said_on"] for row in brief["questions"]] == ["2026-10-10", "2026-09-02", None]
        assert brief["introduce"][0]["handle"] == "omar-haddad"

    def test_several_are_an_array_with_what_they_share(self, lena: Shell) -> None:
        first, second = lena("prep lena sam --json").json
        assert (first["handle"], second["handle"]) == ("lena-vogt", "sam-okafor")
        assert first["together"] == [
            {"what": "topic", "name": "climbing", "people": ["Sam Okafor"]},
            {"what": "org", "name": "Fabrikam", "people": ["Sam Okafor"]},
        ]

    def test_every_key_is_there_where_nothing_is_known(self, lena: Shell) -> None:
        lena.ok("add 'Bo Lind'")
        known, unknown = lena("prep lena bo --json").json
        assert list(known) == list(unknown)


class TestOneScreen:
    @pytest.fixture
    def much(self, lena: Shell) -> Shell:
        """Far more about Lena than a screen holds."""
        for about in ("values", "aspirations", "concerns", "interests", "work", "stories"):
            lena.ok(f"learn lena {about}: {'a long story about it, ' * 40}")
        for number in range(20):
            lena.ok(f"common lena 'topic {number}'")
            lena.ok(f"promise lena 'send part {number} of the long report'")
            lena.ok(f"got lena 'part {number} of the list'")
        lena.ok(f"log lena -k dinner -m '{'word ' * 400}'")
        return lena

    @pytest.mark.parametrize("width", [60, 80, 140])
    def test_it_fits_and_says_how_much_more_there_is(self, much: Shell, width: int) -> None:
        out = on_paper(much, width, "lena")
        lines = out.splitlines()
        assert max(map(len, lines)) <= width
        assert len(lines) <= {60: 56, 80: 45, 140: 36}[width]
        plain = " ".join(out.split())
        for answer in (
            "… and 17 more",
            "… and 18 more promises: netbook todo",
            "… and 4 more subjects: netbook show",
        ):
            assert answer in plain
        assert len(part(out, "Ask")) >= 3

    def test_scripts_get_everything(self, much: Shell) -> None:
        brief = much("prep lena --json").json
        assert (len(brief["in_common"]), len(brief["followups"]), len(brief["learned"])) == (22, 22, 9)

    def test_in_a_pipe_a_text_is_not_cut_off(self, much: Shell) -> None:
        assert "word " * 399 + "word" in much.ok("prep lena")

    @pytest.mark.parametrize("width", [20, 40, 59])
    def test_on_a_narrow_screen_a_subject_stands_before_its_note(self, lena: Shell, width: int) -> None:
        out = on_paper(lena, width, "lena")
        assert "obstacles: two" in out
        assert "20 Nov" in " ".join(out.split())

    def test_colour_is_only_in_the_ink(self, lena: Shell) -> None:
        db = sqlite3.connect(lena.db)
        coloured = render.text(report.build(db, date(2026, 11, 21), ["lena", "sam"]), Screen(80, colour=True))
        db.close()
        assert "\x1b[1mLena Vogt\x1b[0m" in coloured
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == on_paper(lena, 80, "lena", "sam")


def test_the_demo_shows_a_brief_with_a_topic_that_several_share(netbook: Shell, tmp_path: Path) -> None:
    answer = netbook.process("demo", TMPDIR=str(tmp_path))
    assert (answer.status, answer.err) == (0, "")
    brief = answer.out.partition("$ netbook prep lena\n")[2]
    assert part(brief, "In common")[0].endswith("climbing (also Omar Oakleaf, Mia Meadow)")
    assert len(part(brief, "Ask")) == 3


class TestQuestions:
    def test_the_same_all_day_and_others_tomorrow(self, lena: Shell) -> None:
        asked = part(lena.ok("prep lena"), "Ask")
        assert part(lena.ok("prep lena"), "Ask") == asked
        days = {tuple(part(lena.ok("prep lena", today=f"2026-12-{n}"), "Ask")) for n in range(10, 20)}
        assert len(days) > 5

    def test_not_the_same_for_everybody(self, netbook: Shell) -> None:
        for n in range(8):
            netbook.ok(f"add 'Bo {'abcdefgh'[n]}lind'")
        asked = [tuple(row["question"] for row in one["questions"]) for one in netbook(
            "prep " + " ".join(f"bo-{letter}lind" for letter in "abcdefgh") + " --json"
        ).json]  # fmt: skip
        assert len(set(asked)) >= 7


class TestBadInput:
    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("prep nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("prep lena nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
            ("prep o", 1, 'two people match "o"'),
            ("prep ''", 2, ""),
            ("prep", 2, "Missing argument"),
            ("prep lena --csv", 2, "No such option"),
        ],
    )
    def test_one_line_says_what_to_do(self, lena: Shell, line: str, status: int, message: str) -> None:
        assert message.casefold() in lena.fails(line, status).casefold()

    def test_what_came_from_outside_is_only_text(self, netbook: Shell) -> None:
        evil = "\x1b[2J[bold]\u202e"
        netbook.ok(f"add 'Bo Lind' --how 'x{evil}' --org 'y{evil}'")
        netbook.ok(f"log bo -m 'z{evil}' -c 't{evil}' -l 'goals: g{evil}' -p 'p{evil}' --got 'f{evil}'")
        netbook.ok(f"strain bo 's{evil}'")
        out = netbook.ok("prep bo")
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert out.count("\\x1b[2J[bold]\\u202e") >= 8


STATEMENTS = [name for name, value in vars(prep).items() if name.isupper() and "SELECT" in str(value)]


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_statement_reads_a_whole_table(lena: Shell, name: str) -> None:
    db = sqlite3.connect(lena.db)
    values = {"person": 1, "today": "2026-11-21"}
    plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {getattr(prep, name)}", values)]
    db.close()
    assert [step for step in plan if step.startswith("SEARCH")]
    assert not [step for step in plan if re.match(r"SCAN (?!\(subquery)", step)], plan


def test_the_statements_are_looked_at() -> None:
    assert {"MEETINGS", "COMMON", "INTRODUCTIONS"} < set(STATEMENTS)
