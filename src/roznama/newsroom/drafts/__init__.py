"""Drafts: which of the many saved states of a story are kept, under what name, and which go."""
