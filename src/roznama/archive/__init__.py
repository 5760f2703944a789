"""What was published, found again: search, related stories, threads."""
