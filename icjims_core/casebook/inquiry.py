"""The course of an invented case from the report to the indictment."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from icjims_core import codes
from icjims_core.casebook.crimes import Crime, choose, story
from icjims_core.casebook.people import Human, human
from icjims_core.casebook.plan import Book, reference, stamp

_GROUNDS = ("caught", "eyewitness", "traces", "after_actions")


@dataclass(slots=True)
class Inquiry:
    """A case under way: its book, the crime, and the people met so far with the ids of their records."""

    book: Book
    region: str
    number: int
    crime: Crime = field(init=False)
    part: str = field(init=False)
    officer: str = field(init=False)
    victim: tuple[bytes, Human] | None = None
    suspect: tuple[bytes, Human] | None = None
    defendant: bytes = b""
    """The record of the suspect's part in the case."""

    def __post_init__(self) -> None:
        random = self.book.random
        self.crime = choose(random)
        self.part = random.choice(self.crime.parts)
        woman = random.random() < 0.3
        self.officer = human(random, self.day, self.region, woman=woman, ages=(25, 55)).full_name

    @property
    def day(self) -> datetime.date:
        """The day that the case has come to."""
        return self.book.now.date()

    @property
    def gravity(self) -> str | None:
        """Gravity of what the case is about."""
        return codes.gravity(self.crime.article, self.part)

    def meet(self, role: str, *, woman: bool, ages: tuple[int, int]) -> tuple[bytes, Human]:
        """Enter a person; returns the id and the person."""
        found = human(self.book.random, self.day, self.region, woman=woman, ages=ages)
        return self.book.enter("person", role, found.values), found

    def involve(self, person: bytes, who: Human, values: dict[str, object], role: str = "investigator") -> bytes:
        """Enter a person's part in the case, with what must be said of everybody; returns the id."""
        about: dict[str, object] = {
            "sex": who.values["sex"],
            "age_at_act": who.age,
            "family_violence": "yes" if "family_violence" in self.crime.marks else "no",
        }
        if self.book.chance(0.85):
            about["disability"] = "yes" if self.book.chance(0.04) else "no"
        else:
            about["disability_reason"] = self.book.random.choice(("not_established", "urgent", "refused"))
        return self.book.enter("participant", role, {"person": reference(person), **about, **values})


def investigate(inquiry: Inquiry) -> bool:
    """From the report to the prosecutor; true where the case goes to court."""
    _report(inquiry)
    _register(inquiry)
    if not _decide(inquiry):
        return False
    _question_victim(inquiry)
    if not inquiry.book.chance(inquiry.crime.known):
        return _close(inquiry, "suspended")
    _find_suspect(inquiry)
    if inquiry.book.chance(0.25):
        return _close(inquiry, "terminated")
    _charge(inquiry)
    return _close(inquiry, "in_court")


def _report(inquiry: Inquiry) -> None:
    book, crime = inquiry.book, inquiry.crime
    random = book.random
    values: dict[str, object] = {
        "summary": story(random, crime, book.language),
        "received_times": [{"at": stamp(book.now), "source": "journal"}],
        "channel": random.choice(("oral_statement", "written_statement", "phone_102")),
        "event_from": book.past(random.randint(20, 3 * 24 * 60)),
        "region": inquiry.region,
        "family_violence": "yes" if "family_violence" in crime.marks else "no",
        "child_involved": "yes" if crime.victim == "child" else "no",
        "presumed_article": crime.article,
        "presumed_part": inquiry.part,
        "language": book.language,
        "provisional_number": f"{book.office}-{inquiry.day.year}-В-{inquiry.number:04d}",
        "journal_number": str(1000 + inquiry.number),
        "journal_date": inquiry.day.isoformat(),
    }
    if crime.marks:
        values["marks"] = sorted(crime.marks)
    if crime.damage is not None:
        values["damage"] = random.randint(*crime.damage) // 100 * 100 * 100
    book.wait(minutes=(3, 40))
    book.open_case("duty_officer", values)
    if crime.victim != "none":
        woman = crime.victim == "woman" or random.random() < 0.45
        ages = (6, 13) if crime.victim == "child" else (16, 78)
        inquiry.victim = inquiry.meet("duty_officer", woman=woman, ages=ages)
        person, _ = inquiry.victim
        book.change("case", book.case, "duty_officer", {"applicant": reference(person)})


