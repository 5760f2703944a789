"""How long the newsroom takes with a large archive, beside plain Wagtail on as much."""
