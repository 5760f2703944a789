"""Settings that an operator may give, read from environment variables.

Every one is listed in docs/settings.md; a test compares the two.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

TRUE = {"1", "true", "yes", "on"}


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable with the value that stands when it is not given."""

    name: str
    default: str
    help: str

    def text(self) -> str:
        """Return the value given, or the default."""
        return os.environ.get(self.name, "").strip() or self.default

    def flag(self) -> bool:
        """Return the value read as yes or no."""
        return self.text().lower() in TRUE

    def list(self) -> list[str]:
        """Return the value split at commas, empty parts left out."""
        return [part.strip() for part in self.text().split(",") if part.strip()]


VAR = Setting("ROZNAMA_VAR", "var", "Folder for the database, uploads and the secret key.")
DATABASE_URL = Setting(
    "ROZNAMA_DATABASE_URL", "", "Database address; empty is SQLite inside ROZNAMA_VAR."
)
SITE_URL = Setting(
    "ROZNAMA_SITE_URL", "http://127.0.0.1:8000", "The paper's public address, no slash at the end."
)
HOSTS = Setting("ROZNAMA_HOSTS", "127.0.0.1,localhost", "Host names that the paper answers to.")
SECRET_KEY = Setting(
    "ROZNAMA_SECRET_KEY", "", "Signing key; empty makes one and keeps it in ROZNAMA_VAR."
)
DEBUG = Setting("ROZNAMA_DEBUG", "no", "Developer mode: error pages with details. Never in public.")
HTTPS = Setting(
    "ROZNAMA_HTTPS", "no", "The paper is served over HTTPS: secure cookies, HSTS, no plain HTTP."
)

CACHE = Setting(
    "ROZNAMA_CACHE", "", "A cache outside that is told of changed pages; empty for none."
)
CACHE_TOKEN = Setting("ROZNAMA_CACHE_TOKEN", "", "The key with which that cache takes purges.")

MAIL = Setting(
    "ROZNAMA_MAIL", "", "Mail server, `smtp://user:password@host:587`; empty sends no e-mail."
)
MAIL_FROM = Setting(
    "ROZNAMA_MAIL_FROM", "", "The sender of e-mail; empty is newsroom@ the paper's host."
)

DESK_KEYS = Setting(
    "ROZNAMA_DESK_KEYS",
    "",
    "Master keys of readers' conversations, `name:base64` with spaces between, the newest first; "
    "empty makes one and keeps it in ROZNAMA_VAR.",
)

SECOND_FACTOR = Setting(
    "ROZNAMA_SECOND_FACTOR",
    "publishers",
    "Who must give a second factor to work in the newsroom: publishers, everyone, or optional.",
)
OIDC_URL = Setting(
    "ROZNAMA_OIDC_URL",
    "",
    "Address of an OpenID Connect server for single sign-on; empty for none.",
)
OIDC_NAME = Setting("ROZNAMA_OIDC_NAME", "OpenID", "What its button is called.")
OIDC_CLIENT = Setting("ROZNAMA_OIDC_CLIENT", "", "The paper's client id there.")
OIDC_SECRET = Setting("ROZNAMA_OIDC_SECRET", "", "The paper's client secret there.")
SETTINGS = (
    VAR,
    DATABASE_URL,
    SITE_URL,
    HOSTS,
    SECRET_KEY,
    DEBUG,
    HTTPS,
    CACHE,
    CACHE_TOKEN,
    MAIL,
    MAIL_FROM,
    DESK_KEYS,
    SECOND_FACTOR,
    OIDC_URL,
    OIDC_NAME,
    OIDC_CLIENT,
    OIDC_SECRET,
)


def var_folder() -> Path:
    """Return the absolute folder for data, made when it is missing."""
    folder = Path(VAR.text()).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key() -> str:
    """Return the signing key: the one given, or one made once and kept, readable by us alone."""
    if given := SECRET_KEY.text():
        return given
    path = var_folder() / "secret_key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        key = secrets.token_urlsafe(50)
        file.write(key)
    return key
