"""Kinds and dates of corrections, kills, published versions, and the audit log with its triggers.

What is published now becomes the first version of its story.
"""

from datetime import timedelta

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import roznama.newsroom.models.version

_TABLES = ("newsroom_auditentry", "newsroom_auditseal")
_WORDS = "rows of the audit log are never changed or deleted"


def guard(apps, editor):
    """Let both tables of the log only grow, whoever asks the database for something else."""
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE OR REPLACE FUNCTION newsroom_audit_grows() RETURNS trigger AS $$"
            f" BEGIN RAISE EXCEPTION '{_WORDS}'; END $$ LANGUAGE plpgsql"
        )
        for table in _TABLES:
            editor.execute(
                f"CREATE TRIGGER {table}_grows BEFORE UPDATE OR DELETE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION newsroom_audit_grows()"
            )
            editor.execute(
                f"CREATE TRIGGER {table}_stays BEFORE TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION newsroom_audit_grows()"
            )
        return
    for table in _TABLES:
        for event in ("UPDATE", "DELETE"):
            editor.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
            )


def unguard(apps, editor):
    """Take the triggers away; the tables go next."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION IF EXISTS newsroom_audit_grows CASCADE")
        return
    for table in _TABLES:
        for event in ("update", "delete"):
            editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{event}")


def first_versions(apps, editor):
    """Count what readers have as a story's first version, and its last change as they were told."""
    story = apps.get_model("newsroom", "ArticlePage")
    version = apps.get_model("newsroom", "PublishedVersion")
    live = story.objects.filter(live=True).exclude(live_revision=None)
    fields = ("pk", "live_revision_id", "last_published_at", "first_published_at")
    rows = [
        version(article_id=pk, revision_id=revision, number=1, time=last or first)
        for pk, revision, last, first in live.values_list(*fields).iterator()
        if last or first
    ]
    version.objects.bulk_create(rows, batch_size=500)
    late = models.F("first_published_at") + timedelta(minutes=10)
    # Page's fields are in another table, which an update of the story's own cannot read.
    told = story.objects.filter(last_published_at__gte=late)
    for pk, last in told.values_list("pk", "last_published_at").iterator():
        story.objects.filter(pk=pk).update(changed_at=last)


class Migration(migrations.Migration):

    dependencies = [
        ("newsroom", "0012_timing"),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuditSeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('entry', models.BigIntegerField(unique=True)),
                ('previous', models.CharField(max_length=64, unique=True)),
                ('digest', models.CharField(max_length=64, unique=True)),
            ],
            options={
                'verbose_name': 'seal of the audit log',
                'ordering': ['pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='articlepage',
            name='change_note',
            field=models.CharField(blank=True, help_text='For the record in the newsroom; readers do not see it.', max_length=200, verbose_name='what was changed'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='changed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='correction',
            name='kind',
            field=models.CharField(choices=[('correction', 'Correction'), ('clarification', 'Clarification'), ('update', 'Update'), ('note', 'Editor’s note')], default='correction', max_length=14, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='correction',
            name='text',
            field=models.TextField(max_length=1000, verbose_name='text'),
        ),
        migrations.AlterField(
            model_name='correction',
            name='time',
            field=models.DateTimeField(blank=True, null=True, verbose_name='time'),
        ),
        migrations.CreateModel(
            name='AuditEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, verbose_name='time')),
                ('who', models.CharField(blank=True, max_length=150, verbose_name='person')),
                ('action', models.CharField(db_index=True, max_length=80, verbose_name='action')),
                ('story', models.BigIntegerField(db_index=True, default=0, verbose_name='story')),
                ('model', models.CharField(blank=True, max_length=80)),
                ('object_id', models.CharField(blank=True, max_length=40)),
                ('label', models.CharField(blank=True, max_length=255, verbose_name='about')),
                ('details', models.JSONField(default=dict)),
                ('user', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
            ],
            options={
                'verbose_name': 'audit entry',
                'verbose_name_plural': 'audit entries',
                'ordering': ['-pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Kill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('path', models.CharField(db_index=True, max_length=500)),
                ('headline', models.CharField(max_length=255, verbose_name='Headline')),
                ('time', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='time')),
                ('reason', models.TextField(verbose_name='reason')),
                ('notice', models.TextField(verbose_name='notice for readers')),
                ('lifted', models.DateTimeField(blank=True, null=True, verbose_name='lifted')),
                ('lift_reason', models.TextField(blank=True)),
                ('article', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='kills', to='newsroom.articlepage')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lifted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision')),
                ('section', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='newsroom.sectionpage')),
            ],
            options={
                'verbose_name': 'withdrawn story',
                'verbose_name_plural': 'withdrawn stories',
                'permissions': [('kill', 'Can withdraw a published story'), ('lift_kill', 'Can lift the withdrawal of a story')],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(condition=models.Q(('lifted', None)), fields=('article',), name='one_kill_a_story')],
            },
        ),
        migrations.CreateModel(
            name='PublishedVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='number')),
                ('time', models.DateTimeField(verbose_name='time')),
                ('reason', models.CharField(blank=True, max_length=200, verbose_name='what was changed')),
                ('is_update', models.BooleanField(default=False)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='newsroom.articlepage')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('revision', models.ForeignKey(on_delete=roznama.newsroom.models.version.with_its_story, related_name='+', to='wagtailcore.revision')),
            ],
            options={
                'verbose_name': 'published version',
                'verbose_name_plural': 'published versions',
                'ordering': ['-number'],
                'default_permissions': ('view',),
                'constraints': [models.UniqueConstraint(fields=('article', 'number'), name='one_version_a_number')],
            },
        ),
        migrations.RunPython(first_versions, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
