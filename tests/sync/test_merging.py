# ruff: noqa: E501
"""The merge of rows without a journal: rules as tables, and random machines that must agree in the end."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netbook.core.sync.published import (
    BadLine,
    Row,
    State,
    key_of,
    line_of,
    parse,
    rows_of,
    same,
    shard_of,
)
from netbook.core.sync.rules import groups, merge_row
from netbook.core.tables import TABLES
from tests.sync.machines import EMPTY, Hand, Machine, broken, copied, merged, texts


def row(table: str, **values: Any) -> Row:
    return {**dict.fromkeys(TABLES[table].columns), "uid": "u", "id": 1, **values}


BOTH_CHANGED = [
    # table, what it was, ours, theirs, what stays, what is lost
    ("person", {"title": "x"}, {"title": "CEO"}, {"title": "CTO"}, {"title": "CTO"}, ["CEO"]),
    ("person", {}, {"org": "Acme"}, {"title": "CTO"}, {"org": "Acme", "title": "CTO"}, []),
    ("person", {}, {"known_since": "2020-01-01"}, {"known_since": "2019-01-01"}, {"known_since": "2019-01-01"}, []),
    ("person", {}, {"last_contact_on": "2020-01-01"}, {"last_contact_on": "2019-01-01"}, {"last_contact_on": "2020-01-01"}, []),
    (
        "person", {}, {"parted_on": "2020-01-01", "parted_why": "a"}, {"parted_on": "2021-01-01"},
        {"parted_on": "2021-01-01", "parted_why": None}, ["2020-01-01", "a"],
    ),
    ("meeting", {"summary": "a"}, {"summary": "b"}, {"summary": "c"}, {"summary": "c; b"}, []),
    ("meeting", {"summary": "a"}, {"summary": "a b c"}, {"summary": "a b"}, {"summary": "a b c"}, []),
    ("meeting", {"summary": "a"}, {"summary": None}, {"summary": "c"}, {"summary": "c"}, []),
    ("meeting", {"place": "a"}, {"place": "b"}, {"place": "c"}, {"place": "c"}, ["b"]),
    (
        "commonality", {"found_on": "2020-05-01"}, {"found_on": "2020-02-01", "meeting_id": "m"}, {"found_on": "2020-03-01"},
        {"found_on": "2020-02-01", "meeting_id": "m"}, [],
    ),
    (
        "followup", {"status": "open"}, {"status": "done", "closed_on": "2020-01-01"},
        {"status": "dropped", "closed_on": "2020-01-02"}, {"status": "done", "closed_on": "2020-01-01"}, [],
    ),
    (
        "followup", {"status": "open"}, {"status": "done", "closed_on": "2020-01-01"},
        {"status": "done", "closed_on": "2020-01-02"}, {"status": "done", "closed_on": "2020-01-02"}, [],
    ),
    (
        "plan", {"status": "open"}, {"status": "dropped", "closed_on": "2020-01-01"},
        {"status": "met", "closed_on": "2020-01-02", "meeting_id": "m"}, {"status": "met", "meeting_id": "m"}, [],
    ),
    (
        "introduction", {"outcome": "offered", "date": "2020-01-01"}, {"outcome": "declined", "date": "2020-01-02"},
        {"outcome": "made", "date": "2020-01-03"}, {"outcome": "declined", "date": "2020-01-02"}, [],
    ),
    (
        "request", {"answer": "pending"}, {"answer": "yes", "answered_on": "2020-01-01", "reply": "of course"},
        {"answer": "yes", "answered_on": "2020-01-02", "reply": "gladly"}, {"reply": "gladly"}, ["2020-01-01", "of course"],
    ),
    (
        "request", {"answer": "pending"}, {"answer": "yes", "answered_on": "2020-01-01", "reply": "gladly"},
        {"answer": "no", "answered_on": "2020-01-02", "reply": "never"}, {"answer": "yes", "reply": "gladly"}, ["never"],
    ),
    (
        "favor", {"direction": "got"}, {"direction": "gave"}, {"direction": "got", "thanked_on": "2020-01-01"},
        {"direction": "got", "thanked_on": "2020-01-01"}, ["gave", None],
    ),
    ("job", {"org": "a", "title": "b"}, {"org": None, "title": "b"}, {"org": "a", "title": None}, {"org": "a", "title": None}, [None, "b"]),
    ("numbering", {"highest": 3}, {"highest": 9}, {"highest": 7}, {"highest": 9}, []),
]  # fmt: skip


@pytest.mark.parametrize(("table", "base", "ours", "theirs", "stays", "lost"), BOTH_CHANGED)
def test_what_both_changed(
    table: str, base: Any, ours: Any, theirs: Any, stays: dict[str, Any], lost: list[Any]
) -> None:
    result, losses = merge_row(table, row(table, **base), row(table, **ours), row(table, **theirs))
    assert result is not None
    assert {column: result[column] for column in stays} == stays
    assert [value for loss in losses for value in loss.lost] == lost


def test_every_column_is_merged_once() -> None:
    for name, table in TABLES.items():
        columns = [column for group in groups(name) for column in group]
        assert sorted(columns) == sorted(column for column in table.columns if column != "id")


VALUES = st.sampled_from([None, "a", "b", "c"])
ROWS = st.fixed_dictionaries(dict.fromkeys(("title", "org", "parted_on", "parted_why", "place"), VALUES))


@given(ROWS, ROWS, ROWS)
def test_what_one_side_changed_is_taken_whichever_side_it_is(base: Any, one: Any, other: Any) -> None:
    before, ours, theirs = (row("person", **values) for values in (base, one, other))
    assert merge_row("person", before, ours, before)[0] == ours
    assert merge_row("person", before, before, theirs)[0] == theirs
    assert merge_row("person", before, ours, ours) == (ours, ())
    here, losses = merge_row("person", before, ours, theirs)
    other_side, back = merge_row("person", before, theirs, ours)
    # Where nothing is lost it does not matter who merges.
    assert (same(here, other_side) and not back) if not losses else back


@given(st.integers(0, 2**32))
def test_a_row_is_one_line_and_back(seed: int) -> None:
    machine = Machine("a")
    hand = Hand(Random(seed))
    for _ in range(5):
        hand.change(machine)
    for name, key, each in rows_of(machine.rows):
        assert parse(line_of(name, each)) == (name, each)
        assert key_of(name, each) == key
        assert re.fullmatch("[0-9a-f]{2}", shard_of(key))


@pytest.mark.parametrize(
    "line",
    [
     "", "[]", "{}", '{"row":"person"}', '{"row":"spell","id":1}', "{" * 5000,
     '{"row":"setting","name":"a","value":1.5}',
     '{"row":"setting","name":"a","value":true}', '{"row":"setting","name":"a"}',
     '{"row":"attendance","meeting_id":1,"person_id":"p"}', '{"row":"topic","id":0,"uid":"u","name":"n"}',
     '{"row":"topic","id":' + "9" * 5000 + ',"uid":"u","name":"n"}'],
)  # fmt: skip
def test_what_is_no_row(line: str) -> None:
    with pytest.raises(BadLine):
        parse(line)


WORD = re.compile(r"w\d+w")


def lost(before: list[State], base: State, after: State, told: object) -> set[str]:
    """Words that somebody entered since the common state and that are nowhere now."""
    had = {word for state in before for word in WORD.findall(texts(state))}
    return had - {*WORD.findall(texts(base)), *WORD.findall(texts(after)), *WORD.findall(str(told))}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_machines_agree_and_lose_nothing(seed: int) -> None:
    dice = Random(seed)
    hand = Hand(dice)
    machines = [Machine(letter) for letter in "abc"[: dice.randint(2, 3)]]
    remote = copied(EMPTY)
    for turn in range(4):
        for machine in machines:
            for _ in range(dice.randint(0, 4)):
                hand.change(machine)
                assert broken(machine.rows) == []
            if turn == 3 or dice.random() < 0.6:
                base, ours, theirs = machine.base, copied(machine.rows), remote
                whole = merged(base, ours, theirs, only_differences=False)
                remote, done = machine.sync(remote)
                assert broken(remote) == []
                assert lost([ours, theirs], base, remote, done.told) == set()
                # To look at what differs is as good as to look at everything.
                assert whole.rows == remote
    for machine in machines:
        remote, _ = machine.sync(remote)
    for machine in machines:
        before = remote
        remote, done = machine.sync(remote)
        assert remote == before == machine.rows
        assert (done.told, done.moved) == ((), ())
