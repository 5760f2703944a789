"""Measures the archive: `python -m bench_archive.PART`, one module for each of its parts."""
