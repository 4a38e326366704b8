"""Two and three machines and a repository between them, as their user works with them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Shell
from tests.sync.homes import Homes
from tests.terminal import Terminal


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Two machines that are synced, with some people."""
    homes = Homes(tmp_path_factory.mktemp("made"))
    a = homes.machines[0]
    a.ok(
        "add 'Lena Lantern' --org 'Lighthouse Lamps' --title Engineer --circle peers --email lena@lamps.example"
    )
    a.ok("add 'Omar Otter' --circle team")
    a.ok("log lena omar -k coffee --on 2026-11-02 -m 'about lamps' -c rowing -p 'omar: a map'")
    homes.join()
    return homes


@pytest.fixture
def homes(made: Homes, tmp_path: Path) -> Homes:
    """The same for one test."""
    return Homes.copied(made, tmp_path)


LINES = [
    "add 'Tomas Thimble {m}' --circle peers --tag sewing --phone '+49 170 {n}' --birthday --12-25",
    "log lena -k lunch --on 2026-11-1{n} -m 'talk {m}' -c 'topic {m}' -l 'family: two sons {m}' --gave 'a lamp {m}'",
    "edit omar --org 'Otter {m}' --tag {m}",
    "promise lena 'send {m}' by 2026-12-0{n}",
    "got omar 'a lift {m}'",
    "thank omar 'many {m}' --how card",
    "ask lena 'may I borrow the large lamp {m}'",
    "answer lena yes 'of course {m}'",
    "strain omar 'forgot {m}'",
    "event 'Lamp Fair {m}' --on 2026-10-0{n} --goal 3",
    "log --new 'Uma Umbrella {m}' -e 'Lamp Fair {m}' --on 2026-10-0{n}",
    "intro lena omar --outcome made --because 'lamps {m}'",
    "circle divers-{m} --every 2m",
    "edit lena --circle divers-{m}",
    "duplicates --not-same lena omar",
    "learn omar 'work: {m}'",
    "pause lena --until 2027-01-0{n}",
    "topics rowing --rename 'rowing {m}'",
    "common omar 'topic {m}' swimming",
    "goodbye tomas-thimble-{m} --why 'moved {m}'",
    "done 1",
    "repair omar 'talked {m}'",
    "remove tomas-thimble-{m} --yes",
    "undo",
]


def test_mixed_commands_on_both_end_in_the_same_bytes(homes: Homes) -> None:
    for number, (letter, machine) in enumerate(zip("ab", homes.machines, strict=True), 1):
        for line in LINES:
            answer = machine(line.format(m=letter, n=number))
            assert answer.status in (0, 1), (line, answer)
    a, b = homes.machines
    a.ok("sync")
    report = b.ok("sync")
    assert (
        "both changed   Omar Otter: organisation is Otter a; Otter b, entered here, is a note now" in report
    )
    assert "numbers" in report
    a.ok("sync")
    export = homes.same()
    # Whatever was entered on either is there, or was told.
    for word in (
        "talk a",
        "talk b",
        "two sons a",
        "two sons b",
        "send a",
        "send b",
        "of course a",
        "topic a",
        "topic b",
    ):
        assert word in export, word
    assert "Otter b" in export


def test_the_first_sync_says_with_what_and_the_next_need_not(tmp_path: Path) -> None:
    homes = Homes(tmp_path)
    a, b = homes.machines
    a.ok("add 'Lena Lantern'")
    assert "name a git repository or a folder: netbook sync REMOTE" in a.fails("sync", 2)
    assert f", with {homes.remote}" in a.ok(f"sync {homes.remote}")
    assert "1 change taken" in b.ok(f"sync {homes.remote}")
    assert "Lena Lantern" in b.ok("people")
    assert b.ok("sync") == "Synced: nothing new\n"
    assert f"is synced with {homes.remote}; netbook sync --leave first" in b.fails(
        f"sync {tmp_path}/other", 1
    )
    homes.same()


