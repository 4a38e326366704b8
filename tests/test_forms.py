"""Forms in the editor: `edit` without options and `log --edit`, with a script in the editor's place."""

from __future__ import annotations

import errno
import os
import re
import shlex
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Shell, built_once
from tests.terminal import CTRL_C, Terminal

Editor = Callable[[str], None]

# What every editor of these tests begins with: the file it is given, and what is there.
BEGIN = """
import os, re, stat, sys
from pathlib import Path
path = Path(sys.argv[-1])
text = path.read_text("utf-8")
(Path(__file__).parent / "seen.txt").write_text(text, "utf-8")
def put(key, *texts):
    "Write these in the place of a field's lines."
    global text
    lines = "\\n".join(f"{key}: {said}" for said in texts) or f"{key}:"
    new = re.sub(rf"^{key}:.*(\\n {{4}}.*)*(\\n{key}:.*)*", lambda _: lines, text, flags=re.MULTILINE)
    assert new != text, f"no {key} in the form"
    text = new
def save():
    path.write_text(text, "utf-8")
"""


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where drafts go."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "an editor.py"


@pytest.fixture
def editor(netbook: Shell, script: Path, drafts: Path) -> Editor:
    """Sets the user's editor to one that does this."""

    def does(code: str) -> None:
        script.write_text(f"{BEGIN}\n{code}\n", "utf-8")
        netbook.env["EDITOR"] = shlex.join([sys.executable, str(script)])

    return does


@pytest.fixture
@built_once
def ana(netbook: Shell) -> Shell:
    netbook.ok("add 'Bo Lind'")
    netbook.ok(
        "add 'Ana Ruiz' --circle peers --every 2w --org Acme --department Research --title Engineer "
        "--place Porto --email ana@example.org --email ruiz@example.org --phone '+351 555 0100' "
        "--url https://ana.example --birthday=--11-25 --alias Anita --tag chess --tag climbing "
        "--how 'at a talk\n# on queues: long' --introduced-by bo --known-since 2020-05-01"
    )
    return netbook


def seen(script: Path) -> str:
    return (script.parent / "seen.txt").read_text("utf-8")


def fields(form: str) -> list[str]:
    """A form without its comments and blank lines."""
    return [line for line in form.splitlines() if line.strip() and not line.startswith("#")]


def kept(drafts: Path, error: str) -> str:
    """The draft that an error names; it is the only one, and its owner's alone."""
    results = re.search(r"what you wrote is kept in (\S+)$", error, re.MULTILINE)
    assert results, error
    path = Path(results[1])
    assert [path] == [file for file in drafts.rglob("*") if file.is_file()]
    assert (stat.S_IMODE(path.parent.stat().st_mode), stat.S_IMODE(path.stat().st_mode)) == (0o700, 0o600)
    return path.read_text("utf-8")


def facts(output: str) -> list[str]:
    """The lines of an answer, without the spaces that align them."""
    return [" ".join(line.split()) for line in output.splitlines()]


def record(netbook: Shell, who: str = "ana-ruiz") -> dict[str, object]:
    answer = netbook(f"show {who} --json")
    assert answer.status == 0, answer
    results: dict[str, object] = answer.json
    return results


def test_everything_about_somebody_stands_in_the_form(
    ana: Shell, editor: Editor, script: Path, drafts: Path
) -> None:
    editor("")
    before = ana.dump()
    answer = ana("edit ana")
    assert (answer.status, answer.out, answer.err) == (0, "", "netbook: nothing changed\n")
    assert fields(seen(script)) == [
        "name: Ana Ruiz", "handle: ana-ruiz", "circle: peers", "every: 2w", "org: Acme",
        "department: Research", "title: Engineer", "place: Porto", "email: ana@example.org",
        "email: ruiz@example.org",
        "phone: +351 555 0100", "url: https://ana.example", "birthday: --11-25",
        "alias: Anita", "tag: chess", "tag: climbing", "how: at a talk", "    # on queues: long",
        "introduced-by: bo-lind", "known-since: 2020-05-01",
    ]  # fmt: skip
    assert "What the journal says about Ana Ruiz." in seen(script)
    assert "# One of team, peers, mentors, customers, community." in seen(script)
    assert ana.dump() == before
    assert not list(drafts.iterdir())


