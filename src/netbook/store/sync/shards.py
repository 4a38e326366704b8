"""The lines of a whole journal on their way into shards: compressed, since there may be very many."""

import zlib
from collections.abc import Iterator

from netbook.core.sync.published import ORDER, Key, Row, line_of, shard_of

AT_ONCE = 20_000  # lines that are held as they are


class Shards:
    """Lines by shard, put in in any order and taken out in theirs."""

    def __init__(self) -> None:
        self._loose: dict[str, list[str]] = {}
        self._number = 0
        self._pressed: dict[str, list[bytes]] = {}

    def add(self, name: str, key: Key, row: Row) -> None:
        """Put in a row."""
        # What stands before the line sorts it as `place` does: neither key nor line has a NUL.
        before = "\0".join((f"{ORDER[name]:03}", *key))
        self._loose.setdefault(shard_of(key), []).append(f"{before}\0{line_of(name, row)}\n")
        self._number += 1
        if self._number == AT_ONCE:
            self._press()

    def _press(self) -> None:
        for shard, lines in self._loose.items():
            self._pressed.setdefault(shard, []).append(zlib.compress("".join(lines).encode(), 1))
        self._loose.clear()
        self._number = 0

    def emptied(self) -> Iterator[tuple[str, list[str]]]:
        """Each shard with its lines in order; what was taken out is held no longer."""
        self._press()
        for shard in sorted(self._pressed):
            content = b"".join(map(zlib.decompress, self._pressed.pop(shard))).decode()
            yield shard, [line.rpartition("\0")[2] for line in sorted(content.split("\n")[:-1])]
