"""The picture of the roots: in text, as files, and as rows. Today is Saturday 21 November 2026."""

from __future__ import annotations

import json
import shutil
import stat
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from netbook.render.text import Screen, width_of
from tests.conftest import Shell, built_once

SVG = "{http://www.w3.org/2000/svg}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
HOSTILE = '</script><b onclick=alert(1)>"&\\N" \x1b[31m'


@pytest.fixture
@built_once
def wood(netbook: Shell) -> Shell:
    """Five people: Ana is in time, Lena late, Tomas not met yet; mentors, customers and community are empty."""
    for line in ("'Ana Ruiz' --circle team --org Acme", "'Bo Lind' --circle team", "'Lena Lantern' --circle peers",
                 "'Omar Otter' --circle peers --org Northwood", "'Tomas Thimble'"):  # fmt: skip
        netbook.ok(f"add {line}")
    netbook.ok("common ana climbing")
    netbook.ok("common lena climbing sailing")
    netbook.ok("common omar sailing")
    netbook.ok("log lena --kind lunch --on 2026-09-01")
    netbook.ok("log ana bo --kind walk --on 2026-11-20")
    netbook.ok("log ana lena --kind call --on 2026-09-02")
    netbook.ok("log omar tomas --kind email --on 2026-11-20")  # no human contact: no root
    return netbook


def test_as_text(wood: Shell) -> None:
    assert wood.ok("roots").splitlines() == [
        "Saturday 21 November: 5 people; 3 roots",
        "",
        "      ▲   △",
        "  ▲   █   ▒",
        "  █   █   ▒",
        "  █   █   ▒   ·",
        "  ━━━━━━━ ━━━━━━━ ━━━━━━━━━━━━━━━━━━━━ ━━━━━━━━━━━━━━━━━━━━━━",
        "  BL  AR  LL  OO",
        "  team    peers   mentors: nobody yet  customers: nobody yet",
        "",
        "                         ·",
        "  ━━━━━━━━━━━━━━━━━━━━━━ ━━━━━━━━━━",
        "                         TT",
        "  community: nobody yet  no circle",
        "",
        "  ▲ in time   △ late   · not met yet   the taller, the more contact",
        "",
        "  Ana Ruiz     ═══ Lena Lantern  climbing; 1 meeting together",
        "  Lena Lantern ═══ Omar Otter    sailing",
        "  Ana Ruiz     ╌╌╌ Bo Lind       1 meeting together",
    ]


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_text_fits_the_terminal(wood: Shell, width: int) -> None:
    from datetime import date

    from netbook.render import roots as render
    from netbook.reports import roots as report
    from netbook.store import journal

    with journal.reading(str(wood.db)) as db:
        result = report.build(db, date(2026, 11, 21), report.RootsQuery())
    lines = render.text(result, Screen(width)).splitlines()
    assert all(width_of(line) <= width for line in lines)
    assert "═══" not in (plain := render.text(result, Screen(width, encoding="ascii")))
    assert plain.isascii()
    assert "\x1b[38;5;166m△\x1b[0m" in render.text(result, Screen(width, colour=True))


def test_rows_for_scripts(wood: Shell) -> None:
    rows = wood("roots --csv").rows
    assert list(rows[0]) == ["a", "b", "strength", "topics", "ties", "meetings", "a_handle", "b_handle"]
    assert [(row["a"], row["b"], row["topics"], row["meetings"]) for row in rows] == [
        ("Ana Ruiz", "Lena Lantern", "climbing", "1"),
        ("Lena Lantern", "Omar Otter", "sailing", "0"),
        ("Ana Ruiz", "Bo Lind", "", "1"),
    ]
    assert wood("roots --json").json[0] == {
        "a": "Ana Ruiz", "b": "Lena Lantern", "strength": 1.25, "topics": ["climbing"], "ties": [], "meetings": 1,
        "a_handle": "ana-ruiz", "b_handle": "lena-lantern",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("options", "pairs"),
    [
        ("--circle peers", [("Lena Lantern", "Omar Otter")]),
        ("--topic climbing", [("Ana Ruiz", "Lena Lantern")]),
        ("--org acme", []),
        ("--limit 2", [("Ana Ruiz", "Lena Lantern")]),
    ],
)
def test_some_of_the_people(wood: Shell, options: str, pairs: list[tuple[str, str]]) -> None:
    assert [(row["a"], row["b"]) for row in wood(f"roots --csv {options}").rows] == pairs