def test_what_is_not_known_is_there_to_be_filled_in(ana: Shell, editor: Editor, script: Path) -> None:
    editor("")
    ana("edit bo")
    assert fields(seen(script)) == [
        "name: Bo Lind", "handle: bo-lind", "circle:", "every:", "org:", "department:", "title:", "place:",
        "email:", "phone:", "url:", "birthday:", "alias:", "tag:", "how:", "introduced-by:", "known-since:",
    ]  # fmt: skip


EDITS: list[tuple[str, dict[str, object], list[str]]] = [
    (
        "put('name', 'Ana Ruiz Vega')",
        {"name": "Ana Ruiz Vega", "aliases": ["Anita", "Ana Ruiz"]},
        ["name Ana Ruiz Vega"],
    ),
    ("put('org', 'Globex: a firm')", {"org": "Globex: a firm"}, ["org Globex: a firm"]),
    ("put('org')", {"org": None}, ["org none"]),
    ("text = text.replace('org: Acme\\n', '')", {"org": None}, ["org none"]),
    ("put('circle', 'Team')", {"circle": "team"}, ["circle team"]),
    ("put('circle')", {"circle": None}, ["circle none"]),
    ("put('every')", {"cadence": "1m"}, ["every none"]),
    ("put('every', 'quarterly')", {"cadence": "3m"}, ["every 3m"]),
    (
        "put('email', 'a@example.org', 'b@example.org')",
        {"emails": ["a@example.org", "b@example.org"]},
        ["emails a@example.org, b@example.org"],
    ),
    ("put('email', 'ruiz@example.org')", {"emails": ["ruiz@example.org"]}, ["emails ruiz@example.org"]),
    ("put('email')", {"emails": []}, ["emails none"]),
    ("put('tag', 'chess', 'go')", {"tags": ["chess", "go"]}, ["tags chess, go"]),
    ("put('alias', 'Nita')", {"aliases": ["Nita"]}, ["aliases Nita"]),
    ("put('phone')", {"phones": []}, ["phones none"]),
    ("put('url', 'https://b.example')", {"urls": ["https://b.example"]}, ["urls https://b.example"]),
    ("put('birthday', '25 nov 1976')", {"birthday": "1976-11-25"}, ["birthday 1976-11-25"]),
    ("put('known-since', '2 weeks ago')", {"known_since": "2026-11-07"}, ["known since 2026-11-07"]),
    ("put('how', 'a\\n    \\n    # b: c')", {"how_met": "a\n\n# b: c"}, ["how a # b: c"]),
    ("put('introduced-by')", {"introduced_by": None, "introducer": None}, ["introduced by none"]),
    (
        "put('org', 'Globex'); put('place'); put('department', 'Sales')",
        {"org": "Globex", "place": None, "department": "Sales"},
        ["org Globex", "department Sales", "place none"],
    ),
]


# What a change brings with it: another due date, the former employer as history.
FOLLOWS = ("due_on", "jobs")


@pytest.mark.parametrize(("code", "changed", "what"), EDITS)
def test_what_was_changed_in_the_form_changes(
    ana: Shell, editor: Editor, drafts: Path, code: str, changed: dict[str, object], what: list[str]
) -> None:
    before = record(ana)
    editor(f"{code}; save()")
    answer = ana.ok("edit ana")
    after = record(ana)
    assert {
        key: value for key, value in after.items() if before[key] != value and key not in FOLLOWS
    } == changed
    assert facts(answer) == [f"Changed: {after['name']} (ana-ruiz)", *what]
    assert not list(drafts.iterdir())


def test_a_new_name_and_a_new_handle_at_once(ana: Shell, editor: Editor) -> None:
    editor("put('name', 'Anna Vega'); put('handle', 'vega'); put('org', 'Globex'); save()")
    assert facts(ana.ok("edit ana"))[0] == "Changed: Anna Vega (vega)"
    assert record(ana, "vega")["org"] == "Globex"


