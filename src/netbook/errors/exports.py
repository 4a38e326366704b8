"""Files to be written."""

from __future__ import annotations

from netbook.errors import JournalError, Refused, Usage


class NoDayOfItsOwn(Usage):
    """--since or --until for a table whose rows have no day."""

    def __init__(self, table: str) -> None:
        super().__init__(f"{table} have no date; leave out --since and --until")


class OnlyForCsv(Usage):
    """--spreadsheet without --csv."""

    def __init__(self) -> None:
        super().__init__("--spreadsheet is for CSV; use it with --csv")


class CannotWriteFile(Refused):
    """A file that was named for the output and cannot be written."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"cannot write {shown}: {why}; nothing was written, name another file")


class NoRoomForFile(JournalError):
    """A file that was named for the output, on a disk that is full or broken."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(
            f"cannot write {shown}: {why}; nothing was written, make room or name a file on another disk"
        )


class OnlyForTables(Usage):
    """An option for tables, with an export in a format of its own."""

    def __init__(self, name: str, option: str) -> None:
        super().__init__(f"export {name} has one form, not a table; leave out {option}")


class OnlyForVcards(Usage):
    """--v3 with an export other than vCard."""

    def __init__(self) -> None:
        super().__init__("--v3 is for export vcard; leave it out")


class UnknownEnding(Usage):
    """A file whose name does not say what is to be written into it."""

    def __init__(self, shown: str, endings: list[str]) -> None:
        choice = " or ".join(part for part in (", ".join(endings[:-1]), endings[-1]) if part)
        super().__init__(f"cannot tell what to write to {shown}; end its name in {choice}")


class TooLongForQrCode(Refused):
    """More than the largest QR code holds."""

    def __init__(self, length: int, most: int) -> None:
        super().__init__(f"{length:,} bytes are too many for a QR code, which holds {most:,}; shorten them")


class NoRoomForQrCode(Refused):
    """A QR code wider than the terminal, which could not be scanned."""

    def __init__(self, wide: int, available: int) -> None:
        super().__init__(
            f"the QR code is {wide} columns wide and the terminal {available}; widen it or use a smaller type"
        )


class NoOutputFile(Usage):
    """A page without -o: on a terminal nobody could look at it."""

    def __init__(self, example: str) -> None:
        super().__init__(f"say which file to write, as in {example}")
