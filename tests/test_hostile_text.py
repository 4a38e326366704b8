"""Text from outside is text: it never styles, moves, reorders or clears what is on a terminal.

Every free text of every table is made hostile, then every command shows what it has, as a table on terminals
wide and narrow, in pipes, as CSV and JSON, and in its answers and errors.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from netbook.cli.commands import COMMANDS
from tests.conftest import Shell
from tests.screen import on_screen

# What a name, a place or a topic can hold, and what a longer text can hold besides.
LINE = "Jo\x1b[31mRED\x1b]0;own\x07\x9b2J\x7f\b\u202eevil\u2066\u200f[/b][red]x[/red]:smile:"
WORDS = f"{LINE}\r\n\x0b\x0cnext\u2028line\u0085end"
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
OUR_INKS = re.compile(r"\x1b\[(?:0|1|2|38;5;166|38;5;30)m")

# Columns whose words are fixed or made by netbook.
OURS = {"at",
    "uid", "handle", "key", "name_key", "word", "cadence", "kind", "about", "direction", "status", "answer",
    "whose", "outcome", "thanked_how", "how", "birthday", "date", "known_since", "added_on",
}  # fmt: skip
LONGER = {"summary", "fleeting", "text", "detail", "how_met", "thanks", "repair", "reply", "because", "why",
          "parted_why", "description"}  # fmt: skip

TABLES = ["due --all", "due --within 400", "goal", "goal fair", "people", "people --parted", "show ana", "show cy",
          "show m1", "show n1", "show r1", "show p1", "show h1", "meetings", "meetings ana", "circles", "topics",
          "topics chess", "shared ana bo", "todo", "events", "prep ana", "intros", "review",
          "review --year", "find jo --all", "history --all", "duplicates",
          "trend", "trend --days", "roots", "reach", "reach WORD1",
          "backup --list"]  # fmt: skip
DATA = ["due --all", "goal", "people", "show ana", "circles", "topics", "topics chess", "shared ana bo", "todo",
        "events", "prep ana", "intros", "find jo", "history", "duplicates", "review", "trend", "trend --days", "roots",
        "reach", "meetings", "show m1", "show f1", "show p1"]  # fmt: skip
EXPORTS = ("people", "meetings", "commonalities", "topics", "notes", "favors", "followups", "events", "circles",
           "requests", "introductions", "strains")  # fmt: skip
# What no command writes in one go.
MORE = (
    "UPDATE email SET label = 'x'",
    "UPDATE phone SET label = 'x'",
    "INSERT INTO address (person_id, text, key, label, street, town, region, code, country)"
    " VALUES (1, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x')",
    "INSERT INTO farewell (circle, date) VALUES ('x', '2026-11-01')",
    "INSERT INTO farewell (tag, date) VALUES ('x', '2026-11-01')",
    "INSERT INTO job (person_id, org, department, title) VALUES (1, 'x', 'x', 'x')",
    "INSERT INTO news (person_id, what, value, found_on, source) VALUES (1, 'org', 'x', '2026-11-01', 'x')",
    "INSERT INTO not_common VALUES (1, 'x')",
    "INSERT INTO tie (a_id, b_id, word, back) VALUES (1, 2, 'x', 'x')",
    "INSERT INTO tie (a_id, name, word, back) VALUES (1, 'x', 'x', 'x')",
    "INSERT INTO plan (date, kind, place, text, planned_on, status, source)"
    " VALUES ('2026-12-01', 'lunch', 'x', 'x', '2026-11-01', 'open', 'x')",
    "INSERT INTO plan_person VALUES (1, 1)",
    "INSERT INTO thanks (person_id, date, text) VALUES (1, '2026-11-01', 'x')",
    "INSERT INTO proposal (key, source, series, date, kind, place, summary, answer)"
    " VALUES ('x', 'x', 'x', '2026-11-01', 'call', 'x', 'x', 'open')",
    "INSERT INTO setting VALUES ('region', 'x')",
)
# WORD stands for a hostile word, typed; WORD1 is what the first circle and the first organisation are called.
ANSWERS = [
    "log ana bo -m WORD", "log ana --new WORD", "log ana -e WORD --place WORD -c WORD -l WORD --gave WORD "
    "--got WORD -p WORD --they-promise WORD --fleeting WORD", "jot 'lunch with ana about WORD @WORD +WORD'",
    "add WORD --org WORD --department WORD --title WORD --place WORD --email WORD --phone WORD --url WORD "
    "--alias WORD --tag WORD --how WORD --introduced-by ana",
    "edit ana --name WORD --org WORD --tag WORD", "edit ana --no-org", "remove ana --yes",
    "likes ana WORD", "me WORD --org WORD --place WORD", "me",
    "tie ana WORD bo", "plan bo --on 2026-12-01 --place WORD -m WORD",
    "edit m1 --place WORD -m WORD --event WORD", "edit n1 --text WORD", "edit c1 --topic WORD --detail WORD",
    "edit r1 --word WORD", "remove m1 n1 f1 e1 --yes", "pause ana", "resume ana",
    "circle WORD --every 2w --describe WORD", "circle WORD1 --rename WORD", "circle WORD1 --remove --yes",
    "common ana WORD --detail WORD", "common ana chess", "topics chess --rename WORD", "topics chess --merge rowing",
    "learn ana WORD", "promise ana WORD", "done 1", "drop 1", "gave ana WORD", "got ana WORD", "thank ana",
    "thank ana WORD", "thank ji WORD", "repair bo WORD", "strain ana WORD",
    "event WORD --on today --place WORD --host WORD",
    "event fair --on 2026-11-01 --goal 3", "event fair --on 2026-11-01 --remove --yes",
    "ask ana WORD", "answer cy yes WORD", "intro ana cy --because WORD", "goodbye bo --why WORD",
    "goodbye --org WORD1", "undo", "undo --steps 3", "merge ana cy",
    "roots -o roots.html", "roots -o roots.svg", "page -o page.html",
    "import connections.csv", "import friends.md", "import connections.csv --dry-run",
]  # fmt: skip
ERRORS = [
    "WORD", "show WORD", "show ana --WORD", "log WORD", "log ana --kind WORD", "log ana --on WORD",
    "add Cy --circle WORD",
    "add Cy --every WORD", "add Cy --birthday WORD", "edit ana --handle WORD", "due --only WORD", "due --limit WORD",
    "people --sort WORD", "people --topic WORD", "topics WORD", "goal WORD", "event WORD", "done WORD", "done 7 WORD",
    "export WORD", "import WORD", "import binary --from WORD", "import binary --encoding WORD", "import binary",
    "import connections.csv --circle WORD", "--today WORD due", "--db WORD due", "circle WORD --remove --yes",
    "circle WORD1 --rename WORD2", "show j", "log j", "add ANA", "remove ana", "jot WORD",
    "strain bo WORD", "common ana ''", "export people -o WORD", "reach jo", "shared ana ana",
    "edit ana", "remove ana", "remove m1",
    "edit n1 --about WORD", "edit m1 --without WORD", "edit p1 --at WORD",
    "edit m1 --minutes WORD", "edit ana --remove-tag WORD", "show m99",
    "meetings WORD", "meetings --kind WORD", "circle WORD1 --remove", "topics chess --merge chess", "prep WORD",
    "ask WORD WORD", "answer ana yes", "answer ana yes --to WORD", "redo", "find WORD --csv --json", "goodbye WORD",
    "intro ana ana", "reach WORD --csv --json", "trend --with WORD", "trend --topic WORD",
    "roots --topic WORD", "roots -o WORD", "page -o WORD",
    "backup no/WORD", "restore WORD --yes", "backup --WORD",
]  # fmt: skip


def there(lines: list[str]) -> list[str]:
    """Those lines whose command is there."""
    return [line for line in lines if line.split()[0] in COMMANDS or line.startswith(("-", "WORD"))]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The journal of all these tests, each of which gets a copy."""
    netbook = Shell(tmp_path_factory.mktemp("made") / "netbook.db")
    for line in (
        "add Ana --circle team --org Acme --department X --title X --place X --email x@example.org --phone 1 "
        "--url https://x.example --alias Annie --tag x --how x --birthday '25 nov'",
        "add Bo --circle peers --introduced-by ana --org Acme", "add Cy", "add Jo --circle mentors", "add Ji",
        "event Fair --on 2026-11-01 --place X --host X", "event Gala --on 2026-11-24 --place X",
        "log ana bo --on 2026-11-01 --event Fair --kind event --place X -m x -c chess -l 'ana: x' --got 'ana: x' "
        "--gave 'ana: x' -p 'ana: x by 2026-11-20' --they-promise 'ana: x by 2026-11-20' --fleeting x",
        "log ana bo --on 2026-10-01 --kind video -m x", "common ana rowing", "common bo rowing", "common cy chess",
        "strain bo x --on 2026-11-10", "common bo climbing", "got bo x --on '2 nov'", "promise bo x",
        "add Zed --email z@example.org", "add Zed --namesake --email z@example.org",
        "strain cy x", "repair cy x", "got cy x", "thank cy x",
    ):  # fmt: skip
        netbook.ok(line)
    netbook.sql(
        "INSERT INTO request (person_id, text, asked_on, answer) SELECT id, 'x', '2026-11-01', 'pending' "
        "FROM person WHERE handle = 'cy'"
    )
    netbook.sql(
        "INSERT INTO introduction (a_id, b_id, date, outcome, because) VALUES (1, 3, '2026-11-01', 'made', 'x')"
    )
    netbook.sql("UPDATE person SET parted_on = '2026-11-01', parted_why = 'x' WHERE handle = 'ji'")
    netbook.sql("INSERT INTO farewell (org, date, why) VALUES ('Acme', '2026-11-01', 'x')")
    netbook.sql("INSERT INTO carried (person_id, line) SELECT min(id), 'x' FROM person")
    for statement in MORE:
        netbook.sql(statement)
    for table, column in texts(netbook):
        text = WORDS if column in LONGER else LINE
        # Tables without a rowid have one row of words here.
        own = "" if table in ("setting", "not_common") else " || rowid"
        netbook.sql(f'UPDATE {table} SET "{column}" = ?{own} WHERE "{column}" IS NOT NULL', text)
    return netbook.db


