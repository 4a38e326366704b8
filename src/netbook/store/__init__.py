"""The journal file: where it is, how it is opened, what is in it. Nothing here knows a terminal."""
