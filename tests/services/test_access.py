"""Rights on real stores: who decides about liberty, who is asked for a purpose, who reads the log, who stands in."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from icjims_core import wire
from icjims_core.problem import Refused
from icjims_desktop.services import assignments, audit_log, identifiers
from icjims_desktop.services.assignments import Assignment, Operator
from icjims_desktop.services.audit_log import LogFilter
from icjims_desktop.services.workspace import Workspace
from icjims_desktop.store.slots import Person
from tests.services.bureau import EPOCH, OFFICE, PASSWORD, Bureau, edit, new_case, new_person, text, values

PROSECUTORS, OTHERS = "109", "008"


class District(Bureau):
    """A bureau from whose feed workstations of other offices are given cases."""

    def grant(self, workspace: Workspace, cases: list[bytes]) -> None:
        """Everything of the feed so far goes to a workstation of another office."""
        office, _ = workspace.me.feeds
        parts: list[wire.Part] = [wire.JoinPart(at, case) for at, case in enumerate(cases, start=1)]
        parts += [wire.ActPart(at, act) for at, act in enumerate(self.feed, start=len(parts) + 1)]
        workspace.store.journal.take_page(wire.Page(office, EPOCH, 0, len(parts), tuple(parts)))


@pytest.fixture
def district(tmp_path: Path) -> Iterator[District]:
    made = District(tmp_path)
    yield made
    made.close()


def apprehended(workspace: Workspace, case: bytes) -> bytes:
    person = new_person(workspace, case)
    actual = 'actual_times:={"at": "2026-09-19 10:00", "source": "officer"}'
    words = [f"person={text(person)}", "ground=caught", "motive=Застигнут на месте", actual]
    return make(workspace, "apprehension", case, *words)


def make(workspace: Workspace, type_: str, case: bytes | None, *words: str) -> bytes:
    return workspace.records.new(type_, assignments.parse(words), case=case).record


def events(bureau: Bureau, workspace: Workspace, kind: str) -> list[dict[str, Any]]:
    return [dict(each) for each in bureau.audit(workspace) if each["event"] == kind]


# --- disputes on liberty ---------------------------------------------------------------------------------------------


@pytest.fixture
def trio(district: District) -> tuple[Workspace, Workspace, Workspace]:
    """Two investigators and a prosecutor of one feed."""
    return (
        district.open("aida", "investigator"),
        district.open("bakyt", "investigator"),
        district.open("cholpon", "prosecutor"),
    )


@pytest.fixture
def disputed(district: District, trio: tuple[Workspace, Workspace, Workspace]) -> bytes:
    """An apprehension whose release two investigators tell differently."""
    aida, bakyt, _ = trio
    record = apprehended(aida, new_case(aida))
    district.exchange()
    edit(aida, record, "released_at=2026-09-20 10:00", "release_ground=no_need", "visible_injuries=нет")
    edit(bakyt, record, "released_at=2026-09-20 18:00", "release_ground=no_need")
    district.exchange()
    return record


def dot_of(workspace: Workspace, author: str) -> str:
    (conflict,) = workspace.records.conflicts()["conflicts"]  # type: ignore[misc]
    found: Any = conflict
    return str(next(each["dot"] for each in found["siblings"] if each["author"] == author))


def test_no_author_decides_about_liberty(trio: tuple[Workspace, Workspace, Workspace], disputed: bytes) -> None:
    for each in trio[:2]:
        with pytest.raises(Refused) as refused:
            each.records.resolve(disputed, "released_at", dot_of(each, each.me.login), "я прав")
        assert refused.value.code == "may_not_resolve"
        assert refused.value.params["unit"] == "release"


def test_a_clerk_does_not_decide_about_liberty_but_about_the_rest(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    clerk = district.open("dinara", "clerk")
    district.exchange()
    with pytest.raises(Refused, match="may_not_resolve"):
        clerk.records.resolve(disputed, "release", dot_of(clerk, "aida"), "по бумагам")
    edit(trio[0], disputed, "belongings=телефон")
    edit(clerk, disputed, "belongings=сумка")
    district.exchange()
    clerk.records.resolve(disputed, "belongings", Assignment("belongings", Operator.TEXT, "телефон, сумка"), "опись")
    assert values(clerk, disputed)["belongings"] == "телефон, сумка"


def test_the_prosecutor_decides_and_both_values_stay(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, _, prosecutor = trio
    prosecutor.records.resolve(disputed, "released_at", dot_of(prosecutor, "bakyt"), "по журналу ИВС")
    district.exchange()
    assert aida.records.conflicts() == {"conflicts": []}
    assert str(values(aida, disputed)["released_at"]).startswith("2026-09-20T18:00")
    told = str(aida.records.history(disputed))
    assert "2026-09-20T10:00" in told
    assert "по журналу ИВС" in told


def test_what_the_prosecutor_decided_is_not_edited_away(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, _, prosecutor = trio
    prosecutor.records.resolve(disputed, "released_at", dot_of(prosecutor, "bakyt"), "по журналу ИВС")
    district.exchange()
    with pytest.raises(Refused, match="may_not_resolve"):
        edit(aida, disputed, "released_at=2026-09-20 10:00", "release_ground=no_need")
    edit(aida, disputed, "belongings=телефон")
    edit(prosecutor, disputed, "released_at=2026-09-20 17:30", "release_ground=no_need")


def test_a_field_on_liberty_without_dispute_is_edited_by_its_writers(
    trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    edit(trio[0], disputed, "visible_injuries=ссадина")
    edit(trio[0], disputed, "visible_injuries=ссадина на лбу")


def test_the_author_explains_and_it_is_shown_with_the_values(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    aida, _, prosecutor = trio
    aida.records.explain(disputed, "released_at", "Отпущен по моему звонку, журнал заполнен позже.")
    with pytest.raises(Refused, match="may_not_explain"):
        prosecutor.records.explain(disputed, "released_at", "не моё")
    with pytest.raises(Refused, match="no_conflict"):
        aida.records.explain(disputed, "visible_injuries", "и это")
    with pytest.raises(Refused, match="reason_required"):
        aida.records.explain(disputed, "released_at", " ")
    district.exchange()
    (conflict,) = prosecutor.records.conflicts()["conflicts"]  # type: ignore[misc]
    found: Any = conflict
    assert found["decided_by"] == "prosecutor"
    assert [(each["author"], each["text"]) for each in found["explanations"]] == [
        ("aida", "Отпущен по моему звонку, журнал заполнен позже.")
    ]


def test_only_the_supervising_office_decides_once_supervision_is_on_record(
    district: District, trio: tuple[Workspace, Workspace, Workspace], disputed: bytes
) -> None:
    prosecutor = trio[2]
    case = identifiers.parse(str(prosecutor.records.show(disputed)["case"]))
    mine = dot_of(prosecutor, "aida")
    district.supervise(OFFICE, PROSECUTORS, "2026-01-01")
    with pytest.raises(Refused, match="may_not_resolve"):
        prosecutor.records.resolve(disputed, "release", mine, "x")
    assert prosecutor.records.conflicts() == {"conflicts": [], "withheld": 1}
    theirs = district.open("erkin", "prosecutor", office=PROSECUTORS)
    district.grant(theirs, [case])
    theirs.records.resolve(disputed, "release", dot_of(theirs, "aida"), "по материалам надзора")
    assert theirs.records.conflicts() == {"conflicts": []}


# --- one's own cases -------------------------------------------------------------------------------------------------


def taken(workspace: Workspace, login: str, case: bytes | None = None) -> bytes:
    """A case that an officer has accepted."""
    case = case or new_case(workspace)
    make(
        workspace,
        "acceptance",
        case,
        "kind=single",
        "officer=Осмонов",
        f"login={login}",
        "accepted_at=2026-09-01 09:00",
    )
    return case


def test_a_head_says_why_he_looks_into_an_officers_case(district: District) -> None:
    aida, head = district.open("aida", "investigator"), district.open("head", "head")
    case = taken(aida, "aida")
    district.exchange()
    before = len(events(district, head, "consultation"))
    for look in (head.records.show, head.records.case, head.records.history, head.cases.history):
        with pytest.raises(Refused, match="purpose_required"):
            look(case)
    for look in (head.procedure.course, head.cases.file, head.cases.step):
        with pytest.raises(Refused, match="purpose_required"):
            look(case, "ru")
    with pytest.raises(Refused, match="purpose_required"):
        head.records.show(case, purpose="просто посмотреть")
    assert len(events(district, head, "consultation")) == before
    assert head.records.list("case") == {"records": [], "withheld": 1}
    assert head.records.show(case, purpose="supervision: жалоба потерпевшего")["id"] == text(case)
    told = events(district, head, "consultation")[-1]
    assert (told["purpose"], told["purpose_text"]) == ("supervision", "жалоба потерпевшего")
    head.procedure.course(case, "ru")
    assert events(district, head, "consultation")[-1]["purpose"] == "supervision"
    assert len(head.records.list("case")["records"]) == 1  # type: ignore[arg-type]
    assert aida.records.show(case)["id"] == text(case)


def test_a_purpose_ends_with_the_lock(district: District) -> None:
    aida, head = district.open("aida", "investigator"), district.open("head", "head")
    case = taken(aida, "aida")
    district.exchange()
    head.state_purpose(case, "supervision")
    head.records.show(case)
    head.close()
    with pytest.raises(Refused, match="purpose_required"):
        district.again("head").records.show(case)


def test_colleagues_clerks_and_prosecutors_are_not_asked(district: District) -> None:
    aida = district.open("aida", "investigator")
    others = [district.open(each, each) for each in ("investigator", "clerk", "duty_officer", "prosecutor")]
    case = taken(aida, "aida")
    district.exchange()
    for each in others:
        assert each.records.show(case)["id"] == text(case)


def test_a_case_of_another_office_is_open_to_its_clerk_and_asked_of_an_investigator_once_taken(
    district: District,
) -> None:
    aida = district.open("aida", "investigator")
    case, free = taken(aida, "aida"), new_case(aida)
    district.exchange()
    theirs, clerk = (
        district.open("erkin", "investigator", office=OTHERS),
        district.open("clerk", "clerk", office=OTHERS),
    )
    for each in (theirs, clerk):
        district.grant(each, [case, free])
    assert clerk.records.show(case)["id"] == text(case)
    assert theirs.records.show(free)["id"] == text(free)
    with pytest.raises(Refused, match="purpose_required"):
        theirs.records.show(case)
    taken(theirs, "erkin", case)
    assert theirs.records.show(case)["id"] == text(case)


def test_an_ended_or_annulled_acceptance_is_nobodys(district: District) -> None:
    aida, head = district.open("aida", "investigator"), district.open("head", "head")
    case = new_case(aida)
    first = make(aida, "acceptance", case, "kind=single", "officer=О", "login=aida", "accepted_at=2026-09-01 09:00")
    district.exchange()
    assert head.records.list("case") == {"records": [], "withheld": 1}
    aida.records.annul(first, "ошибка")
    district.exchange()
    assert head.records.show(case)["id"] == text(case)
    make(
        aida,
        "acceptance",
        case,
        "kind=single",
        "officer=О",
        "login=aida",
        "accepted_at=2026-09-01 09:00",
        "until=2026-09-02 09:00",
        "end_reason=transferred",
    )
    district.exchange()
    assert head.records.show(case)["id"] == text(case)


def test_keepers_of_the_system_export_nothing_and_overseers_say_why(district: District) -> None:
    aida = district.open("aida", "investigator")
    auditor, keeper = district.open("auditor", "auditor"), district.open("keeper", "security_officer")
    new_case(aida)
    district.exchange()
    path = district.root / "out.jsonl"
    with pytest.raises(Refused, match="may_not_export"):
        keeper.files.give("case", path, purpose="supervision")
    with pytest.raises(Refused, match="purpose_required"):
        auditor.files.give("case", path)
    assert not path.exists()
    assert auditor.files.give("case", path, purpose="supervision: проверка") == 1
    assert events(district, auditor, "consultation")[-1]["purpose_text"] == "проверка"


def test_what_was_opened_for_a_purpose_is_not_printed_by_keepers_of_the_system(district: District) -> None:
    aida, keeper = district.open("aida", "investigator"), district.open("keeper", "security_officer")
    head = district.open("head", "head")
    case = taken(aida, "aida")
    person = text(new_person(aida, case))
    district.exchange()
    path = district.root / "paper.pdf"
    for each in (keeper, head):
        each.state_purpose(case, "supervision: проверка журнала")
        assert each.records.show(case)["id"] == text(case)
    day = datetime.date(2026, 9, 1)
    for printing in (
        lambda: keeper.printing.inventory(case, path, "ru"),
        lambda: keeper.printing.journal("incoming", path, "ru", begin=day, end=day),
        lambda: keeper.passport_paper(case, person, path, "ru"),
    ):
        with pytest.raises(Refused, match="may_not_export"):
            printing()
    assert not path.exists()
    head.printing.inventory(case, path, "ru")
    assert path.exists()


# --- standing in -----------------------------------------------------------------------------------------------------


def test_a_substitute_signs_and_reads_in_the_period_and_the_cases_of_the_order(district: District) -> None:
    aida, bakyt, clerk = (
        district.open("aida", "investigator"),
        district.open("bakyt", "investigator"),
        district.open("clerk", "clerk"),
    )
    case, other = taken(aida, "aida"), taken(aida, "aida")
    acts = {each: apprehended(bakyt_at, each) for bakyt_at in (aida,) for each in (case, other)}
    district.exchange()

    def sign(each: bytes) -> None:
        bakyt.signing.sign(acts[each], bakyt.signing.enter(PASSWORD))

    with pytest.raises(Refused, match="not_in_charge"):
        sign(case)
    make(
        clerk,
        "substitution",
        None,
        "officer=aida",
        "substitute=bakyt",
        "valid_from=2026-09-01 09:00",
        "valid_until=2026-12-31 18:00",
        "all_cases:=false",
        f'cases:=["{text(case)}"]',
    )
    district.exchange()
    sign(case)
    with pytest.raises(Refused, match="not_in_charge"):
        sign(other)
    district.time += 200 * 86_400_000
    acts[case] = acts[other]
    with pytest.raises(Refused, match="not_in_charge"):
        sign(case)


# --- the log ---------------------------------------------------------------------------------------------------------


def log_of(workspace: Workspace, **wanted: Any) -> list[dict[str, Any]]:
    found: Any = workspace.audit_log(LogFilter(**wanted))
    return list(found["events"])


def test_the_log_is_closed_to_most_and_reading_it_is_logged(district: District) -> None:
    for role in ("investigator", "clerk", "judge", "administrator", "inspector"):
        workspace = district.open(role, role)
        with pytest.raises(Refused, match="may_not_read_log"):
            log_of(workspace)
        assert not events(district, workspace, "log")
    auditor = district.open("auditor", "auditor")
    case = new_case(auditor_clerk := district.open("aida", "clerk"))
    auditor_clerk.records.show(case)
    log_of(auditor, user="auditor")
    assert events(district, auditor, "log")[-1]["of_user"] == "auditor"


def test_a_head_reads_of_his_staff_but_not_of_oversight(district: District) -> None:
    """Users of one workstation: its log holds what each of them looked at."""
    aida = district.open("aida", "clerk")
    case = new_case(aida)
    aida.records.show(case)
    add(district, aida, "auditor", "auditor")
    add(district, aida, "head", "head")
    aida.close()
    auditor = district.again("auditor", "aida")
    auditor.records.show(case, purpose="supervision")
    assert {each["user"] for each in log_of(auditor)} == {"aida", "auditor"}
    auditor.close()
    head = district.again("head", "aida")
    assert {each["user"] for each in log_of(head)} == {"aida"}
    assert {each["user"] for each in log_of(head, user="aida")} == {"aida"}
    assert log_of(head, user="auditor") == []
    assert {each.get("case") for each in log_of(head, case=case)} == {text(case)}
    assert log_of(head, since=district.time + 1) == []
    assert log_of(head, until=district.time) == []


def test_a_head_does_not_read_of_a_case_that_may_accuse_his_office(district: District) -> None:
    aida = district.open("aida", "investigator")
    accusing, other = new_case(aida), new_case(aida)
    person = text(new_person(aida, accusing))
    words = (f"person={person}", "received_times=2026-03-07 12:00", "account=Били в отделе")
    make(aida, "allegation", accusing, *words)
    for case in (accusing, other):
        aida.records.show(case)
    add(district, aida, "head", "head")
    add(district, aida, "auditor", "auditor")
    aida.close()
    head = district.again("head", "aida")
    assert {case for each in log_of(head) for case in audit_log.cases_of(each)} == {text(other)}
    head.close()
    auditor = district.again("auditor", "aida")
    assert {case for each in log_of(auditor) for case in audit_log.cases_of(each)} == {text(accusing), text(other)}


def add(district: District, station: Workspace, login: str, role: str) -> None:
    """A further user of a workstation; it is locked afterwards."""
    opened = station.store.users.add(Person(login), PASSWORD)
    told = district.enrolled(login, role, station.me.device)
    station.store.describe(opened, told)
