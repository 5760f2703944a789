"""The command line, as an operator runs it: what needs a paper in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roznama.config.cli import main
from tests.founding import Founded

COMMANDS = [
    "audit",
    "copydesk",
    "demo",
    "desk",
    "importpage",
    "login",
    "person",
    "pictures",
    "press",
    "publish_scheduled",
    "reindex",
    "reuse",
    "search",
    "serve",
    "setup",
    "sources",
    "statistics",
    "versions",
]
TIMEOUT = 120
# sysexits.h, as roznama.config.cli uses it.
INTERNAL_ERROR = 70

Result = subprocess.CompletedProcess[str]
Runner = Callable[..., Result]


class Shell:
    """Runs `roznama` with an environment of its own."""

    def __init__(self, var: Path, database: str = "") -> None:
        kept = {name: value for name, value in os.environ.items() if "ROZNAMA" not in name}
        self.environment = {**kept, "ROZNAMA_VAR": str(var), "ROZNAMA_DATABASE_URL": database}
        self.environment.pop("DJANGO_SETTINGS_MODULE", None)

    def __call__(self, *arguments: str, **environment: str) -> Result:
        return subprocess.run(
            [sys.executable, "-m", "roznama", *arguments],
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )


@pytest.fixture
def roznama(tmp_path: Path) -> Shell:
    """A shell on a machine where nothing was set up yet."""
    return Shell(tmp_path / "var")


@pytest.fixture(scope="module")
def paper(founded: Founded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """A shell on a machine with a paper, set up on the database under test."""
    with founded.copied(tmp_path_factory.mktemp("cli") / "paper") as paper:
        yield Shell(paper.folder, paper.database)


@pytest.fixture
def here(capfd: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Runs `roznama` in this process, for what it says before it looks at any paper."""

    def run(*arguments: str) -> Result:
        with pytest.raises(SystemExit) as left:
            main(arguments)
        code = left.value.code
        return Result(arguments, code if isinstance(code, int) else 0, *capfd.readouterr())

    return run


def assert_done(result: Result) -> str:
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def assert_one_line(result: Result, status: int) -> str:
    assert result.returncode == status, result
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr


@pytest.mark.parametrize("arguments", [[], ["-h"], ["help"]])
def test_help_lists_our_commands(here: Runner, arguments: list[str]) -> None:
    assert_lists_commands(here(*arguments))


def test_help_in_a_process_of_its_own(roznama: Shell) -> None:
    assert_lists_commands(roznama("--help"))


def assert_lists_commands(result: Result) -> None:
    lines = assert_done(result).splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(here: Runner, command: str) -> None:
    said = assert_done(here(command, "--help"))
    assert said.startswith(f"usage: roznama {command}")


def test_the_version(here: Runner) -> None:
    name, number = assert_done(here("--version")).split()
    assert name == "roznama"
    assert number[0].isdigit()


@pytest.mark.parametrize("command", ["--nothing", "runserverr"])
def test_an_unknown_command(here: Runner, command: str) -> None:
    assert command in assert_one_line(here(command), 2)


def test_an_unknown_command_in_a_process_of_its_own(roznama: Shell) -> None:
    assert "nothing" in assert_one_line(roznama("nothing"), 2)


def test_an_unknown_option(here: Runner) -> None:
    result = here("setup", "--nothing")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "--nothing" in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "url",
    [
        "nonsense://somewhere/paper",
        "not an address",
        "postgresql://nobody@127.0.0.1:1/paper",
        "postgresql://nobody@127.0.0.1:port/paper",
        "sqlite:////no/such/folder/paper.sqlite3",
    ],
)
def test_a_bad_database_address(roznama: Shell, url: str) -> None:
    assert_one_line(roznama("setup", ROZNAMA_DATABASE_URL=url), INTERNAL_ERROR)


def test_a_developer_sees_the_traceback(roznama: Shell) -> None:
    result = roznama("setup", ROZNAMA_DATABASE_URL="nonsense://somewhere", ROZNAMA_DEBUG="1")
    assert result.returncode != 0
    assert "Traceback" in result.stderr


def test_a_data_folder_that_cannot_be(roznama: Shell, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert_one_line(roznama("setup", ROZNAMA_VAR=str(file)), INTERNAL_ERROR)


@pytest.mark.parametrize(
    "arguments",
    [["demo"], ["login"], ["importpage", __file__]],
    ids=["demo", "login", "importpage"],
)
def test_before_setup_every_command_fails_in_one_line(roznama: Shell, arguments: list[str]) -> None:
    result = roznama(*arguments)
    assert result.returncode != 0
    assert_one_line(result, result.returncode)


def test_setup_twice_changes_nothing(paper: Shell) -> None:
    assert assert_done(paper("setup")) == ""


@pytest.mark.any_database
def test_login_prints_a_code(paper: Shell) -> None:
    assert "editor" in assert_one_line(paper("login"), 1)
    first, second = (assert_done(paper("login", "--new")).split()[-1] for _ in range(2))
    assert first != second


@pytest.mark.any_database
def test_serve_says_when_the_port_is_taken(paper: Shell) -> None:
    import socket  # noqa: PLC0415

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert port in assert_one_line(paper("serve", "--port", port), 1)
    assert_one_line(paper("serve", "--port", "99999"), 1)


@pytest.mark.any_database
def test_importpage_says_what_is_wrong(paper: Shell, tmp_path: Path) -> None:
    empty = tmp_path / "empty.html"
    empty.write_text("")
    assert_one_line(paper("importpage", "-"), 1)
    assert_one_line(paper("importpage", str(empty)), 1)


def test_importpage_says_what_is_wrong_before_it_reads(
    db: None, here: Runner, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.html"
    empty.write_text("")
    for arguments in (
        [str(tmp_path / "none.html")],
        [str(tmp_path)],
        [str(empty), "--section", "nothing"],
    ):
        assert_one_line(here("importpage", *arguments), 1)


def test_the_demo_is_loaded_once(paper: Shell) -> None:
    assert "32" in assert_done(paper("demo"))
    assert_one_line(paper("demo"), 1)
    assert assert_done(paper("demo", "--if-empty")) == ""