def test_ties_and_interests_are_roots_too(wood: Shell, tmp_path: Path) -> None:
    wood.ok("tie tomas boss bo")
    wood.ok("likes tomas sailing")
    wood.ok("me 'Zed Zephyr'")
    wood.ok("likes me sailing")  # your own card is no tree
    rows = wood("roots --csv").rows
    assert [(row["a"], row["b"], row["topics"], row["ties"]) for row in rows[:3]] == [
        ("Bo Lind", "Tomas Thimble", "", "report/boss"),
        ("Ana Ruiz", "Lena Lantern", "climbing", ""),
        ("Lena Lantern", "Omar Otter", "sailing", ""),
    ]
    assert "Zed Zephyr" not in wood("roots --csv").out
    assert {row["b"] for row in wood("roots --topic sailing --csv").rows} == {"Omar Otter", "Tomas Thimble"}
    wood(f"roots -o {tmp_path}/roots.svg")
    assert ">report/boss<" in (tmp_path / "roots.svg").read_text(encoding="utf-8")


def test_a_last_contact_before_the_journal_counts_as_met(wood: Shell, tmp_path: Path) -> None:
    wood.sql("UPDATE person SET last_contact_on = '2026-11-01' WHERE handle = 'omar-otter'")
    wood(f"roots -o {tmp_path}/roots.svg")
    text = (tmp_path / "roots.svg").read_text(encoding="utf-8")
    assert "Omar Otter: peers, last on 1 November" in text
    assert text.count("not met yet</title>") == 1


def test_whoever_you_have_parted_from_is_not_in_the_picture(wood: Shell) -> None:
    wood.ok("goodbye lena")
    assert [(row["a"], row["b"]) for row in wood("roots --csv").rows] == [("Ana Ruiz", "Bo Lind")]


def test_as_svg(wood: Shell, tmp_path: Path) -> None:
    file = tmp_path / "roots.svg"
    answer = wood(f"roots -o {file}")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err == f"wrote {file}: 5 people; 3 roots\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    picture = ElementTree.parse(file).getroot()
    trees = [part for part in picture.iter(f"{SVG}g") if "tree" in part.get("class", "").split()]
    assert sorted((tree.get("class"), tree.findtext(f"{SVG}title")) for tree in trees) == [
        ("tree good", "Ana Ruiz: team, 2 contacts, last on 20 November"),
        ("tree good", "Bo Lind: team, 1 contact, last on 20 November"),
        ("tree late", "Lena Lantern: peers, 2 contacts, last on 2 September, 50 days late"),
        ("tree new", "Omar Otter: peers, not met yet"),
        ("tree new", "Tomas Thimble: no circle, not met yet"),
    ]
    roots = {
        part.findtext(f"{SVG}title"): part.get("class")
        for part in picture.iter(f"{SVG}g")
        if part.get("data-a")
    }
    assert roots == {
        "Ana Ruiz and Lena Lantern: climbing; 1 meeting together": "root",
        "Lena Lantern and Omar Otter: sailing": "root",
        "Ana Ruiz and Bo Lind: 1 meeting together": "root met",
    }
    empty = [part for part in picture.iter(f"{SVG}g") if part.get("class") == "circle empty"]
    assert [part.findtext(f"{SVG}text") for part in empty] == [
        "mentors: nobody yet", "customers: nobody yet", "community: nobody yet"
    ]  # fmt: skip
    text = file.read_text(encoding="utf-8")
    assert "prefers-color-scheme: dark" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_says_how_many_it_leaves_out(wood: Shell, tmp_path: Path) -> None:
    answer = wood(f"roots --limit 2 -o {tmp_path}/roots.svg")
    assert answer.err.endswith("2 of 5 people, 3 left out; the strongest of 3 roots, 2 left out\n")
    assert "2 of 5 people, 3 left out" in (tmp_path / "roots.svg").read_text(encoding="utf-8")


