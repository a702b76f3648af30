"""The charge, measures of restraint and their course, other measures, and search for a person (P27–P31)."""

from __future__ import annotations

import datetime

from icjims_core.casebook.plan import reference, said, stamp
from icjims_core.casebook.story import Party, Story
from icjims_core.modules.takeover import HOLDING

_OF_COURT = ("bail", *HOLDING)
_COMPLICITY = ("group", "conspiracy", "conspiracy", "organised_group")
_AHEAD = datetime.timedelta(days=6)
"""So long before its end at least a measure is prolonged."""
_LAPSE = datetime.timedelta(days=3)
"""So long somebody is held without an order whose fate it is."""


def charge(story: Story, who: Party, step: str = "first") -> None:
    """The order to charge, its presentation with a lawyer, and the accused's part in the case."""
    book = story.book
    ordered = book.at
    replaced = who.charge
    step = step if replaced else "first"
    committed = story.book.entries[0].values.get("event_from")
    values: dict[str, object] = {
        "person": who.ref,
        "step": step,
        "replaces": reference(replaced) if replaced and step != "first" else None,
        "ordered_at": ordered,
        "order_number": f"О-{story.number}",
        **story.qualified(),
        "committed_from": committed,
        "description": book.say("Айыпталуучу кылмышты жасаган.", "Обвиняемый совершил преступление."),
        "guilt_form": "recklessness" if story.crime.article == "312" else "direct_intent",
        "participation": "alone" if len(story.suspects) < 2 else "co_perpetrator",
        "complicity": _COMPLICITY[story.number % len(_COMPLICITY)] if len(story.suspects) > 1 else None,
        "register_entered_at": ordered,
    }
    late = who.apprehended_at is None and book.chance(0.08)
    soon = (30, 150) if who.human.child else (60, 700)
    presented = book.wait(minutes=soon) if not late else book.wait(minutes=(3000, 4500))
    if book.chance(0.97):
        values |= {
            "presented_at": presented,
            "late_reason": book.say("Издөөдө болгон.", "Скрывался(лась).") if late else None,
        }
        present = book.chance(0.93)
        values["lawyer_name"] = story.lawyer if present else None
        values["lawyer_absent_reason"] = None if present else book.say("Баш тартты.", "Отказался(лась) от адвоката.")
        values["rights_explained_at"] = presented if book.chance(0.93) else None
        values |= book.unless(values["rights_explained_at"], "rights_missing_reason")
        copied = book.chance(0.92)
        values["copy_given_at"] = presented if copied else None
        values["copy_missing_reason"] = None if copied else book.say("Алуудан баш тартты.", "Отказался(лась) получить.")
        values |= {"language_understood": book.yes(0.93), "guilt_admission": book.code("guilt_admission")}
        values["copy_to_prosecutor_at"] = book.wait(minutes=(20, 100 if who.human.child else 600))
    elif book.chance(0.5):
        values["late_reason"] = book.say("Ооруп калды.", "Заболел(а).")
    who.charge = book.enter("charge", "investigator", story.act(values))
    if step == "first":
        who.first_charge = who.charge
        part = {"role": "accused", "status_from": ordered, "status_basis": "charge_order", "charged_at": ordered}
        part |= {"charge_article": story.crime.article, "charge_part": story.part}
        if who.part:
            book.change("participant", who.part, "investigator", part)
    if book.chance(0.15):
        count = {"charge": reference(who.charge), **story.qualified(), "description": values["description"]}
        book.enter("charge_count", "investigator", count)


def choose_measure(story: Story, who: Party, lawful: bool = True) -> None:
    """The measure of restraint that is asked for, and what is decided on it."""
    book, human = story.book, who.human
    if "custody" in story.fate.turns or "parole" in story.fate.turns:
        measure = "custody"
    elif "bail" in story.fate.turns:
        measure = "bail"
    elif "house_arrest" in story.fate.turns:
        measure = "house_arrest"
    elif human.child and not story.grave:
        measure = "child_supervision"
    elif story.grave and lawful:
        measure = book.pick("custody", "custody", "custody", "house_arrest", "bail")
    else:
        several = ("undertaking", "undertaking", "undertaking", "electronic", "bail", "military_command")
        measure = book.pick(*several) if not human.child else "undertaking"
    if measure == "bail" and who.apprehended_at is not None:
        _hold_until_bail(story, who)
    else:
        restrain(story, who, measure)


