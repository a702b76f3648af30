"""Law 7 and the short ways: whatever the order, batching and duplication, index and lists equal a fold of the log."""

from __future__ import annotations

import random as randoms

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, insert, select

from icjims_core import acts, merkle
from icjims_core.acts import Birth, Header, WholeAct
from icjims_core.directory import Decision
from icjims_core.encoding import encode
from icjims_core.merge import fold
from icjims_core.packing import OpenAct, pack_bodies
from icjims_core.projections import lists, log
from icjims_core.projections.index import Arrival, Place, admit, settle
from icjims_core.projections.log import LogReader
from icjims_core.projections.records import load
from icjims_core.projections.tables import (
    all_tables,
    annulled_table,
    conflict_table,
    list_table,
    record_table,
    verdict_table,
    waiting_table,
)
from tests.core.histories import RECORD, History, Write, histories

AUTHOR = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def act_of(write: Write) -> OpenAct:
    body = encode(write.revision)
    seed = bytes(32)
    header = Header(
        format=1,
        stream=0,
        replica=write.dot.replica,
        counter=write.dot.counter,
        previous=bytes(32) if write.dot.counter == 1 else b"p" * 32,
        author=AUTHOR.public_key().public_bytes_raw(),
        recorded_at=0,
        count=1,
        root=merkle.root(acts.leaf_hashes(seed, [body])),
        birth=Birth(b"d" * 16, None, 0, None) if write.dot.counter == 1 else None,
    )
    data, signature = acts.sign(header, AUTHOR)
    return OpenAct(WholeAct(data, signature, seed, pack_bodies([body])))


def arrive(connection: Connection, reader: LogReader, writes: list[Write]) -> None:
    opened = [act_of(write) for write in writes]
    known = log.numbers_of(connection, [act.act_id for act in opened])
    log.append(connection, list({act.act_id: act for act in opened if act.act_id not in known}.values()))
    numbers = log.numbers_of(connection, [act.act_id for act in opened])
    arrivals = [
        Arrival(Place(numbers[act.act_id], 0), write.dot, write.revision)
        for act, write in zip(opened, writes, strict=True)
        if act.act_id not in known
    ]
    unique = list({arrival.place: arrival for arrival in arrivals}.values())
    lists.follow(connection, reader, admit(connection, reader, unique).touched.values())


def arrive_one(connection: Connection, reader: LogReader, write: Write) -> None:
    arrive(connection, reader, [write])


def projected(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = (list_table("case"), conflict_table, annulled_table, waiting_table)
    return {table.name: sorted(tuple(row) for row in connection.execute(select(table))) for table in tables} | {
        "vector": [tuple(row) for row in connection.execute(select(record_table.c.id, record_table.c.vector))]
    }


@given(histories(), st.integers(0, 2**32), st.integers(1, 5))
def test_any_arrival_gives_the_fold_and_a_rebuild_the_same_rows(history: History, seed: int, batch: int) -> None:
    random = randoms.Random(seed)
    arriving = history.writes + random.sample(history.writes, len(history.writes) // 2)
    random.shuffle(arriving)
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        all_tables().create_all(connection)
        reader = LogReader()
        for start in range(0, len(arriving), batch):
            arrive(connection, reader, arriving[start : start + batch])

        record = load(connection, reader, [RECORD])[RECORD]
        assert record.state.digest() == fold(RECORD, history.revisions).digest()
        assert record.row.vector == record.state.vector
        assert connection.execute(select(waiting_table)).all() == []
        conflicts = connection.scalars(select(conflict_table.c.unit).order_by(conflict_table.c.unit)).all()
        assert conflicts == record.state.conflicts()
        assert bool(connection.execute(select(annulled_table)).all()) == bool(record.state.annulments)

        before = projected(connection)
        lists.rebuild(connection, reader)
        assert projected(connection) == before
    engine.dispose()


def refuse(connection: Connection, reader: LogReader, write: Write) -> None:
    """Enter the centre's refusal of a write, which may have arrived or not, and let its record follow."""
    act = act_of(write)
    row = dict.fromkeys(("body", "signature", "header", "header_signature"), b"") | {"act_id": act.act_id, "leaf": 0}
    dot = {"replica": write.dot.replica, "counter": write.dot.counter}
    verdict = row | dot | {"record": RECORD, "decision": int(Decision.REFUSED), "code": "out_of_scope"}
    connection.execute(insert(verdict_table).values(**verdict))
    lists.follow(connection, reader, settle(connection, reader, RECORD).touched.values())


@given(histories(), st.data())
def test_whatever_is_refused_and_when_a_rebuild_gives_the_same_rows(history: History, data: st.DataObject) -> None:
    count = len(history.writes)
    refused = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    steps = [(arrive_one, each) for each in history.writes]
    steps += [(refuse, each) for each, no in zip(history.writes, refused, strict=True) if no]
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        all_tables().create_all(connection)
        reader = LogReader()
        for step, write in data.draw(st.permutations(steps)):
            step(connection, reader, write)
        before = projected(connection)
        lists.rebuild(connection, reader)
        assert projected(connection) == before
    engine.dispose()


@given(histories(), st.data())
def test_with_a_part_missing_the_rest_waits_in_the_index_as_in_the_fold(history: History, data: st.DataObject) -> None:
    present = data.draw(st.lists(st.sampled_from(history.writes), unique_by=lambda write: write.dot, min_size=1))
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        all_tables().create_all(connection)
        reader = LogReader()
        arrive(connection, reader, present)

        state = fold(RECORD, {write.dot: write.revision for write in present})
        loaded = load(connection, reader, [RECORD]).get(RECORD)
        assert (loaded.state.digest() if loaded else None) == (state.digest() if state.vector else None)
        assert len(connection.execute(select(waiting_table)).all()) == len(state.waiting)
    engine.dispose()
