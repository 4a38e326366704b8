"""A journal that only a passphrase opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import paper, say

if TYPE_CHECKING:
    import typer

    from netbook.reports.setting import Setting


@command("encrypt")
def encrypt(
    here: Setting,
    keyring: Annotated[bool, typer.Option("--keyring", help="Keep the passphrase in your keyring.")] = False,
) -> None:
    """Encrypt the journal and its backups; needs netbook[encrypted].

    From then on every command asks for the passphrase, unless NETBOOK_PASSPHRASE_COMMAND or your keyring
    gives it. A passphrase that is lost cannot be found again.
    """
    from netbook.actions import encryption as actions
    from netbook.render import encryption as page

    done = actions.encrypt(here.path, keyring=keyring)
    say(page.converted(done, here.path, paper()))


@command("decrypt")
def decrypt(here: Setting) -> None:
    """Make the journal and its backups plain files again."""
    from netbook.actions import encryption as actions
    from netbook.render import encryption as page

    done = actions.decrypt(here.path)
    say(page.converted(done, here.path, paper()))
