"""Other programs on the same journals, those that are installed: only to know what there is to compare with."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from benchmarks.journals import TODAY
from benchmarks.processes import Case, Failed, in_turn, median

Maker = Callable[[Path, Path], dict[str, Case]]


def run(journals: dict[str, Path], scratch: Path, rounds: int) -> None:
    """Time each at every size, and say which are not there."""
    print("\npeers" + "".join(f"{size + ' ms':>12}" for size in journals), flush=True)
    for program, make in PEERS.items():
        if shutil.which(program) is None:
            print(f"{program}: not installed, skipped", flush=True)
            continue
        shown: dict[str, list[str]] = {}
        for size, path in journals.items():
            folder = scratch / f"{program}-{size}"
            folder.mkdir()
            for name, case in make(path, folder).items():
                try:
                    runs = in_turn({name: case}, 1 if size == "L" else min(rounds, 5))[name]
                    shown.setdefault(name, []).append(f"{median(runs).wall * 1e3:12.0f}")
                except Failed as failure:
                    shown.setdefault(name, []).append(f"  {failure}")
        for name, cells in shown.items():
            print(f"{name:28}" + "".join(cells), flush=True)


def _which(program: str) -> str:
    return shutil.which(program) or program


def _people(path: Path) -> list[tuple[str, str, str]]:
    """Uid, name and address of everybody."""
    with sqlite3.connect(path) as db:
        return db.execute(
            "SELECT p.uid, p.name, e.address FROM person p JOIN email e ON e.person_id = p.id ORDER BY p.id"
        ).fetchall()


def friends(path: Path, folder: Path) -> dict[str, Case]:
    """friends on its file."""
    copy = folder / "friends.md"
    shutil.copyfile(path.with_name("friends.md"), copy)
    start = [_which("friends"), "--filename", str(copy), "--quiet"]
    name = _people(path)[0][1]
    return {
        "friends list --sort recency": Case([*start, "list", "friends", "--sort", "recency"]),
        "friends add activity": Case([*start, "add", "activity", f"{TODAY}: Lunch with {name}."]),
    }


def jrnl(path: Path, folder: Path) -> dict[str, Case]:
    """jrnl with an entry a meeting."""
    with sqlite3.connect(path) as db, (folder / "journal.txt").open("w", encoding="utf-8") as file:
        for on, kind, summary in db.execute("SELECT date, kind, summary FROM meeting ORDER BY date, id"):
            file.write(f"[{on} 09:00] {kind.capitalize()}.\n{summary}\n\n")
    config = folder / "jrnl.yaml"
    config.write_text(
        "colors: {body: none, date: none, tags: none, title: none}\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\n"
        f"encrypt: false\nhighlight: false\njournals: {{default: {{journal: {folder}/journal.txt}}}}\nlinewrap: 79\n"
        "tagsymbols: '#@'\ntemplate: false\ntimeformat: '%F %R'\nversion: v4.0\n"
    )
    start = [_which("jrnl"), "--config-file", str(config)]
    return {"jrnl -10": Case([*start, "-10"]), "jrnl, an entry": Case([*start, "today:", "Lunch."])}


def khard(path: Path, folder: Path) -> dict[str, Case]:
    """khard with a card a person."""
    cards = folder / "cards"
    cards.mkdir()
    for uid, name, address in _people(path):
        first, family = name.split(" ", 1)
        lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            f"UID:{uid}",
            f"FN:{name}",
            f"N:{family};{first};;;",
            f"EMAIL:{address}",
        ]
        (cards / f"{uid}.vcf").write_text("\r\n".join([*lines, "END:VCARD", ""]), newline="")
    config = folder / "khard.conf"
    config.write_text(
        f"[addressbooks]\n[[people]]\npath = {cards}\n[general]\neditor = true\nmerge_editor = true\n"
    )
    return {"khard list": Case([_which("khard"), "--config", str(config), "list"])}


def todo(path: Path, folder: Path) -> dict[str, Case]:
    """todoman with a task a person."""
    tasks = folder / "people"
    tasks.mkdir()
    for uid, name, _ in _people(path):
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//benchmarks//", "BEGIN:VTODO", f"UID:{uid}"]
        lines += ["DTSTAMP:20261121T090000Z", f"SUMMARY:Meet {name}", "DUE;VALUE=DATE:20261121"]
        (tasks / f"{uid}.ics").write_text("\r\n".join([*lines, "END:VTODO", "END:VCALENDAR", ""]), newline="")
    config = folder / "config.py"
    config.write_text(
        f"path = '{folder}/[!.]*'\ndate_format = '%Y-%m-%d'\ndefault_list = 'people'\n"
        f"cache_path = '{folder}/.cache.sqlite3'\n"
    )
    return {"todo list": Case([_which("todo"), "--config", str(config), "list"])}


def task(path: Path, folder: Path) -> dict[str, Case]:
    """Taskwarrior with a task a person."""
    import json

    rc = folder / "taskrc"
    rc.write_text(f"data.location={folder}/data\nconfirmation=off\nnews.version=9.9.9\n")
    (folder / "data").mkdir()
    tasks = [
        {"uuid": uid, "status": "pending", "description": f"Meet {name}", "entry": "20261121T090000Z"}
        for uid, name, _ in _people(path)
    ]
    (folder / "import.json").write_text(json.dumps(tasks))
    env = {"TASKRC": str(rc)}
    in_turn({"import": Case([_which("task"), "import", str(folder / "import.json")], env)}, 1, warm=0)
    start = _which("task")
    return {"task list": Case([start, "list"], env), "task add": Case([start, "add", "Lunch"], env)}


def sqlite_utils(path: Path, folder: Path) -> dict[str, Case]:
    """sqlite-utils with the question of `due` asked of the journal itself."""
    query = """SELECT p.name, max(a.date) AS last FROM person p JOIN attendance a ON a.person_id = p.id
    WHERE a.human = 1 GROUP BY p.id ORDER BY last LIMIT 10"""
    return {"sqlite-utils query": Case([_which("sqlite-utils"), "query", str(path), query, "--csv"])}


PEERS: dict[str, Maker] = {
    "friends": friends,
    "jrnl": jrnl,
    "khard": khard,
    "todo": todo,
    "task": task,
    "sqlite-utils": sqlite_utils,
}