def _hold_until_bail(story: Story, who: Party) -> None:
    """Whoever was apprehended stays in custody until the bail set for him is paid (CPC 112(3))."""
    restrain(story, who, "custody")
    if who.held:
        who.bail_paid = story.book.wait(days=(1, 5))
        former = who.restraint
        restrain(story, who, "bail", "changed")
        decided = next(each for each in story.book.entries if each.id == who.restraint)
        end_measure(story, former, str(decided.values["decided_at"]))


def restrain(story: Story, who: Party, measure: str, step: str = "chosen") -> None:
    """A measure of restraint is chosen, or another one takes its place."""
    book = story.book
    before = who.restraint
    values: dict[str, object] = {
        "person": who.ref,
        "measure": measure,
        "step": step,
        "previous": reference(before) if before and step != "chosen" else None,
        "charge": reference(who.charge) if who.charge else None,
        "grounds": book.some(("abscond", "obstruct", "reoffend", "threaten"), 2),
        "motion_at": book.at,
        "requested_by": story.officer,
        "why_not_milder": book.say("Башка чара жетишсиз.", "Иная мера недостаточна."),
    }
    decision = "granted"
    if measure in _OF_COURT:
        decision = _asked(story, who, values, certain=step == "changed" or bool(story.fate.turns))
    values |= {"decision": decision, "decided_at": book.at, "decided_by": story.judge if measure in _OF_COURT else None}
    if decision in ("granted", "milder"):
        _put_in_force(story, who, values)
    who.restraint = book.enter("restraint", "investigator", story.order(values))
    who.held_until = datetime.datetime.fromisoformat(str(values["valid_until"])) if "valid_until" in values else None
    if decision == "granted":
        who.measure, who.held = measure, measure in HOLDING
    elif not before:
        who.measure, who.held = "", False
    if who.held:
        who.apprehended_at = None
    if measure in _OF_COURT and book.chance(0.2):
        appeal = {"appealed_at": book.wait(days=(1, 7))}
        book.change("restraint", who.restraint, "court_clerk", appeal)
    if measure == "bail" and decision == "granted" and "bail_paid_at" not in values and book.chance(0.85):
        _pay_bail(story, who)


def _asked(story: Story, who: Party, values: dict[str, object], *, certain: bool) -> str:
    """The motion to the court: consent, service on the defence, filing, hearing; what the judge decides.

    Of somebody just brought to the judge it came with the check of the apprehension, and is decided after it.
    """
    book = story.book
    if who.motion:
        values |= who.motion
        who.motion = {}
        book.wait(minutes=(10, 80) if book.chance(0.95) else (150, 300))
    else:
        values |= {"prosecutor_consent": "yes", "prosecutor_decided_at": book.wait(minutes=(15, 90))}
        values |= book.kept("served_defence_at", "served_missing_reason", 0.9)
        values["filed_at"] = book.wait(minutes=(185, 240) if book.chance(0.85) else (30, 170))
        values["court_received_at"] = book.wait(minutes=(5, 25))
        book.wait(minutes=(40, 280) if book.chance(0.9) else (310, 500))
    if values["step"] == "chosen" and "custody_refused" in story.fate.turns:
        return "refused"
    return "granted" if certain else book.random.choices(("granted", "milder", "refused"), (86, 6, 8))[0]


def _put_in_force(story: Story, who: Party, values: dict[str, object]) -> None:
    """From when to when, where, and who was told."""
    book, measure = story.book, values["measure"]
    if measure in HOLDING:
        values |= {"valid_from": book.at, "valid_until": book.ahead(days=book.number(50, 60))}
        if who.apprehended_at is not None:
            began = who.apprehended_at
            values["credited_from"] = began.isoformat(timespec="minutes")
            values["valid_until"] = (began + datetime.timedelta(days=book.number(55, 58))).isoformat(timespec="minutes")
    if measure == "custody":
        told = book.kept("relatives", "relatives_missing_reason", 0.94)
        if "relatives" in told:
            told = {"relatives_notified_times": said(str(told["relatives"]), "document")}
        values |= told | {"facility": book.say("№1 ТИЗО", "СИЗО-1")}
        if book.chance(0.12):
            values |= {"dependants_left": "yes"} | (
                book.why("dependants_missing_reason")
                if len(book.entries) % 5 == 0
                else {"dependants_care": book.say("Таенесинде", "У бабушки")}
            )
    if measure in _OF_COURT:
        values["copy_given_at"] = book.maybe(0.9)
        values |= book.unless(values["copy_given_at"], "copy_missing_reason")
    values |= _particulars(story, who, str(measure))


