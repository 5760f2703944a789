"""Embargo, what could not be done in time, links to drafts, and a quick way to what expires."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0011_flow"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            "articlepage",
            "embargo_note",
            models.CharField(
                blank=True,
                help_text="For editors: who set the embargo, what was agreed. "
                "Readers never see it.",
                max_length=200,
                verbose_name="about the embargo",
            ),
        ),
        migrations.AddField(
            "articlepage",
            "embargo_until",
            models.DateTimeField(
                blank=True,
                help_text="Nobody can publish it before; it goes out at that minute by itself.",
                null=True,
                verbose_name="embargo until",
            ),
        ),
        migrations.CreateModel(
            name="Overdue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due", models.DateTimeField()),
                ("tries", models.PositiveIntegerField(default=0)),
                ("again_at", models.DateTimeField()),
                ("trouble", models.TextField()),
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overdue",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={"ordering": ["due"]},
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hash", models.CharField(max_length=64)),
                ("reader", models.CharField(max_length=100, verbose_name="for whom")),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("opened", models.PositiveIntegerField(default=0)),
                ("opened_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preview_links",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
            ],
            options={"ordering": ["-made_at", "-pk"]},
        ),
        # The clock asks every second what expires; without this it would read every page.
        migrations.RunSQL(
            "CREATE INDEX IF NOT EXISTS newsroom_page_expires "
            "ON wagtailcore_page (expire_at) WHERE expire_at IS NOT NULL",
            "DROP INDEX IF EXISTS newsroom_page_expires",
        ),
    ]
