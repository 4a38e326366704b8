"""Find the words that fit where the Tab key was pressed, from the parser's table and the journal."""

from collections.abc import Sequence

from netbook.cli.commands import COMMANDS
from netbook.cli.completion import values
from netbook.cli.completion.values import Completer, Completion, TypedLine
from netbook.cli.parser import EVERYWHERE, GLOBAL, HELP, Parameter, Parameters, parameters
from netbook.cli.parser_table import PARSERS


def completions(before: list[str], typed: str) -> list[Completion] | None:
    """The words that fit; None where a file is wanted. `before` are the words before the one being typed."""
    line = _read(before)
    if line.taking is not None:
        return _values(line.taking, line, typed)
    if typed.startswith("-") and not line.only_arguments:
        option, equals, value = typed.partition("=")
        parameter = line.known.options.get(option)
        if equals and option.startswith("--"):
            result = _values(parameter, line, value) if parameter else []
            return result and [Completion(f"{option}={offer.word}", offer.about) for offer in result]
        return _options(line, typed)
    if not line.command:
        return [] if line.unknown else _commands(typed)
    if parameter := _argument(line):
        return _values(parameter, line, typed)
    return []


class _Line:
    """What the words before say, as far as they can be understood."""

    def __init__(self) -> None:
        self.known: Parameters = parameters(GLOBAL)
        self.db: str | None = None
        self.command = ""
        self.unknown = False  # whether the command named does not exist
        self.taking: Parameter | None = None  # the option whose value is being typed
        self.only_arguments = False  # whether "--" was typed
        self.given: set[str] = set()
        self.arguments: list[str] = []


def _read(before: list[str]) -> _Line:
    line = _Line()
    left = list(reversed(before))
    while left:
        word = left.pop()
        if word.startswith("-") and word != "-" and not line.only_arguments:
            _option(line, word, left)
        elif line.command:
            line.arguments.append(word)
        elif word in PARSERS:
            line.command = word
            known = parameters(PARSERS[word])
            line.known = known._replace(options=known.options | parameters(EVERYWHERE).options)
            line.given = set()
        else:
            line.unknown = True
            break
    return line


def _option(line: _Line, word: str, left: list[str]) -> None:
    if word == "--":
        line.only_arguments = True
        return
    name, equals, value = word.partition("=")
    parameter = line.known.options.get(name)
    if parameter is None:
        return
    line.given.add(parameter.name)
    if parameter.kind == "!" or equals:
        pass
    elif len(left) < (2 if parameter.kind == "2" else 1):
        line.taking = parameter
        left.clear()
    else:
        value = left.pop()
        if parameter.kind == "2":
            left.pop()
    if parameter.name == "db" and value:
        line.db = value


def _values(parameter: Parameter, line: _Line, typed: str) -> list[Completion] | None:
    if parameter.source == "files":
        return None
    complete: Completer | None = getattr(values, parameter.source, None) if parameter.source else None
    return complete(TypedLine(line.db, _by_name(line)), typed) if complete else []


def _by_name(line: _Line) -> dict[str, Sequence[str]]:
    """The arguments before the word being typed, by their parameters."""
    result: dict[str, Sequence[str]] = {}
    words = list(line.arguments)
    for parameter in line.known.arguments:
        if words:
            several = parameter.kind not in "=?"
            result[parameter.name] = words if several else [words.pop(0)]
            words = [] if several else words
    return result


def _argument(line: _Line) -> Parameter | None:
    """The argument that the word being typed is for; None after the last one."""
    for place, parameter in enumerate(line.known.arguments):
        if parameter.kind not in "=?" or place == len(line.arguments):
            return parameter
    return None


def _options(line: _Line, typed: str) -> list[Completion]:
    """Options that begin so and can still be given, each with its help."""
    from netbook.cli.help_table import PARAMETERS

    about = GLOBAL_HELP | PARAMETERS.get(line.command, {})
    result = []
    for option, parameter in (line.known.options | parameters(HELP).options).items():
        again = parameter.kind == "*" or parameter.name not in line.given
        if option.startswith(typed) and again:
            result.append(Completion(option, about.get(parameter.name, "Show this help.")))
    return result


def _commands(typed: str) -> list[Completion]:
    from netbook.cli.help_table import SUMMARIES

    return [Completion(name, SUMMARIES[name]) for name in COMMANDS if name.startswith(typed)]


GLOBAL_HELP = {
    "db": "The journal's file.",
    "today": "The date to use as today.",
    "version": "Show the version.",
    "install": "Let the Tab key complete.",
    "show": "Show what --install-completion would install.",
}
