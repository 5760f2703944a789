"""The Urdu language engine: pure functions on text, no Django."""
