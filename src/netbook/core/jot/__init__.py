"""Read meetings, plans, promises and birthdays from a few sentences, and nothing else."""