@pytest.mark.parametrize(
    "code",
    [
        "save()",
        "text = ''; save()",
        "text = '# nothing\\n\\n'; save()",
        "text = 'name:\\norg:\\n'; save()",
        "path.unlink()",
        "text = text + '\\n\\n# a remark of mine'; save()",
        "text = text.replace('org: Acme', 'ORG:Acme   '); save()",
        "path.write_bytes(b'\\xef\\xbb\\xbf' + text.replace('\\n', '\\r\\n').encode())",
    ],
)
def test_a_form_that_says_the_same_or_nothing(ana: Shell, editor: Editor, drafts: Path, code: str) -> None:
    editor(code)
    before = ana.dump()
    answer = ana("edit ana")
    assert (answer.status, answer.out, answer.err) == (0, "", "netbook: nothing changed\n")
    assert ana.dump() == before
    assert not list(drafts.iterdir())


# What is saved, the line that is wrong, the exit status and what is said.
BAD = [
    (
        "put('org', 'Globex\\nplcae: Porto')",
        "plcae: Porto",
        2,
        'no field is called "plcae"; did you mean place?',
    ),
    ("put('org', 'Globex\\nand so on')", "and so on", 2, '"and so on" is not a field;'),
    ("put('org', 'Globex\\norg: Acme')", "org: Acme", 2, "org appears twice"),
    (
        "put('org', 'Globex\\n    and so on')",
        "    and so on",
        2,
        '"and so on" is indented, but org takes one line',
    ),
    ("put('org', 'Globex'); put('every', 'often')", "every: often", 2, 'cannot read the cadence "often"'),
    (
        "put('org', 'Globex'); put('circle', 'pears')",
        "circle: pears",
        1,
        'no circle is called "pears"; did you',
    ),
    ("put('birthday', '30 feb')", "birthday: 30 feb", 2, 'there is no such day as "30 feb"'),
    (
        "put('known-since', 'tomorrow')",
        "known-since: tomorrow",
        2,
        '"tomorrow" is 2026-11-22, which is still to',
    ),
    (
        "put('introduced-by', 'Ana Ruiz')",
        "introduced-by: Ana Ruiz",
        1,
        "Ana Ruiz cannot introduce themselves",
    ),
    ("put('introduced-by', 'nobody')", "introduced-by: nobody", 1, 'nobody is called "nobody"'),
    (
        "put('email', 'a@example.org', 'x' * 201)",
        f"email: {'x' * 201}",
        2,
        "an e-mail address can have at most 200",
    ),
    ("put('handle', 'bo-lind')", "handle: bo-lind", 1, "the handle bo-lind is Bo Lind's"),
    ("put('handle', 'Not One')", "handle: Not One", 2, '"Not One" cannot be a handle'),
    (
        "put('org', 'Globex'); put('name')",
        None,
        2,
        'name cannot be left empty; write the line "name: …" again',
    ),
    ("text = 'org: Globex\\n'", None, 2, "name cannot be left empty"),
]


def where(line: str | None, form: str) -> str:
    return f"line {form.splitlines().index(line) + 1}: " if line else ""


@pytest.mark.parametrize(("code", "line", "status", "says"), BAD)
def test_a_bad_form_changes_nothing_and_is_kept(
    ana: Shell, editor: Editor, drafts: Path, code: str, line: str | None, status: int, says: str
) -> None:
    editor(f"{code}; save(); (Path(__file__).parent / 'left.txt').write_text(text, 'utf-8')")
    error = ana.fails("edit ana", status)
    form = kept(drafts, error)
    assert form == (drafts.parent / "left.txt").read_text("utf-8")
    assert error.startswith(where(line, form) + says)


def test_a_form_saved_in_another_encoding_is_kept(ana: Shell, editor: Editor, drafts: Path) -> None:
    editor("path.write_bytes(text.replace('Acme', 'Caf\\u00e9').encode('latin-1'))")
    error = ana.fails("edit ana", 1)
    assert error.startswith(
        "the form for your editor: it was not saved as UTF-8; nothing was changed; what you wrote"
    )
    assert len([file for file in drafts.rglob("*") if file.is_file()]) == 1


