"""Encrypt and decrypt the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from netbook.cli.commands import command
from netbook.cli.output import say, screen

if TYPE_CHECKING:
    import typer

    from netbook.cli.context import Context


@command("encrypt", example="netbook encrypt --keyring")
def encrypt(
    ctx: Context,
    keyring: Annotated[bool, typer.Option("--keyring", help="Keep the passphrase in your keyring.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Change the passphrase.")] = False,
) -> None:
    """Encrypt the journal and its backups.

    From then on every command asks for the passphrase, unless NETBOOK_PASSPHRASE_COMMAND or your keyring gives it.
    A lost passphrase cannot be recovered. --again changes it without ever writing a plain copy: the new one is
    typed, or given by the command in NETBOOK_NEW_PASSPHRASE_COMMAND.
    """
    from netbook.actions import encryption as actions
    from netbook.render import encryption as render

    done = actions.encrypt(ctx.path, keyring=keyring, again=again)
    say(render.converted(done, ctx.path, screen()))


@command("decrypt", example="netbook decrypt")
def decrypt(ctx: Context) -> None:
    """Decrypt the journal and its backups."""
    from netbook.actions import encryption as actions
    from netbook.render import encryption as render

    done = actions.decrypt(ctx.path)
    say(render.converted(done, ctx.path, screen()))
