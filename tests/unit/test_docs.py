"""The docs name what there is, and nothing else."""

import re
from pathlib import Path

import pytest
from django.core.management import load_command_class

from roznama.config.cli import own_commands
from roznama.config.environment import SETTINGS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def read(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def all_docs() -> str:
    return "\n".join(path.read_text("utf-8") for path in [ROOT / "README.md", *DOCS.glob("*.md")])


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_every_target_is_documented():
    assert set(re.findall(r"^\| `make ([a-z-]+)`", read("commands.md"), re.MULTILINE)) == (
        make_targets()
    )


def test_no_page_names_a_target_that_is_not_there():
    assert set(re.findall(r"`make ([a-z-]+)", all_docs())) <= make_targets()


def test_every_command_is_documented():
    documented = set(re.findall(r"^\| `roznama ([a-z_]+)`", read("commands.md"), re.MULTILINE))
    assert documented == set(own_commands())


@pytest.mark.parametrize("name", sorted(own_commands()))
def test_every_option_is_documented(name):
    parser = load_command_class(own_commands()[name], name).create_parser("roznama", name)
    row = next(line for line in read("commands.md").splitlines() if f"`roznama {name}`" in line)
    common = {"--help", "--version", "--verbosity", "--settings", "--pythonpath", "--traceback"}
    common |= {"--no-color", "--force-color", "--skip-checks"}
    own = {option for action in parser._actions for option in action.option_strings}
    for option in own - common:
        if option.startswith("--"):
            assert f"`{option}" in row


def test_every_setting_is_documented_with_its_default():
    rows = dict(re.findall(r"^\| `(ROZNAMA_\w+)` \| (\S+) \|", read("settings.md"), re.MULTILINE))
    expected = {one.name: f"`{one.default}`" if one.default else "empty" for one in SETTINGS}
    assert rows == expected


def test_no_page_names_a_setting_that_is_not_there():
    named = set(re.findall(r"ROZNAMA_[A-Z_]+[A-Z]", all_docs()))
    seams = {
        "ROZNAMA_PAGE_VIEW", "ROZNAMA_CANDIDATES_URL", "ROZNAMA_LIVE_FILES",
        "ROZNAMA_READER_PARTS", "ROZNAMA_REUSE_URL", "ROZNAMA_FRONT_FILLING",
    }  # fmt: skip
    assert named <= {one.name for one in SETTINGS} | seams


def test_links_between_pages_lead_somewhere():
    for path in [ROOT / "README.md", *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
