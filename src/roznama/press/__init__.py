"""The press: prints each page once, keeps it as files, and hands them to readers."""
