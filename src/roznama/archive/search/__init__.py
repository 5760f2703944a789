"""Searching what was published, with the analyzer of the Urdu engine on both sides."""
