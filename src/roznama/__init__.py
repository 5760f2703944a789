"""Roznama: an Urdu-first digital newspaper."""

__version__ = "0.1.0"
