"""Completion with the Tab key, in a shell and at a question."""
