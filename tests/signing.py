"""People with a second factor, and the steps by which they log in."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import struct
import time
from base64 import b32decode
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client
from wagtail.models import GroupPagePermission

from roznama.newsroom.models import User

PASSWORD = "a long pass phrase"
LOGIN = "/newsroom/login/"
SECOND = "/newsroom/login/second/"
SECURITY = "/newsroom/security/"
LISTING = "/newsroom/stories/"

_addresses = itertools.count(1)


def digits(secret: str, steps: int = 0) -> str:
    """Return the six digits of an app (RFC 6238), so many half minutes from now."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(b32decode(secret), counter, hashlib.sha1).digest()
    at = digest[-1] & 15
    value = struct.unpack(">I", digest[at : at + 4])[0] & 0x7FFFFFFF
    return f"{value % 1_000_000:06}"


def with_app(user: User) -> str:
    """Give somebody an app; return its key."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def with_codes(user: User) -> list[str]:
    """Give somebody recovery codes; return them."""
    return RecoveryCodes.activate(user).generate_codes()


def person(name: str, *codenames: str, section: Any = None) -> User:
    """Make somebody who may enter; `codenames` are permissions, on a section where one is given."""
    from django.contrib.auth.models import Group  # noqa: PLC0415

    user = User.objects.create_user(name, f"{name}@paper.example", PASSWORD)
    group = Group.objects.create(name=f"group of {name}")
    user.groups.add(group)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for permission in Permission.objects.filter(codename__in=codenames):
        if section is None:
            group.permissions.add(permission)
        else:
            GroupPagePermission.objects.create(group=group, page=section, permission=permission)
    return user


def address() -> dict[str, str]:
    """Return where one browser asks from; each is another."""
    number = next(_addresses)
    return {"REMOTE_ADDR": f"10.1.{number // 250}.{number % 250 + 1}"}


def log_in(
    client: Client, name: str, password: str = PASSWORD, following: str = LISTING, **extra: Any
) -> HttpResponse:
    """Send the login form."""
    form = {"username": name, "password": password, "next": following}
    return client.post(LOGIN, form, **(extra or address()))


def fully_in(user: User, secret: str, **defaults: str) -> Client:
    """Return a browser in which somebody has given both factors."""
    client = Client(**(defaults or address()))
    log_in(client, user.username, REMOTE_ADDR=client.defaults["REMOTE_ADDR"])
    for steps in (0, -1, 1):  # a code is good once
        if client.post(SECOND, {"code": digits(secret, steps)}).status_code == 302:
            return client
    raise AssertionError("no code was taken")