def test_whoever_was_removed_meanwhile_is_not_changed(ana: Shell, editor: Editor, drafts: Path) -> None:
    remove = [sys.executable, "-m", "netbook", "remove", "ana-ruiz", "--yes"]
    editor(
        f"import subprocess; subprocess.run({remove!r}, check=True, stdout=-3); put('org', 'Globex'); save()"
    )
    answer = ana("edit ana")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith('netbook: nobody is called "ana-ruiz"')
    assert "org: Globex" in kept(drafts, answer.err)


def test_what_was_changed_meanwhile_stays(ana: Shell, editor: Editor) -> None:
    change = [sys.executable, "-m", "netbook", "edit", "ana-ruiz", "--place", "Braga"]
    editor(
        f"import subprocess; subprocess.run({change!r}, check=True, stdout=-3); put('org', 'Globex'); save()"
    )
    ana.ok("edit ana")
    after = record(ana)
    assert (after["org"], after["place"]) == ("Globex", "Braga")


def test_an_address_that_somebody_has_is_told(ana: Shell, editor: Editor) -> None:
    editor("put('email', 'ruiz@example.org'); save()")
    assert facts(ana.ok("edit bo")) == [
        "Changed: Bo Lind (bo-lind)",
        "emails ruiz@example.org",
        "same address Ana Ruiz (ana-ruiz); if they are one: netbook merge ana-ruiz bo-lind",
    ]


def test_nobody_to_edit(ana: Shell, editor: Editor, script: Path) -> None:
    editor("save()")
    assert ana.fails("edit nobody", 1).startswith('nobody is called "nobody"')
    assert not (script.parent / "seen.txt").exists()


# The editor itself


def test_the_draft_is_private_whatever_the_umask(
    ana: Shell, editor: Editor, script: Path, drafts: Path
) -> None:
    editor(
        "modes = [oct(stat.S_IMODE(one.stat().st_mode)) for one in (path.parent, path)]\n"
        "(Path(__file__).parent / 'seen.txt').write_text(f'{modes} {sys.argv[1:]}')\n"
        "put('every', 'often'); path.unlink(); os.umask(0); save(); path.with_suffix('.bak').touch()"
    )
    before = os.umask(0)
    try:
        error = ana.fails("edit ana", 2)
    finally:
        os.umask(before)
    (draft,) = drafts.glob("*/form.txt")
    assert seen(script) == f"['0o700', '0o600'] ['{draft}']"
    assert error.endswith(f"kept in {draft}")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    # The path is all that other users can see of it.
    assert not re.search("ana|ruiz", str(draft.relative_to(drafts)), re.IGNORECASE)


def test_visual_comes_before_editor_and_may_have_arguments(ana: Shell, editor: Editor, script: Path) -> None:
    editor("(Path(__file__).parent / 'seen.txt').write_text(str(sys.argv[1:-1]))")
    ana.env["VISUAL"] = f"{ana.env['EDITOR']} --wait 'two words'"
    ana.env["EDITOR"] = "/nowhere/editor"
    ana("edit ana")
    assert seen(script) == "['--wait', 'two words']"
    ana.env["VISUAL"] = " "
    assert ana.fails("edit ana", 1).startswith("the editor /nowhere/editor cannot be started (no such file")


FAILING = [
    (
        {"EDITOR": "/nowhere/editor --wait"},
        1,
        "the editor /nowhere/editor --wait cannot be started (no such file",
    ),
    ({"EDITOR": "/"}, 1, "the editor / cannot be started (permission denied); nothing was changed"),
    ({"EDITOR": "false"}, 1, "the editor false ended with status 1; nothing was changed"),
    (
        {"EDITOR": "sh -c 'kill -9 $$'"},
        1,
        "the editor sh -c 'kill -9 $$' was ended by signal 9; nothing was changed",
    ),
    ({"EDITOR": "'unclosed"}, 2, "EDITOR is 'unclosed, where a quote is not closed"),
    ({"VISUAL": '"'}, 2, 'VISUAL is ", where a quote is not closed'),
    ({}, 2, "no editor to open; name yours in EDITOR, as in EDITOR=nano"),
    ({"EDITOR": "", "VISUAL": ""}, 2, "no editor to open"),
]


