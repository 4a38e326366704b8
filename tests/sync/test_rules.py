# ruff: noqa: E501
"""Each rule of the merge as two machines see it: what both did to the same thing, and what stands in the end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import pytest

from netbook.core.tables import LETTERS
from tests.sync.homes import Homes


class Rule(NamedTuple):
    """What was there, what each machine does, and what is in both journals, in what was told, or in neither."""

    before: tuple[str, ...]
    a: str
    b: str
    stays: tuple[str, ...] = ()
    told: str = ""
    gone: tuple[str, ...] = ()


# WHO is somebody of the rule's own, and <note> the last note of before.
RULES = {
    "facts": Rule((), "edit WHO --place Alpha", "edit WHO --place Beta", ('"place":"Alpha"', "sync: place was Beta"),
                  "place is Alpha; Beta, entered here, is a note now"),
    "different facts": Rule((), "edit WHO --place Gamma", "edit WHO --title Delta", ('"place":"Gamma"', '"title":"Delta"')),
    "known since": Rule((), "edit WHO --known-since 2015-05-05", "edit WHO --known-since 2014-04-04",
                        ('"known_since":"2014-04-04"',), "", ("2015-05-05",)),
    "pause": Rule((), "pause WHO --until 2027-03-03", "pause WHO --until 2027-04-04",
                  ('"paused_until":"2027-03-03"', "sync: paused until was 2027-04-04")),
    "sets": Rule(("edit WHO --tag eins --tag zwei",), "edit WHO --remove-tag eins", "edit WHO --tag drei", ("zwei", "drei"), "",
                 ("eins",)),
    "circle": Rule(("circle quilters --every 1m",), "circle quilters --every 2m", "circle quilters --rename weavers",
                   ('"name":"weavers","cadence":"2m"',), "", ('"name":"quilters"',)),
    "topic": Rule(("common WHO lacework",), "topics lacework --rename needlework", "common WHO lacework --detail borders",
                  ("needlework", "borders"), "", ('"lacework"',)),
    "commonality": Rule((), "common WHO dovecotes --on 2026-03-03 --detail 'one side'",
                        "common WHO dovecotes --on 2026-02-02 --detail 'other side'",
                        ('"found_on":"2026-02-02"', "one side; other side")),
    "interest": Rule((), "likes WHO lighthouses", "likes WHO lighthouses", ("lighthouses",)),
    "interest taken back": Rule(("likes WHO kites",), "likes WHO kites --not", "edit WHO --place Epsilon", ("Epsilon",), "",
                                ('"row":"interest","id":1,',)),
    "tie": Rule((), "tie WHO parent --name 'Kim Kelp'", "tie WHO mentor --name 'Lou Loom'", ("Kim Kelp", "Lou Loom")),
    "tie twice": Rule((), "tie WHO boss hub-hook", "tie WHO boss hub-hook", ('"word":"boss","back":"report"',)),
    "plan": Rule(("plan WHO --on 2026-12-12 --text quay",), "plan <plan> --place Harbour", "plan <plan> --text 'the new quay'",
                 ('"place":"Harbour"', '"the new quay"')),
    "plan met": Rule(("plan WHO --on today --text tryst",), "drop <plan>", "log <plan> -m 'it took place'",
                     ('"status":"met"', "it took place")),
    "job": Rule(("edit WHO --org Oldworks --title Smith",), "edit WHO --org Newworks", "edit WHO --title Founder",
                ("Oldworks", "Newworks", "Founder")),
    "thanks": Rule(("got WHO 'a ladder'",), "thank WHO 'so many' --how card", "thank WHO 'ever so many' --how letter",
                   ('"thanks":"so many"', "ever so many")),
    "meeting": Rule(("log WHO -k call --on 2026-11-01 -m began",), "edit <meeting> --summary 'said one thing'",
                    "edit <meeting> --summary 'said another thing'", ("said one thing; said another thing",)),
    "note": Rule(("learn WHO 'has a boat'",), "edit <note> --text 'has a red boat'", "edit <note> --text 'has a boat called Ina'",
                 ("has a red boat; has a boat called Ina",)),
    "promise": Rule(("promise WHO 'a chart'",), "drop <followup>", "done <followup>", ('"status":"done"',)),
    "request": Rule(("ask WHO 'may I sail with you on Sunday'",), "answer WHO yes 'gladly then'", "answer WHO no 'not this time'",
                    ('"answer":"yes"', "gladly then", "sync: request reply was not this time")),
    "introduction": Rule((), "intro WHO hub-hook --because 'both row'", "intro WHO hub-hook --outcome declined --because 'both sail'",
                         ('"outcome":"declined"', "both row; both sail")),
    "event": Rule((), "event 'Net Fair' --on 2026-10-03 --until 2026-10-04 --goal 3",
                  "event 'Net Fair' --on 2026-10-04 --until 2026-10-06 --place Pier",
                  ('"starts_on":"2026-10-03","ends_on":"2026-10-06","goal":3',), "Net Fair"),
    "strain": Rule((), "strain WHO 'lost the oar'", "strain WHO 'broke the mast'", ("lost the oar; broke the mast",)),
    "repair": Rule(("strain WHO 'sank it'",), "repair WHO 'said sorry'", "repair WHO 'bought a new one'",
                   ("said sorry", "bought a new one")),
    "goodbye": Rule((), "goodbye WHO --why 'went north'", "goodbye WHO --why 'went south'",
                    ('"parted_why":"went north"', "sync: reason for goodbye was went south")),
    "removed and changed": Rule((), "remove WHO --yes", "learn WHO 'still there'", ("still there",), "kept"),
    "removed and unchanged": Rule(("learn WHO 'soon forgotten'",), "remove WHO --yes", "edit hub-hook --place Quay", ("Quay",), "",
                                  ("soon forgotten",)),
    "namesakes": Rule((), "add 'Twin Teal' --org Left", "add 'Twin Teal' --org Right", ("Left", "Right", "twin-teal-2"),
                      "your twin-teal is twin-teal-2 now"),
}  # fmt: skip


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The journal that both have after all of it, and what the second machine was told."""
    homes = Homes(tmp_path_factory.mktemp("rules"))
    a, b = homes.machines
    a.ok("add 'Hub Hook'")
    refs = {}
    for name, rule in RULES.items():
        a.ok(f"add 'Rule {name}'")
        for line in rule.before:
            assert a(filled(name, line)).status == 0, line
        refs[name] = {
            f"<{table}>": f"{letter}{a.sql(f'SELECT max(id) FROM {table}')[0][0]}"
            for letter, table in LETTERS.items()
        }
    homes.join()
    for machine in (a, b):
        for name, rule in RULES.items():
            line = filled(name, rule.a if machine is a else rule.b, refs[name])
            assert machine(line).status == 0, line
    a.ok("sync")
    answer = b.ok("sync")
    a.ok("sync")
    return homes.same(), answer


def filled(name: str, line: str, refs: Mapping[str, str] = MappingProxyType({})) -> str:
    line = line.replace("WHO", f"rule-{name.replace(' ', '-')}")
    return re.sub("<[a-z]+>", lambda match: refs[match[0]], line)


@pytest.mark.parametrize("name", RULES)
def test_what_stands_in_the_end(merged: tuple[str, str], name: str) -> None:
    export, answer = merged
    rule = RULES[name]
    for text in rule.stays:
        assert text in export
    for text in rule.gone:
        assert text not in export
    assert rule.told in answer