@pytest.fixture
def hostile(netbook: Shell, made: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A journal with a row in every table; every free text of it is hostile. Files to import lie beside it."""
    folder = netbook.db.parent
    folder.mkdir()
    shutil.copyfile(made, netbook.db)
    (folder / "connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On,Zodiac\n"
        f'"{WORDS}",Lind,https://x.example/{LINE},"{LINE}@example.org","{WORDS}","{WORDS}",03 Mar 2024,"{WORDS}"\n'
        f'Jo,Lind,,,"{WORDS}",,{LINE},\n'
    )
    (folder / "friends.md").write_text(
        f"### Activities:\n- 2026-10-03: Coffee with **Uma {LINE}** at _{LINE}_. @{LINE}\n- {LINE}: x\n\n"
        f"### Friends:\n- Uma {LINE} (a.k.a. {LINE}) [{LINE}] @{LINE}\n"
    )
    (folder / LINE).mkdir(parents=True)
    (folder / "binary").write_bytes(LINE.encode() + b"\x00\xff\xfe")
    monkeypatch.chdir(folder)
    return netbook


def texts(netbook: Shell) -> list[tuple[str, str]]:
    """Every table and column that holds a free text."""
    results = [
        (table, column)
        for (table,) in netbook.sql("SELECT name FROM sqlite_schema WHERE type = 'table'")
        for _, column, kind, *_ in netbook.sql(f"PRAGMA table_info({table})")
        if kind == "TEXT" and column not in OURS and not column.endswith(("_on", "_until", "since"))
    ]
    ours = ("farewell_person", "change", "search", "sqlite_", "numbering", "synced")
    # What kind of news it is.
    return [pair for pair in results if not pair[0].startswith(ours) and pair != ("news", "what")]


def typed(line: str) -> str:
    """The line with hostile words in it."""
    return line.replace("--WORD", shlex.quote(f"--{LINE}")).replace("WORD", shlex.quote(LINE))


def harmless(text: str) -> bool:
    return not STEERING.search(OUR_INKS.sub("", text))


def test_the_journal_is_hostile_in_every_free_text(hostile: Shell) -> None:
    checked = 0
    for table, column in texts(hostile):
        for (value,) in hostile.sql(f'SELECT "{column}" FROM {table} WHERE "{column}" IS NOT NULL'):
            assert value.startswith(LINE), (table, column)
            checked += 1
    empty = {table for table, _ in texts(hostile) if not hostile.sql(f"SELECT 1 FROM {table}")}
    assert not empty
    assert checked > 50


# Tested with what they are about.
ELSEWHERE = {"sort", "sync", "confirm", "query"} & set(COMMANDS)


def test_every_command_is_among_the_cases() -> None:
    shown = {shlex.split(line)[0] for line in (*TABLES, *DATA, *ANSWERS)}
    # An export is data, a demo has a journal of its own, redo follows undo, and the others only speak of files.
    assert set(COMMANDS) - shown == {
        "export", "demo", "redo", "doctor", "restore", "encrypt", "decrypt", *ELSEWHERE,
    }  # fmt: skip


def test_doing_again_what_was_undone(hostile: Shell) -> None:
    hostile.ok("undo")
    answer = hostile.ok("redo")
    assert answer.startswith("Done again")
    assert harmless(answer)


@pytest.mark.parametrize("columns", [30, 80, 300])
@pytest.mark.parametrize("line", there(TABLES))
def test_a_screen(hostile: Shell, line: str, columns: int) -> None:
    status, answer = on_screen(hostile, typed(line), columns)
    assert status == 0
    assert answer
    assert harmless(answer), answer


@pytest.mark.parametrize("line", there(TABLES))
def test_a_pipe(hostile: Shell, line: str) -> None:
    answer = hostile.ok(typed(line))
    assert harmless(answer)
    assert "\x1b" not in answer


@pytest.mark.parametrize("line", ["people", "show ana", "due --all", "todo", "topics", "events", "circles"])
def test_what_was_hostile_can_be_read(hostile: Shell, line: str) -> None:
    assert (
        "Jo\\x1b[31mRED\\x1b]0;own\\x07\\x9b2J\\x7f\\x08\\u202eevil\\u2066\\u200f[/b][red]x[/red]:smile:"
        in hostile.ok(line)
    )


@pytest.mark.parametrize("line", there(DATA))
def test_json_keeps_the_text_as_it_is(hostile: Shell, line: str) -> None:
    results = json.dumps(hostile(f"{line} --json").json, ensure_ascii=False)
    assert json.dumps(LINE, ensure_ascii=False).strip('"') in results or line in (
        "trend",
        "trend --days",
        "review",
    )


@pytest.mark.parametrize("what", EXPORTS)
def test_exports_keep_the_text_as_it_is(hostile: Shell, what: str) -> None:
    answer = hostile(f"export {what} --csv")
    cells = [cell for row in answer.rows for cell in row.values()]
    texts_there = [value for row in hostile(f"export {what} --json").json for value in row.values()]
    flat = [text for value in texts_there for text in (value if isinstance(value, list) else [value])]
    assert any(cell.startswith(LINE) for cell in cells)
    for text in flat:
        if isinstance(text, str) and text.startswith("Jo"):
            assert text.startswith((LINE, WORDS)), text
            assert any(text in cell for cell in cells), text


@pytest.mark.parametrize("line", there(ANSWERS))
def test_an_answer(hostile: Shell, line: str) -> None:
    answer = hostile(typed(line))
    assert answer.status in (0, 1), answer
    assert harmless(answer.out), answer.out
    assert harmless(answer.err), answer.err
    if answer.status:
        assert answer.err.count("\n") == 1, answer.err


@pytest.mark.parametrize("line", there(ANSWERS))
def test_an_answer_on_a_screen(hostile: Shell, line: str) -> None:
    _, answer = on_screen(hostile, typed(line), 80)
    assert harmless(answer), answer


@pytest.mark.parametrize("line", there(ERRORS))
def test_an_error(hostile: Shell, line: str) -> None:
    status = hostile(typed(line)).status
    assert status in (1, 2, 3)
    assert harmless(hostile.fails(typed(line), status))
