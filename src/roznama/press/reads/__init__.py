"""Reads of stories, told by readers' pages: counted in memory, kept in batches, of nobody."""
