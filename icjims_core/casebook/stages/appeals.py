"""Appeal, cassation, new circumstances, and the verdict's entry into force (P61–P64)."""

from __future__ import annotations

from icjims_core.casebook.plan import reference
from icjims_core.casebook.stages import court
from icjims_core.casebook.stages.accusation import free
from icjims_core.casebook.stages.closing import terminate
from icjims_core.casebook.story import Party, Story


def appeal_ruling(story: Story, act: str, decision: str = "ruling_unchanged") -> None:
    """An appeal of a ruling, not of the verdict."""
    book = story.book
    made = book.at
    late = book.chance(0.45)
    values: dict[str, object] = {
        "appealed_act": act,
        "act_at": made,
        "filed_at": book.wait(days=(12, 25) if late else (1, 11)),
        "appellant": "lawyer",
        "appellant_name": story.lawyer,
        "ruling": book.say("Токтом", "Постановление"),
        "grounds": ["procedure"],
    }
    if late:
        values |= {"restoration_asked_at": book.at, "restoration_ground": "good_reason"}
        values |= {"restoration_decision": "granted", "restoration_decided_at": book.wait(days=(1, 3))}
    values |= _heard(story, decision, 9)
    book.enter("appeal", "court_clerk", story.order(values))


def _heard(story: Story, decision: str, within: int = 50) -> dict[str, object]:
    """The course of an appeal in the higher court."""
    book = story.book
    values: dict[str, object] = {"sent_at": book.wait(days=(1, 6)), "received_at": book.wait(days=(1, 5))}
    values |= {"set_at": book.wait(days=(1, 15)), "scheduled_at": book.ahead(days=7), "rapporteur": story.somebody()}
    values |= {"decision": decision, "decided_at": book.wait(days=(4, max(5, within)))}
    values["changes"] = book.say("Жаза жеңилдетилди.", "Наказание смягчено.") if decision == "verdict_changed" else None
    values |= {"reasons": book.say("Негиздүү.", "Обоснованно."), "sent_for_execution_at": book.wait(days=(1, 8))}
    return values


def appeal_verdict(story: Story) -> bool:
    """An appeal of the verdict on the first of the accused; whether the verdict is to come into force."""
    book, fate, who = story.book, story.fate.turns, story.suspect
    decided = {
        "convicted_on_appeal": "convicted",
        "acquitted_on_appeal": "acquitted_or_terminated",
        "new_trial_on_appeal": "new_trial",
        "appeal_ended": "appeal_ended",
    }
    decision = next((each for name, each in decided.items() if name in fate), "")
    if not decision and not story.turns("appeal_withdrawn", 0.02) and not book.chance(0.35):
        return True
    decision = decision or book.pick("verdict_unchanged", "verdict_unchanged", "verdict_changed")
    filed = book.wait(days=(3, 31))
    values: dict[str, object] = {
        "appealed_act": "verdict",
        "verdict": reference(who.verdict),
        "person": who.ref,
        "filed_at": filed,
        "handed_over_at": filed if book.chance(0.3) else None,
        "appellant": "prosecutor" if who.outcome == "acquitted" else "accused",
        "grounds": ["severity"],
        "new_evidence": book.yes(0.1),
        "restoration_asked_at": filed if book.chance(0.08) else None,
    }
    if values["restoration_asked_at"]:
        values |= {"restoration_ground": "late_minutes", "restoration_decision": "granted"}
    if "appeal_withdrawn" in fate or book.chance(0.03):
        values |= {"withdrawn_at": book.wait(days=(2, 10)), "withdrawn_by": who.human.full_name}
        who.appeal = book.enter("appeal", "court_clerk", story.order(values))
        return True
    values |= _heard(story, decision)
    who.appeal = book.enter("appeal", "court_clerk", story.order(values))
    if decision == "new_trial":
        book.wait(days=(10, 25))
        court.try_again(story)
    elif decision == "acquitted_or_terminated":
        who.outcome, who.punishment = "acquitted", ""
        free(story, who)
    elif decision == "convicted":
        who.outcome, who.punishment, who.months = "guilty_punishment", "fine", 0
    return True