def _register(inquiry: Inquiry) -> None:
    book = inquiry.book
    book.wait(minutes=(10, 500))
    values: dict[str, object] = {"registered_at": stamp(book.now)}
    if book.office in codes.code_list("office"):
        values["body"] = book.office
    if book.chance(0.9):
        values |= {"talon_number": f"Т-{inquiry.number:05d}", "talon_given_at": stamp(book.now)}
    book.change("case", book.case, "duty_officer", values)
    if inquiry.victim is not None:
        person, victim = inquiry.victim
        part: dict[str, object] = {
            "role": "victim",
            "status_from": stamp(book.now),
            "status_basis": "victim_order",
            "language": victim.language,
            "harm_kinds": ["material"] if inquiry.crime.damage else ["moral", "physical"],
            "relation_to_accused": inquiry.crime.relation,
            "rights_explained_at": stamp(book.now),
        }
        if victim.child:
            part |= {"vulnerabilities": ["child"], "age_basis": "document"}
        inquiry.involve(person, victim, part, "inquiry_officer")


def _decide(inquiry: Inquiry) -> bool:
    book = inquiry.book
    book.wait(days=(1, 10))
    initiated = inquiry.gravity in ("T", "O") or book.chance(0.75)
    if initiated:
        _initiate(inquiry)
    else:
        _refuse(inquiry)
    return initiated


def _initiate(inquiry: Inquiry) -> None:
    book = inquiry.book
    values: dict[str, object] = {
        "decided_at": stamp(book.now),
        "occasion": "citizen_statement" if inquiry.victim is not None else "officer_report",
        "article": inquiry.crime.article,
        "part": inquiry.part,
        "course": "taken",
        "taken_by": inquiry.officer,
        "language": book.language,
    }
    if inquiry.gravity in ("N", "L"):
        values |= {"prosecution_kind": "private_public", "victim_statement": "yes" if inquiry.victim else "no"}
        if inquiry.victim is None:
            values["statement_exception"] = "state_interest"
    else:
        values["prosecution_kind"] = "public"
    if inquiry.victim is not None:
        values |= {"victims": [reference(inquiry.victim[0])], "applicant_notified_at": stamp(book.now)}
    record = book.enter("initiation", "investigator", values)
    told: dict[str, object] = {"article": inquiry.crime.article, "part": inquiry.part}
    told |= {"responsible": inquiry.officer, "responsible_since": inquiry.day.isoformat()}
    book.change("case", book.case, "investigator", told)
    if book.chance(0.92):
        book.wait(minutes=(60, 1300))
        sent: dict[str, object] = {"copy_to_prosecutor_at": stamp(book.now)}
        book.change("initiation", record, "investigator", sent)


def _refuse(inquiry: Inquiry) -> None:
    book = inquiry.book
    values: dict[str, object] = {
        "ground": book.random.choice(("no_event", "no_elements", "no_elements", "no_statement")),
        "decided_at": stamp(book.now),
        "article": inquiry.crime.article,
        "part": inquiry.part,
        "referral": book.random.choice(("none", "none", "offences")),
        "appeal_explained": "yes",
    }
    if values["referral"] == "offences":
        values |= {"referred_to": book.say("Укук бузуулар боюнча комиссия", "Комиссия по делам о правонарушениях")}
    if book.chance(0.9):
        values["applicant_notified_at"] = stamp(book.now)
    book.enter("refusal", "investigator", values)


def _question_victim(inquiry: Inquiry) -> None:
    if inquiry.victim is not None and inquiry.book.chance(0.9):
        person, victim = inquiry.victim
        question(inquiry, person, victim, "victim")
    if inquiry.book.chance(0.7):
        woman = inquiry.book.chance(0.5)
        person, witness = inquiry.meet("investigator", woman=woman, ages=(18, 80))
        status = {"role": "witness", "status_from": stamp(inquiry.book.now)}
        inquiry.involve(person, witness, {**status, "language": witness.language})
        question(inquiry, person, witness, "witness")


