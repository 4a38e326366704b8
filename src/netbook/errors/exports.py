"""Files to be written."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class NoDayOfItsOwn(Usage):
    """A span of days asked of a table whose rows have no day."""

    def __init__(self, table: str) -> None:
        super().__init__(f"{table} have no day of their own; leave out --since and --until")


class OnlyForCsv(Usage):
    """The guard for spreadsheets with a form that no spreadsheet opens."""

    def __init__(self) -> None:
        super().__init__("--spreadsheet is for CSV; leave out --json")


class CannotWriteFile(Refused):
    """A file that was named for the output and cannot be written."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"cannot write {shown}: {why}; nothing was written, name another file")


class OnlyForTables(Usage):
    """An option of tables with an export that has one form of its own."""

    def __init__(self, name: str, option: str) -> None:
        super().__init__(f"export {name} has one form, which is no table; leave out {option}")


class OnlyForVcards(Usage):
    """The version of vCards with an export that is none."""

    def __init__(self) -> None:
        super().__init__("--v3 is for export vcard; leave it out")


class UnknownEnding(Usage):
    """A file whose name does not say what is to be written into it."""

    def __init__(self, shown: str, endings: list[str]) -> None:
        super().__init__(
            f"cannot tell what to write to {shown}; end its name in {', '.join(endings[:-1])} or {endings[-1]}"
        )
