"""A journal shared through a git repository: reading it as others see it, writing what they changed."""
