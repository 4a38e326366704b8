"""Meetings per month, by how people met. Today is Saturday 21 November 2026."""

from __future__ import annotations

import pytest

from netbook.render import trend as render
from netbook.render.text import Screen, width_of
from netbook.reports import trend as report
from tests.conftest import Answer, Shell, built_once

HEADER = "month,in_person,live,written,total\n"


def counted(answer: Answer) -> dict[str, tuple[int, ...]]:
    """The months in which there was anything: in person, live, written, total."""
    return {
        row["month"]: tuple(int(row[name]) for name in ("in_person", "live", "written", "total"))
        for row in answer.rows
        if row["total"] != "0"
    }


@pytest.fixture
@built_once
def meetings(netbook: Shell) -> Shell:
    """Three people, met from November of last year on."""
    netbook.ok("add 'Ana Ruiz' --circle team")
    netbook.ok("add 'Bo Lind' --circle peers")
    netbook.ok("add 'Cy Stone' --circle peers")
    netbook.ok("common bo chess --on 2026-01-01")
    netbook.ok("common ana chess --on 2026-01-01")
    for line in (
        "ana --kind lunch --on 2025-11-30",
        "ana --kind coffee --on 2025-12-01",
        "ana bo cy --kind dinner --on 2026-10-31",
        "bo --kind video --on 2026-11-01",
        "cy --kind call --on 2026-11-02",
        "cy --kind email --on 2026-11-03",
        "ana --kind visit --on 2026-11-21",
    ):
        netbook.ok(f"log {line}")
    netbook.ok("log ana --kind coffee --on 2026-11-25", today="2026-11-25")  # still to come
    netbook.ok("log --fleeting 'a sailor' --on 2026-11-04")  # with nobody in the journal
    netbook.ok("log cy --kind call --fleeting 'his neighbour' --on 2026-11-05")
    return netbook


def test_the_last_twelve_months(meetings: Shell) -> None:
    rows = meetings("trend --csv").rows
    assert [row["month"] for row in rows] == ["2025-12", *(f"2026-{month:02}" for month in range(1, 12))]
    # A dinner with three is one meeting. November: the visit; video and two calls; the e-mail.
    assert counted(meetings("trend --csv")) == {
        "2025-12": (1, 0, 0, 1), "2026-10": (1, 0, 0, 1), "2026-11": (1, 3, 1, 5)
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "months"),
    [
        ("--with ana", {"2025-12": (1, 0, 0, 1), "2026-10": (1, 0, 0, 1), "2026-11": (1, 0, 0, 1)}),
        ("--with cy", {"2026-10": (1, 0, 0, 1), "2026-11": (0, 2, 1, 3)}),
        # Bo's video, Cy's two calls and e-mail; the dinner with both once.
        ("--circle peers", {"2026-10": (1, 0, 0, 1), "2026-11": (0, 3, 1, 4)}),
        ("--topic chess", {"2025-12": (1, 0, 0, 1), "2026-10": (1, 0, 0, 1), "2026-11": (1, 1, 0, 2)}),
        # Somebody who is both: Bo.
        ("--circle peers --topic chess", {"2026-10": (1, 0, 0, 1), "2026-11": (0, 1, 0, 1)}),
        ("--with cy --topic chess", {}),
        ("--since 2025-11-30 --until 2025-12-01", {"2025-11": (1, 0, 0, 1), "2025-12": (1, 0, 0, 1)}),
        ("--since 2026-11-02 --until 2026-11-03", {"2026-11": (0, 1, 1, 2)}),
        # Twelve months up to the one of the last day.
        ("--until 2025-11-30", {"2025-11": (1, 0, 0, 1)}),
        # What is to come does not count yet.
        ("--until 2026-12-31 --since 2026-11-21", {"2026-11": (1, 0, 0, 1)}),
    ],
)
def test_options(meetings: Shell, options: str, months: dict[str, tuple[int, ...]]) -> None:
    assert counted(meetings(f"trend --csv {options}")) == months


def test_as_json(meetings: Shell) -> None:
    assert meetings("trend --since 2026-11-01 --json").json == [
        {"month": "2026-11", "in_person": 1, "live": 3, "written": 1, "total": 5}
    ]


def test_as_bars(meetings: Shell) -> None:
    assert meetings.ok("trend --since 2026-09-01") == (
        "6 meetings from 1 September to 21 November: 2 in person, 3 live and 1 written\n"
        "\n"
        "            █ in person  ▓ live  ░ written\n"
        "  Sep 2026            0       0          0\n"
        "  Oct 2026            1       0          0  █  1\n"
        "  Nov 2026            1       3          1  █▓▓▓░  5\n"
    )


@pytest.mark.parametrize(
    ("options", "head"),
    [
        ("--with bo", "1 meeting with Bo Lind from 1 November to 21 November"),
        ("--circle PEERS", "4 meetings with peers from 1 November to 21 November"),
        ("--topic Chess", "2 meetings with somebody who shares chess from 1 November to 21 November"),
        ("--circle peers --topic chess", "1 meeting with peers, who shares chess from"),
    ],
)
def test_with_whom(meetings: Shell, options: str, head: str) -> None:
    assert meetings.ok(f"trend --since 2026-11-01 {options}").startswith(head)


