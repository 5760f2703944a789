"""Channels: the same talk through a plain consumer of Django Channels, in the same run."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench_press.processes import BenchError
from bench_press.report import Row
from desk.trial import SITE, desk
from trial import free_port

from bench_desk.messages import opened
from bench_desk.place import folder, pin, postgres, process_of
from bench_desk.sizes import EASY, RATE, TALKING, WATCHED
from bench_desk.talk import Place, Spoken, spoken

_PEER = Path(__file__).with_name("peer")
_ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(os.environ.get("CHANNELS", _ROOT / ".venv-channels/bin/python"))
"""An interpreter that has Channels."""
_RATES = (EASY, RATE)


def rows() -> Iterator[Row]:
    """The part's table."""
    if not PYTHON.is_file():
        raise BenchError(f"{PYTHON} is missing: `make bench-desk` installs it")
    with folder() as place, postgres(place) as database:
        mine, peer = _ours(place, database), _theirs(database)
    for number, rate in enumerate(_RATES):
        yield f"at {rate} words a second, {TALKING:,} chats", "", ""
        yield from mine[number].rows("desk", 1)
        yield from peer[number].rows("Channels", 1)
        costs = [said.cpu / max(1, said.kept) for said in (mine[number], peer[number])]
        yield (
            "CPU of a word, Channels to the desk",
            f"{costs[1] / costs[0]:.1f} times",
            ">= 3 times",
        )


def _ours(place: Path, database: str) -> list[Spoken]:
    with desk(place, database=database, people=1) as one:
        pin(process_of(one))
        chats = opened(one)
        return [spoken(chats, rate) for rate in _RATES]


def _theirs(database: str) -> list[Spoken]:
    chats = [*range(1, TALKING + 1)]
    tokens = [str(chat) for chat in chats]
    with _served(database) as (port, process):
        return [spoken(Place(port, process, tokens, chats[:WATCHED]), rate) for rate in _RATES]


@contextmanager
def _served(database: str) -> Iterator[tuple[int, int]]:
    environment = {**os.environ, "DATABASE": database, "SITE": SITE, "TALKING": str(TALKING)}
    environment.pop("PYTHONPATH", None)
    subprocess.run([PYTHON, "peer.py"], cwd=_PEER, env=environment, check=True)
    port = free_port()
    command = [PYTHON, "-m", "uvicorn", "peer:application", "--port", str(port)]
    command += ["--log-level", "warning", "--no-access-log", "--lifespan", "off"]
    command += [
        "--ws",
        "websockets-sansio",
        "--ws-per-message-deflate",
        "false",
        "--backlog",
        "4096",
    ]
    process = subprocess.Popen(command, cwd=_PEER, env=environment)
    try:
        _wait(process, port)
        pin(process.pid)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise BenchError("the server with Channels did not start")
