"""The HTML pages in a real browser: they ask for nothing, answer keys and pointer, and show names as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.browser import chromium, opened, overlaps
from tests.conftest import Shell

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>\"'&"
PEOPLE = {
    "team": ("Ana Ruiz", "Bo Lind", "Sam Saltmarsh"),
    "peers": ("Lena Lantern", "Omar Otter", "Mia Meadow", "Raj Rainfall"),
    "customers": ("Tomas Thimble", "Olga Orchard"),
    "community": ("Uma Umbrella", "Margarethe von Mühlenberg-Saltmarsh", "Priya Pine"),
}
TOPICS = {
    "climbing": "ana lena omar",
    "rowing": "bo sam tomas",
    "sailing": "lena mia uma",
    "Kyoto": "raj margarethe",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


class Files(NamedTuple):
    """What the commands wrote."""

    roots: Path
    overview: Path


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The pages of twelve people with topics and meetings; one whose name, circle and topic are hostile."""
    folder = tmp_path_factory.mktemp("pages")
    netbook = Shell(folder / "netbook.db")
    for circle, names in PEOPLE.items():
        for name in names:
            netbook.ok(f"add '{name}' --circle {circle}")
    for topic, people in TOPICS.items():
        for who in people.split():
            netbook.ok(f"common {who} {topic}")
    netbook.ok("log ana bo --kind lunch --on 2026-11-10")
    netbook.ok("log lena omar ana --kind walk --on 2026-09-01")
    netbook.ok("event 'Harbour Meetup' --on 2026-11-12")
    netbook.ok("log uma --event 'Harbour Meetup' --on 2026-11-12")
    netbook.ok("circle '<b>club</b>' --every 1m")
    columns = "uid, handle, name, name_key, added_on"
    netbook.sql(f"INSERT INTO person ({columns}) VALUES ('x', 'x', ?, 'x', '2026-01-01')", HOSTILE)
    netbook.sql("INSERT INTO topic (name, key, uid) VALUES (?, 'hostile', 'topic:hostile')", HOSTILE)
    for who in ("x", "ana-ruiz"):
        netbook.sql(
            "INSERT INTO commonality (person_id, topic_id, found_on) SELECT p.id, t.id, '2026-01-01' "
            "FROM person p, topic t WHERE p.handle = ? AND t.key = 'hostile'",
            who,
        )
    result = Files(folder / "roots.html", folder / "page.html")
    assert netbook(f"roots -o {result.roots}").status == 0
    assert netbook(f"page -o {result.overview}").status == 0
    return result


