"""Texts from outside in XML, SVG and HTML: as text, whatever they contain."""

from html import escape
from pathlib import Path

from netbook.core.text import visible

# Characters that XML has no way to write, even escaped (XML 1.0, section 2.2); `visible` has the others.
_NOT_XML = {0xFFFE: "�", 0xFFFF: "�"}


def escaped(text: str) -> str:
    """The text on one line, safe between tags and in quoted attributes."""
    return escape(visible(text).translate(_NOT_XML), quote=True)


def px(value: float) -> str:
    """A coordinate: a tenth of a pixel is enough."""
    return f"{value:.1f}".removesuffix(".0")


# A page of ours loads nothing; with this the browser holds it to that.
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
)


def script_data(json: str) -> str:
    """JSON inside a script element: nothing in it ends the element or begins a comment."""
    return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def asset(name: str) -> str:
    """A style sheet or script of ours, to embed in the page."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
