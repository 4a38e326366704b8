"""The journal's file, its backups, its history, and its passphrase."""

from __future__ import annotations

from netbook.errors import JournalError, Refused, Usage


class ProblemsFound(JournalError):
    """The doctor found something wrong; what, and what to do, is in its answer."""

    def __init__(self, path: object, number: int) -> None:
        problems = "1 thing is" if number == 1 else f"{number} things are"
        super().__init__(f"{problems} wrong with {path}; the lines above say what to do")


class DamageFound(JournalError):
    """A command failed, and the doctor knows why."""

    def __init__(self, path: object, what: str, todo: str | None) -> None:
        super().__init__("; ".join(filter(None, (f"{path} is damaged ({what})", todo))))


class BackupFailed(JournalError):
    """A backup that is not complete; the journal itself may be damaged."""

    def __init__(self, path: object, restore_hint: str) -> None:
        super().__init__(
            f"{path} is damaged, so no backup was made of it and nothing was changed; {restore_hint}"
        )


class NotConvertedWhole(JournalError):
    """The journal or some of its backups are encrypted, or plain, and the others not yet."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why}; run the same command again to go on with the rest")


class ForeignHistory(JournalError):
    """A history that netbook did not write: it names things that no journal has."""

    def __init__(self) -> None:
        super().__init__(
            "the history of this journal was not written by netbook, so nothing was undone; "
            "netbook history --clear forgets it and keeps everything else"
        )


class CannotTurn(Refused):
    """A step that cannot be undone or redone any more."""

    def __init__(self) -> None:
        super().__init__(
            "this step cannot be undone or redone any more: something that it needs has changed or was removed "
            "for good since; netbook history --clear forgets the steps and keeps everything else"
        )


class NothingToUndo(Refused):
    """Nothing, or nothing more, has changed the journal."""

    def __init__(self) -> None:
        super().__init__("nothing is left to undo; netbook history shows what has changed the journal")


class NothingToRedo(Refused):
    """Nothing is undone, or something else changed the journal since."""

    def __init__(self) -> None:
        super().__init__(
            "nothing is left to redo; only what was undone last, with no change since, can be done again"
        )


class FileExists(Refused):
    """A backup to a file that already exists."""

    def __init__(self, shown: str) -> None:
        super().__init__(f"{shown} already exists; name another file, or add --force to replace it")


class CannotBackUp(Refused):
    """A backup to a file that cannot be written."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"cannot write the backup {shown}: {why}; name another file")


class CannotRestore(Refused):
    """A file that is not a complete journal and cannot take the journal's place."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(
            f"{shown} {why}; nothing was changed, netbook backup --list lists what can be restored"
        )


class RestoreWhat(Usage):
    """A restore without a backup."""

    def __init__(self, command: str | None) -> None:
        newest = f"the newest backup: {command}" if command else "no backup is kept beside the journal yet"
        super().__init__(f"name the backup to restore; netbook backup --list lists them; {newest}")


class ListAlone(Usage):
    """The list of backups and a new backup at once."""

    def __init__(self) -> None:
        super().__init__("--list can be combined with --csv or --json only; leave out FILE and --force")


class CsvOfBackup(Usage):
    """CSV of a backup that was made."""

    def __init__(self) -> None:
        super().__init__("--csv is for --list; --json gives the backup that was made")


class NotRestored(Refused):
    """A restore that the user declined."""

    def __init__(self) -> None:
        super().__init__("nothing was restored")


class CipherMissing(JournalError):
    """An encrypted journal, without the package that reads it."""

    def __init__(self, path: object, what: str = "SQLCipher") -> None:
        super().__init__(
            f"{path} is encrypted, or is to be, and {what} is not installed; run: pip install 'netbook[encrypted]'"
        )


class WrongPassphrase(JournalError):
    """A passphrase that does not open the journal."""

    def __init__(self, path: object, restore_hint: str = "", *, fits: bool = False) -> None:
        self.fits = fits  # whether it is right after all, and the file damaged
        damaged = f"; if it is the right one, the file is damaged: {restore_hint}" if restore_hint else ""
        super().__init__(f"that passphrase does not open {path}; nothing was changed, try again{damaged}")


class NoPassphrase(JournalError):
    """An encrypted journal, without a terminal to ask for the passphrase."""

    def __init__(self, path: object, variable: str, why: str = "this is not a terminal") -> None:
        super().__init__(
            f"{path} needs a passphrase, and {why}; type it on a terminal, or name a command in {variable}"
        )


class PassphraseFailed(JournalError):
    """The command that gives the passphrase failed, or gave none."""

    def __init__(self, variable: str) -> None:
        super().__init__(f"the command in {variable} gave no passphrase; nothing was changed, check it")


class EncryptionMismatch(Refused):
    """A restore that would change whether the journal is encrypted."""

    def __init__(self, shown: str, *, sealed: bool) -> None:
        if sealed:
            what = f"{shown} is encrypted and the journal is not; nothing was changed, netbook encrypt first"
        else:
            what = f"{shown} is not encrypted and the journal is; nothing was changed, netbook decrypt first"
        super().__init__(what)
