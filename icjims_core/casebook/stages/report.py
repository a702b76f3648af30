"""The report of a crime, its check and the decision to initiate a case or not (P01–P11)."""

from __future__ import annotations

from collections.abc import Callable

from icjims_core import codes
from icjims_core.casebook.crimes import story as tell
from icjims_core.casebook.plan import new_id, reference, said
from icjims_core.casebook.stages.office import number_of_register, register_in_journal
from icjims_core.casebook.stages.participants import recognise_victim, suspect_somebody
from icjims_core.casebook.stages.transfers import pass_on
from icjims_core.casebook.story import Story

_SCENES = ("205", "205-1", "206", "130", "122", "312", "280")


def receive(story: Story) -> None:
    """The report, its registration, and the person who reports."""
    book, crime = story.book, story.crime
    received = book.at
    channel = book.pick("oral_statement", "written_statement", "phone_102")
    values: dict[str, object] = {
        "summary": tell(book.random, crime, book.language),
        "received_times": said(received, "journal"),
        "received_by": story.somebody(),
        "channel": channel if crime.victim != "none" else "officer_report",
        "event_from": book.past(book.number(20, 3 * 24 * 60)),
        "region": story.region,
        "family_violence": "yes" if story.family_violence else "no",
        "child_involved": "yes" if crime.victim == "child" else "no",
        "presumed_article": crime.article,
        "presumed_part": story.part,
        "language": book.language,
        "provisional_number": story.provisional(book.case),
        "journal_number": str(1000 + story.number),
        "journal_date": book.day(),
        "marks": sorted(crime.marks) or None,
        **_tags(story),
    }
    if crime.damage is not None:
        values["damage"] = book.number(*crime.damage) // 100 * 100 * 100
    book.wait(minutes=(3, 40))
    book.open_case("duty_officer", values)
    register_in_journal(story, received)
    if crime.victim != "none":
        woman = crime.victim == "woman" or book.chance(0.45)
        ages = (6, 13) if crime.victim == "child" else (16, 78)
        story.victim = story.meet("duty_officer", woman=woman, ages=ages)
        book.change("case", book.case, "duty_officer", {"applicant": story.victim.ref})
    _register(story)


def _tags(story: Story) -> dict[str, object]:
    """What international statistics ask of the event, as far as the report tells it."""
    crime, at_home = story.crime, story.family_violence
    return {
        "weapon": "sharp" if "weapon" in crime.marks else None,
        "cyber_related": "yes" if "cyber" in crime.marks else "no",
        "situational_context": ["family"] if at_home else None,
        "location_type": "private_home" if at_home else None,
        "motives": ["interpersonal"] if at_home else ["illicit_gain"] if crime.damage is not None else None,
        "reported_by": "police" if crime.victim == "none" else "victim",
    }


def _register(story: Story) -> None:
    """The entry in the Register, whose number is only on its own paper, and the document for the applicant."""
    book = story.book
    if story.turns("checked_unregistered", 0.03):
        return
    registered = book.wait(minutes=(10, 500))
    values: dict[str, object] = {}
    if book.chance(0.95):
        values |= {"talon_number": f"Т-{story.number:05d}", "talon_given_at": registered}
    if book.chance(0.08):
        number_of_register(story, registered)
    else:
        values["registered_at"] = registered
        if book.office in codes.code_list("office"):
            values["body"] = book.office
    if values:
        book.change("case", book.case, "duty_officer", values)


def check(story: Story) -> None:
    """What is done before the decision: the closed list of actions, and an extension of the term."""
    book = story.book
    actions: list[Callable[[Story], None]] = []
    if story.crime.article in _SCENES and book.chance(0.6):
        actions.append(_scene)
    actions += [each for each, chance in _CHECKS if book.chance(chance)]
    book.random.shuffle(actions)
    if actions and actions[-1] is _extend and book.chance(0.5):
        actions.insert(0, actions.pop())
    for action in actions:
        book.wait(days=(0, 3))
        action(story)
    if story.victim is not None:
        recognise_victim(story, story.victim)


