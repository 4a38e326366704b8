"""The little of git that a sync needs: a bare repository beside the journal, in which nothing is checked out.

Git is run with its plumbing commands only, without hooks, and with neither the settings nor the variables of a user
that change what these do; how a remote is reached (ssh, credentials, proxies) stays the user's own. A call that
fails is a failure, whatever it was asked.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from netbook.errors.sync import GitMissing, NotARepository

BRANCH = "netbook"
REF = f"refs/heads/{BRANCH}"
# What of the remote is here, the commit that both sides have, and the one that is about to be sent.
THEIRS, BASE, NEW = "refs/netbook/theirs", "refs/netbook/base", "refs/netbook/new"
AT_ONCE = 32  # objects that are read by one call
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
_URL = re.compile(r"[a-z][a-z0-9+.-]*://|[^/]+:", re.IGNORECASE)


class GitFailed(Exception):
    """A call of git that failed; the message is what git said."""


def is_folder(remote: str) -> bool:
    """Whether a remote is a folder of this machine, and not reached over a network."""
    return not _URL.match(remote) or remote.lower().startswith("file://")


def run(*arguments: str, feed: bytes | IO[bytes] | None = None, cwd: Path | None = None) -> bytes:
    """The output of a git command. Raises GitFailed, and GitMissing without git."""
    done = _call(arguments, feed, cwd)
    if done.returncode:
        raise GitFailed(_last_words(done.stderr))
    return done.stdout


def _call(
    arguments: Iterable[str], feed: bytes | IO[bytes] | None, cwd: Path | None
) -> subprocess.CompletedProcess[bytes]:
    words, stream = (feed or b"", None) if feed is None or isinstance(feed, bytes) else (None, feed)
    settings = (part for setting in _SETTINGS for part in ("-c", setting))
    try:
        return subprocess.run(  # noqa: S603 - no shell, and what a user named comes after "--"
            ["git", *settings, *arguments],  # noqa: S607 - the user's own git
            input=words, stdin=stream, capture_output=True, check=False, timeout=PATIENCE, env=_environment(), cwd=cwd,
            start_new_session=not _at_terminal(),
            umask=PRIVATE if os.name == "posix" else -1,
        )  # fmt: skip
    except FileNotFoundError as error:
        if cwd is not None and not cwd.is_dir():
            raise GitFailed(f"{cwd} is gone") from error
        raise GitMissing from error
    except subprocess.TimeoutExpired as error:
        raise GitFailed(f"no answer in {PATIENCE // 60} minutes") from error


def _environment() -> dict[str, str]:
    backup = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or _OWN.match(name)
    }
    return backup | {"LC_ALL": "C"} | ({} if _at_terminal() else {"GIT_TERMINAL_PROMPT": "0"})


def _at_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def _last_words(sentence: bytes) -> str:
    """What git said last that is of use, on one line."""
    lines = [line.strip() for line in sentence.decode("utf-8", "replace").splitlines()]
    useful = [line for line in lines if line.startswith(("fatal: ", "error: ", "ssh: "))]
    words = (useful or [line for line in lines if line] or ["git failed"])[0]
    return re.sub(r"^(fatal|error|ssh): ", "", words).rstrip(".")


class Repository:
    """A bare repository, of which nothing is needed that the remote has not got."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self) -> None:
        """Make it where it is not there, for its owner alone."""
        if (self.folder / "HEAD").exists():
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        init(self.folder)

    def git(self, *arguments: str, feed: bytes | IO[bytes] | None = None) -> bytes:
        """What git answers about this repository."""
        return run(f"--git-dir={self.folder}", *arguments, feed=feed)

    def _asks(self, *arguments: str) -> bool:
        """The answer to a question of yes (0) or no (1); anything else is a failure."""
        done = _call((f"--git-dir={self.folder}", *arguments), None, None)
        if done.returncode not in (0, 1):
            raise GitFailed(_last_words(done.stderr))
        return done.returncode == 0

    def remote_head(self, remote: str) -> str | None:
        """The commit of the remote's branch, or None."""
        lines = self.git("ls-remote", "--refs", "--", remote, REF).decode().splitlines()
        heads = [line.split("\t")[0] for line in lines if line.endswith(f"\t{REF}")]
        return heads[0] if heads else None

    def fetch(self, remote: str) -> str:
        """Get the remote's branch with its past; its commit."""
        self.git(
            "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", "--no-auto-gc",
            "--force", "--", remote, f"+{REF}:{THEIRS}",
        )  # fmt: skip
        return self.git("rev-parse", "--verify", THEIRS).decode().strip()

    def has(self, commit: str) -> bool:
        """Whether a commit is here."""
        lines = self.git("cat-file", "--batch-check", feed=f"{commit}^{{commit}}\n".encode())
        return not lines.strip().endswith(b"missing")

    def is_ancestor(self, one: str, other: str) -> bool:
        """Whether one commit is another, or in its past."""
        return self._asks("merge-base", "--is-ancestor", one, other)

    def merge_base(self, one: str, other: str) -> str | None:
        """The latest commit in the past of both; None where they have no past in common."""
        done = _call((f"--git-dir={self.folder}", "merge-base", one, other), None, None)
        if done.returncode not in (0, 1):
            raise GitFailed(_last_words(done.stderr))
        return done.stdout.decode().split("\n")[0] or None

    def files(self, commit: str) -> dict[str, str]:
        """Every file of a commit, with the object that it is."""
        result = {}
        for entry in (
            self.git("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "replace").split("\0")
        ):
            if entry:
                about, _, name = entry.partition("\t")
                result[name] = about.split(" ")[2]
        return result

    def contents(self, objects: Iterable[str]) -> Iterator[bytes]:
        """What objects contain, in their order."""
        # A large journal is not held in memory as a whole.
        wanted = iter(objects)
        while some := [*islice(wanted, AT_ONCE)]:
            yield from self._contents(some)

    def _contents(self, wanted: list[str]) -> Iterator[bytes]:
        answer = memoryview(self.git("cat-file", "--batch", feed="".join(f"{o}\n" for o in wanted).encode()))
        place = 0
        for each in wanted:
            end = bytes(answer[place : place + 200]).find(b"\n")
            head = bytes(answer[place : place + end]).split(b" ")
            if len(head) != 3:
                raise GitFailed(f"{each} is missing")
            start = place + end + 1
            yield bytes(answer[start : start + int(head[2])])
            place = start + int(head[2]) + 1

    def commit(
        self,
        message: str,
        files: Iterable[tuple[str, bytes | None]],
        parent: str | None,
        tree_of: str | None = None,
    ) -> str:
        """Make a commit: its parent's files, or those of `tree_of`, with these in their place, None for removed."""
        tree = self.git("rev-parse", f"{tree_of}^{{tree}}").decode().strip() if tree_of else None
        # A large journal is not held in memory once more; the folder is its owner's alone.
        with TemporaryFile(dir=self.folder) as feed:
            feed.writelines(_commands(message, files, parent, tree))
            feed.seek(0)
            # A shard has little in common with the one before it, and is slow to read as what differs from that.
            return (
                self.git("fast-import", "--quiet", "--force", "--done", "--depth=0", feed=feed)
                .decode()
                .strip()
            )

    def push(self, remote: str, commit: str, expected: str | None) -> None:
        """Make a commit the remote's, if its branch is still where it was expected. Raises GitFailed."""
        # A user's hooks are no hooks of a folder; those of a host are its own affair.
        receive = ["--receive-pack=git -c core.hooksPath=/dev/null receive-pack"] if is_folder(remote) else []
        self.git(
            "push", "--quiet", "--porcelain", "--no-verify", "--no-follow-tags", "--no-signed",
            "--no-recurse-submodules", *receive, f"--force-with-lease={REF}:{expected or ''}", "--", remote,
            f"{commit}:{REF}",
        )  # fmt: skip

    def past(self, commit: str) -> list[str]:
        """The commits in the past of one, itself among them."""
        return self.git("rev-list", commit).decode().split()

    def forget_the_rest(self, remote: str | None) -> None:
        """Drop what no branch holds any more, here and, where it is a folder, in the remote."""
        self.git("update-ref", "-d", NEW)
        self.git("update-ref", THEIRS, BASE)
        self.git("gc", "--quiet", "--prune=now")
        if remote is not None and is_folder(remote) and not remote.lower().startswith("file://"):
            run("gc", "--quiet", "--prune=now", cwd=Path(remote))

    def keep(self, commit: str) -> None:
        """Have a commit stay here even if the remote forgets it."""
        self.git("update-ref", BASE, commit)

    def tidy(self) -> None:
        """Pack what has become much; git decides when."""
        run(
            "-c",
            "gc.auto=2000",
            "-c",
            "gc.autoDetach=false",
            f"--git-dir={self.folder}",
            "gc",
            "--auto",
            "--quiet",
        )


def _commands(
    message: str, files: Iterable[tuple[str, bytes | None]], parent: str | None, tree: str | None
) -> Iterator[bytes]:
    """What fast-import is told to make one commit, and to answer which it is."""
    text = message.encode()
    # What was left of an earlier attempt is no parent.
    yield f"reset {NEW}\n\ncommit {NEW}\nmark :1\n".encode()
    yield f"committer netbook <netbook> {int(time.time())} +0000\ndata {len(text)}\n".encode()
    yield text
    yield f"\nfrom {parent}\n".encode() if parent else b"\n"
    if tree:
        yield f'M 040000 {tree} ""\n'.encode()
    for name, content in files:
        if content is None:
            yield f"D {name}\n".encode()
        else:
            yield f"M 100644 inline {name}\ndata {len(content)}\n".encode()
            yield content
            yield b"\n"
    yield b"get-mark :1\ndone\n"


def init(folder: Path) -> None:
    """Make a bare repository of a folder."""
    run(
        "init", "--quiet", "--bare", "--template=", "--object-format=sha1", f"--initial-branch={BRANCH}", "--",
        str(folder),
    )  # fmt: skip


def prepare_folder(remote: str) -> str:
    """The folder that a remote is, made a repository where it is new or empty. Raises NotARepository."""
    if remote.lower().startswith("file://"):
        return remote
    folder = Path(remote).expanduser().absolute()
    if not folder.parent.is_dir():
        raise NotARepository(
            folder, f"cannot be made: there is no {folder.parent}; is everything plugged in?"
        )
    if folder.exists() and not folder.is_dir():
        raise NotARepository(folder, "is a file; name a folder or a git repository")
    if (folder / "HEAD").exists() or (folder / ".git").exists():
        return str(folder)
    if folder.exists() and any(folder.iterdir()):
        raise NotARepository(folder, "is neither empty nor a git repository; name a new folder")
    folder.mkdir(mode=0o700, exist_ok=True)
    init(folder)
    return str(folder)
