"""The store's side of a session on a real journal: what of an answer stays when a part of it cannot be stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icjims_core import wire
from icjims_core.packing import OpenAct
from icjims_desktop.sync import events
from icjims_desktop.sync.storing import Storage, Storing
from tests.store.journals import CASE, NOW, Workstation, own_part, page, unsent_acts, workstation


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Workstation]:
    with workstation(tmp_path, "a") as made:
        yield made


@pytest.mark.parametrize(
    ("start", "stays"), [(0, [events.ResultsStored, events.PageStored]), (5, [events.ResultsStored])]
)
def test_what_the_centre_took_is_noted_whatever_the_page_behind_it_is(
    station: Workstation, start: int, stays: list[type]
) -> None:
    station.write(CASE, {"put": {"summary": "кража"}})
    (act,) = unsent_acts(station)
    me = station.journal.hello(pull=False)
    results = wire.Results(me.act, me.audit, (wire.Outcome(OpenAct(act).act_id, "stored", ""),), ())

    answer: list[Storing] = [events.TakeResults(results), events.TakePage(page(start, own_part(act)))]
    done, problem = Storage(station.journal, lambda: NOW).store(answer)

    assert [type(event) for event in done] == stays
    assert (problem is None) == (start == 0)
    assert not unsent_acts(station)
