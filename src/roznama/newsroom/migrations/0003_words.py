"""Stories know how many words they have."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from roznama.newsroom.text import plain_text
from roznama.urdu.reading import word_count


def count(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Count the words of the stories there are."""
    articles = apps.get_model("newsroom", "ArticlePage").objects
    for article in articles.only("pk", "body").iterator():
        articles.filter(pk=article.pk).update(words=word_count(plain_text(article)))


class Migration(migrations.Migration):
    """Add the number and fill it in."""

    dependencies = [("newsroom", "0002_paper")]
    operations = [
        migrations.AddField("articlepage", "words", models.PositiveIntegerField(default=0, editable=False)),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
