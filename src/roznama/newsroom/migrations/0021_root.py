"""An index that holds the root of all pages, and nothing else.

Wagtail looks for it once or twice on each of its screens. PostgreSQL's statistics know no page of
that depth, so it read all pages of the paper each time.
"""

from django.db import migrations

INDEX = "newsroom_page_root"


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0020_statistics"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RunSQL(
            f"CREATE INDEX IF NOT EXISTS {INDEX} ON wagtailcore_page (path) WHERE depth = 1",
            f"DROP INDEX IF EXISTS {INDEX}",
        )
    ]
