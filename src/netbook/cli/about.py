"""What netbook prints about itself: the list of commands, the help of a command, the version, completion."""

from __future__ import annotations

from netbook.cli.commands import GROUPS
from netbook.cli.help_table import SUMMARIES
from netbook.cli.output import say
from netbook.cli.parser import ParsedLine

HEAD = """\
Usage: netbook [OPTIONS] COMMAND [ARGUMENTS]

A networking journal: whom to reach out to and why, and what you have in
common with the people you know.
"""
OPTIONS = """
Options, before the command:
  --db PATH     The journal's file. Default: NETBOOK_DB, else netbook.db in
                your data folder.
  --today DATE  The date to use as today. Default: NETBOOK_TODAY.
  --version     Show the version.
  --install-completion [SHELL]
                Let the Tab key complete in bash, zsh or fish.
  --show-completion [SHELL]
                Show what --install-completion would install.
  -h, --help    Show this help. netbook COMMAND --help explains a command.
"""


def about(line: ParsedLine) -> int:
    """Answer a line that asks about netbook itself."""
    if "version" in line.before:
        from netbook import __version__

        say(f"netbook {__version__}")
    elif "install" in line.before:
        from netbook.cli.completion.scripts import install, shell_in_use

        shell = line.before["install"] or shell_in_use()
        say(f"Completion for {shell} is in {install(shell)}; start a new {shell} to use it.")
    elif "show" in line.before:
        from netbook.cli.completion.scripts import script, shell_in_use

        say(script(line.before["show"] or shell_in_use()))
    elif line.command:
        from netbook.cli.app import help_of

        say(help_of(line.command))
    else:
        say(commands())
    return 0


def commands() -> str:
    """The commands by group, each with its summary."""
    width = max(map(len, SUMMARIES))
    groups = (
        f"\n{group}:\n" + "".join(f"  {name:{width}}  {SUMMARIES[name]}\n" for name in names)
        for group, names in GROUPS.items()
    )
    return f"{HEAD}{''.join(groups)}{OPTIONS}"
