"""The language of an editor's screens, and the click that changes it."""
