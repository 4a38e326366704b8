"""Generate SQL from the models: tables with their checks, indexes, and triggers.

`python -m netbook.store.ddl` writes `schema.sql`, which a new journal is made from, and `core/tables.py`.
"""

import types
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlmodel import SQLModel

from netbook.store import triggers
from netbook.store.models import BY_TABLE, MODELS
from netbook.store.models.columns import IN_SQL
from netbook.store.models.facts import Model


def _inner(annotation: Any) -> Any:
    """The type of a column, whether or not it may be empty."""
    if get_origin(annotation) in (Union, types.UnionType):
        return next(part for part in get_args(annotation) if part is not types.NoneType)
    return annotation


def _rules(name: str, field: Any) -> list[str]:
    """What a column's field asks of it, as SQL; an empty (NULL) cell passes every check."""
    kind, column = _inner(field.annotation), f'"{name}"'
    metadata = [*field.metadata, *getattr(kind, "__metadata__", ())]
    nested = [part for item in metadata for part in (item, *getattr(item, "metadata", ()))]
    kind = getattr(kind, "__origin__", kind) if hasattr(kind, "__metadata__") else kind
    rules = []
    if get_origin(kind) is Literal:
        rules.append(f"{column} IN ({', '.join(repr(word) for word in get_args(kind))})")
    if kind is date:
        # Without a modifier SQLite takes 30 February for a day; without IS what is no day at all would pass.
        rules.append(f"{column} IS date({column}, '+0 days')")
    for part in nested:
        match part:
            case MinLen(min_length=least):
                rules.append(f"length({column}) >= {least}")
            case MaxLen(max_length=most):
                rules.append(f"length({column}) <= {most}")
            case Gt(gt=least):
                rules.append(f"{column} > {least}")
            case Ge(ge=least):
                rules.append(f"{column} >= {_limit(least)}")
            case Le(le=most):
                rules.append(f"{column} <= {_limit(most)}")
        if (pattern := getattr(part, "pattern", None)) is not None:
            rules.append(f"({IN_SQL[pattern].format(column)})")
    return rules


def _limit(limit: Any) -> str:
    return f"'{limit}'" if isinstance(limit, date) else str(limit)


def checks(model: type[Model]) -> list[str]:
    """Every CHECK of a table, made from its fields' limits and from what its columns must agree on."""
    rows = [rule for name, field in model.model_fields.items() for rule in _rules(name, field)]
    return [*rows, *model.__facts__.agreements]


def statements() -> str:
    """The whole schema as SQL."""
    dialect = sqlite.dialect()
    parts = []
    for table in SQLModel.metadata.sorted_tables:
        create = str(CreateTable(table).compile(dialect=dialect)).strip()
        body, closing, options = create.rpartition("\n)")
        rules = "".join(f", \n\tCHECK ({rule})" for rule in checks(BY_TABLE[table.name]))
        options = "".join(options.split("\n"))
        parts.append(f"{body}{rules}{closing}{options}".replace("\t", "  ").replace(" \n", "\n") + ";")
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            parts.append(str(CreateIndex(index).compile(dialect=dialect)).strip() + ";")
    return "\n".join([*parts, triggers.SEARCH, triggers.statements()]) + "\n"


_HEAD = '''"""The journal's tables as plain data: generated from the models by `python -m netbook.store.ddl`."""

from netbook.core.links import profile_key
from netbook.core.names import fold, topic_key
from netbook.core.phones import phone_key
from netbook.core.table import Key, Searched, Table

# fmt: off
TABLES: dict[str, Table] = {
'''
_TAIL = """}}
# fmt: on

# What the database makes of other tables, and the file's own affairs.
DERIVED = {derived}
# The table whose references begin with a letter.
LETTERS = {{table.letter: name for name, table in TABLES.items() if table.letter}}
"""
_WIDTH = 110


def tables() -> str:
    """The text of core/tables.py; parents come before their children."""
    blocks = "".join(_table(model) for model in MODELS if not model.__facts__.derived)
    derived = _literal(str(model.__tablename__) for model in MODELS if model.__facts__.derived)
    return _HEAD + blocks + _TAIL.format(derived=derived)


