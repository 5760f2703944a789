"""Learns how a story came to its text, for `roznama.archive.reuse.deciding`."""