def violations(page: Page) -> list[str]:
    """What axe finds, its recommendations among it."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed (dev extra)"
    )
    result = axe.Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in result for node in one["nodes"]]


def window(page: Page) -> list[float]:
    """What the picture shows of itself: x, y, width, height."""
    shown: list[float] = page.evaluate(
        "(({x, y, width, height}) => [x, y, width, height])(document.querySelector('svg.roots').viewBox.baseVal)"
    )
    return shown


def shown(page: Page) -> list[str]:
    """The people in the picture, from left to right."""
    names: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-tree]')].sort((a, b) => a.getBBox().x - b.getBBox().x)"
        ".map(tree => tree.querySelector('title').textContent.split(': ')[0])"
    )
    return names


@pytest.mark.parametrize("name", Files._fields)
def test_axe_finds_nothing_to_mend(browser: Browser, files: Files, name: str) -> None:
    with opened(browser, getattr(files, name)) as page:
        page.click("details summary >> nth=0")
        if name == "roots":
            page.locator("[data-tree]").nth(3).click()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == []


def test_the_picture_answers_to_the_pointer(browser: Browser, files: Files) -> None:
    with opened(browser, files.roots) as page:
        page.get_by_role("button", name=re.compile("Lena Lantern")).click()
        assert page.locator("#about h2").text_content() == "Lena Lantern"
        assert page.locator(".tree.near").count() == 4  # Ana and Omar, Mia and Uma
        assert page.locator(".root.mine").count() == 4
        page.locator("#about li button", has_text="Mia Meadow").click()
        assert page.locator("#about h2").text_content() == "Mia Meadow"
        before = window(page)
        box = page.locator("svg.roots").bounding_box()
        assert box
        page.mouse.move(box["x"] + 600, box["y"] + 20)
        page.mouse.down()
        page.mouse.move(box["x"] + 400, box["y"] + 20, steps=4)
        page.mouse.up()
        assert window(page)[0] > before[0] + 100
        assert page.locator("#about h2").text_content() == "Mia Meadow"  # to drag is not to choose
        page.click("#closer")
        assert window(page)[2] < before[2]
        page.keyboard.down("Control")
        page.mouse.wheel(0, 300)
        for _ in range(100):  # the wheel is answered in the browser's own time
            if window(page)[2] > before[2]:
                break
            page.wait_for_timeout(20)
        page.keyboard.up("Control")
        page.keyboard.press("0")
        assert window(page) == pytest.approx(before)


def test_the_picture_answers_to_keys(browser: Browser, files: Files) -> None:
    with opened(browser, files.roots) as page:
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "find"
        page.keyboard.type("len")
        page.keyboard.press("Enter")
        focused = "document.activeElement.querySelector('title').textContent.split(':')[0]"
        assert page.evaluate(focused) == "Lena Lantern"
        assert page.locator("#about h2").text_content() == "Lena Lantern"
        followed = set()
        for _ in range(4):
            page.keyboard.press("ArrowDown")
            followed.add(page.evaluate(focused))
        assert followed == {"Ana Ruiz", "Omar Otter", "Mia Meadow", "Uma Umbrella"}
        page.keyboard.press("Enter")
        assert page.locator("#about h2").text_content() == page.evaluate(focused)
        page.keyboard.press("Escape")
        assert page.locator("#about h2").count() == 0
        row, here = shown(page), page.evaluate(focused)
        page.keyboard.press("ArrowRight")
        assert page.evaluate(focused) == row[(row.index(here) + 1) % len(row)]
        before = window(page)
        page.keyboard.press("Shift+ArrowRight")
        page.keyboard.press("+")
        assert window(page)[0] > before[0]
        assert window(page)[2] < before[2]


def test_filters_draw_the_picture_anew(browser: Browser, files: Files) -> None:
    with opened(browser, files.roots) as page:
        everybody = shown(page)
        page.select_option("#topic", label="climbing")
        assert sorted(shown(page)) == ["Ana Ruiz", "Lena Lantern", "Omar Otter"]
        assert page.locator("#summary").text_content() == "Showing 3 people."
        page.select_option("#circle", label="peers")
        assert sorted(shown(page)) == ["Lena Lantern", "Omar Otter"]
        page.select_option("#topic", label="rowing")
        assert page.locator("#summary").text_content() == "Nobody fits both filters."
        page.click("#reset")
        assert shown(page) == everybody
        page.get_by_role("button", name=re.compile("Uma Umbrella")).click()
        page.get_by_role("button", name="Show only these").click()
        assert sorted(shown(page)) == ["Lena Lantern", "Mia Meadow", "Uma Umbrella"]
        page.fill("#find", "Priya")
        page.keyboard.press("Enter")
        assert shown(page) == ["Priya Pine"]
        page.fill("#find", "nobody at all")
        page.keyboard.press("Enter")
        assert page.locator("#summary").text_content() == "Nobody here is called nobody at all."


def test_names_do_not_overlap_on_the_screen(browser: Browser, files: Files) -> None:
    texts = "svg.roots .name, svg.roots .circle text"
    with opened(browser, files.roots) as page:
        assert overlaps(page, texts) == []
        assert overlaps(page, "svg.roots .label") == []
        page.select_option("#circle", label="peers")
        assert overlaps(page, texts) == []


def test_hostile_names_are_text(browser: Browser, files: Files) -> None:
    with opened(browser, files.roots) as page:
        assert page.locator("img").count() == 0
        page.fill("#find", HOSTILE)
        page.keyboard.press("Enter")
        assert page.locator("#about h2").text_content() == HOSTILE
        page.select_option("#topic", label=HOSTILE)
        assert sorted(shown(page)) == sorted([HOSTILE.split(": ")[0], "Ana Ruiz"])
    with opened(browser, files.overview) as page:
        assert page.locator("img").count() == 0
        assert HOSTILE in (page.locator("dl").text_content() or "")


def test_the_pages_work_without_scripts(browser: Browser, files: Files) -> None:
    with opened(browser, files.roots, scripts=False) as page:
        assert page.locator(".tree").count() == 13
        assert not page.locator("form").is_visible()
        page.click("details summary")
        assert page.get_by_text("Lena Lantern: sailing").first.is_visible()
    assert "<script" not in files.overview.read_text(encoding="utf-8").lower().replace("&lt;script", "")
    with opened(browser, files.overview, scripts=False) as page:
        assert page.locator("h2").all_text_contents() == [
            "Today", "Roots", "The year", "New connections", "Circles", "Reach"
        ]  # fmt: skip
        assert page.locator("svg.days rect").count() == 365 + 5
        assert (
            page.locator("#goals tbody tr").first.text_content()
            == "Harbour Meetup12 November1 of 2Uma Umbrella"
        )


def test_a_page_needs_a_file(netbook: Shell) -> None:
    assert netbook.fails("page", 2) == "say which file to write, as in netbook page -o page.html"
    assert (
        netbook.fails("page -o page.svg", 2)
        == 'cannot tell what to write to "page.svg"; end its name in .html'
    )


def test_a_page_has_the_first_of_those_to_reach(netbook: Shell, tmp_path: Path) -> None:
    for number in range(12):
        netbook.ok(f"add 'Pia Pebble{number}' --every 2w --last-contact 2026-09-{number + 1:02}")
    assert netbook(f"page -o {tmp_path / 'page.html'}").status == 0
    assert "and 2 more: netbook due --all" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_pages_print_on_white(browser: Browser, files: Files) -> None:
    for file in files:
        with opened(browser, file, scheme="dark") as page:
            page.emulate_media(media="print")
            paper = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')")
            assert paper.strip() == "#ffffff"
            assert not page.locator("details").first.is_visible()
            assert page.pdf(format="A4").startswith(b"%PDF")
