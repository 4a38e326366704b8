"""The files a picture of the roots can be written to, by what their name ends in."""

from typing import NamedTuple


class RootsFile(NamedTuple):
    """The module that draws a file, how many people it shows unless a limit is given, and how many roots.

    The first look at an HTML page shows as much as an SVG.
    """

    module: str
    people: int | None
    roots: int
    first: tuple[int, int] | None = None


FILES = {
    ".svg": RootsFile("roots_svg", 60, 90),
    ".html": RootsFile("roots_html", 2_000, 8_000, (60, 90)),
    ".dot": RootsFile("roots_dot", None, 100_000),
    ".graphml": RootsFile("roots_graphml", None, 100_000),
}