def question(inquiry: Inquiry, person: bytes, asked: Human, capacity: str) -> None:
    """Enter the protocol of an interrogation, with the gaps that protocols have."""
    book = inquiry.book
    book.wait(days=(0, 6))
    minutes = book.random.randint(25, 110 if asked.child else 230)
    begun = stamp(book.now)
    book.wait(minutes=(minutes, minutes))
    values: dict[str, object] = {
        "person": reference(person),
        "action": "child_interrogation" if asked.child else "interrogation",
        "capacity": capacity,
        "started_at": begun,
        "ended_at": stamp(book.now),
        "drawn_by": inquiry.officer,
        "testimony_language": asked.language,
        "rights_explained": "yes",
        "read_aloud": "yes" if book.chance(0.9) else "not_asked",
        "signatures": [_signature(book)],
        "content": book.say(
            "Окуя боюнча билгендерин айтып берди, суроолорго жооп берди.",
            "Показал(а) об известных обстоятельствах, ответил(а) на вопросы.",
        ),
    }
    if asked.child:
        values |= {"psychologist": book.say("Педагог катышты", "Педагог участвовал")}
        values |= {"means": ["video"], "recording_grounds": ["child"], "recording_told": "yes", "recorded": "yes"}
    if capacity in ("suspect", "accused"):
        values["lawyer_present"] = "yes" if book.chance(0.93) else "no"
        values["silence_used"] = "yes" if book.chance(0.12) else "no"
    elif capacity == "witness":
        values["liability_warned"] = "yes"
    if book.chance(0.15):
        values["remarks"] = [book.say("Толуктоосу жок.", "Дополнений не имеет.")]
    book.enter("interrogation", "investigator", values)


def _signature(book: Book) -> dict[str, str]:
    if book.chance(0.95):
        return {"method": "wet_ink"}
    return {"method": "refused", "reason": book.say("Себебин айткан жок.", "Причину не назвал(а).")}


def _find_suspect(inquiry: Inquiry) -> None:
    book = inquiry.book
    book.wait(days=(0, 20))
    child = inquiry.gravity in ("L", "T") and book.chance(0.07)
    woman = inquiry.crime.victim == "any" and book.chance(0.14)
    inquiry.suspect = inquiry.meet("investigator", woman=woman, ages=(14, 17) if child else (18, 60))
    person, suspect = inquiry.suspect
    apprehended = inquiry.gravity in ("T", "O") and book.chance(0.75)
    if apprehended:
        apprehend(inquiry, person, suspect)
    values: dict[str, object] = {
        "role": "suspect",
        "status_from": stamp(book.now),
        "status_basis": "apprehension" if apprehended else "case_initiated",
        "language": suspect.language,
        "lawyer_name": human(book.random, inquiry.day, "", woman=True, ages=(28, 60)).full_name,
        "defence_basis": "legal_aid" if book.chance(0.6) else "own_choice",
        "rights_explained_at": stamp(book.now),
        "rights_sheet_given": "yes" if book.chance(0.9) else "not_asked",
    }
    grounds = {"minor": suspect.child, "apprehension": apprehended}
    if any(grounds.values()):
        values["mandatory_defence"] = sorted(name for name, holds in grounds.items() if holds)
    inquiry.defendant = inquiry.involve(person, suspect, values)
    question(inquiry, person, suspect, "suspect")


