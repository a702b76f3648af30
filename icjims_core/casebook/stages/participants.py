"""Participants and their protection: victims, witnesses, defence, interpreters, motions, allegations (P12–P19)."""

from __future__ import annotations

from icjims_core.casebook.plan import reference, said
from icjims_core.casebook.story import Party, Story


def recognise_victim(story: Story, victim: Party) -> None:
    """The victim's part in the case."""
    book, crime = story.book, story.crime
    human = victim.human
    wish = book.yes(0.3)
    values: dict[str, object] = {
        "role": "victim",
        "status_from": book.at,
        "status_basis": "victim_order",
        "order_number": f"П-{story.number}",
        "copy_given_at": book.maybe(0.9),
        "harm_kinds": ["material"] if crime.damage else ["moral", "physical"],
        "relation_to_accused": crime.relation,
        "rights_explained_at": book.at,
        "rights_language": human.language,
        "rights_sheet_given": book.yes(0.9),
        "notify_release": book.pick("yes", "no", "not_asked"),
        "reconciliation_asked": "yes",
        "reconciliation_wish": wish,
        "pressure_reviewed_by": story.somebody() if story.family_violence and wish == "yes" else None,
        "civil_claim": book.number(10, 900) * 10_000 if crime.damage and book.chance(0.4) else None,
    }
    if human.child:
        values |= {"vulnerabilities": ["child"], "age_basis": "document", "child_room": "yes"}
        values |= {"child_protection_officer": story.somebody(), "psychologist": story.somebody()}
    elif book.chance(0.1):
        values["vulnerabilities"] = [book.pick("elderly", "dependent", "threatened", "repeat_victim")]
    story.involve(victim, values, "inquiry_officer")
    if human.values.get("interpreter_needed") == "yes":
        invite_interpreter(story, victim)


def suspect_somebody(story: Story, *, child: bool = False) -> Party:
    """Somebody who is said to have done it; no part in the case is stated yet."""
    book = story.book
    woman = story.crime.victim != "woman" and book.chance(0.14)
    foreign = "interpreter" in story.fate.turns
    return story.meet("investigator", woman=woman, ages=(14, 17) if child else (18, 60), foreign=foreign)


def become_suspect(story: Story, who: Party, *, apprehended: bool) -> None:
    """The part of a suspect, with the defence."""
    book, human = story.book, who.human
    values: dict[str, object] = {
        "role": "suspect",
        "status_from": book.at,
        "status_basis": "apprehension" if apprehended else "case_initiated",
        "lawyer_name": story.lawyer,
        "lawyer_order": f"О-{story.number}",
        "defence_basis": "legal_aid" if book.chance(0.6) else "own_choice",
        "lawyer_invited_at": book.past(60),
        "lawyer_arrived_at": book.past(10),
        "private_meeting_offered": book.yes(0.9),
        "rights_explained_at": book.at,
        "rights_language": human.language,
        "rights_sheet_given": "yes" if book.chance(0.9) else "not_asked",
    }
    grounds = {"minor": human.child, "apprehension": apprehended, "especially_serious": story.gravity == "O"}
    values["mandatory_defence"] = sorted(name for name, holds in grounds.items() if holds) or None
    if human.child:
        values |= {"age_basis": "document", "child_protection_officer": story.somebody()}
    story.involve(who, values)
    if human.values.get("interpreter_needed") == "yes":
        invite_interpreter(story, who)
    if book.chance(0.25):
        serve(story, who, "rights_sheet")


def serve(story: Story, who: Party, paper: str) -> None:
    """A paper is handed to somebody, who understands its language or has it translated."""
    book = story.book
    understood = book.yes(0.9)
    translated = book.yes(0.8) if understood == "no" else None
    values = {
        "person": who.ref,
        "paper": paper,
        "served_at": book.at,
        "way": "personal",
        "served_by": story.officer,
        "signature": story.signature(),
        "language": book.language,
        "language_understood": understood,
        "translated": translated,
        "translation_language": who.human.language if translated == "yes" else None,
    }
    book.enter("served_document", "investigator", values)


def call(story: Story, who: Party, service: str, language: str | None = None) -> None:
    """A call to somebody of the lists, with its result as evidence of the attempt."""
    book = story.book
    result = book.pick("will_come", "came", "no_answer", "busy", "declined", "told")
    values = {
        "service": service,
        "person": who.ref,
        "called_name": story.somebody(),
        "phone": f"+996 000 {book.number(0, 999_999):06d}",
        "language": language,
        "called_at": book.at,
        "way": "phone",
        "called_by": story.officer,
        "result": result,
        "reason": book.say("Башка ишке катышууда.", "Занят в другом деле.") if result == "declined" else None,
    }
    book.enter("contact_attempt", "investigator", values)


