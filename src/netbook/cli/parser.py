"""Read a command line without Typer, which takes longer to load than most commands take to answer.

The parameters of each command are in `parser_table`, which is generated from the declarations for Typer. A test holds
that every line is read as Typer would read it, and refused where Typer would refuse it. `mistakes` explains refusals.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from netbook.cli.parser_table import PARSERS

# Values by the parameters they are for.
Values = dict[str, Any]

# In the form of the table: before the command or after it, and before it alone.
EVERYWHERE = "--db db=@files; --today today="
GLOBAL = (
    f"{EVERYWHERE}; --version version!; --help -h help!; "
    "--install-completion install=@shells; --show-completion show=@shells"
)
HELP = "--help -h help!"
_LONGEST_NUMBER = 18  # digits that are certain to fit the database


class Parameter(NamedTuple):
    """An option or argument: `kind` is how its value is written, `source` names what completes it.

    `kind`: "!" a flag, "=" a text, "?" a text that may be left out, "*" any number of texts, "+" one text at least, "#"
    a whole number between `least` and `most`, "2" two texts.
    """

    name: str
    kind: str
    options: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    source: str = ""
    several: bool = False  # arguments that are numbers


class Parameters(NamedTuple):
    """The parameters of a command: options by each of their spellings, and arguments in order."""

    options: dict[str, Parameter]
    arguments: tuple[Parameter, ...]


class ParsedLine(NamedTuple):
    """A command line: the journal and day, the command, its parameters by name, and that part as it was typed.

    `help`: the line asks for help, on its command if it names one.
    """

    before: Values
    command: str
    values: Values
    words: list[str]
    help: bool = False


class Mistake(Exception):
    """An error in a command line; `mistakes` has the words for it. It is caught in `cli`."""

    def __init__(self, what: str, word: str = "", parameter: Parameter | None = None) -> None:
        super().__init__(what, word)
        self.what = what
        self.word = word
        self.parameter = parameter
        self.command = ""


def parameters(statement: str) -> Parameters:
    """The parameters in a line of the table."""
    options: dict[str, Parameter] = {}
    arguments = []
    for item in statement.split("; ") if statement else ():
        *spellings, rest = item.split(" ")
        rest, _, source = rest.partition("@")
        rest, number, between = rest.partition("#")
        name, kind = (rest, "#") if number else (rest[:-1], rest[-1])
        least, _, most = between.rstrip("+").partition(":")
        parameter = Parameter(
            name=name,
            kind=kind,
            options=tuple(spellings),
            least=int(least) if least else None,
            most=int(most) if most else None,
            source=source,
            several=between.endswith("+"),
        )
        if spellings:
            options.update(dict.fromkeys(spellings, parameter))
        else:
            arguments.append(parameter)
    return Parameters(options, tuple(arguments))


def parse(arguments: Sequence[str]) -> ParsedLine:
    """Read a command line; raises Mistake."""
    left = list(reversed(arguments))
    before: Values = {}
    known = parameters(GLOBAL).options
    while left and _is_option(left[-1]) and left[-1] != "--":
        if _asks_which_shell(left):
            left.insert(0, "")
        _take(left, known, before)
        if "help" in before:
            return ParsedLine(before, "", {}, [], help=True)
    if left and left[-1] == "--":
        left.pop()
    words = left[::-1]
    if not left:
        return ParsedLine(before, "", {}, [])
    command = left.pop()
    if command not in PARSERS:
        raise Mistake("command", command)
    try:
        values = _values(left, parameters(PARSERS[command]), before)
    except Mistake as mistake:
        mistake.command = command
        raise
    return ParsedLine(before, command, values, words, help="help" in values)


def _asks_which_shell(left: Sequence[str]) -> bool:
    """Whether a line ends in an option of completion without a shell, so that the present one is used."""
    return len(left) == 1 and left[0] in ("--install-completion", "--show-completion")


def _values(left: list[str], known: Parameters, before: Values) -> Values:
    """What the words after a command say; which journal and day goes into `before`."""
    everywhere = parameters(EVERYWHERE).options
    options = known.options | parameters(HELP).options
    values: Values = {}
    others = []
    while left:
        if left[-1] == "--":
            left.pop()
            others += left[::-1]
            break
        if left[-1].partition("=")[0] in everywhere:
            _take(left, everywhere, before)
        elif _is_option(left[-1]):
            _take(left, options, values)
            if "help" in values:
                return values
        else:
            others.append(left.pop())
    return values | _arguments(others, known.arguments)


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _take(left: list[str], options: Mapping[str, Parameter], values: Values) -> None:
    """Remove an option and its value from the words that are left."""
    word = left.pop()
    if word in options:
        _store(word, options[word], left, values)
        return
    if word.startswith("--"):
        option, equals, value = word.partition("=")
        if option not in options:
            raise Mistake("option", option)
        if equals and options[option].kind == "!":
            raise Mistake("no value", option)
        left.append(value)
        _store(option, options[option], left, values)
        return
    # Several short ones in one word, the last maybe with its value: -ac, -n3.
    for place, letter in enumerate(word[1:], 1):
        option = f"-{letter}"
        if option not in options:
            raise Mistake("option", option)
        if options[option].kind != "!":
            if place + 1 < len(word):
                left.append(word[place + 1 :])
            _store(option, options[option], left, values)
            return
        values[options[option].name] = True


def _store(option: str, parameter: Parameter, left: list[str], values: Values) -> None:
    if parameter.kind == "!":
        values[parameter.name] = True
        return
    needed = 2 if parameter.kind == "2" else 1
    if len(left) < needed:
        raise Mistake("two values" if needed == 2 else "value", option)
    value = left.pop()
    if parameter.kind == "2":
        values[parameter.name] = (value, left.pop())
    elif parameter.kind == "*":
        values.setdefault(parameter.name, []).append(value)
    else:
        values[parameter.name] = _number(value, parameter) if parameter.kind == "#" else value


def _arguments(words: list[str], wanted: Sequence[Parameter]) -> Values:
    """Assign the words to the arguments; the last one may take several."""
    values: Values = {}
    for parameter in wanted:
        if not words:
            if parameter.kind in "=+" or parameter.several:
                raise Mistake("argument", parameter=parameter)
        elif parameter.kind in "=?":
            values[parameter.name] = words.pop(0)
        else:
            values[parameter.name] = (
                [_number(word, parameter) for word in words] if parameter.several else list(words)
            )
            words = []
    if words:
        raise Mistake("words", " ".join(words))
    return values


def _number(word: str, parameter: Parameter) -> int:
    digits = word[1:] if word[:1] in ("-", "+") else word
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_NUMBER):
        raise Mistake("number", word, parameter)
    number = int(word)
    least, most = parameter.least, parameter.most
    if (least is not None and number < least) or (most is not None and number > most):
        raise Mistake("range", str(number), parameter)
    return number