def _table(model: Any) -> str:
    """The entry of one table: each thing it says on a line of its own, what is as usual left out."""
    table, facts = model.__table__, model.__facts__
    made = {*facts.following, *(facts.made or ())[:1]}
    columns = tuple(c.name for c in table.columns if c.computed is None and c.name not in made)
    primary = tuple(column.name for column in table.primary_key)
    only = [tuple(u.columns.keys()) for u in table.constraints if isinstance(u, UniqueConstraint)]
    only = sorted(only, key=lambda names: (names != ("uid",), names))
    if primary != ("id",):
        only.append(primary)
    links = {column.name: link.column.table.name for column in table.columns for link in column.foreign_keys}
    optional = [c.name for c in table.columns for link in c.foreign_keys if link.ondelete == "SET NULL"]
    same = [
        " AND ".join(f"{column} = :{column}" for column in names)
        for names in only
        if names != (facts.given_out,)
    ]
    entries = {
        "columns": _literal(columns),
        "primary": _literal(primary),
        "same": _literal((*same, *filter(None, [facts.also_same]))),
        "links": _mapping(links) if links else None,
        "optional": _literal(optional) if optional else None,
        "key": _key(*facts.made) if facts.made else None,
        "letter": _quoted(facts.letter),
        "numbered": "True" if table.dialect_options["sqlite"]["autoincrement"] else None,
        "uid_of_key": "True" if facts.uid_of_key else None,
        "apart_by": _apart_by(columns, primary, only),
        "pair": _pair(columns, facts.agreements),
        "several": _quoted(facts.several),
        "called": _literal(facts.called) if facts.called else None,
        "together": _nested(facts.together),
        "searched": _searched(*facts.searched) if facts.searched else None,
        "following": _literal(facts.following) if facts.following else None,
    }
    lines = "".join(f"        {what}={value},\n" for what, value in entries.items() if value is not None)
    return f'    "{table.name}": Table(\n{lines}    ),\n'


def _apart_by(columns: tuple[str, ...], primary: tuple[str, ...], only: list[tuple[str, ...]]) -> str | None:
    if "person_id" not in columns:
        return None
    by_person = next((names for names in only if "person_id" in names), primary)
    return _literal(tuple(name for name in by_person if name not in ("person_id", "id")))


def _pair(columns: tuple[str, ...], agreements: tuple[str, ...]) -> str | None:
    if "a_id" not in columns:
        return None
    return '"ordered"' if "a_id < b_id" in agreements else '"directed"'


def _key(column: str, source: str, made: str) -> str:
    return f'Key("{column}", "{source}", {made})'


def _searched(number: int, columns: tuple[str, ...]) -> str:
    return f"Searched({number}, {_literal(columns)})"


def _quoted(text: str | None) -> str | None:
    return None if text is None else f'"{text}"'


def _nested(groups: tuple[tuple[str, ...], ...]) -> str | None:
    return f"({', '.join(map(_literal, groups))},)" if groups else None


def _mapping(links: dict[str, str]) -> str:
    return "{" + ", ".join(f'"{column}": "{table}"' for column, table in links.items()) + "}"


def _literal(words: Iterable[str]) -> str:
    """A tuple of texts as Python, over several lines where it is long."""
    parts = [f'"{word}"' for word in words]
    line = f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"
    if len(line) < _WIDTH - 20:
        return line
    lines, line = [], ""
    for part in parts:
        if line and len(line) + len(part) > _WIDTH - 14:
            lines.append(line)
            line = ""
        line = f"{line}, {part}" if line else part
    rows = "".join(f"            {each},\n" for each in [*lines, line])
    return f"(\n{rows}        )"


if __name__ == "__main__":
    Path(str(files("netbook.core") / "tables.py")).write_text(tables(), encoding="utf-8")
    Path(str(files("netbook.store") / "schema.sql")).write_text(statements(), encoding="utf-8")
