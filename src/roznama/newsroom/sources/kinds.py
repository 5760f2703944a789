"""What kinds of sources there are, and which of them bring other people's words."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceKind(models.TextChoices):
    """What a source is."""

    AGENCY = "agency", _("News agency")
    NEWSPAPER = "newspaper", _("Newspaper, channel or site")
    STATE = "state", _("State media")
    MINISTRY = "ministry", _("Ministry or public body")
    COMPANY = "company", _("Company or organization")
    PERSON = "person", _("Person")
    EYEWITNESS = "eyewitness", _("Eyewitness")
    DOCUMENT = "document", _("Document")
    SOCIAL = "social", _("Social account")
    OWN = "own", _("Own reporting")


MEDIA = frozenset({SourceKind.AGENCY, SourceKind.NEWSPAPER, SourceKind.STATE})
"""Those whose trade it is to pass on what others say."""
