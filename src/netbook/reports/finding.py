"""A result of the doctor."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One check: whether all is well, the result, and what to do."""

    check: str
    ok: bool
    found: str
    todo: str | None = None
