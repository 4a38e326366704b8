"""The journal file: where it is, how it is opened, what it contains. Nothing here knows a terminal."""
