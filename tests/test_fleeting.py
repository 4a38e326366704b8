"""Fleeting encounters: logged without a name, and given one when it turns up."""

from __future__ import annotations

import pytest

from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def fleeting(netbook: Shell) -> Shell:
    """Two sailors, a gardener at an event, a letter, and a baker at a coffee with Lena."""
    netbook.ok("add 'Lena Lantern' --circle peers")
    netbook.ok("log --fleeting 'a sailor, knows every lighthouse' --place 'the ferry' --on '3 nov'")
    netbook.ok("log --fleeting 'a sailor in the bar' --on '5 nov'")
    netbook.ok("log --fleeting 'talked about roses' --event 'Garden Fair' --on '7 nov'")
    netbook.ok("log --fleeting 'a letter from a stranger' --kind letter --on '9 nov'")
    netbook.ok("log lena --kind coffee -m 'her talk' --fleeting 'the baker next door' --on '11 nov'")
    return netbook


def meetings(netbook: Shell, who: str) -> list[list[object]]:
    rows = netbook(f"show {who} --json").json["meetings"]
    return [[row["date"], row["kind"], row["summary"], row["fleeting"]] for row in rows]


class TestGivenAName:
    def test_somebody_new(self, fleeting: Shell) -> None:
        assert fleeting.ok("add 'Olaf Otter' --circle community --fleeting 'SAIL lighth'") == (
            "Added: Olaf Otter (olaf-otter), community, every 6m\n"
            "  met            meeting on Tuesday 3 November, at the ferry: a sailor, knows every lighthouse\n"
        )
        assert meetings(fleeting, "olaf") == [
            ["2026-11-03", "meeting", "a sailor, knows every lighthouse", None]
        ]
        assert fleeting("show olaf --json").json["last_contact"] == "2026-11-03"

    def test_somebody_already_there(self, fleeting: Shell) -> None:
        fleeting.ok("add 'Olaf Otter'")
        assert fleeting.ok("edit olaf --fleeting 'sailor bar' --org 'Otter Tours'") == (
            "Changed: Olaf Otter (olaf-otter)\n"
            "  org            Otter Tours\n"
            "  met            meeting on Thursday 5 November: a sailor in the bar\n"
        )
        assert fleeting.ok("edit olaf --fleeting lighthouse").startswith("Changed: Olaf Otter (olaf-otter)\n")
        assert [row[0] for row in meetings(fleeting, "olaf")] == ["2026-11-05", "2026-11-03"]

    @pytest.mark.parametrize(
        ("words", "day"),
        [
            ("ferry", "2026-11-03"),
            ("fair", "2026-11-07"),
            ("a SAILOR in the bár", "2026-11-05"),
            ("roses garden", "2026-11-07"),
            ("next door", "2026-11-11"),
        ],
    )
    def test_by_its_own_words_its_place_or_its_event(self, fleeting: Shell, words: str, day: str) -> None:
        fleeting.ok(f"add 'Olaf Otter' --fleeting '{words}'")
        assert [row[0] for row in meetings(fleeting, "olaf")] == [day]

    def test_of_encounters_that_read_alike_the_latest(self, fleeting: Shell) -> None:
        fleeting.ok("log --fleeting 'A sailor, in the bar!' --on '1 nov'")
        fleeting.ok("add 'Olaf Otter' --fleeting bar")
        assert [row[0] for row in meetings(fleeting, "olaf")] == ["2026-11-05"]

    def test_at_an_event_it_is_a_new_connection(self, fleeting: Shell) -> None:
        assert fleeting("goal --csv").rows[0]["new"] == "0"
        fleeting.ok("add 'Rosa Root' --fleeting roses")
        assert fleeting("goal --csv").rows[0]["people"] == "Rosa Root"

    def test_where_others_were_it_says_of_whom_it_speaks(self, fleeting: Shell) -> None:
        fleeting.ok("add 'Bea Baker' --fleeting baker")
        assert meetings(fleeting, "lena") == [
            ["2026-11-11", "coffee", "her talk; Bea Baker: the baker next door", None]
        ]
        assert fleeting("export meetings --json").json[-1]["people"] == ["Lena Lantern", "Bea Baker"]

    def test_a_letter_is_no_human_contact(self, fleeting: Shell) -> None:
        assert fleeting.ok("add 'Olaf Otter' --fleeting letter").endswith(
            "  letter on Monday 9 November: a letter from a stranger (written: no human contact)\n"
        )
        assert fleeting("show olaf --json").json["last_contact"] is None

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("add 'Olaf Otter' --fleeting sailor", 1,
             'several fleeting encounters match "sailor"; add a word to tell them apart: '
             "a sailor in the bar (5 November); a sailor, knows every lighthouse (3 November)"),
            ("add 'Olaf Otter' --fleeting plumber", 1,
             'no fleeting encounter matches "plumber"; the latest: the baker next door (11 November); '
             "a letter from a stranger (9 November); talked about roses (7 November); "
             "a sailor in the bar (5 November); a sailor, knows every lighthouse (3 November)"),
            ("edit lena --fleeting ailor", 1, None),
            ("edit lena --fleeting baker", 1,
             'Lena Lantern was at that meeting by name; "the baker next door" was somebody else, so name that person'),
            ("add 'Lena Lantern' --fleeting bar", 1,
             '"Lena Lantern" is already in the journal: lena-lantern  Lena Lantern; '
             "edit that person, or add --namesake"),
            ("edit lena --fleeting ' '", 2, "a fleeting encounter cannot be empty; write a few words"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(
        self, fleeting: Shell, line: str, status: int, message: str | None
    ) -> None:
        answer = fleeting.fails(line, status)
        assert answer == message if message else answer.startswith('no fleeting encounter matches "ailor"')

    def test_none_is_logged(self, netbook: Shell) -> None:
        netbook.ok("add 'Lena Lantern'")
        assert netbook.fails("add 'Olaf Otter' --fleeting sailor", 1) == (
            'no fleeting encounter matches "sailor"; none is logged, netbook log --fleeting TEXT does that'
        )

    def test_the_encounters_that_are_listed_are_few(self, fleeting: Shell) -> None:
        fleeting.ok("log --fleeting 'a juggler' --on '12 nov'")
        assert fleeting.fails("edit lena --fleeting nurse", 1).endswith("(5 November); … and 1 more")
