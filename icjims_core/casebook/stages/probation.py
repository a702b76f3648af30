"""Probation: registration, assessment, plan, contacts, obligations, breaches, variation, the end (P68–P80)."""

from __future__ import annotations

import datetime

from icjims_core import codes
from icjims_core.casebook.plan import reference, said, stamp
from icjims_core.casebook.stages.transfers import hand_over
from icjims_core.casebook.stages.work import work
from icjims_core.casebook.story import Party, Story
from icjims_core.instruments import instrument

_CONTACTS = ("talk", "phone", "home_visit", "group_session", "summons")


def supervise(story: Story, who: Party, *, basis: str = "supervision", months: int = 0) -> bytes:
    """Register a client, and follow him for a while; the id of the supervision."""
    book = story.book
    months = months or who.months or 12
    in_force = who.in_force.date().isoformat() if who.in_force else book.day()
    registered = book.wait(days=(1, 14))
    appeared = book.wait(minutes=(0, 60)) if book.chance(0.92) else None
    if appeared is None:
        appeared = book.wait(days=(5, 20))
    term_from = book.now.date()
    obligations = {"report_on_demand", book.pick("compensate", "work_or_study", "no_contact", "treatment")}
    if story.family_violence:
        obligations.add("corrective_programme")
    values: dict[str, object] = {
        "person": who.ref,
        "kind": "post_penitentiary" if basis == "parole" else "executive",
        "basis": basis,
        "verdict_date": in_force if not who.verdict else None,
        "in_force_date": in_force,
        "registered_at": registered,
        "appeared_at": appeared,
        "absence_reason": book.say("Ооруп калган.", "Болел(а).") if book.chance(0.05) else None,
        "file_number": f"П-{story.number:04d}",
        "officer": story.somebody(),
        "term_months": months,
        "term_from": term_from.isoformat(),
        "term_until": (term_from + datetime.timedelta(days=months * 365 // 12)).isoformat(),
        "term_starts_from": "release" if basis == "parole" else "appearance",
        "requirements": ["appear", "not_leave_country", "notify_changes", "report_twice"],
        "obligations": sorted(obligations),
        "explained_at": appeared,
        "explained_language": who.human.language,
        "reporting_days": sorted(book.random.sample(("mon", "tue", "wed", "thu", "fri"), 2)),
    }
    record = book.enter("supervision", "probation_officer", values)
    if book.chance(0.6):
        _assess(story, who, record)
    _meet(story, who, record, most=4 if basis in ("community_work", "correctional_work") else 9)
    work(story, who, record, basis)
    if "lift_refused" in story.fate.turns or (basis == "supervision" and book.chance(0.15)):
        _ask_to_lift(story, who, record)
    if book.chance(0.35):
        _permit(story, who, record)
    return record


def before_trial(story: Story, who: Party) -> None:
    """Pre-trial probation: the person is registered while a report is made."""
    book = story.book
    values = {"person": who.ref, "kind": "pretrial", "basis": "voluntary", "registered_at": book.at}
    book.enter("supervision", "probation_officer", values | {"officer": story.somebody()})


def _assess(story: Story, who: Party, supervision: bytes) -> None:
    """Needs and risks after structured judgement, and the plan made of them."""
    book = story.book
    client = book.chance(0.85)
    facts = book.say("Ата-энеси менен жашайт.", "Живёт с родителями.")
    values: dict[str, object] = {
        "person": who.ref,
        "supervision": reference(supervision),
        "instrument": "structured_judgement",
        "instrument_edition": instrument("structured_judgement").edition,
        "occasion": "first",
        "assessed_at": book.at,
        "assessor": story.somebody(),
        "sources": ["client", "family"],
        "consent": "yes",
        "accommodation_rating": book.pick("strength", "some_concern"),
        "accommodation_facts": facts,
        "substances_rating": book.pick("no_concern", "not_known"),
        "level": book.pick("low", "medium", "high"),
        "reasons": book.say("Жумушу туруксуз.", "Нестабильная занятость."),
        "client_view": book.say("Жумуш табам.", "Найду работу.") if client else None,
        "client_view_missing": None if client else book.say("Айткысы келген жок.", "Не пожелал(а) высказаться."),
        "review_on": book.day(180),
    }
    assessment = book.enter("risk_assessment", "probation_officer", story.order(values))
    book.wait(days=(1, 8))
    drawn = {"person": who.ref, "supervision": reference(supervision), "assessment": reference(assessment)}
    drawn |= {"drawn_at": book.at, "valid_from": book.day(), "valid_until": book.day(180), "review_on": book.day(90)}
    help_kinds = book.some(("employment", "legal", "psychological", "documents"), 2)
    plan = {**drawn, "help_kinds": help_kinds, "made_with_client": "yes", "aims": book.say("Иштөө", "Трудоустройство")}
    record = book.enter("supervision_plan", "probation_officer", story.order(plan))
    result = book.pick("open", "done", "done_partly", "not_done")
    task = {
        "plan": reference(record),
        "person": who.ref,
        "task": book.say("Иш табуу", "Найти работу"),
        "help_kind": "employment",
        "owner": "client_and_officer",
        "due_on": book.day(60),
        "result": result,
        "result_on": book.day() if result in ("done", "done_partly", "not_done") else None,
        "not_done_reason": book.say("Орун жок.", "Нет вакансий.") if result == "not_done" else None,
    }
    book.enter("plan_task", "probation_officer", task)


def _meet(story: Story, who: Party, supervision: bytes, *, most: int) -> None:
    """Contacts twice a month for a while, with what follows from those missed."""
    book = story.book
    for at in range(book.number(2, most)):
        book.wait(days=(11, 14))
        _contact(story, who, supervision, "reporting")
        if book.chance(0.3):
            _contact(story, who, supervision, "housing_survey" if who.human.child and at % 4 == 3 else "")
    if who.human.child and book.chance(0.8):
        _contact(story, who, supervision, "housing_survey")
    if book.chance(0.5):
        _check_obligation(story, who, supervision)
    if book.chance(0.5) or "probation_cancelled" in story.fate.turns:
        kinds = list(codes.code_list("breach_kind").entries)
        first = book.number(1, len(kinds))
        for each in range(first, first + book.number(1, 3)):
            break_rule(story, who, supervision, kinds[each % len(kinds)], book.at)


def _report_until(story: Story, who: Party, supervision: bytes, moment: datetime.datetime) -> None:
    """The client goes on reporting twice a month."""
    book = story.book
    while book.now + datetime.timedelta(days=14) < moment:
        book.wait(days=(11, 14))
        _contact(story, who, supervision, "reporting")
    book.until(moment)


def _contact(story: Story, who: Party, supervision: bytes, kind: str = "") -> None:
    book = story.book
    kind = kind or book.pick(*_CONTACTS)
    planned = book.at
    values: dict[str, object] = {
        "supervision": reference(supervision),
        "person": who.ref,
        "kind": kind,
        "planned_at": planned,
        "next_at": book.ahead(days=15),
        "group_topic": book.say("Ачууну башкаруу", "Управление гневом") if kind == "group_session" else None,
        "act_number": f"А-{len(book.entries)}" if kind == "housing_survey" else None,
    }
    result = book.random.choices(("came", "late", "absent", "absent_good_reason"), (80, 7, 8, 5))[0]
    if kind == "housing_survey":
        result = "came"
    values |= {"held_at": book.wait(minutes=(5, 60)), "result": result}
    if result == "absent":
        values["good_reason"] = "none"
    elif result == "absent_good_reason":
        values |= {"good_reason": "illness", "reason_document": book.say("Маалымкат", "Справка")}
    else:
        values["summary"] = book.say("Иши жана үй-бүлөсү тууралуу сүйлөштүк.", "Беседа о работе и семье.")
    contact = book.enter("contact", "probation_officer", values)
    if result == "absent":
        break_rule(story, who, supervision, "registration_missed", planned, contact)
    if result.startswith("absent") and book.chance(0.8):
        book.wait(days=(1, 2))
        _contact(story, who, supervision, "summons")


def break_rule(
    story: Story, who: Party, supervision: bytes, kind: str, happened: str, contact: bytes | None = None
) -> bytes:
    """A breach: what happened, what the client says, and the officer's reasoned response."""
    book = story.book
    explained = book.chance(0.85)
    good = book.random.choices(("none", "illness", "documented"), (75, 15, 10))[0]
    response = "none" if good != "none" else book.pick("warning", "warning", "talk", "add_obligations")
    decided = book.wait(minutes=(30, 2000))
    values = {
        "person": who.ref,
        "supervision": reference(supervision),
        "kind": kind,
        "obligation": "corrective_programme" if kind == "obligation" else None,
        "happened_at": happened,
        "contact": reference(contact) if contact else None,
        "facts": book.say("Тартип бузулду.", "Нарушен порядок отбывания."),
        "explanation": book.say("Күнүн унутуп калыптырмын.", "Забыл о дне явки.") if explained else None,
        "explanation_missing": None if explained else book.say("Айткан жок.", "Не дал объяснений."),
        "good_reason": good,
        "reason_document": book.say("Маалымкат", "Справка") if good != "none" else None,
        "response": response,
        "decided_at": decided,
        "warned_at": decided if response == "warning" else None,
        "reasons": book.say("Биринчи бузуу.", "Нарушение первое."),
    }
    return book.enter("breach", "probation_officer", story.order(values))


def _check_obligation(story: Story, who: Party, supervision: bytes) -> None:
    book = story.book
    state = book.code("obligation_state")
    values = {
        "person": who.ref,
        "supervision": reference(supervision),
        "obligation": book.code("probation_obligation"),
        "due_on": book.day(30),
        "checked_at": book.at,
        "checked_by": story.somebody(),
        "evidence": [book.code("obligation_evidence")],
        "state": state,
        "state_on": book.day(),
        "not_performed_reason": book.say("Акча жок.", "Нет средств.") if state.startswith("not_p") else None,
        "curfew_checks": said(book.at, "officer") if book.chance(0.2) else None,
    }
    book.enter("obligation_check", "probation_officer", values)


def _ask_to_lift(story: Story, who: Party, supervision: bytes) -> None:
    """The supervision might be lifted early: refused once, tried again, too early or in time."""
    book = story.book
    half = datetime.timedelta(days=round((who.months or 12) * 15.2))
    if book.chance(0.7):
        _report_until(story, who, supervision, book.now + half)
    vary(story, who, supervision, "lift_supervision", "refused")
    again = book.number(94, 140) if book.chance(0.8) else book.number(40, 80)
    _report_until(story, who, supervision, book.now + datetime.timedelta(days=again))
    if book.chance(0.85):
        vary(story, who, supervision, "lift_supervision", book.pick("granted", "refused", "returned"))


def vary(story: Story, who: Party, supervision: bytes, kind: str, decision: str) -> None:
    """A representation to the court to change the supervision, and its answer."""
    book = story.book
    values = {
        "person": who.ref,
        "supervision": reference(supervision),
        "kind": kind,
        "reasons": book.say("Жүрүм-туруму жакшы.", "Положительное поведение."),
        "sent_at": book.at,
        "court": story.court,
        "decision": decision,
        "decided_at": book.wait(days=(5, 20)),
    }
    book.enter("variation", "probation_officer", story.order(values))


def _permit(story: Story, who: Party, supervision: bytes) -> None:
    """A leave, or another place to live, asked for and told."""
    book = story.book
    kind = book.pick("short_leave", "short_leave", "residence", "residence", "leave_area", "work_or_study")
    values: dict[str, object] = {"person": who.ref, "supervision": reference(supervision), "kind": kind}
    values |= {"requested_at": book.at, "ground": book.pick("death", "illness", "work", "family")}
    if kind == "residence":
        values |= {"changed_on": book.day(-book.number(0, 13)), "new_address": book.say("Ош ш.", "г. Ош")}
        values["told_office_at"] = book.at
    else:
        long = book.number(2, 9) if book.chance(0.9) else 12
        values |= {"away_from": book.day(1), "away_until": book.day(1 + long), "travel_days": book.number(0, 2)}
    values |= {"decision": "noted" if kind == "residence" else "granted"}
    values["decided_at"] = book.wait(minutes=(60, 1700))
    record = book.enter("travel_permission", "probation_officer", story.order(values))
    if kind == "residence" and book.chance(0.6):
        hand_over(story, "probation_transfer", "PB-41721", "probation_officer", receiver="probation_officer")
        moved: dict[str, object] = {"told_at": book.at}
        book.change("travel_permission", record, "probation_officer", moved)


def end(story: Story, who: Party, supervision: bytes, reason: str) -> str:
    """Taken off the register; the date."""
    book = story.book
    ended = book.day()
    values = {
        "person": who.ref,
        "supervision": reference(supervision),
        "ended_on": ended,
        "reason": reason,
        "new_office": "PB-41721" if reason == "transfer" else None,
        "final_report": book.say("Мөөнөт бүттү.", "Срок истёк."),
        "obligations_done": book.yes(0.9),
        "client_told_at": book.at,
    }
    book.enter("deregistration", "probation_officer", story.order(values))
    closed = {"ended_on": ended, "end_reason": reason}
    book.change("supervision", supervision, "probation_officer", closed)
    return ended


def complete(story: Story, who: Party, supervision: bytes, months: int) -> str:
    """The term runs out, or the court ends the supervision before; the date of the end."""
    book = story.book
    if "lifted" in story.fate.turns:
        vary(story, who, supervision, "lift_supervision", "granted")
        return end(story, who, supervision, "lifted")
    ends = book.now + datetime.timedelta(days=max(20, round(months * 30.4) - 120))
    _report_until(story, who, supervision, ends)
    return end(story, who, supervision, "term_over")


def cancel(story: Story, who: Party, supervision: bytes) -> None:
    """Two breaches: the court cancels the supervision."""
    book = story.book
    breach = break_rule(story, who, supervision, "evasion", stamp(book.now))
    values: dict[str, object] = {"person": who.ref, "supervision": reference(supervision)}
    values["kind"] = "cancel_supervision"
    values |= {"breaches": [reference(breach)], "sent_at": book.at, "decision": "granted"}
    values["decided_at"] = book.wait(days=(6, 15))
    book.enter("variation", "probation_officer", story.order(values))
    end(story, who, supervision, "cancelled")
