"""A QR code on the terminal has the modules that were meant."""

from __future__ import annotations

import pytest
import segno

from netbook.errors.exports import NoRoomForQrCode, TooLongForQrCode
from netbook.render import qr
from netbook.render.text import Screen, width_of

CARD = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Lena Lantern\r\nEMAIL:lena@lighthouse.example\r\nEND:VCARD\r\n"
UPPER, LOWER = "▀█", "▄█"


def modules(text: str, *, dark: bool) -> list[list[bool]]:
    """The modules that half blocks show; `dark` where a block is a dark one."""
    rows = []
    for line in text.splitlines():
        rows.append([(mark in UPPER) == dark for mark in line])
        rows.append([(mark in LOWER) == dark for mark in line])
    return rows


@pytest.mark.parametrize("content", [CARD, "Ä", "https://example.org/" + "x" * 300])
def test_the_modules_are_those_of_the_code(content: str) -> None:
    expected = [[bool(module) for module in row]
                for row in segno.make_qr(content, error="l", encoding="utf-8").matrix_iter(border=4)]  # fmt: skip
    plain = qr.text(content, Screen())
    assert modules(plain, dark=False)[: len(expected)] == expected
    coloured = qr.text(content, Screen(200, colour=True))
    lines = [line.removeprefix(qr.ON_WHITE).removesuffix(qr.OFF) for line in coloured.splitlines()]
    assert modules("\n".join(lines), dark=True)[: len(expected)] == expected
    ascii_ = qr.text(content, Screen(encoding="ascii")).splitlines()
    assert [[line[place] == "#" for place in range(0, len(line), 2)] for line in ascii_] == expected


def test_a_card_fits_a_terminal() -> None:
    lines = qr.text(CARD, Screen(80)).splitlines()
    assert len(lines) <= 24
    assert all(width_of(line) == width_of(lines[0]) <= 80 for line in lines)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(NoRoomForQrCode, match="45 columns wide and the terminal 40; widen it"):
        qr.text(CARD, Screen(40))
    with pytest.raises(TooLongForQrCode, match="3,000 bytes are too many for a QR code, which holds 2,953"):
        qr.text("x" * 3_000, Screen())
