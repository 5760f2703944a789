"""The desk's HTTP addresses."""
