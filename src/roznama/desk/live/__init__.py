"""Open connections: who is told when something has happened."""
