"""Other journals in the folders of a journal and its backups: copies made by hand, damaged ones, other people's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from netbook.store.backup_files import drafts, folder, is_abandoned
from netbook.store.detect_encryption import HEAD, MARK
from netbook.store.file import APPLICATION_ID, MAGIC
from netbook.store.header import application_of


def journals_beside(path: Path) -> Iterator[Path]:
    """Every other journal there, whether or not netbook made it, by its first bytes."""
    for where in (path.parent, folder(path)):
        for file in sorted(where.iterdir()) if where.is_dir() else []:
            with suppress(OSError):
                if file.is_file() and not (path.exists() and file.samefile(path)) and _is_journal(file):
                    yield file


def remove_abandoned(path: Path) -> None:
    """Remove what commands that were killed left unfinished: it is a copy, too."""
    for draft in drafts(path):
        if is_abandoned(draft, 0):
            draft.unlink(missing_ok=True)


def _is_journal(file: Path) -> bool:
    with file.open("rb") as opened:
        head = opened.read(HEAD)
    return head.startswith(MARK) or (head.startswith(MAGIC) and application_of(head) == APPLICATION_ID)
