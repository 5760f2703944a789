"""What is posted and changed: nothing that a browser sends is trusted."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, ClassVar, cast

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.images.widgets import AdminImageChooser
from wagtail.permissions import policy_registry

from roznama.newsroom.live.doing import Words
from roznama.newsroom.live.writing import LONGEST, to_html, to_text
from roznama.newsroom.models import Author, LiveCoverage, LiveUpdate, NewsImage, User
from roznama.newsroom.pictures.rights import lacks_of


class WordsForm(forms.Form):
    """One update. A text, a headline or a picture has to be there."""

    headline = forms.CharField(label=gettext_lazy("Headline"), required=False, max_length=150)
    text = forms.CharField(
        label=gettext_lazy("text"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    image = forms.ModelChoiceField(
        NewsImage.objects.all(),
        label=gettext_lazy("picture"),
        required=False,
        widget=AdminImageChooser(show_edit_link=False),
    )
    caption = forms.CharField(label=gettext_lazy("caption"), required=False, max_length=300)
    author = forms.ModelChoiceField(
        Author.objects.order_by("name"), label=gettext_lazy("author"), required=False
    )
    is_key = forms.BooleanField(label=gettext_lazy("key moment"), required=False)
    is_pinned = forms.BooleanField(label=gettext_lazy("Keep on top"), required=False)

    had: ClassVar[NewsImage | None] = None
    """The picture that readers have already."""

    def __init__(self, *args: Any, user: User, runs: bool, **kwargs: Any) -> None:
        """`runs`: this person may say what is pinned and what a key moment is."""
        super().__init__(*args, **kwargs)
        self._user = user
        if not runs:
            del self.fields["is_key"], self.fields["is_pinned"]

    def clean_image(self) -> NewsImage | None:
        """Refuse a picture that this person may not use, or whose rights are not in order."""
        image = cast("NewsImage | None", self.cleaned_data["image"])
        if image is None or image == self.had:
            return image
        policy = policy_registry.get_by_type(NewsImage)
        if not policy.user_has_permission_for_instance(self._user, "choose", image):
            raise forms.ValidationError(_("You may not use this picture."))
        lacks = lacks_of(image)
        if lacks:
            raise forms.ValidationError([str(one.label) for one in lacks])
        return image

    def clean(self) -> dict[str, Any]:
        """Refuse an update that says nothing."""
        data = cast("dict[str, Any]", super().clean())
        if self.errors:
            return data
        body = to_html(data["text"])
        if not strip_tags(body).strip() and not data["headline"] and not data["image"]:
            raise forms.ValidationError(_("Write something, or choose a picture."))
        return {**data, "body": body}

    def words(self) -> Words:
        """Return what was written."""
        names = [field.name for field in fields(Words) if field.name in self.cleaned_data]
        return Words(**{name: self.cleaned_data[name] for name in names})


class PostForm(WordsForm):
    """A new update; the token makes one of two that were sent twice."""

    token = forms.UUIDField(widget=forms.HiddenInput)


class ChangeForm(WordsForm):
    """An update that is there, with its time and a correction."""

    time = forms.DateTimeField(
        label=gettext_lazy("time"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    correction = forms.CharField(
        label=gettext_lazy("correction"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Readers see it under the update, with its time."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=1 << 31)

    def __init__(self, *args: Any, update: LiveUpdate, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(update)
        super().__init__(*args, **kwargs)
        self._update = update
        self.had = update.image  # type: ignore[misc]

    def words(self) -> Words:
        """Return what was written; what this person may not say stays."""
        marks = ("is_key", "is_pinned")
        kept = {name: getattr(self._update, name) for name in marks if name not in self.fields}
        return replace(super().words(), **kept)

    def clean_time(self) -> Any:
        """Refuse a time to come; one that was not touched keeps its seconds."""
        time, before = self.cleaned_data["time"], self._update.time
        if time > timezone.now():
            raise forms.ValidationError(_("This time has not come yet."))
        return before if time == before.replace(second=0, microsecond=0) else time


class PeopleField(forms.ModelMultipleChoiceField):
    """People by their names."""

    def label_from_instance(self, obj: User) -> str:
        """Return somebody's name, or what they sign in with."""
        return obj.get_full_name() or obj.get_username()


class PostersForm(forms.Form):
    """Who else may post in a coverage."""

    people = PeopleField(
        User.objects.none(),
        label=gettext_lazy("may post as well"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, coverage: LiveCoverage, **kwargs: Any) -> None:
        kwargs["initial"] = {"people": coverage.posters.all()}
        super().__init__(*args, **kwargs)
        cast(PeopleField, self.fields["people"]).queryset = _colleagues()


def _colleagues() -> QuerySet[User]:
    """The people of the newsroom."""
    enters = Q(groups__permissions__codename="access_admin")
    people = User.objects.filter(enters, is_active=True).distinct()
    return people.order_by("first_name", "username")


def _initial(update: LiveUpdate) -> dict[str, Any]:
    names = ("headline", "image", "caption", "author", "is_key", "is_pinned", "correction", "time")
    found = {name: getattr(update, name) for name in names}
    return {**found, "text": to_text(update.body), "seen": update.version}
