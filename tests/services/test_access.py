"""Rights on real stores: who is asked for a purpose, whose acceptance counts, who stands in."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from icjims_core.problem import Refused
from icjims_desktop.services.oversight import access as facts
from icjims_desktop.services.oversight import holding
from icjims_desktop.services.oversight.charge import in_charge
from icjims_desktop.services.workspace import Workspace
from tests.services.bureau import PASSWORD, edit, new_case, new_person, text
from tests.services.offices import OTHERS, District, apprehended, events, make

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


def test_an_officer_says_why_he_looks_into_a_colleagues_case(district: District) -> None:
    aida, bakyt = district.open("aida", "investigator"), district.open("bakyt", "investigator")
    case = taken(aida, "aida")
    district.exchange()
    before = len(events(district, bakyt, "consultation"))
    plain: list[Callable[[bytes], object]] = [
        *(bakyt.records.show, bakyt.records.case, bakyt.records.history, bakyt.cases.history)
    ]
    for look in plain:
        with pytest.raises(Refused, match="purpose_required"):
            look(case)
    worded: list[Callable[[bytes, str], object]] = [bakyt.procedure.course, bakyt.cases.file, bakyt.cases.step]
    for read in worded:
        with pytest.raises(Refused, match="purpose_required"):
            read(case, "ru")
    with pytest.raises(Refused, match="purpose_required"):
        bakyt.records.show(case, purpose="просто посмотреть")
    with pytest.raises(Refused, match="purpose_required"):
        bakyt.files.give("case", district.root / "out.jsonl")
    assert len(events(district, bakyt, "consultation")) == before
    assert bakyt.records.show(case, purpose="supervision: просьба коллеги")["id"] == text(case)
    told = events(district, bakyt, "consultation")[-1]
    assert (told["purpose"], told["purpose_text"]) == ("supervision", "просьба коллеги")
    bakyt.procedure.course(case, "ru")
    assert events(district, bakyt, "consultation")[-1]["purpose"] == "supervision"
    assert aida.records.show(case)["id"] == text(case)
    free = new_case(aida)
    district.exchange()
    assert bakyt.records.show(free)["id"] == text(free), "what nobody has taken is the office's"


def test_cases_of_colleagues_are_listed_and_those_taken_in_another_office_are_not(district: District) -> None:
    aida, bakyt = district.open("aida", "investigator"), district.open("bakyt", "investigator")
    case = taken(aida, "aida")
    district.exchange()
    stranger = district.open("erkin", "investigator", office=OTHERS)
    district.grant(stranger, [case])
    assert [each["id"] for each in bakyt.records.list("case")["records"]] == [text(case)]  # type: ignore[attr-defined]
    assert stranger.records.list("case") == {"records": [], "withheld": 1}
    assert len(stranger.records.list("case", purpose="supervision")["records"]) == 1  # type: ignore[arg-type]


def test_a_purpose_ends_with_the_lock(district: District) -> None:
    aida, bakyt = district.open("aida", "investigator"), district.open("bakyt", "inquiry_officer")
    case = taken(aida, "aida")
    district.exchange()
    bakyt.state_purpose(case, "supervision")
    bakyt.records.show(case)
    bakyt.close()
    with pytest.raises(Refused, match="purpose_required"):
        district.again("bakyt").records.show(case)


def test_heads_clerks_prosecutors_and_who_guards_and_treats_are_not_asked_in_their_own_office(
    district: District,
) -> None:
    aida = district.open("aida", "investigator")
    others = [district.open(each, each) for each in ("head", "clerk", "prosecutor", "detention_officer", "judge")]
    case = taken(aida, "aida")
    district.exchange()
    for each in others:
        assert each.records.show(case)["id"] == text(case)


def test_a_case_of_another_office_is_asked_of_everybody_until_it_was_handed_over(district: District) -> None:
    aida = district.open("aida", "investigator")
    case, free = taken(aida, "aida"), new_case(aida)
    district.exchange()

    def theirs(*logins: str) -> list[Workspace]:
        found = [district.open(each, each.split("-")[0], office=OTHERS) for each in logins]
        for each in found:
            district.grant(each, [case, free])
        return found

    for each in theirs("investigator", "clerk"):
        for asked in (case, free):
            with pytest.raises(Refused, match="purpose_required"):
                each.records.show(asked)
    handed_over(aida, case)
    district.exchange()
    for each in theirs("investigator-2", "clerk-2"):
        assert each.records.show(case)["id"] == text(case)
        with pytest.raises(Refused, match="purpose_required"):
            each.records.show(free)


def test_a_case_in_a_colleagues_charge_is_not_given_away(district: District) -> None:
    aida, bakyt = district.open("aida", "investigator"), district.open("bakyt", "investigator")
    case = taken(aida, "aida")
    district.exchange()
    handed_over(bakyt, case)
    district.exchange()

    def have_it() -> bool:
        with bakyt.desk.view() as view:
            return OTHERS in holding.holders(view, case, bakyt.me.office, {})

    assert not have_it()
    handed_over(aida, case)
    district.exchange()
    assert have_it()


def handed_over(by: Workspace, case: bytes, office: str = OTHERS) -> bytes:
    """A hand-over of the case to an office, signed."""
    words = ("kind=jurisdiction", "reason=other_competence", f"to_office={office}", "sent_at=2026-09-02 09:00")
    made = make(by, "handover", case, *words)
    by.signing.sign(made, by.signing.enter(PASSWORD))
    return made


def test_records_of_the_office_that_has_the_case_stand_where_it_was_given_to_another(district: District) -> None:
    officer = district.open("sydykov", "investigator")
    case = taken(officer, "sydykov")
    apprehension = apprehended(officer, case)
    district.exchange()
    colleague = district.open("colleague", "clerk")
    district.exchange()
    for each, words in ((officer, "summary=Грабёж"), (colleague, "summary=Разбой")):
        edit(each, case, words)
    district.exchange()
    other = district.open("isakov", "investigator", office=OTHERS)
    district.grant(other, [case])

    def refused(change: Callable[[], object]) -> bool:
        with pytest.raises(Refused) as raised:
            change()
        return raised.value.code == "record_of_another_office"

    assert refused(lambda: other.records.annul(apprehension, "ошибка"))
    assert refused(lambda: edit(other, case, "received_by=Иной"))
    conflicts: Any = other.records.conflicts(purpose="supervision")["conflicts"]
    assert refused(lambda: other.records.resolve(case, "summary", conflicts[0]["siblings"][0]["dot"], "так"))
    assert refused(lambda: edit(other, apprehension, "lawyer_missing_reason=x"))
    own = new_person(other, case)
    edit(other, own, "name=Бек")


def test_an_acceptance_counts_only_in_an_office_that_the_case_was_handed_over_to(district: District) -> None:
    aida = district.open("aida", "investigator")
    case = taken(aida, "aida")
    refusal = make(aida, "refusal", case, "ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Не подтвердилось")
    district.exchange()

    def charged(by: Workspace) -> set[str]:
        with by.desk.view() as view:
            return set(in_charge(view, [case], datetime.datetime(2026, 9, 21, tzinfo=datetime.UTC))[case].names)

    erkin = district.open("erkin", "investigator", office=OTHERS)
    district.grant(erkin, [case])
    taken(erkin, "erkin", case)
    assert charged(erkin) == {"aida"}
    with pytest.raises(Refused, match="purpose_required"):
        erkin.records.show(case)
    with pytest.raises(Refused, match="record_of_another_office"):
        edit(erkin, refusal, "reasons=Иное")
    with pytest.raises(Refused, match="not_in_charge"):
        erkin.signing.sign(refusal, erkin.signing.enter(PASSWORD))
    handed_over(aida, case)
    district.exchange()
    dastan = district.open("dastan", "investigator", office=OTHERS)
    district.grant(dastan, [case])
    taken(dastan, "dastan", case)
    assert "dastan" in charged(dastan)
    edit(dastan, refusal, "reasons=Иное")


def test_an_ended_or_annulled_acceptance_is_nobodys(district: District) -> None:
    aida, bakyt = district.open("aida", "investigator"), district.open("bakyt", "investigator")
    case = new_case(aida)
    first = make(aida, "acceptance", case, "kind=single", "officer=О", "login=aida", "accepted_at=2026-09-01 09:00")
    district.exchange()
    with pytest.raises(Refused, match="purpose_required"):
        bakyt.records.show(case)
    aida.records.annul(first, "ошибка")
    district.exchange()
    assert bakyt.records.show(case)["id"] == text(case)
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
    assert bakyt.records.show(case)["id"] == text(case)


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
    refusal = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Не подтвердилось")
    acts = {each: make(aida, "refusal", each, *refusal) for each in (case, other)}
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


@pytest.mark.parametrize("by", ["the substitute", "another office", "his office"])
def test_an_order_of_substitution_comes_from_somebody_else_in_the_office(district: District, by: str) -> None:
    aida, bakyt = district.open("aida", "investigator"), district.open("bakyt", "head")
    stranger = district.open("erkin", "clerk", office=OTHERS)
    writer = {"the substitute": bakyt, "another office": stranger, "his office": district.open("clerk", "clerk")}[by]
    order = ("officer=aida", "substitute=bakyt", "valid_from=2026-09-01 09:00", "all_cases:=true")
    made = make(writer, "substitution", None, *order)
    district.exchange()
    case = taken(aida, "aida")
    district.exchange()
    with bakyt.desk.view() as view:
        actor, _ = facts.of_case(view, bakyt.me, case, datetime.datetime(2026, 9, 21, tzinfo=datetime.UTC))
    assert set(actor.stands_in_for) == ({"aida"} if by == "his office" else set())
    told = writer.advice.after_saving(made, "ru", made=True)
    assert [each.code for each in told] == ([] if by == "his office" else ["substitution_of_no_effect"])


def test_nobody_takes_a_case_from_an_officer_by_his_own_word(district: District) -> None:
    aida, bakyt, head = (
        district.open(login, role)
        for login, role in (("aida", "investigator"), ("bakyt", "investigator"), ("h", "head"))
    )
    case, other = new_case(aida), new_case(aida)
    district.exchange()
    words = ("kind=single", "officer=Б", "accepted_at=2026-09-01 09:00")
    given = make(head, "acceptance", case, *words, "login=aida")
    refusal = ("ground=no_event", "decided_at=2026-03-07 12:00", "reasons=Не подтвердилось")
    acts = [make(aida, "refusal", case, *refusal) for _ in range(3)]
    district.exchange()
    mine = (*words, "login=bakyt", f"supersedes={text(given)}")
    taken_over = make(bakyt, "acceptance", case, *mine)
    make(head, "acceptance", other, *mine)
    district.exchange()
    aida.signing.sign(acts[0], aida.signing.enter(PASSWORD))
    with aida.desk.view() as view:
        both = in_charge(view, [case, other], datetime.datetime(2026, 9, 21, tzinfo=datetime.UTC))
    assert {each: set(charge.names) for each, charge in both.items()} == {case: {"aida", "bakyt"}, other: {"bakyt"}}, (
        "an acceptance in another case replaces nothing here"
    )
    bakyt.records.annul(taken_over, "Ошибка")
    withdrawn = make(head, "acceptance", case, *mine)
    head.records.annul(withdrawn, "Ошибка")
    district.exchange()
    aida.signing.sign(acts[1], aida.signing.enter(PASSWORD))
    make(head, "acceptance", case, *mine)
    district.exchange()
    with pytest.raises(Refused, match="not_in_charge"):
        aida.signing.sign(acts[2], aida.signing.enter(PASSWORD))


def test_what_is_never_held_up_is_signed_outside_ones_charge_and_told_unless_it_replaces_something(
    district: District,
) -> None:
    aida, bakyt = district.open("aida", "investigator"), district.open("bakyt", "investigator")
    case = taken(aida, "aida")
    act = apprehended(aida, case)
    district.exchange()
    assert aida.signing.outside(act) == []
    bakyt.signing.sign(act, bakyt.signing.enter(PASSWORD))
    assert [each.code for each in bakyt.advice.after_signing(act, "ru")][-1:] == ["signed_outside_charge"]
    assert "161(1)" in str(bakyt.advice.after_signing(act, "ru")[-1].params["article"])
    assert outside(bakyt, case) == [text(act)]
    instead = bakyt.signing.supersede(act, "Иначе").record
    with pytest.raises(Refused, match="not_in_charge"):
        bakyt.signing.sign(instead, bakyt.signing.enter(PASSWORD))
    district.time += 10 * 86_400_000
    make(bakyt, "acceptance", case, "kind=single", "officer=Б", "login=bakyt", "accepted_at=2026-09-25 09:00")
    assert outside(bakyt, case) == [text(act)], "who has it from later on had it not then"
    own = apprehended(aida, case)
    aida.signing.sign(own, aida.signing.enter(PASSWORD))
    assert text(own) not in outside(aida, case)


def outside(workspace: Workspace, case: bytes) -> list[str]:
    """The records that the page of a case says were signed outside the charge, as long as it holds."""
    told = workspace.cases.file(case, "ru", purpose="supervision").noticed
    return [each.record for each in told if each.problem.code == "signed_outside_charge"]
