"""Measures the language engine: `make bench-urdu`, one module for each of its parts."""
