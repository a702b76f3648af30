"""What the law says of a case as it is recorded: its course, what may come next, safeguards, custody, alerts."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, select

from icjims_core import codes
from icjims_core.access import Operation
from icjims_core.compartments import compartments
from icjims_core.custody import ledger, struck
from icjims_core.declarations.schema import SUPERSEDES, Field, Kind, RecordType
from icjims_core.declarations.stored_forms import moment_of
from icjims_core.declarations.words import Label
from icjims_core.law.casefile import CaseFile, Step, as_one
from icjims_core.law.finding import Finding, finding_text
from icjims_core.law.rule_data import When
from icjims_core.modules import record_type
from icjims_core.problem import Problem
from icjims_core.projections.records import Record
from icjims_core.projections.tables import record_table
from icjims_core.safeguards import added_values, annulled_acts, blocking, changed_times, passport
from icjims_core.safeguards.warnings import clock_doubt, warnings
from icjims_core.signing import OFFICER
from icjims_core.workflow import (
    Derived,
    Offer,
    case_machine,
    derive,
    next_steps,
    person_machine,
    refusals,
    transitions_of,
)
from icjims_core.workflow.cautions import cautioned_types
from icjims_core.workflow.contents import PARTICIPANT, PERSON, contents, lacking, signed_acts, without_part
from icjims_core.workflow.next_steps import actions
from icjims_desktop.services import identifiers
from icjims_desktop.services.compartments import circles
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.documents import Document
from icjims_desktop.services.law import case_files, custody_documents, due_dates, joined, safeguard_documents
from icjims_desktop.services.law.joined import Together
from icjims_desktop.services.moments import instant
from icjims_desktop.services.reading import masking
from icjims_desktop.services.recording.before_signing import (
    Missing,
    advised,
    contradicting,
    missing,
    not_taking_part,
    unstated,
)
from icjims_desktop.services.scope import View
from icjims_desktop.services.wording import Wording

_READ_AT_ONCE = 25
"""So many cases are read together where the due dates of all are asked for."""
_MOST_READ_AGAIN = 300
_FILLED = Label("толтурулган", "заполнено", "filled")
_EMPTY = Label("бош", "пусто", "empty")


class Procedure:
    """The rules of procedure over the cases of one open store. Documents are worded in `ky`, `ru` or `en`.

    Each method writes the consultation first and raises `Refused("not_found")`.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def course(self, case: bytes, language: str) -> Document:
        """State of the case and of each person in it, with every reading where statements conflict, and what does not
        fit, in a person's custody too."""
        case_file, names, now = self._read("course", case, language)
        together = joined.read(self._desk, case_file, "course")
        case_file = together.case_file
        states = derive(case_file, now)
        held = {each: ledger(together.of(each), each, now).acted.findings for each in states.persons}
        return {
            "case": case_file.case,
            **_state(states.case, case_machine().states, language),
            "persons": [
                {
                    "person": person,
                    "name": names[person],
                    **_state(each, person_machine().states, language, held[person]),
                }
                for person, each in states.persons.items()
                if person in names
            ],
        }

    def next(self, case: bytes, language: str) -> Document:
        """Which records may come next for the user's role, the lawful ones first, and why not the others."""
        case_file, names, now = self._read("next", case, language)
        offers = next_steps(case_file, self._desk.me.role, now)
        steps = [_offer(each, names, language) for each in offers]
        return {"steps": sorted(steps, key=lambda each: not each["available"])}

    def safeguards(self, case: bytes, language: str) -> Document:
        """The safeguard passport of every person, joined and severed cases included; later times; other warnings; what
        acts, signed and drafts, do not state of what the law demands."""
        case_file, names, now = self._read("safeguards", case, language)
        open_to = self.compartments_of(case)
        together = joined.read(self._desk, case_file, "safeguards")
        case_file = together.case_file
        return {
            "joined": [each.case for each in together.others],
            "left_out": together.left_out,
            "persons": [
                {
                    "person": person,
                    "name": names[person],
                    "safeguards": [
                        safeguard_documents.mark_document(each, now, language)
                        for each in passport(case_file, person, now, open_to, together.of(person)[1:]).marks
                    ],
                }
                for person in case_file.persons()
                if person in names
            ],
            "alerts": [
                {
                    "record": each.step,
                    "type": each.type,
                    "field": each.field,
                    "first": moment_of(each.first),
                    "stated": moment_of(each.stated),
                    "by": each.stated_by(language),
                    "source": each.source,
                }
                for each in changed_times(case_file)
            ]
            + [safeguard_documents.annulled(each) for each in annulled_acts(case_file)]
            + [safeguard_documents.added(each) for each in added_values(case_file)],
            "warnings": [
                _finding(each, language, names)
                for each in (
                    *self._doubt(case_file, now),
                    *warnings(case_file, now, together.beside()),
                    *without_part(case_file),
                )
            ],
            "contents": _contents(case_file, language),
        }

    def custody(self, case: bytes, language: str) -> Document:
        """The ledger of custody of every person of the case who was held, joined and severed cases included."""
        case_file, names, now = self._read("custody", case, language)
        together = joined.read(self._desk, case_file, "custody")
        persons = [each for each in case_file.persons() if each in names]
        accounts = {person: ledger(together.of(person), person, now).acted for person in persons}
        annulled = {person: struck(together.of(person), person, now) for person in persons}
        return {
            "joined": [each.case for each in together.others],
            "left_out": together.left_out,
            "warnings": [_finding(each, language) for each in self._doubt(case_file, now)],
            "persons": [
                {
                    "person": person,
                    "name": names[person],
                    **custody_documents.account(account, [_finding(each, language) for each in account.findings]),
                    "annulled": [custody_documents.annulled(each) for each in annulled[person]],
                }
                for person, account in accounts.items()
                if account.segments or annulled[person]
            ],
        }

    def deadlines(self, case: bytes | None, language: str, *, every: bool = False) -> Document:
        """The due dates of a case, or of every case that the user may see unasked, the soonest first.

        A record outside any case is asked about, and is among them, as if it were one.
        """
        cases = [case] if case is not None else [*self.unasked(), *self.outside_cases(due_dates.outside_cases())]
        now, clock, role = self._desk.now(), self._desk.clock, self._desk.me.role
        found: list[Document] = []
        for start in range(0, len(cases), _READ_AT_ONCE):
            read = self._several("deadlines", cases[start : start + _READ_AT_ONCE], language, now, listed=case is None)
            for each, names in read:
                found += due_dates.of_case(each, names, instant(now), language, clock=clock, every=every, role=role)
        return {"deadlines": due_dates.soonest_first(found)}

    def _several(
        self, action: str, cases: Sequence[bytes], language: str, now: int, *, listed: bool
    ) -> list[tuple[Together, dict[str, str]]]:
        """Cases with those that count together with them, and what the persons of each are called."""
        asking = self._desk.asking
        with self._desk.view() as view:
            files = case_files.several(view, cases)
            of = {case: None if each.is_alone else case for case, each in files.items()}
            asking.check(view, of.values(), operation=Operation.LIST if listed else Operation.CONSULT)
            together = joined.several(view, [*files.values()], asking)
            mask = masking.of(self._desk, view) if listed else None
            names = _names(view, files.values(), Wording(view, language, mask))
        stated = {case: asking.stated(case) for case in cases}
        for purpose in dict.fromkeys(stated.values()):
            looked = [(case, of[case]) for case in cases if stated[case] == purpose]
            self._desk.consultation.looked_at(action, looked, now=now, purpose=purpose)
        beside = {identifiers.parse(other.case) for each in together for other in each.others}
        self._desk.consultation.looked_at(action, [(each, each) for each in sorted(beside)], now=now)
        return [
            (each, {person: names[person] for person in each.case_file.persons() if person in names})
            for each in together
        ]

    def unasked(self) -> list[bytes]:
        """The cases that lists show the user without a purpose."""
        with self._desk.view() as view:
            statement = select(record_table.c.id).where(record_table.c.type == "case", view.condition())
            found = list(view.connection.scalars(statement.order_by(record_table.c.number)))
            outside = self._desk.asking.withheld(view, found)
            return [each for each in found if each not in outside]

    def outside_cases(self, types: Collection[str]) -> list[bytes]:
        """The records of these types that stand outside any case."""
        with self._desk.view() as view:
            return case_files.alone(view, types)

    def out_of_place(self, record: bytes, language: str) -> list[str]:
        """Why the law has no place for a record that was just made in its case; nothing is refused for it.

        Of a case that asks for a purpose nothing is told. Beyond 300 records in a case it is left to `course`, so that
        writing many does not read them again and again.
        """
        with self._desk.view() as view:
            made = view.record(record)
            case = made.row.case
            if case is None or case == record or not _is_placed(made.row.type):
                return []
            held = select(func.count()).select_from(record_table).where(record_table.c.case_id == case)
            if (view.connection.scalar(held) or 0) > _MOST_READ_AGAIN or self._desk.asking.asks(view, case):
                return []
            whole, step = case_files.read(view, case), case_files.step_of(view, made)
        beside = {step.id, step.values().get(SUPERSEDES)}
        before = CaseFile(whole.case, tuple(each for each in whole.steps if each.id not in beside))
        found = refusals(before, step.type, step.values(), instant(self._desk.now()))
        if found:
            self._desk.consultation.looked_at("out_of_place", [(case, case)], now=self._desk.now())
        return [finding_text(each, language) for each in found]

    def without_part(self, record: bytes, language: str) -> list[Problem]:
        """Advice `person_without_part` on a record that brings somebody into the case who is not recorded as taking
        part in it; of a case that asks for a purpose nothing is told."""
        with self._desk.view() as view:
            made = view.record(record)
            case = made.row.case
            if case is None or not contents().naming(made.row.type) or self._desk.asking.asks(view, case):
                return []
            read = record_table.c.type.in_((PERSON, PARTICIPANT)) & (record_table.c.case_id == case)
            known = view.records(view.connection.scalars(select(record_table.c.id).where(read)))
            found = without_part(case_files.of_records(view, case, known), case_files.step_of(view, made))
            names = Wording(view, language).names_of(known.values())
        return advised([not_taking_part(each, language, names) for each in found], language)

    def at_odds(self, record: bytes, language: str) -> list[Problem]:
        """Advice `at_odds_with_law` on a record that was saved; of a case that asks for a purpose nothing is told."""
        with self._desk.view() as view:
            made = view.record(record)
            case = made.row.case
            if case is None or made.row.type not in cautioned_types() or self._desk.asking.asks(view, case):
                return []
            step, files = self._around(view, made, case)
            names = self._names(view, files[0], language)
        return advised(contradicting(step, as_one(files), language, names), language)

    def missing_for_signing(self, view: View, act: Record) -> list[str]:
        """Codes of the safeguards for which the signing of an act waits; none for acts outside a case."""
        if act.row.case is None:
            return []
        step, files = self._around(view, act, act.row.case)
        return [each.stamp for each in blocking(files[0], step, instant(self._desk.now()), files[1:])]

    def before_signing(self, act: bytes, language: str, capacity: str = OFFICER) -> list[Missing]:
        """What is missing when an act is to be signed: safeguards, then contents; none for acts outside a case.

        Whoever consents or approves is told the same as the officer, and nothing holds him back.
        """
        with self._desk.view() as view:
            found = view.record(act)
            if found.row.case is None:
                return []
            step, files = self._around(view, found, found.row.case)
            names = self._names(view, files[0], language)
        self._desk.consultation.looked("safeguards", [found], now=self._desk.now())
        safeguards = missing(files, step, instant(self._desk.now()), language)
        told = [*safeguards, *unstated(step, as_one(files), language, names)]
        return told if capacity == OFFICER else [replace(each, blocks=False) for each in told]

    def _names(self, view: View, file: CaseFile, language: str) -> dict[str, str]:
        return Wording(view, language).names_of(view.records(map(identifiers.parse, file.persons())).values())

    def _around(self, view: View, act: Record, case: bytes) -> tuple[Step, Sequence[CaseFile]]:
        """An act as the rules read it, and the case that it is in, with those that count together with it."""
        step = case_files.step_of(view, act)
        together = joined.around(view, case_files.read(view, case), self._desk.asking)
        return step, together.of(step.person or "")

    def compartments_of(self, case: bytes) -> tuple[str, ...]:
        """The compartments of a case that the user is let into, whether or not anything lies in them."""
        now, me = self._desk.now(), self._desk.me
        with self._desk.view() as view:
            mine = {each.unsealed.compartment for each in view.unsealed(case=case) if each.unsealed}
            return tuple(each for each in compartments() if each in mine or circles.is_of(view, me, each, case, now))

    def _doubt(self, case_file: CaseFile, now: datetime.datetime) -> tuple[Finding, ...]:
        return clock_doubt(trusted=due_dates.trusted(case_file, now, self._desk.clock).trusted)

    def _read(self, action: str, case: bytes, language: str) -> tuple[CaseFile, dict[str, str], datetime.datetime]:
        """The case file, what each of its persons is called, and this computer's time."""
        now = self._desk.now()
        with self._desk.view() as view:
            case_file = case_files.read(view, case)
            of = None if case_file.is_alone else case
            purpose = self._desk.asking.check(view, [of])
            names = _names(view, [case_file], Wording(view, language))
        self._desk.consultation.looked_at(action, [(case, of)], now=now, purpose=purpose)
        return case_file, names, instant(now)


