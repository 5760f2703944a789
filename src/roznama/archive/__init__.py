"""What was published, found again: related stories."""
