"""A terminal for the tests: netbook runs on it in a process of its own, as under somebody's hands."""

from __future__ import annotations

import codecs
import fcntl
import os
import re
import select
import shlex
import struct
import subprocess
import sys
import termios
import time
from types import TracebackType

from tests.conftest import Shell

PATIENCE = 30.0  # seconds
CTRL_C, CTRL_D, ENTER, TAB = "\x03", "\x04", "\r", "\t"

# Makes the terminal the one that Ctrl-C comes from, then becomes netbook.
_START = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.executable, [sys.executable, '-m', 'netbook', *sys.argv[1:]])"
)


class Terminal:
    """`netbook LINE` on a terminal of 400 columns; what it says is waited for, never slept for."""

    def __init__(self, netbook: Shell, line: str, **env: str) -> None:
        self.ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 400, 0, 0))
        around = {
            key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES", "EDITOR")
        }
        self.running = subprocess.Popen(
            [sys.executable, "-c", _START, *shlex.split(line)],
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            env={**around, **netbook.environment(), "TERM": "dumb", "INPUTRC": os.devnull, **env},
        )  # fmt: skip
        os.close(theirs)
        self.said, self.closed = "", False
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.running.kill()
        self.running.wait()
        os.close(self.ours)

    def expect(self, text: str) -> str:
        """Wait until it says this; what it said up to there."""
        until = time.monotonic() + PATIENCE
        while text not in self.said:
            assert time.monotonic() < until, f"{text!r} never came: {self.said!r}"
            assert self._read(until), f"it ended without {text!r}: {self.said!r}"
        before, _, self.said = self.said.partition(text)
        return before + text

    def answer(self, question: str, answer: str = "") -> None:
        """Wait for a question and answer it with a line; nothing but Enter where nothing is said."""
        self.expect(question)
        self.type(answer + ENTER)

    def press(self, question: str, key: str) -> None:
        """Wait for a question that takes a key, and answer it with one."""
        self.expect(question)
        self.type(key)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.ours, keys.encode())

    def stop(self, key: str) -> None:
        """Press Ctrl-C or Ctrl-D at a question; again where Python did not listen yet behind its prompt."""
        for _ in range(10):
            self.type(key)
            soon = time.monotonic() + 2
            while self._read(soon):
                pass
            if self.closed:
                return

    def ends(self, status: int) -> str:
        """Wait for its end, which must have this exit status; the last it said."""
        until = time.monotonic() + PATIENCE
        while self._read(until):
            pass
        assert self.running.wait(PATIENCE) == status, self.said
        return self.said

    def _read(self, until: float) -> bool:
        """Take in what comes next; False once nothing more can come."""
        ready, _, _ = select.select([self.ours], [], [], max(until - time.monotonic(), 0))
        try:
            read = os.read(self.ours, 65536) if ready else b""
        except OSError:  # Linux says so when the other end is closed
            read = b""
        self.closed = bool(ready) and not read
        plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.decoder.decode(read))
        self.said += plain.replace("\r\n", "\n")
        return bool(read)
