"""InPage: the text of its documents and of its clipboard, read and written."""
