"""Sealing what readers write.

Each conversation has a key of its own (AES-256-GCM, NIST SP 800-38D), kept wrapped by a master
key. Master keys come from ROZNAMA_DESK_KEYS or from a file that is made once. Deleting a
conversation's wrapped key makes everything that it sealed unreadable; in a backup it stays until
the master key of that time is destroyed (docs/desk-privacy.md).
"""

from __future__ import annotations

import os
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE = 12  # bytes
_KEY = 32  # bytes
_NAME = re.compile(rb"[0-9a-z]{1,8}")
_SEPARATOR = b":"


class SealError(Exception):
    """What was sealed cannot be opened: another key, another place, or changed bytes."""


@dataclass(frozen=True, slots=True)
class MasterKeys:
    """The keys that wrap conversations' keys, by name; the first wraps new ones."""

    keys: dict[bytes, bytes]

    def wrap(self, key: bytes) -> bytes:
        """Return a conversation's key, wrapped: name, colon, nonce, sealed key."""
        name, master = next(iter(self.keys.items()))
        return name + _SEPARATOR + seal(master, key, name)

    def unwrap(self, wrapped: bytes) -> bytes:
        """Return the key.

        Raises:
            SealError: the master key is not among these, or the bytes were changed.

        """
        name, _, sealed = wrapped.partition(_SEPARATOR)
        master = self.keys.get(name)
        if master is None:
            raise SealError(f"no master key {name.decode('ascii', 'replace')!r}")
        return unseal(master, sealed, name)

    def is_current(self, wrapped: bytes) -> bool:
        """Whether the newest master key wraps this."""
        return wrapped.partition(_SEPARATOR)[0] == next(iter(self.keys))


def new_key() -> bytes:
    """Return a key for one conversation."""
    return secrets.token_bytes(_KEY)


def seal(key: bytes, data: bytes, place: bytes) -> bytes:
    """Return the data sealed, the nonce before it; it opens only with the same `place`."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, place)


def unseal(key: bytes, sealed: bytes, place: bytes) -> bytes:
    """Return what was sealed.

    Raises:
        SealError: it cannot be opened.

    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
    except (InvalidTag, ValueError):
        raise SealError("the seal does not open") from None


def parse_keys(text: str) -> MasterKeys:
    """Return the master keys of a list `name:base64`, one a line or with spaces between.

    Raises:
        SealError: there is none, or one is not 32 bytes.

    """
    keys: dict[bytes, bytes] = {}
    for line in text.split():
        name, _, encoded = line.encode().partition(_SEPARATOR)
        try:
            key = urlsafe_b64decode(encoded)
        except ValueError:
            key = b""
        if not _NAME.fullmatch(name) or len(key) != _KEY or name in keys:
            raise SealError("a master key is `name:base64 of 32 bytes`, each name once")
        keys[name] = key
    if not keys:
        raise SealError("there is no master key")
    return MasterKeys(keys)


def new_master_key(name: str) -> str:
    """Return a line for the list of master keys."""
    return f"{name}:{urlsafe_b64encode(new_key()).decode()}"


def master_keys() -> MasterKeys:
    """Return the paper's master keys; a file with one is made where none was given.

    Raises:
        SealError: what was given is no list of keys.

    """
    return _read_keys(settings.DESK_KEYS, settings.DESK_KEYS_FILE)


def forget_keys() -> None:
    """Read the master keys again when they are next needed."""
    _read_keys.cache_clear()


@lru_cache(maxsize=4)
def _read_keys(given: str, file: Path) -> MasterKeys:
    return parse_keys(given or _kept(file))


def _kept(path: Path) -> str:
    """Return the file's text; where there is none, it comes whole or not at all."""
    if not path.exists():
        own = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(new_master_key("k1") + "\n")
        with suppress(FileExistsError):
            os.link(own, path)
        own.unlink()
    return path.read_text()
