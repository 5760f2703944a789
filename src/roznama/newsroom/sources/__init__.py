"""Sources: the register of who stories have something from, and what was taken from whom."""
