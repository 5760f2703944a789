"""How much is measured; each size can be given in the environment: `CHATS=2000`."""

from bench_press.sizes import size

CHATS = size("CHATS", 10_000)
"""Open chats that nobody writes in."""
RATE = size("RATE", 500)
"""Messages a second, of all readers together."""
SECONDS = size("SECONDS", 30)
"""Seconds of messages."""
EASY = size("EASY", 50)
"""Messages a second that a plain consumer can keep up with."""
TALKING = size("TALKING", 1_000)
"""Conversations that they are spread over; a reader may write 0.7 a second."""
WATCHED = size("WATCHED", 100)
"""Of these, how many a professional has open."""
RECONNECTS = size("RECONNECTS", 2_000)
"""Sockets that are cut at once and come back."""
KILLS = size("KILLS", 100)
"""Times that the server is killed under load."""
