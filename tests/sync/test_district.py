"""Real workstations and the real centre over HTTP: enrolment, sessions, cuts, copies, restores."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from icjims_core.bundle import CentreBox
from icjims_core.encoding import encode
from icjims_core.problem import Problem, Refused, Unreachable
from icjims_desktop.store.log import bundles
from icjims_desktop.sync import bundle, client
from icjims_desktop.sync.enrolment import Application, parse_ticket
from tests.chaos_proxy import ChaosProxy, Plan
from tests.sync.district import District, district, now_ms


@pytest.fixture
def town(tmp_path: Path) -> Iterator[District]:
    with district(tmp_path) as made:
        yield made


def test_enrolled_and_in_sync_over_tls(tmp_path: Path) -> None:
    with district(tmp_path, secure=True) as town:
        one, two = town.workstation("77", "one"), town.workstation("77", "two")
        case = one.write("кража")
        assert (one.sync().pushed, two.sync().pulled) == (1, 1)
        assert two.text(case) == {"кража"}
        two.write("грабёж", case)
        result = two.sync()
        assert result.equal
        again = one.sync()
        assert (again.pulled, again.digest) == (1, result.digest)
        assert one.text(case) == {"грабёж"}


def test_two_edits_at_once_meet_as_siblings_and_both_sides_agree(town: District) -> None:
    one, two = town.workstation("77", "one"), town.workstation("77", "two")
    case = one.write("кража")
    one.sync()
    two.sync()
    one.write("раз", case)
    two.write("два", case)
    for each in (one, two, one):
        assert each.sync().equal
    assert one.text(case) == two.text(case) == {"раз", "два"}
    assert one.store.journal.digests() == two.store.journal.digests()


def test_what_a_role_may_not_write_is_told_to_its_author_and_counts_nowhere(town: District) -> None:
    one, auditor = town.workstation("77", "one"), town.workstation("77", "d", "auditor")
    case = one.write("кража")
    one.sync()
    auditor.sync()
    auditor.write("не моё дело", case)
    told = auditor.sync()
    assert told.equal
    assert [each.code for each in told.refused] == ["role_may_not_write"]
    two = town.workstation("77", "two")
    for colleague in (one, two):
        result = colleague.sync()
        assert (result.equal, result.warnings, result.refused) == (True, (), ())
        assert colleague.text(case) == {"кража"}


@pytest.mark.parametrize("direction", ["up", "down"])
def test_cut_after_every_so_many_bytes(town: District, direction: str) -> None:
    one, two = town.workstation("77", "one"), town.workstation("77", "two")
    with ChaosProxy(town.port) as proxy:
        url = f"http://127.0.0.1:{proxy.port}"
        cases = []
        for cut in range(40, 2600, 160):
            cases.append(one.write(f"case {cut}"))
            two.write(f"other {cut}")
            two.sync()
            proxy.plans.append(Plan(cut_up=cut) if direction == "up" else Plan(cut_down=cut))
            result = one.sync(url)
            assert result.equal
            assert one.store.journal.outbox_count() == 0
    two.sync()
    assert all(two.text(case) for case in cases)
    assert one.store.journal.digests() == two.store.journal.digests()


def test_an_answer_lost_after_the_commit(town: District) -> None:
    one, two = town.workstation("77", "one"), town.workstation("77", "two")
    with ChaosProxy(town.port) as proxy:
        proxy.plans += [Plan(swallow_answer=True), Plan(swallow_answer=True)]
        case = one.write("кража")
        assert one.sync(f"http://127.0.0.1:{proxy.port}").equal
    assert two.sync().pulled == 1
    assert two.text(case) == {"кража"}


def test_a_machine_copied_whole_becomes_another_replica(town: District) -> None:
    one, two = town.workstation("77", "one"), town.workstation("77", "two")
    case = one.write("кража")
    one.sync()
    copy = one.store.layout.root.parent / "copy.db"
    one.store.database.copy_to(copy)
    later = one.write("только у первого")
    one.sync()
    path, data = one.store.database.path, copy.read_bytes()
    # The same machine put back as it was: nothing on it tells. It writes on and comes to the centre.
    key = one.store.database.key
    one.store.database.close()
    for each in path.parent.glob(path.name + "*"):
        each.unlink()
    path.write_bytes(data)
    one.store.database.__init__(path, key)  # type: ignore[misc]
    before = one.store.journal.replica.id
    tail = one.write("написано на копии")
    result = one.sync()
    assert result.equal
    assert result.replica != before
    assert [each.code for each in result.warnings] == ["copied"]
    two.sync()
    for station in (one, two):
        assert (station.text(case), station.text(later), station.text(tail)) == (
            {"кража"},
            {"только у первого"},
            {"написано на копии"},
        )


def test_a_row_lost_from_the_store_is_healed(town: District) -> None:
    one, two = town.workstation("77", "one"), town.workstation("77", "two")
    cases = [one.write(f"case {at}") for at in range(30)]
    one.sync()
    two.sync()
    with two.store.database.write() as connection:
        connection.exec_driver_sql("UPDATE feed SET tally = zeroblob(40)")
    result = two.sync()
    assert result.equal
    assert all(two.text(case) for case in cases)


def test_while_the_device_waits_for_approval(town: District) -> None:
    ticket = parse_ticket(town.ticket("77", "late", approved=False), insecure_http=True)
    key = Ed25519PrivateKey.generate()
    asked = Application(
        "pc", os.urandom(32), Ed25519PrivateKey.generate().public_key().public_bytes_raw(), os.urandom(32)
    )
    for _ in range(2):
        with pytest.raises(Refused, match="pending_approval"):
            client.enrol(ticket, asked, key, time.time, os.urandom)
    wrong = parse_ticket(town.ticket("77", "other"), insecure_http=True)
    with pytest.raises(Refused, match="bad_ticket"):
        client.enrol(ticket, Application("pc", bytes(32), asked.author_key, os.urandom(32)), key, time.time, os.urandom)
    assert wrong.code != ticket.code


def test_a_wrong_pin_is_a_foreign_certificate(tmp_path: Path) -> None:
    with district(tmp_path, secure=True) as town:
        town.pin = "00" * 32
        with pytest.raises(Unreachable, match="foreign_certificate"):
            town.workstation("77", "one")


def test_offline_is_told_soon(town: District) -> None:
    one = town.workstation("77", "one")
    with ChaosProxy(town.port) as proxy:
        url = f"http://127.0.0.1:{proxy.port}"
    with pytest.raises(Problem, match="no_connection"):
        one.sync(url)


def test_a_stick_reaches_the_centre_through_a_colleague(town: District) -> None:
    one, two, three = (town.workstation("77", name) for name in ("one", "two", "three"))
    for each in (one, two):
        each.sync()
    case = one.write("кража")
    one.store.journal.commit_audit([{"event": "search", "text": "x"}], now=now_ms())
    stick = io.BytesIO()
    bundle.write(one.store.journal, stick, ["77"], now=now_ms(), random=os.urandom)
    stick.seek(0)
    assert bundle.read(two.store.journal, stick, two.store.device.sealing).pulled == 1
    two.write("грабёж", case)
    first = two.sync()
    assert (first.pushed, first.equal, first.warnings) == (1, True, ())
    assert two.store.journal.waiting_boxes() == []
    assert three.sync().pulled == 2
    late = one.sync()
    assert (late.duplicates, late.equal) == (1, True)
    assert one.text(case) == two.text(case) == three.text(case) == {"грабёж"}
    assert one.store.journal.digests() == two.store.journal.digests() == three.store.journal.digests()


def test_a_box_for_another_centre_is_kept_and_told(town: District) -> None:
    one = town.workstation("77", "one")
    with one.store.database.write() as connection:
        bundles.keep_boxes(connection, [b"garbage", encode(CentreBox(bytes(81), bytes(40)))])
    result = one.sync()
    assert result.equal
    assert [each.code for each in result.warnings] == ["bundle_refused"]
    assert len(one.store.journal.waiting_boxes()) == 2
