"""A QR code on the terminal, to be scanned from the screen by a telephone."""

from netbook.errors.exports import NoRoomForQrCode, TooLongForQrCode
from netbook.render.text import Screen

QUIET = 4  # light modules around the code (ISO/IEC 18004, 6.3.8)
LONGEST = 2_953  # bytes of the largest code
# Black on white whatever the terminal's own colours are.
ON_WHITE, OFF = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def text(content: str, screen: Screen) -> str:
    """The code in half blocks, two modules a cell; raises TooLongForQrCode, NoRoomForQrCode.

    Without colour the light modules are drawn, as terminals are more often dark; telephones read both.
    """
    rows = _modules(content)
    halves = screen.can("▀▄█")
    width = len(rows[0]) if halves else 2 * len(rows[0])
    if screen.width is not None and screen.width < width:
        raise NoRoomForQrCode(width, screen.width)
    if not halves:
        return "\n".join("".join("##" if dark else "  " for dark in row) for row in rows)
    drawn = [[dark == screen.colour for dark in row] for row in rows]
    if len(drawn) % 2:
        drawn.append([not screen.colour] * len(drawn[0]))
    pairs = zip(drawn[::2], drawn[1::2], strict=True)
    lines = ["".join(HALVES[cell] for cell in zip(*pair, strict=True)) for pair in pairs]
    return "\n".join(f"{ON_WHITE}{line}{OFF}" if screen.colour else line for line in lines)


def _modules(content: str) -> list[list[bool]]:
    """The rows of the code and of the quiet zone around it; True is dark."""
    import segno

    # As much error correction as fits the smallest code: a screen has no dirt on it.
    try:
        code = segno.make_qr(content, error="l", boost_error=True, encoding="utf-8")
    except segno.DataOverflowError:
        raise TooLongForQrCode(len(content.encode()), LONGEST) from None
    return [[bool(module) for module in row] for row in code.matrix_iter(border=QUIET)]
