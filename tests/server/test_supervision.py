"""Supervision sets the audience of a case by its dates, without anybody's `assign`; sealing keys are published."""

from __future__ import annotations

import datetime

import pytest

from icjims_core.directory import SealingEntry, SupervisionEntry, read_entry
from icjims_core.problem import Refused
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.services.scope import scopes, supervision
from tests.server.console import Console
from tests.server.town import Town
from tests.server.workstation import Workstation

DAY = 24 * 3600 * 1000


def day(town: Town, shift: int = 0) -> str:
    """The date in Bishkek so many days from now."""
    today = datetime.date.fromisoformat(scopes.today(town.centre))
    return (today + datetime.timedelta(days=shift)).isoformat()


def directory(town: Town) -> list[object]:
    with town.centre.database.read() as connection:
        return [*people.everything(connection)]


def cases(station: Workstation, office: str) -> int:
    """How many revisions a workstation holds of its office's feed."""
    return len(station.held.get(f"office:{office}", {}))


def check_whole(town: Town) -> None:
    town.project()
    assert verification.verify(town.centre).wrong == []


def test_cases_of_a_supervised_office_old_and_new_reach_the_prosecutor_and_nobody_else(town: Town) -> None:
    police, prosecution, other = town.office(), town.office(), town.office()
    officer, prosecutor = town.station(police), town.station(prosecution, role="prosecutor")
    stranger = town.station(other, role="prosecutor")
    officer.new_case(note="before")
    officer.sync()
    supervision.declare(town.centre, police, prosecution, since=None, until=None)
    officer.new_case(note="after")
    officer.sync()
    for station in (officer, prosecutor, stranger):
        assert station.agrees(station.sync())
    assert (cases(prosecutor, prosecution), cases(stranger, other)) == (2, 0)
    check_whole(town)


def test_what_the_prosecutor_writes_in_such_a_case_counts(town: Town) -> None:
    police, prosecution = town.office(), town.office()
    officer, prosecutor = town.station(police), town.station(prosecution, role="prosecutor")
    supervision.declare(town.centre, police, prosecution, since=None, until=None)
    case = officer.new_case()
    officer.sync()
    prosecutor.sync()
    prosecutor.act(prosecutor.revision(b"p" * 16, type="sealed_record", case=case, put={"suite": "x"}))
    assert prosecutor.sync().codes == [("stored", "")]
    assert officer.agrees(officer.sync())
    assert cases(officer, police) == 2


def test_an_end_keeps_what_was_and_lets_no_later_case_in(town: Town) -> None:
    police, prosecution = town.office(), town.office()
    officer, prosecutor = town.station(police), town.station(prosecution, role="prosecutor")
    supervision.declare(town.centre, police, prosecution, since=day(town, -1), until=None)
    officer.new_case(note="during")
    officer.sync()
    supervision.declare(town.centre, police, prosecution, since=day(town, -1), until=day(town))
    officer.new_case(note="later")
    officer.sync()
    prosecutor.sync()
    assert cases(prosecutor, prosecution) == 1


def test_it_begins_on_its_day_for_the_cases_that_are_there(town: Town) -> None:
    police, prosecution = town.office(), town.office()
    officer, prosecutor = town.station(police), town.station(prosecution, role="prosecutor")
    officer.new_case()
    officer.sync()
    supervision.declare(town.centre, police, prosecution, since=day(town, 1), until=None)
    prosecutor.sync()
    assert cases(prosecutor, prosecution) == 0
    town.shift_ms += DAY
    assert supervision.begin(town.centre) == 1
    assert supervision.begin(town.centre) == 0
    prosecutor.sync()
    assert cases(prosecutor, prosecution) == 1


def test_a_case_that_comes_to_a_supervised_office_comes_to_its_prosecutor(town: Town) -> None:
    first, police, prosecution = town.office(), town.office(), town.office()
    officer, prosecutor = town.station(first), town.station(prosecution, role="prosecutor")
    supervision.declare(town.centre, police, prosecution, since=None, until=None)
    case = officer.new_case()
    officer.sync()
    scopes.assign(town.centre, case, office=police, login=None, until=None)
    prosecutor.sync()
    assert cases(prosecutor, prosecution) == 1
    check_whole(town)


@pytest.mark.parametrize(
    ("since", "until", "code"),
    [("2026-02-30", None, "bad_date"), ("20260301", None, "bad_date"), ("2026-03-02", "2026-03-01", "bad_date")],
)
def test_dates_that_are_none_are_refused(town: Town, since: str, until: str | None, code: str) -> None:
    police, prosecution = town.office(), town.office()
    with pytest.raises(Refused, match=code):
        supervision.declare(town.centre, police, prosecution, since=since, until=until)


def test_an_office_supervises_others_that_exist(town: Town) -> None:
    police = town.office()
    with pytest.raises(Refused, match="own_supervision"):
        supervision.declare(town.centre, police, police, since=None, until=None)
    with pytest.raises(Refused, match="no_such_office"):
        supervision.declare(town.centre, police, "nowhere", since=None, until=None)


def test_the_directory_tells_of_sealing_keys_and_supervision(town: Town) -> None:
    police, prosecution = town.office(), town.office()
    officer = town.station(police)
    supervision.declare(town.centre, police, prosecution, since="2026-01-01", until=None)
    key = officer.keys.own_sealing.public_key().public_bytes_raw()
    entries = directory(town)
    assert any(isinstance(each, SealingEntry) and each.key == key and each.device == officer.device for each in entries)
    assert SupervisionEntry(1, police, prosecution, "2026-01-01", None) in entries
    told = [read_entry(each, town.centre.keys.public) for each in officer.sync().welcome.directory]
    assert any(isinstance(each, SealingEntry) and each.key == key for each in told)
    assert any(isinstance(each, SupervisionEntry) and each.office == police for each in told)


def test_the_console_sets_and_lists_supervision(console: Console) -> None:
    console.do("office", "add", "P", "--name", "Прокуратура")
    stated = console.do("supervision", "set", "A", "P", "--from", "2026-01-01")
    told = {"office": "A", "prosecutor": "P", "since": "2026-01-01", "until": None}
    assert stated == {"supervision": told}
    ended = console.do("supervision", "set", "A", "P", "--from", "2026-01-01", "--until", "2026-06-01")
    assert console.do("supervision", "list") == {"supervision": [told | {"until": "2026-06-01"}]}
    assert ended["supervision"] == told | {"until": "2026-06-01"}
