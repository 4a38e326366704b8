"""What each command takes, as fast_parser.py reads it, made from what Typer makes of the commands.

`python -m netbook.cli.make_parser_table` writes parser_table.py.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from netbook.cli.app import load
from netbook.cli.commands import COMMANDS
from netbook.cli.parser_table import Argument, Kind, Taken

_HEAD = '''"""What each command takes: made from the commands by `python -m netbook.cli.make_parser_table`."""

from __future__ import annotations

from typing import Literal

# The least and the most that a number may be.
Range = tuple[int | None, int | None]
Kind = Literal["flag", "text", "texts"] | Range
# The parameter that an option is for, and what it takes.
Taken = tuple[str, Kind]
# The parameter of an argument, what it takes, and whether it has to be there.
Argument = tuple[str, Literal["text", "texts", "numbers"], bool]

# fmt: off
PARSERS: dict[str, tuple[dict[str, Taken], tuple[Argument, ...]]] = {
'''


def statements() -> str:
    """The text of parser_table.py."""
    return _HEAD + "".join(_command(name) for name in COMMANDS) + "}\n"


def _command(name: str) -> str:
    params = [param for param in load(name).params if not getattr(param, "hidden", False)]
    options = [one for param in params if param.param_type_name == "option" for one in _option(param)]
    arguments = [_argument(param) for param in params if param.param_type_name == "argument"]
    assert all(kind == "text" for _, kind, _ in arguments[:-1]), (
        "only the last argument may take several words"
    )
    taken = "".join(f"            {_quoted(option)}: {_quoted(what)},\n" for option, what in options)
    line = "".join(f"            {_quoted(argument)},\n" for argument in arguments)
    return f"    {_quoted(name)}: (\n        {{\n{taken}        }},\n        (\n{line}        ),\n    ),\n"


def _option(param: Any) -> list[tuple[str, Taken]]:
    """The ways to say an option; none for one that takes two words, which is left to Typer."""
    if param.nargs != 1:
        return []
    return [(option, (param.name, _kind(param))) for option in param.opts]


def _kind(param: Any) -> Kind:
    if param.is_flag:
        return "flag"
    if param.type.name.startswith("int"):
        return getattr(param.type, "min", None), getattr(param.type, "max", None)
    assert param.type.name == "str", param.type.name
    return "texts" if param.multiple else "text"


def _argument(param: Any) -> Argument:
    if param.type.name == "int":
        assert param.nargs == -1
        return param.name, "numbers", param.required
    assert param.type.name == "str", param.type.name
    return param.name, "text" if param.nargs == 1 else "texts", param.required


def _quoted(value: object) -> str:
    return repr(value).replace("'", '"')


if __name__ == "__main__":
    Path(__file__).with_name("parser_table.py").write_text(statements(), encoding="utf-8")
