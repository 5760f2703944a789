"""Renders the same bodies with plain Wagtail: a project as `wagtail start` sets it up."""

import json
import os
from functools import partial
from typing import Any

import django
from django.conf import settings
from django.urls import include, path

os.environ.pop("DJANGO_SETTINGS_MODULE", None)
settings.configure(
    SECRET_KEY="of the bench",  # noqa: S106 - guards nothing
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "peer",
        "wagtail.contrib.redirects",
        "wagtail.sites",
        "wagtail.users",
        "wagtail.documents",
        "wagtail.images",
        "wagtail.search",
        "wagtail.admin",
        "wagtail",
        "modelcluster",
        "taggit",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
        "django.middleware.security.SecurityMiddleware",
        "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
    STATIC_URL="/static/",
    WAGTAIL_SITE_NAME="peer",
    WAGTAILADMIN_BASE_URL="http://localhost",
    WAGTAILDOCS_EXTENSIONS=["pdf"],
)
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from peer.models import StoryPage  # noqa: E402
from timing import SIZES, bodies, measured  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

urlpatterns = [path("", include("wagtail.urls"))]


def main() -> None:
    call_command("migrate", verbosity=0)
    home = Page.objects.get(slug="home")
    Site.objects.update(hostname="testserver")
    targets = [_add(home, f"target-{number}", []).pk for number in range(10)]
    paths = {
        size: _add(home, f"story-{size[0]}-{size[1]}", bodies(*size, targets)).url for size in SIZES
    }
    client = Client()
    print(json.dumps(measured([(*size, partial(_read, client, paths[size])) for size in SIZES])))


def _add(home: Page, slug: str, body: list[Any]) -> StoryPage:
    story = home.add_child(instance=StoryPage(title=slug, slug=slug, body=body, deck="خبر"))
    story.save_revision().publish()
    return StoryPage.objects.get(pk=story.pk)


def _read(client: Client, address: str) -> None:
    answer = client.get(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answered {answer.status_code}")


if __name__ == "__main__":
    main()