def test_as_graphml(wood: Shell, tmp_path: Path) -> None:
    wood(f"roots -o {tmp_path}/roots.graphml")
    graph = ElementTree.parse(tmp_path / "roots.graphml").getroot()
    nodes = {
        node.get("id"): {data.get("key"): data.text for data in node} for node in graph.iter(f"{GRAPHML}node")
    }
    assert nodes["lena-lantern"] == {
        "name": "Lena Lantern", "handle": "lena-lantern", "circle": "peers", "contacts": "2",
        "last_contact": "2026-09-02", "standing": "late", "days_late": "50",
    }  # fmt: skip
    first = next(graph.iter(f"{GRAPHML}edge"))
    assert (first.get("source"), first.get("target")) == ("ana-ruiz", "lena-lantern")
    assert {data.get("key"): data.text for data in first} == {
        "weight": "1.25",
        "topics": "climbing",
        "meetings": "1",
    }


def test_networkx_reads_the_graph(wood: Shell, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed (the dev extra has it)")
    wood.ok(f"""common ana '{HOSTILE}'""")
    wood.ok(f"""common omar '{HOSTILE}'""")
    wood(f"roots -o {tmp_path}/roots.graphml")
    graph = networkx.read_graphml(tmp_path / "roots.graphml")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (5, 4)
    assert graph.edges["ana-ruiz", "lena-lantern"] == {"weight": 1.25, "topics": "climbing", "meetings": 1}
    assert graph.edges["ana-ruiz", "omar-otter"]["topics"].startswith("</script><b")


def test_as_dot(wood: Shell, tmp_path: Path) -> None:
    wood.ok(f"""common ana '{HOSTILE}'""")
    wood.ok(f"""common omar '{HOSTILE}'""")
    file = tmp_path / "roots.dot"
    wood(f"roots -o {file}")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("graph roots {")
    assert 'label="climbing"' in text
    assert "style=dashed" in text
    dot = shutil.which("dot")
    if dot is None:
        pytest.skip("Graphviz is not installed: its own reading of the file was not tried")
    done = subprocess.run([dot, "-Tplain", str(file)], capture_output=True, check=True, text=True)
    assert done.stdout.count("\nnode ") == 5
    assert done.stderr == ""


@pytest.mark.parametrize("ending", ["svg", "graphml", "html"])
def test_hostile_names_are_text(wood: Shell, tmp_path: Path, ending: str) -> None:
    wood.ok(f"""add '{HOSTILE}' --circle team""")
    wood.ok(f"""common {wood("people --csv").rows[0]["handle"]} '{HOSTILE}'""")
    wood.ok(f"""common bo '{HOSTILE}'""")
    wood(f"roots -o {tmp_path}/roots.{ending}")
    text = (tmp_path / f"roots.{ending}").read_text(encoding="utf-8")
    assert "<b onclick" not in text
    assert "\x1b" not in text
    if ending != "html":
        ElementTree.fromstring(text)
    else:
        data = text.split('id="data">', 1)[1].split("</script>", 1)[0]
        assert any("</script>" in person["name"] for person in json.loads(data)["people"])


def test_nothing_in_the_journal(netbook: Shell, tmp_path: Path) -> None:
    output = "nobody to show yet: netbook add NAME --circle peers"
    assert netbook.ok("roots") == f"Saturday 21 November: {output}\n"
    assert netbook.ok("roots --json") == "[]\n"
    for ending in ("svg", "html", "dot", "graphml"):
        assert (
            netbook(f"roots -o {tmp_path}/roots.{ending}").err
            == f"wrote {tmp_path}/roots.{ending}: {output}\n"
        )


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        ("-o roots.pdf", 2,
         'cannot tell what to write to "roots.pdf"; end its name in .svg, .html, .dot or .graphml'),
        ("-o -", 2, 'cannot tell what to write to "-"; end its name in .svg, .html, .dot or .graphml'),
        ("-o roots.svg --csv", 2, "--output and --csv cannot go together; give one of them"),
        ("-o /nowhere/roots.svg", 1,
         'cannot write "/nowhere/roots.svg": its folder does not exist; nothing was written, name another file'),
        ("--topic clim", 1, 'no topic is called "clim"; the nearest: climbing'),
        ("--limit 0", 2, "invalid value for '--limit': 0 is less than 1; see netbook roots --help"),
    ],
)  # fmt: skip
def test_bad_input(wood: Shell, options: str, status: int, message: str) -> None:
    answer = wood(f"roots {options}")
    assert (answer.status, answer.out) == (status, "")
    assert answer.err == f"netbook: {message}\n"
