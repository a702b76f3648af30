"""Who may see a case, and that nobody else sees a byte of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from icjims_core.packing import OpenAct
from icjims_core.problem import Refused
from icjims_core.wire import ActPart, JoinPart, LeavePart
from icjims_sync_server.services.administration import people
from icjims_sync_server.services.safekeeping import verification
from icjims_sync_server.services.scope import scopes
from icjims_sync_server.store import feeds
from tests.server.town import Town
from tests.server.workstation import new_id


def check_whole(town: Town) -> None:
    """Everything in the centre holds together."""
    town.project()
    assert verification.verify(town.centre).wrong == []


def test_an_assigned_case_comes_with_its_history_and_what_follows(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, theirs = town.station(here), town.station(there)
    case, private = mine.new_case(), mine.new_case(note="CANARY-private")
    mine.act(
        mine.revision(new_id(), type="person", case=case, put={"surname": "shared"}),
        mine.revision(new_id(), type="person", case=private, put={"surname": "CANARY-mixed"}),
    )
    mine.sync()
    change = scopes.assign(town.centre, case, office=there, login=None, until=None)
    assert (change.feed, change.changed) == (f"office:{there}", True)
    assert not scopes.assign(town.centre, case, office=there, login=None, until=None).changed
    answer = theirs.sync()
    assert theirs.agrees(answer)
    assert len(theirs.held[f"office:{there}"]) == 2
    assert isinstance(answer.pages[0].parts[0], JoinPart)
    mine.act(mine.revision(new_id(), type="person", case=case, put={"surname": "later"}))
    mine.sync()
    theirs.act(theirs.revision(new_id(), type="person", case=case, put={"surname": "answer"}))
    assert theirs.agrees(theirs.sync())
    assert mine.agrees(mine.sync())
    assert len(theirs.held[f"office:{there}"]) == 4
    assert b"CANARY" not in b"".join(theirs.raw)
    shown = [part.act for page in answer.pages for part in page.parts if isinstance(part, ActPart)]
    assert {OpenAct(act).header.replica for act in shown} == {mine.replica}
    check_whole(town)


def test_a_withdrawn_case_is_sent_no_more_wherever_the_cursor_stands(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, early, late = town.station(here), town.station(there), town.station(there)
    case = mine.new_case(note="CANARY-gone")
    mine.act(mine.revision(new_id(), type="person", case=case, put={"surname": "CANARY-gone"}))
    mine.sync()
    scopes.assign(town.centre, case, office=there, login=None, until=None)
    early.sync()
    assert len(early.held[f"office:{there}"]) == 2
    scopes.withdraw(town.centre, case, office=there, login=None)
    answer = early.sync()
    assert [type(part) for page in answer.pages for part in page.parts] == [LeavePart]
    assert early.agrees(answer)
    assert early.held[f"office:{there}"] == {}
    assert late.agrees(late.sync())
    assert b"CANARY" not in b"".join(late.raw)
    scopes.assign(town.centre, case, office=there, login=None, until=None)
    for station in (early, late):
        assert station.agrees(station.sync())
        assert len(station.held[f"office:{there}"]) == 2
    check_whole(town)


def test_a_personal_grant_goes_to_that_person_s_devices_only_and_ends_by_itself(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, granted, colleague = town.station(here), town.station(there, login="granted"), town.station(there)
    case = mine.new_case(note="CANARY-grant")
    mine.sync()
    until = town.clock() + 3_600_000
    change = scopes.assign(town.centre, case, office=there, login="granted", until=until)
    assert change.feed.startswith("user:")
    assert granted.agrees(granted.sync())
    assert len(granted.held[change.feed]) == 1
    colleague.sync()
    assert b"CANARY-grant" not in b"".join(colleague.raw)
    town.shift_ms = 3_700_000
    answer = granted.sync()
    assert granted.agrees(answer)
    assert granted.held[change.feed] == {}
    check_whole(town)


def test_a_disabled_person_s_grants_end(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, other = town.station(here), town.station(there, login="leaver")
    case = mine.new_case()
    mine.sync()
    change = scopes.assign(town.centre, case, office=there, login="leaver", until=None)
    other.sync()

    town.centre.database.write(lambda connection: scopes.withdraw_all(connection, town.centre, change.feed))
    assert other.agrees(other.sync())
    assert other.held[change.feed] == {}


def test_own_work_on_a_case_that_left_and_came_back_is_sent_in_full(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, theirs = town.station(here), town.station(there)
    case = mine.new_case()
    mine.sync()
    scopes.assign(town.centre, case, office=there, login=None, until=None)
    theirs.sync()
    theirs.act(theirs.revision(new_id(), type="person", case=case, put={"surname": "own work"}))
    theirs.sync()
    scopes.withdraw(town.centre, case, office=there, login=None)
    theirs.sync()
    theirs.own.clear()  # as a purge does
    scopes.assign(town.centre, case, office=there, login=None, until=None)
    assert theirs.agrees(theirs.sync())
    assert len(theirs.held[f"office:{there}"]) == 2


def test_records_without_a_case_stay_in_their_office(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, colleague, theirs = town.station(here), town.station(here), town.station(there)
    mine.act(mine.revision(new_id(), type="person", put={"surname": "CANARY-office"}))
    mine.sync()
    assert colleague.agrees(colleague.sync())
    assert len(colleague.held[f"office:{here}"]) == 1
    theirs.sync()
    assert b"CANARY-office" not in b"".join(theirs.raw)


def test_absent_and_forbidden_cases_and_offices(town: Town) -> None:
    office, other = town.office(), town.office()
    town.station(other, login="elsewhere")
    refusals: list[tuple[str, Callable[[], object]]] = [
        ("no_such_case", lambda: scopes.assign(town.centre, new_id(), office=office, login=None, until=None)),
        ("no_such_case", lambda: scopes.withdraw(town.centre, new_id(), office=office, login=None)),
        ("no_such_office", lambda: scopes.assign(town.centre, new_id(), office="NONE", login=None, until=None)),
        ("no_such_user", lambda: scopes.assign(town.centre, new_id(), office=office, login="nobody", until=None)),
        (
            "user_of_other_office",
            lambda: scopes.assign(town.centre, new_id(), office=office, login="elsewhere", until=None),
        ),
        ("bad_date", lambda: scopes.assign(town.centre, new_id(), office=office, login=None, until=1)),
    ]
    for code, call in refusals:
        with pytest.raises(Refused, match=code):
            call()


def test_the_matrix_of_offices_and_cases(town: Town) -> None:
    """Every device holds exactly the cases of its audiences; no canary crosses a border."""
    offices = [town.office() for _ in range(3)]
    stations = {office: town.station(office) for office in offices}
    cases: dict[bytes, set[str]] = {}
    canaries: dict[bytes, str] = {}
    for home in offices:
        for guests in ([], [offices[0]], [offices[1], offices[2]]):
            case = new_id()
            canaries[case] = f"CANARY-{case.hex()}"
            stations[home].new_case(case, note=canaries[case])
            cases[case] = {home, *guests}
        stations[home].sync()
    for case, audience in cases.items():
        for office in audience:
            scopes.assign(town.centre, case, office=office, login=None, until=None)
    for office, station in stations.items():
        assert station.agrees(station.sync())
        expected = {case for case, audience in cases.items() if office in audience}
        seen = b"".join([*station.raw, *station.held[f"office:{office}"].values()])
        assert {case for case in cases if canaries[case].encode() in seen} == expected
        with town.centre.database.read() as connection:
            found = [case for case in cases if f"office:{office}" in scopes.feed_names(connection, case)]
        assert set(found) == expected
    check_whole(town)


def test_a_restored_life_of_the_feeds_is_read_again_from_the_start(town: Town) -> None:
    office = town.office()
    one, two = town.station(office), town.station(office)
    for _ in range(3):
        one.new_case()
    one.sync()
    two.sync()
    feed = f"office:{office}"
    cursor = two.cursors[feed]
    two.cursors[feed] = type(cursor)(feed, new_id(), 77)
    answer = two.sync()
    assert [page.start for page in answer.pages] == [0]
    assert two.agrees(answer)
    empty = f"user:{_user_of(town, two.device).hex()}"
    two.cursors[empty] = type(cursor)(empty, new_id(), 5)
    answer = two.sync()
    assert [(page.feed, page.start, page.end, page.parts) for page in answer.pages] == [(empty, 0, 0, ())]


def _user_of(town: Town, device: bytes) -> bytes:
    with town.centre.database.read() as connection:
        return people.users_of(connection, device)[0]


def test_w27_feeds_of_others_are_never_read_by_a_cursor(town: Town) -> None:
    here, there = town.office(), town.office()
    mine, theirs = town.station(here), town.station(there)
    mine.new_case(note="CANARY-cursor")
    mine.sync()
    theirs.cursors[f"office:{here}"] = next(iter(mine.cursors.values()))
    theirs.cursors[feeds.user_feed(new_id())] = next(iter(mine.cursors.values()))
    answer = theirs.sync()
    assert {state.feed.partition(":")[2] for state in answer.closing.feeds if state.feed.startswith("office")} == {
        there
    }
    assert answer.pages == []
    assert b"CANARY-cursor" not in b"".join(theirs.raw)
