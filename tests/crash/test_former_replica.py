"""What another copy of a store wrote as its former replica comes back from the centre, above the head known here."""

from __future__ import annotations

import dataclasses
import os
import shutil
from pathlib import Path

from icjims_desktop.store.safekeeping import verify
from icjims_desktop.store.store import Store
from tests.sync.district import PASSWORD, Workstation, district, now_ms


def opened_again(station: Workstation, folder: Path) -> Workstation:
    station.store.close()
    store = Store.unlock(
        folder / "one", None, PASSWORD, now=now_ms, random=os.urandom, state_dir=folder / "one.state", checked=True
    )
    return dataclasses.replace(station, store=store)


def test_a_store_put_back_opens_again_after_the_centre_gave_back_what_it_had_lost(tmp_path: Path) -> None:
    with district(tmp_path) as town:
        one = town.workstation("77", "one")
        known = one.write("кража")
        one.sync()
        one.store.close()
        shutil.copytree(tmp_path / "one", tmp_path / "copy")
        one = opened_again(one, tmp_path)
        later = [one.write(f"позже {at}") for at in range(2)]
        one.sync()
        one.store.close()
        shutil.rmtree(tmp_path / "one")
        shutil.copytree(tmp_path / "copy", tmp_path / "one")
        one = opened_again(one, tmp_path)
        assert [each.code for each in one.store.warnings] == ["older_copy"]
        assert one.sync().equal
        one = opened_again(one, tmp_path)
        assert one.store.warnings == []
        assert one.store.journal.load([known, *later]).keys() == {known, *later}
        assert verify.verify(one.store.database).findings == []
        one.store.close()
