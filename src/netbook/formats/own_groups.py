"""The groups that address books put everybody in by themselves, which say nothing of anybody."""

_GOOGLES = frozenset(
    ("mycontacts", "my contacts", "starred", "starred in android", "other contacts", "allcontacts")
)


def is_own_group(name: str) -> bool:
    """Whether a group is Google's own: "* myContacts", "System Group: My Contacts"."""
    bare = name.strip().removeprefix("*").strip().casefold().removeprefix("system group:").strip()
    return bare in _GOOGLES