def apprehend(inquiry: Inquiry, person: bytes, suspect: Human) -> None:
    """Enter an apprehension, its safeguards more or less kept."""
    book = inquiry.book
    actual = stamp(book.now)
    values: dict[str, object] = {
        "person": reference(person),
        "actual_times": [{"at": actual, "source": "officer", "by": inquiry.officer}],
        "actual_precision": "minute",
        "region": inquiry.region,
        "ground": book.random.choice(_GROUNDS),
        "suspected_article": inquiry.crime.article,
        "suspected_part": inquiry.part,
        "is_child": "yes" if suspect.child else "no",
        "rights_explained_at": actual,
        "told_suspicion_at": actual,
        "rights_language": suspect.language,
    }
    book.wait(minutes=(15, 170))
    values |= {"delivered_at": book.past(5), "order_at": stamp(book.now)}
    values |= {"stated_actual_at": actual, "drawn_by": inquiry.officer, "signatures": [{"method": "wet_ink"}]}
    later = (("relatives_notified_times", 0.9), ("lawyer_notified_at", 0.95), ("phone_call_at", 0.8))
    for name, probability in (*later, ("doctor_examined_at", 0.85)):
        book.wait(minutes=(5, 60))
        if book.chance(probability):
            told = stamp(book.now)
            values[name] = [{"at": told, "source": "protocol"}] if name.endswith("_times") else told
    if suspect.child:
        values |= {"parents_notified_at": stamp(book.now), "child_body_notified_at": stamp(book.now)}
    record = book.enter("apprehension", "investigator", values)
    book.wait(minutes=(60, 500))
    sent: dict[str, object] = {"copy_to_prosecutor_at": stamp(book.now)}
    book.change("apprehension", record, "investigator", sent)
    if book.chance(0.15):
        book.wait(minutes=(200, 900))
        freed: dict[str, object] = {"released_at": stamp(book.now), "release_ground": "no_need"}
        book.change("apprehension", record, "detention_officer", freed)


def _charge(inquiry: Inquiry) -> None:
    if inquiry.suspect is None:
        return
    book = inquiry.book
    book.wait(minutes=(600, 1500))
    person, suspect = inquiry.suspect
    charged: dict[str, object] = {
        "role": "accused",
        "status_from": stamp(book.now),
        "status_basis": "charge_order",
        "charged_at": stamp(book.now),
        "charge_article": inquiry.crime.article,
        "charge_part": inquiry.part,
    }
    book.change("participant", inquiry.defendant, "investigator", charged)
    _restrain(inquiry, person, suspect)
    question(inquiry, person, suspect, "accused")


def _restrain(inquiry: Inquiry, person: bytes, suspect: Human) -> None:
    book = inquiry.book
    serious = inquiry.gravity in ("T", "O")
    measure = book.random.choice(("custody", "house_arrest") if serious else ("undertaking", "bail"))
    if suspect.child and not serious:
        measure = "child_supervision"
    begun = book.now
    values: dict[str, object] = {
        "person": reference(person),
        "measure": measure,
        "step": "chosen",
        "grounds": sorted(book.random.sample(("abscond", "obstruct", "reoffend", "threaten"), 2)),
        "motion_at": stamp(begun),
        "prosecutor_consent": "yes" if serious else "not_asked",
        "decision": "granted",
        "decided_at": stamp(begun),
        "valid_from": stamp(begun),
        "valid_until": stamp(begun + datetime.timedelta(days=58)),
    }
    if measure == "bail":
        values["bail_amount"] = book.random.randint(50, 300) * 100_000
    if measure == "child_supervision":
        values["supervisor"] = book.say("атасы", "отец") if book.chance(0.5) else book.say("апасы", "мать")
    if measure == "custody" and book.chance(0.9):
        values["relatives_notified_times"] = [{"at": stamp(begun), "source": "document"}]
    book.enter("restraint", "investigator", values)


def _close(inquiry: Inquiry, ending: str) -> bool:
    book = inquiry.book
    book.wait(days=(5, 45))
    note = {
        "suspended": book.say("Күнөөлүү адам аныкталган жок.", "Виновное лицо не установлено."),
        "terminated": book.say("Тараптар жарашты.", "Стороны примирились."),
        "in_court": book.say("Иш сотко жөнөтүлдү.", "Дело направлено в суд."),
    }[ending]
    if ending == "suspended":
        values: dict[str, object] = {"ground": "perpetrator_unknown", "term_expired": "yes", "whole_case": "yes"}
        book.enter("suspension", "investigator", values | {"decided_at": stamp(book.now)})
    elif ending == "terminated":
        values = {"ground": "reconciliation", "scope": "case", "accused_objects": "no"}
        book.enter("termination", "investigator", values | {"decided_at": stamp(book.now)})
    else:
        values = {"kind": "to_court", "to_office": f"C-{inquiry.region}", "sent_at": stamp(book.now)}
        values |= {"volumes": book.random.randint(1, 3), "folios": book.random.randint(60, 600)}
        book.enter("handover", "prosecutor", values)
    book.change("case", book.case, "investigator", {"notes": [note]})
    return ending == "in_court"
