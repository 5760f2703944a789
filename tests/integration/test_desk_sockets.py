"""Nothing acknowledged is lost, doubled or out of order: over real sockets, whatever breaks."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Iterator
from contextlib import AsyncExitStack
from http.client import HTTPConnection, HTTPResponse
from typing import Any

import pytest
from desk.clients import Client, ReaderClient, StaffClient
from desk.trial import SITE, Desk, desk
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.founding import Founded

KILLS = 2  # `make bench-desk` kills a hundred times
READERS = 6
PATIENCE = 120  # seconds


@pytest.fixture(scope="module")
def trial(founded: Founded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("desk") / "paper"
    with (
        founded.copied(folder) as paper,
        desk(folder, database=paper.database, people=2, teams=2) as made,
    ):
        yield made


def opened(trial: Desk, count: int, team: str = "team0") -> list[tuple[int, str]]:
    made = trial.run("open_many", team, count)
    return [(pk, token) for pk, token, _ in made]


async def quiet(clients: list[Client], patience: float = PATIENCE) -> None:
    async with asyncio.timeout(patience):
        while not all(client.is_quiet for client in clients):
            await asyncio.sleep(0.05)


async def caught_up(clients: list[Client], numbers: dict[int, int], patience: float = 30) -> None:
    """Wait until each has seen the last number of each conversation."""
    async with asyncio.timeout(patience):
        while not all(
            events and events[-1][client.number] >= numbers.get(chat, 0)
            for client in clients
            for chat, events in client.seen.items()
        ):
            await asyncio.sleep(0.05)


def test_whatever_breaks_every_word_arrives_once_and_in_order(trial: Desk) -> None:
    chats = opened(trial, READERS)
    trial.run("take_all", "person0")
    said: dict[int, list[str]] = {}
    readers, tabs, staff = asyncio.run(_storm(trial, chats, said))
    truth = trial.run("events", [pk for pk, _ in chats])
    for (pk, _), reader, tab in zip(chats, readers, tabs, strict=True):
        events = truth[str(pk)]
        assert [event["seq"] for event in events] == list(range(1, len(events) + 1))
        uuids = [event["uuid"] for event in events]
        assert len(set(uuids)) == len(uuids)
        _assert_kept(reader, events, "reader")
        for shown in (reader.seen[0], tab.seen[0]):
            public = [event["uuid"] for event in events if event["place"] is not None]
            assert [event["uuid"] for event in shown] == public
        assert [event["uuid"] for event in staff.seen[pk]] == uuids
    every = [event["uuid"] for pk, _ in chats for event in truth[str(pk)]]
    assert set(staff.acknowledged) <= set(every)
    for pk, texts in said.items():
        own = [event for event in truth[str(pk)] if event["author"] == "staff"]
        words = [event["body"].get("text") for event in own]
        found = [text for text in words if text]
        assert found == texts, "a professional's words are in the order in which they wrote them"


def _assert_kept(client: Client, events: list[dict[str, Any]], author: str) -> None:
    """All that was acknowledged is there, in the order in which it was said."""
    kept = [event["uuid"] for event in events if event["author"] == author]
    own = [uuid for uuid in kept if uuid in set(client.acknowledged)]
    assert own == client.acknowledged


async def _storm(
    trial: Desk, chats: list[tuple[int, str]], said: dict[int, list[str]]
) -> tuple[list[ReaderClient], list[ReaderClient], StaffClient]:
    async with AsyncExitStack() as stack:
        readers = [ReaderClient(trial.address, token) for _, token in chats]
        tabs = [ReaderClient(trial.address, token) for _, token in chats]
        staff = StaffClient(trial.address, trial.people["person0"], [pk for pk, _ in chats])
        clients: list[Client] = [*readers, *tabs, staff]
        for client in clients:
            await stack.enter_async_context(client)
        for turn in range(KILLS):
            for number in range(6):
                for reader in readers:
                    reader.write(f"{turn}-{number}")
                for pk, _ in chats:
                    staff.write(pk, f"جواب {turn}-{number}")
                    said.setdefault(pk, []).append(f"جواب {turn}-{number}")
                await asyncio.sleep(random.random() * 0.1)
                await random.choice(clients).drop()
            await asyncio.to_thread(trial.kill)
            await asyncio.to_thread(trial.start)
        await quiet(clients)
        truth = await asyncio.to_thread(trial.run, "events", [pk for pk, _ in chats])
        last = {pk: truth[str(pk)][-1] for pk, _ in chats}
        for reader, tab, (pk, _) in zip(readers, tabs, chats, strict=True):
            await caught_up([reader, tab], {0: last[pk]["place"]})
        await caught_up([staff], {pk: event["seq"] for pk, event in last.items()})
        return readers, tabs, staff


async def closed_with(socket: Any) -> int:
    try:
        async with asyncio.timeout(15):
            while True:
                await socket.recv()
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 0


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("{", 4000),
        ("[]", 4000),
        ("{}", 4000),
        ('{"hello": 7}', 4000),
        ('{"hello": "x", "after": -1}', 4000),
        ('{"hello": "x"}', 4001),
        ('{"hello": "' + "a" * 43 + '"}', 4001),
        ('{"do": "send", "text": "x"}', 4000),
        ("x" * 65_000, 4009),
        ("x" * 300_000, 1009),
        (b"\x00\x01", 4000),
    ],
)
def test_what_is_no_frame_closes_with_a_code_that_says_so(
    trial: Desk, sent: str | bytes, code: int
) -> None:
    async def go() -> int:
        async with connect(f"ws://{trial.address}/desk/socket", origin=SITE) as socket:
            await socket.send(sent)
            return await closed_with(socket)

    assert asyncio.run(go()) == code


@pytest.mark.parametrize("path", ["/desk/socket", "/desk/staff/socket", "/elsewhere"])
@pytest.mark.parametrize("origin", [None, "https://evil.example", "null"])
def test_another_sites_page_gets_no_socket(trial: Desk, path: str, origin: Any) -> None:
    async def go() -> None:
        async with connect(f"ws://{trial.address}{path}", origin=origin):
            pass

    with pytest.raises(InvalidStatus, match="403"):
        asyncio.run(go())


def test_who_is_not_logged_in_has_no_desk(trial: Desk) -> None:
    async def go(headers: dict[str, str]) -> int:
        url = f"ws://{trial.address}/desk/staff/socket"
        async with connect(url, origin=SITE, additional_headers=headers) as socket:
            return await closed_with(socket)

    assert asyncio.run(go({})) == 4003
    assert asyncio.run(go({"Cookie": "sessionid=unknown"})) == 4003


def test_a_flood_is_told_to_wait_while_others_are_served(trial: Desk) -> None:
    (_, token), (_, second) = opened(trial, 2)

    async def go() -> tuple[list[dict[str, Any]], bool]:
        async with (
            connect(f"ws://{trial.address}/desk/socket", origin=SITE) as socket,
            ReaderClient(trial.address, second) as calm,
        ):
            await socket.send(json.dumps({"hello": token}))
            for number in range(60):
                uuid = f"00000000-0000-4000-8000-{number:012}"
                await socket.send(json.dumps({"do": "send", "uuid": uuid, "text": "x"}))
            calm.write("میں بھی ہوں")
            await quiet([calm], 20)
            answers = []
            while len(answers) < 60:
                told = json.loads(await socket.recv())
                if "ok" in told or "no" in told:
                    answers.append(told)
            return answers, len(calm.acknowledged) == 1

    answers, was_served = asyncio.run(go())
    assert was_served
    refused = [told for told in answers if "no" in told]
    assert refused and {told["why"] for told in refused} == {"too_many"}
    assert len(answers) - len(refused) >= 10


def test_a_readers_socket_brings_only_their_own_words(trial: Desk) -> None:
    (_, token), (_, other) = opened(trial, 2)

    async def go() -> list[Any]:
        async with (
            ReaderClient(trial.address, token) as me,
            ReaderClient(trial.address, other) as it,
        ):
            it.write("کسی اور کی بات")
            me.write("میری بات")
            await quiet([me, it])
            await asyncio.sleep(0.5)
            return me.seen[0]

    assert "کسی اور" not in json.dumps(asyncio.run(go()), ensure_ascii=False)


def test_another_teams_conversation_cannot_be_watched_or_answered(trial: Desk) -> None:
    [(chat, _)] = opened(trial, 1)
    stranger = trial.run("stranger")

    async def go() -> list[Any]:
        async with StaffClient(trial.address, str(stranger), [chat]) as client:
            client.write(chat, "میں")
            client.say({"do": "take", "chat": chat})
            await quiet([client])
            await asyncio.sleep(0.3)
            return [client.acknowledged, client.seen, client.frames]

    acknowledged, seen, frames = asyncio.run(go())
    assert not acknowledged and not seen
    assert any(told.get("why") == "not_yours" for told in frames)
    assert not any(chat in [row["chat"] for row in told.get("chats", [])] for told in frames)


def request(trial: Desk, path: str, token: str) -> tuple[int, HTTPResponse]:
    line = HTTPConnection(trial.address, timeout=30)
    line.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    response = line.getresponse()
    return response.status, response


def test_asking_again_brings_what_a_socket_would(trial: Desk) -> None:
    [(_, token)] = opened(trial, 1)
    status, response = request(trial, "/desk/api/events?after=0", token)
    frames = json.loads(response.read())["frames"]
    assert status == 200 and frames[0]["state"]["state"] == "waiting"
    kinds = [event["kind"] for told in frames[1:] for event in told.get("events", [])]
    assert kinds == ["opened", "message", "queued"]
    _, response = request(trial, "/desk/api/events?after=2", token)
    told = json.loads(response.read())["frames"]
    assert [event["place"] for frame in told for event in frame.get("events", [])] == [3]


@pytest.mark.parametrize("path", ["/desk/api/events", "/desk/api/stream"])
def test_without_a_token_there_is_no_stream(trial: Desk, path: str) -> None:
    assert request(trial, path, "a" * 43)[0] == 401
    assert request(trial, f"{path}?token={'a' * 43}", "")[0] == 401


def test_a_stream_brings_what_is_said_meanwhile(trial: Desk) -> None:
    [(_, token)] = opened(trial, 1)
    status, response = request(trial, "/desk/api/stream?after=3", token)
    assert status == 200
    assert (response.headers["Content-Type"] or "").startswith("text/event-stream")

    async def write() -> None:
        async with ReaderClient(trial.address, token) as reader:
            reader.write("دوسرے خانے سے")
            await quiet([reader])

    asyncio.run(write())
    told: list[dict[str, Any]] = []
    while not any("events" in frame for frame in told):
        line = response.readline().decode()
        if line.startswith("data: "):
            told.append(json.loads(line.removeprefix("data: ")))
    assert "state" in told[0]
    assert told[-1]["events"][0]["body"]["text"] == "دوسرے خانے سے"
    response.close()
