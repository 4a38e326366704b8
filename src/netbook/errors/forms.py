"""Forms, the editor, and the shell's completion."""

from __future__ import annotations

from netbook.errors import JournalError, NetbookError, Refused, Usage


class UnknownField(Usage):
    """A line of a form for a field that the form does not have."""

    def __init__(self, line: int, shown: str, choices: str) -> None:
        super().__init__(f"line {line}: no field is called {shown}; {choices}")


class NoField(Usage):
    """A line of a form that is neither a field nor a comment."""

    def __init__(self, line: int, shown: str) -> None:
        super().__init__(
            f'line {line}: {shown} is not a field; write it as "field: text", or begin the line with #'
        )


class FieldTwice(Usage):
    """A field of a form that is filled in a second time and can have one text only."""

    def __init__(self, line: int, key: str) -> None:
        super().__init__(f"line {line}: {key} appears twice and can have one line only; remove one")


class OneLineField(Usage):
    """A line of a form that goes on with a text of one line."""

    def __init__(self, line: int, shown: str, key: str) -> None:
        super().__init__(
            f"line {line}: {shown} is indented, but {key} takes one line; write it as a field of its own"
        )


class AtLine(NetbookError):
    """What is wrong with one line of a form; it ends the command as it would outside the form."""

    def __init__(self, line: int, error: NetbookError) -> None:
        super().__init__(f"line {line}: {error}")
        self.exit_code = error.exit_code


class FieldMissing(Usage):
    """A form that lacks what it cannot be without."""

    def __init__(self, key: str) -> None:
        super().__init__(f'{key} cannot be left empty; write the line "{key}: …" again')


class NotYesOrNo(Usage):
    """A field that is yes or no, and says something else."""

    def __init__(self, key: str, shown: str) -> None:
        super().__init__(f"{key} is yes or no, not {shown}")


class NoEditor(Usage):
    """A form to fill in, and no editor to do it with."""

    def __init__(self) -> None:
        super().__init__("no editor to open; name yours in EDITOR, as in EDITOR=nano")


class EditorUnreadable(Usage):
    """An editor's command line that the shell's rules cannot take apart."""

    def __init__(self, variable: str, shown: str) -> None:
        super().__init__(f"{variable} is {shown}, where a quote is not closed; set it again")


class EditorFailed(Refused):
    """The editor could not be started, or reported a failure."""

    def __init__(self, shown: str, why: str) -> None:
        super().__init__(f"the editor {shown} {why}; nothing was changed")


class DraftFailed(Refused):
    """The file for the editor could not be written or read."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the form for your editor: {why}; nothing was changed")


class NoRoomForDraft(JournalError):
    """The file for the editor, on a disk that is full or broken."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the form for your editor: {why}; nothing was changed, "
            "make room or name a folder on another disk in TMPDIR"
        )


class DraftKept(NetbookError):
    """A form that was filled in and could not be taken; it is not lost."""

    def __init__(self, error: NetbookError, path: object) -> None:
        super().__init__(f"{error}; what you wrote is kept in {path}")
        self.exit_code = error.exit_code


class GivenUp(NetbookError):
    """A form that the user did not correct after an error."""

    def __init__(self, error: NetbookError) -> None:
        super().__init__("nothing was changed")
        self.exit_code = error.exit_code


class UnknownShell(Usage):
    """A shell that netbook has no completion for, or one that could not be told."""

    def __init__(self, shells: list[str]) -> None:
        super().__init__(
            f"say which shell is yours, as in --install-completion {shells[0]}: {', '.join(shells)}"
        )


class NotInstalled(Refused):
    """The completion script or the shell's own start-up file could not be written."""

    def __init__(self, shell: str, why: str) -> None:
        super().__init__(
            f"completion was not installed: {why}; netbook --show-completion {shell} writes it to stdout"
        )