@pytest.mark.parametrize(("env", "status", "says"), FAILING)
@pytest.mark.parametrize("line", ["edit ana", "log --edit", "log bo --edit"])
def test_an_editor_that_fails(
    ana: Shell, drafts: Path, line: str, env: dict[str, str], status: int, says: str
) -> None:
    ana.env.update(env)
    error = ana.fails(line, status)
    assert error.startswith(says)
    assert "kept" not in error
    assert not list(drafts.iterdir())


def test_an_editor_that_fails_after_saving(ana: Shell, editor: Editor, drafts: Path) -> None:
    editor("put('org', 'Globex'); save(); sys.exit(3)")
    error = ana.fails("edit ana", 1)
    assert "ended with status 3; nothing was changed; what you wrote is kept in " in error
    assert "org: Globex" in kept(drafts, error)


def test_no_room_for_the_draft(ana: Shell, editor: Editor, drafts: Path) -> None:
    editor("save()")
    drafts.rmdir()
    assert (
        ana.fails("edit ana", 1) == "the form for your editor: no such file or directory; nothing was changed"
    )


# Logging


def test_an_empty_form_of_a_meeting(ana: Shell, editor: Editor, script: Path) -> None:
    editor("")
    answer = ana("log --edit")
    assert (answer.status, answer.out, answer.err) == (0, "", "netbook: nothing logged\n")
    assert fields(seen(script)) == [
        "who:", "new:", "namesake:", "circle:", "every:", "kind:", "on:", "minutes:", "place:", "event:", "common:",
        "learned:",        "gave:", "got:", "promise:", "they-promise:", "fleeting:", "summary:",
    ]  # fmt: skip


@pytest.mark.parametrize("at", ["mkdtemp", "fdopen"])
def test_a_full_disk_is_the_disks_affair(
    ana: Shell, editor: Editor, drafts: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile if at == "mkdtemp" else os, at, full)
    monkeypatch.setenv("EDITOR", "true")
    error = ana.fails("edit ana", 3)
    assert "no space left on device; nothing was changed, make room or" in error
    assert not list(drafts.iterdir())


def test_a_meeting_written_in_the_form(ana: Shell, editor: Editor, drafts: Path) -> None:
    editor(
        "put('who', 'ana', 'bo'); put('new', 'Raj Patel (Acme)'); put('kind', 'lunch')\n"
        "put('on', 'yesterday'); put('minutes', 50); put('place', 'Café'); put('event', 'Harbour Meetup')\n"
        "put('common', 'climbing', 'bo: rowing')\n"
        "put('learned', 'bo: family: a son\\n    # and a daughter')\n"
        "put('gave', 'ana: a book'); put('got', 'bo: lunch'); put('promise', 'ana: slides by friday')\n"
        "put('they-promise', 'bo: an answer'); put('fleeting', 'the waiter: a poet')\n"
        "text += 'One: two.\\n\\n# three\\nname: four\\n'; save()"
    )
    answer = ana("log --edit --json")
    assert (answer.status, answer.err) == (0, "")
    logged = answer.json
    assert (logged["date"], logged["kind"], logged["minutes"], logged["place"]) == (
        "2026-11-20",
        "lunch",
        50,
        "Café",
    )
    assert [person["name"] for person in logged["people"]] == ["Ana Ruiz", "Bo Lind", "Raj Patel"]
    assert logged["event"]["name"] == "Harbour Meetup"
    assert [(one["topic"], len(one["people"])) for one in logged["common"]] == [
        ("climbing", 3),
        ("rowing", 1),
    ]
    assert [(one["person"], one["about"], one["text"]) for one in logged["learned"]] == [
        ("Bo Lind", "family", "a son\n# and a daughter")
    ]
    assert [(one["direction"], one["text"]) for one in logged["favors"]] == [
        ("gave", "a book"),
        ("got", "lunch"),
    ]
    assert [(one["whose"], one["text"]) for one in logged["promised"]] == [
        ("mine", "slides"),
        ("theirs", "an answer"),
    ]
    assert (logged["fleeting"], logged["summary"]) == (
        "the waiter: a poet",
        "One: two.\n\n# three\nname: four",
    )
    assert not list(drafts.iterdir())


