"""The case in court: receipt, preliminary hearing, scheduling, sessions, the verdict (P55–P60)."""

from __future__ import annotations

import datetime

from icjims_core import codes
from icjims_core.casebook.plan import reference, stamp
from icjims_core.casebook.stages.accusation import end_measure, free
from icjims_core.casebook.stages.closing import draw_indictment, prosecutor_decides, set_term, show_file
from icjims_core.casebook.stages.probation import before_trial
from icjims_core.casebook.stages.special import treat
from icjims_core.casebook.stages.transfers import hand_over
from icjims_core.casebook.story import Party, Story

_ADJOURNMENTS = ("party_absent", "witness_absent", "lawyer_busy", "not_delivered", "expert")
_GUILTY = ("guilty_punishment", "guilty_probation", "guilty_released", "guilty_without", "acquitted")


def receive(story: Story) -> None:
    """The court receives the case and first decides what to do with it."""
    book, fate = story.book, story.fate.turns
    if "returned_by_court" in fate:
        _receipt(story, "returned_prosecutor")
        book.wait(days=(3, 9))
        draw_indictment(story)
        prosecutor_decides(story)
    preliminary = "preliminary" in fate or book.chance(0.2)
    _receipt(story, "preliminary_set" if preliminary else "trial_set")
    for who in story.suspects:
        if who.held:
            _keep_in_court(story, who)
    if preliminary:
        _hear_preliminary(story)


def _receipt(story: Story, decision: str) -> bytes:
    book = story.book
    received = book.wait(days=(0, 2))
    held = [each.ref for each in story.suspects if each.held]
    asked = decision == "preliminary_set"
    values = {
        "received_at": received,
        "court": story.court,
        "court_number": story.court_number,
        "judge": story.judge,
        "allocated_automatically": "yes",
        "accused": [each.ref for each in story.suspects],
        "in_custody": held or None,
        "preliminary_asked_at": book.wait(days=(0, 3)) if asked else None,
        "preliminary_grounds": ["exclusion"] if asked else None,
        "return_grounds": ["defective_indictment"] if decision == "returned_prosecutor" else None,
        "decision": decision,
        "decided_at": book.wait(days=(1, 6)),
    }
    return book.enter("court_receipt", "court_clerk", story.order(values))


def _keep_in_court(story: Story, who: Party) -> None:
    """The court keeps a measure that took liberty."""
    book = story.book
    who.held_until = book.now + datetime.timedelta(days=book.number(50, 60))
    values = {
        "person": who.ref,
        "measure": who.measure,
        "step": "extended",
        "previous": reference(who.restraint) if who.restraint else None,
        "decision": "granted",
        "decided_at": book.at,
        "decided_by": story.judge,
        "valid_from": book.at,
        "valid_until": stamp(who.held_until),
        "copy_given_at": book.maybe(0.9),
    }
    who.restraint = book.enter("restraint", "court_clerk", story.order(values))


def _session(story: Story, kind: str, decision: str, **also: object) -> bytes:
    """One session, with its minutes and the remarks on them."""
    book = story.book
    begun = book.at
    ended = book.wait(minutes=(15, 140))
    values: dict[str, object] = {
        "kind": kind,
        "scheduled_at": begun,
        "court": story.court,
        "court_number": story.court_number,
        "judge": story.judge,
        "clerk": story.somebody(),
        "prosecutor": story.prosecutor,
        "lawyers": [story.lawyer],
        "started_at": begun,
        "ended_at": ended,
        "accused": [each.ref for each in story.suspects],
        "recorded": "yes",
        "decision": decision,
        "decided_at": ended,
        **also,
    }
    if book.chance(0.95):
        values["minutes_signed_at"] = book.wait(days=(0, 4) if book.chance(0.9) else (6, 9))
        if book.chance(0.3):
            values |= {"minutes_asked_at": book.at, "minutes_shown_at": book.at}
            if book.chance(0.5):
                values["remarks_filed_at"] = book.wait(days=(1, 6))
                values |= {"remarks_decision": "granted", "remarks_decided_at": book.wait(days=(0, 6))}
    return book.enter("hearing", "court_clerk", values)


def _hear_preliminary(story: Story) -> None:
    book = story.book
    notified = book.at
    book.wait(days=(3, 12))
    _session(story, "preliminary", "trial_set", notified_at=notified, preliminary_grounds=["exclusion"])


