"""The command line: parse, call, render; one module per group of commands."""
