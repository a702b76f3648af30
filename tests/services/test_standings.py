"""What the rules say of every case is kept, followed case by case, and never believed longer than it holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from importlib import resources

import pytest
from sqlalchemy import delete, select

from icjims_core import codes
from icjims_core.codes.published import PublishedLists
from icjims_core.deadlines import rules, shipped_rules
from icjims_core.deadlines.rules import shipped_files
from icjims_core.directory import PublicationEntry
from icjims_core.publishing import publications
from icjims_desktop.services.law import due_dates, standings
from icjims_desktop.services.law.standings import Entry
from icjims_desktop.services.recording import assignments
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.keys.slots import Person
from icjims_desktop.store.log import erase
from icjims_desktop.store.own_tables import standing_table
from icjims_desktop.store.projections import standings as store
from icjims_desktop.store.safekeeping import verify
from icjims_desktop.ui.today.waiting import waits
from tests.services.bureau import PASSWORD, Bureau, edit, new_case, new_person, text
from tests.services.test_numbering import entry


@pytest.fixture
def officer(bureau: Bureau) -> Workspace:
    return bureau.open("sydykov", "investigator")


@pytest.fixture
def rules_shipped_again() -> Iterator[None]:
    """What a test publishes is gone after it."""
    yield
    rules.install(None)
    codes.install(PublishedLists())


def held(workspace: Workspace, case: bytes, at: str = "2026-09-21 18:00") -> bytes:
    """An apprehension of a person of the case."""
    person = new_person(workspace, case)
    words = (f"person={text(person)}", f'actual_times:={{"at": "{at}", "source": "protocol"}}')
    return workspace.records.new("apprehension", assignments.parse(words), case=case).record


def kept(workspace: Workspace, case: bytes) -> tuple[str, tuple[Entry, ...]]:
    return workspace.standings.kept()[case]


def rules_of(workspace: Workspace, case: bytes) -> set[str]:
    return {each.rule for each in kept(workspace, case)[1]}


def test_what_is_kept_is_what_the_rules_say(officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    assert officer.standings.catch_up() == 1
    stage, entries = kept(officer, case)
    assert stage == officer.procedure.course(case, "en")["state"]
    told = officer.procedure.deadlines(case, "en")["deadlines"]
    assert isinstance(told, list)
    assert {each.key for each in entries} == {standings.key_of(each) for each in told}
    assert {each.severity for each in entries} >= {"A"}


def test_a_due_date_tells_the_number_that_the_register_gave(officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    officer.standings.catch_up()
    entry(officer, case, "register_number=08-009-2026-000412")
    officer.standings.catch_up()
    (told,) = officer.standings.described([(case, kept(officer, case)[1][0])], "ru")
    assert told.case["register_number"] == "08-009-2026-000412"


def test_only_what_changed_is_computed_again(officer: Workspace) -> None:
    first, second = new_case(officer), new_case(officer)
    assert officer.standings.catch_up() == 2
    assert officer.standings.catch_up() == 0
    held(officer, second)
    seen: list[tuple[int, int]] = []
    assert officer.standings.catch_up(lambda done, total: seen.append((done, total))) == 1
    assert seen == [(0, 1), (1, 1)]
    assert "D20" in rules_of(officer, second)
    assert "D20" not in rules_of(officer, first)


def test_time_alone_makes_it_be_computed_again(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case, "2026-09-21 18:00")
    officer.standings.catch_up()
    before = {each.rule: each for each in kept(officer, case)[1]}
    due = before["D20"].due
    assert due is not None
    assert before["D20"].state == "running"
    bureau.time = due + 1_000
    assert officer.standings.catch_up() == 1
    after = {each.rule: each for each in kept(officer, case)[1]}
    assert after["D20"].state == "missed"


def test_a_clock_that_goes_back_is_not_believed(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    officer.standings.catch_up()
    bureau.time -= 3 * 24 * 3_600_000
    assert officer.standings.catch_up() == 1
    assert all(each.uncertain for each in kept(officer, case)[1])


def test_other_rules_forget_what_was_kept(officer: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    new_case(officer)
    officer.standings.catch_up()
    monkeypatch.setattr(standings, "edition", lambda _clock: b"other rules")
    assert officer.standings.catch_up() == 1


def publish(bureau: Bureau, edition: str, old: str, new: str) -> None:
    """An edition of the rules on liberty as it comes from the centre."""
    text = shipped_files()["02_liberty"].replace('edition = "2026-1"', f'edition = "{edition}"', 1).replace(old, new, 1)
    assert new in text
    entry = PublicationEntry(len(bureau.entries) + 1, "deadlines", "02_liberty", edition, publications.pack(text))
    bureau._enter(entry)
    bureau.publish()


def test_published_rules_make_anew_what_is_kept_and_those_that_cannot_be_used_leave_the_former(
    bureau: Bureau, officer: Workspace, rules_shipped_again: None
) -> None:
    case = new_case(officer)
    held(officer, case, "2026-09-21 18:00")
    officer.standings.catch_up()
    before = {each.rule: each for each in kept(officer, case)[1]}["D20"]
    publish(bureau, "2026-2", "n = 12", "n = 6")
    assert officer.standings.kept() == {}, "nothing is shown by rules that are no more in force"
    assert officer.standings.catch_up() == 1
    after = {each.rule: each for each in kept(officer, case)[1]}["D20"]
    assert before.due is not None
    assert after.due == before.due - 6 * 3_600_000
    told = officer.procedure.deadlines(case, "ru")["deadlines"]
    assert isinstance(told, list)
    said = next(each for each in told if each["rule"] == "D20")
    assert standings.key_of(said) == after.key
    assert any("правила издания 2026-2" in each for each in said["explanation"])
    publish(bureau, "2026-3", "n = 12", 'n = "six"')
    assert officer.standings.catch_up() == 0
    assert kept(officer, case)[1] == officer.standings.of([case])[case][1]
    status = officer.status()
    assert status["rules"] == {**shipped_rules().editions, "02_liberty": "2026-2"}
    (wrong,) = officer.desk.publications.refused
    assert (wrong.code, wrong.params["file"]) == ("deadline_rules_malformed", "02_liberty")
    assert status["rules_refused"] == [{"code": wrong.code, **wrong.params}]
    (waiting,) = (each for each in waits(officer, datetime.datetime.now(datetime.UTC)) if each.id == "rules")
    assert "02_liberty" in waiting.title


@pytest.mark.usefixtures("rules_shipped_again")
def test_a_published_gravity_makes_anew_what_is_kept(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    words = ("article=128", "part=1", "decided_at=2026-09-01 09:00", "occasion=citizen_statement")
    officer.records.new("initiation", assignments.parse(words), case=case)
    officer.standings.catch_up()
    assert {"D50", "D51"} & rules_of(officer, case) == {"D51"}
    lists = resources.files("icjims_core.codes.lists")
    _, rest = (lists / "criminal_code_article.toml").read_text(encoding="utf-8").split("\n", 1)
    before, of_article = rest.split('{ code = "128"', 1)
    changed = of_article.replace('"1" = "T"', '"1" = "N"', 1)
    body = publications.pack(f'edition = "2099-1"\n{before}{{ code = "128"{changed}')
    bureau._enter(PublicationEntry(len(bureau.entries) + 1, "list", "criminal_code_article", "2099-1", body))
    bureau.publish()
    assert officer.standings.kept() == {}
    assert officer.standings.catch_up() == 1
    assert {"D50", "D51"} & rules_of(officer, case) == {"D50"}


def test_it_is_disposable(officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    officer.standings.catch_up()
    before = kept(officer, case)
    with officer.desk.store.database.write() as connection:
        connection.execute(delete(standing_table))
    assert officer.standings.kept() == {}
    officer.standings.catch_up()
    assert kept(officer, case) == before
    verify.heal(officer.desk.store.database)
    officer.standings.catch_up()
    assert kept(officer, case) == before


def test_what_is_kept_goes_when_something_is_erased(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    person = new_person(officer, case)
    bureau.exchange()
    officer.standings.catch_up()
    erase.erase(officer.store.database, person, basis="ст. 1", now=bureau.time)
    assert case not in officer.standings.kept()
    assert officer.standings.catch_up() == 1


def test_times_stated_otherwise_are_known_of_each_case(officer: Workspace) -> None:
    case, other = new_case(officer), new_case(officer)
    apprehension = held(officer, case)
    held(officer, other)
    edit(officer, apprehension, 'actual_times:={"at": "2026-09-21 16:05", "source": "lawyer", "by": "Асанова"}')
    officer.standings.catch_up()
    assert officer.standings.alerted() == [case]


def test_it_holds_no_text_of_a_case(officer: Workspace) -> None:
    case = new_case(officer)
    person = new_person(officer, case, "surname=Турсуналиева")
    edit(officer, case, "summary=Похищена корова чёрной масти")
    officer.standings.catch_up()
    with officer.desk.view() as view:
        bodies = b"".join(each.body for each in store.every(view.connection))
    for word in ("Турсуналиева", "корова"):
        assert word.encode() not in bodies
    assert person


def test_a_number_of_ends_is_told_and_the_strictest_is_kept(officer: Workspace) -> None:
    case = new_case(officer)
    apprehension = held(officer, case, "2026-09-21 18:00")
    edit(officer, apprehension, "order_at=2026-09-21 19:30")
    officer.standings.catch_up()
    entry = next(each for each in kept(officer, case)[1] if each.rule == "D20")
    told = officer.procedure.deadlines(case, "ru")["deadlines"]
    assert isinstance(told, list)
    shown = next(each for each in told if each["rule"] == "D20")
    ends = sorted((each["due"], each["acted_on"]) for each in shown["ends"])
    assert entry.ends == len(ends) == 2
    assert ends[0][1] is True
    assert ends[1][1] is False
    assert datetime.datetime.fromisoformat(ends[0][0]).timestamp() * 1000 == entry.due


def test_what_recurs_is_told_once(officer: Workspace) -> None:
    case = new_case(officer)
    officer.standings.catch_up()
    for each in kept(officer, case)[1]:
        assert each.state in {one.value for one in due_dates.OPEN}
    periodic = [(each.rule, each.person) for each in kept(officer, case)[1] if each.times > 1]
    assert len(periodic) == len(set(periodic))


def test_the_cases_of_the_user_are_those_he_is_entered_for(officer: Workspace) -> None:
    mine, other = new_case(officer), new_case(officer)
    edit(officer, mine, f"responsible={officer.me.name or officer.me.login}")
    edit(officer, other, "responsible=Кто-то Другой")
    assert officer.standings.responsible_for() == {mine}


def test_looking_at_due_dates_is_an_act(bureau: Bureau, officer: Workspace) -> None:
    case = new_case(officer)
    held(officer, case)
    officer.standings.catch_up()
    dues = [(case, each) for each in kept(officer, case)[1]]
    told = officer.standings.described(dues, "ru")
    assert len(told) == len(dues)
    assert any(each.person for each in told)
    assert codes.code_list("case_stage").label(kept(officer, case)[0], "ru")


def test_due_dates_of_a_private_file_are_told_to_the_admitted_alone_whoever_counted_first_on_a_workstation(
    bureau: Bureau,
) -> None:
    helper = bureau.open("helper", "probation_officer")
    case = new_case(helper)
    words = (f"person={text(new_person(helper, case))}", "kind=executive", "in_force_date=2026-09-10")
    act = helper.records.new("supervision", assignments.parse(words), case=case).record
    second = helper.store.users.add(Person("aida"), PASSWORD)
    helper.store.describe(second, bureau.enrolled("aida", "investigator", helper.me.device))
    helper.standings.catch_up()
    assert text(act) in {each.record for each in kept(helper, case)[1]}
    helper.close()
    other = bureau.again("aida", station="helper")
    assert text(act) not in {each.record for _, several in other.standings.kept().values() for each in several}
    other.standings.catch_up()
    assert text(act) not in {each.record for each in kept(other, case)[1]}
    other.close()
    again = bureau.again("helper")
    again.standings.catch_up()
    assert text(act) in {each.record for each in kept(again, case)[1]}


def test_due_dates_of_what_is_sealed_are_told_to_its_readers_alone_and_kept_nowhere(bureau: Bureau) -> None:
    duty, clerk = bureau.open("duty", "duty_officer"), bureau.open("clerk", "clerk")
    bureau.open("prosecutor", "prosecutor", office="P01")
    bureau.supervise("001", "P01")
    case = new_case(duty)
    person = new_person(duty, case)
    said = (f"person={text(person)}", "received_times=2026-09-21 18:00", "account=Били")
    act = duty.records.new("allegation", assignments.parse(said), case=case).record
    bureau.exchange()
    for each in (duty, clerk):
        each.standings.catch_up()
    mine = [each for each in kept(duty, case)[1] if each.record == text(act)]
    assert mine, "the reader sees what runs from it"
    assert [each for each in duty.standings.of([case])[case][1] if each.record == text(act)] == mine
    assert text(act) not in {each.record for each in kept(clerk, case)[1]}
    with duty.store.database.read() as connection:
        body = connection.scalar(select(standing_table.c.body).where(standing_table.c.case_id == case))
    assert body is not None
    assert text(act).encode() not in body
    duty.records.edit(act, assignments.parse(("forwarded_at=2026-09-21 19:00",)))
    again = {each.rule for each in kept(duty, case)[1] if each.record == text(act)}
    assert again != {each.rule for each in mine}, "what is done is counted at once"
