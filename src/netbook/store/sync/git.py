"""The little of git that a sync needs: a bare repository beside the journal, in which nothing is checked out."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from netbook.errors.sync import NotARepository
from netbook.store.disk import make_folder
from netbook.store.sync.git_process import GitFailed, call, last_words, run
from netbook.store.sync.objects import Objects

BRANCH = "netbook"
REF = f"refs/heads/{BRANCH}"
# What of the remote is here, the commit that both sides have, and the one that is about to be sent.
THEIRS, BASE, NEW = "refs/netbook/theirs", "refs/netbook/base", "refs/netbook/new"

_URL = re.compile(r"[a-z][a-z0-9+.-]*://|[^/]+:", re.IGNORECASE)


def is_folder(remote: str) -> bool:
    """Whether a remote is a folder of this machine, and not reached over a network."""
    return not _URL.match(remote) or remote.lower().startswith("file://")


class Repository:
    """A bare repository, of which nothing is needed that the remote has not got."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.objects = Objects(folder)

    def make(self) -> None:
        """Make it where it is not there, for its owner alone; locks of a git that was killed are taken away.

        To be called by the one sync that is at work here: nobody else's git can hold such a lock.
        """
        if (self.folder / "HEAD").exists():
            for name in (THEIRS, BASE, NEW):
                (self.folder / f"{name}.lock").unlink(missing_ok=True)
            return
        make_folder(self.folder)
        init(self.folder)

    def git(self, *arguments: str, feed: bytes | IO[bytes] | None = None) -> bytes:
        """What git answers about this repository."""
        return run(f"--git-dir={self.folder}", *arguments, feed=feed)

    def _asks(self, *arguments: str) -> bool:
        """The answer to a question of yes (0) or no (1); anything else is a failure."""
        done = call((f"--git-dir={self.folder}", *arguments), None, None)
        if done.returncode not in (0, 1):
            raise GitFailed(last_words(done.stderr))
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
        theirs = self.objects.get(THEIRS)
        if theirs is None:
            raise GitFailed(f"nothing was fetched from {remote}")
        return theirs.id

    def has(self, commit: str) -> bool:
        """Whether a commit is here."""
        return self.objects.get(f"{commit}^{{commit}}") is not None

    def is_ancestor(self, one: str, other: str) -> bool:
        """Whether one commit is another, or in its past."""
        return self._asks("merge-base", "--is-ancestor", one, other)

    def merge_base(self, one: str, other: str) -> str | None:
        """The latest commit in the past of both; None where they have no past in common."""
        done = call((f"--git-dir={self.folder}", "merge-base", one, other), None, None)
        if done.returncode not in (0, 1):
            raise GitFailed(last_words(done.stderr))
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
        """What objects contain, in their order; one is held in memory at a time."""
        for name in objects:
            content = self.objects.get(name)
            if content is None:
                raise GitFailed(f"{name} is missing")
            yield content.content

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
        self.objects.close()
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
        self.objects.close()
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
