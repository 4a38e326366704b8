"""One person of two: nothing of either is lost."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.merge import decide
from netbook.core.merge_decision import OWNED, PAIRS
from netbook.store import journal
from netbook.store.read.merge import whole
from netbook.store.read.region import dialling
from netbook.store.write_merge import carry_out
from tests.conftest import Shell, built_once

# Tables that name a person without hanging on one: the index that the database keeps, and the person's own.
KEPT_BY_THE_DATABASE = {"name_word", "person"}


# What no command writes yet, or not on a day of its own.
MORE = (
    "INSERT INTO address (person_id, text, key, label) VALUES (1, 'Quai 1', 'quai 1', NULL),"
    " (2, 'quai 1', 'quai 1', 'home'), (2, 'Hill 2', 'hill 2', NULL)",
    "INSERT INTO job (person_id, org) VALUES (1, 'Old'), (2, 'Older')",
    "INSERT INTO news (person_id, what, value, found_on) VALUES (1, 'org', 'New', '2026-11-01'),"
    " (2, 'org', 'New', '2026-11-02'), (2, 'title', 'New', '2026-11-02')",
    "INSERT INTO topic (name, key) VALUES ('golf', 'golf')",
    "INSERT INTO interest (person_id, topic_id, noted_on) SELECT person.id, topic.id, '2026-11-01'"
    " FROM person, topic WHERE person.id < 3 AND topic.key IN ('golf', 'climbing')"
    " AND (person.id = 2 OR topic.key = 'golf')",
    "INSERT INTO not_common VALUES (1, 'chess'), (2, 'chess'), (2, 'cats')",
    "INSERT INTO tie (a_id, b_id, word, back) VALUES (1, 3, 'boss', 'report'), (3, 2, 'report', 'boss'),"
    " (2, 4, 'friend', 'friend'), (2, 1, 'twin', 'twin')",
    "INSERT INTO tie (a_id, name, word, back) VALUES (1, 'Rosa', 'sister', 'sister'), (2, 'Rosa', 'sister', 'sister')",
    "INSERT INTO plan (date, kind, planned_on, status) VALUES ('2026-12-01', 'lunch', '2026-11-01', 'open'),"
    " ('2026-12-02', 'lunch', '2026-11-01', 'open')",
    "INSERT INTO plan_person VALUES (1, 1), (1, 2), (2, 2)",
    "INSERT INTO event (uid, name, key, starts_on, ends_on, goal)"
    " VALUES ('e', 'Fair', 'fair', '2026-12-01', '2026-12-01', 2)",
    "INSERT INTO expected SELECT event.id, person.id FROM event, person WHERE person.id < 3",
    "INSERT INTO thanks (person_id, date) VALUES (1, '2026-11-01'), (2, '2026-11-01')",
    "INSERT INTO proposal (key, source, date, kind, answer) VALUES ('p', 'mail', '2026-11-01', 'call', 'open')",
    "INSERT INTO proposal_person VALUES (1, 1), (1, 2)",
    "UPDATE person SET last_contact_on = '2026-09-01' WHERE id = 2",
)


@pytest.fixture
@built_once
def two(netbook: Shell) -> Shell:
    """Ana twice, with something in every table, and three other people."""
    for line in (
        "add 'Ana Ruiz' --org Acme --title Engineer --circle peers --email ana@example.org --phone 111 --tag chess"
        " --url example.org/ana --alias Nina --known-since 2020-05-01 --how 'at a fair'",
        "add 'Anna Ruiz' --org Bolt --title CTO --circle team --every 2w --place Leeds --birthday 1980-05-01"
        " --email anna@example.org --email Ana@Example.org --phone 222 --phone 111 --tag Chess --tag rowing"
        " --url example.org/ana --url example.org/anna --alias Nina --alias Nini --known-since 2019-05-01"
        " --how 'on a train'",
        "add 'Bo Lind' --introduced-by anna-ruiz",
        "add 'Cy Example'",
        "add 'Di Extra'",
        "edit anna-ruiz --introduced-by di",
        "log ana-ruiz --on '1 oct' -c climbing",
        "log anna-ruiz bo --on '2 oct' -c 'anna-ruiz: rowing' -l 'anna-ruiz: family: two sons'",
        "log ana-ruiz anna-ruiz cy --on '3 oct' --kind dinner",
        "common anna-ruiz climbing --on 2026-09-01 --detail 'indoors'",
        "common ana-ruiz climbing --detail 'in the Alps'",
        "learn ana-ruiz goals: a book",
        "gave ana-ruiz advice", "got anna-ruiz 'a lift'",
        "promise ana-ruiz slides by friday", "promise anna-ruiz 'a letter' --theirs",
        "ask ana-ruiz 'may I name you as my reference'", "ask anna-ruiz 'which book should I read first'",
        "strain ana-ruiz 'forgot the talk' --on '1 nov'", "strain anna-ruiz 'late again' --on '2 oct'",
        "intro ana-ruiz cy --outcome offered --on '1 oct' --because 'both sail'",
        "intro anna-ruiz cy --on '2 oct' --because 'both row'",
        "intro anna-ruiz di --on '3 oct'",
        "intro ana-ruiz anna-ruiz --on '4 oct' --because 'same name'",
        "duplicates --not-same anna-ruiz bo", "duplicates --not-same cy anna-ruiz",
        "duplicates --not-same cy ana-ruiz", "duplicates --not-same ana-ruiz anna-ruiz",
    ):  # fmt: skip
        answer = netbook(line)
        assert answer.status == 0, answer
    netbook.sql(
        "INSERT INTO farewell (id, org, date) VALUES (1, 'Acme', '2026-11-01'), (2, 'Bolt', '2026-11-02')"
    )
    netbook.sql(
        "INSERT INTO farewell_person (farewell_id, person_id, seen_on) VALUES (1, 1, '2026-10-05'),"
        " (1, 2, '2026-10-03'), (2, 2, NULL)"
    )
    netbook.sql("INSERT INTO carried (person_id, line) VALUES (1, 'X-A:1'), (2, 'X-A:1'), (2, 'X-B:2')")
    netbook.sql("INSERT INTO identity (uid, person_id) VALUES ('an old one', 2)")
    for statement in MORE:
        netbook.sql(statement)
    return netbook


def counts(netbook: Shell) -> dict[str, int]:
    return {
        table: netbook.sql(f"SELECT count(*) FROM {table} WHERE person_id = 1")[0][0]
        for table in OWNED
    }  # fmt: skip


def test_everything_of_both_hangs_on_one(two: Shell) -> None:
    before = counts(two)
    assert min(value for table, value in before.items() if table != "identity") > 0
    two.ok("merge ana-ruiz anna-ruiz")
    assert counts(two) == {
        "attendance": 3, "commonality": 2, "farewell_person": 2, "note": 2 + 8, "favor": 2, "followup": 2,
        "request": 2, "strain": 1, "alias": 3, "email": 2, "phone": 2, "url": 2, "tag": 2, "carried": 2,
        "identity": 2, "address": 2, "job": 2, "news": 2, "interest": 2, "not_common": 2, "plan_person": 2,
        "expected": 1, "thanks": 2, "proposal_person": 1,
    }  # fmt: skip
    assert two.sql("SELECT a_id, b_id, name, word FROM tie") == [
        (1, 3, None, "boss"), (1, 4, None, "friend"), (1, None, "Rosa", "sister"),
    ]  # fmt: skip
    assert two.sql("SELECT text, label FROM address") == [("Quai 1", "home"), ("Hill 2", None)]
    assert two.sql("SELECT last_contact_on FROM person WHERE id = 1") == [("2026-09-01",)]
    assert two.sql("SELECT count(*) FROM person") == [(4,)]
    assert two.sql("PRAGMA foreign_key_check") == []
    for table in OWNED:
        assert two.sql(f"SELECT count(*) FROM {table} WHERE person_id = 2") == [(0,)]


def test_your_own_card_stays_yours(two: Shell) -> None:
    two.sql("UPDATE person SET me = 1 WHERE id = 2")
    two.ok("merge ana-ruiz me")
    assert two.sql("SELECT id FROM person WHERE me = 1") == [(1,)]
    two.ok("undo")
    assert two.sql("SELECT id FROM person WHERE me = 1") == [(2,)]


def test_it_says_what_it_did_and_how_to_take_it_back(two: Shell) -> None:
    answer = two.ok("merge ana-ruiz anna-ruiz").replace(str(two.db.parent), "~").splitlines()
    assert answer[:2] == [
        "Merged: Anna Ruiz (anna-ruiz) into Ana Ruiz (ana-ruiz)",
        "  moved          1 person they introduced, 1 alias, 1 e-mail address, 1 phone number, 1 address, 1 link,"
        " 1 tag, 1 line of an import, 1 meeting, 1 commonality, 1 note, 1 favour, 1 request, 1 follow-up,"
        " 1 introduction, 1 goodbye round, 1 job, 1 piece of news, 1 interest, 1 tie, 1 plan and 1 thanks",
    ]
    assert answer[2:-2] == [
        "  joined         1 alias, 1 e-mail address, 1 phone number, 1 address, 1 link, 1 tag, 1 line of an import,"
        " 1 meeting, 1 commonality, 1 strain, 1 introduction, 1 goodbye round, 1 piece of news, 1 interest, 2 ties,"
        " 1 plan, 1 event to come and 1 proposed meeting",
        "  filled in      place: Leeds",
        "  filled in      birthday: 1980-05-01",
        "  filled in      every: 2w",
        "  filled in      known since: 2019-05-01",
        "  filled in      last contact: 2026-09-01",
        "  filled in      introduced by: di-extra",
        "  also known as  Anna Ruiz",
        "  contradicted   organisation: Acme stays, Bolt is a note now",
        "  contradicted   title: Engineer stays, CTO is a note now",
        "  contradicted   how you met: at a fair stays, on a train is a note now",
        "  contradicted   circle: peers stays, team is a note now",
        "  noted          4 notes of what has no other place",
    ]
    assert answer[-2].startswith("  backup         ~/backups/netbook-")
    assert answer[-1] == "  to take it back: netbook undo"


def test_what_cannot_stand_twice_is_joined(two: Shell) -> None:
    two.ok("merge ana-ruiz anna-ruiz")
    assert two.sql("SELECT text, since FROM strain") == [("forgot the talk; late again", "2026-10-02")]
    assert two.sql(
        "SELECT t.name, k.found_on, k.detail FROM commonality k JOIN topic t ON t.id = k.topic_id ORDER BY 1"
    ) == [("climbing", "2026-09-01", "in the Alps; indoors"), ("rowing", "2026-10-02", None)]
    assert two.sql("SELECT seen_on FROM farewell_person ORDER BY farewell_id") == [("2026-10-03",), (None,)]
    assert two.sql("SELECT a_id, b_id, date, outcome, because FROM introduction ORDER BY b_id") == [
        (1, 4, "2026-10-02", "made", "both sail; both row"), (1, 5, "2026-10-03", "made", None),
    ]  # fmt: skip
    assert two.sql("SELECT a_id, b_id FROM not_same ORDER BY b_id") == [(1, 3), (1, 4)]
    assert two.sql("SELECT id FROM person WHERE introduced_by_id = 1") == [(3,)]


def test_what_contradicts_becomes_a_note(two: Shell) -> None:
    two.ok("merge ana-ruiz anna-ruiz")
    assert two.sql("SELECT about, text, date FROM note WHERE text LIKE 'merged:%' ORDER BY text") == [
        ("stories", text, "2026-11-21") if about == "stories" else (about, text, "2026-11-21")
        for about, text in (
            ("stories", "merged: a tie was twin or twin, of Anna Ruiz"),
            ("stories", "merged: circle was team"),
            ("stories", "merged: how you met was on a train"),
            ("stories", "merged: introduction was with Anna Ruiz, made, 2026-10-04: same name"),
            ("stories", "merged: introduction was with Cy Example, offered, 2026-10-01: both sail"),
            ("work", "merged: organisation was Bolt"),
            ("stories", "merged: the day they were seen on a goodbye round was 2026-10-05"),
            ("work", "merged: title was CTO"),
        )
    ]


def test_the_other_is_still_found(two: Shell) -> None:
    uid = two.sql("SELECT uid FROM person WHERE id = 2")[0][0]
    two.ok("merge ana-ruiz anna-ruiz")
    for who in ("anna-ruiz", "'Anna Ruiz'", "nini"):
        assert two("show " + who + " --json").json["handle"] == "ana-ruiz"
    assert two.sql("SELECT uid FROM identity WHERE person_id = 1 ORDER BY uid") == sorted(
        [(uid,), ("an old one",)]
    )


def test_a_handle_that_says_something_else_is_kept(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz'")
    netbook.ok("add 'Ana Ruiz' --namesake")
    netbook.ok("merge ana-ruiz ana-ruiz-2")
    assert netbook("show ana-ruiz-2 --json").json["handle"] == "ana-ruiz"
    assert netbook("show ana-ruiz --json").json["aliases"] == ["ana-ruiz-2"]


def test_accents_are_kept(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz'")
    netbook.ok("add 'Ana Ruíz' --namesake")
    netbook.ok("merge ana-ruiz ana-ruiz-2")
    assert netbook("show ana-ruiz --json").json["aliases"] == ["Ana Ruíz", "ana-ruiz-2"]


def test_undo_brings_both_back(two: Shell) -> None:
    def rows() -> list[Any]:
        tables = ("person", *PAIRS, *OWNED)
        return [(table, two.sql(f"SELECT * FROM {table} ORDER BY 1, 2")) for table in tables]

    before = rows()
    two.ok("merge ana-ruiz anna-ruiz")
    after = rows()
    assert after != before
    two.ok("undo")
    assert rows() == before
    two.ok("redo")
    assert rows() == after


def test_a_copy_of_the_journal_is_kept_first(two: Shell) -> None:
    two.ok("merge ana-ruiz anna-ruiz")
    (copy,) = (two.db.parent / "backups").iterdir()
    db = sqlite3.connect(copy)
    assert db.execute("SELECT count(*) FROM person").fetchone() == (5,)
    db.close()


def test_dry_run_shows_the_decision_and_changes_nothing(two: Shell) -> None:
    before = two.dump()
    shown = two("merge ana-ruiz anna-ruiz --dry-run --json").json
    answer = two("merge ana-ruiz anna-ruiz --dry-run")
    output = answer.out
    assert (answer.status, answer.err) == (0, "netbook: nothing was changed (--dry-run)\n")
    assert two.dump() == before
    assert not (two.db.parent / "backups").exists()
    done = two("merge ana-ruiz anna-ruiz --json").json
    assert (shown["dry_run"], shown["backup"], done["dry_run"]) == (True, None, False)
    assert done | {"dry_run": True, "backup": None} == shown
    assert output.startswith(
        "Would merge, without --dry-run: Anna Ruiz (anna-ruiz) into Ana Ruiz (ana-ruiz)\n"
    )
    assert "undo" not in output


def test_json(two: Shell) -> None:
    answer = json.loads(two.ok("merge ana-ruiz anna-ruiz --json"))
    assert list(answer) == [
        "keep", "other", "dry_run", "moved", "joined", "filled", "aliases", "contradicted", "notes", "backup", "refs",
    ]  # fmt: skip
    assert answer["contradicted"][0] == {"what": "organisation", "kept": "Acme", "other": "Bolt"}
    assert answer["filled"]["place"] == "Leeds"
    assert answer["moved"]["attendance"] == answer["joined"]["attendance"] == 1


@pytest.mark.parametrize(
    ("line", "status", "message"),
    [
        ("merge ana-ruiz ana-ruiz", 1, "both names mean one person"),
        ("merge ana-ruiz 'Ana Ruiz' --dry-run", 1, "both names mean one person"),
        ("merge ana-ruiz nobody-there", 1, "nobody is called"),
        ("merge an bo", 1, "two people match"),
        ("merge ana-ruiz", 2, "OTHER"),
    ],
)
def test_refused(two: Shell, line: str, status: int, message: str) -> None:
    assert message in two.fails(line, status)
    assert not (two.db.parent / "backups").exists()


PAUSED, PARTED = {"paused_on": "2026-11-01"}, {"parted_on": "2026-11-02", "parted_why": "moved"}
OVER = {"paused_on": "2026-01-01", "paused_until": "2026-02-01"}


@pytest.mark.parametrize(
    ("keep", "other", "stands", "notes"),
    [
        ({}, PAUSED, {}, ["merged: a pause was from 2026-11-01"]),
        (PAUSED, {}, {}, ["merged: a pause was from 2026-11-01"]),
        (PARTED, {}, {}, ["merged: the parting was on 2026-11-02: moved"]),
        ({}, PARTED, {}, ["merged: the parting was on 2026-11-02: moved"]),
        (PARTED, PAUSED, PAUSED, ["merged: the parting was on 2026-11-02: moved"]),
        (PAUSED, PARTED, PAUSED, ["merged: the parting was on 2026-11-02: moved"]),
        (PARTED, PARTED, PARTED, []),
        (PARTED, {"parted_on": "2026-10-01"}, PARTED, ["merged: the parting was on 2026-10-01"]),
        ({}, OVER, {}, ["merged: a pause was from 2026-01-01 until 2026-02-01"]),
        (OVER, {}, OVER, []),
    ],
)
def test_the_more_active_state_stands(
    netbook: Shell, keep: dict[str, str], other: dict[str, str], stands: dict[str, str], notes: list[str]
) -> None:
    netbook.ok("add 'Ana Ruiz'")
    netbook.ok("add 'Anna Ruiz'")
    for number, state in ((1, keep), (2, other)):
        for column, value in state.items():
            netbook.sql(f"UPDATE person SET {column} = ? WHERE id = ?", value, number)
    netbook.ok("merge ana-ruiz anna-ruiz")
    columns = ("paused_on", "paused_until", "parted_on", "parted_why")
    (row,) = netbook.sql(f"SELECT {', '.join(columns)} FROM person")
    assert dict(zip(columns, row, strict=True)) == dict.fromkeys(columns) | stands
    assert [text for (text,) in netbook.sql("SELECT text FROM note")] == notes


@pytest.mark.parametrize(
    ("keep", "other", "stands", "notes"),
    [
        ("--05-01", "1980-05-01", "1980-05-01", 0),
        ("1980-05-01", "--05-01", "1980-05-01", 0),
        ("1980-05-01", "1981-05-01", "1980-05-01", 1),
        (None, "--05-01", "--05-01", 0),
    ],
)
def test_the_fuller_birthday_stands(
    netbook: Shell, keep: str | None, other: str, stands: str, notes: int
) -> None:
    netbook.ok("add 'Ana Ruiz'" + (f" --birthday={keep}" if keep else ""))
    netbook.ok(f"add 'Anna Ruiz' --birthday={other}")
    netbook.ok("merge ana-ruiz anna-ruiz")
    assert netbook.sql("SELECT birthday FROM person") == [(stands,)]
    assert netbook.sql("SELECT count(*) FROM note") == [(notes,)]


def test_nobody_introduces_themselves(netbook: Shell) -> None:
    for line in ("add 'Ana Ruiz'", "add 'Anna Ruiz'", "add 'Bo Lind'", "edit ana-ruiz --introduced-by anna-ruiz",
                 "edit anna-ruiz --introduced-by bo"):  # fmt: skip
        netbook.ok(line)
    netbook.ok("merge ana-ruiz anna-ruiz")
    assert netbook.sql("SELECT introduced_by_id FROM person WHERE id = 1") == [(3,)]
    assert netbook.sql("SELECT text FROM note") == [("merged: introduced by was Anna Ruiz",)]


def test_the_one_who_came_first_to_the_journal_counts(netbook: Shell) -> None:
    netbook.ok("add 'Anna Ruiz'", today="2025-01-01")
    netbook.ok("add 'Ana Ruiz'")
    netbook.ok("merge ana-ruiz anna-ruiz")
    assert netbook.sql("SELECT added_on FROM person") == [("2025-01-01",)]


def test_texts_too_long_to_be_joined_are_kept_beside(netbook: Shell) -> None:
    netbook.ok("add 'Ana Ruiz'")
    netbook.ok("add 'Anna Ruiz'")
    for number, letter in ((1, "x"), (2, "y")):
        netbook.sql(
            "INSERT INTO strain (person_id, text, since) VALUES (?, ?, '2026-01-01')", number, letter * 10**6
        )
    netbook.ok("merge ana-ruiz anna-ruiz")
    assert netbook.sql("SELECT substr(text, 1, 1), length(text) FROM strain") == [("x", 10**6)]
    assert netbook.sql("SELECT substr(text, 1, 1), length(text) FROM note") == [("y", 10**6)]


def test_every_table_that_names_a_person_is_thought_of() -> None:
    """A table that comes later and is forgotten here would lose its rows with the person."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(db)
    naming = {
        table
        for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        if any(row[2] == "person" for row in db.execute(f"PRAGMA foreign_key_list({table})"))
    }
    db.close()
    assert naming - KEPT_BY_THE_DATABASE == {*OWNED, *PAIRS}


