"""Where the journal is."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from netbook.store.location import data_folder, journal_path


@pytest.mark.parametrize("xdg", ["", "  ", "/somewhere/else", None])
def test_the_data_folder_is_what_platformdirs_says(xdg: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if xdg is None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_DATA_HOME", xdg)
    assert data_folder() == platformdirs.user_data_dir("netbook", appauthor=False)


@pytest.mark.parametrize("relative", ["data", "./data", "~/data"])
def test_a_relative_data_home_is_ignored(relative: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", relative)
    assert data_folder() == str(Path.home() / ".local/share/netbook")


def test_the_option_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETBOOK_DB", "/env/netbook.db")
    assert journal_path("/option/netbook.db") == "/option/netbook.db"
    assert journal_path(None) == "/env/netbook.db"
    monkeypatch.setenv("NETBOOK_DB", "~/my.db")
    assert journal_path(None) == str(Path.home() / "my.db")
    monkeypatch.setenv("NETBOOK_DB", "")
    assert journal_path(None) == str(Path(data_folder()) / "netbook.db")
