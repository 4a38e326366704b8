"""Questions to the journal: each takes the connection first, shows its SQL and gives plain tuples."""
