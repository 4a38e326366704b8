"""The remote that a journal is synced with, and whether it is sealed."""

import os
from pathlib import Path
from typing import NamedTuple

from netbook.errors.sync import (
    NotSynced,
    OtherPassphrase,
    OtherRemote,
    RemoteNeeded,
    SealedElsewise,
    SealOrPlain,
)  # fmt: skip
from netbook.store import sqlcipher
from netbook.store.detect_encryption import is_encrypted
from netbook.store.sync import git, seal, state
from netbook.store.sync.seal import SALT, Seal
from netbook.store.sync.snapshot import Commit


class SyncWish(NamedTuple):
    """The options of `sync`, as typed."""

    remote: str | None = None
    sealed: bool = False
    plain: bool = False
    dry_run: bool = False
    yes: bool = False
    forget: bool = False


class Remote:
    """The remote and, once it is known, the key that it is sealed with."""

    def __init__(self, path: Path, name: str, wish: SyncWish, known: state.SyncState | None) -> None:
        self.path = path
        self.name = name
        self.first = known is None
        self.seal: Seal | None = seal.from_text(known.seal) if known and known.seal else None
        self._known = self.seal
        self._wish = wish

    @property
    def is_settled(self) -> bool:
        """Whether nothing has to be asked or refused if the remote has not changed."""
        wish = self._wish
        asked = wish.sealed or wish.plain or wish.dry_run or wish.forget
        return not asked and (self.seal is not None or not is_encrypted(self.path))

    @property
    def address(self) -> str | None:
        """The address for git; None for a folder that does not exist yet."""
        if self.first and git.is_folder(self.name) and not self.name.lower().startswith("file://"):
            existing = Path(self.name)
            return self.name if (existing / "HEAD").exists() or (existing / ".git").exists() else None
        return self.name

    def made(self) -> str:
        """The address for git; a new folder is created. Raises NotARepository."""
        if self.first and git.is_folder(self.name):
            return git.prepare_folder(self.name)
        return self.name

    def check(self, theirs: Commit | None, known: state.SyncState | None) -> None:
        """Find out whether the remote is sealed, and ask for the passphrase if needed.

        Raises SealOrPlain, SealedElsewise, OtherPassphrase, and as `sqlcipher.passphrase` does.
        """
        if theirs is None:
            self._begin(known)
            return
        manifest = theirs.manifest()
        if manifest.salt is None:
            self._refuse_plain()
        else:
            if self._wish.plain:
                raise SealedElsewise(f"{self.name} is sealed; leave out --plain")
            if self.seal is None or self.seal.recipient != manifest.recipient:
                self.seal = self._typed(manifest.salt, manifest.recipient)
        theirs.use(self.seal)

    def _begin(self, known: state.SyncState | None) -> None:
        """Settle how an empty remote is sealed."""
        if self.seal is not None:
            return
        if self._wish.sealed and not self._wish.dry_run:
            self.seal = self._new()
        elif known is None and not self._wish.sealed:
            self._refuse_plain()

    def _refuse_plain(self) -> None:
        if self._known is not None:
            raise SealedElsewise(
                f"{self.name} was sealed at the last sync and is plain now; netbook sync --leave, "
                "then begin with a new repository"
            )
        if self._wish.sealed and not self._wish.forget:
            raise SealedElsewise(f"{self.name} is plain; netbook sync --forget --sealed seals it from now on")
        if is_encrypted(self.path) and not self._wish.sealed:
            raise SealedElsewise("this journal is encrypted, so it can only be synced sealed; add --sealed")
        if self.first and not self._wish.plain and not git.is_folder(self.name):
            raise SealOrPlain

    def seal_of(self, base: Commit) -> Seal | None:
        """The key of an earlier state: the present key, or the one before it."""
        recipient = base.manifest().recipient
        for each in (self.seal, self._known):
            if each is not None and each.recipient == recipient:
                return each
        return None

    def reseal(self) -> Seal | None:
        """The key from now on: a new one if --sealed was given again."""
        if self._wish.sealed and not self.first:
            self.seal = self._new()
        return self.seal

    def _new(self) -> Seal:
        return seal.make(sqlcipher.passphrase(Path(self.name), new=True), os.urandom(SALT))

    def _typed(self, salt: bytes, recipient: str | None) -> Seal:
        made = seal.make(sqlcipher.passphrase(Path(self.name)), salt)
        if made.recipient != recipient:
            raise OtherPassphrase(self.name)
        return made


def agreed(path: Path, known: state.SyncState | None, wish: SyncWish) -> Remote:
    """The remote to sync with. Raises RemoteNeeded, OtherRemote or NotSynced."""
    if known is None:
        if wish.remote is None or not wish.remote.strip():
            raise NotSynced if wish.forget else RemoteNeeded
        return Remote(path, same_remote(wish.remote), wish, None)
    if wish.remote is not None and same_remote(wish.remote) != known.remote:
        raise OtherRemote(known.remote)
    return Remote(path, known.remote, wish, known)


def same_remote(remote: str) -> str:
    """A remote as it is stored: a folder by its absolute path."""
    if git.is_folder(remote) and not remote.lower().startswith("file://"):
        return str(Path(remote).expanduser().absolute())
    return remote
