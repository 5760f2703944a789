"""When stories go out and when they come in: schedule, embargo, expiry, and the clock."""
