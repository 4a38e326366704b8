"""What each command takes, and what its help says of it, made of what Typer makes of the commands.

`python -m netbook.cli.make_parser_table` writes parser_table.py and help_table.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netbook.cli.app import completers, load, summary
from netbook.cli.commands import COMMANDS
from netbook.cli.completion import values

_PARSERS = '''"""What each command takes: made of the commands by `python -m netbook.cli.make_parser_table`.

The options of a command (the ways to write each, its parameter, what it takes, what completes it), then its
arguments. `parser.Parameter` says what the signs mean.
"""

# fmt: off
PARSERS = {
'''
_HELP = '''"""What the help says: made of the commands by `python -m netbook.cli.make_parser_table`."""

# fmt: off
# Command: its line in the list of commands.
SUMMARIES = {
%s}
# Command: what its arguments are called.
METAVARS = {
%s}
# Command: what its options are for.
OPTIONS = {
%s}
'''


def parser_table() -> str:
    """The text of parser_table.py."""
    return _PARSERS + "".join(f'    "{name}": {_quoted(_statement(name))},\n' for name in COMMANDS) + "}\n"


def help_table() -> str:
    """The text of help_table.py."""
    summaries = "".join(f'    "{name}": {_quoted(summary(name))},\n' for name in COMMANDS)
    metavars = "".join(f'    "{name}": {_quoted(_metavars(name))},\n' for name in COMMANDS)
    options = "".join(f'    "{name}": {_quoted(_option_help(name))},\n' for name in COMMANDS)
    return _HELP % (summaries, metavars, options)


def _statement(name: str) -> str:
    known, sources = load(name).params, completers(name)
    options = [
        _option(one, sources) for one in known if one.param_type_name == "option" and not _is_help(one)
    ]
    arguments = [_argument(one, sources) for one in known if one.param_type_name == "argument"]
    return "; ".join([*options, *arguments])


def _is_help(param: Any) -> bool:
    return "--help" in param.opts


def _option(param: Any, sources: dict[str, str]) -> str:
    return f"{' '.join(param.opts)} {param.name}{_kind(param)}{_source(param, sources)}"


def _kind(param: Any) -> str:
    if param.is_flag:
        return "!"
    if param.nargs == 2:
        return "2"
    if param.type.name.startswith("int"):
        least, most = getattr(param.type, "min", None), getattr(param.type, "max", None)
        return f"#{'' if least is None else least}:{'' if most is None else most}"
    assert param.nargs == 1, param.name
    assert param.type.name == "str", param.type.name
    return "*" if param.multiple else "="


def _argument(param: Any, sources: dict[str, str]) -> str:
    if param.type.name == "int":
        assert param.nargs == -1
        assert param.required
        return f"{param.name}#+{_source(param, sources)}"
    assert param.type.name == "str", param.type.name
    kind = ("=" if param.required else "?") if param.nargs == 1 else ("+" if param.required else "*")
    return f"{param.name}{kind}{_source(param, sources)}"


def _source(param: Any, sources: dict[str, str]) -> str:
    source = sources.get(param.name)
    assert source in (None, "files") or hasattr(values, source), f"{source} is not in completion/values.py"
    return f"@{source}" if source else ""


def _metavars(name: str) -> dict[str, str]:
    return {
        param.name: param.metavar or param.name.upper()
        for param in load(name).params
        if param.param_type_name == "argument" and param.name
    }


def _option_help(name: str) -> dict[str, str]:
    return {
        param.name: getattr(param, "help", None) or ""
        for param in load(name).params
        if param.param_type_name == "option" and param.name and not _is_help(param)
    }


def _quoted(value: object) -> str:
    text = repr(value)
    return text if '"' in text else text.replace("'", '"')


if __name__ == "__main__":
    here = Path(__file__)
    here.with_name("parser_table.py").write_text(parser_table(), encoding="utf-8")
    here.with_name("help_table.py").write_text(help_table(), encoding="utf-8")
