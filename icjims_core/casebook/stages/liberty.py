"""Apprehension with its safeguards, the place of detention, the doctor, the judge's check and release (P20–P26)."""

from __future__ import annotations

import datetime
from typing import Final

from icjims_core.casebook.plan import reference, said
from icjims_core.casebook.stages.participants import call
from icjims_core.casebook.story import Party, Story

_GROUNDS = ("caught", "eyewitness", "traces", "after_actions")
_AT_ONCE: Final = ("lawyer_notified_at", "embassy_notified_at", "child_body_notified_at")


def apprehend(story: Story, who: Party, *, wanted: bytes = b"") -> None:
    """An apprehension up to its order and notifications, its safeguards more or less kept."""
    book, human = story.book, who.human
    who.apprehended_at = book.now
    actual = book.at
    by_force = book.yes(0.2)
    values: dict[str, object] = {
        "person": who.ref,
        "actual_times": said(actual, "officer", story.officer),
        "actual_precision": "minute",
        "apprehended_by": story.somebody(),
        "region": story.region,
        "ground": "wanted" if wanted else book.pick(*_GROUNDS),
        "wanted": reference(wanted) if wanted else None,
        "suspected_article": story.crime.article,
        "suspected_part": story.part,
        "is_child": "yes" if human.child else "no",
        "force_used": by_force,
        "force_reason": book.say("Каршылык көрсөттү.", "Оказал сопротивление.") if by_force == "yes" else None,
        "rights_language": human.language,
        **book.kept("told_suspicion_at", "rights_missing_reason", 0.92),
        **book.kept("rights_explained_at", "rights_missing_reason", 0.92),
    }
    values["delivered_at"] = book.wait(minutes=(15, 170))
    ordered = book.wait(minutes=(10, 90))
    values |= {"order_at": ordered, "stated_actual_at": actual, "order_number": f"З-{story.number}"}
    values["physical_condition"] = book.say("Даттануусу жок.", "Жалоб нет.") if book.chance(0.92) else None
    values |= book.unless(values["physical_condition"], "condition_missing_reason")
    values |= book.kept("rights_sheet_given_at", "rights_missing_reason") | book.kept(
        "copy_given_at", "copy_missing_reason"
    )
    values |= _told(story, who, actual)
    if book.chance(0.15):
        asked = book.at
        given = book.wait(minutes=(60, 900)) if book.chance(0.85) else None
        values |= {"access_asked_at": asked, "access_given_at": given}
    if human.values.get("interpreter_needed") == "yes" and book.chance(0.4):
        values["rights_missing_reason"] = book.say("Котормочу табылган жок.", "Не нашли переводчика.")
    who.apprehension = book.enter("apprehension", "investigator", story.act(values))
    if book.chance(0.3):
        call(story, who, book.pick("legal_aid_lawyer", "lawyer", "relative", "doctor"))
    _accept_in_facility(story, who)
    soon = (20, 120) if human.child else (20, 600)
    book.wait(minutes=soon if human.child or book.chance(0.9) else (700, 1200))
    sent = book.kept("copy_to_prosecutor_at", "prosecutor_missing_reason", 0.94)
    if sent:
        book.change("apprehension", who.apprehension, "investigator", sent)


def _told(story: Story, who: Party, actual: str) -> dict[str, object]:
    """Whom the investigator told, three times of four in the moment of the apprehension: lawyer, relatives, embassy."""
    book, human = story.book, who.human
    at_once = len(book.entries) % 4 != 0
    values: dict[str, object] = {"lawyer_name": story.lawyer}
    book.wait(minutes=(5, 50))
    values |= book.kept("lawyer_notified_at", "lawyer_missing_reason", 0.88)
    relatives = book.kept("relatives_notified_at", "relatives_missing_reason", 0.88)
    told = relatives.pop("relatives_notified_at", None)
    if told:
        relatives |= {
            "relatives_notified_times": said(actual if at_once else str(told), "protocol"),
            "notification_result": "told_by_phone",
        }
    values |= relatives
    call_made = book.kept("phone_call_at", "phone_call_missing_reason", 0.84)
    values |= call_made | ({"phone_call_effective": "yes"} if "phone_call_at" in call_made else {})
    book.wait(minutes=(20, 120))
    if book.chance(0.82):
        values["lawyer_arrived_at"] = book.at
    values |= book.kept("private_meeting_at", "lawyer_missing_reason", 0.85)
    values |= book.kept("doctor_examined_at", "doctor_missing_reason", 0.7)
    if human.values.get("citizenship") != "KG":
        values |= {"foreigner": "yes"} | book.kept("embassy_notified_at", "embassy_missing_reason", 0.75)
    if human.child:
        values |= book.kept("parents_notified_at", "parents_missing_reason", 0.85)
        values |= book.kept("child_body_notified_at", "child_body_missing_reason", 0.8)
        book.wait(minutes=(30, 120))
        heard = book.kept("prosecutor_questioned_child_at", chance=0.8)
        values |= heard | book.unless(heard, "child_hearing_missing_reason")
    if at_once:
        values |= {name: actual for name in _AT_ONCE if name in values}
    return values


