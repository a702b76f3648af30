"""What a workstation puts into bundles and takes out of them: acts of an office's cases, boxes for the centre."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from icjims_core import acts, wire
from icjims_core.acts import ACT, Act
from icjims_core.directory import AuthorEntry, DeviceEntry, Signed
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken
from icjims_core.projections import lists, log
from icjims_core.projections.index import Arrival, Place, admit, unpacked_log
from icjims_core.projections.log import LogReader
from icjims_core.projections.prepared import Prepared
from icjims_core.projections.tables import record_table, verdict_table
from icjims_desktop.store.log import directory, erase, outgoing, replicas, tallies
from icjims_desktop.store.tables import carried_table, case_feed_table, directory_table, unconfirmed_table

_BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """What entered the log: revisions new here, those held before, and acts that are forged or of unknown authors."""

    pulled: int
    duplicates: int
    left_out: int


def recipients(connection: Connection, office: str) -> list[DeviceEntry]:
    """The other devices of an office that are active by the signed directory: never a suspended or revoked one."""
    own = replicas.meta(connection, replicas.DEVICE_KEY)
    return [
        entry
        for entry in directory.all_of(connection, DeviceEntry)
        if isinstance(entry, DeviceEntry) and entry.office == office and entry.state == "active" and entry.device != own
    ]


def signed_directory(connection: Connection) -> Iterator[tuple[Signed, ...]]:
    """Every entry as the centre signed it, in order, in parts that a frame holds."""
    table = directory_table
    part: list[Signed] = []
    size = 0
    for row in connection.execute(select(table.c.body, table.c.signature).order_by(table.c.position)):
        if part and size + len(row.body) > wire.FRAME_TARGET_BYTES:
            yield tuple(part)
            part, size = [], 0
        part.append(Signed(row.body, row.signature))
        size += len(row.body)
    yield tuple(part)


def acts_of_office(connection: Connection, office: str) -> Iterator[list[tuple[bytes, Act]]]:
    """Acts by id, in the order of the log, with what they show of the cases last known as the office's, in batches.

    Records without a case belong to their own office alone. What is refused, quarantined or waiting is left out.
    """
    wanted = _places(connection, office)
    numbers = sorted(wanted)
    for start in range(0, len(numbers), _BATCH):
        batch: list[tuple[bytes, Act]] = []
        for number in numbers[start : start + _BATCH]:
            act = log.opened(connection, number)
            shown = [leaf for leaf in sorted(wanted[number]) if leaf in act.bodies]
            if shown:
                whole = len(shown) == act.header.count
                batch.append((act.act_id, act.source if whole else act.disclose(shown)))
        yield batch


def _places(connection: Connection, office: str) -> dict[int, set[int]]:
    feed = f"office:{office}"
    cases = select(case_feed_table.c.case_id).where(case_feed_table.c.feed == feed)
    condition: ColumnElement[bool] = record_table.c.case_id.in_(cases)
    if feed == tallies.office_feed(connection):
        condition = or_(condition, record_table.c.case_id.is_(None))
    found: dict[int, set[int]] = {}
    for packed in connection.scalars(select(record_table.c.log).where(condition)):
        for place in unpacked_log(packed):
            found.setdefault(place.act, set()).add(place.leaf)
    return found


def verdicts_on(connection: Connection, act_ids: Iterable[bytes]) -> list[tuple[Signed, bytes, bytes]]:
    """Known verdicts on these acts, each with the header of its act and the header's signature."""
    wanted = list(act_ids)
    found: list[tuple[Signed, bytes, bytes]] = []
    for start in range(0, len(wanted), 500):
        statement = select(verdict_table).where(verdict_table.c.act_id.in_(wanted[start : start + 500]))
        found += [
            (Signed(row.body, row.signature), row.header, row.header_signature)
            for row in connection.execute(statement)
            if row.header
        ]
    return found


def take(
    connection: Connection,
    reader: LogReader,
    sources: Sequence[Act],
    verdicts: Sequence[tuple[Signed, bytes, bytes]],
    office: str,
) -> Taken:
    """Store acts of cases of the own office that another workstation sealed for this one. Doing it again is harmless.

    They count as work that no feed has named yet, until the centre names them. Raises `Broken` for a forged verdict.
    """
    opened = _authentic(sources)
    vouched = {key for key in {act.header.author for act in opened} if _is_vouched(connection, key)}
    entering = [act for act in opened if act.header.author in vouched]
    left_out = len(sources) - len(entering)
    known = log.numbers_of(connection, [act.act_id for act in entering])
    entering = _without(entering, _withdrawn(connection, entering, known))
    numbers = known | _stored(connection, [act for act in entering if act.act_id not in known])
    arrivals = [each for act in entering for each in _arrivals(connection, act, numbers[act.act_id], known)]
    reader.forget()
    _place_cases(connection, arrivals, office)
    admission = admit(connection, reader, arrivals)
    lists.follow(connection, reader, admission.touched.values())
    for signed, header, signature in verdicts:
        outgoing.take_verdict(connection, reader, signed, (header, signature))
    return Taken(len(arrivals), sum(len(act.bodies) for act in entering) - len(arrivals), left_out)


