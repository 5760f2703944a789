"""Which revisions become versions, and when.

Wagtail writes an autosave over the last one of the same sitting; each sitting still leaves a
revision behind. A revision is kept as a version when it is published, sent on, saved by hand, when
somebody else begins to write after it, or when somebody gives it a name.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import Page, Revision, WorkflowState
from wagtail.signals import page_published, workflow_submitted

from roznama.newsroom.models import KeptDraft, KeptKind, User

_WEIGHT = {kind: weight for weight, kind in enumerate(reversed(KeptKind.values))}
_WEIGHT[KeptKind.NAMED] = -1  # a name stays beside whatever else a version is


def connect() -> None:
    """Watch what is published, sent on and written over."""
    page_published.connect(_published)
    workflow_submitted.connect(_submitted)
    post_save.connect(_saved, Revision)


def keep(revision: Revision, kind: KeptKind, person: User | None, name: str = "") -> KeptDraft:
    """Keep a revision. A kind that says more takes the place of one that says less."""
    version, is_new = KeptDraft.objects.get_or_create(
        revision=revision, defaults={"kind": kind, "person": person, "name": name}
    )
    says_more = _WEIGHT[kind] > _WEIGHT[version.kind]
    if is_new or not (says_more or name):
        return version
    if says_more:
        version.kind, version.person = kind, person
    version.name = name or version.name
    version.save()
    return version


@transaction.atomic
def name_version(revision: Revision, name: str, person: User) -> KeptDraft:
    """Give a revision a name of its own.

    The newest revision may be an autosave that its writer goes on writing over, so a copy of it
    gets the name, a moment older than itself.
    """
    Page.objects.select_for_update().get(pk=revision.object_id)
    is_open = revision.is_latest_revision() and not KeptDraft.objects.filter(revision=revision)
    return keep(_copy(revision) if is_open else revision, KeptKind.NAMED, person, name)


def _copy(revision: Revision) -> Revision:
    made = Revision.objects.get(pk=revision.pk)
    made.pk = None
    made.approved_go_live_at = None
    made.created_at = revision.created_at - timedelta(microseconds=1)
    made.save(force_insert=True)
    return made


def _published(instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    if revision is not None:
        keep(revision, KeptKind.PUBLISHED, revision.user)


def _submitted(instance: WorkflowState, user: Any, **kwargs: Any) -> None:
    page = instance.content_object
    if isinstance(page, Page) and page.latest_revision is not None:
        keep(page.latest_revision, KeptKind.SUBMITTED, user)


def _saved(instance: Revision, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Keep what somebody else had written when a new hand writes on."""
    if raw or not created or instance.user_id is None:
        return
    before = _before(instance)
    if before is not None and before.user_id not in (None, instance.user_id):
        keep(before, KeptKind.BEFORE, instance.user)


def _before(revision: Revision) -> Revision | None:
    """The revision before this one of the same thing, without its content."""
    found = Revision.objects.filter(
        base_content_type=revision.base_content_type_id,
        object_id=revision.object_id,
        created_at__lt=revision.created_at,
    )
    return found.order_by("-created_at", "-pk").defer("content").first()