def _accept_in_facility(story: Story, who: Party) -> None:
    """Admission to the temporary detention facility, and the doctor."""
    book = story.book
    if not book.chance(0.75):
        return
    refused = book.chance(0.06)
    if refused:
        _examine(story, who, b"", refused=True)
    admitted = book.wait(minutes=(10, 60))
    explained = book.chance(0.9)
    values: dict[str, object] = {
        "person": who.ref,
        "facility": book.say("Убактылуу кармоо жайы", "Изолятор временного содержания"),
        "facility_kind": "ivs",
        "delivered_by": story.officer,
        "admission_times": said(admitted, "journal"),
        "admission_ground": "apprehension_order",
        "admission_decision": "admitted",
        "commitment_document": book.say("Кармоо токтому", "Постановление о задержании"),
        "apprehension": reference(who.apprehension),
        "rights_explained_at": admitted if explained else None,
        "rights_missing_reason": None if explained else book.say("Мас абалда.", "В состоянии опьянения."),
        "separation": ["child"] if who.human.child else None,
        "separation_kept": "yes" if who.human.child else None,
        "property_list": book.say("Капчык, телефон", "Кошелёк, телефон"),
        "cell": str(book.number(1, 12)),
    }
    record = book.enter("facility_admission", "detention_officer", story.act(values))
    if not refused and book.chance(0.88):
        book.wait(minutes=(5, 90))
        _examine(story, who, record)


def _examine(story: Story, who: Party, admission: bytes, *, refused: bool = False) -> None:
    book = story.book
    injured = not refused and book.chance(0.12)
    values: dict[str, object] = {
        "person": who.ref,
        "occasion": "delivery" if admission else "own_request",
        "admission": reference(admission) if admission else None,
        "requested_at": None if admission else book.at,
        "examined_at": book.at,
        "doctor": story.somebody(),
        "privacy": book.pick("alone", "alone", "officer_out_of_hearing"),
        "consent": "no" if refused else "yes",
        "refusal_reason": book.say("Каалаган жок.", "Отказался(лась).") if refused else None,
        "injuries_found": "yes" if injured else "no",
    }
    if values["privacy"] != "alone":
        values["officers_present"] = book.say("Кароол", "Конвой")
    if injured:
        values |= {"injury_kinds": ["bruise"], "body_map": ["arm_left: 3 см"], "copy_to_prosecutor_at": book.at}
        values["photos_missing_reason"] = book.say("Камера жок.", "Нет камеры.")
    book.enter("medical_examination", "facility_doctor", story.act(values))


def ask_for_doctor(story: Story, who: Party) -> None:
    """The defence asks for a doctor, who comes in time or does not."""
    book = story.book
    asked = book.at
    values = {
        "person": who.ref,
        "occasion": "defence_motion",
        "requested_by": story.lawyer,
        "requested_at": asked,
        "examined_at": book.wait(minutes=(60, 900)),
        "doctor": story.somebody(),
        "privacy": "alone",
        "consent": "yes",
        "injuries_found": "no",
    }
    book.enter("medical_examination", "facility_doctor", story.act(values))


