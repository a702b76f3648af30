"""Bundles: work arrives by a stick at the office's other workstations, sealed to them alone, once and for all."""

from __future__ import annotations

import io
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert

from icjims_core import wire
from icjims_core.acts import ACT
from icjims_core.bundle import MAGIC, CentreBox, OfficeBox, OfficeKeys
from icjims_core.directory import Decision, Verdict, sign
from icjims_core.packing import OpenAct
from icjims_core.problem import Broken, Refused
from icjims_desktop.store.tables import case_feed_table
from icjims_desktop.sync.bundle import frames
from tests.sync.stick import Country, country, feed_page, in_box


@pytest.fixture
def land(tmp_path: Path) -> Iterator[Country]:
    with country(tmp_path) as made:
        yield made


def test_work_goes_to_the_colleague_and_for_the_centre(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    case, note = one.write("кража"), one.write("примета", case=False)
    data, exported = one.export("77")
    assert (exported.centre_acts, exported.offices) == (2, {"77": (2, 1)})
    imported = two.take(data)
    assert (imported.pulled, imported.duplicates, imported.carried, imported.for_others) == (2, 0, 1, 0)
    assert (two.text(case), two.text(note)) == ({"кража"}, {"примета"})
    assert two.journal.digests() == one.journal.digests()
    assert land.opened(two) == [OpenAct(act).act_id for act in one.acts()]


def test_importing_again_changes_nothing(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    case = one.write("кража")
    data, _ = one.export("77")
    two.take(data)
    before = two.journal.digests()
    again = two.take(data)
    assert (again.pulled, again.duplicates, again.carried) == (0, 1, 0)
    assert two.journal.digests() == before
    assert one.take(data).pulled == 0  # one's own bundle, too
    assert two.text(case) == {"кража"}


def test_two_workstations_come_to_the_same_by_sticks_alone(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    case = one.write("кража")
    two.take(one.export("77")[0])
    one.write("кража со взломом", case)
    two.write("грабёж", case)
    two.take(one.export("77")[0])
    one.take(two.export("77")[0])
    assert one.text(case) == two.text(case) == {"кража со взломом", "грабёж"}
    assert one.journal.digests() == two.journal.digests()


def test_a_chain_of_sticks_carries_everything_to_the_centre(land: Country) -> None:
    one, two, three = (land.station("77") for _ in range(3))
    one.write("first")
    two.take(one.export("77")[0])
    two.write("second")
    three.take(two.export("77")[0])
    expected = {OpenAct(act).act_id for station in (one, two) for act in station.acts()}
    assert set(land.opened(three)) == expected


def test_another_office_carries_without_reading(land: Country) -> None:
    one, elsewhere = land.station("77"), land.station("05")
    land.station("77")
    case = one.write("тайна следствия")
    data, _ = one.export("77")
    imported = elsewhere.take(data)
    assert (imported.pulled, imported.carried, imported.for_others) == (0, 1, 1)
    assert elsewhere.text(case) == set()
    assert "тайна".encode() not in data
    elsewhere.database.close()
    assert all("тайна".encode() not in path.read_bytes() for path in land.folder.iterdir())


def test_a_part_for_another_office_holds_only_its_cases(land: Country) -> None:
    one, elsewhere = land.station("77"), land.station("05")
    ours, theirs = one.write("ours"), one.write("theirs")
    with one.database.write() as connection:
        connection.execute(insert(case_feed_table).values(case_id=theirs, feed="office:05", tally=b""))
    data, exported = one.export("05")
    assert exported.offices == {"05": (1, 1)}
    assert elsewhere.take(data).pulled == 1
    assert (elsewhere.text(ours), elsewhere.text(theirs)) == (set(), {"theirs"})


def test_a_part_that_would_be_empty_is_refused_and_one_for_ones_own_office_is_not(land: Country) -> None:
    one, _, _ = land.station("77"), land.station("77"), land.station("05")
    assert one.export("77")[1].offices == {"77": (0, 1)}
    one.write("ours")
    with pytest.raises(Refused) as refused:
        one.export("77", "05")
    assert (refused.value.code, refused.value.params["office"]) == ("nothing_for_office", "05")


@pytest.mark.parametrize("state", ["revoked", "suspended", "pending"])
def test_nothing_is_sealed_to_a_device_that_is_not_active(land: Country, state: str) -> None:
    one, two, three = (land.station("77") for _ in range(3))
    land.state_device(two, state)
    land.publish()
    case = one.write("кража")
    data, exported = one.export("77")
    assert exported.offices == {"77": (1, 1)}
    keys = [frame for frame in frames(io.BytesIO(data)) if isinstance(frame, OfficeKeys)]
    assert [device for each in keys for device, _ in each.recipients] == [three.device]
    assert two.take(data).pulled == 0
    assert two.text(case) == set()


def test_a_named_office_without_an_active_device_is_refused(land: Country) -> None:
    one = land.station("77")
    with pytest.raises(Refused, match="no_active_device"):
        one.export("05")
    assert one.export("77")[1].offices == {}


def test_work_of_somebody_unknown_is_carried_and_not_shown(land: Country, tmp_path: Path) -> None:
    one = land.station("77")
    folder = tmp_path / "other"
    folder.mkdir()
    with country(folder) as other_land:
        other_land.signing, other_land.sealing = land.signing, land.sealing
        impostor = other_land.station("77")
        case = impostor.write("forged")
        with impostor.database.write() as connection:
            connection.exec_driver_sql("DELETE FROM directory")
        impostor.journal.take_directory(land.entries)
        data, _ = impostor.export("77")
        imported = one.take(data)
    assert (imported.pulled, imported.left_out, imported.carried) == (0, 1, 1)
    assert one.text(case) == set()


def test_audit_goes_to_the_centre_alone(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    one.journal.commit_audit([{"event": "search", "text": "Асанов"}], now=1)
    data, exported = one.export("77")
    assert exported.centre_acts == 1
    assert two.take(data).pulled == 0
    boxes = [frame for frame in frames(io.BytesIO(data)) if isinstance(frame, CentreBox)]
    assert len(in_box(land, boxes[0])) == 1
    assert all(act.header.stream != ACT for act in map(OpenAct, one.acts()))


def test_the_feed_takes_over_what_a_bundle_brought(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    one.write("first")
    one.write("second")
    two.take(one.export("77")[0])
    acts = one.acts()
    before = two.journal.digests()
    result = two.journal.take_page(feed_page(two, 0, *acts))
    one.journal.take_page(feed_page(one, 0, *acts))
    assert (result.pulled, result.duplicates) == (0, 2)
    assert two.journal.digests() == before == one.journal.digests()
    state = wire.Closing((), more=False)
    assert two.journal.compare(state).digest == one.journal.compare(state).digest


def test_a_refused_revision_shows_nowhere_and_its_verdict_goes_along(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    case = one.write("kept")
    one.write("refused", case)
    act = OpenAct(one.acts()[1])
    verdict = Verdict(
        1, act.act_id, 0, case, act.header.replica, act.header.counter, Decision.REFUSED, "out_of_scope", 1
    )
    part = wire.VerdictPart(1, sign(verdict, land.signing), act.source.header, act.source.signature)
    one.journal.take_page(wire.Page("office:77", b"e" * 16, 0, 1, (part,)))
    assert one.text(case) == {"kept"}
    two.take(one.export("77")[0])
    assert two.text(case) == {"kept"}


def test_a_case_that_left_is_not_brought_back(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    case = one.write("leaves")
    old, _ = one.export("77")
    acts = one.acts()
    two.journal.take_page(feed_page(two, 0, *acts))
    two.journal.take_page(wire.Page("office:77", b"e" * 16, 1, 2, (wire.LeavePart(2, case),)))
    assert two.text(case) == set()
    before = two.journal.digests()
    assert two.take(old).pulled == 0
    assert two.text(case) == set()
    assert two.journal.digests() == before


def test_a_large_office_is_cut_into_boxes(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    texts = {one.write(os.urandom(150_000).hex()): None for _ in range(12)}
    data, _ = one.export("77")
    parts = list(frames(io.BytesIO(data)))
    assert len([each for each in parts if isinstance(each, OfficeBox)]) > 2
    assert len([each for each in parts if isinstance(each, CentreBox)]) > 1
    assert two.take(data).pulled == 12
    assert all(two.text(case) == one.text(case) for case in texts)


def test_a_file_that_is_cut_or_altered_anywhere_is_refused_whole(land: Country) -> None:
    one, two = land.station("77"), land.station("77")
    case = one.write("кража")
    data, _ = one.export("77")
    damaged = [data[:at] for at in range(0, len(data), 37)]
    damaged += [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(0, len(data), 37)]
    damaged += [data + b"\0", data + data, MAGIC, b"", b"PK\x03\x04", data.replace(MAGIC, b"ICJB\x02", 1)]
    for each in damaged:
        with pytest.raises(Broken):
            two.take(each)
    assert two.text(case) == set()
    assert two.journal.waiting_boxes() == []


def test_frames_in_another_order_are_refused(land: Country) -> None:
    one = land.station("77")
    land.station("77")
    one.write("кража")
    data, _ = one.export("77")
    sizes: list[bytes] = []
    at = len(MAGIC)
    while at < len(data):
        end = at + 4 + int.from_bytes(data[at : at + 4], "big")
        sizes.append(data[at:end])
        at = end
    orders = [order for order in itertools.permutations(sizes) if order != tuple(sizes)]
    assert orders
    for order in orders:
        with pytest.raises(Broken):
            list(frames(io.BytesIO(MAGIC + b"".join(order))))
