"""Write results to stdout and everything else to stderr, and handle either being closed."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, TextIO

from netbook.core.text import LONGEST_TEXT
from netbook.errors import (
    BothForms,
    ConfirmationRequired,
    ConflictingOptions,
    Declined,
    NetbookError,
    NoOutput,
    OutputClosed,
    OutputFailed,
    Refused,
    TooLong,
)

if TYPE_CHECKING:
    from netbook.cli.context import Context
    from netbook.render.text import Screen

MOST_REFS = 20
MOST_PIPED = 4 * LONGEST_TEXT  # bytes, as many as such a text can have
Form = Literal["table", "csv", "json"]


class StoppedAtQuestion(KeyboardInterrupt):
    """Ctrl-C or the end of input at a question, after the line of the question was ended."""


def form(csv: bool, json: bool) -> Form:
    """The form of the answer; raises BothForms for --csv with --json."""
    if csv and json:
        raise BothForms
    return "csv" if csv else "json" if json else "table"


def refuse_all_with_limit(all_rows: bool, limit: int | None) -> None:
    """Raise ConflictingOptions for --all and --limit at once."""
    if all_rows and limit is not None:
        raise ConflictingOptions("--all and --limit")


def page(all_rows: bool, limit: int | None, wanted: Form, usual: int = 10) -> int | None:
    """How many rows to show: a table on a terminal has the usual number, everything else has all of them.

    Raises ConflictingOptions for --all and --limit at once.
    """
    refuse_all_with_limit(all_rows, limit)
    if limit is not None or all_rows or wanted != "table":
        return limit
    return usual if screen().width is not None else None


def prepare() -> None:
    """Prepare stdout: characters that its encoding lacks become "?". Raises NoOutput if it cannot be written.

    Writing nothing fails on a closed descriptor and on /dev/full, and has no effect elsewhere.
    """
    if sys.stdout is None:
        raise NoOutput("closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):  # no file behind it
        return
    try:
        os.write(descriptor, b"")
    except OSError as error:
        raise NoOutput(_why(error)) from error


@contextmanager
def stdout() -> Iterator[TextIO]:
    """Standard output; if its reader has gone the command ends quietly, on a full disk with one line."""
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError as error:
        silence()
        raise OutputClosed from error
    except OSError as error:
        silence()
        raise OutputFailed(_why(error)) from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def silence() -> None:
    """Point stdout at nothing, so that buffered output cannot fail again when Python ends."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        sys.stdout = io.StringIO()
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


def say(text: str) -> None:
    """Print text for a person on stdout."""
    if not text:
        return
    with stdout() as out:
        out.write(text)
        if not text.endswith("\n"):
            out.write("\n")


def warn(text: str) -> None:
    """Print one line on stderr; ignored if stderr is closed."""
    try:
        stream = sys.stderr
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        stream.flush()
    except (OSError, ValueError, AttributeError):
        return


@contextmanager
def data() -> Iterator[TextIO]:
    """Standard output for scripts: UTF-8 and LF whatever the locale says."""
    with stdout() as out:
        if isinstance(out, io.TextIOWrapper):
            out.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
        yield out


_guard = False


def guard_cells(guarded: bool) -> None:
    """Whether the cells of CSV are guarded from now on against being run as formulas (`--spreadsheet`)."""
    global _guard
    _guard = guarded


def show(
    wanted: Form, columns: Sequence[str], rows: Iterable[Sequence[object]], table: Callable[[], str]
) -> None:
    """Print rows as CSV or JSON, or the table that the function draws."""
    if wanted == "table":
        say(table())
        return
    if wanted == "csv" and _guard:
        from netbook.render.spreadsheet import write_guarded_csv as write
    elif wanted == "csv":
        from netbook.render.data import write_csv as write
    else:
        from netbook.render.data import write_json as write
    with data() as out:
        write(out, columns, rows)


def show_object(answer: object) -> None:
    """Print an answer that is one object as JSON."""
    from netbook.render.data import write_object

    with data() as out:
        write_object(out, answer)


