"""A mail server's address, and what happens when the server does not answer."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from roznama.config.mail import Server, server


def test_no_address_is_no_server():
    assert server("") == Server()
    assert server("").backend.endswith("dummy.EmailBackend")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://host", Server("host", 587, starttls=True)),
        ("smtps://u:p%40ss@host", Server("host", 465, "u", "p@ss", tls=True)),
        ("smtp+plain://host:2525", Server("host", 2525)),
    ],
)
def test_an_address_is_taken_apart(address, expected):
    assert server(address) == expected
    assert expected.backend.endswith("AfterCommit")


@pytest.mark.parametrize("wrong", ["host", "http://u:secret@host", "smtp://", "smtp://host:x"])
def test_a_wrong_address_is_refused_without_its_password(wrong):
    with pytest.raises(ImproperlyConfigured) as caught:
        server(wrong)
    assert "secret" not in str(caught.value)


def test_a_password_is_not_shown():
    assert "secret" not in repr(server("smtp://u:secret@host"))
