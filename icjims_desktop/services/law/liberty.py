"""Where each person of a case stands: derived state, safeguard passport, time in custody, and who stated what later."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from icjims_core import codes
from icjims_core.access import Operation
from icjims_core.custody import ledger, struck
from icjims_core.law.casefile import CaseFile, Step, as_one
from icjims_core.law.references import cited
from icjims_core.law.rule_data import BISHKEK
from icjims_core.modules import record_type, registry
from icjims_core.safeguards import (
    AddedValue,
    AnnulledAct,
    Attempt,
    ChangedTime,
    added_values,
    annulled_acts,
    changed_times,
    passport,
    stamps,
)
from icjims_core.safeguards.passport import Mark, Status
from icjims_core.safeguards.stamps import Stamp
from icjims_core.safeguards.warnings import clock_doubt, warnings
from icjims_core.workflow import Derived, case_machine, derive, person_machine
from icjims_desktop.services import identifiers
from icjims_desktop.services.desk import Desk
from icjims_desktop.services.law import case_files, custody_told, due_dates, joined
from icjims_desktop.services.law.apprehended import Apprehended, apprehended
from icjims_desktop.services.law.custody_told import Account, Misfit, StruckTold, misfits
from icjims_desktop.services.law.joined import Together
from icjims_desktop.services.moments import instant
from icjims_desktop.services.wording import Wording


@dataclass(frozen=True, slots=True)
class Where:
    """Where something is recorded: a record that is there, or (without one) a new record of the type; the field."""

    record: str = ""
    type: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A derived state: code and words; `since` and `why` of the step that brought it; every reading in words where
    they differ; what does not fit."""

    code: str
    label: str
    since: datetime.datetime | None = None
    why: str = ""
    record: str = ""
    readings: tuple[str, ...] = ()
    findings: tuple[Misfit, ...] = ()


@dataclass(frozen=True, slots=True)
class AttemptTold:
    """An attempt to keep a right: when, by whom, and what came of it in words."""

    record: str
    at: datetime.datetime | None
    by: str
    result: str