def _particulars(story: Story, who: Party, measure: str) -> dict[str, object]:
    """What one measure states and no other."""
    book = story.book
    match measure:
        case "house_arrest":
            return {"house_address": who.human.values.get("actual_address"), "controlling_body": "УИК"}
        case "bail":
            form = {"bail_form": "money", "bail_due_at": book.ahead(days=5), "bail_payer": who.human.full_name}
            form |= {"bail_paid_at": who.bail_paid} if who.bail_paid else {}
            return {"bail_amount": book.number(50, 300) * 100_000, **form}
        case "child_supervision":
            return {"supervisor": book.say("атасы", "отец") if book.chance(0.5) else book.say("апасы", "мать")}
        case "undertaking":
            return {"undertaking_signed_at": book.at}
        case "military_command":
            return {"command_told_at": book.at}
        case _:
            return {}


def _pay_bail(story: Story, who: Party) -> None:
    book = story.book
    paid = {"bail_paid_at": book.wait(days=(1, 5))}
    book.change("restraint", who.restraint, "court_clerk", paid)


def change_bail(story: Story, who: Party) -> None:
    """A guarantor asks to be freed of the bail; the measure is changed within a day, or later."""
    book = story.book
    book.change("restraint", who.restraint, "court_clerk", {"bail_change_asked_at": book.at})
    book.wait(minutes=(200, 1900))
    restrain(story, who, "undertaking", "changed")


def keep_held(story: Story, moment: datetime.datetime) -> None:
    """Before time passes to a moment, the measures that would end by then are prolonged; late, or not, is a fate."""
    if story.prolonging:
        return
    story.prolonging = True
    lapsed = "term_lapsed" in story.fate.turns
    by = moment - _LAPSE if lapsed else moment + _AHEAD
    while ends := [(who.held_until, at) for at, who in enumerate(story.suspects) if who.held and who.held_until]:
        until, at = min(ends)
        if until > by:
            break
        if lapsed:
            story.book.until(until + _LAPSE)
        if lapsed and story.book.chance(0.5):
            free(story, story.suspects[at])
        else:
            prolong(story, story.suspects[at], until)
    story.prolonging = False


