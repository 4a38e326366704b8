"""A journal that only a passphrase opens."""

from __future__ import annotations

from typing import Annotated

import typer

from netbook.cli.app import setting
from netbook.cli.output import paper, say

app = typer.Typer()


@app.command("encrypt")
def encrypt(
    ctx: typer.Context,
    keyring: Annotated[bool, typer.Option("--keyring", help="Keep the passphrase in your keyring.")] = False,
) -> None:
    """Encrypt the journal and its backups; needs netbook[encrypted].

    From then on every command asks for the passphrase, unless NETBOOK_PASSPHRASE_COMMAND or your keyring
    gives it. A passphrase that is lost cannot be found again.
    """
    from netbook.actions import encryption as actions
    from netbook.render import encryption as page

    here = setting(ctx)
    done = actions.encrypt(here.path, keyring=keyring)
    say(page.converted(done, here.path, paper()))


@app.command("decrypt")
def decrypt(ctx: typer.Context) -> None:
    """Make the journal and its backups plain files again."""
    from netbook.actions import encryption as actions
    from netbook.render import encryption as page

    here = setting(ctx)
    done = actions.decrypt(here.path)
    say(page.converted(done, here.path, paper()))
