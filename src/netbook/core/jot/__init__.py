"""What a few sentences plainly say: meetings, plans, promises and birthdays, and nothing else."""
