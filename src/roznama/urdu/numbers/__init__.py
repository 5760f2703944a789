"""Numbers: in words and out of them."""
