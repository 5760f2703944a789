"""Direction: control characters that turn the text around them, seen by nobody."""

OVERRIDES = "\u202d\u202e"
_CLOSED_BY = {
    "\u202a": "\u202c",
    "\u202b": "\u202c",
    "\u2066": "\u2069",
    "\u2067": "\u2069",
    "\u2068": "\u2069",
}
"""Embeddings and isolates, by what ends them (UAX #9)."""


def unsafe_direction(text: str) -> list[str]:
    """Return the controls of `text` that spoil what stands around them, each once, in order.

    Overrides turn letters around (a headline that reads backwards); an embedding or an isolate
    that is never closed reaches into what follows. Closed ones and the plain marks (LRM, RLM) do
    no harm. Linear in time.
    """
    found, open_ones = [sign for sign in text if sign in OVERRIDES], []
    for sign in text:
        if sign in _CLOSED_BY:
            open_ones.append(sign)
        elif open_ones and sign == _CLOSED_BY[open_ones[-1]]:
            open_ones.pop()
    return list(dict.fromkeys(found + open_ones))
