"""Git as a process: without hooks, and with neither the settings nor the variables that change what it does.

How a remote is reached (ssh, credentials, proxies) stays the user's own. A call that fails is a failure, whatever
it was asked.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

from netbook.errors.sync import GitMissing

PRIVATE = 0o077  # what git writes is its owner's alone
PATIENCE = 600  # seconds for one call that goes over a network

# How a remote is reached is the user's own affair.
_OWN = re.compile(r"GIT_(SSH|SSL|HTTP|PROXY|ASKPASS|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM)")
_SETTINGS = (
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "gc.auto=0", "maintenance.auto=false", "push.gpgSign=false",
    "push.followTags=false", "push.pushOption=", "push.recurseSubmodules=no", "fetch.recurseSubmodules=no",
    "fetch.writeCommitGraph=false", "fetch.prune=false", "protocol.file.allow=always",
    "http.lowSpeedLimit=1000", "http.lowSpeedTime=60",
)  # fmt: skip


class GitFailed(Exception):
    """A call of git that failed; the message is what git said."""


def run(*arguments: str, feed: bytes | IO[bytes] | None = None, cwd: Path | None = None) -> bytes:
    """What a git command answers. Raises GitFailed, and GitMissing without git."""
    done = call(arguments, feed, cwd)
    if done.returncode:
        raise GitFailed(last_words(done.stderr))
    return done.stdout


def call(
    arguments: Iterable[str], feed: bytes | IO[bytes] | None, cwd: Path | None
) -> subprocess.CompletedProcess[bytes]:
    """What a git command answers, with its status. Raises GitFailed where there is none, and GitMissing."""
    words, stream = (feed or b"", None) if feed is None or isinstance(feed, bytes) else (None, feed)
    try:
        return subprocess.run(  # noqa: S603 - no shell, and what a user named comes after "--"
            _line(arguments), input=words, stdin=stream, capture_output=True, check=False, timeout=PATIENCE, cwd=cwd,
            **_options(),
        )  # fmt: skip
    except FileNotFoundError as error:
        if cwd is not None and not cwd.is_dir():
            raise GitFailed(f"{cwd} is gone") from error
        raise GitMissing from error
    except subprocess.TimeoutExpired as error:
        raise GitFailed(f"no answer in {PATIENCE // 60} minutes") from error


def start(*arguments: str, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    """A git command that is asked and answers as long as it is wanted. Raises GitMissing without git."""
    try:
        return subprocess.Popen(  # noqa: S603 - as above
            _line(arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, **_options()
        )
    except FileNotFoundError as error:
        raise GitMissing from error


def _line(arguments: Iterable[str]) -> list[str]:
    return ["git", *(part for setting in _SETTINGS for part in ("-c", setting)), *arguments]


def _options() -> dict[str, Any]:
    return {
        "env": _environment(),
        "start_new_session": not _at_terminal(),
        "umask": PRIVATE if os.name == "posix" else -1,
    }


def _environment() -> dict[str, str]:
    variables = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _OWN.match(name)
    }
    return variables | {"LC_ALL": "C"} | ({} if _at_terminal() else {"GIT_TERMINAL_PROMPT": "0"})


def _at_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def last_words(stderr: bytes) -> str:
    """What git said last that is of use, on one line."""
    lines = [line.strip() for line in stderr.decode("utf-8", "replace").splitlines()]
    useful = [line for line in lines if line.startswith(("fatal: ", "error: ", "ssh: "))]
    words = (useful or [line for line in lines if line] or ["git failed"])[0]
    return re.sub(r"^(fatal|error|ssh): ", "", words).rstrip(".")
