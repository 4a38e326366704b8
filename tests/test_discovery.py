"""Interests, ties, your own card, and what people may have in common."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Shell, built_once


@pytest.fixture
@built_once
def people(netbook: Shell) -> Shell:
    for line in (
        "add 'Lena Lantern' --org Lighthouse --place Hamburg --circle peers",
        "add 'Omar Otter' --org 'Blue Kettle' --circle peers",
        "add 'Nora North' --circle team",
        "add 'Finn Fern'",
    ):
        netbook.ok(line)
    return netbook


class TestLikes:
    def test_an_interest_is_no_common_ground(self, people: Shell) -> None:
        people.ok("common lena climbing")
        assert people.ok("likes finn nora climbing") == (
            "Finn Fern and Nora North like climbing\n"
            "  you share it with 1 person\n"
            "  if you share it: netbook common finn-fern climbing\n"
        )
        assert people.ok("likes omar climbing").splitlines()[1] == "  also liked by  Nora North and Finn Fern"
        assert people.ok("topics climbing").startswith(
            "climbing: shared with 1 person; 3 people like it besides\n"
        )
        assert people("export interests --json").json[0] == {
            "person": "Finn Fern", "handle": "finn-fern", "topic": "climbing", "noted_on": "2026-11-21",
            "meeting": None, "ref": "k1",
        }  # fmt: skip
        assert "likes         climbing" in people.ok("show nora")

    def test_it_is_taken_back_and_undone(self, people: Shell) -> None:
        people.ok("likes finn chess")
        before = people.ok("export journal")
        assert people.ok("likes finn chess --not") == "Taken back: Finn Fern, chess\n"
        assert people.fails("likes finn chess --not", 1) == (
            'Finn Fern is not known to like "chess"; netbook show finn-fern lists interests'
        )
        people.ok("undo")
        assert people.ok("export journal") == before

    def test_all_of_them_or_nobody(self, people: Shell) -> None:
        assert people.fails("likes finn nobody chess", 1).startswith('nobody is called "nobody"')
        assert people.fails("likes chess", 2) == "name somebody and a topic: netbook likes WHO chess"
        assert people.sql("SELECT count(*) FROM interest") == [(0,)]

    @pytest.mark.parametrize(
        ("note", "topics"),
        [
            ("climbing", ["climbing"]),
            ("climbing, jazz and Le Guin", ["Le Guin", "climbing", "jazz"]),
            ("plays the cello", []),
            ("started to learn Czech last year", []),
            ("R&D", ["D", "R"]),
        ],
    )
    def test_a_short_list_is_interests_and_a_sentence_is_a_note(
        self, people: Shell, note: str, topics: list[str]
    ) -> None:
        answer = people.ok(f"learn finn 'interests: {note}'")
        assert [name for (name,) in people.sql("SELECT name FROM topic ORDER BY name")] == topics
        assert people.sql("SELECT count(*) FROM note") == [(0 if topics else 1,)]
        assert ("kept as interests" in answer) == bool(topics)


class TestTies:
    def test_both_ends(self, people: Shell) -> None:
        assert people.ok("tie nora boss finn") == (
            "Nora North is Finn Fern's boss; Finn Fern is Nora North's report (r1)\n"
        )
        assert people.ok("tie finn report nora") == (
            "Finn Fern is Nora North's report; Nora North is Finn Fern's boss, as the journal already says (r1)\n"
        )
        assert "report        Finn Fern (finn-fern)  r1" in people.ok("show nora")
        assert "Ties          boss: Nora North" in people.ok("prep finn")
        assert "tie           Nora North is Finn Fern's boss" in people.ok("shared finn nora")

    def test_somebody_who_is_only_a_name(self, people: Shell) -> None:
        assert (
            people.ok("tie lena cousin --name 'Ida Inkwell'") == "Lena Lantern is Ida Inkwell's cousin (r1)\n"
        )
        assert "cousin        Ida Inkwell  r1" in people.ok("show lena")
        assert people.ok("find inkwell") != ""
        assert people.ok("export ties") == (
            "a,a_handle,word,b,b_handle,back,ref\nLena Lantern,lena-lantern,cousin,Ida Inkwell,,cousin,r1\n"
        )

    def test_a_narrower_word_has_the_other_end_of_the_broader(self, people: Shell) -> None:
        assert people.ok("tie lena mother finn") == (
            "Lena Lantern is Finn Fern's mother; Finn Fern is Lena Lantern's child (r1)\n"
        )

    @pytest.mark.parametrize(
        ("line", "status", "message"),
        [
            ("tie nora boss", 2, "name one other person, or give --name for somebody who is not in the journal"),
            ("tie nora boss nora", 1, "Nora North cannot have a tie to themselves; name somebody else"),
            ("tie nora boss finn --not", 1,
             "Nora North is not Finn Fern's boss in the journal; netbook show nora-north lists ties"),
        ],
    )  # fmt: skip
    def test_bad_input_changes_nothing(self, people: Shell, line: str, status: int, message: str) -> None:
        assert people.fails(line, status) == message
        assert people.sql("SELECT count(*) FROM tie") == [(0,)]

    def test_two_with_a_tie_need_no_introduction(self, people: Shell) -> None:
        people.ok("likes nora finn chess")
        assert "Nora North" in people.ok("intros")
        people.ok("tie nora boss finn")
        assert "Nora North" not in people.ok("intros")


class TestMe:
    def test_it_is_in_no_list_and_no_export_of_people(self, people: Shell) -> None:
        assert people.fails("me", 1) == "you have no card yet; to make one: netbook me NAME"
        assert people.ok("me 'Maja Mast' --org Lighthouse --place Hamburg --email maja@mast.example") == (
            "Your card: Maja Mast\n"
            "  name           Maja Mast\n"
            "  org            Lighthouse\n"
            "  place          Hamburg\n"
            "  emails         maja@mast.example\n"
        )
        for line in (
            "people --csv", "export people", "export vcard", "due --csv", "reach --csv", "circles --csv", "intros",
            "duplicates --csv", "export interests",
        ):  # fmt: skip
            assert "Maja" not in people.ok(line), line
        assert people.ok("me") == "Maja Mast (me) · Lighthouse · Hamburg\n  email         maja@mast.example\n"
        assert people.ok("me --title Captain").splitlines()[1] == "  title          Captain"

    def test_a_vcard_and_a_qr_code(self, people: Shell) -> None:
        people.ok("me 'Maja Mast' --email maja@mast.example")
        card = people.ok("me --vcard")
        assert card.startswith("BEGIN:VCARD\nVERSION:4.0\n".replace("\n", "\r\n")) or "VERSION:4.0" in card
        assert "EMAIL:maja@mast.example" in card
        assert "█" in people.ok("me --qr")
        assert people.fails("me --qr --org Acme", 2).startswith(
            "--vcard, --qr, --region and a change cannot go together"
        )

    def test_what_you_share_with_others_is_yours(self, people: Shell) -> None:
        people.ok("me 'Maja Mast' --org lighthouse")
        people.ok("likes me finn sailing")
        assert people.ok("common finn").splitlines() == [
            "Perhaps",
            "  sailing  they like sailing; so do you",
            "      netbook common finn-fern sailing   (wrong: add --not)",
        ]
        assert "both like     sailing" in people.ok("shared me finn")


class TestCommon:
    def test_what_you_share_and_may_share(self, people: Shell) -> None:
        people.ok("me 'Maja Mast' --org lighthouse")
        people.ok("log omar lena -c climbing -e 'Harbour Meetup' -d 2026-11-14")
        people.ok("learn finn 'climbs on Thursdays; hates golf'")
        assert people.ok("common --csv") == (
            "person,handle,topic,because,sure\n"
            "Lena Lantern,lena-lantern,climbing,found on 2026-11-14 at Harbour Meetup,true\n"
            "Omar Otter,omar-otter,climbing,found on 2026-11-14 at Harbour Meetup,true\n"
            'Finn Fern,finn-fern,climbing,"you noted: ""climbs on Thursdays; hates golf""",false\n'
            "Lena Lantern,lena-lantern,Lighthouse,you both have worked at Lighthouse,false\n"
        )
        assert "Perhaps       climbing: you noted" in people.ok("prep finn")

    def test_a_wrong_guess_is_not_made_again(self, people: Shell) -> None:
        people.ok("common lena climbing")
        people.ok("likes finn climbing")
        assert people.ok("common finn climbing --not") == (
            "Not in common with Finn Fern: climbing; it is not guessed again\n"
        )
        assert people.ok("common finn --csv") == "person,handle,topic,because,sure\n"
        people.ok("undo")
        assert ",false" in people.ok("common finn --csv")
        assert people.fails("common lena climbing --not", 1).startswith(
            'you share "climbing" with Lena Lantern;'
        )
        # What is found after all is recorded.
        people.ok("common finn climbing --not")
        people.ok("common finn climbing")
        assert people.sql("SELECT count(*) FROM not_common") == [(0,)]

    def test_nothing_to_guess(self, people: Shell) -> None:
        assert people.ok("common finn") == (
            "Nothing to guess in common with Finn Fern yet: netbook likes WHO TOPIC, netbook learn WHO TEXT\n"
        )
        assert people.fails("common finn --detail x", 2).startswith("--on, --detail or --not")


