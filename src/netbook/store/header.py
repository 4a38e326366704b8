"""Read a database's header before SQLite opens it: https://sqlite.org/fileformat.html, section 1.3."""

from __future__ import annotations

from netbook.store.detect_encryption import AnyPath, head_of

_WAL = b"\2\2"  # the file format's versions for writing and reading, at bytes 18 and 19
_ROLLBACK = bytes.fromhex("d9d505f920a163d7")  # what a rollback file begins with, section 3
_FIRST = (1).to_bytes(4, "big")
_LARGEST = 65536  # bytes of a sector or a page


def application_of(head: bytes) -> int:
    """The number of the program that the file belongs to."""
    return int.from_bytes(head[68:72], "big")


def is_wal(path: AnyPath) -> bool:
    """Whether a file that was looked at is in WAL mode."""
    return head_of(path)[18:20] == _WAL


def first_page_before(rollback: str) -> bytes:
    """The header that a rollback file would put back; empty where it has none."""
    try:
        with open(rollback, "rb") as file:
            head = file.read(28)
            sector = int.from_bytes(head[20:24], "big")
            if not head.startswith(_ROLLBACK) or not 0 < sector <= _LARGEST:
                return b""
            # The first page is changed by every transaction, and mostly first: it is looked for among a few.
            page = min(int.from_bytes(head[24:28], "big"), _LARGEST)
            file.seek(sector)
            for _ in range(1000):
                number, content, checksum = file.read(4), file.read(page), file.read(4)
                if number == _FIRST:
                    return content[:100]
                if len(checksum) < 4:
                    break
    except OSError:
        return b""
    return b""
