"""Read one key at a time from the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from netbook.cli.output import StoppedAtQuestion, say


@contextmanager
def one_key_at_a_time() -> Iterator[None]:
    """Read each key as it is pressed, without echo; the terminal is always restored."""
    try:
        import termios
        import tty
    except ImportError:  # Windows, where msvcrt reads keys so
        yield
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)  # what was typed ahead still counts
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def asked_key(question: str) -> str:
    """The key that answers a question, empty for Enter; Ctrl-C and the end of input stop the command."""
    try:
        with one_key_at_a_time():
            sys.stdout.write(question)
            sys.stdout.flush()
            key = read_key()
    except KeyboardInterrupt:
        key = ""
    if key in ("", "\x03", "\x04"):
        say("\n")
        raise StoppedAtQuestion
    key = key.strip()
    say(f"{key}\n" if key.isprintable() else "\n")
    return key


def read_key() -> str:
    """The next key, in lower case; empty at the end of the input. The rest of an arrow key's sequence is left out."""
    try:
        import msvcrt
    except ImportError:
        return _read_key()
    return str(msvcrt.getwch()).casefold()  # type: ignore[attr-defined,unused-ignore]


def _read_key() -> str:
    import os
    import select

    descriptor = sys.stdin.fileno()
    key = os.read(descriptor, 1)
    if key == b"\x1b":
        while select.select([descriptor], [], [], 0.02)[0] and os.read(descriptor, 16):
            pass
        return "\x1b"
    while key and key[0] >= 0xC0 and len(key) < 4 and select.select([descriptor], [], [], 0.02)[0]:
        key += os.read(descriptor, 1)
    return key.decode("utf-8", "replace").casefold()
