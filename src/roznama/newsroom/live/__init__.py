"""Live coverage: posting, changing and removing updates, and who may."""
