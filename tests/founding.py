"""A paper that is set up once a run; whoever needs one works on a copy of it."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import trial
from filelock import FileLock

NAME = "founded"
_ROOT = Path(__file__).resolve().parents[1]
_KEPT = _ROOT / ".pytest_cache" / "founded"


@dataclass(frozen=True)
class Founded:
    """A paper's folder, and its database's address where that is on a server."""

    folder: Path
    database: str = ""

    @property
    def name(self) -> str:
        """The database's name on its server."""
        return urlsplit(self.database).path.lstrip("/")

    @contextmanager
    def copied(self, folder: Path) -> Iterator[Founded]:
        """Copy the paper; its database goes at the end, the folder stays."""
        shutil.copytree(self.folder, folder)
        if not self.database:
            yield Founded(folder)
            return
        name = f"paper_{uuid.uuid4().hex}"
        administer(self.database, f"CREATE DATABASE {name} TEMPLATE {self.name}")
        try:
            yield Founded(folder, on_server(self.database, name))
        finally:
            administer(self.database, f"DROP DATABASE {name} WITH (FORCE)")


def found(run_folder: Path, server: str) -> Founded:
    """Set up the run's paper, in a folder and on a server's database, unless another has."""
    folder = run_folder / NAME
    paper = Founded(folder, on_server(server, NAME) if server else "")
    ready = run_folder / f"{NAME}.ready"
    with FileLock(run_folder / f"{NAME}.lock"):
        if not ready.exists():
            shutil.rmtree(folder, ignore_errors=True)
            if server:
                administer(server, f"DROP DATABASE IF EXISTS {NAME}")
                administer(server, f"CREATE DATABASE {NAME}")
                folder.mkdir()
                trial.command(folder, "setup", database=paper.database)
            else:
                shutil.copytree(_founded_before(), folder)
            ready.touch()
    return paper


def _founded_before() -> Path:
    """A paper of this very source, set up by an earlier run, or now: migrations take a minute."""
    _KEPT.parent.mkdir(exist_ok=True)
    kept = _KEPT / _digest()
    with FileLock(_KEPT.with_suffix(".lock")):
        if not kept.exists():
            shutil.rmtree(_KEPT, ignore_errors=True)
            made = _KEPT / "made"
            made.mkdir(parents=True)
            trial.command(made, "setup")
            made.rename(kept)
    return kept


def _digest() -> str:
    """A fingerprint of all that a setup reads."""
    mark = blake2b((_ROOT / "requirements" / "run.txt").read_bytes(), digest_size=10)
    for file in sorted((_ROOT / "src").rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            mark.update(str(file.relative_to(_ROOT)).encode())
            mark.update(file.read_bytes())
    return mark.hexdigest()


def administer(server: str, statement: Any) -> None:
    """Run a statement on a server, connected to the database that is always there."""
    with psycopg.connect(on_server(server, "postgres"), autocommit=True) as connection:
        connection.execute(statement)


def on_server(server: str, name: str) -> str:
    """Return the address of another database on a server."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