def _names(view: View, files: Iterable[CaseFile], wording: Wording) -> dict[str, str]:
    """What the persons of cases are called, by their ids."""
    return wording.names_of(view.records(identifiers.parse(each) for one in files for each in one.persons()).values())


def _is_placed(type_name: str) -> bool:
    """Whether the law says at all when records of a type are made."""
    return bool(transitions_of(type_name)) or bool(actions().about(type_name))


def _state(derived: Derived, states: str, language: str, beside: Sequence[Finding] = ()) -> Document:
    listed = codes.code_list(states)
    found: Document = {"state": derived.state, "label": listed.label(derived.state, language)}
    if derived.in_conflict:
        found["readings"] = list(derived.states)
    if findings := (*derived.findings, *beside):
        found["findings"] = [_finding(each, language) for each in findings]
    return found


def _offer(offer: Offer, names: dict[str, str], language: str) -> Document:
    found: Document = {
        "type": offer.type,
        "label": record_type(offer.type).label.text(language),
        "available": offer.available,
        "leads_to": list(offer.leads_to),
        "by_law": offer.by_law,
    }
    reasons = [_finding(each, language) for each in offer.reasons]
    if reasons:
        found["reasons"] = reasons
    if offer.only:
        found["only"] = [_limit(record_type(offer.type), each, language) for each in offer.only]
    if offer.persons:
        found["persons"] = [{"person": each, "name": names.get(each, each)} for each in offer.persons]
    return found