def _schedule(story: Story) -> None:
    book = story.book
    decided = book.at
    ordered = any(each.human.child or each.human.values.get("sex") == "female" for each in story.suspects)
    begins = book.now + datetime.timedelta(days=book.number(4, 14))
    report = "mandatory" if ordered else book.pick("discretionary", "not_ordered", "not_ordered")
    values = {
        "decided_at": decided,
        "accused": [each.ref for each in story.suspects],
        "competent": "yes",
        "indictment_served": "yes",
        "scheduled_at": stamp(begins),
        "judge": story.judge,
        "lawyer_name": story.lawyer,
        "probation_report": report,
        "probation_office": book.office
        if report != "not_ordered" and book.office in codes.code_list("office")
        else None,
        "no_report_reason": book.say("Зарыл эмес.", "Нет необходимости.") if report == "not_ordered" else None,
        "notified_at": book.wait(minutes=(60, 1500)),
    }
    if report != "not_ordered" and values["probation_office"] is None:
        values |= {"probation_report": "not_ordered", "no_report_reason": book.say("Зарыл эмес.", "Нет необходимости.")}
    book.enter("scheduling", "court_clerk", story.order(values))
    if report != "not_ordered":
        _report(story, story.suspect, report)
    book.until(begins)


def _report(story: Story, who: Party, order: str) -> None:
    """The probation report for the court."""
    book = story.book
    ordered = book.at
    values = {
        "person": who.ref,
        "ordered_at": ordered,
        "order_kind": "scheduling",
        "duty": ["child" if who.human.child else "woman"] if order == "mandatory" else ["discretion"],
        "due_at": book.ahead(days=10),
        "consent": "yes",
        "sources": ["client", "family", "local_body"],
        "housing": book.say("Үй-бүлөсү менен жашайт.", "Проживает с семьёй."),
        "risk_level": book.code("risk_level"),
        "conclusion": book.say("Эркиндиктен ажыратпоого болот.", "Возможно без лишения свободы."),
        "delivered_at": book.wait(days=(1, 3)),
    }
    book.enter("probation_report", "probation_officer", story.order(values))
    if book.chance(0.3):
        before_trial(story, who)


def try_case(story: Story) -> bool:
    """From the scheduling to the verdict; false where there is none."""
    book, fate = story.book, story.fate.turns
    if "insanity_in_court" in fate:
        treat(story, story.suspect, in_court=True)
    _schedule(story)
    book.wait(days=(0, 2))
    _session(story, "trial", "adjourned", **_adjourned(story), indictment_served_at=story.indictment_served or None)
    if story.turns("court_suspends", 0.03):
        _suspend(story)
    if story.turns("returned_from_trial", 0.02):
        _return(story)
    while book.chance(0.35):
        book.wait(days=(6, 20))
        _session(story, "trial", "adjourned", **_adjourned(story))
    if "court_terminates" in fate or ("insanity_in_court" in fate) or book.chance(0.04):
        book.wait(days=(6, 20))
        _session(story, "trial", "terminated", termination_ground="limitation")
        for who in story.suspects:
            free(story, who)
        return False
    book.wait(days=(4, 14))
    read = book.maybe(0.6)
    kinds = [_kind(story) for _ in story.suspects]
    _session(story, "trial", kinds[0], pleadings_at=read, last_word_at=read, probation_report_read="yes")
    for who, kind in zip(story.suspects, kinds, strict=True):
        pronounce(story, who, kind)
    return True


def try_again(story: Story) -> None:
    """A new trial after a verdict was quashed, up to a verdict that ends the story."""
    book = story.book
    _session(story, "trial", "adjourned", **_adjourned(story))
    book.wait(days=(5, 20))
    pronounce(story, story.suspect, "guilty_released")


def _adjourned(story: Story) -> dict[str, object]:
    book = story.book
    return {"adjourned_to": book.ahead(days=10), "adjournment_reason": book.pick(*_ADJOURNMENTS)}


def _suspend(story: Story) -> None:
    book = story.book
    book.wait(days=(6, 12))
    hearing = _session(story, "trial", "suspended", suspension_ground=book.pick("illness", "expert", "absconded"))
    resumed = book.wait(days=(20, 60))
    book.change("hearing", hearing, "court_clerk", {"resumed_at": resumed})
    book.wait(minutes=(30, 200))
    _session(story, "trial", "adjourned", **_adjourned(story))


def _return(story: Story) -> None:
    """The court returns the case; it comes back after a further investigation."""
    book = story.book
    book.wait(days=(6, 12))
    hearing = _session(story, "trial", "returned_prosecutor")
    book.wait(days=(2, 8))
    hand_over(story, "court_return", f"PR-{story.region}", "court_clerk", receiver="prosecutor")
    if book.chance(0.6):
        set_term(story, hearing)
        book.wait(days=(8, 20))
        for who in story.suspects:
            show_file(story, who, "accused")
            book.wait(days=(0, 2))
        draw_indictment(story)
        prosecutor_decides(story)
    else:
        book.wait(days=(3, 9))
    _receipt(story, "trial_set")
    book.wait(days=(2, 8))
    _session(story, "trial", "adjourned", **_adjourned(story))


