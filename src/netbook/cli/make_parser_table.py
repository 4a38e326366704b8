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


def is_option(parameter: Stated) -> bool:
    """Whether a parameter is an option, not an argument."""
    return isinstance(parameter.info, OptionInfo)


def spellings(parameter: Stated) -> list[str]:
    """The ways to write an option; in an annotation Typer takes the first for a default, and so do we."""
    first = parameter.info.default
    return [*([first] if isinstance(first, str) else []), *(parameter.info.param_decls or ())] or [
        f"--{parameter.name.replace('_', '-')}"
    ]


def _parameter(parameter: Stated) -> str:
    kind = _option_kind(parameter) if is_option(parameter) else _argument_kind(parameter)
    return f"{parameter.name}{kind}{_source(parameter)}"


def _option_kind(parameter: Stated) -> str:
    if parameter.type is bool:
        return "!"
    if get_origin(parameter.type) is tuple:
        return "2"
    if parameter.type is int:
        return _range(parameter)
    assert parameter.type is str, parameter
    return "*" if parameter.several else "="


def _range(parameter: Stated) -> str:
    least, most = ("" if limit is None else int(limit) for limit in (parameter.info.min, parameter.info.max))
    return f"#{least}:{most}"


def _argument_kind(parameter: Stated) -> str:
    if parameter.type is int:
        assert parameter.several and parameter.required, parameter  # noqa: PT018
        return "#+"
    assert parameter.type is str, parameter
    if parameter.several:
        return "+" if parameter.required else "*"
    return "=" if parameter.required else "?"


def _source(parameter: Stated) -> str:
    if parameter.info.metavar in ("FILE", "[FILE]", "FILE…", "PATH"):
        return "@files"
    if not parameter.info.autocompletion:
        return ""
    source = parameter.info.autocompletion.__name__
    assert hasattr(values, source), f"{source} is not in completion/values.py"
    return f"@{source}"


def _metavars(name: str) -> dict[str, str]:
    return {
        parameter.name: parameter.info.metavar or parameter.name.upper()
        for parameter in stated(name)
        if parameter.type is not bool
    }


def _help(name: str) -> dict[str, str]:
    return {parameter.name: parameter.info.help or "" for parameter in stated(name)}


def _quoted(value: object) -> str:
    text = repr(value)
    return text if '"' in text else text.replace("'", '"')


if __name__ == "__main__":
    here = Path(__file__)
    here.with_name("parser_table.py").write_text(parser_table(), encoding="utf-8")
    here.with_name("help_table.py").write_text(help_table(), encoding="utf-8")
