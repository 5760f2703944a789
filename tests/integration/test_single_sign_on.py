"""Single sign-on, with a server of its own on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from roznama.newsroom.models import User
from tests import signing
from tests.signing import LISTING, LOGIN, SECOND, SECURITY, address, digits

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
    pytest.mark.usefixtures("strict"),
]


class Server(ThreadingHTTPServer):
    """Says of whoever comes what `claims` holds."""

    claims: dict[str, Any] = {}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        if self.path.endswith("/openid-configuration"):
            self.tell(
                {
                    "issuer": self.server.url,
                    "authorization_endpoint": f"{self.server.url}/authorize",
                    "token_endpoint": f"{self.server.url}/token",
                    "userinfo_endpoint": f"{self.server.url}/me",
                    "jwks_uri": f"{self.server.url}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        else:
            self.tell(self.server.claims)

    def do_POST(self) -> None:
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        is_ours = sent["client_secret"] == ["hush"] and "code_verifier" in sent
        self.tell({"access_token": "t", "token_type": "Bearer"} if is_ours else {"error": "no"})

    def tell(self, what: dict[str, Any]) -> None:
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def server(settings: Any) -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        app = {
            "provider_id": "sso",
            "name": "ادارے کا سرور",
            "client_id": "paper",
            "secret": "hush",
            "settings": {"server_url": server.url},
        }
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}
        }
        server.claims = {"sub": "7", "email": "reporter@paper.example", "email_verified": True}
        yield server
        server.shutdown()


@pytest.fixture
def reporter(db: None) -> User:
    return signing.person("reporter")


def come_back(client: Client, query: str = f"?next={LISTING}") -> HttpResponse:
    """Go to the server and come back from it, as a browser does."""
    away = client.get(f"{LOGIN}sso/start/{query}")
    asked = parse_qs(urlsplit(away.url).query)
    assert asked["redirect_uri"] == ["http://testserver/newsroom/login/sso/back/"]
    return client.get(f"{LOGIN}sso/back/", {"code": "c", "state": asked["state"][0]})


def test_a_verified_address_opens_its_account(server: Server, reporter: User) -> None:
    client = Client(**address())
    assert "ادارے کا سرور" in client.get(LOGIN).content.decode()
    assert come_back(client).url == LISTING
    assert client.get(LISTING).wsgi_request.user == reporter
    assert User.objects.count() == User.objects.filter(username="reporter").count()


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email": "nobody@paper.example"},
        {"email": "reporter@paper.example.elsewhere.example"},
        {"email": ""},
    ],
)
def test_others_are_refused(server: Server, reporter: User, claims: dict[str, Any]) -> None:
    server.claims |= claims
    client = Client(**address())
    assert come_back(client).status_code == 403
    assert client.get(LISTING).status_code == 302
    assert User.objects.count() == 1


def test_an_address_of_two_or_of_a_closed_account_opens_none(
    server: Server, reporter: User
) -> None:
    other = User.objects.create_user("other", email="Reporter@paper.example")
    assert come_back(Client(**address())).status_code == 403
    other.delete()
    User.objects.update(is_active=False)
    assert come_back(Client(**address())).status_code == 403


def test_the_second_factor_is_asked_for_all_the_same(server: Server, editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(email="reporter@paper.example")
    client = Client(**address())
    assert come_back(client).url == LISTING
    assert client.get(LISTING).url.startswith(f"{SECURITY}set-up/")
    secret = signing.with_app(editor)
    other = Client(**address())
    assert come_back(other).url == SECOND
    assert other.post(SECOND, {"code": digits(secret)}).url == LISTING


def test_no_account_elsewhere_is_joined(server: Server, reporter: User, editor: User) -> None:
    client = Client(**address())
    come_back(client)
    server.claims |= {"sub": "8", "email": "stranger@elsewhere.example"}
    assert come_back(client, "?process=connect").status_code == 403
    assert come_back(Client(**address())).status_code == 403


def test_an_answer_that_was_not_asked_for_is_refused(server: Server, reporter: User) -> None:
    client = Client(**address())
    client.get(f"{LOGIN}sso/back/", {"code": "c", "state": "made up"})
    assert client.get(LISTING).status_code == 302


def test_without_a_server_there_is_no_such_address(client: Client) -> None:
    assert client.get(f"{LOGIN}sso/start/").status_code == 404
    assert client.get(f"{LOGIN}sso/back/").status_code == 404
