"""The desk's screens in the newsroom: teams, professionals, emergency numbers, the audit log."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from roznama.desk.models import AuditEntry, Consent, EmergencyNumber, Professional, Team


class TeamForm(WagtailAdminModelForm):
    """A team's form. Changed words of the consent are a new version; the old ones stay."""

    consent_text = forms.CharField(
        label=_("consent"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "What readers agree to before the first word: what is kept, why, how long. Changed "
            "words are a new version; who agreed to an older one keeps it."
        ),
    )
    consent_text_en = forms.CharField(
        label=_("consent in English"), widget=forms.Textarea(attrs={"rows": 6}), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        newest = self._newest()
        if newest is not None:
            self.initial.update(consent_text=newest.text, consent_text_en=newest.text_en)

    def save(self, commit: bool = True) -> Team:
        """Save, with a new version of the consent where its words were changed."""
        team: Team = super().save(commit=commit)
        if commit:
            self._save_consent(team)
        return team

    def _save_consent(self, team: Team) -> None:
        text, text_en = self.cleaned_data["consent_text"], self.cleaned_data["consent_text_en"]
        newest = self._newest()
        if newest is None or (newest.text, newest.text_en) != (text, text_en):
            Consent.objects.create(team=team, text=text, text_en=text_en)

    def _newest(self) -> Consent | None:
        if not self.instance.pk:
            return None
        return Consent.objects.filter(team=self.instance.pk).order_by("-version").first()


class TeamViewSet(ModelViewSet):
    """Teams, with all that each is set to."""

    model = Team
    name = "desk_teams"
    icon = "group"
    list_display = ["name", "slug", "is_open", "retention_days"]
    copy_view_enabled = False
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
                    FieldPanel("slug"),
                    FieldRowPanel([FieldPanel("about"), FieldPanel("about_en")]),
                    FieldRowPanel([FieldPanel("is_open"), FieldPanel("order")]),
                    FieldRowPanel([FieldPanel("shows_red_flags"), FieldPanel("takes_files")]),
                    FieldRowPanel([FieldPanel("offer_seconds"), FieldPanel("answer_minutes")]),
                ],
                heading=_("Team"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "questions",
                        heading=_("What the bot asks"),
                        label=_("question"),
                        panels=[
                            FieldPanel("key"),
                            FieldRowPanel([FieldPanel("text"), FieldPanel("text_en")]),
                            FieldRowPanel([FieldPanel("choices"), FieldPanel("choices_en")]),
                            FieldPanel("order"),
                        ],
                    ),
                ],
                heading=_("Bot"),
            ),
            ObjectList(
                [
                    FieldPanel("consent_text"),
                    FieldPanel("consent_text_en"),
                    FieldPanel("retention_days"),
                ],
                heading=_("Consent"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "hours",
                        heading=_("Hours"),
                        label=_("hours"),
                        help_text=_("Without any the team is there at all hours."),
                        panels=[
                            FieldRowPanel(
                                [FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")]
                            )
                        ],
                    ),
                    InlinePanel("holidays", heading=_("Holidays"), label=_("holiday")),
                ],
                heading=_("Hours"),
            ),
            ObjectList(
                [
                    InlinePanel(
                        "canned_replies",
                        heading=_("Canned replies"),
                        label=_("canned reply"),
                        help_text=_("{reader}, {professional} and {team} are filled in."),
                    )
                ],
                heading=_("Canned replies"),
            ),
        ],
        base_form_class=TeamForm,
    )


class ProfessionalForm(WagtailAdminModelForm):
    """A professional's form."""

    def clean(self) -> dict[str, Any]:
        """Refuse an account that cannot be somebody else's too, in words of ours."""
        cleaned: dict[str, Any] = super().clean()
        user = cleaned.get("user")
        others = Professional.objects.exclude(pk=self.instance.pk)
        if user is not None and others.filter(user=user).exists():
            raise ValidationError({"user": _("This account is another professional's.")})
        return cleaned


class ProfessionalViewSet(ModelViewSet):
    """Professionals, with their licences and teams."""

    model = Professional
    name = "desk_professionals"
    icon = "user"
    list_display = ["name", "title", "needs_licence", "on_duty", "heard"]
    search_fields = ["name", "name_en"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("user"),
            FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
            FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
            FieldPanel("face"),
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("languages")]),
            InlinePanel("places", heading=_("Teams"), label=_("team")),
            MultiFieldPanel(
                [
                    FieldPanel("needs_licence"),
                    InlinePanel(
                        "licences",
                        label=_("licence"),
                        panels=[
                            FieldRowPanel([FieldPanel("register"), FieldPanel("register_en")]),
                            FieldRowPanel([FieldPanel("number"), FieldPanel("checked_by")]),
                            FieldRowPanel([FieldPanel("checked_on"), FieldPanel("check_again_on")]),
                        ],
                    ),
                ],
                heading=_("Licences"),
            ),
        ],
        base_form_class=ProfessionalForm,
    )


class EmergencyNumberViewSet(ModelViewSet):
    """The numbers that a red flag shows."""

    model = EmergencyNumber
    name = "desk_numbers"
    icon = "warning"
    list_display = ["service", "number", "province", "flags"]
    list_filter = ["province"]
    form_fields = ["province", "service", "service_en", "number", "flags", "order"]
    copy_view_enabled = False


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Nobody adds, changes or deletes: the log's digests would not hold any more."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether it is `view`, and the user may."""
        return action == "view" and super().user_has_permission(user, action)

    def users_with_any_permission(self, actions: Any) -> Any:
        """Return those who may look, where looking is among the actions."""
        return super().users_with_any_permission([a for a in actions if a == "view"])


class AuditViewSet(ModelViewSet):
    """Who read and did what; to be read, never to be written."""

    model = AuditEntry
    name = "desk_audit"
    icon = "history"
    list_display = ["at", "who", "action", "conversation", "details"]
    list_filter = ["action", "who"]
    ordering = ["-pk"]
    list_per_page = 50
    form_fields: list[str] = []
    inspect_view_enabled = True
    inspect_view_fields = ["at", "who", "action", "conversation", "details", "previous", "digest"]
    copy_view_enabled = False


class DeskGroup(ViewSetGroup):
    """The desk's place in the newsroom's menu."""

    menu_label = _("Reader desk")
    menu_icon = "comment"
    menu_order = 250
    items = (TeamViewSet, ProfessionalViewSet, EmergencyNumberViewSet, AuditViewSet)
