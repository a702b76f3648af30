"""A sentence executed: prison, conditional release, questions to the court, the end of the record (P65–P67, P83)."""

from __future__ import annotations

import datetime

from icjims_core.casebook.plan import reference
from icjims_core.casebook.stages.probation import complete, end, supervise
from icjims_core.casebook.story import Party, Story


def imprison(story: Story, who: Party) -> bytes:
    """Admission to a correctional facility and what happens there."""
    book = story.book
    order = book.at
    admitted = book.wait(days=(1, 12))
    who.held = False
    who.term_ends = ends = book.now.date() + datetime.timedelta(days=round(who.months * 30.44))
    values = {
        "person": who.ref,
        "order_document": book.say("Өкүм", "Приговор"),
        "order_authority": story.court,
        "order_on": order[:10],
        "verdict": reference(who.verdict) if who.verdict else None,
        "admitted_at": admitted,
        "facility": book.say("№ 3 мекеме", "Учреждение № 3"),
        "facility_kind": "juvenile_general" if who.human.child else "general",
        "rights_explained_at": admitted,
        "examined_at": admitted,
        "family_told_at": book.maybe(0.9),
        "term_from": book.day(),
        "term_until": ends.isoformat(),
        "credit_days": book.number(0, 120),
    }
    record = book.enter("imprisonment", "penitentiary_officer", values)
    for _ in range(book.number(0, 2)):
        book.wait(days=(20, 80))
        _event(story, who, record)
    return record


def _event(story: Story, who: Party, imprisonment: bytes) -> None:
    book = story.book
    kind = book.pick(
        "quarantine", "classification", "incentive", "sanction", "programme", "work", "education", "medical"
    )
    isolation = kind == "sanction" and book.chance(0.4)
    sanction = "isolation_cell" if isolation else book.pick("reprimand", "visit_loss")
    values = {
        "imprisonment": reference(imprisonment),
        "kind": kind,
        "person": who.ref,
        "happened_at": book.at,
        "description": book.say("Кызматтык жазуу.", "Запись службы."),
        "incentive": "thanks" if kind == "incentive" else None,
        "sanction": sanction if kind == "sanction" else None,
        "isolation_days": book.number(1, 10) if isolation else None,
        "fit_for_isolation": "yes" if isolation else None,
        "programme": book.say("Ачууну башкаруу", "Управление гневом") if kind == "programme" else None,
    }
    book.enter("prison_event", "penitentiary_officer", values)


def serve(story: Story, who: Party) -> None:
    """Imprisonment from admission to release, on conditions or at the end of the term."""
    book, fate = story.book, story.fate.turns
    record = imprison(story, who)
    if story.turns("parole", 0.4):
        _ask_release(story, who, record)
        return
    if book.chance(0.3):
        ask_court(story, who, book.pick("facility_kind", "credit", "illness", "doubts", "other_verdicts"))
    if "served" in fate or book.chance(0.5):
        until = datetime.datetime.combine(book.now.date(), datetime.time(10), book.now.tzinfo)
        left = max(60, round(who.months * 30.44) - 200)
        prepared = book.until(until + datetime.timedelta(days=max(1, left - 20)))
        told = {"preparation_from": prepared[:10], "local_bodies_told_at": prepared, "probation_told_at": prepared}
        book.change("imprisonment", record, "penitentiary_officer", told)
        _prepare(story, who)
        leave(story, who, record)
        expunge(story, who)
    else:
        leave(story, who, record)


def leave(story: Story, who: Party, imprisonment: bytes) -> None:
    """Release on the last day of the term."""
    if who.term_ends is not None:
        ends = datetime.datetime.combine(who.term_ends, datetime.time(), story.book.now.tzinfo)
        story.book.until(ends - datetime.timedelta(hours=story.book.number(8, 14)), office_hours=False)
    end_imprisonment(story, imprisonment, "served")


def end_imprisonment(story: Story, imprisonment: bytes, ground: str) -> None:
    """Release from the facility."""
    book = story.book
    values = {"released_at": book.at, "release_ground": ground, "certificate_number": f"СП-{story.number}"}
    book.change("imprisonment", imprisonment, "penitentiary_officer", values | {"property_returned": "yes"})


def _prepare(story: Story, who: Party) -> None:
    """Help before and after release."""
    book = story.book
    values = {
        "person": who.ref,
        "facility": book.say("№ 3 мекеме", "Учреждение № 3"),
        "preparation_from": book.day(),
        "notice_received_at": book.at,
        "housing_known": book.yes(0.8),
        "able_to_work": "yes",
        "voluntary_consent": "yes",
        "contract_from": book.day(),
        "contract_until": book.day(180),
        "services": ["documents", "employment"],
    }
    book.enter("aftercare", "probation_officer", story.order(values))