class TestShared:
    def test_two_people_whose_topic_is_not_yours(self, people: Shell) -> None:
        people.ok("likes nora finn 'The Third Man'")
        assert people.ok("shared nora finn") == (
            "Nora North and Finn Fern share, as far as the journal knows:\n  both like     The Third Man\n"
        )
        assert "both: The Third Man" in people.ok("intros nora")

    def test_organisations_before_and_people_both_know(self, people: Shell) -> None:
        people.ok("log nora lena")
        people.ok("tie finn colleague lena")
        people.sql(
            "INSERT INTO job (uid, person_id, org) SELECT 'x', id, 'Blue Kettle' FROM person WHERE handle = 'finn-fern'"
        )
        assert "both know     Lena Lantern" in people.ok("shared nora finn")
        assert "organisation  Blue Kettle" in people.ok("shared omar finn")

    def test_a_table_of_many(self, people: Shell) -> None:
        people.ok("common lena climbing")
        people.ok("likes omar nora finn climbing")
        people.ok("likes omar nora jazz")
        assert people.ok("shared lena omar nora finn") == (
            "Lena Lantern, Omar Otter, Nora North and Finn Fern share, as far as the journal knows:\n"
            "  topic         climbing  all of them\n"
            "  topic         jazz      Omar Otter, Nora North\n"
            "  circle        peers     Lena Lantern, Omar Otter\n"
        )
        assert people.fails("shared lena", 2) == "name 2 to 12 people; 1 were named"
        assert people.fails("shared lena omar lena-lantern", 1).startswith("both names mean")