def _scene(story: Story) -> None:
    book = story.book
    begun = book.at
    corpse = story.crime.article == "122"
    urgent = book.chance(0.2)
    ended = book.wait(minutes=(30, 120))
    values: dict[str, object] = {
        "kind": "corpse" if corpse else "scene",
        "basis": "urgent" if urgent else "not_needed",
        "started_at": begun,
        "ended_at": ended,
        "region": story.region,
        "place": book.say("Окуя болгон жер", "Место происшествия"),
        "weather": book.code("weather"),
        "lighting": book.code("lighting"),
        "description": book.say("Жердин абалы сүрөттөлдү.", "Обстановка описана."),
        "rights_explained": "yes",
        "means": ["photo"],
        "recorded": "not_asked",
        "forensic_doctor": story.somebody() if corpse else None,
    }
    if urgent:
        told = book.wait(minutes=(60, 1400))
        values |= {"urgent_reason": book.say("Издер жоголушу мүмкүн.", "Следы могли быть утрачены.")}
        values |= {"judge_notified_at": told if book.chance(0.9) else None, "prosecutor_notified_at": told}
        received = book.wait(minutes=(20, 200))
        checked = book.wait(minutes=(100, 1700))
        values |= {"court_received_at": received, "lawfulness": "lawful", "lawfulness_at": checked}
    book.enter("inspection", "investigator", story.action(values))


def _question_stranger(story: Story) -> None:
    book = story.book
    who = story.meet("investigator", woman=book.chance(0.5), ages=(18, 75))
    begun = book.at
    ended = book.wait(minutes=(20, 80))
    values = {
        "person": who.ref,
        "action": "interrogation",
        "kind": "first",
        "capacity": "witness",
        "started_at": begun,
        "ended_at": ended,
        "testimony_language": who.human.language,
        "rights_explained": "yes",
        "liability_warned": "yes",
        "content": book.say("Көргөнүн айтып берди.", "Рассказал(а) об увиденном."),
    }
    book.enter("interrogation", "investigator", story.action(values))


def _ask_for_documents(story: Story) -> None:
    book = story.book
    kind = book.pick("documents", "documents", "task", "samples")
    values: dict[str, object] = {"kind": kind, "sent_at": book.at, "started_at": book.at, "due_at": book.ahead(days=5)}
    values["addressee"] = book.say("Айыл өкмөтү", "Айыл окмоту")
    values["asked_for"] = book.say("Маалымат берүү", "Предоставить сведения")
    if kind == "samples":
        values |= {"order_at": book.at, "sample_basis": "consent", "sample_kinds": ["fingerprints"], "due_at": None}
    values["ended_at"] = book.wait(minutes=(5, 30))
    book.enter("protocol", "investigator", story.act(values))


def _ask_expert(story: Story) -> None:
    book = story.book
    harm = "physical" if story.crime.damage is None else "commodity"
    values = {
        "field_of_expertise": "forensic_medical" if harm == "physical" else "commodity",
        "form": "single",
        "ordered_at": book.at,
        "questions": [book.say("Зыяндын көлөмү кандай?", "Каков размер вреда?")],
        "provider": "state",
        "sent_at": book.at,
        "due_on": book.day(20),
    }
    book.enter("expert_examination", "investigator", story.order(values))


def _extend(story: Story) -> None:
    book = story.book
    ordered = book.at
    consent = book.yes(0.93)
    decided = book.wait(minutes=(60, 900))
    values = {
        "reason": book.code("check_extension_reason"),
        "ordered_at": ordered,
        "reasons": book.say("Экспертизанын корутундусу жок.", "Не получено заключение эксперта."),
        "new_term_until": book.day(book.number(5, 10)),
        "prosecutor_consent": consent,
        "prosecutor_name": story.prosecutor,
        "decided_at": decided,
        "refusal_reasons": book.say("Негиз жок.", "Оснований нет.") if consent == "no" else None,
    }
    book.enter("check_extension", "investigator", story.act(values))