def test_what_is_removed_stays_removed_and_what_both_touched_does_not(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("remove omar --yes")
    a.ok("sync")
    b.ok("sync")
    assert "Omar" not in b.ok("people")
    a.ok("add 'Ines Inkwell'")
    homes.settle()
    a.ok("remove ines --yes")
    b.ok("log ines -k call --on 2026-11-20 -m 'on the phone'")
    a.ok("sync")
    answer = b.ok("sync")
    assert (
        "kept           Ines Inkwell: removed elsewhere, but meeting of 2026-11-20 here; netbook remove ines-inkwell"
        in answer
    )
    homes.settle()
    assert "on the phone" in homes.same()
    assert "Ines Inkwell" in a.ok("people")


def test_people_are_never_made_one_and_handles_stay_apart(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("add 'Sara Sand' --org Dunes")
    b.ok("add 'Sara Sand' --org Beach")
    a.ok("sync")
    answer = b.ok("sync")
    assert "your sara-sand is sara-sand-2 now; if they are one: netbook merge sara-sand sara-sand-2" in answer
    homes.settle()
    b.ok("merge sara-sand sara-sand-2")
    homes.settle()
    homes.same()
    assert a.ok("people --csv").count("Sara Sand") == 1


def test_a_merge_is_synced_and_so_is_its_undoing(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("add 'Noah North' --title Captain")
    homes.settle()
    a.ok("merge lena noah")
    b.ok("edit noah --org Harbour")
    b.ok("learn noah 'likes charts'")
    homes.settle()
    export = homes.same()
    assert "likes charts" in export
    assert "Harbour" in export
    assert "noah" not in b.ok("people --handles") if b("people --handles").status == 0 else True
    a.ok("sync")
    b.ok("learn lena 'and maps'")
    answer = a("undo")
    if answer.status == 0:
        homes.settle()
        assert "Noah North" in b.ok("people")
        homes.same()


def test_a_merge_that_is_undone_after_it_was_published(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("add 'Noah North' --alias 'Gus Gull'")
    homes.settle()
    a.ok("merge lena noah")
    homes.settle()
    a.ok("undo")
    b.ok("learn lena 'likes maps'")
    homes.settle()
    homes.same()
    assert "Noah North" in b.ok("people")
    assert "likes maps" in a.ok("show lena")


def test_references_are_told_and_undo_knows_the_new_ones(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("promise lena 'call him'")
    b.ok("promise omar 'write her'")
    a.ok("sync")
    assert "numbers        t2 (write her) is t3 now" in b.ok("sync")
    assert [row["number"] for row in json.loads(b.ok("todo --json"))] == [1, 2, 3]
    b.ok("undo")
    assert "write her" not in b.ok("todo")
    homes.settle()
    assert "write her" not in homes.same()


def test_undo_passes_over_a_sync_and_is_refused_where_it_changed_the_same(homes: Homes) -> None:
    a, b = homes.machines
    b.ok("edit omar --place Harbour")
    b.ok("edit lena --title Chief")
    a.ok("edit lena --title Head")
    a.ok("sync")
    b.ok("sync")
    refused = b.fails("undo", 1)
    assert "Lena Lantern was changed elsewhere since, so" in refused
    a.ok("edit omar --title Guide")
    a.ok("sync")
    b.ok("learn omar 'a dog'")
    b.ok("sync")
    assert "learn omar" in b.ok("undo")
    assert "a dog" not in b.ok("show omar")
    assert "sync" in b.ok("history")
    homes.settle()
    homes.same()


def test_undo_that_would_take_more_than_its_own_is_refused(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("add 'Pia Pebble'")
    homes.settle()
    b.ok("learn pia 'collects stones'")
    homes.settle()
    assert "cannot be undone" in a.fails("undo", 1)
    homes.same()


def test_a_sync_with_changes_ends_redo(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("learn lena one")
    a.ok("undo")
    b.ok("learn lena two")
    b.ok("sync")
    a.ok("sync")
    assert "nothing is left to redo" in a.fails("redo", 1)


def test_circles_topics_and_events_of_one_name_are_one(homes: Homes) -> None:
    a, b = homes.machines
    for machine, who in ((a, "lena"), (b, "omar")):
        machine.ok("circle divers --every 1m")
        machine.ok(f"edit {who} --circle divers")
        machine.ok(f"common {who} 'tide pools'")
        machine.ok(f"log {who} -e 'Sea Fair' --on 2026-10-03")
    homes.settle()
    homes.same()
    assert [row["circle"] for row in a("circles --csv").rows].count("divers") == 1
    assert "Lena Lantern" in b.ok("topics 'tide pools'")
    assert "Omar Otter" in a.ok("topics 'tide pools'")
    assert len([row for row in a("events --csv").rows if row["event"] == "Sea Fair"]) == 1


def test_two_open_strains_are_one_with_both_texts(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("strain lena 'forgot her birthday'")
    b.ok("strain lena 'lost her lamp'")
    homes.settle()
    assert "forgot her birthday; lost her lamp" in homes.same()


def test_what_both_changed_is_told_as_the_user_calls_it(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("goodbye omar --why 'moved to sea'")
    b.ok("goodbye omar --why 'never calls'")
    a.ok("pause lena --until 2027-01-01")
    b.ok("pause lena --until 2027-02-02")
    a.ok("sync")
    answer = b.ok("sync")
    assert (
        "Omar Otter: reason for goodbye is moved to sea; never calls, entered here, is a note now" in answer
    )
    assert "Lena Lantern: paused until is 2027-01-01; 2027-02-02, entered here, is a note now" in answer
    homes.settle()
    assert "sync: reason for goodbye was never calls" in homes.same()


def test_two_cards_of_oneself_are_one(homes: Homes) -> None:
    a, b = homes.machines
    for machine, title in ((a, "Writer"), (b, "Reader")):
        machine.ok(f"me 'Mara Mill' --title {title}")
    homes.settle()
    assert "sync: title was Reader" in homes.same()
    assert a.sql("SELECT count(*) FROM person WHERE me = 1") == [(1,)]


def test_joining_with_a_journal_that_is_not_empty(tmp_path: Path) -> None:
    homes = Homes(tmp_path)
    a, b = homes.machines
    for machine, name in ((a, "Ana"), (b, "Bo")):
        machine.ok(f"add '{name} Oak' --circle peers")
        machine.ok(f"log {name} -c rowing -m 'with {name}'")
        machine.ok("add 'Cy Same'")
    a.ok("circle community --remove --yes")
    a.ok(f"sync {homes.remote}")
    answer = b.ok(f"sync {homes.remote}")
    assert "joined         there was no earlier sync to compare with, so nothing counts as removed" in answer
    homes.settle()
    homes.same()
    assert a.ok("people --csv").count("Oak") == 2
    assert "community" not in b.ok("circles")


def test_a_third_machine_that_was_away(tmp_path: Path) -> None:
    homes = Homes(tmp_path, 3)
    a, b, c = homes.machines
    a.ok("add 'Lena Lantern'")
    homes.join()
    for number in range(3):
        a.ok(f"learn lena 'a {number}'")
        a.ok("sync")
        b.ok("sync")
        b.ok(f"edit lena --title 'Title {number}'")
        b.ok("sync")
    c.ok("edit lena --title Other --place Harbour")
    assert "title is Title 2; Other, entered here, is a note now" in c.ok("sync")
    homes.settle()
    homes.same()


def test_much_that_would_go_is_asked_about(tmp_path: Path) -> None:
    homes = Homes(tmp_path)
    a, b = homes.machines
    for number in range(15):
        a.ok(f"add 'Pia Pebble{number}'")
    homes.join()
    for number in range(12):
        a.ok(f"remove pia-pebble{number} --yes")
    assert "this would remove 12 of 15 people elsewhere; look with netbook sync --dry-run" in a.fails(
        "sync", 1
    )
    a.ok("sync --yes")
    assert "this would remove 12 of 15 people here" in b.fails("sync", 1)
    assert b.ok("sync --dry-run").startswith("Would take 12 and send 0 changes")
    b.ok("sync --yes")
    homes.same()


def test_a_dry_run_changes_nothing(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("learn lena one")
    a.ok("sync")
    b.ok("learn lena two")
    before, head = b.dump(), homes.git("rev-parse", "netbook")
    assert b.ok(
        "sync --dry-run"
    ) == "Would take 1 and send 1 change\n  numbers        n2 (two) is n3 now\n".replace("n2", "n1").replace(
        "n3", "n2"
    )
    assert json.loads(b.ok("sync --dry-run --json"))["dry_run"] is True
    assert (b.dump(), homes.git("rev-parse", "netbook")) == (before, head)
    new = Shell(homes.folder / "new" / "netbook.db")
    assert "Would take" in new.ok(f"sync {homes.remote} --dry-run")
    assert "name a git repository" in new.fails("sync", 2)
    assert "Would take 0 and send" in new.ok(f"sync {homes.folder}/nowhere --dry-run")
    assert not (homes.folder / "nowhere").exists()


def test_quiet_prints_only_what_both_changed(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("learn omar one")
    assert a.ok("sync -q") == ""
    assert b.ok("sync -q") == ""
    a.ok("edit lena --title A")
    b.ok("edit lena --title B")
    a.ok("sync -q")
    assert b.ok("sync -q") == "  both changed   Lena Lantern: title is A; B, entered here, is a note now\n"
    answer = json.loads(a.ok("sync --json"))
    assert list(answer) == ["remote", "taken", "sent", "told", "commit", "dry_run"]
    assert answer["commit"] == homes.git("rev-parse", "netbook").strip()


def test_leaving_and_coming_back(homes: Homes) -> None:
    a, b = homes.machines
    assert "No longer synced with" in b.ok("sync --leave")
    assert not b.db.with_name("netbook.db.sync").exists()
    assert "this journal is not synced" in b.fails("sync --leave", 1)
    a.ok("learn lena one")
    a.ok("sync")
    b.ok("learn lena two")
    b.ok(f"sync {homes.remote}")
    homes.settle()
    export = homes.same()
    assert export.count('"text":"one"') == export.count('"text":"two"') == 1


def test_forgetting_leaves_one_commit_and_others_go_on(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("learn omar 'a secret nobody may keep'")
    homes.settle()
    a.ok("undo")
    a.ok("sync")
    b.ok("edit lena --place Harbour")
    assert "keeps only what the journal has today" in a.ok("sync --forget")
    assert homes.git("rev-list", "--count", "netbook").strip() == "1"
    everything = "".join(
        homes.git("cat-file", "-p", line.split()[0])
        for line in homes.git("cat-file", "--batch-all-objects", "--batch-check").splitlines()
        if line.split()[1] == "blob"
    )
    assert "Lena Lantern" in everything
    assert "secret" not in everything
    answer = b.ok("sync")
    assert "joined" not in answer
    homes.settle()
    assert "secret" not in homes.same()
    assert "Harbour" in a.ok("show lena")


def test_an_old_backup_the_clone_and_the_remote_set_back(homes: Homes) -> None:
    a, b = homes.machines
    a.ok(f"backup {homes.folder}/old.db")
    b.ok("learn omar 'since the backup'")
    homes.settle()
    a.ok(f"restore --yes {homes.folder}/old.db")
    a.ok("learn lena 'after the restore'")
    homes.settle()
    assert "since the backup" in homes.same()
    shutil.rmtree(a.db.with_name("netbook.db.sync"))
    a.ok("learn lena 'without the clone'")
    homes.settle()
    assert "without the clone" in homes.same()
    head = homes.git("rev-parse", "netbook~2").strip()
    homes.git("update-ref", "refs/heads/netbook", head)
    homes.settle()
    export = homes.same()
    assert "without the clone" in export
    homes.git("update-ref", "-d", "refs/heads/netbook")
    homes.settle()
    assert homes.same() == export


def test_mending_between_syncs(homes: Homes) -> None:
    a, b = homes.machines
    a.ok("learn omar one")
    a.ok("sync")
    a.sql("DELETE FROM name_word WHERE word = 'lena'")
    a.ok("doctor --mend")
    b.ok("learn omar two")
    homes.settle()
    homes.same()


def test_both_machines_migrate_before_they_sync(tmp_path: Path) -> None:
    import sqlite3

    homes = Homes(tmp_path)
    for machine in homes.machines:
        machine.db.parent.mkdir(mode=0o700)
        db = sqlite3.connect(machine.db)
        db.executescript((Path(__file__).parent.parent / "journals" / "schema-1.sql").read_text())
        db.close()
        machine.db.chmod(0o600)
        machine.ok("people")
    homes.join()
    export = homes.same()
    names = [json.loads(line)["name"] for line in export.splitlines() if '"row":"circle"' in line]
    assert len(names) == len(set(names))


def test_due_says_where_the_last_sync_is_long_ago(homes: Homes) -> None:
    a = homes.machines[0]
    a.sql("UPDATE synced SET synced_on = '2026-11-18T08:00:00+00:00'")
    with Terminal(a, "due") as terminal:
        assert "last synced 3 days ago: netbook sync" in terminal.ends(0)
    assert "last synced" not in a.ok("due")
    a.sql("UPDATE synced SET synced_on = '2026-11-20T08:00:00+00:00'")
    with Terminal(a, "due") as terminal:
        assert "last synced" not in terminal.ends(0)


def test_a_history_that_was_forgotten_is_no_hindrance(homes: Homes) -> None:
    a, b = homes.machines
    for number in range(6):
        a.ok(f"learn lena 'before {number}'")
    a.ok("sync")
    a("history --clear --yes")
    assert a.sql("SELECT count(*) FROM change") == [(0,)]
    a.ok("learn omar 'after it was cleared'")
    a.ok("edit lena --place Harbour")
    b.ok("learn omar meanwhile")
    homes.settle()
    a("remove n1 --for-good --yes")
    a.ok("learn omar 'after it was removed'")
    homes.settle()
    export = homes.same()
    assert "before 0" not in export
    assert all(
        words in export for words in ("after it was cleared", "Harbour", "meanwhile", "after it was removed")
    )
