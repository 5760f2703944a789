"""Social cards: a story's headline, set in Nastaliq on a picture for those who share it."""
