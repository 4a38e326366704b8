"""What somebody meets in the first days with netbook: slips of the finger and narrow screens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.terminal import ENTER, Terminal

NARROW = 80


@pytest.mark.parametrize("slip", ["lina", "lema", "vigt", "lena vgot", "leny"])
def test_one_letter_wrong_still_names_the_nearest(netbook: Shell, slip: str) -> None:
    netbook.ok("add 'Lena Vogt' --org Fabrikam --alias Leni")
    netbook.ok("add 'Omar Haddad'")
    assert netbook.fails(f"show '{slip}'", 1) == (
        f'nobody is called "{slip}"; the nearest: lena-vogt  Lena Vogt  Fabrikam'
    )


def test_somebody_is_named_once_among_the_nearest(netbook: Shell) -> None:
    for name in ("Tomas Reyes", "Tomas Ryan", "Omar Haddad"):
        netbook.ok(f"add '{name}'")
    output = netbook.fails("show tomsa", 1)
    assert output.endswith("the nearest: tomas-reyes  Tomas Reyes, tomas-ryan  Tomas Ryan")


def test_the_questions_of_log_fit_eighty_columns(netbook: Shell) -> None:
    netbook.ok("add 'Bo Lind'")
    with Terminal(netbook, "log", COLUMNS=str(NARROW)) as terminal:
        output = terminal.expect("With whom?")
        terminal.type(f"bo{ENTER}")
        terminal.answer("Anybody new?")
        output += terminal.expect("What was it?")
    assert "Ctrl-C stops" in output
    assert max(map(len, output.splitlines())) < NARROW


def test_a_birthday_without_its_year_is_answered_as_day_and_month(netbook: Shell) -> None:
    assert "birthday       29 February\n" in netbook.ok("add 'Cy Young' --birthday '29 feb'")
    assert "birthday       4 May\n" in netbook.ok("edit cy --birthday --05-04")


def test_the_meetings_of_one_day_are_imported_on_that_day(netbook: Shell, tmp_path: Path) -> None:
    (tmp_path / "friends.md").write_text(
        "### Activities:\n- 2026-11-01: Lunch with **Ada Example**.\n\n### Friends:\n- Ada Example\n"
    )
    assert "  meetings  1, on 2026-11-01\n" in netbook(f"import {tmp_path / 'friends.md'}").out