# A made-up life, and which guesses about it a sensible friend would make.
LIFE = (
    "me 'Maja Mast' --org Lighthouse --place Hamburg",
    "likes me sailing", "likes me chess",
    "learn me 'studied physics at Delft University'",
    "add 'Abel Arch' --place Hamburg", "add 'Bea Bolt' --org Lighthouse", "add 'Cleo Cork'", "add 'Dov Dell'",
    "add 'Edda Elm' --place Hamburg", "add 'Fay Flint'", "add 'Gus Gale'", "add 'Hal Hive'",
    "common abel 'choir singing' baking", "common cleo 'trail running'", "common dov work", "common fay 'board games'",
    "learn abel 'sails every summer with his brother'",
    "learn bea 'interests: chess, baking'",
    "learn cleo 'graduated from Delft University in 2009'",
    "learn dov 'hates running; works too much'",
    "learn edda 'sings in a choir on Mondays'",
    "learn fay 'does not play chess any more'",
    "learn gus 'runs trails in the Alps'",
    "learn hal 'family: his daughter plays chess'",
    "learn gus 'the board decided against the plan'",
    "learn hal 'is looking for new work'",
)  # fmt: skip
SENSIBLE = {
    ("Abel Arch", "sailing"), ("Bea Bolt", "chess"), ("Bea Bolt", "baking"), ("Bea Bolt", "Lighthouse"),
    ("Cleo Cork", "Delft University"), ("Edda Elm", "choir singing"), ("Gus Gale", "trail running"),
    ("Abel Arch", "Hamburg"), ("Edda Elm", "Hamburg"), ("Hal Hive", "chess"),
}  # fmt: skip


