"""Chromium of the system for the tests of the pages; without it they are skipped, and say why."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Of its own accord Chromium asks its maker for news at every start.
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed (the dev extra has it)"
    )
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(
    browser: Browser, file: Path, *, scheme: Literal["light", "dark"] = "light", scripts: bool = True
) -> Iterator[Page]:
    """A page that asks for nothing, says nothing on the console, and shows no dialogue: checked at the end."""
    context = browser.new_context(
        color_scheme=scheme, java_script_enabled=scripts, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    messages: list[str] = []
    page.on("console", lambda message: messages.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: messages.append(f"error: {error}"))
    page.on("dialog", lambda dialog: messages.append(f"dialogue: {dialog.message}"))
    page.on("request", lambda request: messages.append(f"request: {request.url}"))
    page.goto(file.as_uri())
    try:
        yield page
        assert messages == [f"request: {file.as_uri()}"]
    finally:
        context.close()


def overlaps(page: Page, selector: str) -> list[tuple[str, str]]:
    """The texts of elements that share room on the screen."""
    result: list[list[str]] = page.evaluate(
        """selector => {
          const all = [...document.querySelectorAll(selector)].filter(one => one.checkVisibility());
          const boxes = all.map(one => [one.textContent, one.getBoundingClientRect()]);
          const pairs = [];
          boxes.forEach(([one, a], place) => boxes.slice(place + 1).forEach(([other, b]) => {
            if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) pairs.push([one, other]);
          }));
          return pairs;
        }""",
        selector,
    )
    return [(one, other) for one, other in result]
