"""Special courses of a case: plea, reconciliation, diversion of a child, medical measures (P47–P50)."""

from __future__ import annotations

from icjims_core.casebook.plan import reference
from icjims_core.casebook.stages.accusation import free
from icjims_core.casebook.stages.closing import terminate
from icjims_core.casebook.story import Party, Story


def plead(story: Story, who: Party) -> None:
    """An agreement to plead guilty, or its refusal."""
    book = story.book
    agreed = "plea" in story.fate.turns or book.chance(0.7)
    asked = book.at
    decided = book.wait(days=(1, 4))
    values: dict[str, object] = {
        "person": who.ref,
        "motion_at": asked,
        "stage": "investigation",
        "lawyer_name": story.lawyer,
        **story.qualified(),
        "adult": "no" if who.human.child else "yes",
        "understands": "yes",
        "voluntary": "yes",
        "lawyer_consulted": "yes",
        "charge_accepted": "yes",
        "prosecutor_decision": "granted" if agreed else "refused",
        "prosecutor_decided_at": decided,
        "refusal_reasons": None if agreed else book.say("Зыян төлөнгөн жок.", "Вред не возмещён."),
    }
    if agreed:
        values |= {"agreed_at": book.wait(days=(0, 3)), "prosecutor": story.prosecutor, "punishment": "fine"}
        values |= {"accused_signature": story.signature(), "lawyer_signature": {"method": "wet_ink"}}
    book.enter("plea_agreement", "prosecutor", story.order(values))


def reconcile(story: Story, who: Party) -> bool:
    """A reconciliation with the victim; whether the case ends by it."""
    book = story.book
    if story.victim is None:
        return False
    decided = book.chance(0.85) or "reconciled" in story.fate.turns
    violence = "yes" if story.family_violence else "no"
    checked = "yes" if story.family_violence else None
    values = {
        "person": who.ref,
        "victims": [story.victim.ref],
        "motion_at": book.at,
        "motion_by": book.code("reconciliation_side"),
        "stage": "investigation",
        "rights_explained_at": book.at,
        **story.qualified(),
        "all_victims_agree": "yes",
        "violence_case": violence,
        "pressure_checked": checked,
        "pressure_checked_by": story.somebody() if checked else None,
        "agreed_at": book.wait(days=(1, 8)),
        "accused_signature": {"method": "wet_ink"},
        "victim_signatures": [{"method": "wet_ink"}],
        "decision": "terminated" if decided else "refused",
        "decided_at": book.wait(days=(0, 4)),
    }
    record = book.enter("reconciliation", "investigator", story.order(values))
    return decided and not terminate(story, "reconciliation", reconciliation=reference(record))


def divert(story: Story, child: Party) -> bool:
    """A child is led out of the procedure by a contract; whether the case ends by it."""
    book = story.book
    decided = book.at
    free(story, child)
    months = book.number(2, 13) if book.chance(0.15) else book.number(3, 12)
    cancelled = "diversion_cancelled" in story.fate.turns or book.chance(0.1)
    values: dict[str, object] = {
        "person": child.ref,
        "decided_at": decided,
        **story.qualified(),
        "first_time": "yes",
        "admitted": "yes",
        "child_consents": "yes",
        "lawyer_name": story.lawyer,
        "child_protection_officer": story.somebody(),
        "contract_at": book.wait(days=(1, 5)),
        "contract_months": max(3, min(12, months)),
        "contract_until": book.day(round(months * 30.5)),
        "measures": ["obligations"],
        "obligations": book.some(("study", "home_hours", "programme", "free_time"), 2),
        "approval": "approved",
        "approved_at": book.wait(days=(1, 6)),
        "victim_notified_at": book.at,
    }
    record = book.enter("child_diversion", "prosecutor", story.order(values))
    if cancelled:
        broken = book.wait(days=(30, 60))
        ended = {"breach_reported_at": broken, "breach": book.say("Окууга барбайт.", "Не посещает школу.")}
        ended |= {"child_heard_at": book.wait(days=(1, 4)), "breach_decision": "cancelled"}
        ended["breach_decided_at"] = book.wait(days=(1, 4))
        book.change("child_diversion", record, "prosecutor", ended)
        return False
    book.wait(days=(80, 85))
    book.change("child_diversion", record, "prosecutor", {"completed_at": book.at})
    terminate(story, "child_diverted", child_diversion=reference(record))
    return True


def treat(story: Story, who: Party, *, in_court: bool = False) -> None:
    """Compulsory measures of a medical kind."""
    book = story.book
    decided = book.at
    values: dict[str, object] = {
        "person": who.ref,
        "basis": book.pick("insane", "ill_later"),
        **story.qualified(),
        "deed": book.say("Жасалган иш", "Совершённое деяние"),
        "opinion_number": f"ЭК-{story.number}",
        "opinion_on": book.day(-3),
        "disorder": book.say("Шизофрения", "Шизофрения"),
        "lawyer_name": story.lawyer,
        "decided_at": decided,
    }
    if in_court:
        values |= {"court": story.court, "court_decision": "applied", "court_decided_at": book.at}
        values |= {"measure": "hospital_ordinary", "institution": book.say("Оорукана", "Больница")}
        values |= {"admitted_at": book.wait(days=(1, 4)), "review_due_on": book.day(180)}
    else:
        values |= {"received_by_prosecutor_at": book.wait(days=(1, 4)), "prosecutor_decision": "terminated"}
        values["prosecutor_decided_at"] = book.wait(days=(1, 4))
    book.enter("medical_measures", "court_clerk" if in_court else "investigator", story.order(values))
