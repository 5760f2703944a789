"""An index for the order of the list of stories: the last worked on first.

Without it the database sorts every story of the paper to show fifty.
"""

from django.db import migrations

INDEX = "newsroom_page_newest"


def add(apps, editor):
    """Make it as the list asks: those that nobody ever worked on last, where SQLite has them anyway."""
    order = "DESC NULLS LAST" if editor.connection.vendor == "postgresql" else "DESC"
    editor.execute(
        f"CREATE INDEX IF NOT EXISTS {INDEX} ON wagtailcore_page"
        f" (latest_revision_created_at {order})"
    )


def remove(apps, editor):
    """Take it away."""
    editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0018_live"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(add, remove)]
