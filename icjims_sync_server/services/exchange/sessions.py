"""One sync session as the centre sees it: who asks, what is taken, what is answered frame by frame."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, exists, func, select, update

from icjims_core.acts import Act
from icjims_core.directory import PublicationEntry, Signed
from icjims_core.projections.tables import act_table
from icjims_core.wire import Closing, Hello, Results, Welcome
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.centre import Centre
from icjims_sync_server.services.exchange import aside, pulling, receiving
from icjims_sync_server.services.exchange.frames import frame, raw_frame
from icjims_sync_server.services.exchange.pulling import Asker, Pull
from icjims_sync_server.services.exchange.receiving import Received
from icjims_sync_server.services.scope import scopes
from icjims_sync_server.store import settings
from icjims_sync_server.store.tables import aside_table, device_table, directory_table, replica_table

MAX_ANSWER_BYTES: Final = 16 << 20
MAX_ENTRIES: Final = 4096
MAX_DIRECTORY_BYTES: Final = 4 << 20
"""Bodies of directory entries in one Welcome; signatures and framing stay far below the rest of a frame's 8 MiB."""
MAX_REPUBLISHED: Final = 100_000


class Seen:
    """When each device was last heard of, written to the database now and then, off the path of its requests."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._times: dict[bytes, int] = {}

    def note(self, device: bytes, now: int) -> None:
        """The device was heard of."""
        with self._lock:
            self._times[device] = now

    def write(self, centre: Centre) -> None:
        """Store what was noted since the last call."""
        with self._lock:
            times, self._times = self._times, {}
        if not times:
            return

        def work(connection: Connection) -> None:
            for device, now in sorted(times.items()):
                connection.execute(update(device_table).where(device_table.c.id == device).values(seen_at=now))

        centre.database.write(work)


@dataclass(slots=True)
class Session:
    """An answered request: `opening` frames first, then `rest` as long as the receiver takes them."""

    opening: bytes
    centre: Centre
    pull: Pull
    closing: Closing
    more: bool

    @property
    def done(self) -> bool:
        """Whether only the closing is left."""
        return self.pull.done

    def rest(self) -> Iterator[bytes]:
        """The remaining frames; each is made when it is asked for, in a short transaction of its own."""
        sent = 0
        more = self.more
        while not self.pull.done:
            if sent >= MAX_ANSWER_BYTES:
                more = True
                break
            with self.centre.database.read() as connection:
                data = raw_frame(self.pull.next_page(connection))
            sent += len(data)
            yield data
        yield frame(Closing(self.closing.feeds, more))


def greeted(centre: Centre, signing_key: bytes, hello: Hello, seen: Seen) -> Session | None:
    """The session of a device that pushes nothing: one short read. `None` when something must be written first.

    Raises `Refused` for a device that may not exchange data.
    """
    with centre.database.read() as connection:
        asker = pulling.asker(connection, signing_key)
        now = centre.clock()
        seen.note(asker.device, now)
        if asker.expiry is not None and asker.expiry <= now:
            return None
        if hello.directory > asker.directory and settings.get(connection, settings.RESTORED) is not None:
            return None
        received = receiving.greet(connection, asker.device, hello)
        return _prepare(centre, connection, asker, hello, received)


def answer(centre: Centre, signing_key: bytes, hello: Hello, acts: Sequence[Act], seen: Seen) -> Session:
    """Take what was pushed and prepare what is answered; raises `Refused` for a device that may not."""
    if not acts:
        session = greeted(centre, signing_key, hello, seen)
        if session is not None:
            return session
    with centre.database.read() as connection:
        asker = pulling.asker(connection, signing_key)
        seen.note(asker.device, centre.clock())
    if asker.expiry is not None and asker.expiry <= centre.clock():
        scopes.expire(centre)
    if hello.directory > asker.directory:
        _republish(centre, hello.directory)
    received = receiving.receive(centre, asker.device, hello, acts)
    with centre.database.read() as connection:
        return _prepare(centre, connection, pulling.asker(connection, signing_key), hello, received)


def _prepare(centre: Centre, connection: Connection, asker: Asker, hello: Hello, received: Received) -> Session:
    behind = asker.directory > hello.directory
    entries = _directory(connection, hello.directory) if behind else ()
    welcome = Welcome(1, centre.clock(), received.standing, received.act, received.audit, entries)
    opening = frame(welcome)
    if received.standing in ("behind", "fork"):
        return Session(opening, centre, Pull(centre.epoch, b"", (), ()), Closing((), more=False), more=False)
    if received.outcomes:
        opening += frame(Results(received.act, received.audit, tuple(received.outcomes), tuple(received.verdicts)))
    pull = Pull(centre.epoch, hello.replica, hello.cursors, asker.points if hello.pull else ())
    states = tuple(point.state(centre.epoch) for point in asker.points)
    more = hello.directory + len(entries) < asker.directory
    return Session(opening, centre, pull, Closing(states, more), more)


def _directory(connection: Connection, after: int) -> tuple[Signed, ...]:
    """The entries that follow, as many as one Welcome holds; at least one."""
    table = directory_table
    following = table.c.position > after
    sizes = select(table.c.position, func.length(table.c.body)).where(following).order_by(table.c.position)
    last, total = after, 0
    for position, size in connection.execute(sizes.limit(MAX_ENTRIES)).all():
        total += size
        if total > MAX_DIRECTORY_BYTES and last > after:
            break
        last = position
    statement = (
        select(table.c.body, table.c.signature).where(following, table.c.position <= last).order_by(table.c.position)
    )
    return tuple(Signed(row.body, row.signature) for row in connection.execute(statement))


def _republish(centre: Centre, after: int) -> None:
    """A device knows more of the directory than this centre: it was restored from a backup.

    Positions must go on without a gap and above what the device has; the whole directory is stated again there.
    """

    def work(connection: Connection) -> None:
        newest = people.newest_position(connection)
        if settings.get(connection, settings.RESTORED) is None or not newest < after < newest + MAX_REPUBLISHED:
            return
        entries = people.everything(connection)
        missing = after - newest
        short = [each for each in entries if not isinstance(each, PublicationEntry)]
        filling = (short * (missing // len(short) + 1))[:missing]
        people.publish(connection, centre, [*filling, *entries])

    centre.database.write(work)


_INCOMPLETE: Final = exists().where(aside_table.c.act_id == act_table.c.act_id, aside_table.c.code == aside.INCOMPLETE)


def known_acts(connection: Connection, device: bytes, ids: Sequence[bytes]) -> list[bytes]:
    """Which of these acts of the device's own replicas are in the log, with all that the device can give of them."""
    found: list[bytes] = []
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        statement = (
            select(act_table.c.act_id)
            .join(replica_table, replica_table.c.id == act_table.c.replica)
            .where(act_table.c.act_id.in_(part), replica_table.c.device == device, ~_INCOMPLETE)
        )
        found += connection.scalars(statement)
    return found


def check_readable(connection: Connection) -> None:
    """Raises when the database does not answer."""
    people.newest_position(connection)
