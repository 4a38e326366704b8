"""What the doctor finds."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that was looked at: whether it is as it should be, what was found, and what to do."""

    check: str
    ok: bool
    found: str
    todo: str | None = None
