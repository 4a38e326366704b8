"""Generate the parser's and the help's tables from the declarations of the commands.

`python -m netbook.cli.make_parser_table` writes parser_table.py and help_table.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_origin

from typer.models import OptionInfo

from netbook.cli.app import Stated, description, stated, summary
from netbook.cli.commands import COMMANDS, find
from netbook.cli.completion import values

_PARSERS = '''"""What each command takes: generated from the commands by `python -m netbook.cli.make_parser_table`.

The options of a command (the ways to write each, its parameter, what it takes, what completes it), then its
arguments. `parser.Parameter` says what the signs mean.
"""

# fmt: off
PARSERS = {
'''
_HELP = '''"""What the help says: generated from the commands by `python -m netbook.cli.make_parser_table`."""

# fmt: off
# Command: its line in the list of commands.
SUMMARIES = {
%s}
# Command: its help below that line.
DESCRIPTIONS = {
%s}
# Command: a line that uses it.
EXAMPLES = {
%s}
# Command: what stands for a value of each parameter.
METAVARS = {
%s}
# Command: what its parameters are for.
PARAMETERS = {
%s}
'''


def parser_table() -> str:
    """The text of parser_table.py."""
    return _PARSERS + "".join(f'    "{name}": {_quoted(_statement(name))},\n' for name in COMMANDS) + "}\n"


def help_table() -> str:
    """The text of help_table.py."""
    tables = (summary, description, lambda name: find(name).example, _metavars, _help)
    return _HELP % tuple(
        "".join(f'    "{name}": {_quoted(table(name))},\n' for name in COMMANDS) for table in tables
    )


def _statement(name: str) -> str:
    known = stated(name)
    options = [f"{' '.join(spellings(one))} {_parameter(one)}" for one in known if is_option(one)]
    arguments = [_parameter(one) for one in known if not is_option(one)]
    return "; ".join([*options, *arguments])


def is_option(one: Stated) -> bool:
    """Whether a parameter is an option, not an argument."""
    return isinstance(one.info, OptionInfo)


def spellings(one: Stated) -> list[str]:
    """The ways to write an option; in an annotation Typer takes the first for a default, and so do we."""
    first = one.info.default
    return [*([first] if isinstance(first, str) else []), *(one.info.param_decls or ())] or [
        f"--{one.name.replace('_', '-')}"
    ]


def _parameter(one: Stated) -> str:
    return f"{one.name}{_option_kind(one) if is_option(one) else _argument_kind(one)}{_source(one)}"


def _option_kind(one: Stated) -> str:
    if one.type is bool:
        return "!"
    if get_origin(one.type) is tuple:
        return "2"
    if one.type is int:
        return _range(one)
    assert one.type is str, one
    return "*" if one.several else "="


def _range(one: Stated) -> str:
    least, most = ("" if limit is None else int(limit) for limit in (one.info.min, one.info.max))
    return f"#{least}:{most}"


def _argument_kind(one: Stated) -> str:
    if one.type is int:
        assert one.several and one.required, one  # noqa: PT018
        return "#+"
    assert one.type is str, one
    if one.several:
        return "+" if one.required else "*"
    return "=" if one.required else "?"


def _source(one: Stated) -> str:
    if one.info.metavar in ("FILE", "[FILE]", "FILE…", "PATH"):
        return "@files"
    if not one.info.autocompletion:
        return ""
    source = one.info.autocompletion.__name__
    assert hasattr(values, source), f"{source} is not in completion/values.py"
    return f"@{source}"


def _metavars(name: str) -> dict[str, str]:
    return {one.name: one.info.metavar or one.name.upper() for one in stated(name) if one.type is not bool}


def _help(name: str) -> dict[str, str]:
    return {one.name: one.info.help or "" for one in stated(name)}


def _quoted(value: object) -> str:
    text = repr(value)
    return text if '"' in text else text.replace("'", '"')


if __name__ == "__main__":
    here = Path(__file__)
    here.with_name("parser_table.py").write_text(parser_table(), encoding="utf-8")
    here.with_name("help_table.py").write_text(help_table(), encoding="utf-8")
