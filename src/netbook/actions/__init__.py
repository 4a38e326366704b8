"""Commands that change the journal: each takes the open transaction, writes, and returns what it did."""
