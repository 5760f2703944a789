"""The register: each source once, with every name that it goes by."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.search import index

from roznama.newsroom.models.author import free_slug
from roznama.newsroom.sources.forms import SourceForm
from roznama.newsroom.sources.kinds import SourceKind
from roznama.newsroom.sources.names import name_key
from roznama.urdu.slugs import slug

_SHORT_SLUG = 60


class CurrentSources(models.Manager["Source"]):
    """The sources that were not merged into another."""

    def get_queryset(self) -> models.QuerySet[Source]:
        """Leave out those that are only an address by now."""
        return super().get_queryset().filter(merged_into=None)


class Source(index.Indexed, ClusterableModel):  # type: ignore[django-manager-missing]
    """Whoever a story has something from. Its address is made once and stays."""

    name = models.CharField(_("name in Urdu"), max_length=150)
    name_latin = models.CharField(_("name in Latin letters"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=SourceKind)
    country = models.CharField(_("country"), max_length=80, blank=True)
    home_page = models.URLField(_("home page"), max_length=300, blank=True)
    note = models.CharField(
        _("note for readers"),
        max_length=200,
        blank=True,
        help_text=_("Stands beside every claim that comes from here."),
    )
    slug = models.SlugField(_("address"), max_length=80, unique=True, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, editable=False, related_name="merged"
    )
    """Which source this one turned out to be; its address leads there."""

    objects: ClassVar[models.Manager[Source]] = models.Manager()
    current: ClassVar[CurrentSources] = CurrentSources()

    base_form_class = SourceForm
    panels = [
        FieldPanel("name"),
        FieldPanel("name_latin"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("country")]),
        FieldPanel("home_page"),
        FieldPanel("note"),
        InlinePanel(
            "aliases",
            heading=_("Other names"),
            label=_("name"),
            help_text=_("As stories write it, in Urdu and in Latin letters."),
        ),
    ]
    search_fields = [
        index.SearchField("searched_names"),
        index.AutocompleteField("searched_names"),
        index.FilterField("kind"),
        index.FilterField("merged_into"),
    ]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with an address that no other source has, and with its own names as aliases."""
        if not self.slug:
            base = slug(self.name_latin or self.name, limit=_SHORT_SLUG)
            self.slug = free_slug(type(self), base, self.pk)
        if self.merged_into_id is None and kwargs.get("update_fields") is None:
            self._know_own_names()
        super().save(*args, **kwargs)

    def _know_own_names(self) -> None:
        known = {name_key(alias.text) for alias in self.aliases.all()}
        for name in (self.name, self.name_latin):
            if (key := name_key(name)) and key not in known:
                self.aliases.add(SourceAlias(text=name, folded=key))
                known.add(key)

    def searched_names(self) -> str:
        """Return what editors find it by."""
        names = [self.name, self.name_latin, *(alias.text for alias in self.aliases.all())]
        return "\n".join(dict.fromkeys(filter(None, names)))

    @property
    def path(self) -> str:
        """The path of its page; the paper's room answers there."""
        return reverse("source", args=[self.slug])


class SourceAlias(models.Model):
    """One way of writing a source's name. No two sources share one."""

    source = ParentalKey(Source, on_delete=models.CASCADE, related_name="aliases")
    text = models.CharField(_("name"), max_length=150)
    folded = models.CharField(max_length=200, unique=True, editable=False)

    panels = [FieldPanel("text")]

    class Meta:
        verbose_name = _("name of a source")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, with the form that names are compared by."""
        self.folded = name_key(self.text)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a name without letters, and one that another source has."""
        self.folded = name_key(self.text)
        if not self.folded:
            raise ValidationError({"text": _("This name has no letters.")})
        others = SourceAlias.objects.filter(folded=self.folded).exclude(source=self.source_id)
        if other := others.select_related("source").first():
            message = _("%s goes by this name already.") % other.source.name
            raise ValidationError({"text": message})


class SourceUse(models.Model):
    """One hand that a claim of a published story passed through.

    Written from the live story whenever that changes, and made anew by `roznama sources uses`.
    """

    article = models.ForeignKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="source_uses"
    )
    number = models.PositiveIntegerField()
    """Which of the story's claims, from 1."""

    claim = models.TextField()
    claim_key = models.CharField(max_length=32)
    """The same for the same words: a claim may stand twice, from two sources."""

    source = models.ForeignKey(Source, on_delete=models.SET_NULL, null=True, related_name="uses")
    name = models.CharField(max_length=200, blank=True)
    """In the form that names are compared by, where no source of the register was chosen."""

    position = models.PositiveIntegerField()
    """1 for who said it, the highest for who told us."""

    of = models.PositiveIntegerField()
    is_own = models.BooleanField(default=False)
    """The paper found it out itself, without another medium in between."""

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("use of a source")
        verbose_name_plural = _("uses of sources")
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number", "position"], name="source_use_place"
            )
        ]
        indexes = [models.Index(fields=["position", "is_own"], name="source_use_first")]
        permissions = [("view_source_report", "Can view the report on sources")]

    def __str__(self) -> str:
        return f"{self.source_id or self.name} in {self.article_id}"


class DismissedClaim(models.Model):
    """A claim that an editor does not want among a story's sources; it is not proposed again."""

    article = models.ForeignKey(
        "newsroom.ArticlePage", on_delete=models.CASCADE, related_name="dismissed_claims"
    )
    claim_key = models.CharField(max_length=32)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "claim_key"], name="dismissed_claim_once")
        ]

    def __str__(self) -> str:
        return f"{self.claim_key} in {self.article_id}"
