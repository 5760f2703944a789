"""Versions, and the index that looks a page's newest revision up.

Wagtail's own has no time in it (wagtail#13547): PostgreSQL may read all revisions backward by
their time until it finds one of the page's.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

INDEX = "newsroom_revision_newest"


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0009_source_chains"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("published", "published"), ("submitted", "sent on"), ("saved", "saved by hand"), ("before", "before somebody else wrote"), ("named", "named")], max_length=10, verbose_name="kind")),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="name of the version")),
                ("time", models.DateTimeField(auto_now_add=True, verbose_name="time")),
                ("person", models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("revision", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="kept", to="wagtailcore.revision")),
            ],
            options={"verbose_name": "version", "verbose_name_plural": "versions", "ordering": ["-time"]},
        ),
        migrations.RunSQL(
            f"CREATE INDEX IF NOT EXISTS {INDEX} ON wagtailcore_revision"
            " (base_content_type_id, object_id, created_at DESC, id DESC)",
            f"DROP INDEX IF EXISTS {INDEX}",
        ),
    ]
