"""What the reader desk reaches: one server process on one core, load from another process."""
