"""Write the user's files as safely as the journal's own: private, complete, synced to disk."""

from netbook.store.disk import FULL, keep_private, remove, sync_file, sync_folder
from netbook.store.links import StrangersLinkError, refuse_stranger, resolve

__all__ = [
    "FULL",
    "StrangersLinkError",
    "keep_private",
    "refuse_stranger",
    "remove",
    "resolve",
    "sync_file",
    "sync_folder",
]
