"""Queries: each takes the connection first, shows its SQL and returns plain tuples."""
