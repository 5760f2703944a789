"""Learns which letters stand for which in Roman Urdu: `python -m train_roman LEXICON`."""
