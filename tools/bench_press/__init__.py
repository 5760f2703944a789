"""The bench of the press: delivery, publishing, reprints, rendering and memory."""
