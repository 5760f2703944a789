"""Writing in the newsroom: the keyboard, what is pasted, and what a field does not take."""
