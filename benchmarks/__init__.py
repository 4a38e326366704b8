"""How long the commands take, against what a start of Python costs; see `python -m benchmarks --help`."""