def invite_interpreter(story: Story, helped: Party) -> None:
    """An interpreter takes part for somebody."""
    book, language = story.book, helped.human.language
    who = story.meet("investigator", woman=book.chance(0.5), ages=(25, 60))
    call(story, who, "interpreter", language)
    values = {
        "role": "interpreter",
        "status_from": book.at,
        "status_basis": "appointment",
        "translates_from": language,
        "translates_to": book.language,
        "liability_warned_at": book.at,
        "present_from": book.at,
    }
    helped.interpreter = story.involve(who, values)


def hear_of_witness(story: Story) -> Party:
    """A witness of the crime."""
    book = story.book
    who = story.meet("investigator", woman=book.chance(0.5), ages=(18, 80))
    values = {"role": "witness", "status_from": book.at, "rights_explained_at": book.at}
    story.involve(who, values)
    return who


def protect(story: Story) -> None:
    """A witness who asks for protection: measures, a pseudonym, and the sealed identity."""
    book = story.book
    who = story.meet("investigator", woman=book.chance(0.4), ages=(20, 60))
    pseudonym = book.say("Күбө", "Свидетель") + f" № {story.number % 90 + 10}"
    requested = book.at
    decided = book.wait(minutes=(200, 2000))
    decision = (
        book.pick("granted", "granted", "partly", "refused")
        if "protected_witness" not in story.fate.turns
        else "granted"
    )
    values: dict[str, object] = {
        "person": who.ref,
        "requested_at": requested,
        "threat": book.say("Телефон аркылуу коркутушту.", "Угрозы по телефону."),
        "decision": decision,
        "decided_at": decided,
        "executing_body": book.say("Милиция", "Милиция"),
    }
    if decision == "refused":
        values["reasons"] = book.say("Коркунуч тастыкталган жок.", "Угроза не подтвердилась.")
        book.enter("security_measure", "investigator", story.act(values))
        return
    values |= {"measures": ["restricted_data"], "pseudonym": pseudonym}
    measure = book.enter("security_measure", "investigator", story.act(values))
    sealed = {
        "person": who.ref,
        "pseudonym": pseudonym,
        "security_measure": reference(measure),
        "real_surname": who.human.values["surname"],
        "real_name": who.human.values["name"],
        "sex": who.human.values["sex"],
        "envelope_number": f"К-{story.number}",
        "sealed_at": book.at,
    }
    book.enter("protected_identity", "investigator", sealed)
    hidden = {"sex": None, "sex_reason": "protected", "age_at_act": None, "age_reason": "protected"}
    part = {"role": "protected_witness", "status_from": book.at, "pseudonym": pseudonym}
    story.involve(who, {**part, **hidden})


_MOTIONS = ("motion", "motion", "motion", "recusal", "self_recusal", "complaint", "complaint_to_judge", "objection")


def ask(story: Story, who: Party, kind: str = "") -> None:
    """A motion, a recusal or a complaint, and what is decided on it."""
    book = story.book
    kind = kind or book.pick(*_MOTIONS)
    known = book.at
    complaint = kind in ("complaint", "complaint_to_judge", "detainee_complaint")
    filed = book.wait(days=(1, 13)) if complaint else book.at
    received = book.wait(minutes=(5, 500))
    forwarded = book.wait(minutes=(30, 1000 if kind == "detainee_complaint" else 1700))
    decider = book.wait(minutes=(30, 600))
    prolonged = kind == "complaint" and book.chance(0.3)
    decided = book.wait(days=(1, 9) if prolonged else (0, 4))
    decision = book.pick("granted", "partly", "refused", "withdrawn")
    open_ = book.chance(0.08)
    values: dict[str, object] = {
        "kind": kind,
        "person": who.ref,
        "filed_by_name": story.lawyer,
        "channel": "via_detention" if kind == "detainee_complaint" else book.pick("handed", "post", "electronic"),
        "filed_at": filed,
        "received_at": received,
        "subject": book.say("Экспертиза дайындоону суранам.", "Прошу назначить экспертизу."),
        "challenged": story.officer if complaint or "recusal" in kind else None,
        "challenged_known_at": known if complaint else None,
        "addressee": {"recusal": "head", "complaint": "prosecutor", "complaint_to_judge": "investigating_judge"}.get(
            kind, "investigator"
        ),
        "forwarded_at": forwarded if "recusal" in kind or kind == "detainee_complaint" else None,
        "decider_received_at": decider if kind not in ("motion", "objection") else None,
    }
    if prolonged:
        values |= {"extended_until": book.ahead(days=2), "extension_told_at": decider}
        values["extension_reason"] = book.say("Материалдар суралды.", "Истребованы материалы.")
    if not open_:
        values |= {"decision": decision, "decided_at": decided, "served_at": book.maybe(0.8)}
        values["reasons"] = book.say("Негиздүү эмес.", "Необоснованно.") if decision in ("partly", "refused") else None
        values["withdrawn_by"] = story.lawyer if decision == "withdrawn" else None
    book.enter("motion", "investigator", story.act(values))


