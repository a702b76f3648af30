"""Dense feeds: whoever sees a position sees every one below it, whoever commits at the same time."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable

import pytest
from sqlalchemy import select

from icjims_core import fingerprint, wire
from icjims_core.fingerprint import Tally
from icjims_sync_server.services.exchange import sessions
from icjims_sync_server.services.exchange.pulling import Point
from icjims_sync_server.services.safekeeping import repair, verification
from icjims_sync_server.store.tables import feed_row_table, feed_table
from tests.server.town import Town
from tests.server.workstation import Workstation, new_id

WRITERS = 8
PUSHES = 12


def test_i10_concurrent_committers_never_leave_a_hole_for_a_polling_reader(town: Town) -> None:
    offices = [town.office(), town.office()]
    writers = [town.station(offices[at % 2]) for at in range(WRITERS)]
    shared = [new_id(), new_id()]
    for station, case in zip(writers[:2], shared, strict=True):
        station.new_case(case)
        station.sync()
    failures: list[str] = []
    done = threading.Event()
    reader = threading.Thread(target=_guarded(failures, lambda: _read_until(town, offices, done, failures)))
    reader.start()
    threads = [
        threading.Thread(target=_guarded(failures, lambda s=station, c=shared[at % 2]: _write(s, c)))  # type: ignore[misc]
        for at, station in enumerate(writers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    assert failures == []
    for station in writers:
        answer = station.sync()
        assert station.agrees(answer)
        assert len(station.held[f"office:{offices[writers.index(station) % 2]}"]) == 1 + (WRITERS // 2) * PUSHES * 2
    town.project()
    assert verification.verify(town.centre).wrong == []


def _guarded(failures: list[str], work: Callable[[], None]) -> Callable[[], None]:
    """A failure in a thread is a failure of the test."""

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  # it is reported below
            failures.append(repr(error))

    return run


def _write(station: Workstation, case: bytes) -> None:
    for at in range(PUSHES):
        station.act(station.revision(new_id(), type="person", case=case, put={"name": str(at)}))
        station.act(station.revision(new_id(), type="person", put={"name": str(at)}))
        answer = station.sync(pull=at % 3 == 0)
        assert {result for result, _ in answer.codes} == {"stored"}, answer.codes


def _read_until(town: Town, offices: list[str], done: threading.Event, failures: list[str]) -> None:
    names = [f"office:{office}" for office in offices]
    while True:
        last = done.is_set()
        with town.centre.database.read() as connection:
            for row in connection.execute(select(feed_table).where(feed_table.c.name.in_(names))).all():
                positions = list(
                    connection.scalars(
                        select(feed_row_table.c.position)
                        .where(feed_row_table.c.feed == row.number)
                        .order_by(feed_row_table.c.position)
                    )
                )
                if positions != list(range(1, row.position + 1)):
                    failures.append(f"{row.name}: {row.position} {positions[-3:]}")
                members = repair.membership(connection, Point(*row)).members
                if Tally().plus(members) != fingerprint.from_bytes(row.tally):
                    failures.append(f"{row.name}: tally at {row.position}")
        if last or failures:
            return


def test_two_writers_of_one_record_lose_nothing(town: Town) -> None:
    office = town.office()
    writers = [town.station(office) for _ in range(4)]
    case = writers[0].new_case()
    writers[0].sync()
    failures: list[str] = []

    def write(station: Workstation) -> None:
        for at in range(6):
            station.act(station.revision(case, case=case, put={"note": f"{at}"}, context={writers[0].replica: 1}))
            assert station.sync().codes == [("stored", "")]

    threads = [threading.Thread(target=_guarded(failures, lambda s=each: write(s))) for each in writers[1:]]  # type: ignore[misc]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    town.project()
    assert verification.verify(town.centre).wrong == []


def test_an_answer_is_cut_at_its_limit_and_goes_on_at_the_next_request(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    case = one.new_case()
    for _ in range(6):
        names = [secrets.token_hex(4000) for _ in range(4)]
        one.act(*[one.revision(new_id(), type="person", case=case, put={"note": name}) for name in names])
    assert one.agrees(one.sync())
    monkeypatch.setattr(sessions, "MAX_ANSWER_BYTES", 1000)
    monkeypatch.setattr(wire, "FRAME_TARGET_BYTES", 20_000)
    answer = two.sync()
    assert answer.closing.more is False
    assert len(two.raw) > 3
    assert max(map(len, two.raw)) < 60_000
    assert two.agrees(answer)
    assert len(two.held[f"office:{office}"]) == 25