def _stored(connection: Connection, entering: Sequence[OpenAct]) -> dict[bytes, int]:
    """Put acts into the log, as work that no feed has named; their numbers."""
    new = {act.act_id: act for act in entering}
    numbers = log.append(connection, list(new.values()))
    if numbers:
        connection.execute(insert(unconfirmed_table), [{"act_number": number} for number in numbers])
    return dict(zip(new, numbers, strict=True))


def _arrivals(connection: Connection, act: OpenAct, number: int, known: Collection[bytes]) -> list[Arrival]:
    """The revisions of an act in the log that were not held before."""
    fresh = sorted(erase.extend(connection, number, act) if act.act_id in known else act.bodies)
    outlines = acts.outlines(act.bodies[leaf] for leaf in fresh)
    return [Arrival(Place(number, leaf), act.header.dot, each) for leaf, each in zip(fresh, outlines, strict=True)]


def _authentic(sources: Sequence[Act]) -> list[OpenAct]:
    """Those of the acts that are what they claim to be: nobody but their authors has checked them before."""
    opened = [act for act in map(_opened, sources) if act is not None]
    found: list[OpenAct] = []
    following: OpenAct | None = None
    for act in reversed(opened):
        # In a run of one replica and author each header holds the hash of the one before it.
        linked = following is not None and (
            (following.header.previous, following.header.author) == (act.act_id, act.header.author)
        )
        if linked or _is_signed(act):
            found.append(act)
            following = act
        else:
            following = None
    return found[::-1]


def _opened(source: Act) -> OpenAct | None:
    try:
        act = OpenAct(source)
        records = {acts.read_revision(body).record for body in act.bodies.values()}
    except Broken:
        return None
    return act if act.header.stream == ACT and len(records) == len(act.bodies) else None


def _is_signed(act: OpenAct) -> bool:
    try:
        acts.verify_signature(act.header, act.source.header, act.source.signature)
    except Broken:
        return False
    return True


def _withdrawn(connection: Connection, entering: Sequence[OpenAct], known: Mapping[bytes, int]) -> set[bytes]:
    """Cases that left this workstation: of their acts only headers are held here.

    A bundle does not bring them back; the feed does, should they belong to the office again.
    """
    found: set[bytes] = set()
    for act in entering:
        if act.act_id in known:
            held = log.opened(connection, known[act.act_id]).bodies
            missing = [act.bodies[leaf] for leaf in act.bodies if leaf not in held]
            found.update(each.case for each in acts.outlines(missing) if each.case is not None)
    return {case for case in found if not tallies.feeds_of_case(connection, case)}


def _without(entering: Sequence[OpenAct], cases: set[bytes]) -> list[OpenAct]:
    if not cases:
        return list(entering)
    left: list[OpenAct] = []
    for act in entering:
        outlines = zip(act.bodies, acts.outlines(act.bodies.values()), strict=True)
        shown = [leaf for leaf, each in outlines if each.case not in cases]
        if shown:
            left.append(act if len(shown) == len(act.bodies) else OpenAct(act.disclose(shown)))
    return left


def _is_vouched(connection: Connection, key: bytes) -> bool:
    return directory.newest(connection, AuthorEntry, key) is not None


def _place_cases(connection: Connection, arrivals: Sequence[Arrival], office: str) -> None:
    """The sender knew these cases as this office's; the feed will say so again, or say that they have left."""
    for case in {arrival.revision.case for arrival in arrivals}:
        if case is not None:
            tallies.join_case(connection, case, f"office:{office}")


# --- boxes for the centre ---------------------------------------------------------------------------------------------


def box_key(box: bytes) -> bytes:
    """What a sealed box is kept under: its SHA-256."""
    return hashlib.sha256(box).digest()


def keep_boxes(connection: Connection, boxes: Iterable[bytes]) -> int:
    """Keep boxes sealed to the centre until the next sync; how many were new."""
    held = set(connection.scalars(select(carried_table.c.act_id).where(carried_table.c.sealed.is_not(None))))
    new = {box_key(box): box for box in boxes if box_key(box) not in held}
    if new:
        connection.execute(insert(carried_table), [{"act_id": key, "sealed": box} for key, box in new.items()])
    return len(new)


_BOXES: Final = Prepared(
    select(carried_table.c.act_id).where(carried_table.c.sealed.is_not(None)).order_by(carried_table.c.act_id)
)


def waiting_boxes(connection: Connection) -> list[bytes]:
    """Keys of the boxes that the centre has not taken yet."""
    return [key for (key,) in _BOXES.rows(connection)]


def box(connection: Connection, key: bytes) -> bytes | None:
    """A box that is kept."""
    return connection.scalar(select(carried_table.c.sealed).where(carried_table.c.act_id == key))


def forget_box(connection: Connection, key: bytes) -> None:
    """The centre has taken the box."""
    connection.execute(delete(carried_table).where(carried_table.c.act_id == key))


def unsent_batches(connection: Connection) -> Iterator[wire.Push]:
    """Everything the centre has not acknowledged, both streams, in causal order."""
    return outgoing.unsent(connection, wire.FRAME_TARGET_BYTES)
