"""`python -m netbook`."""

from netbook.cli.main import run

run()
