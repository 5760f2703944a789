"""The same bytes from a Django view behind the middleware that `startproject` sets."""

import json
import os
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

PAGE = Path(os.environ["PAGE"]).read_bytes()
HEADERS: dict[str, str] = json.loads(os.environ["HEADERS"])
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

settings.configure(
    SECRET_KEY="of the bench",  # noqa: S106 - guards nothing
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=MIDDLEWARE,
    INSTALLED_APPS=[
        f"django.contrib.{name}" for name in ("auth", "contenttypes", "sessions", "messages")
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEBUG=False,
)
django.setup()


def _answer() -> HttpResponse:
    return HttpResponse(PAGE, headers=HEADERS)


def plain(request: HttpRequest) -> HttpResponse:
    """As most views are written."""
    return _answer()


async def asynchronous(request: HttpRequest) -> HttpResponse:
    """As views for ASGI may be written."""
    return _answer()


VIEWS = {"plain": plain, "asynchronous": asynchronous}
urlpatterns = [path(os.environ["ADDRESS"].lstrip("/"), VIEWS[os.environ["VIEW"]])]
application: Any = get_asgi_application()
