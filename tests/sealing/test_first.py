"""An allegation leaves first: a session sends all that is unsent, up to it and beyond, before it asks for a page."""

from __future__ import annotations

import os
from pathlib import Path

from icjims_core.acts import ACT
from icjims_desktop.sync.pace import MIN_BODY
from icjims_desktop.sync.storing import Storage
from tests.sealing.country import PROSECUTION, country, new, sync, text
from tests.sync.district import now_ms


def test_no_page_is_asked_for_before_the_allegation_is_sent(tmp_path: Path) -> None:
    with country(tmp_path) as made:
        officer = made.enrol("officer", "duty_officer")
        made.enrol("prosecutor", "prosecutor", PROSECUTION)
        made.supervise()
        sync(officer)
        case = new(officer, "case", "summary=Драка")
        person = new(officer, "person", "surname=Токтогулов", case=case)
        for _ in range(8):
            new(officer, "case", f"summary={os.urandom(3000).hex()}")
        words = (f"person={text(person)}", "received_times=2026-03-07 12:00", "account=Рассказ")
        new(officer, "allegation", *words, case=case)
        with officer.store.database.read() as connection:
            last = connection.exec_driver_sql("SELECT max(counter) FROM act WHERE stream = 0").scalar_one()
        _, prepared, _ = Storage(officer.store.journal, now_ms).prepare(MIN_BODY, push=True, own=True)
        assert prepared.more, "the allegation is behind more than a slow line carries at once"
        assert max(each.counter for each in prepared.acts if each.stream == ACT) < last
        assert not prepared.hello.pull
        sync(officer)
        assert officer.status()["outbox"] == 0