# Another one, at an office, with short topics and notes in passing.
OFFICE = (
    "me 'Ravi Reed' --org Acme --place Leeds", "likes me cricket", "likes me 'science fiction'", "likes me curry",
    "add 'Ann Ash' --org Acme --place Leeds", "add 'Ben Birch' --place York", "add 'Cat Cane'", "add 'Dan Dale'",
    "add 'Eve East' --org Globex --place Leeds", "add 'Flo Fern'", "add 'Gil Gorse'", "add 'Hope Hill'",
    "common ann running 'twin girls'", "common dan 'jazz piano' running", "common flo gardening", "common gil go",
    "learn ben 'ran the Leeds marathon; running keeps him sane'",
    "learn ben 'runs the payments team'",
    "learn cat 'reads science fiction on the train'",
    "learn cat 'wants to go back to school'",
    "learn eve 'interests: gardening, cricket'",
    "learn flo 'plays the piano badly, likes jazz'",
    "learn gil 'gave up running after his knee'",
    "learn hope 'cooked us a wonderful curry'",
    "learn hope 'her husband has twin girls from before'",
    "learn dan 'is allergic to curry spices'",
    "learn ann 'watches cricket with her father'",
)  # fmt: skip
SENSIBLE_AT_OFFICE = {
    ("Ann Ash", "Acme"), ("Ann Ash", "Leeds"), ("Ann Ash", "cricket"), ("Ben Birch", "running"),
    ("Cat Cane", "science fiction"), ("Eve East", "gardening"), ("Eve East", "cricket"), ("Eve East", "Leeds"),
    ("Flo Fern", "jazz piano"), ("Hope Hill", "curry"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "sensible"), [(LIFE, SENSIBLE), (OFFICE, SENSIBLE_AT_OFFICE)])
def test_at_least_four_of_five_of_the_first_ten_guesses_are_sensible(
    netbook: Shell, lines: tuple[str, ...], sensible: set[tuple[str, str]]
) -> None:
    for line in lines:
        netbook.ok(line)
    guesses = [(row["person"], row["topic"]) for row in netbook("common --json").json if not row["sure"]]
    first = guesses[:10]
    assert len(first) >= 8
    assert sum(guess in sensible for guess in first) >= 0.8 * len(first), first