FREE = ("note", "favor", "followup")  # rows of which any number can stand
texts = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=8)
mailboxes = st.lists(st.sampled_from(["a@x.org", "B@x.org", "c@x.org", "d@x.org"]), unique=True, max_size=4)
sides = st.fixed_dictionaries(
    {
        "note": st.lists(texts, max_size=3), "favor": st.lists(texts, max_size=3),
        "followup": st.lists(texts, max_size=3), "email": mailboxes,
        "attendance": st.sets(st.integers(1, 4)), "strain": st.none() | texts, "org": st.none() | texts,
        "how_met": st.none() | texts,
    }
)  # fmt: skip
_ROW = {
    "note": "INSERT INTO note (uid, person_id, about, text, date)"
    " VALUES (hex(randomblob(8)), ?, 'work', ?, '2026-01-01')",
    "favor": "INSERT INTO favor (person_id, direction, text, date) VALUES (?, 'gave', ?, '2026-01-01')",
    "followup": "INSERT INTO followup (person_id, whose, text, promised_on, status)"
    " VALUES (?, 'mine', ?, '2026-01-01', 'open')",
    "strain": "INSERT INTO strain (person_id, text, since) VALUES (?, ?, '2026-01-01')",
}


@settings(max_examples=25)
@given(keep=sides, other=sides)
def test_nothing_is_lost(keep: dict[str, Any], other: dict[str, Any]) -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    journal.build(db)
    db.execute("PRAGMA foreign_keys = ON")
    _fill(db, keep, other)
    carry_out(db, decide(whole(db, 1), whole(db, 2), date(2026, 11, 21), dialling(db)).steps)
    for table in FREE:
        results = Counter(text for (text,) in db.execute(f"SELECT text FROM {table} WHERE person_id = 1"))
        assert not Counter(keep[table] + other[table]) - results
    assert {key for (key,) in db.execute("SELECT key FROM email")} == {
        address.casefold() for address in keep["email"] + other["email"]
    }
    assert {meeting for (meeting,) in db.execute("SELECT meeting_id FROM attendance")} == (
        keep["attendance"] | other["attendance"]
    )
    everything = db.execute("SELECT text FROM strain UNION ALL SELECT text FROM note").fetchall()
    everything += db.execute("SELECT org FROM person UNION ALL SELECT how_met FROM person").fetchall()
    answer = "\n".join(text for (text,) in everything if text).casefold()
    for fact in ("strain", "org", "how_met"):
        assert all(side[fact] is None or side[fact].casefold() in answer for side in (keep, other))
    db.close()


def _fill(db: sqlite3.Connection, *sides: dict[str, Any]) -> None:
    for number in range(1, 5):
        db.execute(
            "INSERT INTO meeting (id, uid, date, kind) VALUES (?, ?, '2026-01-01', 'call')",
            (number, str(number)),
        )
    for person, side in enumerate(sides, 1):
        db.execute(
            "INSERT INTO person (id, uid, handle, name, name_key, added_on, org, how_met)"
            " VALUES (?, ?, ?, 'Ana', 'ana', '2026-01-01', ?, ?)",
            (person, f"u{person}", f"ana-{person}", side["org"], side["how_met"]),
        )
        for table in (*FREE, "strain"):
            rows = side[table] if table in FREE else filter(None, [side[table]])
            db.executemany(_ROW[table], [(person, text) for text in rows])
        db.executemany(
            "INSERT INTO email (person_id, address, key) VALUES (?, ?, ?)",
            [(person, address, address.casefold()) for address in side["email"]],
        )
        db.executemany(
            "INSERT INTO attendance VALUES (?, ?, '2026-01-01', 1)",
            [(meeting, person) for meeting in side["attendance"]],
        )
