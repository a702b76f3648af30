"""Repair of a damaged store: what can be read is saved, what is lost is named, what is unsent goes out again."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from icjims_core.problem import Broken, Problem
from icjims_desktop.store import repair, verify
from icjims_desktop.store.drafts import DraftKey
from icjims_desktop.store.repair import Repaired
from icjims_desktop.store.store import Store
from tests.store.workstation import PASSWORD, Workstation, confirm, read, write

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