def test_what_was_said_stands_in_the_form(ana: Shell, editor: Editor, script: Path) -> None:
    editor("save()")
    line = (
        "log ana bo -n 'Raj Patel' --namesake -k call -d yesterday --minutes 15 --place 'at\nhome' -e Meetup "
        "-c chess -c go -l 'bo: a\n\n#b' --gave 'bo: x' --got 'bo: y' -p 'bo: z' --they-promise 'bo: q' "
        "--fleeting f -m '#1\n2:'"
    )
    logged = ana.ok(f"{line} --edit")
    assert fields(seen(script)) == [
        "who: ana", "who: bo", "new: Raj Patel", "namesake: yes", "circle:", "every:", "kind: call", "on: yesterday",
        "minutes: 15", "place: at home", "event: Meetup", "common: chess", "common: go", "learned: bo: a",
        "    #b", "gave: bo: x", "got: bo: y", "promise: bo: z", "they-promise: bo: q", "fleeting: f",
        "summary:", "2:",
    ]  # fmt: skip
    # What is there when it is saved is logged, as it would have been without the editor.
    written = ana.sql("SELECT * FROM note"), ana.sql("SELECT summary, place, fleeting FROM meeting")
    assert written[0][0][4] == "a\n\n#b"
    assert written[1] == [("#1\n2:", "at home", "f")]
    assert logged.startswith(
        "Logged: call on Friday 20 November with Ana Ruiz, Bo Lind and Raj Patel, at Meetup"
    )


@pytest.mark.parametrize(
    "code",
    [
        "text = ''",
        "text = '# a\\n\\n'",
        "put('who'); put('kind')",
        "put('who'); put('kind', ''); put('namesake', 'yes')",
    ],
)
def test_a_meeting_emptied_of_everything(ana: Shell, editor: Editor, drafts: Path, code: str) -> None:
    editor(f"{code}; save()")
    before = ana.dump()
    answer = ana("log bo -k call --edit")
    assert (answer.status, answer.out, answer.err) == (0, "", "netbook: nothing logged\n")
    assert ana.dump() == before
    assert not list(drafts.iterdir())


BAD_MEETINGS = [
    ("put('who', 'nobody')", None, 1, 'nobody is called "nobody"'),
    ("put('who', 'bo'); put('kind', 'lnch')", None, 2, 'unknown kind "lnch"; did you mean lunch?'),
    ("put('who', 'bo'); put('on', 'tomorrow')", None, 2, '"tomorrow" is 2026-11-22, which is still to come'),
    ("put('kind', 'lunch')", None, 2, "say who was there:"),
    ("put('new', 'Bo Lind')", None, 1, '"Bo Lind" is already in the journal'),
    (
        "put('minutes', 'ages')",
        "minutes: ages",
        2,
        'cannot read the minutes "ages"; write 90',
    ),
    ("put('minutes', '0')", "minutes: 0", 2, 'cannot read the minutes "0"'),
    ("put('namesake', 'perhaps')", "namesake: perhaps", 2, 'namesake is yes or no, not "perhaps"'),
    (
        "put('got', 'x\\nthey promised: y')",
        "they promised: y",
        2,
        'no field is called "they promised"; did you mean',
    ),
]


@pytest.mark.parametrize(("code", "line", "status", "says"), BAD_MEETINGS)
def test_a_bad_meeting_is_not_logged_and_kept(
    ana: Shell, editor: Editor, drafts: Path, code: str, line: str | None, status: int, says: str
) -> None:
    editor(f"{code}; text += 'a long summary'; save()")
    error = ana.fails("log --edit", status)
    form = kept(drafts, error)
    assert form.endswith("a long summary")
    assert error.startswith(where(line, form) + says)


