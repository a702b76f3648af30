"""Search, experts, special actions, things as evidence, and requests abroad (P32, P36–P38, P41–P43)."""

from __future__ import annotations

import datetime

from icjims_core.casebook.plan import reference, said, stamp
from icjims_core.casebook.story import Party, Story


def search(story: Story, who: Party | None) -> None:
    """A search or a seizure, by order of the judge or without delay, and what was found."""
    book = story.book
    kind = book.pick("search", "seizure") if who is None or book.chance(0.75) else "personal_search"
    urgent = book.chance(0.3)
    values: dict[str, object] = {"kind": kind, "person": who.ref if who else None, "place_kind": "dwelling"}
    values["reasons"] = book.say("Уурдалган буюмдар болушу мүмкүн.", "Могут находиться похищенные вещи.")
    if kind == "personal_search":
        values |= {"officers_same_sex": "yes", "place_kind": "person"}
    if urgent:
        values |= {"basis": "urgent", "urgent_reason": book.say("Кечиктирүүгө болбойт.", "Не терпит отлагательства.")}
    else:
        values |= {"basis": "judge_order", "prosecutor_consent": "yes", "filed_at": book.at}
        values["court_received_at"] = book.wait(minutes=(20, 200))
        values |= {"decided_at": book.wait(minutes=(100, 1700)), "court_decision": "granted", "judge": story.judge}
        values |= {"order_number": f"СП-{story.number}", "order_valid_until": book.day(book.number(10, 60))}
    begun = book.wait(minutes=(60, 900))
    values |= {"started_at": begun, "ended_at": book.wait(minutes=(30, 180)), "recorded": "yes", "means": ["video"]}
    values |= {"surrender": book.code("surrender"), "description": book.say("Үй каралды.", "Осмотрены помещения.")}
    values |= {"copy_given_at": book.at, "copy_given_to": story.somebody()}
    if urgent:
        values["judge_notified_at"] = book.wait(minutes=(60, 1700)) if book.chance(0.92) else None
        values["prosecutor_notified_at"] = book.at if book.chance(0.92) else None
        values["court_received_at"] = book.wait(minutes=(20, 100))
        values |= {"lawfulness": "lawful", "lawfulness_at": book.wait(minutes=(100, 1900))}
    record = book.enter("search", "investigator", story.action(values))
    take(story, from_search=reference(record))


def take(story: Story, **origin: object) -> None:
    """A thing is taken, described, recognised as evidence, and moved about."""
    book = story.book
    values = {
        "item_number": f"{story.number}-{len(story.evidence) + 1}",
        "kind": book.code("evidence_kind"),
        "description": book.say("Кара түстөгү баштык", "Пакет чёрного цвета"),
        "taken_at": book.at,
        "taken_by": story.officer,
        "recognised_at": book.at,
        "packaging": book.say("Мөөрлөнгөн конверт", "Опечатанный конверт"),
        "seal_number": str(book.number(10_000, 99_999)),
        "storage": "evidence_room",
        "owner": story.victim.ref if story.victim and book.chance(0.5) else None,
        **origin,
    }
    record = book.enter("evidence", "investigator", story.order(values))
    story.evidence.append(record)
    move(story, record, "stored")


def move(story: Story, evidence: bytes, kind: str, examination: bytes = b"") -> None:
    """One movement in the chain of custody of a thing."""
    book = story.book
    values = {
        "evidence": reference(evidence),
        "kind": kind,
        "moved_at": book.at,
        "from_whom": story.officer,
        "to_whom": story.somebody(),
        "to_storage": "expert" if kind == "to_expert" else "evidence_room",
        "examination": reference(examination) if examination else None,
        "seal_state": "intact",
    }
    book.enter("evidence_movement", "investigator", values)


