"""The index on this node: a cache of what is published, made again from the database at need."""
