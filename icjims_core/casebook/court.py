"""The course of an invented case in court and, where the verdict says so, under probation."""

from __future__ import annotations

import datetime

from icjims_core.casebook.inquiry import Inquiry
from icjims_core.casebook.people import human
from icjims_core.casebook.plan import reference, stamp

_ADJOURNMENTS = ("party_absent", "witness_absent", "lawyer_busy", "not_delivered", "expert")
_CONTACTS = ("reporting", "reporting", "reporting", "talk", "phone", "home_visit", "group_session")


def try_case(inquiry: Inquiry) -> None:
    """From the scheduling to the verdict and what follows it."""
    book = inquiry.book
    woman = book.chance(0.5)
    judge = human(book.random, inquiry.day, inquiry.region, woman=woman, ages=(32, 62)).full_name
    book.wait(days=(2, 6))
    while book.chance(0.45):
        _session(inquiry, judge, adjourned=True)
    _session(inquiry, judge, adjourned=False)


def _session(inquiry: Inquiry, judge: str, *, adjourned: bool) -> None:
    book = inquiry.book
    if inquiry.suspect is None:
        return
    person, _ = inquiry.suspect
    book.wait(days=(6, 20))
    begun = book.now
    book.wait(minutes=(15, 140))
    values: dict[str, object] = {
        "kind": "trial",
        "scheduled_at": stamp(begun),
        "court": book.say("Райондук сот", "Районный суд"),
        "court_number": f"УД-{inquiry.number:04d}/{inquiry.day.year}",
        "judge": judge,
        "started_at": stamp(begun),
        "ended_at": stamp(book.now),
        "accused": [reference(person)],
        "recorded": "yes",
    }
    if adjourned:
        values |= {"decision": "adjourned", "decided_at": stamp(book.now)}
        values["adjourned_to"] = stamp(begun + datetime.timedelta(days=14))
        values["adjournment_reason"] = book.random.choice(_ADJOURNMENTS)
        book.enter("hearing", "court_clerk", values)
        return
    verdict = _verdict(inquiry)
    values |= {"decision": verdict, "decided_at": stamp(book.now), "probation_report_read": "yes"}
    book.enter("hearing", "court_clerk", values)
    outcome: dict[str, object] = {"role": "acquitted" if verdict == "acquitted" else "convicted"}
    outcome |= {"status_from": stamp(book.now), "status_basis": "verdict"}
    book.change("participant", inquiry.defendant, "court_clerk", outcome)
    if verdict == "guilty_probation":
        supervise(inquiry, person)


def _verdict(inquiry: Inquiry) -> str:
    verdicts = ("guilty_punishment", "guilty_probation", "guilty_released", "acquitted")
    weights = (90, 0, 8, 2) if inquiry.gravity in ("N", "O") else (45, 45, 7, 3)
    return inquiry.book.random.choices(verdicts, weights)[0]


def supervise(inquiry: Inquiry, person: bytes) -> None:
    """Enter the supervision of a probation client, and contacts twice a month for a while."""
    book, random = inquiry.book, inquiry.book.random
    verdict = inquiry.day
    book.wait(days=(32, 42))
    months = 12 * random.randint(1, 3)
    obligations = ["report_on_demand", random.choice(("compensate", "work_or_study", "no_contact"))]
    if "family_violence" in inquiry.crime.marks:
        obligations.append("corrective_programme")
    values: dict[str, object] = {
        "person": reference(person),
        "kind": "executive",
        "basis": "supervision",
        "verdict_date": verdict.isoformat(),
        "in_force_date": (verdict + datetime.timedelta(days=31)).isoformat(),
        "registered_at": stamp(book.now),
        "appeared_at": stamp(book.now),
        "file_number": f"П-{inquiry.number:04d}",
        "term_months": months,
        "term_from": inquiry.day.isoformat(),
        "term_until": (inquiry.day + datetime.timedelta(days=months * 365 // 12)).isoformat(),
        "requirements": ["appear", "not_leave_country", "notify_changes", "report_twice"],
        "obligations": sorted(set(obligations)),
        "explained_at": stamp(book.now),
        "reporting_days": sorted(random.sample(("mon", "tue", "wed", "thu", "fri"), 2)),
        "term_starts_from": "appearance",
    }
    record = book.enter("supervision", "probation_officer", values)
    for _ in range(random.randint(2, 12)):
        book.wait(days=(13, 16))
        _contact(inquiry, person, record)


def _contact(inquiry: Inquiry, person: bytes, supervision: bytes) -> None:
    book = inquiry.book
    kind, planned = book.random.choice(_CONTACTS), stamp(book.now)
    values: dict[str, object] = {
        "supervision": reference(supervision),
        "person": reference(person),
        "kind": kind,
        "planned_at": planned,
        "next_at": stamp(book.now + datetime.timedelta(days=15)),
    }
    if kind == "group_session":
        values["group_topic"] = book.say("Ачууну башкаруу", "Управление гневом")
    book.wait(minutes=(5, 60))
    result = book.random.choices(("came", "late", "absent", "absent_good_reason"), (80, 7, 8, 5))[0]
    values |= {"held_at": stamp(book.now), "result": result}
    if result == "absent":
        values["good_reason"] = "none"
    elif result == "absent_good_reason":
        values |= {"good_reason": "illness", "reason_document": book.say("Маалымкат", "Справка")}
    else:
        values["summary"] = book.say("Иши жана үй-бүлөсү тууралуу сүйлөштүк.", "Беседа о работе и семье.")
    contact = book.enter("contact", "probation_officer", values)
    if result == "absent":
        _breach(inquiry, person, supervision, contact, planned)


def _breach(inquiry: Inquiry, person: bytes, supervision: bytes, contact: bytes, missed: str) -> None:
    """The officer's written warning for a registration that was missed without a good reason."""
    book = inquiry.book
    values: dict[str, object] = {
        "person": reference(person),
        "supervision": reference(supervision),
        "kind": "registration_missed",
        "happened_at": missed,
        "contact": reference(contact),
        "facts": book.say("Каттоого келген жок.", "Не явился на регистрацию."),
        "explanation": book.say("Күнүн унутуп калыптырмын.", "Забыл о дне явки."),
        "good_reason": "none",
        "response": "warning",
        "decided_at": stamp(book.now),
        "warned_at": stamp(book.now),
        "reasons": book.say("Биринчи бузуу.", "Нарушение первое."),
    }
    book.enter("breach", "probation_officer", values)
