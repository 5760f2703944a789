"""Messages: readers write through the database; how soon their words are elsewhere."""

from collections.abc import Iterator

from bench_press.report import Row
from desk.trial import Desk

from bench_desk.place import commits, process_of, served
from bench_desk.sizes import RATE, SECONDS, TALKING, WATCHED
from bench_desk.talk import Place, Spoken, share, since_commit, spoken


def rows() -> Iterator[Row]:
    """The part's table."""
    with served() as desk:
        yield from told(spoken(opened(desk)), desk)


def told(said: Spoken, desk: Desk) -> list[Row]:
    """The rows of our own desk."""
    delivered = since_commit(said, commits(desk))
    p50, p99 = (1000 * share(delivered, part) for part in (0.5, 0.99))
    return [
        ("said", f"{RATE} a second, {SECONDS} s, {TALKING:,} chats", ""),
        *said.rows("desk", 1),
        ("desk: from commit to delivery, p50", f"{p50:.1f} ms", "< 15 ms"),
        ("desk: from commit to delivery, p99", f"{p99:.1f} ms", "< 100 ms"),
    ]


def opened(desk: Desk) -> Place:
    """A desk's conversations, all taken by the one who looks at some of them."""
    made = desk.run("open_many", "team0", TALKING)
    desk.run("take_all", "person0")
    chats = [chat for chat, _, _ in made]
    tokens = [token for _, token, _ in made]
    session = desk.people["person0"]
    return Place(desk.port, process_of(desk), tokens, chats[:WATCHED], session, chats)