def come_into_force(story: Story, who: Party) -> bytes:
    """The verdict comes into force; the id of the record of it."""
    book = story.book
    appealed = bool(who.appeal)
    if not appealed and who is story.suspect:
        book.wait(days=(30, 34))
    in_force = book.at
    who.in_force = book.now
    bodies = {"imprisonment": "prison_system", "fine": "bailiff"}
    body = "probation" if who.outcome == "guilty_probation" else bodies.get(who.punishment, "probation")
    values: dict[str, object] = {
        "verdict": reference(who.verdict),
        "person": who.ref,
        "in_force_at": in_force,
        "how": "appeal_decided" if appealed else "term_expired",
        "appeal": reference(who.appeal) if appealed else None,
        "case_returned_at": book.wait(days=(1, 4)) if appealed and book.chance(0.6) else None,
        "body": body,
    }
    return book.enter("entry_into_force", "court_clerk", story.order(values))


def send_to_execution(story: Story, who: Party, record: bytes) -> None:
    """The verdict goes to the body that executes it; a fine is paid, a bail returned."""
    book = story.book
    if book.chance(0.95) and "unsent" not in story.fate.turns:
        sent: dict[str, object] = {"order_at": book.wait(days=(0, 4)), "sent_at": book.at}
        sent |= {"received_at": book.wait(days=(1, 4)), "received_number": f"ИСП-{story.number}"}
        if who.outcome != "acquitted":
            book.change("entry_into_force", record, "court_clerk", sent)
    if who.punishment == "fine" and book.chance(0.8):
        paid = {"executed_told_at": book.wait(days=(20, 110))}
        book.change("entry_into_force", record, "court_clerk", paid)
    if who.measure == "bail" and book.chance(0.9):
        returned = {"bail_outcome": "returned", "bail_outcome_at": book.wait(days=(1, 7))}
        book.change("restraint", who.restraint, "court_clerk", returned)


def review(story: Story) -> bool:
    """Cassation or new circumstances; whether the sentence still stands."""
    book, fate, who = story.book, story.fate.turns, story.suspect
    if "reopened" in fate:
        _reopen(story, who)
        return False
    forced = "cassation" in fate
    if who.outcome == "acquitted" or (not forced and not book.chance(0.18)):
        return True
    filed = book.wait(days=(5, 60))
    values: dict[str, object] = {
        "filed_at": filed,
        "person": who.ref,
        "appellant": "lawyer",
        "appellant_name": story.lawyer,
        "appeal": reference(who.appeal) if who.appeal else None,
        "grounds": ["sanction"],
        "worsens": book.yes(0.1),
        "sent_at": book.wait(days=(1, 7)),
        "received_at": book.wait(days=(1, 5)),
    }
    if not forced and book.chance(0.4):
        values |= {"returned_at": book.wait(days=(2, 12)), "return_ground": book.code("cassation_return_ground")}
        book.enter("cassation", "court_clerk", story.order(values))
        return True
    decision = book.pick("upheld_both", "upheld_one", "new_decision")
    if "new_trial_in_cassation" in fate:
        decision = "new_trial"
    if "terminated_in_cassation" in fate:
        decision = "terminated"
    values |= {"decision": decision, "decided_at": book.wait(days=(20, 65))}
    values["termination_ground"] = "no_elements" if decision == "terminated" else None
    book.enter("cassation", "court_clerk", story.order(values))
    if decision == "new_trial":
        book.wait(days=(15, 30))
        court.try_again(story)
    return decision not in ("new_trial", "terminated")


def _reopen(story: Story, who: Party) -> None:
    book = story.book
    filed = book.wait(days=(40, 200))
    values = {
        "filed_at": filed,
        "circumstance": book.pick("false_evidence", "unknown_facts"),
        "person": who.ref,
        "applicant": "prosecutor",
        "verdict": reference(who.verdict),
        "in_favour": "yes",
        "decision": "reopened_new",
        "decided_at": book.wait(days=(10, 30)),
        "outcome": book.say("Өкүм жокко чыгарылды.", "Приговор отменён."),
    }
    book.enter("new_circumstances", "court_clerk", story.order(values))
    book.wait(days=(10, 40))
    terminate(story, "no_elements")
