"""The one file in a ZIP archive that can be imported: LinkedIn's data comes as such an archive.

That is `Connections.csv`, in any folder of the archive, or else the only file named like one of the formats. An archive
states how big its files are; a file that is too big is not unpacked, and one bigger than stated is damaged.
"""

import io
from typing import TYPE_CHECKING, NamedTuple

from netbook.core.text import clip, joined, visible
from netbook.errors.imports import NotOneFile, NotText

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MARKS = (b"PK\x03\x04", b"PK\x05\x06")
BIGGEST = 200 * 1024 * 1024
LISTED = 8
_ENDINGS = (".vcf", ".vcard", ".csv", ".ics", ".json", ".jsonl", ".md")
_FIRST_OF_ALL = "connections.csv"


class Unpacked(NamedTuple):
    """The bytes to import, and the name they have in their archive; None where there was no archive."""

    data: bytes
    name: str | None = None


def unpacked(data: bytes) -> Unpacked:
    """The bytes, out of their archive if they are one.

    Raises NotOneFile where it is not clear which file is meant, NotText for an archive that cannot be read.
    """
    if not data.startswith(MARKS):
        return Unpacked(data)
    from zipfile import ZipFile

    try:
        with ZipFile(io.BytesIO(data)) as archive:
            chosen = _chosen(archive)
            if chosen.flag_bits & 1:
                raise NotText("an archive (ZIP) with a password; unpack it first")
            if chosen.file_size > BIGGEST:
                raise NotText(
                    f"an archive (ZIP) with a file of over {BIGGEST // 1024**2:,} MB; unpack it first"
                )
            with archive.open(chosen) as file:
                return Unpacked(file.read(BIGGEST), visible(chosen.filename))
    except (NotOneFile, NotText):
        raise
    except Exception:  # zipfile and its codecs raise what they like at damaged bytes
        raise NotText("an archive (ZIP) that is damaged or not complete; get it again") from None


def _chosen(archive: "ZipFile") -> "ZipInfo":
    files = [file for file in archive.infolist() if not file.is_dir() and not _is_hidden(file.filename)]
    names = {file.filename for file in files}
    if "[Content_Types].xml" in names or {"mimetype", "content.xml"} <= names:
        raise NotText("an office document (Excel, Word, OpenDocument); save it as CSV first")
    able = [file for file in files if file.filename.casefold().endswith(_ENDINGS)]
    first = [file for file in able if _last(file.filename) == _FIRST_OF_ALL]
    for choice in (first, able):
        if len(choice) == 1:
            return choice[0]
    raise NotOneFile(_listed(first or able or files), several=bool(able))


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or _last(name).startswith(".")


def _last(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].casefold()


def _listed(files: "list[ZipInfo]") -> str:
    names = [clip(visible(file.filename), 60) for file in files[:LISTED]]
    more = len(files) - len(names)
    return joined([*names, f"{more:,} more"] if more else names) or "nothing"
