"""Open a form in the user's editor: private while it is open, kept if it cannot be used."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from netbook.actions.files import FULL
from netbook.cli.output import asked, at_terminal, warn
from netbook.errors import NetbookError
from netbook.errors.forms import (
    DraftFailed,
    DraftKept,
    EditorFailed,
    EditorUnreadable,
    GivenUp,
    NoEditor,
    NoRoomForDraft,
)
from netbook.render.text import visible

USUAL = ("nano", "vim", "vi")
Answer = TypeVar("Answer")


def filled_in(text: str, take: Callable[[str], Answer]) -> Answer:
    """Open a form in the editor and return what `take` makes of it once it is saved.

    On a terminal, text that `take` refuses can be corrected; otherwise the draft is kept and the error, DraftKept,
    names it. Raises NoEditor, EditorUnreadable, EditorFailed, DraftFailed or NoRoomForDraft.
    """
    command = editor()
    draft = Draft(text)
    with draft.not_lost():
        while True:
            draft.open(command)
            try:
                # An editor that was left without saving takes nothing.
                answer = take(draft.read() if draft.was_saved() else "")
            except NetbookError as error:
                if not at_terminal():
                    raise
                warn(f"netbook: {visible(str(error))}")
                if asked("Open it again? (Enter: yes, n: no) ").casefold() in ("n", "no"):
                    raise GivenUp(error) from error
            else:
                draft.remove()
                return answer


def editor() -> list[str]:
    """The editor and its arguments: VISUAL, else EDITOR, else on a terminal a common one."""
    for variable in ("VISUAL", "EDITOR"):
        chosen = os.environ.get(variable, "").strip()
        if chosen:
            try:
                return shlex.split(chosen)
            except ValueError:
                raise EditorUnreadable(variable, visible(chosen)) from None
    usual = next((path for name in USUAL if (path := shutil.which(name))), None) if at_terminal() else None
    if usual is None:
        raise NoEditor
    return [usual]


class Draft:
    """A text in a file of its own, in a folder that only its owner can enter, since editors leave copies there."""

    def __init__(self, text: str) -> None:
        self.text = text
        with _explained():
            # Other users see the path among the processes: it says nothing of whom the form is about.
            self.folder = Path(tempfile.mkdtemp(prefix="netbook-"))
            self.path = self.folder / "form.txt"
            try:
                self._write()
            except OSError:
                self.remove()
                raise
        self._before = self._state()

    def _write(self) -> None:
        self.folder.chmod(0o700)  # whatever the umask
        descriptor = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(descriptor, 0o600)
            file.write(self.text.encode())

    def _state(self) -> tuple[int, int] | None:
        """What changes when the file is saved, even unchanged: an editor may replace the file."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def was_saved(self) -> bool:
        """Whether the editor that was opened last has saved the file, or removed it."""
        return self._state() != self._before

    def open(self, command: list[str]) -> None:
        """Run the editor on the file until it is closed; raises EditorFailed."""
        shown = visible(shlex.join(command))
        self._before = self._state()
        try:
            running = subprocess.Popen([*command, str(self.path)])  # noqa: S603 - the user's own choice
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise EditorFailed(shown, f"cannot be started ({why})") from None
        # Ctrl-C is the editor's as long as it is open.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            status = running.wait()
        finally:
            signal.signal(signal.SIGINT, before)
        if status:
            raise EditorFailed(
                shown, f"ended with status {status}" if status > 0 else f"was ended by signal {-status}"
            )

    def read(self) -> str:
        """The content of the file; empty if the editor removed it."""
        with _explained():
            try:
                return self.path.read_bytes().decode("utf-8-sig")
            except FileNotFoundError:
                return ""
            except UnicodeDecodeError:
                raise DraftFailed("it was not saved as UTF-8") from None

    @contextmanager
    def not_lost(self) -> Iterator[None]:
        """Keep the file if processing it fails, unless nothing was written into it."""
        try:
            yield
        except BaseException as error:
            if self._untouched():
                self.remove()
                raise
            self.path.chmod(0o600)  # editors that save a new file in its place follow the umask
            if isinstance(error, NetbookError):
                raise DraftKept(error, self.path) from error
            warn(f"netbook: what you wrote is kept in {self.path}")
            raise

    def _untouched(self) -> bool:
        try:
            return self.path.read_bytes() == self.text.encode()
        except OSError:
            return True

    def remove(self) -> None:
        """Remove the file, with whatever the editor left beside it."""
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise (NoRoomForDraft if error.errno in FULL else DraftFailed)(why) from error
