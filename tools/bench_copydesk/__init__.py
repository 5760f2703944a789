"""Measures the copy desk, attributions and text reuse: `make bench-copydesk`, a module a part."""
