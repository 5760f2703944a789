"""A conversation: its state, what changes it, and the writing and reading of both."""