def bring_to_court(story: Story, who: Party) -> bool:
    """The judge's check of the apprehension, in time or late; whether it was found lawful."""
    book = story.book
    if not who.apprehension or who.apprehended_at is None:
        return True
    hours = 21 if who.human.child else 45
    limit = who.apprehended_at + datetime.timedelta(hours=hours)
    early = datetime.timedelta(minutes=book.number(150, 600))
    late = datetime.timedelta(minutes=book.number(10, 150))
    sent = _prepare_motion(story, who, limit + late if "late_to_court" in story.fate.turns else limit - early)
    received = book.wait(minutes=(10, 40))
    who.motion |= {"filed_at": sent, "court_received_at": received}
    decided = book.wait(minutes=(20, 110) if book.chance(0.9) else (130, 200))
    lawfulness = book.random.choices(("lawful", "unjustified", "unlawful"), (90, 6, 4))[0]
    values: dict[str, object] = {
        "kind": "apprehension_check",
        "court": story.court,
        "judge": story.judge,
        "received_at": received,
        "materials_sent_at": sent,
        "started_at": received,
        "ended_at": decided,
        "accused": [who.ref],
        "decision": "lawful" if lawfulness == "lawful" else "unlawful",
        "decided_at": decided,
        "recorded": "yes",
        "lawyers": [story.lawyer],
        "prosecutor": story.prosecutor,
    }
    if lawfulness != "lawful" or book.chance(0.08):
        values |= {"private_ruling_at": decided, "private_ruling_cause": "unlawful_apprehension"}
        values["private_ruling_to"] = book.say("Тергөө башкармалыгы", "Следственное управление")
    hearing = book.enter("hearing", "court_clerk", values)
    stated: dict[str, object] = {
        "materials_sent_at": sent,
        "court_received_at": received,
        "brought_to_court_at": received if book.chance(0.88) else None,
        "hearing": reference(hearing),
        "lawfulness": lawfulness,
        "lawfulness_at": decided,
    }
    stated |= book.unless(stated["brought_to_court_at"], "court_missing_reason")
    if "private_ruling_at" in values:
        stated |= {"private_ruling_at": decided, "private_ruling": str(values["private_ruling_to"])}
    book.change("apprehension", who.apprehension, "investigator", stated)
    return lawfulness == "lawful"


def _prepare_motion(story: Story, who: Party, due: datetime.datetime) -> str:
    """The motion for a measure, served on the defence three hours before it goes to the judge, or nearly; its time."""
    book = story.book
    book.until(due - datetime.timedelta(minutes=book.number(240, 330)), office_hours=False)
    who.motion = {"motion_at": book.at, "prosecutor_consent": "yes"}
    who.motion["prosecutor_decided_at"] = book.wait(minutes=(10, 60))
    who.motion |= book.kept("served_defence_at", "served_missing_reason", 0.9)
    enough = book.now + datetime.timedelta(minutes=book.number(181, 200))
    return book.until(max(due, enough) if book.chance(0.85) else due, office_hours=False)


def answer_private_ruling(story: Story, who: Party) -> None:
    """The reply to the private ruling, and the appeal of the ruling on the apprehension."""
    book = story.book
    private = any("private_ruling_at" in each.values for each in book.entries if each.id == who.apprehension)
    if private and book.chance(0.8):
        answered = {"private_ruling_answered_at": book.wait(days=(10, 35))}
        book.change("apprehension", who.apprehension, "investigator", answered)


def release_by_prosecutor(story: Story, who: Party) -> None:
    """The prosecutor lets go whoever was apprehended unlawfully."""
    book = story.book
    values = {
        "target_type": "apprehension",
        "act": reference(who.apprehension),
        "person": who.ref,
        "decision": "release",
        "decided_at": book.wait(minutes=(20, 300)),
        "prosecutor_name": story.prosecutor,
        "reasons": book.say("Кармоо мыйзамсыз.", "Задержание незаконно."),
    }
    book.enter("prosecutor_act", "prosecutor", story.act(values))
    book.wait(minutes=(5, 90))
    release(story, who, "unlawful")


def release(story: Story, who: Party, ground: str) -> None:
    """The release of the person apprehended, by whoever had to."""
    book = story.book
    released = book.at
    by = story.somebody() if ground == "term_expired" else story.officer
    given = book.yes(0.88)
    values: dict[str, object] = {
        "released_at": released,
        "release_ground": ground,
        "released_by": by,
        "certificate_given": given,
    }
    values |= book.unless(given == "yes", "certificate_missing_reason")
    book.change("apprehension", who.apprehension, "detention_officer", values)
    admission = [each for each in book.entries if each.type == "facility_admission" and each.new]
    for each in admission:
        if each.values.get("apprehension") == reference(who.apprehension):
            ended: dict[str, object] = {"ended_at": released, "end_reason": "released", "certificate_given": "yes"}
            ended["release_document"] = book.say("Бошотуу токтому", "Постановление об освобождении")
            book.change("facility_admission", each.id, "detention_officer", ended)
    who.apprehended_at = None
    _tell_victim(story, who)


def _tell_victim(story: Story, who: Party) -> None:
    """The victim who wished to know is told of the release, mostly."""
    book = story.book
    asked = [each for each in book.entries if each.type == "participant" and each.values.get("notify_release") == "yes"]
    if asked and len(book.entries) % 3:
        told = {"release_told_at": book.wait(minutes=(5, 200)), "release_told_of": [who.ref]}
        book.change("participant", asked[0].id, "investigator", told)
