"""Repair of a damaged store: what can be read is saved, what is lost is named, what is unsent goes out again."""

from __future__ import annotations

import io
import os
import random
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from icjims_core.fingerprint import Tally
from icjims_core.problem import Broken, Problem, Refused
from icjims_desktop.store import migrating
from icjims_desktop.store.drafts import DraftKey
from icjims_desktop.store.log import tallies
from icjims_desktop.store.own_tables import attachment_use_table
from icjims_desktop.store.safekeeping import repair, verify
from icjims_desktop.store.safekeeping.repair import Repaired
from icjims_desktop.store.store import Store
from icjims_desktop.store.tables import case_feed_table
from tests.store.workstation import PASSWORD, Workstation, as_at_first, confirm, read, write

PAGE = 4096
RECORDS = [bytes([number]) * 16 for number in range(1, 120)]


def fill(store: Store) -> None:
    for record in RECORDS:
        write(store, {"text": record.hex() + "х" * 300}, record=record)


def mend(workstation: Workstation) -> Repaired:
    return repair.repair(workstation.data, None, PASSWORD, now=workstation.now, random=os.urandom)


def damage(path: Path, pages: list[int]) -> None:
    with path.open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE + 100)
            file.write(b"damage")


def test_a_sound_store_is_repaired_without_loss(workstation: Workstation) -> None:
    store = workstation.enrolled()
    fill(store)
    store.drafts.keep(DraftKey("note"), {"text": "typed"}, {}, now=1)
    digests = store.journal.digests()
    store.close()
    result = mend(workstation)
    assert (result.acts, result.lost, result.unreadable, result.reissued) == (len(RECORDS), [], {}, 0)
    store = workstation.unlock()
    assert [warning.code for warning in store.warnings] == ["restored"]
    assert store.journal.digests() == digests
    assert store.drafts.count() == 1
    assert verify.verify(store.database).sound
    assert [path.name for path in (workstation.data / "aside").iterdir()] == ["001-restore"]


def test_attached_files_stay_readable(workstation: Workstation) -> None:
    store = workstation.enrolled()
    record = write(store, {"text": "about a file"})
    kept = store.attachments.add(io.BytesIO(b"recording"), record, now=1)
    store.close()
    mend(workstation)
    store = workstation.unlock()
    assert b"".join(store.attachments.read(kept.sha256)) == b"recording"
    with store.database.read() as connection:
        assert connection.scalars(select(attachment_use_table.c.record)).all() == [record]


def test_a_store_of_the_first_form_is_repaired_into_todays(workstation: Workstation) -> None:
    store = workstation.enrolled()
    record = write(store, {"text": "kept"})
    store.drafts.keep(DraftKey("note"), {"text": "typed"}, {}, now=1)
    as_at_first(store)
    store.close()
    assert mend(workstation).acts == 1
    store = workstation.unlock()
    assert read(store, record, "text") == "kept"
    assert store.drafts.count() == 1
    assert verify.verify(store.database).sound


def test_what_lies_in_a_case_is_counted_anew_with_its_feed(workstation: Workstation) -> None:
    store = workstation.enrolled()
    with store.database.write() as connection:
        row = {"case_id": b"c", "feed": "office:1", "tally": Tally().plus([bytes(32)]).to_bytes()}
        connection.execute(insert(case_feed_table).values(**row))
    store.close()
    mend(workstation)
    with workstation.unlock().database.read() as connection:
        assert tallies.feeds_of_case(connection, b"c") == ("office:1",)
        assert tallies.of_case(connection, b"c", "office:1") == Tally()


def test_a_store_of_a_newer_program_is_not_repaired(workstation: Workstation) -> None:
    store = workstation.enrolled()
    with store.database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {len(migrating.steps()) + 1}")
    store.close()
    with pytest.raises(Refused, match="newer_store"):
        mend(workstation)


@pytest.mark.parametrize("acknowledged", [True, False])
def test_damaged_pages_cost_no_more_than_what_is_on_them(
    workstation: Workstation, trials: int, acknowledged: bool
) -> None:
    store = workstation.enrolled()
    fill(store)
    if acknowledged:
        confirm(store)
    store.close()
    path = workstation.data / "icjims.db"
    whole = path.read_bytes()
    chance = random.Random(trials)
    mended = 0
    for _ in range(max(4, trials // 2)):
        damage(path, [chance.randrange(2, len(whole) // PAGE) for _ in range(2)])
        try:
            result = mend(workstation)
        except Broken as problem:
            assert problem.code in {"cannot_repair", "store_damaged"}  # noqa: PT017
        else:
            mended += 1
            check_mended(workstation, result, acknowledged=acknowledged)
        for extra in workstation.data.glob("icjims.db-*"):
            extra.unlink()
        path.write_bytes(whole)
    assert mended


def check_mended(workstation: Workstation, result: Repaired, *, acknowledged: bool) -> None:
    store = workstation.unlock()
    assert store.warnings
    held = store.journal.load(RECORDS)
    for record in held:
        assert read(store, record, "text") == record.hex() + "х" * 300
    missing = len(RECORDS) - len(held)
    assert missing == len(result.lost)
    assert result.lost_for_good == (0 if acknowledged else missing)
    if not acknowledged:
        sent = [act for push in store.journal.unsent(1 << 20) for act in push.acts]
        assert len(sent) == len(held)
    write(store, {"text": "work goes on"})
    assert verify.verify(store.database).findings == []
    store.close()
    workstation.unlock().close()


def test_what_cannot_be_repaired_stays_as_it_is(workstation: Workstation) -> None:
    workstation.enrolled().close()
    path = workstation.data / "icjims.db"
    damage(path, list(range(1, path.stat().st_size // PAGE)))
    before = path.read_bytes()
    with pytest.raises(Problem):
        mend(workstation)
    assert path.read_bytes() == before
