import django.db.models.deletion
from django.db import migrations, models


def table(name, field, unique, **options):
    """Return the table that counts reads by the hour or the day."""
    return migrations.CreateModel(
        name=name,
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            field,
            ("reads", models.PositiveIntegerField()),
            (
                "article",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name=f"{field[0]}_reads",
                    to="newsroom.articlepage",
                ),
            ),
        ],
        options={
            "default_permissions": (),
            "constraints": [
                models.UniqueConstraint(fields=(field[0], "article"), name=unique)
            ],
            **options,
        },
    )


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0019_list_order")]

    operations = [
        table("HourReads", ("hour", models.DateTimeField()), "reads_once_an_hour"),
        table(
            "DayReads",
            ("day", models.DateField()),
            "reads_once_a_day",
            verbose_name="reads of a day",
            permissions=[("view_statistics", "Can view the statistics of all desks")],
        ),
    ]
