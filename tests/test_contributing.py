"""The walks of CONTRIBUTING.md are true: their files are put into a copy of the package, and their sessions run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.test_docs import ROOT, compared, make_home

STEP = re.compile(
    r"<!-- (?:file: (?P<file>\S+)|after: (?P<after>.*?) in: (?P<where>\S+)|replace: (?P<old>.*?) in: (?P<there>\S+))"
    r" -->\n```(?:python|text)\n(?P<text>.*?)```",
    re.S,
)


def test_the_walks_lead_where_they_say(tmp_path: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    steps = list(STEP.finditer(text))
    assert len(steps) == 7
    for step in steps:
        if step["file"]:
            path = tmp_path / step["file"]
            assert not path.exists()
            path.write_text(step["text"], encoding="utf-8")
        elif step["after"]:
            _change(tmp_path / step["where"], step["after"], f"{step['after']}\n{step['text'].rstrip()}")
        else:
            _change(tmp_path / step["there"], step["old"], step["text"].strip())
    make_home(tmp_path)
    for program, module in (("netbook", "-m netbook"), ("python", "")):
        script = f'#!/bin/sh\nPYTHONPATH="{tmp_path}/src" exec "{sys.executable}" {module} "$@"\n'
        (tmp_path / "bin" / program).write_text(script)
        (tmp_path / "bin" / program).chmod(0o755)
    sessions = "\n".join(re.findall(r"```console\n.*?```", text, re.S))
    for command, shown, actual in compared(sessions, tmp_path, program=True):
        assert (command, actual) == (command, shown)
    added = [str(tmp_path / step["file"]) for step in steps if step["file"]]
    checked = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml"), *added],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout


def _change(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, (path, old)
    path.write_text(before.replace(old, new), encoding="utf-8")