@pytest.mark.parametrize("lines", [LIFE, OFFICE])
def test_the_likeliest_few_are_the_first_of_all(
    netbook: Shell, lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in lines:
        netbook.ok(line)
    monkeypatch.setattr("netbook.reports.guesses.FIRST_TOPICS", 1)
    every = [
        f"netbook common {row['handle']} {row['topic']}"
        for row in netbook("common --json").json
        if not row["sure"]
    ]
    assert len(every) > 5
    for limit in range(1, len(every) + 1):
        shown = netbook.ok(f"common --limit {limit}")
        first = re.findall(r"(netbook common .*?)   \(wrong", shown.replace('"', ""))
        assert first == every[:limit]
        assert ("… and more" in shown) == (limit < len(every))


class TestTiesInCards:
    """Ties and interests go out in vCards and come back, once."""

    @pytest.fixture
    def tied(self, netbook: Shell) -> Shell:
        for line in (
            "add 'Ana Ruiz'", "add Greg", "add 'Nora Lind'", "tie nora boss greg", "tie nora spouse ana",
            "tie greg cousin --name 'Pat Oh'", "likes nora climbing",
        ):  # fmt: skip
            netbook.ok(line)
        return netbook

    def test_a_type_of_the_standard_is_related_and_another_word_a_label(self, tied: Shell) -> None:
        card = tied.ok("export vcard").split("END:VCARD")[2].splitlines()
        assert card[5:7] == ["N:Lind;Nora;;;", "INTEREST:climbing"]
        assert card[7].startswith("RELATED;TYPE=spouse:urn:uuid:")
        assert card[8:10] == ["tie2.X-ABRELATEDNAMES:Greg", "tie2.X-ABLabel:report"]

    def test_a_3_0_card_has_apples_names(self, tied: Shell) -> None:
        out = tied.ok("export vcard --v3")
        assert "\nRELATED" not in out
        assert "\nINTEREST" not in out
        assert "X-ABLabel:_$!<Manager>!$_" in out

    @pytest.mark.parametrize("version", ["", "--v3"])
    def test_they_come_back_once(self, tied: Shell, tmp_path: Path, version: str) -> None:
        cards = tied.ok(f"export vcard {version}")
        elsewhere = Shell(tmp_path / "elsewhere.db")
        for shell in (tied, elsewhere, elsewhere):
            assert shell("import -", stdin=cards).status == 0
            ties = shell.ok("export ties --json")
            assert ties.count('"ref"') == 3
            assert "climbing" in shell.ok("export interests")
        assert elsewhere.ok(f"export vcard {version}") == cards
        assert tied("import - --json", stdin=cards).json["same"] == 3

    def test_who_is_to_be_called_in_an_emergency_may_be_a_spouse_too(self, netbook: Shell) -> None:
        def card(uid: str, *lines: str) -> str:
            start = f"BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:4b3c0d5e-1f2a-4b6c-8d7e-00000000000{uid}\nFN:Person {uid}"
            return "\n".join((start, *lines, "END:VCARD\n"))

        bo = "urn:uuid:4b3c0d5e-1f2a-4b6c-8d7e-000000000002"
        first = card("1", f"RELATED;TYPE=spouse,colleague:{bo}", f"RELATED;TYPE=emergency,spouse,pref:{bo}")
        both = first + card("2", "RELATED;TYPE=agent;VALUE=text:Cy")
        for order in (both, both):
            netbook("import -", stdin=order)
            out = netbook.ok("export vcard").replace("\r\n ", "").splitlines()
            assert sorted(line for line in out if line.startswith("RELATED") and bo in line) == [
                f"RELATED;TYPE=colleague:{bo}", f"RELATED;TYPE=emergency;PREF=1:{bo}", f"RELATED;TYPE=spouse:{bo}",
            ]  # fmt: skip
            assert "RELATED;TYPE=agent;VALUE=text:Cy" in out
        assert sorted(row["word"] for row in netbook("export ties").rows) == ["colleague", "spouse"]

    def test_two_ends_in_two_words_are_one_tie(self, netbook: Shell) -> None:
        table = (
            "First Name,Last Name,Relation 1 - Label,Relation 1 - Value,E-mail 1 - Value\n"
            "Ida,Bell,Brother,Tom Bell,ida@example.org\n"
            "Tom,Bell,Sister ,Ida Bell,tom@example.org\n"
            "Una,Lee,Mother,Pat Lee ::: Ida Bell,una@example.org\n"
            "Vic,Lee,,Una Lee,vic@example.org\n"
        )
        for added in (4, 0):
            assert netbook("import - --json", stdin=table).json["added"] == added
            assert [
                (row["a"], row["word"], row["b"], row["back"]) for row in netbook("export ties").rows
            ] == [
                ("Ida Bell", "sister", "Tom Bell", "brother"),
                ("Una Lee", "child", "Ida Bell", "mother"),
                ("Vic Lee", "relation", "Una Lee", "relation"),
                ("Una Lee", "child", "Pat Lee", "mother"),
            ]
        assert netbook.sql("SELECT count(*) FROM note") == [(0,)]

    def test_a_tie_taken_back_does_not_go_out_again(self, tied: Shell, tmp_path: Path) -> None:
        elsewhere = Shell(tmp_path / "elsewhere.db")
        elsewhere("import -", stdin=tied.ok("export vcard"))
        elsewhere.ok("tie nora spouse ana --not")
        assert "RELATED;" not in elsewhere.ok("export vcard")
