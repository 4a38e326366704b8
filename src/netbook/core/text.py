"""Make text from outside safe and short enough to be shown."""

from __future__ import annotations

from netbook.errors import EmptyText, TooLong

# Characters that steer a terminal or reorder what is read: C0, DEL, C1, and the bidirectional controls.
_STEERING = (
    [(code, f"\\x{code:02x}") for code in (*range(0x20), *range(0x7F, 0xA0))]
    + [(code, f"\\u{code:04x}") for code in (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), 0x2028, 0x2029)]
    + [(code, f"\\u{code:04x}") for code in range(0x2066, 0x206A)]
    + [(code, " ") for code in map(ord, "\t\n\r\v\f")]
)
_VISIBLE = dict(_STEERING)


def visible(text: str) -> str:
    """The text on one line with control characters spelled out, so that a terminal shows it and does nothing else.

    White space of any kind becomes a plain space; other control characters, bidirectional overrides and halves of
    broken characters become `\\x1b`, `\\u202e` and the like.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = text.translate(_VISIBLE)
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")


def clip(text: str, width: int) -> str:
    """The text, cut to at most `width` characters with "…" where it was longer."""
    return text if len(text) <= width else text[: max(width - 1, 0)] + "…"


def quoted(text: str) -> str:
    """A user's words for a message: visible, short, in quotes."""
    return f'"{clip(visible(text), 60)}"'


def joined(items: list[str] | tuple[str, ...]) -> str:
    """A list as a sentence has it: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 person", "1,204 people"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


LONGEST_TEXT = 1_000_000


def words(text: str, what: str) -> str:
    """A free text as the journal stores it: exactly as written, without surrounding white space.

    Raises EmptyText and TooLong (over a million characters).
    """
    cleaned = text.replace("\0", "").strip()
    if not cleaned:
        raise EmptyText(what)
    if len(cleaned) > LONGEST_TEXT:
        raise TooLong(what, LONGEST_TEXT)
    return cleaned


def words_or_none(text: str | None, what: str) -> str | None:
    """A free text that may be left out; one without a visible character counts as left out."""
    return words(text, what) if text and text.replace("\0", "").strip() else None
