"""The end of the investigation: term, suspension, termination, reading of the file, indictment (P44–P54)."""

from __future__ import annotations

import datetime

from icjims_core.casebook.plan import reference
from icjims_core.casebook.stages.accusation import free
from icjims_core.casebook.stages.office import bind_volumes
from icjims_core.casebook.stages.transfers import hand_over
from icjims_core.casebook.story import Party, Story


def extend_term(story: Story) -> None:
    """The term of the investigation is extended by the prosecutor whose level allows it."""
    book = story.book
    if story.initiated is None:
        return
    months = 1 if story.gravity == "N" else 2
    ends = story.initiated + datetime.timedelta(days=30 * months)
    if book.now > ends:
        ends = book.now + datetime.timedelta(days=book.number(6, 12))
    book.until(ends - datetime.timedelta(days=book.number(7, 11) if book.chance(0.8) else book.number(2, 6)))
    level = book.random.choices(("district", "regional", "deputy_general", "general"), (80, 14, 4, 2))[0]
    decision = book.pick("granted", "granted", "granted", "shorter", "refused")
    values = {
        "motion_at": book.at,
        "current_until": ends.date().isoformat(),
        "prosecutor_level": level,
        "requested_until": (ends.date() + datetime.timedelta(days=60)).isoformat(),
        "reasons": book.say("Экспертиза бүтө элек.", "Не завершена экспертиза."),
        "exceptional": book.say("Өзгөчө татаал иш.", "Особая сложность дела.") if level == "general" else None,
        "received_at": book.wait(minutes=(60, 1500)),
        "decision": decision,
        "decided_at": book.wait(days=(0, 4)),
        "decided_by": story.prosecutor,
        "register_entered_at": book.at,
    }
    if decision != "refused":
        added = 60 if decision == "granted" else 20
        values["extended_until"] = (ends.date() + datetime.timedelta(days=added)).isoformat()
    if decision != "granted":
        values["refusal_reasons"] = book.say("Негиз жетишсиз.", "Недостаточно оснований.")
    book.enter("term_extension", "investigator", story.order(values))


def suspend(story: Story, who: Party | None = None) -> bool:
    """A suspension and its check by the prosecutor; whether the investigation goes on."""
    book = story.book
    decided = book.at
    ground = book.pick("whereabouts_unknown", "illness") if who else "perpetrator_unknown"
    values: dict[str, object] = {
        "ground": ground,
        "person": who.ref if who else None,
        "whole_case": None if who else "yes",
        "term_expired": "yes" if ground != "illness" else None,
        "search_ordered": "yes" if ground == "whereabouts_unknown" else None,
        "doctor_certificate": "№ 14" if ground == "illness" else None,
        "decided_at": decided,
        "reasons": book.say("Күнөөлүү адам аныкталган жок.", "Лицо, совершившее преступление, не установлено."),
        "actions_done": book.say("Мүмкүн болгон аракеттер жүргүзүлдү.", "Выполнены возможные действия."),
        "register_entered_at": decided,
        "victim_notified_at": book.maybe(0.85),
        "appeal_explained": "yes",
        "sent_to_prosecutor_at": book.wait(days=(0, 6)),
        "received_by_prosecutor_at": book.wait(days=(0, 2)),
    }
    if values["victim_notified_at"] and book.chance(0.12):
        values["victim_appealed_at"] = book.wait(days=(1, 6))
    record = book.enter("suspension", "investigator", story.order(values))
    if story.turns("suspension_annulled", 0.01):
        book.wait(days=(2, 9))
        _prosecutor_annuls(story, "suspension", record)
        return True
    if book.chance(0.9) or "suspension_not_upheld" in story.fate.turns:
        annulled = story.turns("suspension_not_upheld", 0.01)
        checked: dict[str, object] = {"prosecutor_checked_at": book.wait(days=(1, 11))}
        checked["prosecutor_conclusion"] = "annulled" if annulled else "lawful"
        if annulled:
            checked["prosecutor_reasons"] = book.say("Аракеттер толук эмес.", "Выполнено не всё.")
        book.change("suspension", record, "prosecutor", checked)
        if annulled:
            return True
    if who is not None or story.must_reach("suspect") or book.chance(0.1):
        resume(story, record)
        return True
    return False


