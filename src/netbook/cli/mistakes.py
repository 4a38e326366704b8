"""Explain what is wrong with a command line, in one sentence that names the help."""

from __future__ import annotations

from netbook.cli.commands import COMMANDS
from netbook.cli.help_table import METAVARS
from netbook.cli.parser import EVERYWHERE, GLOBAL, HELP, Mistake, Parameter, parameters
from netbook.cli.parser_table import PARSERS
from netbook.core.nearest import nearest_word
from netbook.core.text import clip

LONGEST = 300


def explained(mistake: Mistake) -> str:
    """The sentence for a mistake."""
    message, alike = _message(mistake)
    where = f"netbook {mistake.command} --help" if mistake.command else "netbook --help"
    return f"{clip(message, LONGEST)}; did you mean {alike}? See {where}" if alike else (
        f"{clip(message, LONGEST)}; see {where}"
    )  # fmt: skip


def _message(mistake: Mistake) -> tuple[str, str]:
    """What is wrong, and what may have been meant instead ("" if nothing is close)."""
    word = mistake.word
    match mistake.what:
        case "command":
            return f"no such command '{word}'", _quoted(nearest_word(word, COMMANDS) or "")
        case "option":
            line = PARSERS[mistake.command] if mistake.command else GLOBAL
            if not word.lstrip("-").replace("-", "").isalpha():
                return f"no such option: {word}; write -- before a text that begins with a dash", ""
            known = [*parameters(line).options, *parameters(EVERYWHERE).options, *parameters(HELP).options]
            near = nearest_word(word, known, 0.7) if word.startswith("--") else None
            return f"no such option: {word}", near or ""
        case "value":
            return f"option '{word}' needs a value after it", ""
        case "two values":
            return f"option '{word}' needs two values after it", ""
        case "no value":
            return f"option '{word}' does not take a value", ""
        case "argument":
            return f"missing argument '{_shown(mistake)}'", ""
        case "number":
            return f"invalid value for '{_shown(mistake)}': '{word}' is not a whole number", ""
        case "range":
            assert mistake.parameter is not None
            return f"invalid value for '{_shown(mistake)}': {word} is {_outside(mistake.parameter)}", ""
        case _:
            return f"too many words: {word}; put those that belong together in quotes", ""


def _shown(mistake: Mistake) -> str:
    """A parameter as its help shows it."""
    assert mistake.parameter is not None
    if mistake.parameter.options:
        return " / ".join(f"'{option}'" for option in mistake.parameter.options).strip("'")
    return METAVARS[mistake.command][mistake.parameter.name]


def _outside(parameter: Parameter) -> str:
    if parameter.most is None:
        return f"less than {parameter.least}"
    return f"not between {parameter.least} and {parameter.most}"


def _quoted(word: str) -> str:
    return f"'{word}'" if word else ""
