"""Damage: flipped bits, spliced pages, edits with the real key: never a wrong value, always a name for it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from icjims_core.packing import OpenAct
from icjims_core.problem import Broken, Problem
from icjims_core.projections import lists, log
from icjims_desktop.store.safekeeping import check, projected, verify
from icjims_desktop.store.store import Store
from tests.store.workstation import Workstation, read, write

PAGE = 4096
TEXTS = {bytes([number]) * 16: f"value {number} " + "х" * 400 for number in range(1, 40)}


@pytest.fixture
def filled(workstation: Workstation) -> Workstation:
    store = workstation.enrolled()
    for record, text in TEXTS.items():
        write(store, {"text": text}, record=record)
    store.search.catch_up()
    store.close()
    return workstation


def right_or_refused(workstation: Workstation) -> str:
    """Open and read everything: every value is right, or a problem was raised; its code."""
    try:
        store = workstation.unlock()
    except Problem as problem:
        return problem.code
    try:
        for record, text in TEXTS.items():
            assert read(store, record, "text") == text
    except Problem as problem:
        return problem.code
    finally:
        store.close()
    return "right"


def test_a_flipped_bit_is_never_a_wrong_value(filled: Workstation, trials: int) -> None:
    path = filled.data / "icjims.db"
    whole = path.read_bytes()
    chance = random.Random(trials)
    codes = set()
    for _ in range(trials * 2):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        code = right_or_refused(filled)
        assert code in {"right", "store_damaged", "disk_failed"}
        codes.add(code)
        path.write_bytes(whole)
    assert right_or_refused(filled) == "right"
    assert "store_damaged" in codes


@pytest.mark.parametrize(
    "change", [lambda data: data[:-1], lambda data: data[: len(data) // 2], lambda data: data + b"x" * 100]
)
def test_a_cut_or_lengthened_file_is_never_a_wrong_value(filled: Workstation, change: Callable[[bytes], bytes]) -> None:
    path = filled.data / "icjims.db"
    path.write_bytes(change(path.read_bytes()))
    assert right_or_refused(filled) in {"right", "store_damaged"}


def test_every_damaged_page_is_named_by_the_verification(filled: Workstation, trials: int) -> None:
    path = filled.data / "icjims.db"
    chance = random.Random(trials)
    for _ in range(max(2, trials // 3)):
        whole = path.read_bytes()
        store = filled.unlock(checked=False)
        store.database.checkpoint()
        page = chance.randrange(2, len(whole) // PAGE)
        with path.open("r+b") as file:
            file.seek(page * PAGE + chance.randrange(PAGE))
            byte = file.read(1)
            file.seek(-1, 1)
            file.write(bytes([byte[0] ^ 1]))
        found = verify.verify(store.database)
        assert "pages_damaged" in {finding.code for finding in found.findings}
        store.close()
        for extra in filled.data.glob("icjims.db-*"):
            extra.unlink()
        path.write_bytes(whole)


def test_an_old_page_put_back_is_found_or_harmless(filled: Workstation, trials: int) -> None:
    """The encryption accepts an old page of the same file; marks, links and folds do not."""
    path = filled.data / "icjims.db"
    old = path.read_bytes()
    store = filled.unlock()
    for record in list(TEXTS)[:10]:
        TEXTS_NOW[record] = "amended " + "у" * 400
        write(store, {"text": TEXTS_NOW[record]}, record=record)
    store.close()
    new = path.read_bytes()
    differing = [at for at in range(1, len(old) // PAGE) if old[at * PAGE :][:PAGE] != new[at * PAGE :][:PAGE]]
    assert differing
    seen = set()
    for page in random.Random(trials).sample(differing, min(len(differing), trials)):
        path.write_bytes(new[: page * PAGE] + old[page * PAGE :][:PAGE] + new[(page + 1) * PAGE :])
        seen.add(outcome(filled))
        for extra in filled.data.glob("icjims.db-*"):
            extra.unlink()
    assert seen - {"right"}


TEXTS_NOW: dict[bytes, str] = {}


def outcome(workstation: Workstation) -> str:
    try:
        store = workstation.unlock()
    except Problem as problem:
        return problem.code
    try:
        wrong = [record for record, text in (TEXTS | TEXTS_NOW).items() if read(store, record, "text") != text]
        if not wrong:
            return "right"
        assert store.warnings or not verify.verify(store.database).sound
    except (Problem, KeyError):
        assert not verify.verify(store.database).sound
        return "refused"
    else:
        return "told"
    finally:
        store.close()


def edit_body(connection: Connection) -> None:
    packed = connection.exec_driver_sql("SELECT packed FROM act WHERE number = 3").scalar_one()
    connection.exec_driver_sql("UPDATE act SET packed = ? WHERE number = 3", (packed.replace(b"value 3", b"value 9"),))


def drop_act(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM act WHERE number = 20")


def drop_last(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM act WHERE number = (SELECT max(number) FROM act)")


def swap_acts(connection: Connection) -> None:
    rows = connection.exec_driver_sql("SELECT number, packed FROM act WHERE number IN (5, 6)").all()
    connection.exec_driver_sql("UPDATE act SET packed = ? WHERE number = 5", (rows[1].packed,))


def turn_back(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE replica SET act_counter = act_counter - 1")


@pytest.mark.parametrize("edit", [edit_body, drop_act, drop_last, swap_acts, turn_back])
def test_an_edit_with_the_real_key_is_found_at_opening(filled: Workstation, edit: Callable[[Connection], None]) -> None:
    store = filled.unlock()
    with store.database.write() as connection:
        edit(connection)
    found = verify.verify(store.database)
    assert not found.sound
    store.close()
    with pytest.raises(Broken):
        filled.unlock()
    assert not verify.verify(filled.unlock(checked=False).database).sound


def test_a_hole_far_back_is_found_by_the_verification(filled: Workstation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "RECENT_ACTS", 5)
    store = filled.unlock()
    with store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM act WHERE number = 20")
    codes = {finding.code: finding.healable for finding in verify.verify(store.database).findings}
    assert codes["act_missing"] is False


def wrong_vector(connection: Connection) -> None:
    first, second = connection.exec_driver_sql("SELECT vector FROM record WHERE number IN (1, 39)").scalars()
    connection.exec_driver_sql("UPDATE record SET vector = ? WHERE vector = ?", (first, second))


def drop_record(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM record WHERE number = 39")


def false_conflict(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO conflict VALUES (39, 'text')")


def false_annulment(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO annulled VALUES (39)")


@pytest.mark.parametrize("edit", [wrong_vector, drop_record, false_conflict, false_annulment])
def test_a_wrong_projection_is_named_and_put_right_at_opening(
    filled: Workstation, edit: Callable[[Connection], None]
) -> None:
    store = filled.unlock()
    with store.database.write() as connection:
        edit(connection)
    codes = [finding.code for finding in verify.verify(store.database).findings]
    assert "projection_wrong" in codes
    store.close()
    store = filled.unlock()
    assert [warning.code for warning in store.warnings] == ["projections_rebuilt"]
    assert verify.verify(store.database).findings == []
    for record, text in TEXTS.items():
        assert read(store, record, "text") == text
    store.close()
    assert filled.unlock().warnings == []


def test_a_sound_store_has_no_findings_and_looking_changes_nothing(filled: Workstation) -> None:
    store = filled.unlock()
    before = snapshot(store)
    steps: list[tuple[int, int]] = []
    result = verify.verify(store.database, lambda done, total: steps.append((done, total)))
    assert (result.findings, result.acts, result.withdrawn, result.erased) == ([], len(TEXTS), 0, 0)
    assert steps[-1] == (len(TEXTS), len(TEXTS))
    assert projected.differing(store.database) == []
    assert snapshot(store) == before


def test_a_purged_revision_is_withdrawn_and_no_fault(filled: Workstation) -> None:
    store = filled.unlock()
    with store.database.write() as connection:
        log.replace(connection, 7, OpenAct(log.opened(connection, 7).disclose([])))
        lists.rebuild(connection, store.journal.reader)
    result = verify.verify(store.database)
    assert (result.findings, result.withdrawn) == ([], 1)
    store.close()
    assert filled.unlock().warnings == []


def test_a_damaged_search_is_named_and_healed(filled: Workstation) -> None:
    store = filled.unlock()
    with store.database.write() as connection:
        connection.exec_driver_sql("DELETE FROM search_data WHERE id > 100")
    assert "search_wrong" in {finding.code for finding in verify.verify(store.database).findings}
    verify.heal(store.database)
    store.search.catch_up()
    assert verify.verify(store.database).sound
    assert len(store.search.find("value 7")) == 1


def snapshot(store: Store) -> list[tuple[object, ...]]:
    with store.database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM record ORDER BY number")]


def fill(store: Store) -> None:
    for _ in range(100):
        write(store, {"text": "х" * 20_000}, context={})


def test_a_failed_write_leaves_nothing_and_a_full_disk_is_told(workstation: Workstation) -> None:
    store = workstation.enrolled()
    record = write(store, {"text": "kept"})
    with store.database.read() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with store.database.trial() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(Problem, match="disk_full"):
        fill(store)
    with store.database.trial() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    write(store, {"text": "more"}, record=record)
    assert verify.verify(store.database).sound
