"""The result of encrypting or decrypting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netbook.render.text import Screen, counted, visible

if TYPE_CHECKING:
    from netbook.actions.encryption import Converted


def converted(done: Converted, path: Path, screen: Screen) -> str:
    """The journal, its backups, and what stays readable."""
    word = "encrypted" if done.encrypted else "plain"
    state = f"is {word} now" if done.journal else f"is {word} already"
    lines = [screen.wrap("", f"{visible(str(path))} {state}", indent=2)]
    if done.backups:
        lines.append(f"  so {'is' if done.backups == 1 else 'are'} {counted(done.backups, 'backup')} of it")
    lines += [screen.wrap("  ", f"left as it was, {why}: {visible(str(file))}") for file, why in done.left]
    if done.short:
        lines.append("  the passphrase is short: one of four words or more cannot be guessed")
    return "\n".join(lines)
