"""Who may import whom: data walks one way, and no room knows more than it needs."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

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


@cache
def modules() -> dict[Path, ast.Module]:
    """Every module with its syntax tree, read once."""
    paths = sorted(path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}


@cache
def imported(path: Path) -> tuple[str, ...]:
    """Every module that is imported anywhere in a file, inside functions too."""
    names: list[str] = []
    for node in ast.walk(modules()[path]):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return tuple(names)


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def may_import(path: Path, name: str) -> bool:
    """Whether a module of that room may import that name."""
    here, parts = room(path), name.split(".")
    if here == "reports" and name.startswith(WRITING):
        return False
    # `from netbook import __version__` is no room.
    if parts[0] != "netbook" or len(parts) == 1 or parts[1].startswith("__"):
        return True
    opens = path.name == "context.py" and name in OPENING
    return opens or parts[1] == here or parts[1] in MAY[here]


def test_a_room_imports_only_the_rooms_it_may() -> None:
    astray = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules()
        if room(path) in MAY
        for name in imported(path)
        if not may_import(path, name)
    ]
    assert astray == []


def test_heavy_libraries_are_loaded_only_where_they_are_used() -> None:
    loaded = [
        f"{path.relative_to(ROOT)} loads {name} at its start"
        for path, tree in modules().items()
        if path.parent.name != "models" and path.name not in ("ddl.py", "triggers.py", "migrate.py")
        for node in tree.body
        for name in loaded_by(node)
        if name.split(".")[0] in HEAVY
    ]
    assert loaded == []


def loaded_by(node: ast.stmt) -> list[str]:
    """The modules that a statement loads."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [str(node.module)] if isinstance(node, ast.ImportFrom) else []


def test_there_is_no_cycle() -> None:
    paths = {".".join(("netbook", *path.relative_to(ROOT).with_suffix("").parts)): path for path in modules()}
    parts = {name for name, path in paths.items() if path.name != "__init__.py"}
    # `from netbook.core import dates` names a module, `from netbook.core.dates import day` what is in it.
    graph = {
        name: ({*imported(path)} | {one.rpartition(".")[0] for one in imported(path)}) & parts - {name}
        for name, path in paths.items()
    }
    done: set[str] = set()

    def walk(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " → ".join((*above, name))
        if name not in done:
            for other in sorted(graph[name]):
                walk(other, (*above, name))
            done.add(name)

    for name in graph:
        walk(name, ())
    assert len(done) == len(paths)


def test_named_tuples_have_their_annotations_at_hand() -> None:
    """As texts they would be compiled at every start, which costs a command 2 ms."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in modules()}
    late = "from __future__ import annotations"
    assert [name for name, text in texts.items() if "(NamedTuple):" in text and late in text] == []


def test_no_class_name_stands_twice() -> None:
    """A name has one meaning: whoever searches for it finds one class. What the models state is stated there alone."""
    places: dict[str, list[str]] = {}
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(str(path.relative_to(ROOT)))
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


# They hand any number of words to another program.
ANY_NUMBER = ("git", "run")


def test_many_values_are_given_by_name() -> None:
    many = [
        f"{path.relative_to(ROOT)}:{node.lineno} {ast.unparse(node.func)}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and len(node.args) > 6
        if not ast.unparse(node.func).endswith(ANY_NUMBER)
    ]
    assert many == []
