"""What the doctor finds."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One check: whether all is as it should be, what it came to, and what to do."""

    check: str
    ok: bool
    found: str
    todo: str | None = None
