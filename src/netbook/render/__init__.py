"""Answers and outcomes as text for people, CSV and JSON for scripts. Nothing here decides anything."""
