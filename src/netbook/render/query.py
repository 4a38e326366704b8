"""Addresses for a mail program, as mutt's query_command and aerc's address-book-cmd read them."""

from collections.abc import Sequence

from netbook.core.text import quoted
from netbook.render.text import counted, visible
from netbook.reports.query import QueryRow


def text(rows: Sequence[QueryRow], search: str) -> str:
    """A first line, which is a message, then address, name and organisation, parted by tabs."""
    if not rows:
        return f"no address for {quoted(search)}"
    lines = ("\t".join(map(visible, (row.email, row.name, row.org or ""))) for row in rows)
    return "\n".join((counted(len(rows), "address", "addresses"), *lines))