def resume(story: Story, suspension: bytes) -> None:
    """A suspended investigation goes on, with a fresh term."""
    book = story.book
    resumed = book.wait(days=(10, 120))
    values = {
        "resumed_at": resumed,
        "resumption_basis": "ground_gone",
        "prosecutor_consent": "yes",
        "prosecutor_consent_at": resumed,
        "new_term_until": book.day(book.number(15, 30)),
        "resumption_entered_at": resumed,
        "parties_told_at": resumed,
    }
    book.change("suspension", suspension, "investigator", values)
    story.initiated = book.now


def _prosecutor_annuls(story: Story, kind: str, record: bytes, decision: str = "annul") -> None:
    book = story.book
    values: dict[str, object] = {
        "target_type": kind,
        "act": reference(record) if record else None,
        "decision": decision,
        "decided_at": book.at,
        "prosecutor_name": story.prosecutor,
        "reasons": book.say("Мыйзамсыз.", "Незаконно.") if decision == "annul" else None,
        "new_term_until": book.day(28) if decision == "set_term" else None,
    }
    book.enter("prosecutor_act", "prosecutor", story.act(values))


def annul_charge(story: Story, who: Party) -> None:
    """The prosecutor annuls the order to charge."""
    _prosecutor_annuls(story, "other", who.first_charge)


def set_term(story: Story, returned: bytes) -> None:
    """The prosecutor sets a term for a case that the court returned."""
    _prosecutor_annuls(story, "investigation", returned, "set_term")


_REHABILITATING = ("no_event", "no_elements", "no_statement", "prosecutor_dropped")


def terminate(story: Story, ground: str = "", who: Party | None = None, **also: object) -> bool:
    """A termination and its check; whether the investigation goes on after all."""
    book = story.book
    ground = ground or book.pick("no_elements", "reconciliation", "reconciliation", "no_event", "amnesty", "death")
    decided = book.at
    values: dict[str, object] = {
        "ground": ground,
        "scope": "person" if who else "case",
        "person": who.ref if who else None,
        "decided_at": decided,
        **story.qualified(),
        "circumstances": book.say("Тергөөдө аныкталды.", "Установлено следствием."),
        "accused_objects": "no" if ground in ("amnesty", "reconciliation", "limitation", "decriminalised") else None,
        "damage_compensated": "yes" if ground == "limitation" else None,
        "rehabilitation_recognised": "yes" if ground in _REHABILITATING else None,
        "register_entered_at": decided,
        "served_at": book.maybe(0.8),
        "victim_notified_at": book.wait(minutes=(30, 2000)),
        "appeal_explained": "yes",
        "sent_to_prosecutor_at": book.wait(days=(0, 6)),
        "received_by_prosecutor_at": book.wait(days=(0, 2)),
        **also,
    }
    record = book.enter("termination", "investigator", story.order(values))
    for each in story.suspects:
        free(story, each)
    if story.victim is not None and book.chance(0.1):
        _complain(story, story.victim)
    if "termination_annulled" in story.fate.turns:
        book.wait(days=(2, 9))
        _prosecutor_annuls(story, "termination", record)
        return True
    annulled = story.turns("termination_not_upheld", 0.01)
    checked: dict[str, object] = {"prosecutor_checked_at": book.wait(days=(1, 11))}
    checked["prosecutor_conclusion"] = "annulled" if annulled else "lawful"
    if annulled:
        checked |= {"prosecutor_reasons": book.say("Негизсиз.", "Необоснованно."), "resumed_at": book.at}
        checked["resumed_by"] = story.prosecutor
    book.change("termination", record, "prosecutor", checked)
    return annulled


def _complain(story: Story, who: Party) -> None:
    book = story.book
    known = book.at
    values: dict[str, object] = {
        "kind": "complaint",
        "person": who.ref,
        "filed_at": book.wait(days=(1, 9)),
        "received_at": book.at,
    }
    values |= {"subject": book.say("Кыскартуу менен макул эмесмин.", "Не согласен(на) с прекращением.")}
    values |= {"challenged_known_at": known, "addressee": "prosecutor"}
    book.enter("motion", "prosecutor", story.act(values))


def terminate_part(story: Story, who: Party) -> None:
    """A part of the charge is dropped."""
    book = story.book
    values: dict[str, object] = {"ground": "no_elements", "scope": "charge", "person": who.ref, "decided_at": book.at}
    values |= {**story.qualified(), "rehabilitation_recognised": "yes"}
    book.enter("termination", "investigator", story.order(values))


