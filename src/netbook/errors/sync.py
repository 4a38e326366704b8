"""What can go wrong when a journal is synced with others."""

from __future__ import annotations

from netbook.errors import Refused, Usage


class GitMissing(Refused):
    """Git is not installed."""

    def __init__(self) -> None:
        super().__init__("sync needs git, which is not installed; install it from your system's packages")


class RemoteOutOfReach(Refused):
    """Git could not read or write the remote."""

    def __init__(self, remote: str, why: str) -> None:
        super().__init__(f"cannot reach {remote}: {why}; nothing is lost, netbook sync tries again")


class RemoteNeeded(Usage):
    """The first sync of a journal names no remote."""

    def __init__(self) -> None:
        super().__init__(
            "this journal has not been synced yet; name a git repository or a folder: netbook sync REMOTE"
        )


class OtherRemote(Refused):
    """A journal is synced with one remote only."""

    def __init__(self, known: str) -> None:
        super().__init__(
            f"this journal is synced with {known}; netbook sync --leave first, then name another"
        )


class NotSynced(Refused):
    """A journal that is not synced, for --leave or --forget."""

    def __init__(self) -> None:
        super().__init__("this journal is not synced; netbook sync REMOTE begins it")


class SealOrPlain(Usage):
    """A remote that others can read, without --sealed or --plain."""

    def __init__(self) -> None:
        super().__init__(
            "say whether whoever runs the remote may read your journal: --sealed encrypts it with a passphrase, "
            "--plain does not"
        )


class SealedElsewise(Refused):
    """The remote is sealed and should be plain, or the other way round."""


class OtherPassphrase(Refused):
    """The passphrase is not the one that the remote was sealed with."""

    def __init__(self, remote: str) -> None:
        super().__init__(f"that passphrase does not open {remote}; nothing was changed, try again")


class SealMissing(Refused):
    """What a sealed remote needs is not installed."""

    def __init__(self) -> None:
        super().__init__("a sealed remote needs pyrage; install it with: pip install 'netbook[encrypted]'")


class ForeignRemote(Refused):
    """The branch that netbook would use holds something else."""

    def __init__(self, remote: str, branch: str) -> None:
        super().__init__(
            f"the branch {branch} of {remote} is not a journal's; name another repository, or remove that branch"
        )


class NewerRemote(Refused):
    """The remote was written by a newer netbook."""

    def __init__(self, remote: str) -> None:
        super().__init__(f"{remote} was written by a newer netbook; update netbook on this machine")


class DamagedRemote(Refused):
    """The remote's content is not a journal's."""

    def __init__(self, remote: str, where: str, why: str) -> None:
        super().__init__(
            f"{remote} cannot be read ({where}: {why}); nothing was changed, "
            "netbook sync --leave and a new repository begin again"
        )


class NotARepository(Refused):
    """A folder that does not exist, or holds something else."""

    def __init__(self, folder: object, why: str) -> None:
        super().__init__(f"{folder} {why}")


class ManyRemovals(Refused):
    """A sync that would remove many people, without --yes."""

    def __init__(self, people: int, everybody: int, where: str) -> None:
        super().__init__(
            f"this would remove {people:,} of {everybody:,} people {where}; look with netbook sync --dry-run, "
            "then netbook sync --yes"
        )


class SyncRunning(Refused):
    """Another sync of the same journal is at work."""

    def __init__(self) -> None:
        super().__init__("another sync of this journal is running; try again in a moment")


class NeverQuiet(Refused):
    """Others pushed each time before this machine could."""

    def __init__(self, remote: str) -> None:
        super().__init__(f"others keep changing {remote}; their changes are here, netbook sync sends yours")


class ChangedElsewhere(Refused):
    """A step that cannot be undone because a sync has changed the same rows."""

    def __init__(self, what: str, step: str, command: str) -> None:
        super().__init__(
            f"{what} was changed elsewhere since, so {step} cannot be {command}; change it by hand"
        )
