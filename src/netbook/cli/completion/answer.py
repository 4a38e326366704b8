"""Answer the Tab key: the scripts in scripts.py ask, and read back words, never code.

`_NETBOOK_COMPLETE` says which shell asks: complete_bash, complete_zsh or complete_fish.
The line up to the cursor, as typed, is in COMP_WORDS (bash) or _TYPER_COMPLETE_ARGS (zsh, fish). The answer
has one word a line, for zsh and fish with a tab and what it is. An empty first line says that what the words
begin with in common is no step on from what was typed: the shell lists them and leaves the line alone. A tab
and "files" says that the name of a file is wanted.
"""

import os
import sys
from typing import NamedTuple

from netbook.cli.completion.offers import completions

FILES = "\tfiles"
# What a backslash can quote inside quotes; outside of them it quotes everything.
_IN_QUOTES = {"'": "", '"': '"\\$`'}
_IN_FISH_QUOTES = {"'": "'\\", '"': '"\\$'}
# Signs that need no backslash in bash.
_PLAIN = frozenset("%+,-./:=@_")


class Words(NamedTuple):
    """The words of a command line, the last of them still being typed, and the quote that is open in it."""

    words: list[str]
    quote: str


def answer(instruction: str) -> int:
    """Write the completions for a shell; nothing at all if anything fails. Returns the exit status."""
    try:
        lines = _answer(instruction.removeprefix("complete_"))
        sys.stdout.buffer.write(os.fsencode("".join(f"{line}\n" for line in lines)))
        sys.stdout.flush()
    except Exception:
        # Whoever presses Tab is in the middle of a line, where no message may come between.
        return 1
    return 0


def _answer(shell: str) -> list[str]:
    line = os.environ["COMP_WORDS" if shell == "bash" else "_TYPER_COMPLETE_ARGS"]
    words, quote = split(line, _IN_FISH_QUOTES if shell == "fish" else _IN_QUOTES)
    place = int(os.environ.get("COMP_CWORD", -1))
    if shell == "bash" and place >= 0:
        words = [*words, ""][: place + 1]
    *before, typed = words[1:]
    offers = completions(before, typed)
    if offers is None:
        return [FILES]
    if shell == "bash":
        return _for_bash([offer.word for offer in offers], typed, quote)
    lines = [f"{word}\t{about}" if about else word for word, about in offers]
    apart = shell == "zsh" and _apart([offer.word for offer in offers], typed)
    return ["", *lines] if apart else lines


def split(line: str, in_quotes: dict[str, str]) -> Words:
    """The words of a line as a shell reads them, except that nothing is expanded."""
    words, quote = [], ""
    word: str | None = None  # None between two words
    characters = iter(line)
    for character in characters:
        if character == "\\" and in_quotes.get(quote, "any"):
            following = next(characters, "")
            backslash = character if quote and following not in in_quotes[quote] else ""
            word = (word or "") + backslash + following
        elif character == quote:
            quote = ""
        elif not quote and character in in_quotes:
            word, quote = word or "", character
        elif not quote and character in " \t\n":
            if word is not None:
                words.append(word)
            word = None
        else:
            word = (word or "") + character
    return Words([*words, word or ""], quote)


def _apart(words: list[str], typed: str) -> bool:
    """Whether what several words begin with in common is no step on from what was typed."""
    common = _common(words)
    on = len(common) > len(typed) or common.casefold().startswith(typed.casefold())
    return len(words) > 1 and not on


def _common(words: list[str]) -> str:
    """What all of the words begin with: the first and the last in their order do, so all between them do."""
    first, last = min(words, default=""), max(words, default="")
    same = [one == other for one, other in zip(first, last, strict=False)]
    return first[: [*same, False].index(False)]


def _for_bash(words: list[str], typed: str, quote: str) -> list[str]:
    """The words as they are to be on the line, for bash puts them there unchanged.

    bash replaces only what stands after the last of its word breaks (a colon, an equals sign) or after the
    open quote, which the script gives in COMP_WORD; what stands before stays and has to be left out.
    """
    replaced = os.environ.get("COMP_WORD")
    tail = typed if replaced is None else split(quote + replaced, _IN_QUOTES).words[-1]
    head = typed[: len(typed) - len(tail)]
    fitting = [word for word in words if word[: len(head)].casefold() == head.casefold()]
    lines = [quoted(word[len(head) :], quote) for word in fitting]
    if quote:
        # bash takes a quote at the beginning of a word for the one that is open already,
        lines = [quote + line if line.startswith(quote) else line for line in lines]
    if len(lines) == 1 and quote and lines[0].endswith(quote):
        lines[0] += quote  # and one at the end for the one that closes it.
    common = _common(lines)
    cut = (len(common) - len(common.rstrip("\\"))) % 2  # a backslash without what it quotes
    return ["", *lines] if cut or _apart(fitting, typed) else lines


def quoted(text: str, quote: str) -> str:
    """The text as bash has to read it at the end of a word in which this quote, if any, is open."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote == '"':
        # History expansion works inside double quotes, and there no backslash stops it.
        return "".join(_IN_DOUBLE.get(character, character) for character in text)
    return "".join(
        character
        if character.isalnum() or character in _PLAIN or not character.isascii()
        else f"\\{character}"
        for character in text
    )


_IN_DOUBLE = {"\\": "\\\\", '"': '\\"', "$": "\\$", "`": "\\`", "!": '"\\!"'}
