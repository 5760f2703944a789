"""The professionals' side over HTTP: the console, the board, files, what becomes a story."""