def test_nothing_in_that_time(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz'")
    assert netbook.ok("trend --with ana") == (
        "No meetings with Ana Ruiz from 1 December 2025 to 21 November: "
        "netbook log WHO records one, --since DATE looks further back\n"
    )
    assert netbook.ok("trend --since today --csv") == f"{HEADER}2026-11,0,0,0,0\n"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_bars_fit_the_paper(width: int) -> None:
    from datetime import date

    from netbook.core.periods import Span

    rows = [
        report.TrendRow("2026-10", 900, 300, 34, 1234),
        report.TrendRow("2026-11", 1, 0, 0, 1),
        report.TrendRow("2026-12", 0, 0, 0, 0),
    ]
    today = date(2026, 12, 1)
    results = report.TrendReport(today, Span(date(2026, 10, 1), today), None, None, None, rows)
    lines = render.text(results, Screen(width)).splitlines()
    assert all(width_of(line) <= width for line in lines)
    assert lines[-3].startswith("  Oct 2026          900     300         34  ██████")
    assert lines[-3].endswith("  1,234")
    assert lines[-2] == "  Nov 2026            1       0          0  █  1"
    assert "#  1" in render.text(results, Screen(width, encoding="ascii"))
    assert "\x1b[38;5;30m█\x1b[0m  1" in render.text(results, Screen(width, colour=True))


def test_a_year_of_days(meetings: Shell) -> None:
    rows = meetings("trend --days --csv").rows
    assert [list(rows[0]), rows[0]["date"], rows[-1]["date"], len(rows)] == [
        ["date", "in_person", "live", "written", "total"], "2025-11-22", "2026-11-21", 365
    ]  # fmt: skip
    assert {row["date"]: row["total"] for row in rows if row["total"] != "0"} == {
        "2025-11-30": "1", "2025-12-01": "1", "2026-10-31": "1", "2026-11-01": "1", "2026-11-02": "1",
        "2026-11-03": "1", "2026-11-05": "1", "2026-11-21": "1",
    }  # fmt: skip
    assert meetings("trend --days --with cy --since 2026-11-02 --until 2026-11-03 --json").json == [
        {"date": "2026-11-02", "in_person": 0, "live": 1, "written": 0, "total": 1},
        {"date": "2026-11-03", "in_person": 0, "live": 0, "written": 1, "total": 1},
    ]


def test_days_as_a_calendar(meetings: Shell) -> None:
    meetings.ok("log ana --kind lunch --on 2026-11-02")
    assert meetings.ok("trend --days --since 2026-10-28 --circle team").splitlines() == [
        "3 meetings with team from 28 October to 21 November: 3 in person; human contact on 3 of 25 days",
        "",
        "      Nov",
        "  Mon   ░ · ·",
        "        · · ·",
        "  Wed · · · ·",
        "      · · · ·",
        "  Fri · · · ·",
        "      ░ · · ░",
        "  Sun · · ·",
        "",
        "  · none   ░ 1   ▒ 2   ▓ 3   █ 4   meetings in person, by call or video",
    ]
    assert "1 in person and 1 live; human contact on 2 of 365 days" in meetings.ok(
        "trend --days --topic chess --with bo"
    )


@pytest.mark.parametrize("width", [40, 60, 80, 140])
def test_the_calendar_fits_the_screen(meetings: Shell, width: int) -> None:
    from datetime import date

    from netbook.render import trend_days
    from netbook.store import journal

    with journal.reading(str(meetings.db)) as db:
        result = report.build_days(db, date(2026, 11, 21), report.TrendQuery())
    text = trend_days.text(result, Screen(width))
    assert all(width_of(line) <= width for line in text.splitlines())
    assert sum(text.count(mark) for mark in "·░▒▓█") - 5 == 365
    assert trend_days.text(result, Screen(width, encoding="ascii")).isascii()
    assert "\x1b[38;5;30m░\x1b[0m" in trend_days.text(result, Screen(width, colour=True))


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        ("--with nobody", 1, 'nobody is called "nobody"; netbook people lists everybody'),
        ("--circle club", 1,
         'no circle is called "club"; there are team, peers, mentors, customers, community '
         "(netbook circle NAME --every 1m adds one)"),
        ("--topic ches", 1, 'no topic is called "ches"; the nearest: chess'),
        ("--since tomorrow", 2, '"tomorrow" is 2026-11-22, which is still to come; give a day up to today'),
        ("--since 2026-11-02 --until 2026-11-01", 2,
         '--since "2026-11-02" is after --until "2026-11-01"; swap the two'),
        ("--csv --json", 2, "--csv and --json cannot go together; choose one"),
    ],
)  # fmt: skip
def test_bad_input(meetings: Shell, options: str, status: int, message: str) -> None:
    assert meetings.fails(f"trend {options}", status) == message