def _accept(story: Story) -> None:
    book = story.book
    values = {"kind": "inquiry", "officer": story.somebody(), "accepted_at": book.at}
    values["post"] = book.say("тергөөчү", "дознаватель")
    book.enter("acceptance", "head", story.act(values))


_CHECKS: tuple[tuple[Callable[[Story], None], float], ...] = (
    (_question_stranger, 0.35),
    (_ask_for_documents, 0.15),
    (_ask_expert, 0.12),
    (_extend, 0.14),
    (_accept, 0.2),
)


def decide(story: Story) -> bool:
    """The decision on the report; whether a case is initiated that goes on."""
    book = story.book
    if story.turns("transfer_at_check", 0.01):
        pass_on(story, book.pick("territory", "report_referral"))
    book.wait(days=(0, 7))
    refused = story.turns("refusal") or not (
        story.must_reach("initiated") or story.grave or story.family_violence or book.chance(0.63)
    )
    if refused or story.turns("initiated_after_refusal"):
        return _refuse(story)
    initiate(story)
    if story.turns("initiation_annulled", 0.004):
        _annul(story, "initiation", story.initiation, "annul", "investigator")
        book.wait(days=(1, 6))
        _refusal(story)
        return False
    return True


def initiate(story: Story) -> None:
    """The order to initiate the case."""
    book = story.book
    named = (story.crime.known > 0.9 and book.chance(0.35)) or story.turns("suspected_first")
    if named and not story.suspects:
        story.suspects.append(suspect_somebody(story))
    decided = book.at
    values: dict[str, object] = {
        "decided_at": decided,
        "occasion": "citizen_statement" if story.victim is not None else "officer_report",
        "ground": book.say("Кылмыштын белгилери бар.", "Имеются признаки преступления."),
        **story.qualified(),
        "formed_by_register": book.yes(0.9),
        "course": "taken",
        "taken_by": story.officer,
        "persons": [each.ref for each in story.suspects] or None,
    }
    if story.gravity in ("N", "L"):
        values |= {"prosecution_kind": "private_public", "victim_statement": "yes" if story.victim else "no"}
        values["statement_exception"] = None if story.victim else "state_interest"
    else:
        values["prosecution_kind"] = "public"
    if story.victim is not None:
        values |= {"victims": [story.victim.ref], "applicant_notified_at": book.maybe(0.9)}
    story.initiated = book.now
    story.initiation = book.enter("initiation", "investigator", story.act(values))
    told = {
        **story.qualified(),
        "responsible": story.officer,
        "responsible_since": book.day(),
        "completion": "completed",
    }
    book.change("case", book.case, "investigator", told)
    if book.chance(0.97):
        sent = book.wait(minutes=(60, 1500))
        book.change("initiation", story.initiation, "investigator", {"copy_to_prosecutor_at": sent})
    story.term_until = story.today


def _refuse(story: Story) -> bool:
    """A refusal, and what the prosecutor makes of it; whether the case goes on after all."""
    book = story.book
    record = _refusal(story)
    if story.turns("initiated_after_refusal"):
        book.wait(days=(2, 9))
        _annul(story, "refusal", record, "instruct", "prosecutor")
        book.wait(minutes=(30, 300))
        initiate(story)
        return True
    if story.turns("refusal_annulled_initiated", 0.03):
        book.wait(days=(2, 9))
        _annul(story, "refusal", record, "annul_initiate", "prosecutor")
        return False
    if story.turns("refusal_annulled", 0.08):
        book.wait(days=(2, 9))
        _annul(story, "refusal", record, book.pick("annul", "annul_further_check"), "prosecutor")
        book.wait(days=(1, 8))
        if book.chance(0.4):
            initiate(story)
            return True
        _refusal(story)
    return False


