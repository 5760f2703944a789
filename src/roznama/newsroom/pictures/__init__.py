"""Pictures in the newsroom: their rights, their crops, and what is taken in."""
