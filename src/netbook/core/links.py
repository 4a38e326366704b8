"""Links: when two of them are one, and which are a person's own."""

from __future__ import annotations

from unicodedata import normalize
from urllib.parse import unquote, urlsplit


def profile_key(url: str) -> str:
    """What two ways of writing one link have in common.

    Scheme, "www.", case of the host, fragment, percent-encoding and a slash at the end do not matter. A
    LinkedIn profile is the same on every country's host, in any case, whatever page of it or query follows.
    """
    written = url.strip()
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
    except ValueError:  # brackets that hold no address
        return written.casefold()
    host = (parts.hostname or "").removeprefix("www.")
    path = normalize("NFC", unquote(parts.path)).strip("/")
    if host == "linkedin.com" or host.endswith(".linkedin.com"):
        return f"linkedin.com/{_linkedin_path(path.casefold(), parts.query)}"
    key = f"{host}/{path}".rstrip("/") + (f"?{parts.query}" if parts.query else "")
    return key or written.casefold()


def is_one_persons(key: str) -> bool:
    """Whether the link a `profile_key` stands for is a personal profile: two people never share it."""
    return key.startswith(("linkedin.com/in/", "linkedin.com/pub/"))


def _linkedin_path(path: str, query: str) -> str:
    path = path.removeprefix("mwlite/")
    if path.startswith("in/"):
        return "/".join(path.split("/")[:2])
    # Profiles of before 2010 are in the query alone.
    return f"{path}?{query}" if path == "profile/view" else path
