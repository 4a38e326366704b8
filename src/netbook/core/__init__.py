"""The rules, pure: plain values in, plain values out; no I/O, no clock, no SQL."""
