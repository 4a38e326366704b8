"""What is in a repository, read through one process of git: a sync looks at a dozen of its objects."""

from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryFile
from typing import NamedTuple

from netbook.store.sync.git_process import GitFailed, last_words, start


class GitObject(NamedTuple):
    """An object of git: its id, and what it contains."""

    id: str
    content: bytes


class Objects:
    """The objects of a repository; git is started for the first, and stays until `close`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._git: Popen[bytes] | None = None

    def get(self, name: str) -> GitObject | None:
        """The object that git knows by a name, or None. Raises GitFailed and GitMissing."""
        git = self._git = self._git or self._started()
        assert git.stdin is not None
        assert git.stdout is not None
        try:
            git.stdin.write(f"{name}\n".encode())
            git.stdin.flush()
            head = git.stdout.readline().split()
            if head[-1:] == [b"missing"]:
                return None
            identity, _, size = head
            content = git.stdout.read(int(size))
            if len(content) < int(size) or git.stdout.read(1) != b"\n":
                raise EOFError
        except (OSError, ValueError, EOFError) as error:
            raise GitFailed(self._why()) from error
        return GitObject(identity.decode(), content)

    def close(self) -> None:
        """Have the process end, before anything is done to the files that it reads."""
        if self._git is None:
            return
        self._git.kill()  # it only reads
        self._git.communicate()
        self._errors.close()
        self._git = None

    def _started(self) -> Popen[bytes]:
        self._errors = TemporaryFile()  # noqa: SIM115 - as long as the process
        return start(f"--git-dir={self._folder}", "cat-file", "--batch", errors=self._errors)

    def _why(self) -> str:
        self._errors.seek(0)
        words = self._errors.read()
        self.close()
        return last_words(words)
