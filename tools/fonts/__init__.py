"""How the paper's Urdu font is cut, checked and matched with the reader's own fonts."""
