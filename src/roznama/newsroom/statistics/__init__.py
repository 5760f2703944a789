"""What the desks published, how long it took, what was corrected, and what readers read."""
