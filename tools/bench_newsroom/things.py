"""What is done in the newsroom, in the table's order, with the most that it may take."""

THINGS = {
    "list of stories": "200",
    "list of stories, page 200": "200",
    "list of stories, one desk": "200",
    "list of stories, drafts": "200",
    "list of stories, a search": "200",
    "my desk": "",
    "a section in the explorer": "200",
    "a section in the explorer, page 100": "200",
    "open the editor": "400",
    "autosave": "200",
    "save": "200",
    "submit to the desk": "200",
    "publish": "300",
    "history of a story": "",
    "versions of a story": "",
    "published versions of a story": "",
    "audit log": "",
    "audit log, one story": "",
    "front page desk": "",
    "front page desk, its state": "",
}
"""Milliseconds; empty where nothing was set."""
