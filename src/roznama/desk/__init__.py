"""The reader desk: readers ask professionals, privately. See docs/desk.md."""
