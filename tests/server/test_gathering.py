"""What is written in one turn leaves in one piece, in order, before the connection closes."""

from __future__ import annotations

import asyncio

from icjims_sync_server.api.gathering import gathering


class Recorded(asyncio.Transport):
    """Keeps what is written to it."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        assert not self.closed
        self.written.append(bytes(data))

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True


def test_head_and_body_are_one_piece() -> None:
    async def run() -> list[bytes]:
        below = Recorded()
        above = gathering(below, asyncio.get_running_loop())
        above.write(b"head")
        above.write(b"body")
        await asyncio.sleep(0)
        above.write(b"more")
        await asyncio.sleep(0)
        return below.written

    assert asyncio.run(run()) == [b"headbody", b"more"]


def test_what_is_large_does_not_wait() -> None:
    async def run() -> list[bytes]:
        below = Recorded()
        above = gathering(below, asyncio.get_running_loop())
        above.write(b"head")
        above.write(bytes(100_000))
        return list(below.written)

    assert asyncio.run(run()) == [b"head" + bytes(100_000)]


def test_nothing_is_lost_at_the_end_and_nothing_follows_it() -> None:
    async def run() -> list[bytes]:
        below = Recorded()
        above = gathering(below, asyncio.get_running_loop())
        above.write(b"last")
        above.close()
        above.write(b"too late")
        await asyncio.sleep(0)
        return below.written

    assert asyncio.run(run()) == [b"last"]
