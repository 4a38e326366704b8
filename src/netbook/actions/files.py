"""What the files netbook writes for the user share with its own: private, complete, synced to disk."""

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
