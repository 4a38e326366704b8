"""A shared state of the journal: the files of a commit, read and written shard by shard."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from netbook.core.sync.published import BadLine, Key, Row, Value, key_of, line_of, parse, place, shard_of
from netbook.errors.sync import DamagedRemote, ForeignRemote, NewerRemote, SealedElsewise
from netbook.store.sync.git import BRANCH, Repository
from netbook.store.sync.git_process import GitFailed
from netbook.store.sync.seal import SALT, BrokenSeal, Seal

NAME, VERSION = "sync", 1
MANIFEST = "netbook.json"
FOLDER = "rows"
PAST = "past"  # the commits that were squashed into this one
LONGEST_LINE = 16 * 2**20  # characters; no row that keeps the rules is as long
SHARDS = tuple(f"{number:02x}" for number in range(256))


class Manifest(NamedTuple):
    """What a shared state says about itself: sealed with which salt, for which key; neither where it is plain."""

    salt: bytes | None = None
    recipient: str | None = None

    def dump(self) -> bytes:
        """The manifest as a file."""
        text: dict[str, object] = {"netbook": NAME, "version": VERSION}
        if self.salt is not None:
            text["sealed"] = {"salt": self.salt.hex(), "recipient": self.recipient}
        return json.dumps(text).encode() + b"\n"


def manifest_of(seal: Seal | None) -> Manifest:
    """What a state that is sealed so, or plain, says about itself."""
    return Manifest() if seal is None else Manifest(seal.salt, seal.recipient)


class Snapshot(Protocol):
    """A state of the journal that can be read by its shards."""

    def versions(self) -> Mapping[str, str]:
        """By shard, something that differs where what it holds differs."""

    def lines(self, shards: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        """The lines of some shards."""


class Given:
    """A state that consists of rows at hand."""

    def __init__(self, rows: Iterable[tuple[str, Row]]) -> None:
        self._lines: dict[str, list[str]] = {}
        for name, row in sorted(rows, key=lambda item: place(item[0], key_of(*item))):
            self._lines.setdefault(shard_of(key_of(name, row)), []).append(line_of(name, row))

    def versions(self) -> Mapping[str, str]:
        """By shard that has rows, a word for it."""
        return dict.fromkeys(self._lines, "given")

    def lines(self, shards: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        """The lines of some shards."""
        return ((shard, self._lines.get(shard, [])) for shard in shards)


class Commit:
    """The state that a commit holds. Raises as soon as something in it is not as netbook writes it."""

    def __init__(self, repository: Repository, remote: str, commit: str) -> None:
        self._repository = repository
        self._remote = remote
        self.commit = commit
        self._files = repository.files(commit)
        self._seal: Seal | None = None

    def manifest(self) -> Manifest:
        """What the state says about itself; raises ForeignRemote, NewerRemote or DamagedRemote."""
        if MANIFEST not in self._files:
            raise ForeignRemote(self._remote, BRANCH)
        (content,) = self._repository.contents([self._files[MANIFEST]])
        try:
            result = json.loads(content[:10_000])
            version = result["version"]
            if result["netbook"] != NAME or not isinstance(version, int):
                raise ValueError
            if version > VERSION:
                raise NewerRemote(self._remote)
            sealed = result.get("sealed")
            if sealed is None:
                return Manifest()
            salt = bytes.fromhex(sealed["salt"])
            if len(salt) != SALT:
                raise ValueError
            return Manifest(salt, str(sealed["recipient"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise ForeignRemote(self._remote, BRANCH) from None

    def use(self, seal: Seal | None) -> None:
        """Read and write with this key, or without one; raises SealedElsewise where the files say otherwise."""
        ending = ".jsonl" if seal else ".age"
        if any(name.startswith(f"{FOLDER}/") and name.endswith(ending) for name in self._files):
            raise SealedElsewise(f"{self._remote} is half sealed and half plain; nothing was changed")
        self._seal = seal

    def past(self) -> set[str]:
        """The commits whose past was forgotten when this state was made the only one."""
        if PAST not in self._files:
            return set()
        (content,) = self._repository.contents([self._files[PAST]])
        return set(content.decode("ascii", "replace").split())

    def versions(self) -> Mapping[str, str]:
        """By shard, the object that it is."""
        return {
            shard: self._files[name]
            for shard in SHARDS
            if (name := file_of(shard, self._seal)) in self._files
        }

    def lines(self, shards: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        """The lines of some shards."""
        versions = self.versions()
        wanted = [*shards]
        rows = [shard for shard in wanted if shard in versions]
        for shard, content in zip(
            rows, self._repository.contents(versions[shard] for shard in rows), strict=True
        ):
            yield shard, self._split(shard, content)
        yield from ((shard, []) for shard in wanted if shard not in versions)

    def _split(self, shard: str, content: bytes) -> list[str]:
        try:
            text = (content if self._seal is None else self._seal.open(content)).decode("utf-8")
        except (BrokenSeal, UnicodeDecodeError) as error:
            why = str(error) if isinstance(error, BrokenSeal) else "it is not UTF-8"
            raise DamagedRemote(self._remote, file_of(shard, self._seal), why) from None
        if text and not text.endswith("\n"):
            raise DamagedRemote(self._remote, file_of(shard, self._seal), "its last line is cut off")
        lines = text.split("\n")[:-1]
        if any(len(line) > LONGEST_LINE for line in lines):
            raise DamagedRemote(self._remote, file_of(shard, self._seal), "a line is longer than any row")
        return lines

    def damaged(self, shard: str, why: str) -> DamagedRemote:
        """The error for a shard that is not as netbook writes it."""
        return DamagedRemote(self._remote, file_of(shard, self._seal), why)


def file_of(shard: str, seal: Seal | None) -> str:
    """The name of a shard's file."""
    return f"{FOLDER}/{shard}.{'age' if seal else 'jsonl'}"


def packed(lines: Iterable[str], seal: Seal | None) -> bytes | None:
    """The content of a shard's file; None where it holds nothing."""
    content = "".join(f"{line}\n" for line in lines).encode()
    if not content:
        return None
    return content if seal is None else seal.lock(content)


def keyed(lines: Iterable[str]) -> dict[tuple[str, Key], str]:
    """The lines of a shard by table and key. Raises BadLine."""
    result: dict[tuple[str, Key], str] = {}
    for line in lines:
        name, row = parse(line)
        result[name, key_of(name, row)] = line
    return result


def rows(shard: str, lines: Iterable[str]) -> Iterator[tuple[str, Key, dict[str, Value]]]:
    """The rows of lines that are in a shard. Raises BadLine for one that does not belong there."""
    for line in lines:
        name, row = parse(line)
        key = key_of(name, row)
        if shard_of(key) != shard:
            raise BadLine(f"a row of {name} belongs in another file")
        yield name, key, row


__all__ = ["BadLine", "Commit", "GitFailed", "Given", "Manifest", "Snapshot"]
