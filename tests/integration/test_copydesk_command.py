"""`roznama copydesk`, as scripts and operators run it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from roznama.config.cli import main
from roznama.copydesk import RULES
from roznama.newsroom.models import Dismissal, HouseWord, Severity
from tests.factories import make_story
from tests.integration.copydesk import SLIP, TWICE, block_repetition, make_slip, weigh

pytestmark = pytest.mark.django_db

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def copydesk(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command; returns its status and what it printed."""

    def run(*arguments: object) -> SimpleNamespace:
        with pytest.raises(SystemExit) as left:
            main(["copydesk", *map(str, arguments)])
        out, err = capfd.readouterr()
        return SimpleNamespace(status=left.value.code or 0, out=out, err=err)

    return run


@pytest.fixture
def text(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def write(words: str | bytes) -> Path:
        path = tmp_path / "story.txt"
        path.write_bytes(words.encode() if isinstance(words, str) else words)
        return path

    return write


def test_a_text_with_a_slip(copydesk: Run, text: Callable[..., Path]) -> None:
    done = copydesk(text(f"لاہور میں میلہ\n\n{SLIP}\n"))
    assert (done.status, done.err) == (1, "")
    [line] = done.out.splitlines()
    assert line.split("\t") == [
        f"paragraph 2:{SLIP.index(TWICE)}-{SLIP.index(TWICE) + len(TWICE)}",
        "warning",
        "repeated_word",
        f"«{TWICE}»",
        "«کہ»",
    ]


def test_a_clean_text(copydesk: Run, text: Callable[..., Path]) -> None:
    done = copydesk(text("\ufeffلاہور میں میلہ\nلاہور میں کتابوں کا میلہ شروع ہو گیا ہے۔\n"))
    assert (done.status, done.out, done.err) == (0, "", "")


def test_standard_input_and_json(copydesk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(f"سرخی\n🙂 {SLIP}".encode()))
    monkeypatch.setattr(sys, "stdin", given)
    done = copydesk("-", "--json", "--rules", "repeated_word")
    assert done.status == 1
    [one] = json.loads(done.out)["findings"]
    assert f"🙂 {SLIP}"[one["start"] : one["end"]] == TWICE
    assert one["message"] == "“کہ” stands here twice."


def test_what_counts_is_said(copydesk: Run, text: Callable[..., Path]) -> None:
    path = text(f"سرخی\n{SLIP}")
    assert copydesk(path, "--fail-on", "blocking").status == 0
    assert copydesk(path, "--fail-on", "never").status == 0
    weigh("repeated_word", Severity.HINT)
    assert copydesk(path).status == 0
    assert copydesk(path, "--fail-on", "hint").status == 1
    block_repetition()
    assert copydesk(path, "--fail-on", "blocking").status == 1
    weigh("repeated_word", Severity.OFF)
    assert TWICE not in copydesk(path).out
    assert TWICE in copydesk(path, "--rules", "repeated_word").out


def test_a_story_as_last_saved(copydesk: Run) -> None:
    story = make_slip(body=["ٹھیک جملہ ہے۔"], draft=False)
    assert copydesk("--story", story.pk).status == 0
    story.body = [("paragraph", f"<p>{SLIP}</p>")]
    story.save_revision()
    assert TWICE in copydesk("--story", story.pk).out
    Dismissal.objects.create(page=story, rule="repeated_word", text=TWICE)
    done = copydesk("--story", story.pk, "--json")
    assert (done.status, json.loads(done.out)["ignored"]) == (0, 1)


def test_the_house_list_counts(copydesk: Run, text: Callable[..., Path]) -> None:
    path = text("سرخی\nوزرات خارجہ نے بیان دیا ہے۔")
    assert copydesk(path, "--rules", "misspelling").status == 1
    HouseWord.objects.create(kind="accepted", written="وزرات")
    assert copydesk(path, "--rules", "misspelling").status == 0


def test_the_whole_archive(copydesk: Run) -> None:
    make_slip("ایک", body=[SLIP], draft=False)
    worst = make_slip("دو", body=[SLIP, SLIP], draft=False)
    make_story("تین", body=["ٹھیک جملہ ہے۔"])
    make_slip("مسودہ")
    done = copydesk("--archive", "--rules", "repeated_word")
    assert done.status == 1
    assert done.out.splitlines() == [
        "3 stories, 2 with findings",
        "       3  repeated_word",
        f"       2  story {worst.pk}  دو",
        done.out.splitlines()[-1],
    ]
    told = json.loads(copydesk("--archive", "--json", "--rules", "repeated_word").out)
    assert (told["stories"], told["with_findings"]) == (3, 2)
    assert told["rules"] == {"repeated_word": 3}
    assert [row["findings"] for row in told["worst"]] == [2, 1]


BAD = [
    [], ["--story", "999999"], ["--archive", "--story", "1"], ["missing.txt"], ["."],
    ["--archive", "--rules", "poems"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", BAD)
def test_bad_input_gets_one_line(copydesk: Run, arguments: list[str]) -> None:
    done = copydesk(*arguments)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.isascii()


@pytest.mark.parametrize("data", [b"", b" \n", b"\xff\xfe\xfa", b"a\0b"])
def test_a_file_that_is_no_text(copydesk: Run, text: Callable[..., Path], data: bytes) -> None:
    done = copydesk(text(data))
    assert done.status == 2
    assert len(done.err.splitlines()) == 1


def test_every_rule_can_be_named(copydesk: Run, text: Callable[..., Path]) -> None:
    done = copydesk(text("سرخی\nمتن ہے۔"), "--rules", ",".join(RULES), "--fail-on", "never")
    assert done.status == 0
    assert "no_credit" in done.out