def test_a_namesake_in_the_form(ana: Shell, editor: Editor) -> None:
    editor("put('new', 'Bo Lind'); put('namesake', 'Yes'); save()")
    assert "Bo Lind (bo-lind-2)" in ana.ok("log --edit")


# On a terminal


def test_a_form_can_be_opened_again(ana: Shell, editor: Editor, drafts: Path) -> None:
    editor("put('every', '3m') if 'every: often' in text else put('every', 'often'); save()")
    with Terminal(ana, "edit ana", TMPDIR=str(drafts)) as terminal:
        terminal.expect(': cannot read the cadence "often"')
        terminal.answer("Open it again? (Enter: yes, n: no) ")
        assert facts(terminal.ends(0)) == ["", "Changed: Ana Ruiz (ana-ruiz)", "every 3m"]
    assert not list(drafts.iterdir())


def test_a_form_that_is_not_opened_again_is_kept(ana: Shell, editor: Editor, drafts: Path) -> None:
    editor("put('who', 'nobody'); save()")
    with Terminal(ana, "log --edit", TMPDIR=str(drafts)) as terminal:
        terminal.expect('netbook: nobody is called "nobody"')
        terminal.answer("Open it again? (Enter: yes, n: no) ", "n")
        answer = terminal.ends(1)
    assert answer.startswith("n\nnetbook: nothing was changed; what you wrote is kept in ")
    assert "who: nobody\n" in kept(drafts, answer)


def test_which_of_several_is_asked_after_the_form_too(ana: Shell, editor: Editor, drafts: Path) -> None:
    ana.ok("add 'Ana Silva'")
    editor("put('who', 'ana'); save()")
    with Terminal(ana, "log --edit", TMPDIR=str(drafts)) as terminal:
        terminal.answer("Which one? (1 to 2, Enter: nobody) ", "2")
        assert "with Ana Silva\n" in terminal.ends(0)
    before = ana.dump()
    with Terminal(ana, "log --edit", TMPDIR=str(drafts)) as terminal:
        terminal.expect("Which one? (1 to 2, Enter: nobody) ")
        terminal.stop(CTRL_C)
        answer = terminal.ends(130)
    assert "who: ana\n" in kept(drafts, answer)
    assert answer.endswith("netbook: stopped; nothing was changed\n")
    assert ana.dump() == before


def test_on_a_terminal_a_usual_editor_is_found(
    ana: Shell, editor: Editor, tmp_path: Path, drafts: Path
) -> None:
    editor("put('org', 'Globex'); save()")
    vi = tmp_path / "bin" / "vi"
    vi.parent.mkdir()
    vi.write_text(f'#!/bin/sh\n{ana.env.pop("EDITOR")} "$@"\n')
    vi.chmod(0o700)
    with Terminal(ana, "edit ana", PATH=str(vi.parent), TMPDIR=str(drafts)) as terminal:
        assert facts(terminal.ends(0)) == ["Changed: Ana Ruiz (ana-ruiz)", "org Globex"]
    with Terminal(ana, "edit ana", PATH=str(drafts), TMPDIR=str(drafts)) as terminal:
        assert terminal.ends(2).startswith("netbook: no editor to open;")


def test_a_plain_log_loads_none_of_this(ana: Shell) -> None:
    import subprocess

    probe = (
        "import sys\nfrom netbook.cli.main import main\nmain(['log', 'bo'])\n"
        "print(*(name for name in sys.modules if name.startswith('netbook.') or name == 'readline'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        env={**os.environ, **ana.environment()},
        check=True,
        capture_output=True,
        text=True,
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "netbook.actions.log" in loaded
    unwanted = {
        "netbook.cli.guided",
        "netbook.cli.editor",
        "netbook.cli.completion.tab",
        "netbook.actions.forms",
    }
    assert not loaded & {*unwanted, "netbook.formats.form", "readline"}