@dataclass(frozen=True, slots=True)
class StampTold:
    """A stamp of the passport in words. `shown_by` names record and field that show it, `at` when; `due` the end of
    the time for it. `record_it`, `say_why`: where it can be recorded, or why not."""

    code: str
    label: str
    status: str
    severity: str
    article: str
    verified: bool
    who: str
    late: bool
    overdue: bool
    due: datetime.datetime | None = None
    at: datetime.datetime | None = None
    shown_by: str = ""
    record: str = ""
    reason: str = ""
    record_it: Where | None = None
    say_why: Where | None = None
    attempts: tuple[AttemptTold, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One person of the case; `custody` is None for who was never held; `struck` counts nowhere."""

    person: str
    name: str
    state: State
    stamps: tuple[StampTold, ...]
    custody: Account | None
    struck: tuple[StruckTold, ...] = ()
    apprehended: tuple[Apprehended, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """A time that decides on liberty and was stated otherwise later; `at`: when that was recorded, if known."""

    record: str
    person: str
    label: str
    first: datetime.datetime
    stated: datetime.datetime
    by: str
    source: str
    at: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class AnnulledTold:
    """An annulment of a record on liberty: whose record, of what kind, who annulled it, when by his clock, and why;
    `effective`: false where it was not his to annul it, so that the record counts on."""

    record: str
    person: str
    label: str
    at: datetime.datetime
    by: str
    reason: str
    effective: bool


@dataclass(frozen=True, slots=True)
class AddedTold:
    """What somebody who had not signed stated on liberty after a signature: in whose record, about whom, what is meant,
    when by his clock, and who."""

    record: str
    person: str
    label: str
    at: datetime.datetime
    by: str


@dataclass(frozen=True, slots=True)
class Told:
    """The state of the case, its persons, the times stated otherwise later, what else a reader must not overlook, what
    was annulled, and what others added."""

    case: State
    persons: tuple[Standing, ...]
    alerts: tuple[Alert, ...]
    warnings: tuple[Misfit, ...]
    annulled: tuple[AnnulledTold, ...] = ()
    added: tuple[AddedTold, ...] = ()


class Liberty:
    """What the rules say of the persons of a case. Raises `Refused("not_found")`."""

    def __init__(self, desk: Desk, compartments: Callable[[bytes], Collection[str]]) -> None:
        self._desk = desk
        self._compartments = compartments

    def of_case(self, case: bytes, language: str, *, on_paper: bool = False) -> Told:
        """Every person of the case, by what is recorded now; the consultation is written first.

        What goes on paper leaves the compartments out, whoever prints it.
        """
        now, open_to = self._desk.now(), () if on_paper else self._compartments(case)
        with self._desk.view(unsealing=not on_paper) as view:
            case_file = case_files.read(view, case)
            operation = Operation.PRINT if on_paper else Operation.CONSULT
            purpose = self._desk.asking.check(view, [case], operation=operation)
            persons = view.records(identifiers.parse(each) for each in case_file.persons())
            names = Wording(view, language).names_of(persons.values())
        self._desk.consultation.looked_at("liberty", [(case, case)], now=now, purpose=purpose)
        together = joined.read(self._desk, case_file, "liberty")
        doubt = clock_doubt(trusted=due_dates.trusted(case_file, instant(now), self._desk.clock).trusted)
        told = _told(together, names, instant(now), language, open_to)
        return replace(told, warnings=(*misfits(doubt, language), *told.warnings))


def _told(
    together: Together, names: dict[str, str], now: datetime.datetime, language: str, open_to: Collection[str]
) -> Told:
    case_file = together.case_file
    states = derive(case_file, now)
    persons = tuple(
        Standing(
            person,
            names[person],
            _state(states.persons[person], person_machine().states, case_file, language),
            tuple(_stamps(together.of(person), person, now, language, open_to)),
            custody_told.account(ledger(together.of(person), person, now), now, language),
            tuple(custody_told.struck_told(each, language) for each in struck(together.of(person), person, now)),
            apprehended(as_one(together.of(person)), person, language),
        )
        for person in case_file.persons()
        if person in names and person in states.persons
    )
    return Told(
        _state(states.case, case_machine().states, case_file, language),
        persons,
        tuple(_alert(each, names, language) for each in changed_times(case_file)),
        misfits(warnings(case_file, now, together.beside()), language, names),
        tuple(_annulled(each, names, language) for each in annulled_acts(case_file)),
        tuple(_added(each, names, language) for each in added_values(case_file)),
    )


def _added(found: AddedValue, names: dict[str, str], language: str) -> AddedTold:
    told, declared = found.added, record_type(found.type)
    fields = ", ".join(each.label.text(language) for each in declared.unit_fields(told.unit)[:1])
    label = f"{declared.label.text(language)}: {fields}"
    at = instant(told.at).astimezone(BISHKEK)
    return AddedTold(found.step, names.get(found.person or "", ""), label, at, told.officer.words(language))


def _annulled(found: AnnulledAct, names: dict[str, str], language: str) -> AnnulledTold:
    told, label = found.annulment, record_type(found.type).label.text(language)
    person = names.get(found.person or "", "")
    at = instant(told.at).astimezone(BISHKEK)
    return AnnulledTold(found.step, person, label, at, told.officer.words(language), told.reason, told.effective)


def _state(derived: Derived, states: str, case_file: CaseFile, language: str) -> State:
    listed = codes.code_list(states)
    last = derived.acted.passages[-1] if derived.acted.passages else None
    step = case_file.step(last.step) if last else None
    return State(
        derived.state,
        listed.label(derived.state, language),
        last.at if last else None,
        step.declared.label.text(language) if step else "",
        step.id if step else "",
        tuple(listed.label(each, language) for each in derived.states) if derived.in_conflict else (),
        misfits(derived.findings, language),
    )


def _stamps(
    files: Sequence[CaseFile], person: str, now: datetime.datetime, language: str, open_to: Collection[str]
) -> Iterator[StampTold]:
    whole, marks = as_one(files), passport(files[0], person, now, open_to, files[1:]).marks
    yield from (_stamp(each, whole, now, language) for each in marks)


def _stamp(mark: Mark, case_file: CaseFile, now: datetime.datetime, language: str) -> StampTold:
    stamp = stamps().named(mark.stamp)
    shown, occasion = mark.evidence, case_file.step(mark.occasion)
    wanted = mark.status in (Status.MISSING, Status.BEFORE_TAKEOVER) and occasion is not None
    return StampTold(
        code=mark.stamp,
        label=stamp.label.text(language),
        status=mark.status.value,
        severity=stamp.severity,
        article=cited(stamp.article, language),
        verified=stamp.verified,
        who=codes.code_list("role").label(stamp.who, language),
        late=mark.late,
        overdue=mark.overdue(now),
        due=mark.due,
        at=shown.at if shown else None,
        shown_by=_field_words(shown.type, shown.field, language) if shown else "",
        record=shown.step if shown else mark.occasion,
        reason=mark.reason,
        record_it=_where(stamp.met_by, occasion) if wanted else None,
        say_why=_reason(stamp, occasion) if wanted else None,
        attempts=tuple(
            AttemptTold(each.step, each.at, each.made_by(language), attempt_result(each, language))
            for each in mark.attempts
        ),
    )


def attempt_result(attempt: Attempt, language: str) -> str:
    """What came of an attempt, in words."""
    log = stamps().attempts
    listed = record_type(log.type).by_name[log.result].codes or ""
    return codes.code_list(listed).label(attempt.result, language)


def _where(fields: list[str], occasion: Step | None) -> Where | None:
    """The first of these fields: in the record that called for the stamp, else in a new record of its type."""
    for named in fields:
        type_name, _, name = named.partition(".")
        if occasion is not None and occasion.type == type_name:
            return Where(occasion.id, type_name, _written(type_name, name))
    type_name, _, name = (fields[0] if fields else "").partition(".")
    return Where("", type_name, _written(type_name, name)) if type_name in registry() else None


def _reason(stamp: Stamp, occasion: Step | None) -> Where | None:
    for named in stamp.reason:
        type_name, _, name = named.partition(".")
        if occasion is not None and occasion.type == type_name:
            return Where(occasion.id, type_name, name)
    return None


def _written(type_name: str, name: str) -> str:
    """The field that is filled in: of a derived time the list of its statements."""
    declared = registry().get(type_name)
    field = declared.by_name.get(name) if declared else None
    return str(getattr(field.derived, "of", name)) if field is not None and field.derived is not None else name


def _field_words(type_name: str, field: str, language: str) -> str:
    declared = record_type(type_name)
    found = declared.by_name.get(field)
    return (
        f"{declared.label.text(language)}, «{found.label.text(language)}»" if found else declared.label.text(language)
    )


def _alert(found: ChangedTime, names: dict[str, str], language: str) -> Alert:
    label = _field_words(found.type, found.field, language)
    source = codes.code_list("time_source").label(found.source, language) if found.source else ""
    person, by = names.get(found.person or "", ""), found.stated_by(language)
    at = found.device_at.astimezone(BISHKEK) if found.device_at else None
    return Alert(found.step, person, label, found.first, found.stated, by, source, at)