def examine(story: Story, who: Party | None, *, hospital: bool = False) -> bytes:
    """An expert examination and its conclusion; a stay in hospital where one is needed."""
    book = story.book
    ordered = book.at
    field = "psychiatric" if hospital else book.code("expert_field", "psychiatric")
    values: dict[str, object] = {
        "field_of_expertise": field,
        "form": "commission" if hospital else "single",
        "mandatory_ground": "suspect_state" if hospital else None,
        "person": who.ref if who else None,
        "ordered_at": ordered,
        "order_number": f"Э-{story.number}",
        "questions": [book.say("Суроо 1", "Вопрос 1")],
        "provider": "state",
        "organisation": book.say("Мамлекеттик соттук эксперт кызматы", "Государственная судебно-экспертная служба"),
        "expert_warned": "yes",
        "objects": [reference(each) for each in story.evidence[:1]] or None,
        "sent_at": book.wait(minutes=(60, 900)),
        "due_on": book.day(30),
        "consent": "yes",
        "initiative": story.lawyer if book.chance(0.2) else None,
    }
    if hospital or book.chance(0.1):
        values["motion_filed_at"] = book.at
        values |= {"motion_decision": "granted", "motion_decided_at": book.wait(days=(0, 5))}
    if hospital:
        values |= _in_hospital(story)
    else:
        book.wait(days=(5, 28))
    outcome = "conclusion" if book.chance(0.94) else "impossible"
    values |= {"outcome": outcome, "concluded_at": book.at, "conclusion_number": f"ЭК-{story.number}"}
    values["conclusions"] = book.say("Жооптор тиркелет.", "Ответы прилагаются.")
    values["impossible_reason"] = (
        book.say("Материал жетишсиз.", "Недостаточно материала.") if outcome != "conclusion" else None
    )
    values["conclusion_received_at"] = book.wait(days=(1, 4))
    record = book.enter("expert_examination", "investigator", story.order(values))
    if story.evidence and not hospital:
        move(story, story.evidence[0], "from_expert", record)
    return record


def _in_hospital(story: Story) -> dict[str, object]:
    book = story.book
    hospital = book.say("Республикалык психиатрия борбору", "Республиканский центр психиатрии")
    values: dict[str, object] = {"hospital": hospital, "admitted_at": book.wait(days=(1, 4))}
    values["hospital_ruling_at"] = values["motion_decided_at"] = book.past(600)
    admitted = book.now
    told = book.kept("relatives", "relatives_missing_reason", 0.75)
    if "relatives" in told:
        told = {"relatives_notified_times": said(book.wait(minutes=(60, 1900)), "document")}
    values |= told
    if book.chance(0.6):
        book.until(admitted + datetime.timedelta(days=book.number(19, 26)))
        values["extension_filed_at"] = book.at
        values |= {"extension_decided_at": book.wait(days=(0, 5)), "extended_until": book.ahead(days=20)}
        book.wait(days=(6, 18))
    else:
        book.wait(days=(18, 33))
    values["discharged_at"] = book.at
    return values


