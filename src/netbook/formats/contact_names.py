"""What somebody is called, from the cells that say parts of it or all of it."""

from __future__ import annotations

from netbook.core.names import fold, squash
from netbook.formats.contact_cells import Cells

_PARTS = ("first", "middle", "last", "suffix")


def name_of(cells: Cells, has_last: bool, org: str | None, emails: tuple[str, ...]) -> str:
    """The name in full; without one the nickname, then the e-mail address; empty where there is nobody.

    `has_last` is whether the table has a column for the last name: without it "Name" beside a first name is
    the last name in some files, the whole of it in others.
    """
    first, last, full = cells.text("first"), cells.text("last"), _full(cells)
    if full and first and not has_last:
        return full if fold(first) in fold(full) else f"{first} {full}"
    if first or last:
        return _of_parts(cells, full)
    # A company's row has its name in both places.
    if full and (emails or not org or fold(full) != fold(org)):
        return full
    return next((value for _, value in cells.values("nickname")), "") or next(iter(emails), "")


def other_names(cells: Cells, name: str) -> list[str]:
    """The nicknames, and the name in full where it says more than its parts."""
    names = [value for _, value in cells.values("nickname")]
    full = _full(cells)
    if full in ("", name) and not names:
        return []
    known = " ".join((name, cells.text("prefix"), *map(cells.text, _PARTS)))
    if not set(fold(full).split()) <= set(fold(known).split()):
        names.append(full)
    return [other for other in dict.fromkeys(names) if fold(other) != fold(name)]


def _full(cells: Cells) -> str:
    """The cell for all of the name, without the form of address in front of it."""
    full, prefix = cells.text("full"), fold(cells.text("prefix"))
    if prefix and fold(full).startswith(f"{prefix} "):
        return " ".join(full.split()[len(cells.text("prefix").split()) :])
    return full


def _of_parts(cells: Cells, full: str) -> str:
    parts = " ".join(filter(None, map(cells.text, _PARTS)))
    if not full or "," in full:  # "Doe, Jane" is for sorting
        return parts
    ends = [cells.text("first"), cells.text("last")]
    joined = squash(fold(full)) in (squash(fold(" ".join(ends))), squash(fold(" ".join(reversed(ends)))))
    same = sorted(fold(parts).split()) == sorted(fold(full).split())
    # As the program writes it in full: some languages have the last name first.
    return full if same or (joined and not cells.text("middle")) else parts