def _refusal(story: Story) -> bytes:
    book = story.book
    decided = book.at
    referral = book.pick("none", "none", "offences")
    unchecked = story.turns("unchecked", 0.12)
    values: dict[str, object] = {
        "ground": "civil_contract"
        if unchecked
        else book.pick("no_event", "no_elements", "no_elements", "no_statement"),
        "without_check": "yes" if unchecked else "no",
        "decided_at": decided,
        **story.qualified(),
        "circumstances": book.say("Текшерүүдө кылмыш белгилери табылган жок.", "Признаков преступления не выявлено."),
        "referral": referral,
        "appeal_explained": "yes",
        "copy_to_prosecutor_at": book.wait(minutes=(30, 1300)),
    }
    if referral == "offences":
        values["referred_to"] = book.say("Укук бузуулар боюнча комиссия", "Комиссия по делам о правонарушениях")
    if book.chance(0.9):
        values |= {"applicant_notified_at": book.at, "copy_sent_at": book.at}
        values["copy_received_at"] = book.wait(days=(1, 4))
    record = book.enter("refusal", "investigator", story.act(values))
    if story.victim is not None and book.chance(0.2):
        known = book.at
        filed = book.wait(days=(1, 12))
        complaint = {
            "kind": book.pick("complaint", "complaint", "complaint_to_judge"),
            "person": story.victim.ref,
            "filed_at": filed,
            "received_at": book.wait(minutes=(10, 600)),
            "subject": book.say("Баш тартуу менен макул эмесмин.", "Не согласен(на) с отказом."),
            "challenged": book.say("Баш тартуу токтому", "Постановление об отказе"),
            "challenged_known_at": known,
            "addressee": "prosecutor",
        }
        book.enter("motion", "prosecutor", story.act(complaint))
    return record


def _annul(story: Story, kind: str, record: bytes, decision: str, addressee: str) -> None:
    """An act of the prosecutor on a decision."""
    book = story.book
    decided = book.at
    values = {
        "target_type": kind,
        "act": reference(record),
        "decision": decision,
        "decided_at": decided,
        "prosecutor_name": story.prosecutor,
        "reasons": book.say("Текшерүү толук эмес.", "Проверка проведена неполно."),
        "instruction": book.say("Чечимди кайра карагыла.", "Решение пересмотреть.") if decision == "instruct" else None,
        "addressee": addressee,
        "sent_at": book.wait(minutes=(20, 300)),
    }
    book.enter("prosecutor_act", "prosecutor", story.act(values))


def join(story: Story) -> None:
    """Another report of the same is registered, joined to this case, and stays as a redirect."""
    book = story.book
    other = new_id(book.random, book.now)
    main = book.case
    first = book.at
    book.case = other
    summary = book.say("Ошол эле адамдын экинчи окуясы.", "Второй эпизод того же лица.")
    opened: dict[str, object] = {"summary": summary, "received_times": said(first, "journal"), "region": story.region}
    opened |= {"provisional_number": story.provisional(other), "language": book.language, "channel": "oral_statement"}
    opened |= {"presumed_article": story.crime.article, "presumed_part": story.part}
    book.open_case("duty_officer", opened)
    book.change("case", other, "duty_officer", {"registered_at": book.wait(minutes=(30, 200))})
    book.wait(days=(1, 3))
    begun = book.at
    initiated: dict[str, object] = {
        "decided_at": begun,
        "occasion": "citizen_statement",
        **story.qualified(),
        "course": "taken",
    }
    book.enter("initiation", "investigator", story.act({**initiated, "taken_by": story.officer}))
    book.wait(days=(1, 5))
    decided = book.at
    values: dict[str, object] = {
        "kind": "join",
        "decided_at": decided,
        "decided_by": story.officer,
        "ground": "several_crimes",
    }
    values |= {"other_case": reference(other), "other_initiated_at": begun, "clock_rule": "earliest_initiation"}
    values["register_entered_at"] = decided
    book.enter("joinder", "investigator", story.act(values))
    book.case = main
    book.enter("joinder", "investigator", story.act(values))
