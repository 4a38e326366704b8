"""Who may import whom: data walks one way, and no room knows more than it needs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import netbook

ROOT = Path(netbook.__file__).parent
MAY = {
    "errors": set(),
    "core": {"errors"},
    "formats": {"core", "errors"},
    "store": {"core", "errors"},
    "reports": {"core", "errors", "store"},
    "actions": {"core", "errors", "store", "formats"},
    "render": {"core", "errors", "reports", "actions"},
    "cli": {"core", "errors", "reports", "actions", "render"},
}
# What finds and opens the journal for every command.
OPENING = ("netbook.store.journal", "netbook.store.location.journal_path", "netbook.store.history")
# What only writes, and what only `actions` may call.
WRITING = (
    "netbook.store.write", "netbook.store.bulk", "netbook.store.backup.", "netbook.store.restore", "netbook.store.mend",
    "netbook.store.encrypt.",
)  # fmt: skip
HEAVY = (
    "sqlmodel", "sqlalchemy", "pydantic", "alembic", "rich", "rapidfuzz", "platformdirs", "dateutil", "phonenumbers",
)  # fmt: skip


def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)


def imported(path: Path) -> list[str]:
    """Every module that is imported anywhere in a file, inside functions too."""
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_only_the_rooms_it_may(path: Path) -> None:
    here = room(path)
    if here not in MAY:
        return
    for name in imported(path):
        parts = name.split(".")
        # `from netbook import __version__` is no room.
        if parts[0] == "netbook" and len(parts) > 1 and not parts[1].startswith("__"):
            opens = path.name == "context.py" and name in OPENING
            assert opens or parts[1] == here or parts[1] in MAY[here], f"{path.name} imports {name}"
        if here == "reports":
            assert not name.startswith(WRITING), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_libraries_are_loaded_only_where_they_are_used(path: Path) -> None:
    if path.parent.name == "models" or path.name in ("ddl.py", "triggers.py", "migrate.py"):
        return
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [str(node.module)]
        for name in names:
            assert name.split(".")[0] not in HEAVY, f"{path.name} loads {name} at its start"


def test_there_is_no_cycle() -> None:
    graph: dict[str, set[str]] = {}
    names = {".".join(("netbook", *path.relative_to(ROOT).with_suffix("").parts)): path for path in modules()}
    for name, path in names.items():
        wanted = imported(path)
        graph[name] = {
            other for other in names
            if other != name and any(one == other or one.startswith(f"{other}.") for one in wanted)
            and names[other].name != "__init__.py"
        }  # fmt: skip
    done: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " → ".join((*above, name))
        if name not in done:
            for other in sorted(graph[name]):
                walk(other, (*above, name))
            done.add(name)

    for name in graph:
        walk(name, ())
    assert len(done) == len(names)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_named_tuples_have_their_annotations_at_hand(path: Path) -> None:
    """As texts they would be compiled at every start, which costs a command 2 ms."""
    text = path.read_text(encoding="utf-8")
    assert "(NamedTuple):" not in text or "from __future__ import annotations" not in text


def test_no_class_name_stands_twice() -> None:
    """A name has one meaning: whoever searches for it finds one class. What the models state is stated there alone."""
    places: dict[str, list[str]] = {}
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


# They hand any number of words to another program.
ANY_NUMBER = ("git", "run")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_many_values_are_given_by_name(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert len(node.args) <= 6 or called.endswith(ANY_NUMBER), f"{path.name}:{node.lineno} {called}"