def allege(story: Story, who: Party) -> None:
    """A complaint of torture, forwarded or not, with the examination that it calls for."""
    book = story.book
    event = book.past(book.number(300, 2000))
    received = book.at
    doctor = book.at if book.chance(0.85) else None
    examined = book.wait(minutes=(60, 500)) if doctor else None
    forwarded = book.wait(minutes=(60, 1000)) if book.chance(0.8) else None
    expert = book.wait(minutes=(20, 500)) if book.chance(0.85) else None
    outcome = book.pick("under_check", "under_check", "refused", "initiated")
    values = {
        "person": who.ref,
        "received_times": said(received, "protocol"),
        "from_whom": book.pick("person", "lawyer", "relative"),
        "channel": "handed",
        "account": book.say("Мойнуна алуу үчүн сабашты.", "Избивали, требуя признания."),
        "event_from": event,
        "event_place": book.say("Бөлүмдүн имараты", "Здание отдела"),
        "accused_office": book.office,
        "methods": sorted({"beating", book.code("ill_treatment_method")}),
        "medical_ordered_at": received,
        "medical_examined_at": examined,
        "expert_ordered_at": expert,
        "forwarded_at": forwarded,
        "forwarded_to": book.say("Прокурор", "Прокурор"),
        "outcome": outcome,
        "outcome_at": book.wait(days=(3, 10)),
        "outcome_reasons": book.say("Тастыкталган жок.", "Не подтвердилось.") if outcome == "refused" else None,
        **book.unless(examined, "examination_missing_reason"),
        **book.unless(expert, "expert_missing_reason"),
        **book.unless(forwarded, "forwarding_missing_reason"),
    }
    record = book.enter("allegation", "prosecutor", story.act(values))
    if examined:
        _document(story, who, record)


def _document(story: Story, who: Party, allegation: bytes) -> None:
    """The report after the Istanbul Protocol."""
    book = story.book
    examined = book.at
    injured = book.yes(0.6)
    values: dict[str, object] = {
        "person": who.ref,
        "allegation": reference(allegation),
        "examined_at": examined,
        "examination_ended_at": book.wait(minutes=(30, 120)),
        "examiner": story.somebody(),
        "examiner_independent": "yes",
        "privacy": "alone",
        "consent": "yes",
        "account": book.say("Колу менен башына чабышты.", "Наносили удары по голове."),
        "injuries_found": injured,
        "consistency": book.code("istanbul_consistency"),
        "form_number": f"СП-{story.number}",
        "copy_to_prosecutor_at": book.at,
    }
    if injured == "yes":
        values |= {"body_map": ["head: 2 см"], "photos_missing_reason": book.say("Камера жок.", "Нет камеры.")}
    book.enter("istanbul_report", "facility_doctor", story.act(values))


def link(story: Story, who: Party) -> None:
    """Another record that may be of the same person, and what was decided about it."""
    book = story.book
    values = {name: each for name, each in who.human.values.items() if name in ("name", "sex", "birth_date", "region")}
    variant = str((who.human.values.get("name_variants") or [who.human.values["surname"]])[0])  # type: ignore[index]
    values |= {"surname": variant.split(maxsplit=1)[0], "name_source": "stated"}
    other = book.enter("person", "investigator", values)
    decision = book.pick("same", "same", "different", "undecided")
    linked = {
        "person": who.ref,
        "other_person": reference(other),
        "decision": decision,
        "decided_at": book.at,
        "decided_by": story.officer,
        "grounds": ["same_names_and_birth"] if decision == "same" else None,
        "reasons": book.say("Аты-жөнү жана туулган күнү бирдей.", "Совпадают имя и дата рождения."),
        "score": book.number(60, 98),
    }
    book.enter("person_link", "investigator", linked)