def _limit(declared: RecordType, when: When, language: str) -> Document:
    """One of the conditions under which a step is lawful now: its fields with the codes allowed, and that in words."""
    values = {name: each if isinstance(each, list) else [str(each)] for name, each in when.items()}
    words = "; ".join(
        f"{declared.by_name[name].label.text(language)}: {', '.join(_allowed(declared.by_name[name], each, language))}"
        for name, each in values.items()
    )
    return {"values": values, "text": words}


def _allowed(field: Field, values: list[str], language: str) -> list[str]:
    listed = field.codes or {Kind.TRI: "tri", Kind.BOOL: "bool"}.get(field.kind)
    marks = {"*": _FILLED.text(language), "-": _EMPTY.text(language)}
    return [marks.get(each) or (codes.code_list(listed).label(each, language) if listed else each) for each in values]


def _contents(case_file: CaseFile, language: str) -> list[Document]:
    """What each act that stands does not state of what the law demands."""
    signed = {each.id for each in signed_acts(case_file)}
    acts = [each for each in case_file.steps if each.counts]
    return [
        {
            "record": act.id,
            "type": act.type,
            "signed": act.id in signed,
            "fields": found.param("fields").split(","),
            "article": found.article,
            **_finding(found, language),
        }
        for act in acts
        for found in lacking(act, case_file)
    ]


def _finding(found: Finding, language: str, names: Mapping[str, str] | None = None) -> Document:
    return {"code": found.code, "text": finding_text(found, language, names or {}), "verified": found.verified}