def show_file(story: Story, who: Party, capacity: str) -> None:
    """The file is shown to a party, who reads it, with motions perhaps."""
    book = story.book
    announced = book.at
    postponed = capacity == "accused" and book.chance(0.12)
    values: dict[str, object] = {
        "person": who.ref,
        "capacity": capacity,
        "announced_at": announced,
        "rights_explained": "yes",
        "postponed_until": book.day(book.number(2, 6)) if postponed else None,
        "postponement_reason": book.say("Адвокат бош эмес.", "Занятость адвоката.") if postponed else None,
        "volumes": 1,
        "folios": book.number(60, 400),
        "bound_with_inventory": "yes",
        "with_lawyer": book.yes(0.9) if capacity == "accused" else None,
        "reading_started_at": book.wait(days=(0, 5)),
        "reading_ended_at": book.wait(minutes=(40, 400)),
    }
    if book.chance(0.2):
        values |= {"motions": book.say("Күбөнү чакыруу", "Вызвать свидетеля"), "motion_decision": "refused"}
        values["motion_decided_at"] = book.wait(minutes=(60, 1500))
        values["refusal_served_at"] = book.at
        values["refusal_appealed_at"] = book.wait(days=(1, 4)) if book.chance(0.4) else None
    book.enter("familiarisation", "investigator", story.order(values))


def indict(story: Story) -> None:
    """The file is bound, the indictment drawn up and sent to the prosecutor."""
    book = story.book
    volumes, folios = book.number(1, 3), book.number(80, 700)
    if book.chance(0.4):
        bind_volumes(story, volumes, folios)
    draw_indictment(story, volumes, folios)


def draw_indictment(story: Story, volumes: int = 1, folios: int = 120) -> None:
    """The indictment alone, and its way to the prosecutor."""
    book = story.book
    values = {
        "drawn_at": book.at,
        "accused": [each.ref for each in story.suspects],
        "offence": book.say("Айыптын маңызы", "Существо обвинения"),
        "victims": [story.victim.ref] if story.victim else None,
        **story.qualified(),
        "mitigating": ["repentance"] if book.chance(0.4) else None,
        "volumes": volumes,
        "folios": folios,
        "head_consent_at": book.wait(minutes=(60, 900)),
    }
    story.indictment = book.enter("indictment", "investigator", story.order(values))
    book.wait(minutes=(30, 800))
    book.change("indictment", story.indictment, "investigator", {"sent_at": book.at})
    if book.chance(0.7):
        hand_over(story, "to_prosecutor", f"PR-{story.region}", "investigator", receiver="prosecutor", lost=0.02)


def prosecutor_decides(story: Story, decision: str = "approved") -> None:
    """The prosecutor studies the case and decides; what is approved is served and goes to court."""
    book = story.book
    if decision == "approved" and book.chance(0.1):
        decision = "changed"
    received = book.wait(minutes=(10, 600))
    values: dict[str, object] = {
        "received_at": received,
        "indictment": reference(story.indictment),
        "charge_founded": "yes" if decision in ("approved", "changed") else "no",
        "decision": decision,
        "decided_at": book.wait(days=(1, 6)),
        "changes": book.say("Фактылар такталды.", "Уточнены обстоятельства.") if decision == "changed" else None,
        "instructions": book.say("Кошумча суракка алуу.", "Допросить дополнительно.")
        if decision == "returned"
        else None,
        "return_until": book.day(book.number(10, 29)) if decision == "returned" else None,
        "termination_ground": "no_elements" if decision == "terminated" else None,
    }
    goes = decision in ("approved", "changed")
    if goes:
        values |= {"served_at": book.wait(minutes=(60, 1900)), "court": story.court, "receipts_attached": "yes"}
        values["served_accused"] = [each.ref for each in story.suspects]
        values["sent_at"] = book.wait(minutes=(60, 1500))
        story.indictment_served = str(values["served_at"])
    book.enter("prosecutor_decision", "prosecutor", story.order(values))
    if goes:
        hand_over(story, "to_court", f"C-{story.region}", "prosecutor", receiver="court_clerk")
    elif decision == "terminated":
        for each in story.suspects:
            free(story, each)
