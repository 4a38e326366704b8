"""What the files that netbook writes for somebody have in common with its own: private, whole, on the disk."""

from netbook.store.disk import FULL, can_sync, keep_private, sync_file
from netbook.store.links import StrangersLinkError, refuse_stranger, resolve

__all__ = [
    "FULL",
    "StrangersLinkError",
    "can_sync",
    "keep_private",
    "refuse_stranger",
    "resolve",
    "sync_file",
]
