"""Feeds the language engine inputs that nobody would write: `python -m fuzz_urdu`."""