def respond(ctx: Context, outcome: object, text: Callable[[], str], unchanged: str = "") -> None:
    """Answer a command that changed the journal: its result as JSON, or the text that the function draws.

    References of added records follow; as text only on a terminal, dimmed. `unchanged` is what was named if the journal
    has all of it already.
    """
    refs = ctx.effect.refs if ctx.effect else []
    if ctx.json:
        from netbook.render.data import tree

        show_object({**tree(outcome), "refs": refs})
        return
    nothing = unchanged and ctx.effect is not None and not ctx.effect.changed
    say(f"Nothing changed: {unchanged}" if nothing else text())
    if refs and (drawn := screen()).width is not None:
        say(drawn.wrap("  ", " ".join(refs[:MOST_REFS]), "dim"))
    if ctx.dry_run:
        warn("netbook: nothing was changed (--dry-run)")


def piped_text() -> str | None:
    """The text on standard input, None if it cannot be read; refused if it is too long or not UTF-8."""
    try:
        piped = sys.stdin.buffer.read(MOST_PIPED + 1) if sys.stdin is not None else None
    except OSError:
        return None
    if piped is not None and len(piped) > MOST_PIPED:
        raise TooLong("the text on standard input", LONGEST_TEXT)
    try:
        return None if piped is None else piped.decode()
    except UnicodeDecodeError:
        raise Refused(
            "the text on standard input is not UTF-8; convert it first, as in: iconv -f latin1 -t utf-8"
        ) from None


def text_of(words: str | Sequence[str]) -> str:
    """A text as typed, its words joined by spaces; a single "-" is read from standard input.

    Raises NothingPiped if that is empty.
    """
    text = words if isinstance(words, str) else " ".join(words)
    if text.strip() != "-":
        return text
    from netbook.errors.meetings import NothingPiped

    piped = piped_text()
    if piped is None or not piped.strip():
        raise NothingPiped("closed" if piped is None else "empty", "text")
    return piped


def at_terminal() -> bool:
    """Whether the user can be asked: stdin and stdout are both terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def asked(question: str) -> str:
    """The answer to a question, stripped; Ctrl-C and the end of input stop the command.

    The question is plain ASCII, which every terminal can show.
    """
    while True:
        try:
            answer = _line(question).strip()
            answer.encode()
        except UnicodeError:
            say("That was not readable text; type it again.")
        except (EOFError, KeyboardInterrupt):
            say("\n")
            raise StoppedAtQuestion from None
        else:
            return answer


def _line(question: str) -> str:
    if "readline" in sys.modules:
        return input(question)
    # Without readline, input() asks on stderr, which may go elsewhere.
    sys.stdout.write(question)
    sys.stdout.flush()
    return input()


def confirm(question: str, what: str, no: type[NetbookError] = Declined) -> None:
    """Ask before something is removed; raises ConfirmationRequired without a terminal, `no` for a no."""
    if not at_terminal():
        raise ConfirmationRequired(what)
    while (answer := asked(f"{question} [y/N]: ").casefold()) not in ("", "n", "no"):
        if answer in ("y", "yes"):
            return
        say("Answer y or n.")
    raise no


def screen() -> Screen:
    """The screen that tables are drawn for: the terminal's width and colour, or neither in a pipe."""
    from netbook.render.text import Screen

    stream = sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if stream is None or not stream.isatty():
        return Screen(encoding=encoding)
    from shutil import get_terminal_size

    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
    return Screen(max(get_terminal_size().columns, 20), colour, encoding, colour and _takes_links())


def _takes_links() -> bool:
    """Whether the terminal is known to take links (OSC 8) rather than to print them."""
    env = os.environ
    if (forced := env.get("FORCE_HYPERLINK")) is not None:
        return forced != "0"
    if env.get("TERM_PROGRAM") in ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby"):
        return True
    if any(env.get(name) for name in ("WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM", "KONSOLE_VERSION")):
        return True
    vte = env.get("VTE_VERSION", "")
    if vte.isdigit():
        return int(vte) >= 5000
    return env.get("TERM", "").split("-")[-1] in ("kitty", "alacritty", "foot", "contour", "ghostty")