def _ask_release(story: Story, who: Party, imprisonment: bytes) -> None:
    """Conditional release: refused once or more, or granted, and perhaps cancelled."""
    book, fate = story.book, story.fate.turns
    share = 0.75 if story.grave else 0.67
    book.until(book.now + datetime.timedelta(days=round(who.months * 30.44 * share)))
    if who.term_ends is not None and story.today >= who.term_ends:
        leave(story, who, imprisonment)
        return
    eligible = book.day()
    refused = "parole_refused" in fate or (not fate and book.chance(0.5))
    if refused:
        _application(story, who, imprisonment, eligible, "refused")
        book.wait(days=(70, 110))
    if refused and book.chance(0.3):
        leave(story, who, imprisonment)
        return
    if "parole_by_ruling" in fate:
        ask_court(story, who, "conditional_release", "granted")
        end_imprisonment(story, imprisonment, "conditional")
        _on_parole(story, who)
        return
    record = _application(story, who, imprisonment, eligible, "granted")
    end_imprisonment(story, imprisonment, "conditional")
    book.wait(days=(0, 3))
    if "parole_cancelled" not in fate:
        _on_parole(story, who)
        return
    supervision = supervise(story, who, basis="parole", months=_months_left(who))
    cancelled = {"cancellation_asked_at": book.at, "cancelled_at": book.wait(days=(5, 15))}
    cancelled["cancellation_reason"] = book.say("Милдеттерин аткарган жок.", "Не исполнял обязанности.")
    book.change("conditional_release", record, "court_clerk", cancelled)
    end(story, who, supervision, "cancelled")
    leave(story, who, imprison(story, who))


def _on_parole(story: Story, who: Party) -> None:
    """Supervised for the rest of the term, unless the court sends him back."""
    months = _months_left(who)
    supervision = supervise(story, who, basis="parole", months=months)
    if "parole_cancelled_by_court" in story.fate.turns:
        ask_court(story, who, "cancel_release", "granted")
        end(story, who, supervision, "cancelled")
        leave(story, who, imprison(story, who))
    else:
        complete(story, who, supervision, months)


def _months_left(who: Party) -> int:
    return max(3, who.months // 4)


def _application(story: Story, who: Party, imprisonment: bytes, eligible: str, decision: str) -> bytes:
    book = story.book
    told = book.wait(days=(0, 7))
    applied = book.wait(days=(1, 10))
    granted = decision == "granted"
    values: dict[str, object] = {
        "person": who.ref,
        "imprisonment": reference(imprisonment),
        "verdict": reference(who.verdict) if who.verdict else None,
        "is_child": "yes" if who.human.child else "no",
        "child_body_joined": "yes" if who.human.child else None,
        "share": "three_quarters" if story.grave else "two_thirds",
        "eligible_from": eligible,
        "right_told_at": told,
        "applied_at": applied,
        "applicant": "convicted",
        "sent_at": book.wait(days=(3, 18)),
        "received_at": book.wait(days=(1, 3)),
        "decision": decision,
        "decided_at": book.wait(days=(5, 20)),
        "retry_from": None if granted else book.day(91),
        "reasons": book.say("Жүрүм-туруму.", "Поведение осуждённого."),
    }
    if granted:
        values["in_force_at"] = book.wait(days=(11, 14))
        left = max(90, round(who.months * 30.44 / 4))
        values |= {"probation_until": book.day(left - 30 if book.chance(0.9) else left + 900)}
        values |= {"released_at": book.at, "obligations": ["report_on_demand"], "requirements": ["appear"]}
    return book.enter("conditional_release", "penitentiary_officer", story.order(values))


def ask_court(story: Story, who: Party, question: str, decision: str = "") -> None:
    """A question of the execution of the sentence, decided by the court."""
    book = story.book
    decision = decision or book.code("execution_decision")
    values = {
        "question": question,
        "person": who.ref,
        "filed_at": book.at,
        "applicant": "probation" if question.startswith("cancel") else "convicted",
        "verdict": reference(who.verdict) if who.verdict else None,
        "medical_conclusion": "№ 7" if question in ("illness", "medical") else None,
        "breaches": book.say("Эки эскертүү.", "Два предупреждения.") if question == "cancel_supervision" else None,
        "court": story.court,
        "received_at": book.wait(days=(1, 4)),
        "decision": decision,
        "decided_at": book.wait(days=(4, 20)),
        "copy_sent_at": book.wait(days=(0, 5)),
    }
    book.enter("execution_question", "court_clerk", story.order(values))


def expunge(story: Story, who: Party, *, probation_ended: str = "") -> None:
    """The end of the criminal record: noted when its term begins to run, and when it is over."""
    book = story.book
    if not story.turns("expunged", 0.25 if probation_ended else 0.5):
        return
    years = {"L": 3, "T": 7, "O": 10}.get(story.gravity or "L", 1)
    grounds = {"N": "small_gravity", "L": "less_serious", "T": "serious", "O": "especially_serious"}
    values = {
        "person": who.ref,
        **story.qualified(),
        "in_force_date": who.in_force.date().isoformat() if who.in_force else None,
        "child_at_crime": "yes" if who.human.child else "no",
        "served_on": None if probation_ended else book.day(),
        "probation_ended_on": probation_ended or None,
        "ground": "probation_end" if probation_ended else grounds[story.gravity or "L"],
    }
    record = book.enter("expungement", "probation_officer", values)
    if not probation_ended:
        book.until(book.now + datetime.timedelta(days=365 * years + book.number(2, 40)))
    over = {"expunged_on": book.day(), "registered_on": book.day()}
    book.change("expungement", record, "probation_officer", over)
