"""Import a mailbox, mbox or Maildir: who wrote to whom and when, in memory that does not grow with its size."""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from gzip import GzipFile
from io import BytesIO
from pathlib import Path

from netbook.actions.import_folders import is_maildir
from netbook.actions.import_source import HEAD, NamedFile, translated_read_errors
from netbook.actions.importer import Importer
from netbook.actions.imports import STEP, Imported, ImportOptions, Progress, checked
from netbook.formats import mail
from netbook.formats.records import ContactEntry
from netbook.store import journal

# A message: the number of its first line, and the lines of its header.
Message = tuple[int, list[bytes]]


def is_mailbox(file: NamedFile, options: ImportOptions) -> bool:
    """Whether a file or folder is a mailbox; standard input is one from its second message on."""
    if options.format is not None:
        return options.format.strip().casefold() == mail.MAILBOX
    if is_maildir(file.name):
        return True
    with file.opened() as source:
        return mail.is_mailbox(source.first) and (file.name != "-" or mail.are_several(source.ahead()))


class MailboxContacts:
    """Who wrote to whom and when, packed into a few megabytes for gigabytes of mail."""

    def __init__(self) -> None:
        self._packed = BytesIO()
        self._lines = GzipFile(fileobj=self._packed, mode="wb", compresslevel=1)

    def keep(self, entry: ContactEntry) -> None:
        """Add a contact."""
        line = (entry.line, entry.date.toordinal(), entry.senders, entry.others)
        self._lines.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")

    def __iter__(self) -> Iterator[ContactEntry]:
        self._lines.close()
        self._packed.seek(0)
        for line in GzipFile(fileobj=self._packed):
            number, day, senders, others = json.loads(line)
            yield ContactEntry(number, date.fromordinal(day), "email", tuple(senders), tuple(others))


def read_mailbox(file: NamedFile, progress: Progress) -> MailboxContacts:
    """Read the contacts of a mailbox before the journal is opened, so that it is not locked meanwhile."""
    contacts = MailboxContacts()
    for line, header in _maildir(file.name, progress) if is_maildir(file.name) else _mbox(file, progress):
        contacts.keep(mail.contact(line, header))
    return contacts


def _mbox(file: NamedFile, progress: Progress) -> Iterator[Message]:
    with file.opened() as source:
        for number, message in enumerate(mail.messages(source.lines(HEAD))):
            if number % STEP == 0:
                progress(source.done, source.size)
            yield message


def _maildir(name: str, progress: Progress) -> Iterator[Message]:
    """The messages of a Maildir; one that is moved or deleted meanwhile is skipped."""
    with translated_read_errors(name):
        paths = sorted(path for inside in ("cur", "new") for path in Path(name, inside).iterdir())
    for number, path in enumerate(paths, 1):
        if number % STEP == 0:
            progress(number, len(paths))
        try:
            with path.open("rb") as message:
                yield number, mail.header_of(iter(partial(message.readline, HEAD), b""))
        except OSError:
            continue


def run(
    path: Path, today: date, file: NamedFile, options: ImportOptions, what: str, progress: Progress
) -> Imported:
    """Import a mailbox by itself."""
    confirmed = checked(options.confirmed, mail.MAILBOX)
    contacts = read_mailbox(file, progress)
    with journal.reading(path) if options.dry_run else journal.writing(path, what) as db:
        work = Importer(db, today, None, None if options.dry_run else path, confirmed, asks=options.asks)
        for contact in contacts:
            work.take(contact)
        work.finish()
    return Imported.of(work, options, mail.MAILBOX, None, None)