def prolong(story: Story, who: Party, until: datetime.datetime) -> None:
    """Another term of custody or house arrest, asked for in time or not."""
    book = story.book
    book.until(until - datetime.timedelta(days=book.number(5, 9) if book.chance(0.85) else book.number(1, 4)))
    filed, left = book.at, max(1, (until - book.now) // datetime.timedelta(minutes=1))
    decision = "refused" if "extension_refused" in story.fate.turns else "granted"
    who.held_until = max(until, book.now) + datetime.timedelta(days=book.number(30, 58))
    values: dict[str, object] = {
        "person": who.ref,
        "measure": who.measure,
        "step": "extended",
        "previous": reference(who.restraint) if who.restraint else None,
        "motion_at": filed,
        "requested_by": story.officer,
        "prosecutor_consent": "yes",
        "filed_at": filed,
        "court_received_at": book.wait(minutes=(20, 300)),
        "decision": decision,
        "decided_at": book.wait(minutes=(300, max(301, min(5000, left - 340)))),
        "facility": book.say("№1 ТИЗО", "СИЗО-1"),
        "copy_given_at": book.maybe(0.9),
        "relatives_notified_times": said(book.at, "document") if book.chance(0.7) else None,
    }
    if book.chance(0.3):
        received = book.wait(minutes=(60, 2000))
        values |= {"complaint_received_at": received, "complaint_forwarded_at": book.wait(minutes=(30, 900))}
    if book.chance(0.2):
        asked = book.at
        values |= {"access_asked_at": asked, "access_given_at": book.wait(minutes=(60, 900))}
    if decision == "refused":
        book.enter("restraint", "investigator", story.order(values))
        free(story, who)
        return
    values |= {"valid_from": stamp(max(until, book.now)), "valid_until": stamp(who.held_until)}
    who.restraint = book.enter("restraint", "investigator", story.order(values))


def change_measure(story: Story, who: Party, measure: str = "undertaking") -> None:
    """A motion to change or cancel the measure, decided; the former one ends."""
    book = story.book
    step = "cancelled" if story.turns("measure_cancelled") else book.pick("changed", "changed", "cancelled")
    step = step if who.restraint else "changed"
    filed = book.at
    values: dict[str, object] = {
        "person": who.ref,
        "measure": measure if step == "changed" else who.measure,
        "step": step,
        "previous": reference(who.restraint) if who.restraint else None,
        "requested_by": story.lawyer,
        "motion_at": filed,
        "filed_at": filed,
        "court_received_at": book.wait(minutes=(20, 300)),
        "decision": "granted",
        "decided_at": book.wait(minutes=(300, 5500)),
        "decided_by": story.judge,
        "undertaking_signed_at": book.at if step == "changed" else None,
    }
    ended, former = book.at, who.restraint
    who.measure, who.held = (measure if step == "changed" else ""), False
    who.restraint = book.enter("restraint", "investigator", story.order(values))
    if former:
        end_measure(story, former, ended)


def end_measure(story: Story, restraint: bytes, at: str) -> None:
    """The end of a measure, with the reason; what was to run only later ends when it would have begun."""
    for each in story.book.entries:
        if each.id == restraint and str(each.values.get("valid_from", "")) > at:
            begins = datetime.datetime.fromisoformat(str(each.values["valid_from"])) + datetime.timedelta(minutes=30)
            at = story.book.until(begins, office_hours=False)
    reason = story.book.say("Чара өзгөртүлдү.", "Мера отменена или изменена.")
    story.book.change("restraint", restraint, "investigator", {"ended_at": at, "end_reason": reason})


def free(story: Story, who: Party) -> None:
    """Whoever is held is let go: the ground is gone."""
    if who.held:
        who.held, who.measure = False, ""
        if who.restraint:
            end_measure(story, who.restraint, story.book.at)
        else:
            _let_go(story, who)


def _let_go(story: Story, who: Party) -> None:
    """A milder measure in the place of one that is on paper alone."""
    at = story.book.at
    values = {"person": who.ref, "measure": "undertaking", "step": "changed", "decision": "granted", "decided_at": at}
    who.restraint = story.book.enter("restraint", "investigator", story.order(values | {"undertaking_signed_at": at}))


def measure_beside(story: Story, who: Party) -> None:
    """Another measure of procedural coercion."""
    book = story.book
    measure = book.pick(
        "property_arrest", "property_arrest", "removal", "removal", "appearance", "bringing", "no_approach"
    )
    ordered = book.at
    measure = "bringing" if measure == "appearance" and story.number % 2 else measure
    values: dict[str, object] = {"person": who.ref, "measure": measure, "step": "applied", "ordered_at": ordered}
    values["reasons"] = book.say("Зыяндын ордун толтуруу үчүн.", "Для возмещения вреда.")
    values["measure"] = measure = "property_arrest" if story.turns("frozen") else measure
    if measure in ("property_arrest", "removal"):
        values["served_defence_at"] = book.maybe(0.9)
        values["filed_at"] = book.wait(minutes=(190, 900))
        values["received_at"] = book.wait(minutes=(20, 120))
        values |= {"decision": "granted", "decided_at": book.wait(minutes=(100, 1700)), "decided_by": story.judge}
    if measure == "property_arrest":
        values |= {"property_found_at": book.past(book.number(1700, 3200)), "property_kind": ["vehicle"]}
        values |= {"property_description": book.say("Жеңил машине", "Легковой автомобиль")}
        values |= {"frozen_at": ordered if story.turns("frozen", 0.6) else None, "property_value": 45_000_000}
    if measure == "removal":
        values |= {"post": book.say("Башчы", "Начальник"), "employer_received_at": book.wait(minutes=(200, 1500))}
        values["executed_at"] = book.wait(days=(0, 5))
    if measure == "bringing":
        values |= {"ordered_at": book.past(180), "brought_at": ordered}
    if measure == "no_approach" and story.victim is not None:
        values |= {"protected": [story.victim.ref], "distance_m": 100}
    book.enter("other_measure", "investigator", story.order(values))


def seek(story: Story, who: Party) -> bytes:
    """The accused is looked for, and found."""
    book = story.book
    begun = book.at
    values = {
        "person": who.ref,
        "ground": "whereabouts_unknown",
        "ordered_at": begun,
        "order_number": f"Р-{story.number}",
        "scope": book.code("wanted_scope"),
        "wanted_from": begun,
        "appearance": book.say("Бою орто.", "Среднего роста."),
    }
    record = book.enter("wanted", "investigator", story.order(values))
    located = book.wait(days=(10, 90))
    found = {"wanted_until": located, "outcome": "located", "located_at": located}
    found["located_place"] = book.say("Ош шаары", "г. Ош")
    book.change("wanted", record, "investigator", found)
    return record
