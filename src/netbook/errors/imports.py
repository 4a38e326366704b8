"""Files to be read."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class NotText(Refused):
    """A file to import that is not text, or not in the named encoding."""

    def __init__(self, what: str) -> None:
        super().__init__(f"nothing was imported: the file is {what}")


class UnknownEncoding(Usage):
    """A name after --encoding that no encoding has."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"unknown encoding {name}; write utf-8, utf-16, cp1252, iso-8859-15, shift_jis or the like"
        )


class NotThisFormat(Refused):
    """A text that is not in the named format."""

    def __init__(self, what: str, missing: str, like: str | None = None) -> None:
        hint = f"; it looks like --from {like}" if like else ""
        super().__init__(f"nothing was imported: the file is not {what}: {missing}{hint}")
        self.what = what
        self.missing = missing


class NotOneFile(Refused):
    """An archive in which not exactly one file can be imported."""

    def __init__(self, listed: str, *, several: bool) -> None:
        how = "unzip -p ARCHIVE NAME | netbook import -"
        super().__init__(
            f"nothing was imported: the archive holds {listed}; choose one: {how}"
            if several
            else f"nothing was imported: no file in the archive can be imported; it holds {listed}"
        )


class CutOff(Refused):
    """A file that ends in the middle of something."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"nothing was imported: the file is cut off: {missing}; download it again")


class OnlyForCalendar(Usage):
    """Options about a calendar's entries, with a file of another kind."""

    def __init__(self, options: str, format_: str) -> None:
        super().__init__(f"{options}: only for a calendar, and the file is {format_}; leave that out")


class NotAnAddress(Usage):
    """A text after --me that is not an e-mail address."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} is not an e-mail address; write --me you@example.org")


class NoKnownFormat(Refused):
    """A text that looks like none of the formats that can be imported."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(
            f"nothing was imported: cannot tell what format the file has; name it with --from ({', '.join(names)})"
        )


class CannotReadFile(Refused):
    """A file that was named and cannot be read."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"cannot read {shown}: {why}; check its name and its permissions")


class NothingInFolder(Refused):
    """A folder in which nothing can be imported."""

    def __init__(self, shown: str, endings: list[str]) -> None:
        super().__init__(f"nothing to import in {shown}: no file there ends in {', '.join(endings)}")


class FilesNotImported(Refused):
    """Some of several files could not be imported; the report names each."""

    def __init__(self, number: int, every: int) -> None:
        super().__init__(f"{number:,} of {every:,} files could not be imported; the report says why")


class NoStandardInput(Refused):
    """Standard input is to be read and is closed."""

    def __init__(self) -> None:
        super().__init__("standard input is closed; name a file")


class NewerExport(Refused):
    """A journal's export in a version that this netbook does not know."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(
            f"nothing was imported: the file was made by a newer netbook (version {version} of the format, this one"
            f" knows {known}); update netbook"
        )


class CirclesOfTheirOwn(Usage):
    """--circle with a journal's export."""

    def __init__(self) -> None:
        super().__init__("people in a journal's export have their circles; leave out --circle")


class RegionNotKnown(Refused):
    """A telephone number without a country, before the user named a region; with the likeliest region, if any."""

    def __init__(self, guess: str | None) -> None:
        super().__init__("nobody has said where telephone numbers without their country are from")
        self.guess = guess