def act_specially(story: Story, who: Party | None) -> None:
    """A special investigative action under the control of the judge."""
    book, fate = story.book, story.fate.turns
    urgent = "urgent_action" in fate or book.chance(0.25)
    unlawful = "unlawful_action" in fate or book.chance(0.1)
    kind = book.pick("interception", "connections", "audio_video", "surveillance", "purchase", "delivery", "post")
    values: dict[str, object] = {
        "kind": kind,
        "ground": book.pick("evidence", "evidence", "evidence", "consent", "wanted"),
        "person": who.ref if who else None,
        "target_text": book.say("Телефон номери", "Абонентский номер"),
        **story.qualified(),
        "aim": book.say("Байланыштарды аныктоо.", "Установить связи."),
        "executing_body": book.say("Ыкчам кызмат", "Оперативная служба"),
        "post_office": book.say("№ 1 бөлүм", "Отделение № 1") if kind == "post" else None,
        "urgent": "yes" if urgent else "no",
        "prosecutor_consent": "yes",
    }
    if not urgent:
        values |= {"filed_at": book.at, "court_received_at": book.wait(minutes=(20, 100))}
        values |= {"decided_at": book.wait(minutes=(100, 1300)), "court_decision": "granted", "judge": story.judge}
        values["order_valid_until"] = book.day(book.number(20, 58) if book.chance(0.9) else 65)
    began = book.now
    values |= {
        "actually_started_at": book.at,
        "valid_from": book.at,
        "valid_until": book.ahead(days=book.number(20, 59)),
    }
    if urgent:
        values |= {"urgent_reason": book.say("Кечиктирүүгө болбойт.", "Не терпит отлагательства.")}
        values["judge_notified_at"] = values["court_received_at"] = book.wait(minutes=(120, 1700))
        values["lawfulness"] = "unlawful" if unlawful else "lawful"
        values["lawfulness_at"] = book.wait(minutes=(100, 1300))
    elif unlawful:
        values |= {"lawfulness": "unlawful", "lawfulness_at": book.wait(minutes=(100, 1300))}
    if book.chance(0.5):
        values["first_from"] = stamp(began - datetime.timedelta(days=book.number(0, 200)))
    values["actually_ended_at"] = book.wait(days=(8, 19))
    values |= {"report_received_at": book.at, "results": book.say("Сүйлөшүү жазылды.", "Записаны разговоры.")}
    if kind == "purchase":
        values |= {"money_issued": 500_000, "provocation_excluded": "yes"}
    if "irrelevant_material" in fate or book.chance(0.3):
        values["irrelevant_found_at"] = book.at
    if unlawful or book.chance(0.3):
        destroyed = book.wait(minutes=(100, 2500))
        values |= {"destroyed_at": destroyed, "destruction_act": f"АУ-{story.number}"}
    values |= book.kept("notice_given_at", "notice_missing_reason", 0.6)
    book.enter("special_action", "investigator", story.act(values))


def ask_abroad(story: Story, who: Party | None) -> None:
    """A request to another state."""
    book = story.book
    kind = book.pick("legal_assistance", "legal_assistance", "summons", "transfer_of_case", "extradition")
    if who is None and kind == "extradition":
        kind = "legal_assistance"
    sent = book.at
    result = book.code("request_result")
    values = {
        "kind": kind,
        "direction": "outgoing",
        "state": book.pick("KZ", "UZ", "RU", "TJ"),
        "own_body": book.say("Башкы прокуратура", "Генеральная прокуратура"),
        "request_on": book.day(),
        "basis": "treaty",
        "treaty": book.say("Минск конвенциясы", "Минская конвенция"),
        "conditions": book.say("Ушул иш үчүн гана.", "Только для этого дела."),
        "person": who.ref if who else None,
        **story.qualified(),
        "asked": book.say("Күбөнү суроо.", "Допросить свидетеля."),
        "sent_to_central_at": sent,
        "sent_at": book.wait(days=(3, 15)),
        "result": result,
        "replied_at": book.wait(days=(20, 60)) if result != "no_answer" else None,
        "refusal_reason": book.say("Негиз жок.", "Нет оснований.") if result == "refused" else None,
    }
    book.enter("international_request", "investigator", story.order(values))


def inspect_things(story: Story) -> None:
    """Things that were taken are inspected."""
    book = story.book
    begun = book.at
    values = {
        "kind": "objects",
        "started_at": begun,
        "ended_at": book.wait(minutes=(20, 90)),
        "items": [reference(each) for each in story.evidence[:2]] or None,
        "description": book.say("Буюмдар каралды.", "Осмотрены предметы."),
    }
    book.enter("inspection", "investigator", story.action(values))


def draw_up(story: Story, who: Party | None) -> None:
    """Another protocol: samples, copies, tasks; and things inspected."""
    book = story.book
    if story.turns("inspected") or (story.evidence and book.chance(0.5)):
        inspect_things(story)
    kind = book.pick("samples", "documents", "task", "rights", "copying", "conclusion_shown")
    begun = book.at
    values: dict[str, object] = {"kind": kind, "person": who.ref if who else None, "started_at": begun}
    values["description"] = book.say("Аракет жүргүзүлдү.", "Действие проведено.")
    if kind == "samples":
        values |= {"order_at": begun, "sample_basis": "own_consent", "sample_kinds": [book.code("sample_kind")]}
    values["ended_at"] = book.wait(minutes=(10, 60))
    book.enter("protocol", "investigator", story.act(values))
