"""Changes: each takes the open transaction, understands what was said, writes it, and says what it did."""
