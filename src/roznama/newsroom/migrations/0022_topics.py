"""The field of a story's tags is our own; nothing changes in the database."""

from django.db import migrations

import roznama.newsroom.models.topic


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0021_root"),
    ]

    operations = [
        migrations.AlterField(
            model_name="articlepage",
            name="topics",
            field=roznama.newsroom.models.topic.TopicsField(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="newsroom.ArticleTopic",
                to="newsroom.Topic",
                verbose_name="tags",
            ),
        ),
    ]