def _kind(story: Story) -> str:
    fate = story.fate.turns
    if "acquitted" in fate:
        return "acquitted"
    if fate and {"community_work", "correctional_work", "restriction", "fine", "prison", "plea"} & set(fate):
        return "guilty_punishment"
    if "probation" in fate:
        return "guilty_probation"
    weights = (60, 24, 7, 3, 6) if story.grave else (42, 45, 5, 3, 5)
    return story.book.random.choices(_GUILTY, weights)[0]


def _punishment(story: Story, kind: str) -> str:
    fate = story.fate.turns
    for name in ("community_work", "correctional_work", "restriction", "fine"):
        if name in fate:
            return name
    if kind != "guilty_punishment" or "prison" in fate or story.grave:
        return "imprisonment"
    several = ("imprisonment", "imprisonment", "fine", "fine", "community_work", "correctional_work", "restriction")
    return story.book.pick(*several)


def pronounce(story: Story, who: Party, kind: str) -> None:
    """The verdict on one of the accused, with its counts and the service of copies."""
    book = story.book
    punishment = _punishment(story, kind) if kind.startswith("guilty") and kind != "guilty_without" else ""
    pronounced = book.wait(minutes=(5, 40))
    short = book.chance(0.3)
    released = kind != "guilty_punishment" or punishment != "imprisonment"
    values: dict[str, object] = {
        "person": who.ref,
        "kind": kind,
        "pronounced_at": pronounced,
        "court": story.court,
        "court_number": story.court_number,
        "judge": story.judge,
        "prosecutor": story.prosecutor,
        "lawyer_name": story.lawyer,
        "facts": book.say("Сот аныктады.", "Суд установил."),
        "mitigating": ["repentance"] if book.chance(0.4) else None,
        "acquittal_grounds": ["no_elements"] if kind == "acquitted" else None,
        "rehabilitation_explained": "yes" if kind == "acquitted" else None,
        "operative_only": "yes" if short else "no",
        "appeal_explained": "yes",
        "restraint": who.measure if who.held and not released else "undertaking",
        **_sentence(story, who, kind, punishment),
    }
    who.held_until = None
    if who.held and released and (not who.restraint or book.chance(0.9)):
        values["released_at"] = book.wait(minutes=(2, 50))
    if short:
        values["full_text_at"] = book.wait(days=(1, 4))
    values["served_at"] = book.wait(days=(0, 7)) if book.chance(0.95) else None
    who.verdict = book.enter("verdict", "court_clerk", story.order(values))
    who.outcome, who.punishment = kind, punishment
    if who.held and released:
        if "released_at" not in values:
            end_measure(story, who.restraint, book.at)
        who.held = False
    _count(story, who, kind, punishment)
    status = {"role": "acquitted" if kind == "acquitted" else "convicted"}
    status |= {"status_from": pronounced, "status_basis": "verdict"}
    if who.part:
        book.change("participant", who.part, "court_clerk", status)


def _sentence(story: Story, who: Party, kind: str, punishment: str) -> dict[str, object]:
    """The punishment and its size, and what goes with it."""
    book = story.book
    values: dict[str, object] = {"punishment": punishment or None}
    if kind in ("guilty_released", "guilty_probation", "guilty_without"):
        values["release_ground"] = {"guilty_probation": "probation", "guilty_released": "time_served"}.get(
            kind, "illness"
        )
    if punishment == "imprisonment":
        who.months = 12 * book.number(3, 9) if story.grave else 12 * book.number(1, 4)
        if {"parole_refused", "expunged"} & {*story.fate.turns}:
            who.months = 12  # so that a book of a few years sees what comes so late
        values |= {"term_years": who.months // 12, "facility_kind": "general", "term_from": book.day()}
        if who.held:
            values |= {"custody_credit_days": book.number(60, 200), "credit_rule": "CC 80(5)"}
    if punishment == "fine":
        values["fine"] = book.number(200, 3000) * 10_000
    if punishment == "community_work":
        values["work_hours"] = book.number(10, 40) * 5
    if punishment == "correctional_work":
        values |= {"term_months": book.number(6, 24), "deduction_percent": 15}
    if punishment == "restriction":
        values["term_months"] = book.number(6, 36)
    if kind == "guilty_probation":
        who.months = book.number(6, 12) if who.human.child else 12 * book.number(1, 5)
        values |= {"probation_months": who.months, "obligations": ["report_on_demand"], "probation_consent": "yes"}
        values |= {"requirements": ["appear", "not_leave_country", "notify_changes", "report_twice"]}
    return values


def _count(story: Story, who: Party, kind: str, punishment: str) -> None:
    book = story.book
    values = {
        "verdict": reference(who.verdict),
        "count_number": 1,
        "person": who.ref,
        **story.qualified(),
        "finding": "acquitted" if kind == "acquitted" else "guilty",
        "acquittal_ground": "no_elements" if kind == "acquitted" else None,
        "punishment": punishment or None,
    }
    book.enter("verdict_count", "court_clerk", values)
