"""The change log: what readers may see differently from now on, and what a page read."""
