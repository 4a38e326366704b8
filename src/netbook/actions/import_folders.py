"""Find what to import in a folder: cards and entries as vdirsyncer, khard and khal keep them, and mail.

Files with a known ending are imported; hidden files and others are left alone. A Maildir is imported with its Maildir++
subfolders (.Sent), and so is a file without an ending that begins as a mailbox does, as Thunderbird and Apple Mail keep
them. Trash, junk and drafts are left out unless they are named themselves.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from netbook.core.text import quoted
from netbook.errors.imports import CannotReadFile, NothingInFolder
from netbook.formats.mail import is_mailbox
from netbook.formats.mail_folders import is_no_correspondence

ENDINGS = frozenset(
    (
        ".vcf",
        ".vcard",
        ".ics",
        ".ical",
        ".ifb",
        ".vcs",
        ".csv",
        ".tsv",
        ".json",
        ".md",
        ".xml",
        ".mbox",
        ".eml",
        ".zip",
        ".sql",
    )
)
_OF_MAILDIR = ("cur", "new", "tmp")
_POSTMARK = 1_000  # bytes, in which the first line of a mailbox ends


class FoundFiles(NamedTuple):
    """The files to import, and the folders and mailboxes of trash, junk and drafts that were left out."""

    names: list[str]
    left_out: list[str]


def is_maildir(name: str) -> bool:
    """Whether a folder keeps messages as Maildir does."""
    # Not Path.is_dir, which gives up at a folder that is closed to us.
    return name != "-" and all(os.path.isdir(Path(name, inside)) for inside in ("cur", "new"))  # noqa: PTH112


def files_in(names: Iterable[str]) -> FoundFiles:
    """The named files and the files in named folders, each once and sorted by name.

    Raises CannotReadFile for a missing file, NothingInFolder for a folder without anything to import.
    """
    result: dict[str, None] = {}
    left_out: list[str] = []
    for name in names:
        path = Path(name)
        if name == "-" or not path.is_dir():
            if name != "-" and "\0" not in name and not path.exists():
                raise CannotReadFile(quoted(name), "no such file or directory")
            result[name] = None
            continue
        inside = list(_inside(path, left_out))
        if not inside:
            raise NothingInFolder(quoted(name), sorted(ENDINGS))
        result.update(dict.fromkeys(inside))
    return FoundFiles(list(result), left_out)


def _inside(folder: Path, left_out: list[str]) -> Iterator[str]:
    """The files and Maildirs in a folder, and the folders in it that cannot be read."""
    closed: list[OSError] = []
    for at, folders, files in os.walk(folder, onerror=closed.append):
        inside = sorted(folders)
        folders.clear()
        if is_maildir(at):
            yield at
            inside = [each for each in inside if each not in _OF_MAILDIR]
        for each in inside:
            if each.startswith(".") and not is_maildir(f"{at}/{each}"):
                continue
            if is_no_correspondence(each):
                left_out.append(str(Path(at, each)))
            else:
                folders.append(each)
        for file in sorted(files):
            path = Path(at, file)
            if not _is_wanted(path):
                continue
            if path.suffix in ("", ".mbox") and is_no_correspondence(file):
                left_out.append(str(path))
            else:
                yield str(path)
    yield from (error.filename for error in closed)


def _is_wanted(path: Path) -> bool:
    """Whether a file in a folder can be imported, by its ending; without one, whether it begins as a mailbox does."""
    if path.name.startswith(".") or (path.suffix and path.suffix.casefold() not in ENDINGS):
        return False
    if path.exists() and not path.is_file():  # a pipe would be waited for
        return False
    if path.suffix:
        return True
    try:
        with path.open("rb") as file:
            return is_mailbox(file.readline(_POSTMARK))
    except OSError:
        return False
