"""Measures the archive: synthetic archives, readers' queries, related stories."""
