"""Red flags in a reader's question, the words of the card, and whom to call. docs/red-flags.md.

Nothing here gives advice: a flag says that somebody should call for help before they read on.
"""

from roznama.desk.flags.cards import card
from roznama.desk.flags.finding import CATEGORIES, red_flags

__all__ = ["CATEGORIES", "card", "red_flags"]
