"""Where each replica stands, and whether an act is the next of its stream, a duplicate, above a gap, or a fork."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from icjims_core.acts import ACT, NO_PREVIOUS, Header
from icjims_core.projections.bulk import insert_rows, update_rows
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import act_table
from icjims_core.wire import Head, Hello
from icjims_sync_server.store.tables import aside_table, head_table, replica_table

Standing = Literal["ok", "behind", "fork", "unknown"]
NOTHING = Head(0, bytes(32))


_HEADS: Final = Prepared(
    select(replica_table.c.device, head_table.c.stream, head_table.c.counter, head_table.c.act_id)
    .outerjoin_from(replica_table, head_table, head_table.c.replica == replica_table.c.id)
    .where(replica_table.c.id == bindparam("replica"))
)


class Link(enum.Enum):
    """How an act that is not in the log relates to its stream."""

    NEXT = enum.auto()
    GAP = enum.auto()
    EQUIVOCATION = enum.auto()


@dataclass(slots=True)
class Chains:
    """The streams that a transaction touches: heads by (replica, stream) and the device of each known replica."""

    heads: dict[tuple[bytes, int], Head] = field(default_factory=dict)
    devices: dict[bytes, bytes] = field(default_factory=dict)
    _moved: dict[tuple[bytes, int], bool] = field(default_factory=dict)
    _born: list[dict[str, object]] = field(default_factory=list)
    _forked: dict[bytes, int] = field(default_factory=dict)

    @staticmethod
    def read(connection: Connection, replicas: Iterable[bytes]) -> Chains:
        """What is known of these replicas."""
        chains = Chains()
        for replica in set(replicas):
            for device, stream, counter, act_id in _HEADS.rows(connection, replica=replica):
                chains.devices[replica] = device
                if stream is not None:
                    chains.heads[replica, stream] = Head(counter, act_id)
        return chains

    def head(self, replica: bytes, stream: int) -> Head:
        """The newest act of a stream; counter 0 where there is none."""
        return self.heads.get((replica, stream), NOTHING)

    def link(self, header: Header) -> Link:
        """How an act that the log does not have relates to what it has."""
        head = self.head(header.replica, header.stream)
        if header.counter > head.counter + 1:
            return Link.GAP
        if header.counter == head.counter + 1 and header.previous == head.act:
            return Link.NEXT
        return Link.EQUIVOCATION

    def extend(self, header: Header, act_id: bytes, device: bytes) -> None:
        """The act is the newest of its stream from now on."""
        if header.replica not in self.devices:
            self.devices[header.replica] = device
            birth = header.birth
            if birth is None:
                raise ValueError("the first act of a replica tells its birth")
            self._born.append(
                {
                    "id": header.replica,
                    "device": device,
                    "parent": birth.parent,
                    "parent_counter": birth.counter,
                    "forked_at": None,
                }
            )
        key = (header.replica, header.stream)
        self._moved.setdefault(key, key not in self.heads)
        self.heads[key] = Head(header.counter, act_id)

    def fork(self, replica: bytes, now: int) -> None:
        """Another content for one of its dots was seen."""
        self._forked[replica] = now

    @property
    def moved(self) -> list[bytes]:
        """Replicas with new heads."""
        return sorted({replica for replica, _ in self._moved})

    def write(self, connection: Connection) -> None:
        """Store births, heads and alarms."""
        if self._born:
            connection.execute(insert(replica_table), self._born)
        heads: dict[bool, list[tuple[object, ...]]] = {is_new: [] for is_new in (True, False)}
        for (replica, stream), is_new in self._moved.items():
            head = self.heads[replica, stream]
            heads[is_new].append((head.counter, head.act, replica, stream))
        insert_rows(connection, head_table, ("counter", "act_id", "replica", "stream"), heads[True])
        update_rows(connection, head_table, ("counter", "act_id"), heads[False])
        for replica, now in self._forked.items():
            unmarked = (replica_table.c.id == replica, replica_table.c.forked_at.is_(None))
            connection.execute(update(replica_table).where(*unmarked).values(forked_at=now))


def standing(connection: Connection, chains: Chains, hello: Hello) -> Standing:
    """What the centre makes of a replica before it looks at what it pushes."""
    if hello.replica not in chains.devices:
        return "unknown"
    result: Standing = "ok"
    for stream, theirs in ((0, hello.act), (1, hello.audit)):
        ours = chains.head(hello.replica, stream)
        if theirs.counter < ours.counter:
            if theirs.counter and theirs.act != _act_at(connection, hello.replica, stream, theirs.counter):
                return "fork"
            result = "behind"
        elif theirs.counter == ours.counter and theirs.counter and theirs.act != ours.act:
            return "fork"
    return result


def _act_at(connection: Connection, replica: bytes, stream: int, counter: int) -> bytes | None:
    return connection.scalar(
        select(act_table.c.act_id).where(
            act_table.c.replica == replica, act_table.c.stream == stream, act_table.c.counter == counter
        )
    )


def begins_fork(chains: Chains, own: Iterable[tuple[Header, bytes]], known: Iterable[bytes]) -> bool:
    """Whether own acts (header, id) differ from what the log has of this replica."""
    held = set(known)
    for header, act_id in own:
        if act_id in held:
            continue
        head = chains.head(header.replica, header.stream)
        if header.counter <= head.counter:
            return True
        if header.counter == head.counter + 1 and header.previous != (head.act if head.counter else NO_PREVIOUS):
            return True
    return False


def is_born_of_other(connection: Connection, header: Header) -> bool:
    """Whether a replica began on other contents of its parent than the log has: its device writes all of it again."""
    birth = header.birth
    if birth is None or birth.parent is None or not birth.counter or header.stream != ACT:
        return False
    held = _act_at(connection, birth.parent, ACT, birth.counter)
    return held is not None and held != birth.head


def stands_on_quarantined(connection: Connection, header: Header) -> bool:
    """Whether the act before it is itself another content of a dot."""
    statement = select(aside_table.c.code).where(aside_table.c.act_id == header.previous)
    return connection.scalar(statement) == "equivocation"
