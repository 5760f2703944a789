"""What comes in: other people's pages, read and made into drafts."""
