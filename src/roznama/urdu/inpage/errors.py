"""What InPage text cannot be."""


class InpageError(ValueError):
    """The data is no InPage text, or the text cannot be written as such; says why in one line."""
